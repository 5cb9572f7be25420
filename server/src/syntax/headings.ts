import { fold, foldWithOrigin } from '../text/fold.ts';
import { chineseToNumber, circledToNumber, halfWidthDigits, numberToChinese } from '../text/numerals.ts';
import type { Span } from '../text/span.ts';
import type { NumberingStyle } from './block.ts';
import { indentOf, inner, isBlank } from './lineReader.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A heading found at the beginning of a line; all spans count from the line's start. */
export interface HeadingShape {
  /** Number and title. */
  readonly span: Span;
  readonly title: Span;
  readonly numbering?: NumberingShape;
  readonly markdownLevel?: number;
  /** Bold marks between number and title (`**一、**总体情况`), which belong to neither. */
  readonly marks?: Span;
  /** Where the text that follows on the line starts; undefined when nothing follows. */
  readonly rest?: number;
}

export interface NumberingShape {
  readonly style: NumberingStyle;
  readonly value: number;
  readonly span: Span;
  readonly stray?: Span;
}

/** Facts about a line beyond its text, from the tags of a web page. */
export interface LineHints {
  /** Level of the h1–h6 element that the line is. */
  readonly level?: number;
  /** Whether all of it is bold. */
  readonly isBold?: boolean;
  /** Whether it was cut out of a longer line: then a known title ends where the text begins, without any sign. */
  readonly isCut?: boolean;
}

const LONGEST_TITLE = 50;
const LONGEST_ITEM_TITLE = 60;
/** A line with more numbers than this is not a report and not searched further. */
const MOST_CANDIDATES = 2000;
const CHINESE_NUMERALS = '一二三四五六七八九十百〇零';

/**
 * Reads the heading that a line is or begins with: Markdown (`##`, bold), numbered (一、 （一） 1. （1） ①, also with
 * `一．` and `一,`), or a known title alone on its line.
 */
