import { isBrokenTitle, readReportTitle, TITLE_LINES, yearOfMention } from '../format/reportNames.ts';
import { isKind, type Placed } from '../syntax/block.ts';
import { place, type MappedText } from '../text/mappedText.ts';
import { chineseToNumber, halfWidthDigits } from '../text/numerals.ts';
import { shift, type Span } from '../text/span.ts';
import { looksLikeBody } from './publicBody.ts';
import { type Stated } from './report.ts';

/** Title line of a report, and the year and public body that it names. */
export interface Identity {
  readonly title: Stated<string> | null;
  readonly year: Stated<number> | null;
  readonly publicBody: Stated<string> | null;
}

const LONGEST_BODY = 40;

/**
 * Reads title, report year and public body. The title decides; without one the stated reporting period, never a
 * publication date.
 */
export function readIdentity(blocks: readonly Placed[]): Identity {
  const lines = blocks.slice(0, TITLE_LINES).flatMap(placed =>
    isKind(placed, 'heading') || isKind(placed, 'paragraph')
      ? [
          {
            at: placed.at,
            text: placed.block.text,
            isSection: placed.block.kind === 'heading' && placed.block.numbering?.style === 'chinese',
          },
        ]
      : [],
  );
  const end = lines.findIndex(({ isSection }) => isSection);
  const before = end < 0 ? lines : lines.slice(0, end);
  for (const [i, line] of before.entries()) {
    const next = before[i + 1];
    const whole = wholeLine(line);
    const joined = next && joinedLines(line, next);
    const isBroken = joined !== undefined && isBrokenTitle(line.text.text, joined.text);
    const { text, place: placeOf } = isBroken ? joined : whole;
    const found = readTitle(text);
    if (!found) continue;
    const above = before[i - 1];
    const nameAbove = above && looksLikeBody(above.text.text) ? wholeLine(above) : undefined;
    const stated = <T>(value: T, span: Span): Stated<T> => ({ value, span: placeOf(span.start, span.end) });
    return {
      title: stated(text.slice(found.span.start, found.span.end), found.span),
      year: found.year ? stated(found.year.value, found.year.span) : yearOfPeriod(before),
      publicBody: found.body
        ? stated(found.body.text, found.body.span)
        : nameAbove
          ? { value: nameAbove.text.trim(), span: nameAbove.place(0, nameAbove.text.length) }
          : null,
    };
  }
  return { title: null, year: mentionedYear(before) ?? yearOfPeriod(before), publicBody: null };
}

/** A text and the places of its characters in the draft. */
interface PlacedText {
  readonly text: string;
  place(start: number, end: number): Span;
}

function wholeLine({ at, text }: Line): PlacedText {
  return { text: text.text, place: (start, end) => shift(place(text, start, end), at) };
}

/** Two lines as one, with nothing between them. */
function joinedLines(first: Line, second: Line): PlacedText {
  const head = wholeLine(first);
  const tail = wholeLine(second);
  const border = head.text.length;
  return {
    text: head.text + tail.text,
    place: (start, end) => {
      if (end <= border) return head.place(start, end);
      if (start >= border) return tail.place(start - border, end - border);
      return { start: head.place(start, border).start, end: tail.place(0, end - border).end };
    },
  };
}

interface TitleShape {
  readonly span: Span;
  readonly year: { readonly value: number; readonly span: Span } | undefined;
  readonly body: { readonly text: string; readonly span: Span } | undefined;
}

const YEAR = /(?:19|20)\d\d|[二][〇○零O0][〇○零O0一二三四五六七八九]{2}/;

/**
 * The title in a line: body, year and name in any order (`海东县2024年…`, `2024年海东县…`, `海东县政府信息公开2024年度报告`), also in bold.
 */
function readTitle(text: string): TitleShape | undefined {
  const title = readReportTitle(text);
  if (!title) return undefined;
  const { start, nameStart, end } = title;
  const year = readYear(text, start);
  let body = text.slice(start, nameStart);
  let bodyStart = start;
  if (year && year.span.start < nameStart) {
    const suffix = /^\s*年?度?\s*/.exec(text.slice(year.span.end))?.[0].length ?? 0;
    const behind = text.slice(year.span.end + suffix, nameStart);
    const ahead = text.slice(start, year.span.start);
    body = ahead.trim() === '' ? behind : ahead;
    bodyStart = ahead.trim() === '' ? year.span.end + suffix : start;
  }
  const trimmedBody = body
    .replace(/关于\s*$/, '')
    .replace(/^\s*关于/, match => ' '.repeat(match.length))
    .trim();
  const at = bodyStart + body.indexOf(trimmedBody);
  const isBody = trimmedBody.length >= 2 && trimmedBody.length <= LONGEST_BODY;
  return {
    span: { start, end },
    year: year && year.span.start < end ? year : undefined,
    body: isBody ? { text: trimmedBody, span: { start: at, end: at + trimmedBody.length } } : undefined,
  };
}

function readYear(text: string, from: number): { value: number; span: Span } | undefined {
  const digits = halfWidthDigits(text);
  const match = YEAR.exec(digits.slice(from));
  if (!match) return undefined;
  const start = from + match.index;
  const value = /^\d/.test(match[0]) ? Number(match[0]) : chineseToNumber(match[0].replace(/[○O0]/g, '〇'));
  if (value === undefined || !/^\s*(?:年|政府信息|信息|政务)/.test(digits.slice(start + match[0].length)))
    return undefined;
  return { value, span: { start, end: start + match[0].length } };
}

interface Line {
  readonly at: number;
  readonly text: MappedText;
}

/** 「2024年政府信息公开工作年度报告」 named in the introduction. */
function mentionedYear(lines: readonly Line[]): Stated<number> | null {
  for (const { at, text } of lines) {
    const year = yearOfMention(halfWidthDigits(text.text.slice(0, 2000)));
    if (year && /^\d/.test(year.text))
      return { value: Number(year.text), span: shift(place(text, year.start, year.start + 4), at) };
  }
  return null;
}

/** The reporting period, where it begins and ends in the same year. */
function yearOfPeriod(lines: readonly Line[]): Stated<number> | null {
  for (const { at, text } of lines) {
    const digits = halfWidthDigits(text.text.slice(0, 4000));
    const match = /((?:19|20)\d\d)\s*年\s*1\s*月\s*1\s*日.{0,12}?(?:((?:19|20)\d\d)\s*年)?\s*12\s*月\s*31\s*日/.exec(
      digits,
    );
    if (match && (match[2] === undefined || match[2] === match[1])) {
      return { value: Number(match[1]), span: shift(place(text, match.index, match.index + 4), at) };
    }
  }
  return null;
}
