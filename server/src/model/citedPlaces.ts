import type { Block, Placed, Row, Table } from '../syntax/block.ts';
import { place } from '../text/mapped.ts';
import { shift, type Span } from '../text/span.ts';
import type { Citation, CitationContext, Mention } from './citations.ts';
import { citationContext, citationsIn, mentionsIn } from './citations.ts';
import { isKind, type Report } from './report.ts';

/** A citation or a named statute with its place in the draft (or, where that is said, in its block). */
export interface PlacedCitation {
  readonly citation: Citation;
  readonly span: Span;
}

export interface PlacedMention {
  readonly mention: Mention;
  readonly span: Span;
}

/** Everything that a draft, or one block of it, cites, in order. */
export interface CitedPlaces {
  readonly citations: readonly PlacedCitation[];
  readonly mentions: readonly PlacedMention[];
}

/** Text behind this in one paragraph is not read. */
const LONGEST_TEXT = 100_000;

const byReport = new WeakMap<Report, CitedPlaces>();
const byBlock = new WeakMap<Block, { readonly key: string; readonly found: CitedPlaces }>();
const keys = new WeakMap<CitationContext, string>();
const serials = new WeakMap<object, number>();
let lastSerial = 0;

/**
 * What a draft cites, in its text, its headings and the cells of its tables; read once for each version. A block that an
 * edit did not touch is not read again, unless what its short names mean changed.
 */
export function citedPlaces(report: Report): CitedPlaces {
  let found = byReport.get(report);
  if (!found) {
    const context = citationContext(report);
    const blocks = report.blocks.map(placed => ({ at: placed.at, found: citedInBlock(placed, context, report) }));
    byReport.set(report, (found = {
      citations: blocks.flatMap(({ at, found: { citations } }) => citations.map(each => ({ ...each, span: shift(each.span, at) }))),
      mentions: blocks.flatMap(({ at, found: { mentions } }) => mentions.map(each => ({ ...each, span: shift(each.span, at) }))),
    }));
  }
  return found;
}

/** What one block cites; places count from the block's start. */
export function citedInBlock(placed: Placed, context: CitationContext, report: Pick<Report, 'source'>): CitedPlaces {
  const { block } = placed;
  const key = keyOf(context);
  const known = byBlock.get(block);
  if (known?.key === key) return known.found;
  const found = isKind(placed, 'paragraph') || isKind(placed, 'heading') ? read(placed.block.text.text, context, (start, end) => place(placed.block.text, start, end))
    : isKind(placed, 'table') ? ofTable(placed, context, report) : NOTHING;
  byBlock.set(block, { key, found });
  return found;
}

const NOTHING: CitedPlaces = { citations: [], mentions: [] };

function read(text: string, context: CitationContext, placeOf: (start: number, end: number) => Span): CitedPlaces {
  const words = text.slice(0, LONGEST_TEXT);
  return {
    citations: citationsIn(words, context).map(citation => ({ citation, span: placeOf(citation.span.start, citation.span.end) })),
    mentions: mentionsIn(words, context).map(mention => ({ mention, span: placeOf(mention.span.start, mention.span.end) })),
  };
}

function ofTable({ at, block }: Placed<Table>, context: CitationContext, { source }: Pick<Report, 'source'>): CitedPlaces {
  const cells = [...new Set(block.rows.flatMap((row: Row) => row.cells))].filter(({ text }) => text.length > 2);
  const found = cells.map(cell => {
    // Where the draft writes the cell with entities or line ends, only the cell as a whole has a place.
    const isVerbatim = source.slice(shift(cell.span, at)) === cell.text;
    return read(cell.text, context, (start, end) => (isVerbatim ? { start: cell.span.start + start, end: cell.span.start + end } : cell.span));
  });
  return { citations: found.flatMap(({ citations }) => citations), mentions: found.flatMap(({ mentions }) => mentions) };
}

/** Contexts of equal meaning have equal keys. */
function keyOf(context: CitationContext): string {
  let key = keys.get(context);
  if (key === undefined) {
    const names = [...context.abbreviations].map(([name, { candidates, hint }]) => [name, candidates.map(({ id }) => id), hint.age, hint.year, hint.numbered?.id]);
    key = JSON.stringify([context.reportYear, context.local ? serialOf(context.local) : 0, names]);
    keys.set(context, key);
  }
  return key;
}

function serialOf(each: object): number {
  let serial = serials.get(each);
  if (serial === undefined) serials.set(each, (serial = ++lastSerial));
  return serial;
}
