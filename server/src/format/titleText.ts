// The words of a title without white space: the years and the body in them. It imports names alone: the client
// bundles it.
import { YEAR } from './reportNames.ts';

/** A part of a title: its words without white space, and its place in the text. */
export interface TitlePart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface TitleYear extends TitlePart {
  readonly value: number;
}

/** A year, a public body, or both, where they stand together. */
export interface BodyAndYear {
  readonly year?: TitleYear;
  readonly body?: TitlePart;
}

// ── Text without white space and emphasis ──

/** A text without what makes no difference in a title; `origin[i]` is where its character i stands. */
export interface Squeezed {
  readonly text: string;
  readonly origin: readonly number[];
}

const NOTHING = /[\s\u200b-\u200f\u2060\ufeff\u00ad*_]/;
const WIDE_SIGNS = new Map([
  ...Array.from('０１２３４５６７８９', (sign, value): [string, string] => [sign, String(value)]),
  ...Array.from('（）：，；！？．－｜', (sign, at): [string, string] => [sign, '():,;!?.-|'.charAt(at)]),
]);

export function squeezed(text: string): Squeezed {
  let result = '';
  const origin: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (NOTHING.test(sign)) continue;
    result += WIDE_SIGNS.get(sign) ?? sign;
    origin.push(at);
  }
  return { text: result, origin };
}

export function partOf({ text, origin }: Squeezed, from: number, to: number): TitlePart {
  return { text: text.slice(from, to), start: origin[from] ?? 0, end: (origin[to - 1] ?? 0) + 1 };
}

// ── Years ──

const YEAR_SIGN = new RegExp(YEAR, 'g');
const NUMERALS = '〇一二三四五六七八九';

/** Value of a year in digits of either width or in Chinese numerals, as {@link YEAR} has it. */
export function yearValue(text: string): number {
  const digits = Array.from(text.replace(/[○零O０]/g, '〇'), sign => {
    const numeral = NUMERALS.indexOf(sign);
    return numeral < 0 ? sign : String(numeral);
  });
  return Number(digits.join(''));
}

interface FoundYear {
  /** With its brackets and 年度. */
  readonly from: number;
  readonly to: number;
  readonly year: TitleYear;
}

/** Years in a piece of a title: with 年, in brackets, or at its end, where the name of the report follows. */
export function yearsIn(squeezedText: Squeezed, from: number, to: number): FoundYear[] {
  const { text, origin } = squeezedText;
  const found: FoundYear[] = [];
  const isDigitBeside = (at: number, neighbour: number) =>
    /\d/.test(text.charAt(neighbour)) && Math.abs((origin[at] ?? 0) - (origin[neighbour] ?? 0)) === 1;
  for (const match of text.slice(from, to).matchAll(YEAR_SIGN)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (isDigitBeside(start, start - 1) || isDigitBeside(end - 1, end)) continue;
    const isOpen = start > from && '([〔【'.includes(text.charAt(start - 1));
    const suffix = /^年?度?/.exec(text.slice(end, to))?.[0].length ?? 0;
    const close = end + suffix;
    const isClosed = isOpen && close < to && ')]〕】'.includes(text.charAt(close));
    if (suffix === 0 && close < to && !isClosed) continue;
    const word = isClosed ? (/^年?度?/.exec(text.slice(close + 1, to))?.[0].length ?? 0) : 0;
    found.push({
      from: isClosed ? start - 1 : start,
      to: isClosed ? close + 1 + word : close,
      year: { ...partOf(squeezedText, start, end), value: yearValue(match[0]) },
    });
  }
  return found;
}

const FROM_JANUARY = `(${YEAR})(?:年(?:0?1|一)月份?(?:(?:0?1|一)日)?|[./]0?1(?:[./]0?1)?)起?`;
const TO_DECEMBER = `(?:(${YEAR})[年./])?(?:(?:12|十二)月份?(?:(?:31|三十一)日)?|12(?:[./]31)?)止?`;
const WHOLE_YEAR = new RegExp(`^${FROM_JANUARY}(?:至|到|[-—–~～]{1,2})${TO_DECEMBER}$`);

/** The year whose first and last month, or day, a piece of a title names: 2024年1月—12月. A part of a year is none. */
export function wholeYearIn(squeezedText: Squeezed, from: number, to: number): TitleYear | undefined {
  const [, first = '', last = first] = WHOLE_YEAR.exec(squeezedText.text.slice(from, to)) ?? [];
  if (first === '' || yearValue(first) !== yearValue(last)) return undefined;
  return { ...partOf(squeezedText, from, from + first.length), value: yearValue(first) };
}

// ── Body and year ──

