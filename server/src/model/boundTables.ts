import type { Edition } from '../format/types.ts';
import { blocksByKind, type Placed, type Table } from '../syntax/block.ts';
import { memoByObject } from '../text/memo.ts';
import { cover, shift, type Span } from '../text/span.ts';
import { repeatedTables } from './repeatedTables.ts';
import type {
  BoundColumn,
  BoundPart,
  BoundRow,
  BoundTable,
  ExtraRow,
  Figure,
  Section,
  ShortRow,
  TableContent,
} from './report.ts';
import { bindTable } from './tables/binder.ts';
import type { Binding } from './tables/bindingBuilder.ts';

interface PlacedBinding {
  readonly placed: Placed<Table>;
  readonly binding: Binding;
  readonly section: Section | undefined;
}

/** The official tables of a draft, those written in several blocks put together, and the tables that are none. */
export function bindTables(
  blocks: readonly Placed[],
  edition: Edition | null,
  sections: readonly Section[],
): { tables: readonly BoundTable[]; otherTables: readonly Placed<Table>[] } {
  const otherTables: Placed<Table>[] = [];
  const groups: PlacedBinding[][] = [];
  let next = 0;
  for (const placed of blocksByKind(blocks).tables) {
    while ((sections[next]?.span.start ?? Infinity) <= placed.at) next++;
    const section = sections[next - 1];
    const binding = bindTable(placed.block, edition);
    if (!binding || (binding.rows.length === 0 && binding.figures.size === 0) || isOnlyLabels(placed.block, binding)) {
      otherTables.push(placed);
      continue;
    }
    const previous = groups.at(-1);
    const isContinued =
      previous?.[0]?.binding.spec === binding.spec &&
      previous[0].section === section &&
      !previous.some(each => each.binding.rows.some(row => binding.rows.some(other => other.spec === row.spec)));
    if (isContinued) previous.push({ placed, binding, section });
    else groups.push([{ placed, binding, section }]);
  }
  const found = groups.flatMap(group =>
    group[0] ? [{ core: contentOf(group[0].binding, group), at: group[0].placed.at, section: group[0].section }] : [],
  );
  const repeats = repeatedTables(found, blocks, edition);
  const tables: BoundTable[] = [];
  const place = (index: number): BoundTable | null => {
    const table = found[index];
    if (!table) return null;
    const original = repeats.get(index);
    return (tables[index] ??= placedTable(table.core, table.at, {
      sectionId: table.section?.id ?? null,
      repeats: original === undefined ? null : place(original),
    }));
  };
  for (const index of found.keys()) place(index);
  return { tables, otherTables };
}

/** Labels without a single figure, torn off a table that lost its layout. */
function isOnlyLabels(block: Table, { figures, shortRows }: Binding): boolean {
  return block.columnCount === 0 && figures.size === 0 && shortRows.every(({ values }) => values.length === 0);
}

// ── What a table holds, wherever it stands ──

interface Merged {
  readonly bindings: readonly Binding[];
  readonly offsets: readonly number[];
  readonly content: TableContent;
}

/** By the binding of a table's first block: the content that was put together last. */
const lastMerged = memoByObject((_first: Binding): { merged?: Merged } => ({}));

/** The same object as long as the table's blocks, and the distances between them, stay the same. */
function contentOf(first: Binding, group: readonly PlacedBinding[]): TableContent {
  const kept = lastMerged(first);
  const origin = group[0]?.placed.at ?? 0;
  const { merged } = kept;
  if (
    merged?.bindings.length === group.length &&
    group.every(({ placed, binding }, i) => merged.bindings[i] === binding && merged.offsets[i] === placed.at - origin)
  )
    return merged.content;
  const offsets = group.map(({ placed }) => placed.at - origin);
  const content = merge(first, group, offsets);
  kept.merged = { bindings: group.map(({ binding }) => binding), offsets, content };
  return content;
}

