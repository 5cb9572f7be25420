import type { ColumnSpec, RowSpec, TableSpec } from '../../format/types.ts';
import { matcherFor, type Matcher } from '../../model/tables/matcher.ts';
import { readCellValue } from '../../syntax/cellValue.ts';

/** A figure cell of the form. */
export interface FormPlace {
  readonly row: RowSpec;
  readonly column: ColumnSpec;
}

/** Copied cells given to cells of the form, or why they cannot be. */
export type PlacedBlock =
  | { readonly kind: 'placed'; readonly cells: readonly (FormPlace & { readonly text: string })[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooLarge'; readonly rows: number; readonly columns: number; readonly room: BlockSize }
  | { readonly kind: 'otherRow'; readonly label: string; readonly row: RowSpec };

export interface BlockSize {
  readonly rows: number;
  readonly columns: number;
}

/** The figure cells of a form, line by line as printed. */
export function figureLines({ layout, parts }: TableSpec): readonly (readonly FormPlace[])[] {
  const rows = new Map(parts.flatMap(part => part.rows.map(row => [row.key, row] as const)));
  const columns = new Map(parts.flatMap(part => part.columns.map(column => [column.key, column] as const)));
  return layout.flatMap(cells => {
    const line = cells.flatMap((cell): FormPlace[] => {
      const row = cell.kind === 'figure' ? rows.get(cell.row) : undefined;
      const column = cell.kind === 'figure' ? columns.get(cell.column) : undefined;
      return row && column ? [{ row, column }] : [];
    });
    return line.length === 0 ? [] : [line];
  });
}

/**
 * Gives copied cells to the cells of a form from one of these on, rows to rows and columns to columns. Heads of the
 * form and labels before the figures may be among them; a label that is another row's refuses all, so that figures do
 * not slip by a row.
 */
export function placeBlock(
  spec: TableSpec,
  from: { readonly row: string; readonly column: string },
  copied: readonly (readonly string[])[],
): PlacedBlock {
  const matcher = matcherFor(spec);
  const block = withoutEmptyEnd(copied.filter(cells => !isHead(cells, matcher)));
  const width = Math.max(0, ...block.map(cells => cells.findLastIndex(text => text !== '') + 1));
  const columns = Array.from({ length: width }, (_, c) => block.map(cells => cells[c] ?? ''));
  const first = columns.findIndex(texts => texts.some(isFigure));
  const last = columns.findLastIndex(texts => texts.some(isFigure));
  // A single cell with letters is not a label but a slip.
  const isOne = block.length === 1 && width === 1;
  if (width === 0 || (first < 0 && !isOne)) return { kind: 'empty' };
  const lines = figureLines(spec);
  const r = lines.findIndex(line => line.some(({ row, column }) => row.key === from.row && column.key === from.column));
  const c = lines[r]?.findIndex(({ row, column }) => row.key === from.row && column.key === from.column) ?? -1;
  const room = { rows: lines.length - r, columns: (lines[r]?.length ?? 0) - c };
  const labelled = isOne ? 0 : labelColumns(block, first, room);
  const tooLarge = { kind: 'tooLarge', rows: block.length, columns: Math.max(1, last + 1 - labelled), room } as const;
  const cells: (FormPlace & { text: string })[] = [];
  for (const [i, texts] of block.entries()) {
    const line = lines[r + i];
    if (!line) return tooLarge;
    const other = otherRow(texts.slice(0, labelled), line, matcher);
    if (other) return other;
    for (const [j, text] of texts.slice(labelled, isOne ? 1 : last + 1).entries()) {
      const place = line[c + j];
      if (place) cells.push({ ...place, text });
      else if (text !== '') return tooLarge;
    }
  }
  return { kind: 'placed', cells };
}

/**
 * How many columns of labels stand before the figures. Blank ones between them are what merged labels cover, or figures
 * left blank: the form's own width tells.
 */
function labelColumns(block: readonly (readonly string[])[], first: number, room: BlockSize): number {
  const words = Math.max(0, ...block.map(cells => cells.slice(0, first).findLastIndex(text => text !== '') + 1));
  if (words === 0) return 0;
  const fitting = Math.max(...block.map(cells => cells.length)) - room.columns;
  return fitting >= words && fitting <= first ? fitting : first;
}

function isFigure(text: string): boolean {
  const { kind } = readCellValue(text);
  return kind === 'value' || kind === 'dash';
}

/** Whether a row holds nothing but captions and heads of columns. */
function isHead(cells: readonly string[], matcher: Matcher): boolean {
  const filled = cells.filter(text => text !== '');
  return (
    filled.length > 0 &&
    filled.every(
      text =>
        !isFigure(text) &&
        (matcher.caption(text) !== undefined ||
          matcher.isNonDataLabel(text) ||
          matcher.parts.some(part => part.columns.find(text)?.match === 'exact')),
    )
  );
}

function withoutEmptyEnd(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.slice(0, rows.findLastIndex(cells => cells.some(text => text !== '')) + 1);
}

/** A label that names another row than the one that its figures would come to. */
function otherRow(
  labels: readonly string[],
  line: readonly FormPlace[],
  matcher: Matcher,
): Extract<PlacedBlock, { kind: 'otherRow' }> | undefined {
  const [first] = line;
  const label = labels.findLast(text => text !== '');
  const hits = label === undefined ? [] : matcher.rows(label);
  if (!first || label === undefined || hits.length === 0 || hits.some(({ row }) => row === first.row)) return undefined;
  return { kind: 'otherRow', label, row: first.row };
}
