import type { ChosenEdition } from '../format/editionSet.ts';
import type { Edition, RowSpec, SectionId, TableSpec } from '../format/types.ts';
import { blocksByKind, type Block, type Placed, type Table } from '../syntax/block.ts';
import { isFigureText } from '../syntax/cellValue.ts';
import { memoByObject, memoByObjectAndKey } from '../text/memo.ts';
import { cover, shift, type Span } from '../text/span.ts';
import { isOfOtherYear } from './captions.ts';
import { placedTable, shifted, shiftedFigure, shiftedRow } from './placedTables.ts';
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
  UnplacedLine,
} from './report.ts';
import { figureKey } from './report.ts';
import { bindTable, bindTableAs, type Expected } from './tables/binder.ts';
import { cellOf, figureOf, type Binding } from './tables/bindingBuilder.ts';
import { looksLikePiece } from './tables/pieces.ts';
import { labelOfPlaced, placeLines, type FigureLine, type SequenceItem } from './tables/rowSequence.ts';

interface PlacedBinding {
  readonly placed: Placed<Table>;
  readonly binding: Binding;
}

/** The blocks in which one official table is written, from the first to the last. */
interface Group {
  readonly first: Binding;
  /** Place of the first block, and the section that it stands in. */
  readonly at: number;
  readonly section: Section | undefined;
  readonly pieces: PlacedBinding[];
  /** Rows that the blocks hold. */
  readonly rows: Set<RowSpec>;
}

/** The official tables of a draft, those written in several blocks put together, and the tables that are none. */
export function bindTables(
  blocks: readonly Placed[],
  chosen: ChosenEdition,
  sections: readonly Section[],
  reportYear: number | null,
): { tables: readonly BoundTable[]; otherTables: readonly Placed<Table>[] } {
  const otherTables: Placed<Table>[] = [];
  const groups: Group[] = [];
  /** The table of each kind that was begun last: a piece goes on with no other. */
  const latest = new Map<TableSpec, Group>();
  let next = 0;
  let section: Section | undefined;
  for (const placed of blocksByKind(blocks).tables) {
    while ((sections[next]?.span.start ?? Infinity) <= placed.at) {
      const each = sections[next++];
      if (each && !isCaption(each)) section = each;
    }
    const binding = bindingOf(placed.block, chosen, section);
    if (!binding || holdsNothing(placed.block, binding, section)) {
      otherTables.push(placed);
      continue;
    }
    let group = latest.get(binding.spec);
    if (!group || !isPieceOf(binding, section, group)) {
      groups.push((group = { first: binding, at: placed.at, section, pieces: [], rows: new Set() }));
      latest.set(binding.spec, group);
    }
    group.pieces.push({ placed, binding });
    for (const { spec } of binding.rows) group.rows.add(spec);
  }
  const found = groups.map(({ first, at, section, pieces }) => ({
    core: contentOf(first, pieces),
    at,
    section,
    isOfOtherYear: isOfOtherYear(at, blocks, reportYear),
  }));
  const repeats = repeatedTables(found, blocks, chosen.edition);
  const tables: BoundTable[] = [];
  const place = (index: number): BoundTable | null => {
    const table = found[index];
    if (!table) return null;
    const original = repeats.get(index);
    return (tables[index] ??= placedTable(table.core, table.at, {
      sectionId: table.section?.id ?? null,
      isOfOtherYear: table.isOfOtherYear,
      repeats: original === undefined ? null : place(original),
    }));
  };
  for (const index of found.keys()) place(index);
  return { tables, otherTables };
}

/** A table read as what its labels say, or as a piece of the table that is expected in its section. */
function bindingOf(block: Table, chosen: ChosenEdition, section: Section | undefined): Binding | null {
  const { edition } = chosen;
  const binding = bindTable(block, chosen);
  const expected = edition && section?.id ? expectedIn(edition, section.id) : undefined;
  const isWeak = !binding || (binding.spec !== expected?.spec && binding.rows.length < 2);
  return expected && isWeak && looksLikePiece(block, expected.spec) ? bindTableAs(block, expected) : binding;
}

/** The table that an edition demands in a section. */
const expectedIn = memoByObjectAndKey((edition: Edition, section: SectionId): Expected | undefined => {
  const spec = edition.tables.find(table => table.isRequired && table.section === section);
  return spec && { spec, edition };
});

/** A heading of the first level that only names a table: 表三：…, 续表. It begins no section of the report. */
function isCaption({ id, title }: Section): boolean {
  return id === null && /^(?:附表|续表|表[一二三四\d])/.test(title.trim());
}

/** Whether a block of a section goes on with a table: none of its rows has been read before. */
function isPieceOf({ rows }: Binding, section: Section | undefined, group: Group): boolean {
  const isSameSection = group.section === section || (group.section?.id ?? null) === (section?.id ?? undefined);
  return isSameSection && rows.every(({ spec }) => !group.rows.has(spec));
}

/** Whether a block has neither rows nor figures, or labels alone that were torn off a table which lost its layout. */
function holdsNothing(block: Table, binding: Binding, section: Section | undefined): boolean {
  const { rows, figures, shortRows, unplaced, spec } = binding;
  if (figures.size > 0 || unplaced.length > 0 || shortRows.some(({ values }) => values.length > 0)) return false;
  if (rows.length === 0) return true;
  if (block.columnCount > 0) return false;
  // A form that nobody has filled in has all its labels, and no figure stands near it.
  const isForm = rows.length === spec.parts.reduce((count, part) => count + part.rows.length, 0);
  return !isForm || !section || section.blocks.some(({ block: other }) => isFigures(other));
}

