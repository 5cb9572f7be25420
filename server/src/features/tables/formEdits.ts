import type { TableFormAction, TableFormEdit } from '../../protocol/tableForm.ts';
import type { Snapshot } from '../../analysis/snapshot.ts';
import type { Language } from '../../messages/message.ts';
import { message, messagesIn } from '../../messages/text.ts';
import { computedTotals } from '../../model/equations/totals.ts';
import { figureKey } from '../../model/report.ts';
import { withBlankCells } from '../../model/writing/cellChanges.ts';
import { styleOf } from '../../model/writing/draftStyle.ts';
import { DASHES, tableForHeads, tableInsertion } from '../../model/writing/insertTable.ts';
import { replaceByStandard, type NoteStyle } from '../../model/writing/standardTable.ts';
import type { Change } from '../../text/change.ts';
import { shortened } from '../../text/shortened.ts';
import { toRange } from '../support/convert.ts';
import { draftAfter, type ReadDraft } from '../support/draftAfter.ts';
import { cellsOnClipboard } from './clipboard.ts';
import { cellName, plainNumber } from './equationText.ts';
import { placeBlock } from './figureBlock.ts';
import { readFigureInput } from './figureInput.ts';
import { cellById, cellId, tablesOfForm, type CellOfForm, type TableOfForm } from './formTables.ts';
import { writeCells, type WantedCell } from './writeCells.ts';

type Draft = ReadDraft & Pick<Snapshot, 'report'>;

/** A cell and the text typed or pasted for it. */
type TypedCell = CellOfForm & { readonly text: string };

/** Plans what was done in the form of a version as edits of that version. Every edit was tried and read again. */
export function tableFormEdit(
  draft: Draft,
  { version, action }: { readonly version: number; readonly action: TableFormAction },
  note: NoteStyle,
  language: Language,
): TableFormEdit {
  if (draft.version !== version) return { kind: 'moved' };
  const tables = tablesOfForm(draft.report);
  switch (action.kind) {
    case 'write': {
      const cells = action.cells.flatMap(({ id, text }) => {
        const cell = cellById(tables, id);
        return cell ? [{ ...cell, text }] : [];
      });
      return writing(draft, tables, cells, language);
    }
    case 'paste': {
      const at = cellById(tables, action.at);
      return at ? pasting(draft, tables, at, action.clipboard, language) : gone(language);
    }
    case 'totals':
      return writing(draft, tables, tables.flatMap(blankTotals), language);
    case 'insert':
      return inserting(
        draft,
        tables.find(({ id }) => id === action.table),
        language,
      );
    case 'replace': {
      const table = tables.find(({ id }) => id === action.table)?.table;
      const changes = table && replaceByStandard(draft.report, table, note);
      return changes ? edits(draft, changes) : gone(language);
    }
  }
}

function gone(language: Language): TableFormEdit {
  return { kind: 'refused', reason: message(language, 'form.gone') };
}

function edits(
  { version, source }: Draft,
  changes: readonly Change[],
  refusals: Extract<TableFormEdit, { kind: 'edits' }>['refusals'] = [],
): TableFormEdit {
  return {
    kind: 'edits',
    version,
    edits: changes.map(({ span, text }) => ({ range: toRange(source, span), newText: text })),
    refusals,
  };
}

function blankTotals(entry: TableOfForm): TypedCell[] {
  if (!entry.table || !entry.isChecked) return [];
  return [...computedTotals(withBlankCells(entry.table))].map(([{ row, column }, value]) => ({
    table: entry,
    row,
    column,
    text: plainNumber(value),
  }));
}

const LONGEST_ECHO = 20;

/** Writes what can be written; what is no figure, or has no place, is left out and named. */
function writing(
  draft: Draft,
  tables: readonly TableOfForm[],
  cells: readonly TypedCell[],
  language: Language,
): TableFormEdit {
  const say = messagesIn(language);
  const refusals: { id: string; reason: string }[] = [];
  const wanted: WantedCell[] = [];
  const idOf = ({ table, row, column }: CellOfForm) => cellId(table, row.key, column.key);
  for (const cell of cells) {
    const { table, row, column, text } = cell;
    const input = readFigureInput(text, row.type ?? column.type);
    if (input.kind === 'refused') {
      const args = { cell: cellName(cell), text: shortened(text.trim(), LONGEST_ECHO) };
      refusals.push({ id: idOf(cell), reason: say(`form.refused.${input.why}`, args) });
    } else if (!table.table) refusals.push({ id: idOf(cell), reason: say('form.refused.noTable') });
    else if ((table.table.figures.get(figureKey(row.key, column.key))?.text ?? '') !== input.text)
      wanted.push({ table: table.table, row, column, text: input.text });
  }
  const { changes, left } = writeCells(draft, wanted);
  for (const { cell, why } of left) {
    const entry = tables.find(({ table }) => table === cell.table);
    if (entry)
      refusals.push({
        id: idOf({ ...cell, table: entry }),
        reason: say(`form.refused.${why}`, { cell: cellName(cell) }),
      });
  }
  return edits(draft, changes, refusals);
}

function pasting(
  draft: Draft,
  tables: readonly TableOfForm[],
  { table, row, column }: CellOfForm,
  clipboard: Parameters<typeof cellsOnClipboard>[0],
  language: Language,
): TableFormEdit {
  const say = messagesIn(language);
  const size = ({ rows, columns }: { readonly rows: number; readonly columns: number }) =>
    say('form.size', { count: rows, total: columns });
  const block = placeBlock(table.spec, { row: row.key, column: column.key }, cellsOnClipboard(clipboard));
  switch (block.kind) {
    case 'empty':
      return { kind: 'refused', reason: say('form.paste.empty') };
    case 'tooLarge':
      return {
        kind: 'refused',
        reason: say('form.paste.tooLarge', { found: size(block), expected: size(block.room) }),
      };
    case 'otherRow':
      return {
        kind: 'refused',
        reason: say('form.paste.otherRow', { found: shortened(block.label, LONGEST_ECHO), expected: block.row.label }),
      };
    case 'placed':
      return writing(
        draft,
        tables,
        block.cells.map(cell => ({ ...cell, table })),
        language,
      );
  }
}

function inserting(draft: Draft, entry: TableOfForm | undefined, language: Language): TableFormEdit {
  const { report } = draft;
  const style = styleOf(report);
  if (!entry || entry.table || !entry.section || !style) return gone(language);
  const { spec, heads, section } = entry;
  const ways = heads
    ? tableForHeads(report, style, spec, heads)
    : [style, { ...style, figure: DASHES }].map(each => tableInsertion(report, each, spec, section));
  const isThere = (change: Change) => draftAfter(draft, [change]).report.tables.some(table => table.spec === spec);
  const change = ways.find(isThere);
  return change ? edits(draft, [change]) : { kind: 'refused', reason: message(language, 'form.refused.insertion') };
}
