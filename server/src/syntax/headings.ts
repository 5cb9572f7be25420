import { isSignAt } from '../text/charTable.ts';
import { fold, foldWithOrigin } from '../text/fold.ts';
import { numberToChinese } from '../text/numerals.ts';
import type { Span } from '../text/span.ts';
import { indentOf, inner, isBlank } from './lineReader.ts';
import { mayBeNumbering, readLooseNumbering, readNumbering, type NumberingShape } from './numbering.ts';
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

/**
 * Reads the heading that a line is or begins with: Markdown (`##`, bold), numbered (一、 （一） 1. （1） ①, also with
 * `一．` and `一,`), or a known title alone on its line; also between the marks of other markup (`== … ==`, `h2. …`).
 */
export function readHeading(line: string, vocabulary: Vocabulary, hints: LineHints = {}): HeadingShape | null {
  const body = inner(line);
  if (isContentsEntry(line, body, vocabulary)) return null;
  const { start: indent, end: lineEnd } = markedTitle(line, body, vocabulary) ?? body;
  if (hints.level === undefined && lineEnd - indent > LONGEST_TITLE && !hasMark(line, indent)) return null;
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
    } else if (close < 0 && opensTitle(line, at + bold.length, end, vocabulary)) {
      // Nobody closed it.
      at += bold.length;
      bold = undefined;
    }
  }
  const numbering = readNumbering(line, at, boldEnd ?? end) ?? looseNumbering(line, at, boldEnd ?? end, vocabulary);
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

/**
 * Marks of a heading in other markup than Markdown: AsciiDoc and wikis (`== … ==`), Org (`** …`), Textile and Jira
 * (`h2. …`), LaTeX (`\section{…}`).
 */
const OTHER_MARKS =
  /^(?:=[ \t]+|={2,6}[ \t]*|\*{1,6}[ \t]+|h[1-6](?:\([^()]{0,60}\))?\.[ \t]+(?:\{anchor:[^{}]{0,80}\})?|\\(?:sub){0,2}section\*?\{)/;
const LONGEST_MARKS = 160;

/** The part of a line between such marks, where they hold a known title or a number of the first level. */
function markedTitle(line: string, { start, end }: Span, vocabulary: Vocabulary): Span | undefined {
  if (!isSignAt(line, start, '=*h\\')) return undefined;
  const marks = OTHER_MARKS.exec(line.slice(start, Math.min(end, start + LONGEST_MARKS)))?.[0];
  if (marks === undefined) return undefined;
  const from = start + marks.length;
  const brace = marks.endsWith('{') ? line.indexOf('}', from) : -1;
  let to = brace >= 0 ? brace : end;
  while (to > from && '=*'.includes(marks.charAt(0)) && line.charAt(to - 1) === marks.charAt(0)) to--;
  const title = inner(line.slice(from, to));
  const part = { start: from + title.start, end: from + title.end };
  if (part.end <= part.start || part.end - part.start > LONGEST_TITLE) return undefined;
  const isFirst = readNumbering(line, part.start, part.end)?.style === 'chinese';
  return isFirst || isKnownTitle(line.slice(part.start, part.end), vocabulary) ? part : undefined;
}

/** Whether a line begins with a mark of Markdown or a number, without which no long line is a heading. */
function hasMark(line: string, at: number): boolean {
  return isSignAt(line, at, '#*_') || mayBeNumbering(line, at);
}

/** A number without its sign counts where nothing but a known title stands behind it. */
function looseNumbering(line: string, at: number, end: number, vocabulary: Vocabulary): NumberingShape | null {
  const numbering = readLooseNumbering(line, at, end);
  return numbering && isKnownTitle(line.slice(numbering.span.end, end), vocabulary) ? numbering : null;
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
  if (isCut) {
    const gap = GAP_OR_ITEM.exec(text.slice(0, LONGEST_TITLE));
    if (gap && gap.index >= 4 && firstOf(text.slice(0, gap.index), '，,。：:') < 0)
      return shape(from + gap.index, from + gap.index);
  }
  const stop = firstOf(text, '。；！？;!?');
  const isSentence = stop >= 0 && stop < inner(text).end - 1;
  if (known > 0 && runsOnBehind(text, known)) return afterKnown;
  if (!isSentence && text.length <= LONGEST_TITLE && !/[，,、]$/.test(text))
    return shape(trimTitle(line, from, to), lineEnd);
  if (known > 0) return afterKnown;
  if (isSentence && stop <= LONGEST_TITLE && stop >= 2 && !/[，,]/.test(text.slice(0, stop)))
    return shape(from + stop, from + stop + 1);
  const gap = GAP.exec(text.slice(0, LONGEST_TITLE));
  if (gap && gap.index >= 2 && firstOf(text.slice(0, gap.index), '，,。：:') < 0)
    return shape(from + gap.index, from + gap.index);
  return null;
}

const GAP = /[\s\u3000\u00a0]/;
/** In a line that was cut the first item may follow at once: 六、主要问题和改进措施（一）存在问题. */
const GAP_OR_ITEM = /[\s\u3000\u00a0]|[（(][一1１][)）]|一是/;

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
  for (let i = 0; i < text.length; i++) if (isSignAt(text, i, signs)) return i;
  return -1;
}

