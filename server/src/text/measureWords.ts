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

/** Measure words of several signs behind the numbers of running text, longer ones first. */
export const LONG_PROSE_UNITS = [
  '个百分点',
  '百分点',
  '平方米',
  '人次',
  '件次',
  '条次',
  '家次',
  '场次',
  '户次',
  '批次',
  '次数',
  '个次',
  '项次',
  '期次',
  '篇次',
  '张次',
  '字节',
  '公里',
  '亿元',
  '万元',
];
/** Measure words of one sign behind the numbers of running text; others are read too, but only before no other word. */
export const PROSE_UNITS =
  '件条份宗起篇次场期个项家部名人批张册类处种门幅户本组套轮所元通封则例卷只台栏块副段首节堂班位席支座辆幢枚页步道站村宣';
/** Kinds of things that make up others of their kind: articles, sheets, issues. */
export const THING_UNITS: readonly string[] = [
  '条',
  '件',
  '份',
  '篇',
  '期',
  '张',
  '册',
  '集',
  '幅',
  '则',
  '条次',
  '篇次',
  '部',
  '种',
  '本',
];
/** Count documents; 条 counts what a website has of a kind. */
export const DOCUMENT_UNITS: ReadonlySet<string> = new Set(['件', '份', '个', '部']);
/** Count decisions; 项 counts the powers to make them: 公布行政许可30项、行政处罚152项. */
export const DECISION_UNITS: ReadonlySet<string> = new Set(['件', '宗', '起', '份']);
/** Count persons, bodies and places, which may come again. */
export const REPEATABLE_UNITS: ReadonlySet<string> = new Set(['家', '户', '人', '名', '个', '处']);
/** In the measure words of what is no such thing: persons, money, bodies, shares. */
export const NO_THING_UNITS: readonly string[] = ['人', '名', '%', '元', '次', '家', '户', '倍', '点'];
/** Behind numerals in words: 两件, 三场. */
export const NUMERAL_UNITS = '件条份宗起篇次场期个项家部名人批张册类处种门幅户本组套轮所';
/** Behind a number that counts nothing: times, ages, ordinals, places. */
export const NO_UNITS = '年月日号时点分秒天周岁级层楼路栋室届线度旬世纪型版';
export const NO_LONG_UNITS = [
  '个月',
  '个工作日',
  '工作日',
  '小时',
  '分钟',
  '个小时',
  '自然日',
  '交易日',
  '个自然日',
  '周年',
  '个季度',
  '条例',
  '个年度',
  '种以上',
];
/** Read behind the number in a cell, or alone in one. */
export const CELL_UNITS = wordsOf('record', 'event', 'item', 'person', 'handling', 'money');
/** Behind the number in a cell of counts, where they are not needed. */
export const CELL_COUNT_UNITS = wordsOf('record', 'event', 'item', 'person', 'handling');
/** Count, other than amounts and shares. */
export const COUNT_UNITS = wordsOf('record', 'event', 'item', 'body', 'person');
/** Count the usual matters of a report: information, applications, meetings. */
export const WORK_UNITS = wordsOf('record', 'event', 'item');
/** Count the same things: 件 and 条 of information or applications. */
export const RECORD_UNITS: ReadonlySet<string> = new Set(wordsOf('record'));

/** Count what comes in wholes: half of it is none. */
export const WHOLE_UNITS: readonly string[] = [...wordsOf('record', 'item', 'body', 'person'), '名', '处', '所'];

/** Words as alternatives of a regular expression, without brackets. */
export function alternatives(words: readonly string[]): string {
  return words.join('|');
}
