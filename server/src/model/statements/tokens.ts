import { meaningOf, type Meaning } from '../../format/meanings.ts';
import { LONGEST_WORD, REPORT_WORDS, type Words } from '../../format/words.ts';
import { isWordPair } from '../../text/alikeCharacters.ts';
import { charClassTable, WHITE_SPACE } from '../../text/charTable.ts';
import { readNumbers, type WrittenNumber } from './writtenNumbers.ts';

/** A piece of a text in running order; between tokens stands white space alone. */
export type Token = WordToken | NumberToken | YearToken | SignToken | UnknownToken;

interface TokenBase {
  readonly start: number;
  readonly end: number;
}
export interface WordToken extends TokenBase {
  readonly kind: 'word';
  readonly meaning: Meaning;
}
export interface NumberToken extends TokenBase {
  readonly kind: 'number';
  readonly number: WrittenNumber;
}
export interface YearToken extends TokenBase {
  readonly kind: 'year';
  readonly year: number;
}
/** A sign that parts what stands before it from what follows. */
export interface SignToken extends TokenBase {
  readonly kind: 'sign';
  readonly sign: Sign;
}
/** Characters that no word covers, and so mean nothing. */
export interface UnknownToken extends TokenBase {
  readonly kind: 'unknown';
  readonly meaning: Meaning;
}

export type Sign = 'enumeration' | 'comma' | 'semicolon' | 'stop' | 'paragraph' | 'colon' | 'dash' | 'open' | 'close';

/** Stands between the paragraphs of a chain. */
export const PARAGRAPH_END = '\uF8FF';

const SIGNS: readonly (readonly [Sign, string])[] = [
  ['enumeration', '、'],
  ['comma', '，,'],
  ['semicolon', '；;'],
  ['stop', '。！？!?'],
  ['paragraph', `${PARAGRAPH_END}\n`],
  ['colon', '：:'],
  ['dash', '—–'],
  ['open', '（(〔[【'],
  ['close', '）)〕]】'],
];
/** Beginnings of what is looked for before words, white space, and from {@link FIRST_SIGN} on the signs. */
const [DIGIT, SEVERAL, NAME, QUOTED, SPACE, FIRST_SIGN] = [1, 2, 3, 4, 5, 6] as const;
/**
 * First units of the pictographs from U+1F000 on, which mean as little as white space, and all second units: behind the
 * first unit of a letter they go on with what is unknown.
 */
const PICTOGRAPH_UNITS = `${unitsFrom(0xd83c, 0xd83e)}${unitsFrom(0xdc00, 0xdfff)}`;
const KINDS = charClassTable(
  '0123456789',
  '近',
  '《',
  '“',
  `${WHITE_SPACE.replace('\n', '')}${PICTOGRAPH_UNITS}`,
  ...SIGNS.map(([, signs]) => signs),
);
const LONGEST_NAME = 120;
const NO_MEANING = meaningOf({});
const WITH_PARTLY_GRANTED = meaningOf({ step: 'grantedAndPartial' });
const OVERLAPPING = meaningOf({ role: 'overlap' });
const SEVERAL_YEARS = meaningOf({ when: 'several' });
const PART_OF_YEAR = meaningOf({ when: 'partial', part: 'time=month' });
const MONTHS_OF_YEAR = meaningOf({ when: 'partial', part: 'time=months' });
/** Between the first and the last of some months. */
const MONTHS_TO = '—–-~～至到';

function unitsFrom(first: number, last: number): string {
  return String.fromCharCode(...Array.from({ length: last - first + 1 }, (_, i) => first + i));
}

