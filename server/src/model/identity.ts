import { readMentions, type Mention } from '../format/reportMentions.ts';
import { findReportTitle, readTitlePiece, TITLE_LINES, type TitleLines } from '../format/reportTitle.ts';
import type { BodyAndYear, TitlePart } from '../format/titleText.ts';
import { isKind, type Placed } from '../syntax/block.ts';
import type { TextBlock } from '../syntax/paragraphFacts.ts';
import { place } from '../text/mappedText.ts';
import { memoByObject } from '../text/memo.ts';
import { shift, type Span } from '../text/span.ts';
import { simplifiedText } from '../text/traditional.ts';
import { yearOfFileName } from './fileNameYear.ts';
import { hasPlace, isFullName, isOffice, isPlace, isPlaceEnd, looksLikeBody } from './publicBody.ts';
import { type Stated, type YearSource } from './report.ts';
import { statedPeriods } from './reportingPeriod.ts';

/** What a report says of itself: title, year and public body. */
export interface Identity {
  readonly title: Stated<string> | null;
  readonly year: Stated<number> | null;
  readonly yearSource: YearSource | null;
  readonly publicBody: Stated<string> | null;
  /** From the first to the last line of the title, its body and its year: no section begins there. */
  readonly place: Span | undefined;
}

/** A paragraph or heading with its text in simplified characters. */
interface Line {
  readonly placed: Placed<TextBlock>;
  readonly text: string;
}

/** Behind the introduction the report may still be presented: 现就2024年度政府信息公开工作报告如下. */
const LATER_BLOCKS = 40;

/**
 * Reads title, report year and public body. The title decides the year; without one in it the text that presents the
 * report (2024年度政府信息公开工作报告如下), then the stated period, then the name of the file; never a publication date.
 */
export function readIdentity(blocks: readonly Placed[], fileName?: string): Identity {
  const beginning = linesOf(blocks.slice(0, TITLE_LINES + LATER_BLOCKS));
  const section = beginning.findIndex(({ placed: { block } }) => isSection(block));
  const end = blocks[TITLE_LINES]?.at ?? Infinity;
  const before = (section < 0 ? beginning : beginning.slice(0, section)).filter(({ placed }) => placed.at < end);
  const title = titleOf(before);
  const mentions = title?.year ? [] : mentionsIn(before);
  const announced = mentions.find(({ mention }) => mention.isAnnounced);
  const [yearSource, year] = title?.year
    ? (['title', title.year] as const)
    : yearBesideTitle(beginning, before, mentions, fileName);
  return {
    title: title?.title ?? null,
    year,
    yearSource,
    publicBody: (title ? title.publicBody : announced?.body) ?? null,
    place: title?.place,
  };
}

function linesOf(blocks: readonly Placed[]): Line[] {
  return blocks.flatMap(placed =>
    isKind(placed, 'heading') || isKind(placed, 'paragraph') ? [{ placed, text: simplifiedOf(placed.block) }] : [],
  );
}

const simplifiedOf = memoByObject((block: TextBlock) => simplifiedText(block.text.text));

function isSection(block: TextBlock): boolean {
  return block.kind === 'heading' && block.numbering?.style === 'chinese';
}

// ── The title ──

interface FoundTitle {
  readonly title: Stated<string>;
  readonly year: Stated<number> | null;
  readonly publicBody: Stated<string> | null;
  readonly place: Span;
}

/** Lines above a title that may belong to it, and below. */
const LINES_ABOVE = 3;
const LINES_BELOW = 2;

interface KnownTitle {
  readonly texts: readonly string[];
  readonly found: TitleLines | undefined;
}

/** By the first of the lines: the title that was last found in them. */
const lastTitles = memoByObject((_first: TextBlock): { title?: KnownTitle } => ({}));

/** {@link findReportTitle}, once as long as the lines stay the same. */
function titleIn(lines: readonly Line[]): TitleLines | undefined {
  const [first] = lines;
  if (!first) return undefined;
  const last = lastTitles(first.placed.block);
  const { title } = last;
  if (title?.texts.length === lines.length && lines.every(({ text }, i) => text === title.texts[i])) return title.found;
  const texts = lines.map(({ text }) => text);
  const found = findReportTitle(texts);
  last.title = { texts, found };
  return found;
}

