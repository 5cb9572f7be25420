import { isHan, isSignAt } from '../../text/charTable.ts';
import { WHOLE_UNITS } from '../../text/measureWords.ts';

// What the place of digits tells of them.

/** （1） or 1、 at the beginning of a line or a clause: the number of an item. */
export function isNumbering(text: string, at: number, end: number): boolean {
  if (end - at > 2) return false;
  const isBracketed = isSignAt(text, at - 1, '（(') && isSignAt(text, end, '）)');
  if (!isBracketed && !isSignAt(text, end, '、')) return false;
  const before = isBracketed ? at - 2 : at - 1;
  if (before < 0 || isSignAt(text, before, '\uF8FF\n')) return true;
  // 4.公告1条；5、预决算2条, but not 分别为：3、4和5件
  const isWithinLine = isSignAt(text, before, '；;：:。') || (!isBracketed && isSignAt(text, before, '，,'));
  return isWithinLine && (isBracketed || isHan(text.charCodeAt(end + 1)));
}

/**
 * End of the number of an item that runs into what is counted: 2.12个乡镇, 3.2022年 where its row has 1. or 4.; `at` for
 * any other number. What comes in wholes has no decimals.
 */
export function endOfItemNumber(text: string, at: number, point: number, end: number): number {
  const behind = text.slice(end, end + LONGEST_UNIT).trimStart();
  const isYear = end - point === YEAR_DIGITS + 1 && behind.startsWith('年');
  const isWhole = WHOLE_UNITS.some(unit => behind.startsWith(unit)) && !DIVIDED.test(behind);
  if (point - at > 2 || text.charAt(at) === '0' || text.charAt(point + 1) === '0' || !(isYear || isWhole)) return at;
  const item = Number(text.slice(at, point));
  const isNext =
    hasItem(text, item - 1, Math.max(0, at - FARTHEST_ITEM), at) || hasItem(text, item + 1, end, end + FARTHEST_ITEM);
  return isNext && beginsItem(text, at) ? point + 1 : at;
}

/** Of a year behind the number of an item. */
const YEAR_DIGITS = 4;
const LONGEST_UNIT = 4;
/** 2.5个百分点, 1.5个工作日 */
const DIVIDED = /^个(?:百分|小时|工作|自然|月|季|年)/;
/** The items of a row stand no farther from each other. */
const FARTHEST_ITEM = 400;

function beginsItem(text: string, at: number): boolean {
  return at === 0 || isSignAt(text, at - 1, '\uF8FF\n；;。：:');
}

/** Whether the number of an item stands between two places of a text. */
function hasItem(text: string, item: number, from: number, to: number): boolean {
  const piece = text.slice(from, to);
  for (const sign of item > 0 ? '.．、' : '') {
    const name = `${item}${sign}`;
    for (let at = piece.indexOf(name); at >= 0; at = piece.indexOf(name, at + 1))
      if (beginsItem(text, from + at)) return true;
  }
  return false;
}

/** Years in which such reports are written. */
const [FIRST_YEAR, LAST_YEAR] = [8, 49] as const;
/** 较23年, 截至24年底; at the beginning of a clause too. */
const BEFORE_YEAR = '较比与自从至在于截到对和及同';
const CLAUSE_STARTS = '，,；;。：:（(\n\uF8FF';
/** 24年来, 20年内, 30年期 are spans of time. */
const NO_YEAR_BEHIND = '来内前间多余后以期限级代龄历';

/** Whether two digits before 年 are a year: 24年新收, 较23年的60件. A number of years is the end of its clause. */
export function isShortYear(text: string, at: number, end: number, behind: number): boolean {
  const value = Number(text.slice(at, end));
  if (value < FIRST_YEAR || value > LAST_YEAR || isSignAt(text, behind, NO_YEAR_BEHIND)) return false;
  if (isSignAt(text, at - 1, BEFORE_YEAR)) return true;
  return (
    (at === 0 || isSignAt(text, at - 1, CLAUSE_STARTS)) &&
    isHan(text.charCodeAt(behind)) &&
    text.charAt(behind) !== '的'
  );
}
