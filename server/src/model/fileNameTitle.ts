import { readReportTitle } from '../format/reportTitle.ts';
import { yearValue } from '../format/titleText.ts';
import { REPORT_NAME, YEAR } from '../format/reportNames.ts';
import { fold } from '../text/fold.ts';
import { matchesOf } from '../text/matches.ts';
import { yearOfFileName } from './fileNameYear.ts';
import { isOffice, kindOfBody, matterOf, placedBody, townOf } from './publicBody.ts';

/** What a file's name says of the report in it, as far as it certainly does. */
export interface NamedByFile {
  readonly year: number | null;
  readonly body: string | null;
}

const CALLED_REPORT = /年报|年度.{0,12}报告/;
/** A file that another report is written after, or that is about several, bears the other one's name for good. */
const OF_OTHERS = new RegExp(
  [
    '模[板版]|样[本表稿张]|范[本例文]|格式|参[考照]|对[照比]|比较|根据|依据|改[自成写为]|套用|底稿|备份|backup',
    '[上去往历前]年|[上旧老][一版次年]|[一二三四五六七八九十两几\\d]年(?:来|汇总|合)|合集|汇编|目录',
  ].join('|'),
  'i',
);
const ANY_YEAR = new RegExp(`(?<!\\d)${YEAR}(?!\\d)`, 'g');
const NAME = new RegExp(REPORT_NAME);
const LONGEST_NAME = 200;

/**
 * Year and body in the name of a file that is called an annual report: 某县林业局2023年政府信息公开工作年度报告 - 副本.md.
 * Nothing is taken from a name with several years, and from one that says that it is another report's: 2023年报（参考）.
 */
export function namedByFile(fileName: string): NamedByFile | null {
  const stem = fileName
    .slice(-LONGEST_NAME)
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '');
  if (!CALLED_REPORT.test(stem) || OF_OTHERS.test(stem)) return null;
  const years = new Set(matchesOf(stem, ANY_YEAR).map(([year]) => yearValue(year)));
  const year = years.size === 1 ? (yearOfFileName(fileName) ?? null) : null;
  const name = NAME.exec(stem);
  const title = name ? readReportTitle(stem.slice(0, name.index + name[0].length)) : undefined;
  return { year, body: title?.body?.text ?? null };
}

/**
 * Whether two names are plainly those of different bodies: two offices of one place with nothing in common (财政局 and
 * 教育局), two towns of one place, or one office of two places. A body that was renamed, a short name, a government and
 * its office are not told apart.
 */
export function arePlainlyDifferent(one: string, other: string): boolean {
  const [a, b] = [placedBody(fold(one)), placedBody(fold(other))];
  if (!a || !b) return false;
  if (a.place === b.place) {
    const [townA, townB] = [townOf(a.office), townOf(b.office)];
    if (townA !== undefined && townB !== undefined) return haveNothingInCommon(townA, townB);
    return (
      [one, other].every(name => isOffice(name) && kindOfBody(name) === 'localDepartment') &&
      haveNothingInCommon(matterOf(a.office), matterOf(b.office))
    );
  }
  return a.office === b.office && isSameLevel(a.place, b.place) && haveNothingInCommon(bare(a.place), bare(b.place));
}

function isSameLevel(one: string, other: string): boolean {
  return one.charAt(one.length - 1) === other.charAt(other.length - 1);
}

/** A place without the signs that end names of places. */
function bare(place: string): string {
  return place.replace(/[省市县区州盟旗]|自治/g, '');
}

function haveNothingInCommon(one: string, other: string): boolean {
  return one !== '' && other !== '' && !Array.from(one).some(sign => other.includes(sign));
}
