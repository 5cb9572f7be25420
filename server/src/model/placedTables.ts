import { memoByObject } from '../text/memo.ts';
import { shift, type Span } from '../text/span.ts';
import type { BoundTable, Figure, ShortRow, TableContent } from './report.ts';

// A table at its place in the draft.

/** By content: the table that was placed last. */
const lastPlaced = memoByObject((_core: TableContent): { table?: BoundTable } => ({}));

/** The same object as long as the table, its place and what it repeats stay the same. */
export function placedTable(
  core: TableContent,
  at: number,
  found: Pick<BoundTable, 'sectionId' | 'isOfOtherYear' | 'repeats'>,
): BoundTable {
  const kept = lastPlaced(core);
  const { table } = kept;
  if (
    table?.at === at &&
    table.sectionId === found.sectionId &&
    table.isOfOtherYear === found.isOfOtherYear &&
    table.repeats === found.repeats
  )
    return table;
  return (kept.table = placed(core, at, found));
}

/** Few ask for the cells of most tables, so they get their places in the draft only then. */
function placed(
  core: TableContent,
  at: number,
  found: Pick<BoundTable, 'sectionId' | 'isOfOtherYear' | 'repeats'>,
): BoundTable {
  let content: PlacedParts | undefined;
  const parts = () => (content ??= placedContent(core, at));
  let figures: TableContent['figures'] | undefined;
  return {
    ...found,
    core,
    at,
    spec: core.spec,
    edition: core.edition,
    span: shift(core.span, at),
    blocks: core.blocks.map(each => ({ at: each.at + at, block: each.block })),
    get parts() {
      return parts().parts;
    },
    get figures() {
      return (figures ??= placedFigures(core, at));
    },
    get repeatedFigures() {
      return parts().repeatedFigures;
    },
    get extraRows() {
      return parts().extraRows;
    },
    get shortRows() {
      return parts().shortRows;
    },
    get unplaced() {
      return parts().unplaced;
    },
  };
}

type PlacedParts = Pick<TableContent, 'parts' | 'repeatedFigures' | 'extraRows' | 'shortRows' | 'unplaced'>;

function placedContent(
  { parts, repeatedFigures, extraRows, shortRows, unplaced }: TableContent,
  at: number,
): PlacedParts {
  return {
    parts: parts.map(part => ({
      ...part,
      rows: part.rows.map(row => ({ ...shifted(row, at), labelSpan: shift(row.labelSpan, at) })),
      header: part.header.map(column => ({ ...column, labelSpan: shift(column.labelSpan, at) })),
    })),
    repeatedFigures: repeatedFigures.map(figure => shiftedFigure(figure, at)),
    extraRows: extraRows.map(row => shifted(row, at)),
    shortRows: shortRows.map(row => shiftedRow(row, at)),
    unplaced: unplaced.map(line => shifted(line, at)),
  };
}

function placedFigures({ figures }: TableContent, at: number): TableContent['figures'] {
  const placed = new Map<string, Figure>();
  for (const [key, figure] of figures) placed.set(key, shiftedFigure(figure, at));
  return placed;
}

/** Written out, as a copy by `...` is slow in Node.js 20 and a table has hundreds of figures. */
export function shiftedFigure({ row, column, quantity, span, text, isSplit }: Figure, by: number): Figure {
  const placed = { row, column, quantity, span: shift(span, by), text };
  return isSplit === undefined ? placed : { row, column, quantity, span: placed.span, text, isSplit };
}

export function shifted<T extends { readonly span: Span }>(part: T, by: number): T {
  return { ...part, span: shift(part.span, by) };
}

export function shiftedRow({ row, values }: ShortRow, by: number): ShortRow {
  return { row, values: values.map(figure => shiftedFigure(figure, by)) };
}