/** Signs that lead to the number of a page in a table of contents. */
const LEADERS = new Set('.．…‥⋯·•・');
const FEWEST_LEADERS = 2;
const LONGEST_PAGE = 3;

/**
 * Whether a line is an entry of a table of contents: `一、总体情况……1`, `二、主动公开政府信息情况 .... (3)`; of a known title
 * also with a tab or several blanks before the page.
 */
function isContentsEntry(line: string, { start, end }: Span, vocabulary: Vocabulary): boolean {
  let at = /[)）]/.test(line.charAt(end - 1)) ? end - 1 : end;
  const pageEnd = at;
  while (at > start && pageEnd - at <= LONGEST_PAGE && /[\d０-９]/.test(line.charAt(at - 1))) at--;
  if (at === pageEnd || pageEnd - at > LONGEST_PAGE) return false;
  if (/[(（]/.test(line.charAt(at - 1))) at--;
  const page = at;
  let leaders = 0;
  for (; at > start; at--) {
    const sign = line.charAt(at - 1);
    if (LEADERS.has(sign)) leaders++;
    else if (!/[\s\u3000]/.test(sign)) break;
  }
  if (at === start || leaders >= FEWEST_LEADERS) return at > start;
  if (page - at < FEWEST_LEADERS && line.charAt(page - 1) !== '\t') return false;
  return isKnownTitle(line.slice(readNumbering(line, start, at)?.span.end ?? start, at), vocabulary);
}

/** Whether a number or a known title stands at an offset. */
function opensTitle(line: string, at: number, end: number, vocabulary: Vocabulary): boolean {
  return readNumbering(line, at, end) !== null || isKnownTitle(line.slice(at, end), vocabulary);
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
export function knownTitleLength(text: string, vocabulary: Vocabulary): number {
  const { text: folded, origin } = foldWithOrigin(text.slice(0, LONGEST_TITLE + 20));
  let best = 0;
  for (const title of vocabulary.titles) {
    if (title.length <= best || !folded.startsWith(title)) continue;
    // A title of two characters may begin a word: white space or the first item must end it.
    if (title.length < 4 && !endsWord(text, (origin[title.length - 1] ?? 0) + 1)) continue;
    best = title.length;
  }
  return best === 0 ? 0 : (origin[best - 1] ?? 0) + 1;
}

function endsWord(text: string, at: number): boolean {
  return isBlank(text.charAt(at)) || /^[（(][一1１][)）]/.test(text.slice(at, at + 3));
}
