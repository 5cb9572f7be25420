import type { LayoutCell } from '../../format/types.ts';
import { isKind, type Placed, type Table } from '../../syntax/block.ts';
import { isWebPage } from '../../syntax/webPage.ts';
import { parse } from '../../syntax/readBlocks.ts';
import type { Change } from '../../text/change.ts';
import { fold } from '../../text/fold.ts';
import { shift } from '../../text/span.ts';
import { bindTable } from '../tables/binder.ts';
import type { Binding } from '../tables/bindingBuilder.ts';
import type { Report } from '../report.ts';
import { VOCABULARY } from '../vocabulary.ts';
import { alignedTable } from './alignPipeTable.ts';
import { besideCells, hasCells, headingPlaces, placeTable } from './aroundTable.ts';
import { isReadAlike, plain, statedText } from './sameReading.ts';
import { mergedGrid, officialGrid, plainGrid, rectangular } from './tableGrids.ts';
import { cellText, writeGrid, writeTable, type TableLayout } from './write.ts';

/** Larger tables are not offered: checking on every cursor move would be too slow. */
const MOST_CELLS = 5000;

/**
 * A change that writes a table in another layout and keeps every text in it; its lines end with `\n`. Undefined where
 * the table has that layout already, where its cells hold marks or comments, or where the draft would not be read with
 * the same figures afterwards: `reread` gives the draft as it is read after a change. What is left of a line that the
 * table stood in may be understood otherwise than the whole line, and so may another table beside it.
 *
 * A table laid out as the official form gets the form's merged cells; in others, cells are merged as far as the form's
 * labels show. Text outside the cells (a caption, comments) is put before and behind the table.
 */
export function convertTable(
  report: Report,
  placed: Placed<Table>,
  layout: TableLayout,
  reread: (change: Change) => Report,
): Change | undefined {
  const { at, block } = placed;
  if (block.layout === layout || isWebPage(report.source.text)) return undefined;
  if (block.rows.reduce((count, { cells }) => count + cells.length, 0) > MOST_CELLS) return undefined;
  if (hasMarks(report, placed)) return undefined;
  const binding = bindTable(block, report);
  for (const text of writings(block, binding, layout)) {
    if (!isReadAs(text, layout, block, binding, report)) continue;
    const span = shift(block.span, at);
    const { before, behind } = besideCells(report.source, placed);
    const whole = [...before, layout === 'pipe' ? alignedTable(text, report) : text, ...behind].join('\n\n');
    const change = placeTable(report.source, span, whole, headingPlaces(report.blocks));
    if (isReadAlike(report, reread(change))) return change;
  }
  return undefined;
}

/** Ways to write the table in a layout, the best first. */
function* writings(block: Table, binding: Binding | null, layout: TableLayout): Iterable<string> {
  const write = (cell: LayoutCell): string => (cell.kind === 'text' ? cellText(cell.text, layout) : '');
  const official = binding ? officialGrid(block, binding.spec) : undefined;
  if (official) yield writeGrid(official, layout, write);
  if (binding && !hasCells(block) && isComplete(block, binding)) {
    yield writeTable(binding.spec, layout, (row, column) =>
      cellText(binding.figures.get(`${row}.${column}`)?.text ?? '', layout),
    );
  }
  if (!hasCells(block)) return;
  if (binding && layout === 'html') yield writeGrid(mergedGrid(block, binding), layout, write);
  yield writeGrid(rectangular(plainGrid(block), block.columnCount, layout), layout, write);
}

// ── Nothing is lost ──

/**
 * Whether cells hold emphasis, comments, notes or text that is struck or hidden, which another layout would lose. Tags
 * that only lay out or set off what stands in a cell of HTML go.
 */
function hasMarks({ source }: Report, { at, block }: Placed<Table>): boolean {
  if (block.layout === 'html') return block.rows.some(({ span }) => HTML_MARK.test(source.slice(shift(span, at))));
  return block.rows.some(({ cells }) =>
    cells.some(({ text, span }) => {
      const written = source.slice(shift(span, at));
      if (text === '') return written.includes('<!--');
      return written !== text && /[*_`~[&]|<!--|<[a-z/]/i.test(written.replace(/<br\s*\/?>/gi, ''));
    }),
  );
}

/** A comment, a hidden text, or a tag that is not one of these. */
const HTML_MARK =
  /<!|display\s{0,2}:\s{0,2}none|<(?!\/?(?:t[dhr]|tbody|thead|tfoot|p|br|div|center|span|font|b|strong|i|em|u|o:p)(?![\w:-]))[a-z/]/i;

/** Whether every figure of the form is known and all else in the table are words of the form, or pieces of them. */
function isComplete(block: Table, { spec, figures, shortRows, extraRows }: Binding): boolean {
  const keys = spec.parts.flatMap(({ rows, columns }) =>
    rows.flatMap(row => columns.map(column => `${row.key}.${column.key}`)),
  );
  if (shortRows.length > 0 || extraRows.length > 0 || !keys.every(key => figures.has(key))) return false;
  const words = spec.layout.flat().flatMap(cell => (cell.kind === 'text' ? [fold(cell.text)] : []));
  const places = new Set([...figures.values()].map(({ span }) => span.start));
  return block.rows.every(({ cells }) =>
    cells.every(
      cell => cell.text === '' || places.has(cell.span.start) || words.some(word => word.includes(fold(cell.text))),
    ),
  );
}

/** Whether a text is read as one table with the same texts and the same figures. */
function isReadAs(text: string, layout: TableLayout, block: Table, binding: Binding | null, report: Report): boolean {
  const { blocks } = parse(`${text}\n`, VOCABULARY);
  const [read] = blocks;
  if (!read || blocks.length !== 1 || !isKind(read, 'table') || read.block.layout !== layout) return false;
  const texts = new Set(read.block.rows.flatMap(({ cells }) => cells.map(cell => plain(cell.text))));
  if (
    hasCells(block) &&
    !block.rows.every(({ cells }) => cells.every(cell => cell.text === '' || texts.has(plain(cell.text))))
  )
    return false;
  const again = bindTable(read.block, report);
  if (!binding || !again) return binding === again;
  if (binding.spec !== again.spec || again.shortRows.length > binding.shortRows.length) return false;
  const keys = new Set([...binding.figures.keys(), ...again.figures.keys()]);
  return [...keys].every(key => statedText(binding.figures.get(key)) === statedText(again.figures.get(key)));
}
