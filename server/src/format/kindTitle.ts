// How the titles of kinds that are described by patterns are read. It imports names and words alone: the client bundles
// it.
import type { ReportKind } from './kind.ts';
import { YEAR } from './reportNames.ts';
import { findTitle, readFront, type ReportTitle, type TitleLines } from './reportTitle.ts';
import {
  partOf,
  readBodyAndYear,
  squeezed,
  yearsIn,
  type BodyAndYear,
  type Squeezed,
  type TitleYear,
} from './titleText.ts';
import { findPattern, mayFit, type PatternPlace } from './titlePattern.ts';

/**
 * What a line says of itself: a title of the kind, something else about its reports by these words (解读, 通知), or
 * nothing.
 */
export type KindTitle =
  | { readonly is: 'title'; readonly title: ReportTitle }
  | { readonly is: 'other'; readonly words: string }
  | { readonly is: 'nothing' };

/** Longest part of a line that is read. */
const LONGEST_LINE = 200;
/** Characters that are named as what makes a line no title. */
const MOST_WORDS = 12;
const NOTHING: KindTitle = { is: 'nothing' };

/** More than one year: 2021—2025年, 2020至2024年度, 近五年, “十四五”期间. */
const YEARS_TOGETHER = new RegExp(
  `${YEAR}年?度?(?:[-—–~～]{1,2}|至|到)${YEAR}|(?<![〇○零一二三四五六七八九十])[两二三四五六]年(?!级)|期间`,
);
/** News of a report: 某县公布2023年法治政府建设年度报告. */
export const TOLD = /[县市区省州盟旗镇乡局委府厅办](?:正式)?(?:公布|发布|公开|印发|出台)/;
/** What a title may go on with: the plan for the next year (及2024年工作安排), which is the same report's. */
const PLAN = new RegExp(
  `^[及暨和与、](?:对?${YEAR}年?度?|[下次明]一?年度?)?[^,。;:《》!?|<>]{0,16}?(?:要点|方案|计划|安排|打算|思路|重点|举措|措施)(?:的?(?:[报報]告|汇报))?`,
);
const PATH = /^.*[>|»]/;
/** Behind a name: what a site calls the column of such reports. */
const COLUMN = /^(?:公[开開]|发布)?(?:专栏|专题|栏目|列表|目录|更多|下载|汇总|历年)/;
/** The end of a body's name with a word by which a title of its own would be none: 督查室, 评估中心, 评价处. */
const OFFICE =
  /(?:督[察查]|评[估价]|审议|自查|通知|指引)[\u4e00-\u9fff]{0,4}?(?:办公室|专员|中心|[局委厅办处院会室所队组科])/g;
