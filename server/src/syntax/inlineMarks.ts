import { charClassTable } from '../text/charTable.ts';
import { IGNORABLE_PAIR_STARTS, IGNORABLE_SIGNS, ignorableLength } from '../text/ignorable.ts';
import { part, type MappedText } from '../text/mappedText.ts';
import { MappedTextBuilder } from '../text/mappedTextBuilder.ts';
import { halfWidthDigits, isDigit } from '../text/numerals.ts';
import type { Span } from '../text/span.ts';

const [TAG, NOTE, MARK, WIDE] = [1, 2, 3, 4];
const FOOTNOTE_SIGNS = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳¹²³⁰⁴⁵⁶⁷⁸⁹';
/** Signs by which a text is recognised that needs cleaning; most have none of them. */
const SIGNS = charClassTable(
  '<&',
  `[^\\${FOOTNOTE_SIGNS}${IGNORABLE_SIGNS}${IGNORABLE_PAIR_STARTS}`,
  '*_`~',
  '０１２３４５６７８９％',
);

/** Which kinds of signs a text holds. */
export function kindsIn(text: string): {
  readonly tags: boolean;
  readonly notes: boolean;
  readonly marks: boolean;
  readonly wide: boolean;
} {
  let [tags, notes, marks, wide] = [false, false, false, false];
  for (let at = 0; at < text.length; at++) {
    const kind = SIGNS[text.charCodeAt(at)];
    if (kind === 0) continue;
    if (kind === TAG) tags = true;
    else if (kind === NOTE) notes = true;
    else if (kind === MARK) marks = true;
    else if (kind === WIDE) wide = true;
  }
  return { tags, notes, marks, wide };
}

/** A text without footnote signs and ignorable signs. */
export function withoutNotes(text: MappedText): MappedText {
  return kindsIn(text.text).notes ? without(text, notesIn(text.text)) : text;
}

/** The words of running text: without notes and ignorable signs, its digits half-width. */
export function runningText(text: MappedText): MappedText {
  const { notes, wide } = kindsIn(text.text);
  const words = notes ? without(text, notesIn(text.text)) : text;
  return wide ? { text: words.text.replace(/[０-９％]/g, halfWidthDigits), pieces: words.pieces } : words;
}

/** A text without the signs of Markdown for emphasis, code and links, and without what they strike out. */
export function withoutMarks(text: MappedText): MappedText {
  const { marks, notes } = kindsIn(text.text);
  return marks || notes ? without(text, marksIn(text.text)) : text;
}

/** Footnote signs (`[^1]`, `[1]`, `^1^` and ① behind a figure) and ignorable signs. */
function notesIn(text: string): readonly Span[] {
  const found: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    if (SIGNS[text.charCodeAt(at)] !== NOTE) continue;
    const length = ignorableLength(text, at) || noteLength(text, at);
    if (length === 0) continue;
    found.push({ start: at, end: at + length });
    at += length - 1;
  }
  return found;
}

const LONGEST_NOTE = 24;
/** A note's sign as Pandoc writes it: `^1^`, `^\[1\]^`. */
const RAISED_NOTE = /^\^(?:\\?\[)?(?:\d{1,2}|[①-⑳]|\\?\*|注\d{0,2})(?:\\?\])?\^/;

function noteLength(text: string, at: number): number {
  const sign = text.charAt(at);
  if (FOOTNOTE_SIGNS.includes(sign)) return at > 0 && isDigit(text.charCodeAt(at - 1)) ? 1 : 0;
  if (sign === '^') return at === 0 ? 0 : (RAISED_NOTE.exec(text.slice(at, at + LONGEST_NOTE))?.[0].length ?? 0);
  if (sign !== '[') return 0;
  const note = /^\[(?:\^[^\]\s[]{1,20}|[\d¹²³⁰⁴-⁹]{1,2}|注\d{0,2})\]/.exec(text.slice(at, at + LONGEST_NOTE))?.[0];
  if (note === undefined) return 0;
  const behind = text.charAt(at + note.length);
  if (note.startsWith('[^')) return behind === ':' ? 0 : note.length;
  // `[1](#a)` is a link, `[1]` at the beginning of a line an item.
  return at === 0 || behind === '(' || /\s/.test(text.charAt(at - 1)) ? 0 : note.length;
}

/** A text with more signs of emphasis than this is no sentence: they stay. */
const MOST_MARKS = 2000;

