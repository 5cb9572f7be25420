import { halfWidthDigits } from '../text/numerals.ts';
import type { Line } from './line.ts';
import { isBlank, type LineReader } from './lineReader.ts';

/**
 * Whether a text is a page number, which a page break leaves inside a table (`- 4 -`, `—5—`, `第 4 页 共 8 页`). A bare
 * number is one only where a form feed stands beside it: it may be a figure.
 */
export function isPageNumber(text: string): boolean {
  const words = text.trim();
  if (words.length > LONGEST_PAGE_NUMBER) return false;
  return PAGE_NUMBER.test(halfWidthDigits(words)) || (text.includes('\f') && BARE.test(words));
}

/** Whether a line is a page number: a bare number is one also where it ends a page, and a form feed follows. */
export function isPageNumberLine(reader: LineReader, line: Line): boolean {
  return isPageNumber(line.text) || (BARE.test(line.text.trim()) && endsPage(reader, line));
}

/** Whether nothing but blank lines stands between a line and a form feed. */
function endsPage(reader: LineReader, { next }: Line): boolean {
  for (let at = next, count = 0; count < MOST_BLANKS && at < reader.length; count++) {
    const line = reader.lineFrom(at);
    if (line.text.startsWith('\f')) return true;
    if (!isBlank(line.text)) return false;
    at = line.next;
  }
  return false;
}

/** Lines between the number of a page and the form feed. */
const MOST_BLANKS = 4;
const BARE = /^\d{1,3}$/;
const LONGEST_PAGE_NUMBER = 24;
const PAGE_NUMBER =
  /^(?:[-—–－·~]\s{0,3}\d{1,3}\s{0,3}[-—–－·~]|第\s{0,2}\d{1,3}\s{0,2}页[,，]?\s{0,3}(?:[/／]?\s{0,2}[共总]\s{0,2}\d{1,3}\s{0,2}页)?|page\s{1,2}\d{1,3}(?:\s{0,2}(?:of|\/)\s{0,2}\d{1,3})?)$/i;
