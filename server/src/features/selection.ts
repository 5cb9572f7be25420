import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { Snapshot } from '../analysis/snapshot.ts';
import { type Item, type Report } from '../model/report.ts';
import { blockAt, isKind, type Placed } from '../syntax/block.ts';
import { shift, touches, type Span } from '../text/span.ts';
import { toOffset, toRange } from './support/convert.ts';
import { cellAt, officialTableAt } from './support/place.ts';

/**
 * Selection ranges around each position, from the cell outwards: cell, row, table (or paragraph), item, section, the
 * whole draft. An official table written as several counts as one behind its parts.
 */
export function selectionRanges(
  snapshot: Pick<Snapshot, 'source' | 'report'>,
  positions: readonly Position[],
): SelectionRange[] {
  const { source, report } = snapshot;
  return positions.map(position => {
    const offset = toOffset(source, position);
    const spans = growing(offset, [
      ...inBlock(report, offset),
      ...around(report, offset),
      { start: 0, end: source.text.length },
    ]);
    let selection: SelectionRange | undefined;
    for (const span of spans.reverse())
      selection = { range: toRange(source, span), ...(selection ? { parent: selection } : {}) };
    return selection ?? { range: { start: position, end: position } };
  });
}

/** Those of the spans, inmost first, that hold the offset and everything before them. */
function growing(offset: number, spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const inner = kept.at(-1) ?? { start: offset, end: offset };
    const isWider =
      span.start <= inner.start && span.end >= inner.end && span.end - span.start > inner.end - inner.start;
    if (isWider) kept.push(span);
  }
  return kept;
}

function inBlock(report: Report, offset: number): Span[] {
  const placed = blockAt(report.blocks, offset);
  if (!placed) return [];
  if (isKind(placed, 'table')) return inTable(placed, offset);
  return isKind(placed, 'directive') ? [shift(placed.block.span, placed.at)] : [lineOfText(placed, report)];
}

function inTable(placed: Placed, offset: number): Span[] {
  if (!isKind(placed, 'table')) return [];
  const inside = offset - placed.at;
  const row = placed.block.rows.find(({ span }) => touches(span, inside));
  const cell = row && cellAt(row, inside);
  return [cell?.span, row?.span, placed.block.span].flatMap(span => (span ? [shift(span, placed.at)] : []));
}

/** A paragraph or heading without the blank lines behind it. */
function lineOfText({ at, block }: Placed, { source }: Report): Span {
  return { start: at, end: at + source.text.slice(at, at + block.length).trimEnd().length };
}

function around(report: Report, offset: number): Span[] {
  const table = officialTableAt(report, offset);
  const section = report.sections.find(({ span }) => touches(span, offset));
  const items = section ? itemsAt(section.items, offset) : [];
  return [...(table ? [table.span] : []), ...items, ...(section ? [section.span] : [])];
}

/** Items that hold an offset, inmost first. */
function itemsAt(items: readonly Item[], offset: number): Span[] {
  const item = items.find(({ span }) => touches(span, offset));
  return item ? [...itemsAt(item.items, offset), item.span] : [];
}