export function readHeading(line: string, vocabulary: Vocabulary, hints: LineHints = {}): HeadingShape | null {
  const { start: indent, end: lineEnd } = inner(line);
  let at = indent;
  let end = lineEnd;
  let level = hints.level;
  const marks = markdownMarks(line, at);
  if (marks) {
    level = marks.level;
    at = marks.next;
    while (end > at && line.charAt(end - 1) === '#') end--;
    end = at + inner(line.slice(at, end)).end;
  }
  let bold = boldMark(line, at);
  let isBold = hints.isBold ?? false;
  let boldEnd: number | undefined;
  if (bold !== undefined) {
    const close = line.indexOf(bold, at + bold.length);
    if (close > 0 && close < end) {
      boldEnd = close;
      isBold ||= close + bold.length >= end;
      at += bold.length;
      at += indentOf(line.slice(at, close));
    }
  }
  const numbering = readNumbering(line, at, boldEnd ?? end);
  const contentStart = numbering ? numbering.span.end : at;
  const strayEnd = numbering?.stray?.end ?? contentStart;
  if (contentStart >= end) {
    // 「一、」 with nothing behind it is a heading whose title was forgotten.
    return numbering?.style === 'chinese' && end - indent <= 6
      ? {
          span: { start: at, end },
          title: { start: end, end },
          numbering,
          ...(level === undefined ? {} : { markdownLevel: level }),
        }
      : null;
  }
  const base = { ...(numbering ? { numbering } : {}), ...(level === undefined ? {} : { markdownLevel: level }) };
  let titleStart = strayEnd + indentOf(line.slice(strayEnd, end));
  let signs: Span | undefined;
  if (numbering && bold !== undefined && boldEnd !== undefined && !isBold && titleStart >= boldEnd) {
    // Only the number is bold.
    titleStart = boldEnd + bold.length + indentOf(line.slice(boldEnd + bold.length, end));
    signs = { start: boldEnd, end: titleStart };
    boldEnd = undefined;
  }
  const inside = numbering && boldEnd === undefined ? boldMark(line, titleStart) : undefined;
  const insideEnd = inside === undefined ? -1 : line.indexOf(inside, titleStart + inside.length);
  if (inside !== undefined && insideEnd > titleStart + inside.length && insideEnd < end) {
    // Only the title is bold.
    signs = { start: signs?.start ?? titleStart, end: titleStart + inside.length };
    titleStart = signs.end + indentOf(line.slice(signs.end, insideEnd));
    bold = inside;
    boldEnd = insideEnd;
    isBold = insideEnd + inside.length >= end;
  }
  const shape = (titleEnd: number, restFrom: number): HeadingShape => {
    const rest = restFrom + indentOf(line.slice(restFrom, lineEnd));
    return {
      ...base,
      span: { start: at, end: titleEnd },
      title: { start: Math.min(titleStart, titleEnd), end: titleEnd },
      ...(signs ? { marks: signs } : {}),
      ...(rest < lineEnd ? { rest } : {}),
    };
  };
  if (boldEnd !== undefined && !isBold) {
    // Only the beginning is bold: that is the heading, the text runs on.
    if (!numbering && level === undefined && !isKnownTitle(line.slice(at, boldEnd), vocabulary)) return null;
    const body = trimTitle(line, titleStart, boldEnd);
    const behind = boldEnd + (bold?.length ?? 0);
    if (body > titleStart && body - titleStart <= LONGEST_ITEM_TITLE)
      return shape(body, behind + separatorLength(line, behind));
  }
  const textEnd = isBold && boldEnd !== undefined ? boldEnd : end;
  const text = line.slice(titleStart, textEnd);
  if (level !== undefined) return shape(trimTitle(line, titleStart, textEnd), lineEnd);
  if (!numbering) {
    if (text.length > LONGEST_TITLE || !isKnownTitle(text, vocabulary)) return null;
    return shape(trimTitle(line, titleStart, textEnd), lineEnd);
  }
  if (isLabel(line.slice(at, signs?.start ?? textEnd) + (signs ? line.slice(signs.end, textEnd) : ''), vocabulary))
    return null;
  if (numbering.style === 'chinese' && isList(text, numbering.value)) return null;
  return numbering.style === 'chinese'
    ? firstLevel(line, titleStart, textEnd, lineEnd, vocabulary, hints.isCut ?? false, shape)
    : lowerLevel(line, titleStart, textEnd, lineEnd, shape);
}

type Shape = (titleEnd: number, restFrom: number) => HeadingShape;

function firstLevel(
  line: string,
  from: number,
  to: number,
  lineEnd: number,
  vocabulary: Vocabulary,
  isCut: boolean,
  shape: Shape,
): HeadingShape | null {
  const text = line.slice(from, to);
  const known = knownTitleLength(text, vocabulary);
  const afterKnown = shape(from + known, from + known + separatorLength(line, from + known));
  if (isCut && known > 0) return afterKnown;
  const stop = firstOf(text, '。；！？;!?');
  const isSentence = stop >= 0 && stop < inner(text).end - 1;
  if (known > 0 && runsOnBehind(text, known)) return afterKnown;
  if (!isSentence && text.length <= LONGEST_TITLE && !/[，,、]$/.test(text))
    return shape(trimTitle(line, from, to), lineEnd);
  if (known > 0) return afterKnown;
  if (isSentence && stop <= LONGEST_TITLE && stop >= 2 && !/[，,]/.test(text.slice(0, stop)))
    return shape(from + stop, from + stop + 1);
  const gap = /[\s\u3000\u00a0]/.exec(text.slice(0, LONGEST_TITLE));
  if (gap && gap.index >= 2 && firstOf(text.slice(0, gap.index), '，,。：:') < 0)
    return shape(from + gap.index, from + gap.index);
  return null;
}

/** Whether a sentence follows the known title, be it so short that line and title could be one. */
function runsOnBehind(text: string, known: number): boolean {
  const rest = text.slice(known).trimEnd();
  return rest.length > 4 && rest.endsWith('。') && (/^[：:。\s\u3000\u00a0]/.test(rest) || rest.includes('，'));
}