/** Reads a text once, from its start to its end, by the words of reports or those of an edition. */
export function tokensOf(text: string, words: Words = REPORT_WORDS): readonly Token[] {
  const { numbers, years } = readNumbers(text);
  const tokens: Token[] = [];
  let [nextNumber, nextYear] = [0, 0];
  let number = numbers[0];
  let year = years[0];
  let unknown = -1;
  /** Index of the last aside: brackets around others are none. */
  let lastAside = -1;
  for (let at = 0; at < text.length;) {
    while (number && number.start < at) number = numbers[++nextNumber];
    while (year && year.start < at) year = years[++nextYear];
    const kind = KINDS[text.charCodeAt(at)] ?? 0;
    if (kind === SPACE) {
      at++;
      continue;
    }
    const token: Token | undefined =
      number?.start === at
        ? { kind: 'number', start: at, end: number.end, number }
        : year?.start === at
          ? { kind: 'year', start: at, end: year.end, year: year.year }
          : ((kind > 0 && kind < SPACE ? specialAt(text, at, kind, words) : undefined) ??
            wordAt(text, at, number?.start ?? Infinity, unknown >= 0, words) ??
            (kind >= FIRST_SIGN ? signAt(at, kind) : undefined));
    if (token === undefined) {
      if (unknown < 0) unknown = at;
      at++;
      continue;
    }
    if (unknown >= 0) tokens.push({ kind: 'unknown', start: unknown, end: at, meaning: NO_MEANING });
    unknown = -1;
    at = token.end;
    const open = isSign(token, 'close') ? startOfAside(tokens) : -1;
    if (open > lastAside) {
      const meaning = asideMeaning(tokens, open);
      tokens[open] = { kind: 'word', start: tokens[open]?.start ?? at, end: at, meaning };
      tokens.length = open + 1;
      lastAside = open;
    } else tokens.push(token);
  }
  if (unknown >= 0) tokens.push({ kind: 'unknown', start: unknown, end: text.length, meaning: NO_MEANING });
  return tokens;
}

/** A month, 近三年, a title or quoted words that begin at `at`; undefined for none. */
function specialAt(text: string, at: number, kind: number, words: Words): WordToken | undefined {
  if (kind === DIGIT) {
    const month = monthAt(text, at);
    return (
      month && {
        kind: 'word',
        start: at,
        end: month.end,
        meaning: month.part === undefined ? NO_MEANING : month.part === 'time=month' ? PART_OF_YEAR : MONTHS_OF_YEAR,
      }
    );
  }
  const end =
    kind === SEVERAL
      ? endOfSeveral(text, at)
      : kind === NAME
        ? endOfName(text, at)
        : kind === QUOTED
          ? endOfQuoted(text, at, words)
          : at;
  if (end === at) return undefined;
  return { kind: 'word', start: at, end, meaning: kind === SEVERAL ? SEVERAL_YEARS : NO_MEANING };
}

/**
 * The longest word of reports that begins at `at`, unless a number begins inside it. `isBehindUnknown`: a character
 * that no word covers stands before it.
 */
function wordAt(
  text: string,
  at: number,
  number: number,
  isBehindUnknown: boolean,
  words: Words,
): WordToken | undefined {
  const word = words.longestAt(text, at, LONGEST_WORD, 2);
  if (!word || (word.end > number && number > at)) return undefined;
  if (word.end === at + 1 && makesOtherWord(text, at, isBehindUnknown)) return undefined;
  return { kind: 'word', start: at, end: word.end, meaning: word.value };
}

/** Whether one character makes a common word with the unknown one before or behind it: 调查回收, 拟制. */
function makesOtherWord(text: string, at: number, isBehindUnknown: boolean): boolean {
  const sign = text.charAt(at);
  if (isBehindUnknown && isWordPair(text.charAt(at - 1), sign)) return true;
  return isWordPair(sign, text.charAt(at + 1)) && !REPORT_WORDS.longestAt(text, at + 1, LONGEST_WORD, 1);
}

function signAt(at: number, kind: number): SignToken | undefined {
  const sign = SIGNS[kind - FIRST_SIGN]?.[0];
  return sign && { kind: 'sign', start: at, end: at + 1, sign };
}