/** Signs of emphasis, code and links, and all that is struck out, in order and without overlap. */
function marksIn(text: string): readonly Span[] {
  const found: Span[] = [];
  const open = new Map<string, Span>();
  const pair = (first: Span, last: Span, isStruck: boolean) => {
    if (isStruck) found.push({ start: first.start, end: last.end });
    else found.push(first, last);
  };
  for (let at = 0; at < text.length && found.length < MOST_MARKS; at++) {
    const sign = text.charAt(at);
    if (sign === '\\' && /[!-/:-@[-`{}~]/.test(text.charAt(at + 1))) {
      found.push({ start: at, end: at + 1 });
      at++;
    } else if (sign === '[') {
      const link = linkAt(text, at);
      if (link) found.push(...link);
    } else if ('*_`~'.includes(sign)) {
      let end = at + 1;
      while (text.charAt(end) === sign) end++;
      const run = { start: at, end };
      const mark = text.slice(at, end);
      const first = open.get(mark);
      if (first && closes(text, first, run)) {
        pair(first, run, sign === '~');
        // What is opened inside does not close outside.
        for (const [each, span] of open) if (span.start >= first.start) open.delete(each);
      } else if (opens(text, run)) open.set(mark, run);
      at = end - 1;
    }
  }
  return merged(found);
}

/** Brackets and address of a link `[words](address)` that starts at `at`, whose words stay; all of a picture. */
function linkAt(text: string, at: number): readonly Span[] | undefined {
  const close = at + text.slice(at, at + LONGEST_LINK).indexOf(']');
  if (close < at || text.charAt(close + 1) !== '(') return undefined;
  const end = close + text.slice(close, close + LONGEST_LINK).indexOf(')');
  if (end < close || !LINK_TARGET.test(text.slice(close + 2, end).trim())) return undefined;
  if (text.charAt(at - 1) === '!') return [{ start: at - 1, end: end + 1 }];
  return [
    { start: at, end: at + 1 },
    { start: close, end: end + 1 },
  ];
}

const LONGEST_LINK = 300;
/** An address, and perhaps a title in quotes. */
const LINK_TARGET = /^\S*(?:\s+(?:"[^"]*"|'[^']*'))?$/;

/** Longer runs of a sign are lines to be filled in. */
const LONGEST_RUN = 3;

function opens(text: string, run: Span): boolean {
  const sign = text.charAt(run.start);
  const length = run.end - run.start;
  if (length > LONGEST_RUN || (sign === '~' && length !== 2)) return false;
  return !isSpace(text.charAt(run.end)) && !isWithinWord(text, run);
}

function closes(text: string, first: Span, run: Span): boolean {
  if (run.start === first.end || isSpace(text.charAt(run.start - 1)) || isWithinWord(text, run)) return false;
  // __年__月__日 is to be filled in.
  return (
    text.charAt(run.start) !== '_' ||
    !/^[\u4e00-\u9fff]$/.test(text.slice(first.end, first.end + 2).slice(0, run.start - first.end))
  );
}

/**
 * Between figures or Latin letters a sign is no emphasis: 5*3, 139****1234, file_name. What is struck out may end
 * there.
 */
function isWithinWord(text: string, { start, end }: Span): boolean {
  if (text.charAt(start) === '~') return false;
  return /[\dA-Za-z]/.test(text.charAt(start - 1)) && /[\dA-Za-z]/.test(text.charAt(end));
}

function isSpace(sign: string): boolean {
  return sign === '' || /\s/.test(sign);
}

/** Spans in order; what lies in another is left out. */
function merged(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const each of sorted) if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  return kept;
}

/** Appends the characters `start`–`end` of a mapped text. */
export function addPart(builder: MappedTextBuilder, text: MappedText, start: number, end: number): void {
  for (const piece of part(text, start, end).pieces)
    builder.add(text.text.slice(start + piece.at, start + piece.at + piece.length), piece.from, piece.to);
}

/** A mapped text without some of its characters; the spans are in order and do not overlap. */
function without(text: MappedText, spans: readonly Span[]): MappedText {
  if (spans.length === 0) return text;
  const builder = new MappedTextBuilder();
  let done = 0;
  const keep = (end: number) => {
    addPart(builder, text, done, end);
  };
  for (const { start, end } of spans) {
    if (start > done) keep(start);
    done = Math.max(done, end);
  }
  if (done < text.text.length) keep(text.text.length);
  const kept = builder.take();
  return kept.pieces.length > 0 ? kept : part(text, 0, 0);
}

/**
 * What a line break between two texts is: nothing, but a space between two Latin words or figures; nothing within a
 * number that goes on in the next line (共5⏎1篇), as word processors break them where they may break Latin words.
 */
export function lineGap(before: string, after: string): '' | ' ' {
  if (!isNarrow(before.charAt(before.length - 1)) || !isNarrow(after.charAt(0))) return '';
  return isBrokenNumber(before, after) ? '' : ' ';
}

/** So many signs on each side of a line break tell whether it breaks a number. */
export const AROUND_LINE_BREAK = 12;
/** Digits behind a Chinese sign, and not the whole of a year. */
const NUMBER_BEFORE = /[\u4e00-\u9fff，、；：（](?!(?:19|20)\d\d$)\d[\d.,]{0,8}$/;
const NUMBER_BEHIND = /^(?:\d{1,8}(?:[.,]\d+)?|\.\d+)(?:[\u4e00-\u9fff%％])/;

function isBrokenNumber(before: string, after: string): boolean {
  return NUMBER_BEFORE.test(before.slice(-AROUND_LINE_BREAK)) && NUMBER_BEHIND.test(after.slice(0, AROUND_LINE_BREAK));
}

function isNarrow(sign: string): boolean {
  return sign > ' ' && sign < '\u02b0';
}

/** A text without its line breaks and the white space around them, where they separate no words. */
export function withoutLineBreaks(text: MappedText): MappedText {
  if (!text.text.includes('\n')) return text;
  const found: Span[] = [];
  for (let at = text.text.indexOf('\n'); at >= 0; at = text.text.indexOf('\n', at + 1)) {
    let start = at;
    let end = at + 1;
    while (start > 0 && isSpace(text.text.charAt(start - 1))) start--;
    while (end < text.text.length && isSpace(text.text.charAt(end))) end++;
    const gap =
      start === 0 || end === text.text.length
        ? ''
        : lineGap(
            text.text.slice(Math.max(0, start - AROUND_LINE_BREAK), start),
            text.text.slice(end, end + AROUND_LINE_BREAK),
          );
    if (end - start > gap.length) found.push({ start: start + gap.length, end });
    at = end - 1;
  }
  const kept = without(text, found);
  return { text: kept.text.replaceAll('\n', ' '), pieces: kept.pieces };
}