function titleOf(lines: readonly Line[]): FoundTitle | undefined {
  const found = titleIn(lines);
  if (!found) return undefined;
  const own = joined(lines.slice(found.first, found.last + 1));
  const stated = stateParts(found.title, own);
  let { year, body } = stated;
  let { first, last } = found;
  for (let i = found.first - 1; i >= Math.max(0, found.first - LINES_ABOVE) && !(year && isWhole(body)); i--) {
    const line = lines[i];
    const piece = line && readTitlePiece(line.text);
    if (!line || !piece) break;
    const above = stateParts(piece, joined([line]));
    const isContinued = body !== undefined && above.body !== undefined && goesOn(above.body.value, body.value);
    // What adds nothing, or names what is known already, belongs to something else.
    if ((above.year && year) || (above.body && body && !isContinued) || !(above.year ?? above.body)) break;
    if (above.body && !body && !looksLikeBody(above.body.value)) break;
    year ??= above.year;
    if (above.body && body && isContinued)
      body = { value: above.body.value + body.value, span: around(above.body.span, body.span) };
    else body ??= above.body;
    first = i;
  }
  for (let i = found.last + 1; i <= Math.min(lines.length - 1, found.last + LINES_BELOW) && !(year && body); i++) {
    const line = lines[i];
    const piece = line && readTitlePiece(line.text);
    if (!line || !piece) break;
    const below = stateParts(piece, joined([line]));
    if ((below.year && year) || (below.body && (body || !looksLikeBody(below.body.value)))) break;
    year ??= below.year;
    body ??= below.body;
    last = i;
  }
  const start = lines[first]?.placed.at ?? 0;
  const ending = lines[last]?.placed;
  return {
    title: {
      value: found.text.slice(found.title.start, found.title.end),
      span: own.place(found.title.start, found.title.end),
    },
    year: year ?? null,
    // A single sign is the end of a name whose beginning was not found.
    publicBody: body && body.value.length > 1 ? body : null,
    place: { start, end: ending ? ending.at + ending.block.length : start },
  };
}

/** Whether a body needs nothing that stands above it; 教育局, 临澜区教育局 may be the end of a name that was broken. */
function isWhole(body: Stated<string> | undefined): boolean {
  return body !== undefined && isFullName(body.value);
}

/** Whether a name that is broken over two lines is meant: 青屿县人力资源和社会 and 保障局, 青屿县 and 教育局. */
function goesOn(above: string, below: string): boolean {
  const whole = above + below;
  if (!looksLikeBody(whole) || !hasPlace(whole)) return false;
  if (isPlace(above)) return true;
  return (!hasPlace(below) || isPlaceEnd(below.charAt(0))) && !(isOffice(above) && below.length > 2);
}

/** Texts of lines as one, with nothing between them, and the places of its characters. */
interface JoinedLines {
  place(start: number, end: number): Span;
}

function joined(lines: readonly Line[]): JoinedLines {
  const spanAt = (index: number): Span => {
    let from = 0;
    for (const { placed, text } of lines) {
      if (index < from + text.length) return shift(place(placed.block.text, index - from, index - from + 1), placed.at);
      from += text.length;
    }
    return { start: 0, end: 0 };
  };
  return { place: (start, end) => ({ start: spanAt(start).start, end: spanAt(Math.max(start, end - 1)).end }) };
}

function stateParts({ year, body }: BodyAndYear, lines: JoinedLines) {
  const stated = <T>(value: T, { start, end }: TitlePart): Stated<T> & { readonly span: Span } => ({
    value,
    span: lines.place(start, end),
  });
  return {
    year: year && stated(year.value, year),
    body: body && stated(body.text, body),
  };
}

function around(first: Span, second: Span): Span {
  return { start: Math.min(first.start, second.start), end: Math.max(first.end, second.end) };
}

// ── Beside the title ──

interface PlacedMention {
  readonly mention: Mention;
  readonly year: Stated<number>;
  readonly body: Stated<string> | undefined;
}

function mentionsIn(lines: readonly Line[]): PlacedMention[] {
  return lines.flatMap(line =>
    mentionsOf(line.placed.block).map(mention => {
      const { year, body } = stateParts(mention, joined([line]));
      return { mention, year: year ?? { value: mention.year.value, span: undefined }, body };
    }),
  );
}

const mentionsOf = memoByObject((block: TextBlock) => readMentions(simplifiedOf(block)));
const periodsOf = memoByObject((block: TextBlock) => statedPeriods(simplifiedOf(block)));

function yearBesideTitle(
  beginning: readonly Line[],
  before: readonly Line[],
  mentions: readonly PlacedMention[],
  fileName: string | undefined,
): readonly [YearSource, Stated<number>] | readonly [null, null] {
  const mentioned =
    mentions.find(({ mention }) => mention.isAnnounced) ??
    mentions[0] ??
    mentionsIn(beginning.slice(before.length)).find(({ mention }) => mention.isAnnounced);
  if (mentioned) return ['text', mentioned.year];
  for (const line of beginning) {
    for (const period of periodsOf(line.placed.block)) {
      if (period.year !== undefined)
        return ['period', { value: period.year, span: joined([line]).place(period.start, period.start + 4) }];
    }
  }
  const year = fileName === undefined ? undefined : yearOfFileName(fileName);
  if (year !== undefined && !isContradicted(year, beginning)) return ['fileName', { value: year, span: undefined }];
  return [null, null];
}

const YEARS = /(?<!\d)(?:19|20)\d\d(?=\s*年)/g;

/** Whether the text speaks of other years and never of this one: then the file was named for something else. */
function isContradicted(year: number, lines: readonly Line[]): boolean {
  const named = new Set(lines.flatMap(({ text }) => text.slice(0, 2000).match(YEARS) ?? []).map(Number));
  return named.size > 0 && !named.has(year);
}
