import type { ClauseReference } from '../types.ts';
import type { Span } from '../../text/span.ts';
import { chineseToNumber, circledToNumber, fullWidthDigits, numberToChinese } from '../../text/numerals.ts';
import { isSignAt } from '../../text/charTable.ts';
import { matchesOf } from '../../text/matches.ts';

/** A clause as written: `第二十条第（一）项`, or a member of a chain that repeats only what differs (`第（五）项`). */
export interface ClauseText extends ClauseReference {
  readonly span: Span;
  /** Set where the clause ends a range (`第（一）项至第（五）项`): the clause at which the range begins. */
  readonly rangeFrom?: ClauseReference;
}

/** White space that web pages and word processors leave inside a citation. */
const MOST_SPACES = 8;
/** More numbers than this do not stand before one 条, 款 or 项. */
const LONGEST_SERIES = 60;

/** Longest numeral with the white space in it. */
const LONGEST_NUMERAL = 16;
const OPENING = '（(﹙〔［[【';
const CLOSING = '）)﹚〕］]】';
const RANGE = '至到~～-－—–';
const LIST = '、，,和及与或；;';
const CHINESE_DIGITS = '零〇○一二三四五六七八九十百千两';

/** A clause as official documents write it: `第二十条第（一）项`, `第四条第二款`. */
export function clauseName({ article, paragraph, item }: ClauseReference): string {
  const parts = [`第${numberToChinese(article)}条`];
  if (paragraph !== undefined) parts.push(`第${numberToChinese(paragraph)}款`);
  if (item !== undefined) parts.push(`第（${numberToChinese(item)}）项`);
  return parts.join('');
}

/** 第N条 with the numeral alone, as written. */
const ARTICLE = /第[\s　]{0,4}([0-9０-９零〇○一二三四五六七八九十百]{1,6})[\s　]{0,4}条/g;

/**
 * The clause in a cited text (第三十一条第二款 of 《条例》第三十一条第二款) with its article's number replaced, paragraph and
 * item left out, in the numerals that the text uses. Undefined where no 第N条 stands there: 二十条 in 第十九、二十条.
 */
export function withArticle(
  text: string,
  { start, end }: Span,
  article: number,
): { readonly span: Span; readonly text: string } | undefined {
  const found = matchesOf(text.slice(start, end), ARTICLE).at(-1);
  if (!found) return undefined;
  const [, numeral = ''] = found;
  return { span: { start: start + found.index, end }, text: `第${inNumeralsOf(numeral, article)}条` };
}

function inNumeralsOf(numeral: string, value: number): string {
  if (/^[0-9]/.test(numeral)) return String(value);
  if (/^[０-９]/.test(numeral)) return fullWidthDigits(String(value));
  return numberToChinese(value);
}

