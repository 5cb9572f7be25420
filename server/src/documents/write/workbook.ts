import * as XLSX from '@e965/xlsx';
import type { WrittenSheet } from '../job.ts';

/** Widest column, in characters. */
const WIDEST = 60;

/** A workbook (.xlsx) of some sheets: numbers as numbers, texts as texts, no formula whatever a text begins with. */
export function writeSheets(sheets: readonly WrittenSheet[]): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const { name, rows } of sheets) {
    const sheet = XLSX.utils.aoa_to_sheet([]);
    for (const [r, row] of rows.entries()) {
      for (const [c, value] of row.entries()) {
        if (value === null) continue;
        sheet[XLSX.utils.encode_cell({ r, c })] =
          typeof value === 'number' ? { t: 'n', v: value } : { t: 's', v: value, z: '@' };
      }
    }
    const width = Math.max(1, ...rows.map(row => row.length));
    sheet['!ref'] = XLSX.utils.encode_range({
      s: { r: 0, c: 0 },
      e: { r: Math.max(0, rows.length - 1), c: width - 1 },
    });
    sheet['!cols'] = Array.from({ length: width }, (_, c) => ({
      wch: Math.min(WIDEST, Math.max(8, ...rows.slice(0, 200).map(row => widthOf(row[c] ?? null)))),
    }));
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

function widthOf(value: string | number | null): number {
  return value === null
    ? 0
    : Array.from(String(value), sign => (sign > '\u2e7f' ? 2 : 1)).reduce<number>((a, b) => a + b, 1);
}
