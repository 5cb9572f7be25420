import type { Clipboard } from '../../protocol/writing.ts';
import { readHtml } from '../../syntax/html.ts';
import { layOut } from '../../syntax/tables/layout.ts';
import { LIMITS } from '../../text/limits.ts';

/**
 * What programs put on the clipboard as a web page: without the lines of offsets that Windows puts before it, and with
 * a tag in front that makes it one where it is only a piece.
 */
export function asPage(html: string): string {
  return `<!doctype html>${html.slice(Math.max(0, html.indexOf('<')))}`;
}

/** Excel and WPS put quotation marks around a cell with line breaks, and double those in it. */
export function withoutQuotes(text: string): string {
  return text.replace(
    /(^|[\t\n])"((?:[^"]|"")*)"(?=[\t\n]|$)/g,
    (_, before: string, cell: string) => before + cell.replaceAll('""', '"').replace(/[\t\n]+/g, ' '),
  );
}

/**
 * The cells on the clipboard, row by row: those of the first table of its HTML, else those between tabs. A merged cell
 * stands at its first place, the others that it covers are empty. Empty for a clipboard without text, or a longer one
 * than is read.
 */
export function cellsOnClipboard({ html = '', text = '' }: Clipboard): readonly (readonly string[])[] {
  const found = html.length <= LIMITS.clipboardLength && /<t[dh][\s>]/i.test(html) ? firstTable(html) : [];
  if (found.length > 0) return found;
  if (text.length > LIMITS.clipboardLength || text.trim() === '') return [];
  const lines = withoutQuotes(text.replace(/\r\n?/g, '\n')).replace(/\n+$/, '');
  return lines.split('\n').map(line => line.split('\t').map(cell => cell.trim()));
}

function firstTable(html: string): string[][] {
  const table = readHtml(asPage(html)).find(piece => piece.kind === 'table');
  if (!table) return [];
  return layOut(table.rows).rows.map(({ cells }, row) =>
    cells.map((cell, column) => (cell.row === row && cell.column === column ? cell.text : '')),
  );
}