/** One official table out of the blocks in which it is written; places count from the start of the first block. */
function merge(first: Binding, group: readonly PlacedBinding[], offsets: readonly number[]): TableContent {
  const figures = new Map<string, Figure>();
  const rows: (BoundRow & { part: unknown })[] = [];
  const extraRows: ExtraRow[] = [];
  const shortRows: ShortRow[] = [];
  const seen = new Map<unknown, Set<string>>();
  const headers = new Map<unknown, BoundColumn[]>();
  const spans: Span[] = [];
  for (const [i, { placed, binding }] of group.entries()) {
    const at = offsets[i] ?? 0;
    spans.push(shift(placed.block.span, at));
    for (const [key, figure] of binding.figures) if (!figures.has(key)) figures.set(key, shiftedFigure(figure, at));
    for (const row of binding.rows)
      rows.push({ ...row, labelSpan: shift(row.labelSpan, at), span: shift(row.span, at) });
    for (const row of binding.extraRows) extraRows.push(shifted(row, at));
    for (const row of binding.shortRows) shortRows.push(shiftedRow(row, at));
    for (const [part, columns] of binding.seenColumns) seen.set(part, new Set([...(seen.get(part) ?? []), ...columns]));
    for (const [part, columns] of binding.headers) {
      const known = headers.get(part) ?? [];
      const added = columns.filter(({ spec }) => !known.some(each => each.spec === spec));
      headers.set(part, [...known, ...added.map(column => ({ ...column, labelSpan: shift(column.labelSpan, at) }))]);
    }
  }
  const { spec, editionId } = first;
  return {
    spec,
    editionId,
    blocks: group.map(({ placed }, i) => ({ at: offsets[i] ?? 0, block: placed.block })),
    span: cover(spans) ?? { start: 0, end: 0 },
    parts: spec.parts.map((part): BoundPart => ({
      spec: part,
      rows: rows.filter(row => row.part === part),
      seenColumns: seen.get(part) ?? new Set(),
      header: headers.get(part) ?? [],
    })),
    figures,
    extraRows,
    shortRows,
  };
}

// ── A table at its place ──

/** By content: the table that was placed last. */
const lastPlaced = memoByObject((_core: TableContent): { table?: BoundTable } => ({}));

/** The same object as long as the table, its place and what it repeats stay the same. */
function placedTable(core: TableContent, at: number, found: Pick<BoundTable, 'sectionId' | 'repeats'>): BoundTable {
  const kept = lastPlaced(core);
  const { table } = kept;
  if (table?.at === at && table.sectionId === found.sectionId && table.repeats === found.repeats) return table;
  return (kept.table = placed(core, at, found));
}

/** Few ask for the cells of most tables, so they get their places in the draft only then. */
function placed(core: TableContent, at: number, found: Pick<BoundTable, 'sectionId' | 'repeats'>): BoundTable {
  let content: PlacedParts | undefined;
  const parts = () => (content ??= placedContent(core, at));
  let figures: TableContent['figures'] | undefined;
  return {
    ...found,
    core,
    at,
    spec: core.spec,
    editionId: core.editionId,
    span: shift(core.span, at),
    blocks: core.blocks.map(each => ({ at: each.at + at, block: each.block })),
    get parts() {
      return parts().parts;
    },
    get figures() {
      return (figures ??= placedFigures(core, at));
    },
    get extraRows() {
      return parts().extraRows;
    },
    get shortRows() {
      return parts().shortRows;
    },
  };
}

type PlacedParts = Pick<TableContent, 'parts' | 'extraRows' | 'shortRows'>;

function placedContent({ parts, extraRows, shortRows }: TableContent, at: number): PlacedParts {
  return {
    parts: parts.map(part => ({
      ...part,
      rows: part.rows.map(row => ({ ...shifted(row, at), labelSpan: shift(row.labelSpan, at) })),
      header: part.header.map(column => ({ ...column, labelSpan: shift(column.labelSpan, at) })),
    })),
    extraRows: extraRows.map(row => shifted(row, at)),
    shortRows: shortRows.map(row => shiftedRow(row, at)),
  };
}

function placedFigures({ figures }: TableContent, at: number): TableContent['figures'] {
  const placed = new Map<string, Figure>();
  for (const [key, figure] of figures) placed.set(key, shiftedFigure(figure, at));
  return placed;
}

/** Written out, as a copy by `...` is slow in Node.js 20 and a table has hundreds of figures. */
function shiftedFigure({ row, column, quantity, span, text, isSplit }: Figure, by: number): Figure {
  const placed = { row, column, quantity, span: shift(span, by), text };
  return isSplit === undefined ? placed : { row, column, quantity, span: placed.span, text, isSplit };
}

function shifted<T extends { readonly span: Span }>(part: T, by: number): T {
  return { ...part, span: shift(part.span, by) };
}

function shiftedRow({ row, values }: ShortRow, by: number): ShortRow {
  return { row, values: values.map(figure => shiftedFigure(figure, by)) };
}