/** Whether a line lists titles (`一、总体情况；二、…`): the next number stands in the same sentence. */
function isList(text: string, value: number): boolean {
  const next = `${numberToChinese(value + 1)}、`;
  const at = text.indexOf(next);
  if (at <= 0) return false;
  const before = text.slice(0, at).trimEnd();
  return '；;、，,'.includes(before.charAt(before.length - 1)) && !before.includes('。');
}

function lowerLevel(line: string, from: number, to: number, lineEnd: number, shape: Shape): HeadingShape | null {
  const text = line.slice(from, Math.min(to, from + LONGEST_ITEM_TITLE + 2));
  const stop = firstOf(text, '。；：！？;:');
  if (stop < 0) return to - from <= LONGEST_ITEM_TITLE ? shape(trimTitle(line, from, to), lineEnd) : null;
  if (stop === 0 || stop > LONGEST_ITEM_TITLE) return null;
  return shape(from + stop, from + stop + 1);
}

/** The number that stands at `at`, with a stray 是 behind it, if any. */
export function readNumbering(line: string, at: number, end: number): NumberingShape | null {
  const text = line.slice(at, Math.min(end, at + 16));
  const found = numberingAt(text);
  if (!found) return null;
  const length = found.length + indentOf(text.slice(found.length));
  const span = { start: at, end: at + found.length };
  if (found.style === 'chineseBracket' && text.charAt(length) === '是' && text.charAt(length + 1) !== '否') {
    return { style: found.style, value: found.value, span, stray: { start: at + length, end: at + length + 1 } };
  }
  return { style: found.style, value: found.value, span };
}

