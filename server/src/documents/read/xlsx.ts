import * as XLSX from '@e965/xlsx';
import { LIMITS } from '../../text/limits.ts';
import { unplaced, type Grid, type GridCell } from '../pieces.ts';
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
      // Tells which rows and columns are hidden.
      cellStyles: true,
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

const NOTHING = { grid: undefined, errors: 0, uncomputed: 0, struck: 0, hidden: 0 };

/** Rows of a sheet that are read; a larger table is refused by its cells. */
const MOST_ROWS = 20_000;

function gridOf(
  sheet: XLSX.WorkSheet,
): (Omit<Sheet, 'name' | 'isHidden' | 'grid'> & { readonly grid: Grid }) | undefined {
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
  const shown = { r: shownIn(sheet['!rows'], first.r, last.r), c: shownIn(sheet['!cols'], first.c, last.c) };
  const merged = new Map<string, XLSX.Range>();
  const id = (r: number, c: number) => `${String(r)} ${String(c)}`;
  for (const range of merges)
    for (let r = Math.max(range.s.r, first.r); r <= Math.min(range.e.r, last.r); r++)
      for (let c = Math.max(range.s.c, first.c); c <= Math.min(range.e.c, last.c); c++) merged.set(id(r, c), range);
  let [errors, uncomputed, struck] = [0, 0, 0];
  const rows = shown.r.lines.map(r =>
    shown.c.lines.flatMap((c, column): GridCell[] => {
      const { s, e } = merged.get(id(r, c)) ?? { s: { r, c }, e: { r, c } };
      const [rowSpan, columnSpan] = [shown.r.between(s.r, e.r), shown.c.between(s.c, e.c)];
      // The first one shown of a merged cell stands for all of it.
      if (shown.r.between(s.r, r) > 1 || shown.c.between(s.c, c) > 1) return [];
      const cell = sheet[XLSX.utils.encode_cell(s)] as XLSX.CellObject | undefined;
      if (cell?.t === 'e') errors++;
      else if (cell?.t === 'z' && cell.f !== undefined) uncomputed++;
      if (richOf(cell)?.isStruck === true) struck++;
      const text = textOf(cell);
      return [{ column, columnSpan, rowSpan, text: unplaced(text) }];
    }),
  );
  const hidden = new Set(
    filled.flatMap(({ r, c }) => [
      ...(shown.r.between(r, r) > 0 ? [] : [`row ${String(r)}`]),
      ...(shown.c.between(c, c) > 0 ? [] : [`column ${String(c)}`]),
    ]),
  ).size;
  return { grid: { columnCount: shown.c.lines.length, rows }, errors, uncomputed, struck, hidden };
}

/** Rows or columns of a sheet that are not hidden, and how many of them there are from one to another. */
interface ShownLines {
  readonly lines: readonly number[];
  readonly between: (from: number, to: number) => number;
}

function shownIn(
  all: readonly ({ hidden?: boolean } | undefined)[] | undefined,
  first: number,
  last: number,
): ShownLines {
  const lines: number[] = [];
  /** So many are shown before each line. */
  const before = [0];
  for (let line = first; line <= last; line++) {
    if (all?.[line]?.hidden !== true) lines.push(line);
    before.push(lines.length);
  }
  const countBefore = (line: number) => before[Math.min(Math.max(line, first), last + 1) - first] ?? 0;
  return { lines, between: (from, to) => countBefore(to + 1) - countBefore(from) };
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
