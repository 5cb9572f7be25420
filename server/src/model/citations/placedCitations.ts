import { blockAt, type Cell, isKind, type Placed, type Table } from '../../syntax/block.ts';
import { memoByContext, memoByObject } from '../../text/memo.ts';
import { shift, touches, type Span } from '../../text/span.ts';
import { type Report } from '../report.ts';
import type { Citation, CitationContext, Mention } from './citation.ts';
import { citationContext } from './citationContext.ts';
import { readCitations } from './citationScanner.ts';
import { citationsOf } from './paragraphCitations.ts';

/** A citation or a named statute with its place in the draft. */
export interface PlacedCitation {
  readonly citation: Citation;
  readonly span: Span;
}

export interface PlacedMention {
  readonly mention: Mention;
  readonly span: Span;
  /** The name alone, without the parentheses behind it. */
  readonly nameSpan: Span;
}

/** Everything that a draft cites, in order. */
export interface PlacedCitations {
  readonly citations: readonly PlacedCitation[];
  readonly mentions: readonly PlacedMention[];
}

/**
 * Everything that a draft cites, in its text, its headings and the cells of its tables; put together once for each
 * version. Blocks that an edit did not touch are not read again, unless the meaning of a short name changed.
 */
export const placedCitations = memoByObject((report: Report): PlacedCitations => {
  const found = report.blocks.map(placed => citationsInBlock(report, placed));
  const inOrder = <T extends { readonly span: Span }>(places: readonly T[]) =>
    places.toSorted((a, b) => a.span.start - b.span.start);
  return {
    citations: inOrder(found.flatMap(({ citations }) => citations)),
    mentions: inOrder(found.flatMap(({ mentions }) => mentions)),
  };
});

/**
 * The clause of a known statute that is cited at an offset of a draft, or else the known statute or document on policy
 * that is named there; undefined where there is neither. One that begins or goes on at the offset comes before one that
 * ends there; one that ends where another block or cell begins does not count. Reads only the block or cell at the
 * offset.
 */
export function citedAt(report: Report, offset: number): PlacedCitation | PlacedMention | undefined {
  const placed = blockAt(report.blocks, offset);
  if (!placed) return undefined;
  const { citations, mentions } = citationsInBlock(report, placed, offset);
  return allAtOffset([...citations, ...mentions], offset).find(isKnown);
}

function isKnown(found: PlacedCitation | PlacedMention): boolean {
  return 'citation' in found
    ? found.citation.statuteId !== null
    : found.mention.statuteId !== null || found.mention.policy !== undefined;
}

/** The one that holds the character behind the offset, else the one that ends there. */
export function atOffset<T extends { readonly span: Span }>(found: readonly T[], offset: number): T | undefined {
  return allAtOffset(found, offset)[0];
}

/** Those that hold the character behind the offset; where none does, those that end there. */
function allAtOffset<T extends { readonly span: Span }>(found: readonly T[], offset: number): readonly T[] {
  const holding = found.filter(({ span }) => span.start <= offset && offset < span.end);
  return holding.length > 0 ? holding : found.filter(({ span }) => touches(span, offset));
}

const NOTHING: PlacedCitations = { citations: [], mentions: [] };

/** Citations of one block; of a table only those in the cells at `offset` where that is given. */
function citationsInBlock(report: Report, placed: Placed, offset?: number): PlacedCitations {
  if (isKind(placed, 'table')) return citationsInTable(report, placed, offset);
  for (const { citations, mentions, place } of citationsOf(report, [placed])) {
    return {
      citations: citations.map(citation => ({ citation, span: place(citation.span.start, citation.span.end) })),
      mentions: mentions.map(mention => ({
        mention,
        span: place(mention.span.start, mention.span.end),
        nameSpan: place(mention.nameSpan.start, mention.nameSpan.end),
      })),
    };
  }
  return NOTHING;
}

/** Readings of cells, kept with the cell for each context. */
const readingIn = memoByContext((cell: Cell, context: CitationContext) => readCitations(cell.text, context));

/** Shorter cells cite nothing: numbers, most of all. */
const SHORTEST_CELL = 3;

function citationsInTable(report: Report, { at, block }: Placed<Table>, offset?: number): PlacedCitations {
  const { source } = report;
  const context = citationContext(report);
  const citations: PlacedCitation[] = [];
  const mentions: PlacedMention[] = [];
  const cells = offset === undefined ? block.rows.flatMap(row => row.cells) : cellsAt(block, offset - at);
  for (const cell of new Set(cells)) {
    if (cell.text.length < SHORTEST_CELL) continue;
    const reading = readingIn(cell, context);
    const whole = shift(cell.span, at);
    // Where the draft writes the cell with entities or line ends, only the cell as a whole has a place.
    const placeOf = (span: Span): Span => (source.slice(whole) === cell.text ? shift(span, whole.start) : whole);
    for (const citation of reading.citations) citations.push({ citation, span: placeOf(citation.span) });
    for (const mention of reading.mentions)
      mentions.push({ mention, span: placeOf(mention.span), nameSpan: placeOf(mention.nameSpan) });
  }
  return { citations, mentions };
}

/** The cell that holds the character behind an offset of the table, else those that end there. */
function cellsAt({ rows }: Table, inside: number): readonly Cell[] {
  const touched = rows.flatMap(row =>
    touches(row.span, inside) ? row.cells.filter(({ span }) => touches(span, inside)) : [],
  );
  const holding = touched.filter(({ span }) => inside < span.end);
  return holding.length > 0 ? holding : touched;
}
