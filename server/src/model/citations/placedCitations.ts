import { type Cell, isKind, type Placed, type Table } from '../../syntax/block.ts';
import { shift, type Span } from '../../text/span.ts';
import type { Citation, CitationContext, Mention } from './citationScanner.ts';
import { citationContext, readCitations } from './citationScanner.ts';
import { citationsOf } from './paragraphCitations.ts';
import { type Report } from '../report.ts';

/** A citation or a named statute with its place in the draft. */
export interface PlacedCitation {
  readonly citation: Citation;
  readonly span: Span;
}

export interface PlacedMention {
  readonly mention: Mention;
  readonly span: Span;
}

/** Everything that a draft cites, in order. */
export interface PlacedCitations {
  readonly citations: readonly PlacedCitation[];
  readonly mentions: readonly PlacedMention[];
}

const byReport = new WeakMap<Report, PlacedCitations>();

/**
 * What a draft cites, in its text, its headings and the cells of its tables; read once for each version. What an edit did
 * not touch is not read again, unless what its short names mean changed.
 */
export function placedCitations(report: Report): PlacedCitations {
  let found = byReport.get(report);
  if (!found) {
    const context = citationContext(report);
    const inTexts = [...citationsOf(report)].map(({ citations, mentions, place }): PlacedCitations => ({
      citations: citations.map(citation => ({ citation, span: place(citation.span.start, citation.span.end) })),
      mentions: mentions.map(mention => ({ mention, span: place(mention.span.start, mention.span.end) })),
    }));
    const all = [
      ...inTexts,
      ...report.blocks.filter(placed => isKind(placed, 'table')).map(placed => inTable(placed, context, report)),
    ];
    const inOrder = <T extends { readonly span: Span }>(places: readonly T[]) =>
      [...places].sort((a, b) => a.span.start - b.span.start);
    byReport.set(
      report,
      (found = {
        citations: inOrder(all.flatMap(({ citations }) => citations)),
        mentions: inOrder(all.flatMap(({ mentions }) => mentions)),
      }),
    );
  }
  return found;
}

const cells = new WeakMap<CitationContext, WeakMap<Cell, ReturnType<typeof readCitations>>>();

function inTable({ at, block }: Placed<Table>, context: CitationContext, { source }: Report): PlacedCitations {
  let known = cells.get(context);
  if (!known) cells.set(context, (known = new WeakMap()));
  const citations: PlacedCitation[] = [];
  const mentions: PlacedMention[] = [];
  for (const cell of new Set(block.rows.flatMap(row => row.cells))) {
    if (cell.text.length <= 2) continue;
    let read = known.get(cell);
    if (!read) known.set(cell, (read = readCitations(cell.text, context)));
    const whole = shift(cell.span, at);
    // Where the draft writes the cell with entities or line ends, only the cell as a whole has a place.
    const placeOf = (span: Span): Span => (source.slice(whole) === cell.text ? shift(span, whole.start) : whole);
    for (const citation of read.citations) citations.push({ citation, span: placeOf(citation.span) });
    for (const mention of read.mentions) mentions.push({ mention, span: placeOf(mention.span) });
  }
  return { citations, mentions };
}
