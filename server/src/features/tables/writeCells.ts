import type { Snapshot } from '../../analysis/snapshot.ts';
import type { ColumnSpec, RowSpec } from '../../format/types.ts';
import { figureKey, type BoundTable, type Figure, type Report } from '../../model/report.ts';
import { linesOf, waysToWrite, type LineOfCells } from '../../model/writing/cellChanges.ts';
import { readCellValue } from '../../syntax/cellValue.ts';
import type { Change } from '../../text/change.ts';
import { draftAfter, type ReadDraft } from '../support/draftAfter.ts';

type Draft = ReadDraft & Pick<Snapshot, 'report'>;

/** A cell of a draft's table and the text that is to stand there; an empty one empties it. */
export interface WantedCell {
  readonly table: BoundTable;
  readonly row: RowSpec;
  readonly column: ColumnSpec;
  readonly text: string;
}

/**
 * Why a cell was not written: the draft has no place for it, or whatever was tried would be read as other figures than
 * are meant.
 */
export interface CellLeft {
  readonly cell: WantedCell;
  readonly why: 'noPlace' | 'misread';
}

/** A line of one table with the ways to write it. */
interface OpenLine {
  readonly table: BoundTable;
  readonly line: LineOfCells;
  readonly ways: readonly (readonly Change[])[];
}

/**
 * Changes that put texts into cells, so that the draft read again states exactly these and all other figures as
 * before. Lines that cannot be written so are left out.
 */
export function writeCells(
  draft: Draft,
  cells: readonly WantedCell[],
): { readonly changes: readonly Change[]; readonly left: readonly CellLeft[] } {
  const left: CellLeft[] = [];
  const lines: OpenLine[] = [];
  const leave = ({ table, line }: Pick<OpenLine, 'table' | 'line'>, why: CellLeft['why']) => {
    const keys = line.texts;
    left.push(
      ...cells
        .filter(cell => cell.table === table && keys.has(figureKey(cell.row.key, cell.column.key)))
        .map(cell => ({ cell, why })),
    );
  };
  for (const table of new Set(cells.map(cell => cell.table))) {
    const own = cells.filter(cell => cell.table === table);
    const texts = new Map(own.map(({ row, column, text }) => [figureKey(row.key, column.key), text] as const));
    for (const line of linesOf(table, texts)) {
      const ways = waysToWrite(draft.source, table, line);
      if (ways.length === 0) leave({ table, line }, 'noPlace');
      else lines.push({ table, line, ways });
    }
  }
  if (lines.length === 0) return { changes: [], left };
  // Nearly always the first way does for all lines.
  for (const way of [0, -1]) {
    const changes = lines.flatMap(({ ways }) => ways.at(way) ?? []);
    if (isReadAsMeant(draft, changes, lines)) return { changes, left };
  }
  const done: { readonly line: OpenLine; readonly changes: readonly Change[] }[] = [];
  for (const line of lines) {
    const changes = line.ways.find(way => isReadAsMeant(draft, way, [line]));
    if (changes) done.push({ line, changes });
    else leave(line, 'misread');
  }
  const changes = done.flatMap(each => each.changes);
  const doneLines = done.map(each => each.line);
  if (changes.length === 0 || isReadAsMeant(draft, changes, doneLines)) return { changes, left };
  for (const line of doneLines) leave(line, 'misread');
  return { changes: [], left };
}

/** Whether the draft after changes states the texts of lines, and all else as before. */
function isReadAsMeant(draft: Draft, changes: readonly Change[], lines: readonly OpenLine[]): boolean {
  const before = draft.report;
  const after: Report = draftAfter(draft, changes).report;
  if (after.tables.length !== before.tables.length || after.sections.length !== before.sections.length) return false;
  return before.tables.every((table, i) => {
    const again = after.tables[i];
    if (!again || again.spec !== table.spec) return false;
    if (again.shortRows.length > table.shortRows.length || again.unplaced.length > table.unplaced.length) return false;
    const wanted = new Map(lines.filter(each => each.table === table).flatMap(({ line }) => [...line.texts]));
    const keys = new Set([...table.figures.keys(), ...again.figures.keys(), ...wanted.keys()]);
    return [...keys].every(key => {
      const text = wanted.get(key);
      const written = again.figures.get(key);
      if (text === undefined) return statedBy(written) === statedBy(table.figures.get(key));
      return statedBy(written) === (written?.quantity.kind === 'words' ? inWords(text) : statedAs(text));
    });
  });
}

function statedBy(figure: Figure | undefined): string {
  if (figure === undefined) return '';
  return figure.quantity.kind === 'words' ? inWords(figure.text) : statedAs(figure.text);
}

function inWords(text: string): string {
  return text === '' ? '' : `? ${text}`;
}

/** What a text states: a number, or its words; nothing for a blank cell, one that is not there, and a dash. */
function statedAs(text: string): string {
  const quantity = readCellValue(text);
  switch (quantity.kind) {
    case 'value':
      return `${String(quantity.value)} ${quantity.unit ?? ''}`;
    case 'unreadable':
      return inWords(quantity.text);
    case 'blank':
    case 'dash':
      return '';
  }
}
