import { FIRST_KIND, type KindYearSource, type ReportKind } from '../format/kind.ts';
import { readKindAnnouncement } from '../format/kindTitle.ts';
import { readMentions, type Mention } from '../format/reportMentions.ts';
import { YEAR } from '../format/reportNames.ts';
import { readTitlePiece } from '../format/reportTitle.ts';
import { yearValue, type BodyAndYear, type TitlePart } from '../format/titleText.ts';
import type { Placed } from '../syntax/block.ts';
import type { TextBlock } from '../syntax/paragraphFacts.ts';
import { place } from '../text/mappedText.ts';
import { memoByObject } from '../text/memo.ts';
import { shift, type Span } from '../text/span.ts';
import { beginningOf, isSectionLine, simplifiedOf, titleIn, type Beginning, type Line } from './beginning.ts';
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

/**
 * Reads title, report year and public body. The title decides the year; without one in it the text that presents the
 * report (2024年度政府信息公开工作报告如下), then the stated period, then the name of the file; never a publication date.
 */
export function readIdentity(blocks: readonly Placed[], kind: ReportKind, fileName?: string): Identity {
  const beginning = beginningOf(blocks);
  const { all, before } = beginning;
  const title = titleOf(beginning, kind);
  if (kind.id !== FIRST_KIND) return identityOfKind(title, beginning, kind, fileName);
  const mentions = title?.year ? [] : mentionsIn(before);
  const announced = mentions.find(({ mention }) => mention.isAnnounced);
  const [yearSource, year] = title?.year
    ? (['title', title.year] as const)
    : yearBesideTitle(all, before, mentions, fileName);
  return {
    title: title?.title ?? null,
    year,
    yearSource,
    publicBody: (title ? title.publicBody : announced?.body) ?? null,
    place: title?.place,
  };
}

// ── A kind that is described by patterns ──

/** A year at the beginning of a sentence: 2024年，… 2024年以来，…. */
const YEAR_FIRST = new RegExp(`^(?:[^，,。；;]{0,12}[，,])?(${YEAR})年(?:度|以来|来)?[，,]`);
/** A heading that begins with its year: 2024年度推进法治政府建设的主要举措和成效. */
const YEAR_OF_HEADING = new RegExp(`^(${YEAR})年`);

/** Title, year and body of a kind that is described by patterns; the year from what the kind says states it. */
function identityOfKind(
  title: FoundTitle | undefined,
  { all, before }: Beginning,
  kind: ReportKind,
  fileName: string | undefined,
): Identity {
  const announced = before.flatMap(line => {
    const found = readKindAnnouncement(line.text, kind);
    return found ? [stateParts(found, joined([line]))] : [];
  });
  const yearOf: Readonly<Record<KindYearSource, () => Stated<number> | undefined>> = {
    title: () => title?.year ?? undefined,
    text: () => announced.find(({ year }) => year)?.year ?? yearAt(before, YEAR_FIRST),
    heading: () => yearAt(headingsIn(all), YEAR_OF_HEADING),
    fileName: () => {
      const year = fileName === undefined ? undefined : yearOfFileName(fileName);
      return year === undefined || isContradicted(year, all) ? undefined : { value: year, span: undefined };
    },
  };
  const yearSource = kind.yearFrom.find(source => yearOf[source]()) ?? null;
  return {
    title: title?.title ?? null,
    year: (yearSource && yearOf[yearSource]()) ?? null,
    yearSource,
    publicBody: title?.publicBody ?? announced.find(({ body }) => body)?.body ?? null,
    place: title?.place,
  };
}

function headingsIn(lines: readonly Line[]): Line[] {
  return lines.filter(isSectionLine).map(({ placed, text }) => {
    const { block } = placed;
    const skipped = block.kind === 'heading' ? block.text.text.length - block.title.text.length : 0;
    return { placed, text: text.slice(skipped), skipped };
  });
}

/** The year that one of some lines begins with. */
function yearAt(lines: readonly (Line & { readonly skipped?: number })[], pattern: RegExp): Stated<number> | undefined {
  for (const line of lines) {
    const match = pattern.exec(line.text);
    const [whole = '', year = ''] = match ?? [];
    if (!match) continue;
    const start = (line.skipped ?? 0) + whole.lastIndexOf(year);
    const own = joined([{ placed: line.placed, text: simplifiedOf(line.placed.block) }]);
    return { value: yearValue(year), span: own.place(start, start + year.length) };
  }
  return undefined;
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

function titleOf({ all, before: lines }: Beginning, kind: ReportKind): FoundTitle | undefined {
  const top = titleIn(lines, kind);
  if (!top) return undefined;
  // A page may link to the report of one other year above the title: the period tells which of both is meant.
  const other = top.otherYear;
  const found = other && statedYear(all)?.value === other.title.year?.value ? other : top;
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
  const stated = statedYear(beginning);
  if (stated) return ['period', stated];
  const year = fileName === undefined ? undefined : yearOfFileName(fileName);
  if (year !== undefined && !isContradicted(year, beginning)) return ['fileName', { value: year, span: undefined }];
  return [null, null];
}

/** The year of the first period that lines state. */
function statedYear(lines: readonly Line[]): Stated<number> | undefined {
  for (const line of lines) {
    for (const { year, start } of periodsOf(line.placed.block))
      if (year !== undefined) return { value: year, span: joined([line]).place(start, start + 4) };
  }
  return undefined;
}

const YEARS = /(?<!\d)(?:19|20)\d\d(?=\s*年)/g;

/** Whether the text speaks of other years and never of this one: then the file was named for something else. */
function isContradicted(year: number, lines: readonly Line[]): boolean {
  const named = new Set(lines.flatMap(({ text }) => text.slice(0, 2000).match(YEARS) ?? []).map(Number));
  return named.size > 0 && !named.has(year);
}