/** First place from `at` that holds no white space, at most a few signs further. */
export function skipSpaces(text: string, at: number): number {
  const limit = at + MOST_SPACES;
  while (at < limit && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The signs that make no difference anywhere, see `fold` in text/fold.ts. */
function isSpace(code: number): boolean {
  return (
    code <= 0x20 ||
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060
  );
}

/**
 * Reads the clause at `at`, which must be a 第, and the chain that it begins: `第十九条、第二十条第（一）项至第（五）项`.
 * Chinese and Arabic numerals, any width, any brackets; also `第（一）（二）项` and `第十九、二十条`. Members are in the order of
 * the text; an empty list where no article stands here.
 */
export function readClauses(text: string, at: number): readonly ClauseText[] {
  const clauses: ClauseText[] = [];
  let next = addArticles(text, at, clauses, false);
  while (next !== undefined) {
    const connector = readConnector(text, skipSpaces(text, next));
    if (!connector) break;
    next =
      addArticles(text, connector.end, clauses, connector.isRange) ??
      addParagraphs(text, connector.end, clauses, connector.isRange) ??
      addItems(text, connector.end, clauses, connector.isRange);
  }
  return clauses;
}

/** 第N条 with what belongs to it; the end of what was read, undefined where no article stands here. */
function addArticles(text: string, at: number, clauses: ClauseText[], isRange: boolean): number | undefined {
  const series = readSeries(text, at, '条', true);
  if (!series) return undefined;
  add(clauses, series, isRange, (_, article) => ({ article }));
  const end = series.end;
  // What follows names a part of the article just read: 第二十条第（一）项 is one clause, not two.
  const article = clauses.pop();
  if (!article) return end;
  const parts: ClauseText[] = [article];
  const after =
    addParagraphs(text, skipSpaces(text, end), parts, false) ?? addItems(text, skipSpaces(text, end), parts, false);
  clauses.push(...joined(parts, article));
  return after ?? end;
}

function addParagraphs(text: string, at: number, clauses: ClauseText[], isRange: boolean): number | undefined {
  const series = readSeries(text, at, '款', true);
  if (!series) return undefined;
  add(clauses, series, isRange, (before, paragraph) => ({ article: before.article, paragraph }));
  const paragraph = clauses.pop();
  if (!paragraph) return series.end;
  const parts: ClauseText[] = [paragraph];
  const after = addItems(text, skipSpaces(text, series.end), parts, false);
  clauses.push(...joined(parts, paragraph));
  return after ?? series.end;
}

function addItems(text: string, at: number, clauses: ClauseText[], isRange: boolean): number | undefined {
  const series = readSeries(text, at, '项', false);
  if (!series) return undefined;
  add(clauses, series, isRange, (before, item) => ({
    article: before.article,
    ...(before.paragraph === undefined ? {} : { paragraph: before.paragraph }),
    item,
  }));
  return series.end;
}

/** The whole and its first part become one clause that begins where the whole begins. */
function joined(parts: readonly ClauseText[], whole: ClauseText): readonly ClauseText[] {
  const [, first, ...rest] = parts;
  if (!first) return parts;
  const range = whole.rangeFrom ?? first.rangeFrom;
  return [
    { ...first, span: { start: whole.span.start, end: first.span.end }, ...(range ? { rangeFrom: range } : {}) },
    ...rest,
  ];
}

type Fill = (before: ClauseReference, value: number) => ClauseReference;

function add(clauses: ClauseText[], series: Series, isRange: boolean, fill: Fill): void {
  for (const [i, member] of series.members.entries()) {
    const before: ClauseText | undefined = clauses.at(-1);
    const clause = { ...fill(before ?? { article: member.value }, member.value), span: member.span };
    const endsRange = i === 0 ? isRange : member.endsRange;
    clauses.push(endsRange && before ? { ...clause, rangeFrom: withoutSpan(before) } : clause);
  }
}

function withoutSpan({ article, paragraph, item }: ClauseReference): ClauseReference {
  return { article, ...(paragraph === undefined ? {} : { paragraph }), ...(item === undefined ? {} : { item }) };
}

interface Series {
  readonly members: readonly { readonly value: number; readonly span: Span; readonly endsRange: boolean }[];
  readonly end: number;
}

/** Numbers before one unit: `第（一）（二）项`, `第十九、二十条`, `第（一）至（五）项`. */
function readSeries(text: string, at: number, unit: '条' | '款' | '项', needsOrdinal: boolean): Series | undefined {
  const isOrdinal = text.charAt(at) === '第';
  if (!isOrdinal && (needsOrdinal || !isSignAt(text, at, OPENING))) return undefined;
  const members: { value: number; span: Span; endsRange: boolean }[] = [];
  let start = at;
  let next = isOrdinal ? skipSpaces(text, at + 1) : at;
  let endsRange = false;
  while (members.length < LONGEST_SERIES) {
    const numeral = readNumeral(text, next);
    if (!numeral) return undefined;
    const end = skipSpaces(text, numeral.end);
    if (text.charAt(end) === unit) {
      members.push({ value: numeral.value, span: { start, end: end + 1 }, endsRange });
      return { members, end: end + 1 };
    }
    members.push({ value: numeral.value, span: { start, end: numeral.end }, endsRange });
    const connector = readConnector(text, end);
    if (!connector && !numeral.isBracketed) return undefined;
    endsRange = connector?.isRange ?? false;
    start = next = connector?.end ?? end;
  }
  return undefined;
}

function readConnector(text: string, at: number): { end: number; isRange: boolean } | undefined {
  if (text.startsWith('以及', at) || text.startsWith('或者', at))
    return { end: skipSpaces(text, at + 2), isRange: false };
  if (isSignAt(text, at, RANGE)) return { end: skipSpaces(text, at + 1), isRange: true };
  return isSignAt(text, at, LIST) ? { end: skipSpaces(text, at + 1), isRange: false } : undefined;
}

interface Numeral {
  readonly value: number;
  readonly end: number;
  readonly isBracketed: boolean;
}

/** 二十, 20, ２０, （一）, (1), ㈠, ⑴, ①. */
function readNumeral(text: string, at: number): Numeral | undefined {
  const enclosed = enclosedValue(text, at);
  if (enclosed !== undefined) return { value: enclosed, end: at + 1, isBracketed: true };
  const isBracketed = isSignAt(text, at, OPENING);
  const start = isBracketed ? skipSpaces(text, at + 1) : at;
  let end = start;
  let digits = '';
  let isArabic = true;
  while (end - start < LONGEST_NUMERAL) {
    const code = text.charCodeAt(end);
    if (isSpace(code)) {
      end++;
      continue;
    }
    if (code >= 0x30 && code <= 0x39) digits += text.charAt(end);
    else if (code >= 0xff10 && code <= 0xff19) digits += String.fromCharCode(code - 0xfee0);
    else if (isSignAt(text, end, CHINESE_DIGITS)) {
      digits += text.charAt(end);
      isArabic = false;
    } else break;
    end++;
  }
  if (digits === '') return undefined;
  const value = isArabic ? Number(digits) : chineseToNumber(digits);
  if (value === undefined) return undefined;
  if (!isBracketed) return { value, end: trimEnd(text, end), isBracketed };
  const close = skipSpaces(text, end);
  return isSignAt(text, close, CLOSING) ? { value, end: close + 1, isBracketed } : undefined;
}

/** Place behind the last sign before `end` that is no white space. */
function trimEnd(text: string, end: number): number {
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

function enclosedValue(text: string, at: number): number | undefined {
  const code = text.charCodeAt(at);
  if (code >= 0x3220 && code <= 0x3229) return code - 0x321f;
  if (code >= 0x2474 && code <= 0x2487) return code - 0x2473;
  return circledToNumber(text, at);
}