/** End of the title in 《》 that begins at `at`; `at` where it does not end soon. */
function endOfName(text: string, at: number): number {
  const last = Math.min(text.length, at + LONGEST_NAME);
  for (let end = at + 1; end < last; end++) {
    const sign = text.charAt(end);
    if (sign === '》') return end + 1;
    if (sign === PARAGRAPH_END) break;
  }
  return at;
}

const LONGEST_QUOTED = 16;

/** End of the name in “” that begins at `at`; `at` where words are quoted that mean something or hold figures. */
function endOfQuoted(text: string, at: number, words: Words): number {
  const close = text.slice(at, at + LONGEST_QUOTED).indexOf('”');
  if (close < 0) return at;
  const word = words.longestAt(text, at + 1, LONGEST_WORD, 2);
  if (word && word.end >= at + close) return at;
  for (let next = at + 1; next < at + close; next++)
    if (text.charCodeAt(next) >= 0x30 && text.charCodeAt(next) <= 0x39) return at;
  return at + close + 1;
}

/** A month or a day of a month at `at`: 6月, 3月12日. The last day of the year ends no part of it. */
function monthAt(text: string, at: number): { readonly end: number; readonly part: string | undefined } | undefined {
  const digits = endOfDigits(text, at);
  if (digits - at <= 2 && MONTHS_TO.includes(text.charAt(digits)) && digits < text.length) {
    // 1—3月, 7至9月份
    const last = endOfDigits(text, digits + 1);
    const isRange = last > digits + 1 && last - digits <= 3 && text.charAt(last) === '月';
    if (isRange) return { end: last + (text.charAt(last + 1) === '份' ? 2 : 1), part: 'time=months' };
  }
  if (digits - at > 2 || text.charAt(digits) !== '月') return undefined;
  const month = Number(text.slice(at, digits));
  let end = digits + 1;
  const day = endOfDigits(text, end);
  const isDay = day > end && day - end <= 2 && (text.charAt(day) === '日' || text.charAt(day) === '号');
  if (isDay) end = day + 1;
  const isLast = month === 12 && (!isDay || text.slice(digits + 1, day) === '31');
  // 1月10日前答复: in a part of the year.
  return { end, part: !isLast && (!isDay || text.charAt(end) === '前') ? 'time=month' : undefined };
}

function endOfDigits(text: string, at: number): number {
  while (text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at++;
  return at;
}

/** End of 近3年, 近三年来 that begins at `at`; `at` for anything else. */
function endOfSeveral(text: string, at: number): number {
  let end = at + 1;
  while (end < at + 4 && '0123456789两二三四五六七八九十'.includes(text.charAt(end))) end++;
  return end > at + 1 && text.charAt(end) === '年' ? end + 1 : at;
}

const LONGEST_ASIDE = 12;

/**
 * What brackets add to a word without a figure (含部分公开, A类) parts nothing: it is read as a word without meaning. The
 * index of the opening bracket where the closing one follows the tokens; -1 for brackets that hold figures, lists or
 * sentences.
 */
function startOfAside(tokens: readonly Token[]): number {
  for (let at = tokens.length - 1; at >= Math.max(0, tokens.length - LONGEST_ASIDE); at--) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'number' || token.kind === 'year') return -1;
    if (token.kind !== 'sign') continue;
    if (token.sign === 'open') return at;
    if (token.sign !== 'enumeration' && token.sign !== 'comma') return -1;
  }
  return -1;
}

/** 同意公开（含部分公开）: two rows of the table; （有重叠）: parts overlap; whatever else brackets add means nothing. */
function asideMeaning(tokens: readonly Token[], open: number): Meaning {
  let [isPartial, isOverlap] = [false, false];
  for (let at = open + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    if (token.meaning.role === 'not') return NO_MEANING;
    if (token.meaning.step === 'partiallyGranted') isPartial = true;
    if (token.meaning.role === 'overlap') isOverlap = true;
  }
  return isPartial ? WITH_PARTLY_GRANTED : isOverlap ? OVERLAPPING : NO_MEANING;
}

function isSign(token: Token, sign: Sign): boolean {
  return token.kind === 'sign' && token.sign === sign;
}
