/**
 * Measure words behind numbers, grouped by the things they count. The lists below select groups for one use each.
 */
const GROUPS = {
  /** Pieces of information, documents, applications. */
  record: ['条', '件', '份', '宗', '起', '篇'],
  /** Events: meetings, issues, visits. */
  event: ['次', '场', '期'],
  /** Anything. */
  item: ['项', '个'],
  /** Bodies, laws and telephones, batches, households. */
  body: ['家', '部', '批', '户'],
  person: ['人次', '人'],
  /** 件次 counts a case each time that it is handled; in running text it is read as 件. */
  handling: ['件次'],
  money: ['万元', '亿元', '元'],
  share: ['个百分点', '%'],
} as const;

type Group = keyof typeof GROUPS;
export type MeasureWord = (typeof GROUPS)[Group][number];

/** Words of groups, longer ones first: 人次 before 人. */
function wordsOf(...groups: readonly Group[]): readonly MeasureWord[] {
  return groups.flatMap((group): readonly MeasureWord[] => GROUPS[group]).sort((a, b) => b.length - a.length);
}

/** Read behind the numbers of running text. */
export const PROSE_UNITS = wordsOf('record', 'event', 'item', 'body', 'person', 'money', 'share');
/** Read behind the number in a cell, or alone in one. */
export const CELL_UNITS = wordsOf('record', 'event', 'item', 'person', 'handling', 'money');
/** Behind the number in a cell of counts, where they are not needed. */
export const CELL_COUNT_UNITS = wordsOf('record', 'event', 'item', 'person', 'handling');
/** Count, other than amounts and shares. */
export const COUNT_UNITS = wordsOf('record', 'event', 'item', 'body', 'person');
/** Count the usual matters of a report: information, applications, meetings. */
export const WORK_UNITS = wordsOf('record', 'event', 'item');
/** Behind numerals in words: 一件 counts, 一项 and 三个方面 are figures of speech. */
export const NUMERAL_UNITS = wordsOf('record', 'event');
/** Count the same things: 件 and 条 of information or applications. */
export const RECORD_UNITS: ReadonlySet<string> = new Set(wordsOf('record'));
/** Count the requests of citizens: calls, complaints, applications. */
export const REQUEST_UNITS: ReadonlySet<string> = new Set<MeasureWord>(['件', '条', '个', '宗', '起']);

/** Count things of all kinds; only the noun behind them tells which. */
export const GENERAL_UNITS: ReadonlySet<string> = new Set<MeasureWord>(['个', '家', '项', '次', '部']);
/** Count activities and participants. */
export const DOING_UNITS: ReadonlySet<string> = new Set<MeasureWord>(['次', '场', '期', '项', '人', '人次']);

/** Words as alternatives of a regular expression, without brackets. */
export function alternatives(words: readonly string[]): string {
  return words.join('|');
}