const GROUP = /^[(〔[【]([^)〕\]】]{0,30})[)〕\]】]/;
const MARKS_BEHIND = /^[》〉。.:*_#]+/;

/** The title of a kind in a line. */
export function readKindTitle(line: string, kind: ReportKind): KindTitle {
  const read = line.slice(0, LONGEST_LINE);
  if (!kind.titles.some(pattern => mayFit(pattern, read))) return NOTHING;
  const whole = squeezed(read);
  const place = nameIn(whole.text, kind);
  if (!place) return NOTHING;
  // 政府信息公开 in a title: a report of the first kind, whatever else it names.
  if (/政府信息公[开開]/.test(whole.text)) return NOTHING;
  const { from, to } = place;
  const inName = yearsIn(whole, from, to).at(0)?.year;
  // What stands before the last sign of a path through a site is no part of the title.
  const before = whole.text.slice(0, from).replace(PATH, '');
  // The path to a column says nothing of the page, nor does the name of a column.
  const isOfSite = PATH.test(whole.text.slice(0, from)) || COLUMN.test(whole.text.slice(to));
  const other = (words: string): KindTitle => (isLineOf(whole.text) && !isOfSite ? { is: 'other', words } : NOTHING);
  const named = before.replace(OFFICE, '') + whole.text.slice(from, to);
  const excluded =
    kind.notTitles.find(word => named.includes(word)) ?? YEARS_TOGETHER.exec(before)?.[0] ?? TOLD.exec(before)?.[0];
  if (excluded !== undefined) return other(excluded);
  const front = readFront(whole, from, inName !== undefined);
  if (!front) return other(before.slice(-MOST_WORDS));
  const behind = readBehind(read, whole, to, (front.year ?? inName) !== undefined, kind);
  if (!behind)
    return other(kind.notTitles.find(word => whole.text.includes(word, to)) ?? whole.text.slice(to, to + MOST_WORDS));
  const year = front.year ?? inName ?? behind.year;
  const body = front.body ?? behind.body;
  const name = partOf(whole, from, to);
  const parts = [name, inName, front.year, front.body].flatMap(part => part ?? []);
  return {
    is: 'title',
    title: {
      start: Math.min(...parts.map(({ start }) => start)),
      nameStart: name.start,
      end: partOf(whole, to, behind.end).end,
      ...(year ? { year } : {}),
      ...(body ? { body } : {}),
    },
  };
}

/** The place that the name takes in a line; of several patterns that fit, the one that begins first and is longest. */
function nameIn(text: string, { titles }: ReportKind): PatternPlace | undefined {
  let best: PatternPlace | undefined;
  for (const pattern of titles) {
    const found = findPattern(pattern, text);
    if (found && (!best || found.from < best.from || (found.from === best.from && found.to > best.to))) best = found;
  }
  return best;
}

/** Whether a line stands for itself, as titles do, and is no sentence. */
function isLineOf(text: string): boolean {
  return text.length <= 80 && !/[,。;:]/.test(text);
}

/** What stands behind the name; undefined where the line is no title. `end`: where the title itself ends. */
function readBehind(
  line: string,
  whole: Squeezed,
  from: number,
  isDated: boolean,
  kind: ReportKind,
): (BodyAndYear & { readonly end: number }) | undefined {
  const { text, origin } = whole;
  let at = from;
  let end = from;
  let year: TitleYear | undefined;
  let found: BodyAndYear = {};
  for (;;) {
    const rest = text.slice(at);
    const plan = at === from ? PLAN.exec(rest) : null;
    const group = GROUP.exec(rest);
    const step = plan ?? group ?? MARKS_BEHIND.exec(rest);
    if (!step) break;
    if (group && kind.notTitles.some(word => group[0].includes(word))) return undefined;
    if (group && !plan) {
      year ??= yearsIn(whole, at, at + group[0].length).at(0)?.year;
      if (!year) found = { ...found, ...bodyIn(whole, at + 1, at + group[0].length - 1) };
    }
    at += step[0].length;
    if (plan) end = at;
  }
  const rest = text.slice(at);
  const behind = { ...found, ...(year ? { year } : {}), end };
  if (rest === '') return behind;
  // Text follows on the line, as converted pages have it.
  const gap = line.charAt((origin[at - 1] ?? 0) + 1);
  const mayGoOn = isDated || year !== undefined;
  return mayGoOn && /^[\s|｜_—-]/.test(gap) && !/^(?:的?(?:通知|解读|说明|公告|函))/.test(rest) ? behind : undefined;
}

function bodyIn(whole: Squeezed, from: number, to: number): BodyAndYear {
  const { body } = readBodyAndYear(whole, from, to, false);
  return body && /(?:政府|局|委|厅|办|会|中心|街道|镇|乡|部|院)$/.test(body.text) ? { body } : {};
}

/**
 * The first title of a kind in lines that are not blank, which may be broken over several of them. Behind the title of
 * something else about its reports (a notice, an explanation) there is none: what follows is spoken of, or annexed.
 */
export function findKindTitle(lines: readonly string[], kind: ReportKind): TitleLines | undefined {
  const found = findTitle(lines, text => {
    const line = readKindTitle(text, kind);
    return line.is === 'title' ? line.title : undefined;
  });
  if (!found) return undefined;
  const { first, last, text } = found;
  const isOther = (line: string) => readKindTitle(line, kind).is === 'other';
  const [before = '', behind = ''] = [lines[first - 1], lines[last + 1]];
  const isPartOfOther =
    (BEGINS_OTHER.test(before) && isOther(before + text)) || (ENDS_OTHER.test(behind) && isOther(text + behind));
  return isPartOfOther || lines.slice(0, first).some(isOther) ? undefined : found;
}

/** Lines before and behind a title by which the whole is the title of a notice or of an explanation. */
const BEGINS_OTHER = /[关關][于於][^，,。；;：:]{0,30}$/;
const ENDS_OTHER = /^[^，,。；;：:]{0,24}(?:通知|解读|说明|办法|公告|函)$/;

// ── Where the text presents the report ──

const LONGEST_TEXT = 3000;
/** …报告如下, …汇报如下, …公布如下; 现将… before. */
const AS_FOLLOWS = /[报報]告如下|汇报如下|总结如下|公[布开]如下|如下[:。]/g;
const LONGEST_CLAUSE = 120;

/** A sentence that presents this very report: 现将某县2024年法治政府建设工作情况报告如下. */
export function readKindAnnouncement(text: string, { subjects, notTitles }: ReportKind): BodyAndYear | undefined {
  if (!text.includes('如下') || !subjects.some(word => text.includes(word))) return undefined;
  const whole = squeezed(text.slice(0, LONGEST_TEXT));
  for (const match of whole.text.matchAll(AS_FOLLOWS)) {
    const before = whole.text.slice(Math.max(0, match.index - LONGEST_CLAUSE), match.index);
    const clause = /[^,。;《〈!?]*$/.exec(before)?.[0] ?? '';
    const at = subjects.map(word => clause.indexOf(word)).find(index => index >= 0);
    if (
      at === undefined ||
      /信息公[开開]/.test(clause) ||
      notTitles.some(word => clause.replace(OFFICE, '').includes(word))
    )
      continue;
    const start = match.index - clause.length;
    const verb = /^.*?现[就将予]?(?:将|就)?/.exec(clause)?.[0].length ?? 0;
    const { year } = readBodyAndYear(whole, start + verb, match.index);
    const { body } = readBodyAndYear(whole, start + verb, start + Math.max(verb, at));
    return { ...(year ? { year } : {}), ...(body && body.text.length > 1 && verb > 0 ? { body } : {}) };
  }
  return undefined;
}