/** 青政办〔2025〕3号 */
export const NUMBER_OF_DOCUMENT = /[^\d,。;:《》()[\]〔〕【】]{0,15}[〔[(【][12]\d{3}[〕\])】](?:年?第)?\d{1,4}号/;
const EDGES = '-—–_·|.,、:“”"\'‘’()（）[]〔〕【】《》<>＞»#的了';
const PLACE_END = /[省市县縣区區州盟旗镇鎮乡鄉]$/;
const NO_BODY = /^\d+$/;
/** A year whose 年 was forgotten, before a body: 2024青屿县水务局. What is named by a number (2010社区) is none. */
const BARE_YEAR = new RegExp(
  `^${YEAR}(?!社区|小区|广场|大厦|产业园|工程|项目|[号届次个件项条期])(?=[\\u4e00-\\u9fff]{2})`,
);
/** What was meant for a year and names none, at either end of a piece: 24年, 2O24年, 20XX年, (××年). */
const YEAR_LIKE = '[(〔[【]?[\\dOoXxＸｘ×〇○零]{2,4}年度?[)〕\\]】]?';
const YEAR_LIKE_FIRST = new RegExp(`^${YEAR_LIKE}(?!一贯)`);
const YEAR_LIKE_LAST = new RegExp(`${YEAR_LIKE}$`);
const LONGEST_YEAR_LIKE = 8;
const OFFICE_END = /(?:政府|局|委|厅|办|处|院|会|室|所|队|中心|街道|镇|乡)$/;
export const LONGEST_BODY = 40;

/** Reads a piece of a title. `mayBeBare`: no year stands elsewhere in the title, so that one without 年 may count. */
export function readBodyAndYear(whole: Squeezed, from: number, to: number, mayBeBare = true): BodyAndYear {
  const { text } = whole;
  const number = NUMBER_OF_DOCUMENT.exec(text.slice(from, to));
  const years = yearsIn(whole, from, to).filter(
    ({ from: start }) => !number || start < from + number.index || start >= from + number.index + number[0].length,
  );
  const bare = mayBeBare && years.length === 0 ? bareYearIn(whole, from, to) : undefined;
  if (bare) years.push(bare);
  const found = years.at(-1);
  const edges = [from, ...years.flatMap(year => [year.from, year.to]), to];
  if (number) edges.push(from + number.index, from + number.index + number[0].length);
  edges.sort((a, b) => a - b);
  const bodies: { from: number; to: number }[] = [];
  for (let i = 0; i + 1 < edges.length; i += 2) {
    const piece = trimmed(text, edges[i] ?? from, edges[i + 1] ?? to);
    if (piece.to > piece.from) bodies.push(piece);
  }
  const [first, second] = bodies;
  // 某县2024年林业局: the place before the year, the office behind it.
  const isParted =
    first &&
    second &&
    PLACE_END.test(text.slice(first.from, first.to)) &&
    OFFICE_END.test(text.slice(second.from, second.to));
  const body =
    first && isParted
      ? {
          ...partOf(whole, first.from, second.to),
          text: text.slice(first.from, first.to) + text.slice(second.from, second.to),
        }
      : first && partOf(whole, first.from, first.to);
  return {
    ...(found ? { year: found.year } : {}),
    ...(body && body.text.length <= LONGEST_BODY && !NO_BODY.test(body.text) ? { body } : {}),
  };
}

function bareYearIn(whole: Squeezed, from: number, to: number): FoundYear | undefined {
  const start = trimmed(whole.text, from, to).from;
  const year = BARE_YEAR.exec(whole.text.slice(start, to))?.[0];
  if (year === undefined) return undefined;
  const end = start + year.length;
  return { from: start, to: end, year: { ...partOf(whole, start, end), value: yearValue(year) } };
}

/** A piece without signs, 关于 and what was meant for a year at its ends. */
function trimmed(text: string, from: number, to: number): { from: number; to: number } {
  for (let before = -1; before !== to - from;) {
    before = to - from;
    while (from < to && EDGES.includes(text.charAt(from))) from++;
    while (to > from && EDGES.includes(text.charAt(to - 1)) && !isClosedGroup(text, from, to)) to--;
    if (/^[关關][于於]/.test(text.slice(from, to))) from += 2;
    if (/[关關][于於]$/.test(text.slice(from, to))) to -= 2;
    from += YEAR_LIKE_FIRST.exec(text.slice(from, Math.min(to, from + LONGEST_YEAR_LIKE)))?.[0].length ?? 0;
    to -= YEAR_LIKE_LAST.exec(text.slice(Math.max(from, to - LONGEST_YEAR_LIKE), to))?.[0].length ?? 0;
  }
  return { from, to };
}

/** Whether a name ends with brackets that belong to it: 某局（某办）. */
function isClosedGroup(text: string, from: number, to: number): boolean {
  return text.charAt(to - 1) === ')' && text.lastIndexOf('(', to - 1) > from;
}
