import * as XLSX from '@e965/xlsx';
import { LIMITS } from '../../text/limits.ts';
import { type Grid, type GridCell } from '../pieces.ts';
import { refuse, refuseDamaged } from '../refused.ts';
import { readRichText, type RichText } from './richText.ts';
import type { Sheet } from './sheets.ts';

/**
 * The sheets of a workbook (.xlsx, .xls, .et) in their order. Of all that is read this alone needs the library, and
 * lies in a bundle of its own with it.
 */
export function readSheets(bytes: Uint8Array): Sheet[] {
  let book: XLSX.WorkBook;
  try {
    book = XLSX.read(bytes, {
      type: 'array',
      cellHTML: false,
      cellFormula: true,
      cellNF: true,
      sheetStubs: true,
      sheetRows: MOST_ROWS + 1,
    });
  } catch (error) {
    if (String(error).includes('assword')) return refuse('documents.refused.password', {});
    return refuseDamaged('workbook');
  }
  return book.SheetNames.flatMap((name, i) => {
    const sheet = book.Sheets[name];
    const isHidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0;
    const found = sheet && !isHidden ? gridOf(sheet) : undefined;
    return found || isHidden ? [{ name, isHidden, ...(found ?? NOTHING) }] : [];
  });
}

const NOTHING = { grid: undefined, errors: 0, uncomputed: 0, struck: 0 };

/** Rows of a sheet that are read; a larger table is refused by its cells. */
const MOST_ROWS = 20_000;

function gridOf(
  sheet: XLSX.WorkSheet,
): (Pick<Sheet, 'errors' | 'uncomputed' | 'struck'> & { readonly grid: Grid }) | undefined {
  if (sheet['!ref'] === undefined) return undefined;
  const filled = Object.keys(sheet)
    .filter(key => !key.startsWith('!') && textOf(sheet[key] as XLSX.CellObject) !== '')
    .map(key => XLSX.utils.decode_cell(key));
  if (filled.length === 0) return undefined;
  const merges = sheet['!merges'] ?? [];
  // Borders make sheets larger than what is written in them.
  const last = { r: Math.max(...edges(filled, 'r')), c: Math.max(...edges(filled, 'c')) };
  const first = { r: Math.min(...edges(filled, 'r')), c: Math.min(...edges(filled, 'c')) };
  for (const { s, e } of merges) {
    if (s.r > last.r || e.r < first.r || s.c > last.c || e.c < first.c) continue;
    last.c = Math.max(last.c, e.c);
    last.r = Math.max(last.r, e.r);
  }
  const [height, width] = [last.r - first.r + 1, last.c - first.c + 1];
  if (width > LIMITS.documentColumns) refuse('documents.refused.tableTooWide', { limit: LIMITS.documentColumns });
  if (width * height > LIMITS.documentCells) refuse('documents.refused.tableTooLarge', { limit: LIMITS.documentCells });
  const spans = new Map<string, { rowSpan: number; columnSpan: number }>();
  const covered = new Set<string>();
  const id = (r: number, c: number) => `${String(r)} ${String(c)}`;
  for (const { s, e } of merges) {
    spans.set(id(s.r, s.c), { rowSpan: e.r - s.r + 1, columnSpan: e.c - s.c + 1 });
    for (let r = s.r; r <= Math.min(e.r, last.r); r++)
      for (let c = s.c; c <= Math.min(e.c, last.c); c++) if (r !== s.r || c !== s.c) covered.add(id(r, c));
  }
  let errors = 0;
  let uncomputed = 0;
  let struck = 0;
  const rows: GridCell[][] = [];
  for (let r = first.r; r <= last.r; r++) {
    const cells: GridCell[] = [];
    for (let c = first.c; c <= last.c; c++) {
      if (covered.has(id(r, c))) continue;
      const cell = sheet[XLSX.utils.encode_cell({ r, c })] as XLSX.CellObject | undefined;
      if (cell?.t === 'e') errors++;
      else if (cell?.t === 'z' && cell.f !== undefined) uncomputed++;
      if (richOf(cell)?.isStruck === true) struck++;
      const text = cell ? textOf(cell) : '';
      const { rowSpan = 1, columnSpan = 1 } = spans.get(id(r, c)) ?? {};
      cells.push({
        column: c - first.c,
        columnSpan: Math.min(columnSpan, last.c - c + 1),
        rowSpan: Math.min(rowSpan, last.r - r + 1),
        text: { text, pieces: [{ at: 0, length: text.length, from: 0, to: 0 }] },
      });
    }
    rows.push(cells);
  }
  return { grid: { columnCount: width, rows }, errors, uncomputed, struck };
}

function edges(places: readonly XLSX.CellAddress[], axis: 'r' | 'c'): number[] {
  // One value a row or column: spreading a hundred thousand arguments would overflow the stack.
  return [...new Set(places.map(place => place[axis]))];
}

/** Signs of a formula that are shown. */
const LONGEST_FORMULA = 60;

/**
 * A cell as it is printed; numbers without grouping, words without line breaks. Of a formula whose value no program has
 * stored, the formula: a blank would count as 0.
 */
function textOf(cell: XLSX.CellObject | undefined): string {
  if (cell?.t === 'z' && cell.f !== undefined) return `=${cell.f.slice(0, LONGEST_FORMULA)}`;
  if (!cell || cell.t === 'z' || cell.v === undefined) return '';
  if (cell.t === 'n') {
    const printed = (cell.w ?? '').trim();
    // The library writes numbers in Chinese numerals as amounts of money.
    if (/\[DBNum\d\]/.test(String(cell.z ?? '')) && /^\D?\d/.test(printed)) return String(cell.v);
    // Scientific notation and cells too narrow for their number hide digits that are there.
    if (printed === '' || /[E#]/.test(printed)) return String(cell.v);
    return /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(printed) ? printed.replaceAll(',', '') : printed;
  }
  const text = cell.t === 's' ? (richOf(cell)?.text ?? String(cell.v)) : (cell.w ?? String(cell.v));
  return joinLines(text.replace(/[\u00a0\u2007\u202f]/g, ' '));
}

function richOf(cell: XLSX.CellObject | undefined): RichText | undefined {
  return cell?.t === 's' && typeof cell.r === 'string' ? readRichText(cell.r) : undefined;
}

/** Lines of a cell: a label goes on without anything between, figures stay apart. */
function joinLines(text: string): string {
  return text
    .trim()
    .replace(/[\t \u3000]*(?:\r\n?|\n)[\s\u3000]*/g, '\n')
    .replace(/\n/g, (_, at: number, whole: string) =>
      /[\dA-Za-z]/.test(whole.charAt(at - 1)) && /[\dA-Za-z]/.test(whole.charAt(at + 1)) ? '\n' : '',
    );
}
