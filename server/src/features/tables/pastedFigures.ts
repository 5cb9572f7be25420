import type { Clipboard, PastedTable } from '../../protocol/writing.ts';
import type { Snapshot } from '../../analysis/snapshot.ts';
import { type LayoutId, blockAt, isKind } from '../../syntax/block.ts';
import type { Span } from '../../text/span.ts';
import { toRange, toSpan } from '../support/convert.ts';
import type { ReadDraft } from '../support/draftAfter.ts';
import { figurePlaceAt } from '../support/place.ts';
import { cellsOnClipboard } from './clipboard.ts';
import { tableFormEdit } from './formEdits.ts';
import { cellId, tablesOfForm } from './formTables.ts';

type Draft = ReadDraft & Pick<Snapshot, 'report'>;

/** Whether a line break in a cell tears its row. */
const TORN: readonly LayoutId[] = ['pipe', 'grid', 'tabbed', 'delimited', 'aligned'];
/** One line and its end, without signs that part cells: what a spreadsheet copies of one cell. */
const ONE_CELL = /^[^\r\n\t|｜<>]{1,200}(?:\r\n?|\n)$/;

/**
 * Cells copied from a spreadsheet and pasted into an official table: of several, each goes into a cell from the one at
 * the cursor on, as in the table form; of one, its text without the line end that would tear the row. Null elsewhere,
 * and where what was copied is no figures, or has no room there.
 */
export function pastedFigures(draft: Draft, place: Span, clipboard: Clipboard): PastedTable | null {
  const { report, version, source } = draft;
  const { text = '' } = clipboard;
  const placed = blockAt(report.blocks, place.start);
  if (!placed || !isKind(placed, 'table')) return null;
  const table = report.tables.find(({ blocks }) => blocks.some(({ at }) => at === placed.at));
  if (!table || place.end > placed.at + placed.block.span.end) return null;
  const pasted = { version, title: table.spec.title, notPlaced: [], isWhole: true, isCells: true } as const;
  if (ONE_CELL.test(text)) {
    const isTorn = TORN.includes(placed.block.layout) && source.lineAt(place.start) === source.lineAt(place.end);
    return isTorn ? { ...pasted, text: text.trim(), range: toRange(source, place) } : null;
  }
  const at = figurePlaceAt(report, place.start);
  const end = figurePlaceAt(report, place.end);
  const entry = tablesOfForm(report).find(each => each.table === table);
  if (at?.kind !== 'cell' || end?.kind !== 'cell' || end.cell !== at.cell || !entry) return null;
  if (cellsOnClipboard(clipboard).flat().length < 2) return null;
  const { row, column } = at.cell;
  const action = { kind: 'paste', at: cellId(entry, row.key, column.key), clipboard } as const;
  const planned = tableFormEdit(draft, { version, action }, 'comment', 'zh-CN');
  if (planned.kind !== 'edits' || planned.refusals.length > 0) return null;
  const edits = planned.edits
    .map(({ range, newText }) => ({ ...toSpan(source, range), newText }))
    .sort((a, b) => a.start - b.start);
  // All may stand there already.
  const from = edits[0]?.start ?? place.start;
  const parts: string[] = [];
  let done = from;
  for (const { start, end: behind, newText } of edits) {
    parts.push(source.text.slice(done, start), newText);
    done = behind;
  }
  return { ...pasted, text: parts.join(''), range: toRange(source, { start: from, end: done }) };
}