const isFigures = memoByObject((block: Block): boolean => {
  if (block.kind === 'paragraph') return block.text.text.length <= LONGEST_FIGURE && isFigureText(block.text.text);
  return (
    block.kind === 'table' &&
    block.rows.some(({ cells }) => cells.some(cell => cell.text !== '' && isFigureText(cell.text)))
  );
});

const LONGEST_FIGURE = 20;

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
  const [only] = group;
  const content = only && group.length === 1 ? contentOfBlock(only) : merge(first, group, offsets);
  kept.merged = { bindings: group.map(({ binding }) => binding), offsets, content };
  return content;
}

/** A table that is written in one block. */
function contentOfBlock({ placed: { block }, binding }: PlacedBinding): TableContent {
  const { spec, edition, rows, seenColumns, headers, figures, repeatedFigures, extraRows, shortRows, unplaced } =
    binding;
  return {
    spec,
    edition,
    blocks: [{ at: 0, block }],
    span: block.span,
    parts: spec.parts.map((part): BoundPart => ({
      spec: part,
      rows: rows.filter(row => row.part === part),
      seenColumns: seenColumns.get(part) ?? new Set(),
      header: headers.get(part) ?? [],
    })),
    figures,
    repeatedFigures,
    extraRows,
    shortRows,
    unplaced: unplaced.map(line => lineAt(line, 0)),
  };
}

/** One official table out of several blocks; places count from the start of the first one. */
function merge(first: Binding, group: readonly PlacedBinding[], offsets: readonly number[]): TableContent {
  const figures = new Map<string, Figure>();
  const rows: (BoundRow & { part: unknown })[] = [];
  const repeatedFigures: Figure[] = [];
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
    for (const figure of binding.repeatedFigures) repeatedFigures.push(shiftedFigure(figure, at));
    for (const row of binding.extraRows) extraRows.push(shifted(row, at));
    for (const row of binding.shortRows) shortRows.push(shiftedRow(row, at));
    for (const [part, columns] of binding.seenColumns) seen.set(part, new Set([...(seen.get(part) ?? []), ...columns]));
    for (const [part, columns] of binding.headers) {
      const known = headers.get(part) ?? [];
      const added = columns.filter(({ spec }) => !known.some(each => each.spec === spec));
      headers.set(part, [...known, ...added.map(column => ({ ...column, labelSpan: shift(column.labelSpan, at) }))]);
    }
  }
  const { spec, edition } = first;
  const joined = joinLines(
    spec,
    group.map(({ binding }, i) => sequenceAt(binding.sequence, offsets[i] ?? 0)),
    { figures, isGrid: group.every(({ placed }) => placed.block.columnCount > 0) },
  );
  rows.push(...joined.rows.filter(row => !rows.some(known => known.spec === row.spec)));
  return {
    spec,
    edition,
    blocks: group.map(({ placed }, i) => ({ at: offsets[i] ?? 0, block: placed.block })),
    span: cover(spans) ?? { start: 0, end: 0 },
    parts: spec.parts.map((part): BoundPart => ({
      spec: part,
      rows: rows.filter(row => row.part === part),
      seenColumns: seen.get(part) ?? new Set(),
      header: headers.get(part) ?? [],
    })),
    figures,
    repeatedFigures,
    extraRows,
    shortRows,
    unplaced: joined.left.map(line => lineAt(line, 0)),
  };
}

/**
 * Lines of figures without a label whose row is known by the rows in the blocks before and behind them. Adds their
 * figures.
 */
function joinLines(
  spec: TableSpec,
  sequences: readonly (readonly SequenceItem[])[],
  { figures, isGrid }: { readonly figures: Map<string, Figure>; readonly isGrid: boolean },
): { readonly rows: readonly (BoundRow & { part: unknown })[]; readonly left: readonly FigureLine[] } {
  const [part] = spec.parts;
  const columns = part?.columns ?? [];
  const isFilled = (row: RowSpec) => columns.some(({ key }) => figures.has(figureKey(row.key, key)));
  const figuresIn = (row: RowSpec) =>
    columns.flatMap(({ key }) => figures.get(figureKey(row.key, key)) ?? []).map(cellOf);
  const { placed, left } = placeLines(spec, sequences.flat(), isFilled, figuresIn);
  const rows = placed.map(each => {
    const { row, line } = each;
    const { cells } = line;
    for (const [i, column] of columns.entries()) {
      const cell = cells[i];
      if (cell) figures.set(figureKey(row.key, column.key), figureOf(row, column, cell));
    }
    const span = cover(cells.map(cell => cell.span)) ?? { start: 0, end: 0 };
    const { label, labelSpan = span, match } = labelOfPlaced(each, isGrid);
    return { part, spec: row, match, label, labelSpan, span };
  });
  return { rows, left };
}

function sequenceAt(sequence: readonly SequenceItem[], by: number): readonly SequenceItem[] {
  return sequence.map(item =>
    item.kind === 'line'
      ? {
          ...item,
          cells: item.cells.map(cell => shifted(cell, by)),
          labelSpan: item.labelSpan && shift(item.labelSpan, by),
        }
      : item,
  );
}

function lineAt({ cells, words }: FigureLine, by: number): UnplacedLine {
  const span = cover(cells.map(cell => cell.span)) ?? { start: 0, end: 0 };
  return { span: shift(span, by), words, texts: cells.map(({ text }) => text) };
}
