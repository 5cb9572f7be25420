import { isHan, isSignAt } from '../../text/charTable.ts';

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
