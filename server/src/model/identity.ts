import { isKind, type Placed } from '../syntax/block.ts';
import { place, type MappedText } from '../text/mappedText.ts';
import { chineseToNumber, halfWidthDigits } from '../text/numerals.ts';
import { shift, type Span } from '../text/span.ts';
import { type Stated } from './report.ts';

/** What names a report: its title line, the year and the public body in it. */
export interface Identity {
  readonly title: Stated<string> | null;
  readonly year: Stated<number> | null;
  readonly publicBody: Stated<string> | null;
}

/** A report names itself in its first lines. */
const FIRST_BLOCKS = 16;
const LONGEST_TITLE = 80;
const LONGEST_BODY = 40;

/**
 * Reads title, report year and public body. The title decides; without one the stated reporting period, never a
 * publication date.
 */
export function readIdentity(blocks: readonly Placed[]): Identity {
  const texts = blocks.slice(0, FIRST_BLOCKS).flatMap(placed =>
    isKind(placed, 'heading') || isKind(placed, 'paragraph')
      ? [
          {
            at: placed.at,
            text: placed.block.text,
            heading: placed.block.kind === 'heading' && placed.block.numbering?.style === 'chinese',
          },
        ]
      : [],
  );
  const end = texts.findIndex(({ heading }) => heading);
  const before = end < 0 ? texts : texts.slice(0, end);
  for (const [i, { at, text }] of before.entries()) {
    const found = readTitle(text);
    if (!found) continue;
    const above = before[i - 1];
    const body =
      found.body ??
      (above && looksLikeBody(above.text.text)
        ? { text: above.text.text.trim(), at: above.at, span: wholeOf(above.text) }
        : undefined);
    return {
      title: {
        value: text.text.slice(found.span.start, found.span.end),
        span: shift(place(text, found.span.start, found.span.end), at),
      },
      year: found.year
        ? { value: found.year.value, span: shift(place(text, found.year.span.start, found.year.span.end), at) }
        : yearOfPeriod(before),
      publicBody: body
        ? {
            value: body.text,
            span: shift(
              'at' in body ? body.span : place(text, body.span.start, body.span.end),
              'at' in body ? body.at : at,
            ),
          }
        : null,
    };
  }
  return { title: null, year: yearOfMention(before) ?? yearOfPeriod(before), publicBody: null };
}

interface TitleShape {
  readonly span: Span;
  readonly year: { readonly value: number; readonly span: Span } | undefined;
  readonly body: { readonly text: string; readonly span: Span } | undefined;
}

const NAME = /(?:政府信息|政务|信息)公开(?:工作)?(?:\s*[0-9０-９]{4}\s*年?度?\s*)?(?:年度)?(?:工作)?(?:报告|年报)/;
const YEAR = /(?:19|20)\d\d|[二][〇○零O0][〇○零一二三四五六七八九]{2}/;

/** The title in a line: body, year and name in any order (`海东县2024年…`, `2024年海东县…`, `海东县政府信息公开2024年度报告`), also in bold. */
function readTitle(mapped: MappedText): TitleShape | null {
  const text = mapped.text;
  if (text.length > LONGEST_TITLE + 10) return null;
  const name = NAME.exec(text);
  if (!name) return null;
  const start = /^[*_\s]*(?:(?:标\s*题|题\s*名)\s*[:：]\s*)?[*_\s]*/.exec(text)?.[0].length ?? 0;
  const nameEnd = name.index + name[0].length;
  const after = text
    .slice(nameEnd)
    .replace(/[*_\s]+$/, '')
    .trim();
  if (!/^(?:[（(].{0,20}[)）])?[.。]?$/.test(after) && !/^(?:格式|模板)/.test(after)) return null;
  if (/[。；;！!？?>＞»|｜]/.test(text.slice(start, nameEnd)) || /^(?:根据|按照|依据|现将|为)/.test(text.slice(start)))
    return null;
  const year = readYear(text, start);
  const front = text.slice(start, name.index);
  let body = front;
  let bodyStart = start;
  if (year && year.span.start < name.index) {
    const suffix = /^\s*年?度?\s*/.exec(text.slice(year.span.end))?.[0].length ?? 0;
    const behind = text.slice(year.span.end + suffix, name.index);
    const ahead = text.slice(start, year.span.start);
    body = ahead.trim() === '' ? behind : ahead;
    bodyStart = ahead.trim() === '' ? year.span.end + suffix : start;
  }
  const trimmedBody = body.trim();
  const at = bodyStart + body.indexOf(trimmedBody);
  const isBody = trimmedBody.length >= 2 && trimmedBody.length <= LONGEST_BODY && !/[《》“”，,：:]/.test(trimmedBody);
  return {
    span: { start, end: nameEnd },
    year: year && year.span.start < nameEnd ? year : undefined,
    body: isBody ? { text: trimmedBody, span: { start: at, end: at + trimmedBody.length } } : undefined,
  };
}

function readYear(text: string, from: number): { value: number; span: Span } | undefined {
  const digits = halfWidthDigits(text);
  const match = YEAR.exec(digits.slice(from));
  if (!match) return undefined;
  const start = from + match.index;
  const value = /^\d/.test(match[0]) ? Number(match[0]) : chineseToNumber(match[0].replace(/[○O0]/g, '〇'));
  if (value === undefined || !/^\s*(?:年|政府信息|政务)/.test(digits.slice(start + match[0].length))) return undefined;
  return { value, span: { start, end: start + match[0].length } };
}

interface Line {
  readonly at: number;
  readonly text: MappedText;
}

/** 「2024年政府信息公开工作年度报告」 named in the introduction. */
function yearOfMention(lines: readonly Line[]): Stated<number> | null {
  for (const { at, text } of lines) {
    const digits = halfWidthDigits(text.text.slice(0, 2000));
    const match = /((?:19|20)\d\d)\s*年(?:度)?.{0,30}?公开(?:工作)?(?:年度)?(?:报告|年报)/.exec(digits);
    if (match) return { value: Number(match[1]), span: shift(place(text, match.index, match.index + 4), at) };
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

function looksLikeBody(text: string): boolean {
  const body = text.trim();
  return (
    body.length >= 3 && body.length <= 25 && /(?:政府|局|委|厅|办|处|部|院|会|中心|街道|镇|乡|区|县|市)$/.test(body)
  );
}

function wholeOf(text: MappedText): Span {
  return { start: text.pieces[0]?.from ?? 0, end: text.pieces.at(-1)?.to ?? 0 };
}
