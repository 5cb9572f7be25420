import { findAnyTitle } from '../../server/src/format/anyTitle.ts';
import { readTitlePiece } from '../../server/src/format/reportTitle.ts';

/** Characters of a page that are looked at, and pieces of text in them. */
const LONGEST_PAGE = 100_000;
const MOST_PIECES = 500;
/** Elements whose text is no text of the page, or leads to another page: lists of reports consist of links. */
const SKIPPED: ReadonlySet<string> = new Set(['script', 'style', 'a', 'option', 'noscript']);

/**
 * Whether a saved page is a report: a title with its year stands in it, or in its `<title>`, and is no link. Without
 * the year it may be the name of a column that lists reports.
 */
export function pageHasReportTitle(page: string): boolean {
  const pieces = piecesOf(page.slice(0, LONGEST_PAGE));
  const found = findAnyTitle(pieces);
  if (!found) return false;
  return (found.title.year ?? readTitlePiece(pieces[found.first - 1] ?? '')?.year) !== undefined;
}

/** Pieces of text between tags, those of skipped elements left out. */
function piecesOf(page: string): string[] {
  const pieces: string[] = [];
  const folded = page.toLowerCase();
  let at = 0;
  while (at < page.length && pieces.length < MOST_PIECES) {
    const open = page.indexOf('<', at);
    const piece = unescaped(page.slice(at, open < 0 ? page.length : open)).trim();
    if (piece !== '') pieces.push(piece);
    if (open < 0) break;
    const name = /^<([a-z]+)/.exec(folded.slice(open, open + 12))?.[1] ?? '';
    const from = SKIPPED.has(name) ? folded.indexOf(`</${name}`, open) : open;
    const end = from < 0 ? -1 : page.indexOf('>', from);
    if (end < 0) break;
    at = end + 1;
  }
  return pieces;
}

function unescaped(text: string): string {
  return text.replace(/&(?:nbsp|ensp|emsp|#160);/g, ' ');
}