function numberingAt(text: string): { style: NumberingStyle; value: number; length: number } | null {
  const circled = circledToNumber(text);
  if (circled !== undefined) return { style: 'circled', value: circled, length: 1 };
  const opens = '（(〔[［'.includes(text.charAt(0)) && text !== '';
  let at = opens ? 1 : 0;
  while (opens && isBlank(text.charAt(at)) && at < text.length) at++;
  const isPart = !opens && text.startsWith('第');
  if (isPart) at = 1;
  const from = at;
  while (at < text.length && CHINESE_NUMERALS.includes(text.charAt(at))) at++;
  if (at > from) {
    const value = chineseToNumber(text.slice(from, at));
    if (value === undefined || value === 0 || value > 40) return null;
    if (isPart) {
      const word = /^部分[、：:．.\s\u3000]*/.exec(text.slice(at));
      return word ? { style: 'chinese', value, length: at + word[0].length } : null;
    }
    if (opens) return closing(text, at, 'chineseBracket', value);
    const sign = text.slice(at).trimStart().charAt(0);
    if (sign === '' || !'、．.，,丶﹑'.includes(sign)) return null;
    return { style: 'chinese', value, length: text.indexOf(sign, at) + 1 };
  }
  if (isPart) return null;
  if (!isDigit(text.charCodeAt(from))) return null;
  const digits = /^\d{1,2}(?!\d)/.exec(halfWidthDigits(text.slice(from)));
  if (!digits) return null;
  const value = Number(digits[0]);
  at = from + digits[0].length;
  if (value === 0) return null;
  if (opens) return closing(text, at, 'arabicBracket', value);
  const sign = text.charAt(at);
  if (sign === '）' || sign === ')') return { style: 'arabicBracket', value, length: at + 1 };
  if (sign === '' || !'.．、'.includes(sign)) return null;
  if (sign !== '、' && /^\d/.test(halfWidthDigits(text.slice(at + 1)))) {
    // 「1.5万件」 is a number, 「1.2019年…」 an item.
    if (!/^(?:19|20)\d\d年/.test(halfWidthDigits(text.slice(at + 1)))) return null;
  }
  return { style: 'arabic', value, length: at + 1 };
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

function closing(text: string, at: number, style: NumberingStyle, value: number) {
  while (at < text.length && isBlank(text.charAt(at))) at++;
  if (text.charAt(at) === '' || !'）)〕]］'.includes(text.charAt(at))) return null;
  const sign = text.charAt(at + 1);
  const length = sign !== '' && '、.．'.includes(sign) ? at + 2 : at + 1;
  return { style, value, length };
}

function markdownMarks(line: string, at: number): { level: number; next: number } | null {
  let count = 0;
  while (line.charAt(at + count) === '#') count++;
  if (count === 0 || count > 6) return null;
  const next = at + count;
  const gap = indentOf(line.slice(next));
  // 「#1号楼」 is text: without a gap only a number or a known form follows a Markdown sign in real drafts.
  if (gap === 0 && !/^[一二三四五六七八九十（(*]/.test(line.slice(next, next + 1))) return null;
  return { level: count, next: next + gap };
}

function boldMark(line: string, at: number): string | undefined {
  return line.startsWith('**', at) ? '**' : line.startsWith('__', at) ? '__' : undefined;
}

function trimTitle(line: string, from: number, to: number): number {
  let end = to;
  while (end > from && (isBlank(line.charAt(end - 1)) || '：:。*'.includes(line.charAt(end - 1)))) end--;
  return end;
}

function separatorLength(line: string, at: number): number {
  return '。：:'.includes(line.charAt(at)) && at < line.length ? 1 : 0;
}

function firstOf(text: string, signs: string): number {
  for (let i = 0; i < text.length; i++) if (signs.includes(text.charAt(i))) return i;
  return -1;
}

function isKnownTitle(text: string, vocabulary: Vocabulary): boolean {
  const folded = fold(text.replace(/[：:。]+$/, ''));
  return folded.length >= 4 && vocabulary.titles.has(folded);
}

/** Whether a line is a label of a table, such as 一、本年新收政府信息公开申请数量. */
export function isLabel(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > 80) return false;
  const folded = fold(text);
  return vocabulary.labels.has(folded) && !vocabulary.titles.has(folded);
}

/** Length of the longest known title that `text` begins with; 0 for none. */
function knownTitleLength(text: string, vocabulary: Vocabulary): number {
  const { text: folded, origin } = foldWithOrigin(text.slice(0, LONGEST_TITLE + 20));
  let best = 0;
  for (const title of vocabulary.titles) {
    if (title.length <= best || !folded.startsWith(title)) continue;
    // A title of two characters may begin a word: white space must end it.
    if (title.length < 4 && !isBlank(text.charAt((origin[title.length - 1] ?? 0) + 1))) continue;
    best = title.length;
  }
  return best === 0 ? 0 : (origin[best - 1] ?? 0) + 1;
}

/**
 * Places inside a long line at which a first-level heading with a known title starts: scraped reports stand whole on
 * one line. A list of titles inside a sentence (`包括一、总体情况；二、…`) has none. At most `most` places are given.
 */
export function headingsInside(line: string, vocabulary: Vocabulary, most = Infinity): number[] {
  const found: number[] = [];
  let candidates = 0;
  for (
    let sign = line.indexOf('、');
    sign >= 0 && candidates < MOST_CANDIDATES && found.length < most;
    sign = line.indexOf('、', sign + 1)
  ) {
    let start = sign;
    while (start > 0 && '一二三四五六七八九十'.includes(line.charAt(start - 1)) && sign - start < 3) start--;
    if (start === sign || start === 0) continue;
    const before = line.slice(Math.max(0, start - 3), start).trimEnd();
    if (
      /(?:[、，,；;（(“]|包括|由|分为|即|和|及|第)$/.test(before) ||
      CHINESE_NUMERALS.includes(line.charAt(start - 1))
    )
      continue;
    candidates++;
    const titleAt = sign + 1 + indentOf(line.slice(sign + 1, sign + 8));
    const length = knownTitleLength(line.slice(titleAt, titleAt + 80), vocabulary);
    if (length === 0) continue;
    const after = line.slice(titleAt + length, titleAt + length + 1);
    if (after !== '' && '、；;，,和及”'.includes(after)) continue;
    found.push(start);
  }
  return found;
}
