// Where a text speaks of an annual report. It imports nothing but names and titles: the client bundles it.
import { REPORT_NAME, YEAR } from './reportNames.ts';
import { readBodyAndYear, squeezed, yearsIn, type BodyAndYear, type TitleYear } from './titleText.ts';

/** A place where a text names the report and its year. */
export interface Mention extends BodyAndYear {
  readonly year: TitleYear;
  /** The text presents this very report: 现公布…, …报告如下. */
  readonly isAnnounced: boolean;
}

const PRESENTS = /现(?:[就将予]|公布|发布|公开|向社会)|(?:编制|编写|撰写|形成)了/;
const AS_FOLLOWS = /^.{0,8}如下/;
/** Another report is meant: one that was asked for or is cited. */
const OF_OTHERS = /^.{0,8}(?:通知|编制|编报|要求|格式|工作的)|^[》〉]/;
/** 2024年度工作情况报告如下 says the same without the report's name. */
const PLAIN = new RegExp(`${YEAR}年度?[^,。;:《》\\n]{0,20}[报報]告(?=.{0,6}如下)`, 'g');
const MENTION = new RegExp(`${REPORT_NAME}|${PLAIN.source}`, 'g');
/** Longest part of a text that is read. */
export const LONGEST_TEXT = 3000;
const LONGEST_CLAUSE = 80;

/** The years that a text names with the report (…2022年度政府信息公开工作年度报告…), in their order. */
export function readMentions(text: string): Mention[] {
  if (!/[报報]/.test(text)) return [];
  const whole = squeezed(text.slice(0, LONGEST_TEXT));
  const found: Mention[] = [];
  for (const match of whole.text.matchAll(MENTION)) {
    const to = match.index + match[0].length;
    const before = whole.text.slice(Math.max(0, match.index - LONGEST_CLAUSE), match.index);
    const clause = /[^,。;:《〈!?]*$/.exec(before)?.[0] ?? '';
    const from = match.index - clause.length;
    const behind = whole.text.slice(to, to + 40);
    const years = yearsIn(whole, from, to);
    const year = years.at(-1)?.year;
    if (!year || OF_OTHERS.test(behind) || /[《〈]$/.test(before)) continue;
    const verb = /^.*(?:公布|发布|编制了|编写了|撰写了|形成了|现[就将])/.exec(clause)?.[0].length ?? 0;
    const isAnnounced = PRESENTS.test(clause) || AS_FOLLOWS.test(behind);
    const { body } = isAnnounced ? readBodyAndYear(whole, from + verb, match.index) : {};
    found.push({ year, isAnnounced, ...(body && body.text.length > 1 && verb > 0 ? { body } : {}) });
  }
  return found;
}
