import { loss, remark, type Note } from '../notes.ts';
import { withoutPhantoms, type Piece, type ReadDocument } from '../pieces.ts';
import { refuse } from '../refused.ts';
import { filledGrid } from './pdfCells.ts';
import { tablesOf } from './pdfGrid.ts';
import { joinedTables, type PlacedGrid } from './pdfJoin.ts';
import { linesOf, type PdfLine } from './pdfLines.ts';
import { marginLines } from './pdfMargins.ts';
import { liesIn, UNREADABLE, type Box, type PdfDocument, type PdfPage, type PdfSign } from './pdfPage.ts';
import { edgesOf, paragraphsOf, type FlowLine } from './pdfText.ts';

/** A table or a line of a page. */
type Item =
  | { readonly kind: 'table'; readonly top: number; readonly table: PlacedGrid }
  | { readonly kind: 'line'; readonly top: number; readonly line: PdfLine };

/** Part of the signs that may be unreadable before the file is refused. */
const MOST_UNREADABLE = 0.3;

/**
 * A PDF file's pages as one text: tables by their ruled lines, going on over pages, all other lines as paragraphs.
 * Headers, footers and page numbers are left out.
 */
export function pdfPieces({ pages, isBroken }: PdfDocument): ReadDocument {
  const isRecognised = pages.every(({ signs }) => signs.every(({ isHidden }) => isHidden));
  const shown = pages.map(page => uprightPage(isRecognised ? page : withoutHidden(page)));
  const signs = shown.flatMap(page => page.signs);
  if (signs.length === 0) refuse('documents.refused.scanned', {});
  const unreadable = signs.filter(({ text }) => text === UNREADABLE).length;
  if (unreadable > signs.length * MOST_UNREADABLE) refuse('documents.refused.noCharacters', {});
  const items = shown.map(itemsOf);
  const margins = marginLines(
    items.map((own, i) => ({
      lines: own.flatMap(item => (item.kind === 'line' ? [item.line] : [])),
      height: shown[i]?.height ?? 0,
    })),
  );
  const kept = items.map(own =>
    own.filter(item => item.kind === 'table' || !(margins.numbers.has(item.line) || margins.repeated.has(item.line))),
  );
  const empty = pages.flatMap(({ pictures, isDrawn }, i) =>
    kept[i]?.length === 0 && (pictures > 0 || isDrawn) ? [String(i + 1)] : [],
  );
  const total = (count: (page: PdfPage) => number) => pages.reduce((sum, page) => sum + count(page), 0);
  const hidden = isRecognised ? 0 : total(page => page.signs.filter(({ isHidden }) => isHidden).length);
  const [first] = margins.repeated;
  const notes: (Note | false)[] = [
    isBroken && loss('documents.note.pdfBroken', {}),
    isRecognised && loss('documents.note.pdfRecognised', {}),
    empty.length > 0 && loss('documents.note.pdfEmptyPages', { names: empty.slice(0, MOST_NAMES).join('、') }),
    unreadable > 0 && loss('documents.note.pdfUnreadable', { count: unreadable, sign: UNREADABLE }),
    total(page => page.pictures) > 0 &&
      loss('documents.note.pictures', { count: total(page => page.pictures), names: '' }),
    hidden > 0 && loss('documents.note.hidden', { count: hidden }),
    total(page => page.slanted) > 0 && loss('documents.note.pdfSlanted', { count: total(page => page.slanted) }),
    total(page => page.comments) > 0 && loss('documents.note.pdfComments', { count: total(page => page.comments) }),
    first !== undefined &&
      remark('documents.note.pdfMargins', {
        count: margins.repeated.size,
        text: first.text.replaceAll('\t', ' ').slice(0, LONGEST_WORDS),
      }),
  ];
  return { pieces: piecesOf(kept), notes: notes.filter(note => note !== false) };
}

const [MOST_NAMES, LONGEST_WORDS] = [10, 20];

function withoutHidden(page: PdfPage): PdfPage {
  return { ...page, signs: page.signs.filter(({ isHidden }) => !isHidden) };
}

/** A page turned so that most of its text stands upright: some programs print a table lengthwise so. */
function uprightPage(page: PdfPage): PdfPage {
  const counts = [0, 0, 0, 0];
  for (const { turn } of page.signs) counts[turn] = (counts[turn] ?? 0) + 1;
  const most = counts.findIndex(count => count > page.signs.length / 2) as PdfSign['turn'] | -1;
  if (most <= 0) return page;
  const { width, height } = page;
  const turned = ({ left, top, right, bottom }: Box): Box => {
    if (most === 1) return { left: top, right: bottom, top: width - right, bottom: width - left };
    if (most === 3) return { left: height - bottom, right: height - top, top: left, bottom: right };
    return { left: width - right, right: width - left, top: height - bottom, bottom: height - top };
  };
  return {
    ...page,
    width: most === 2 ? width : height,
    height: most === 2 ? height : width,
    signs: page.signs.map(sign => ({
      ...sign,
      ...turned(sign),
      turn: ((sign.turn - most + 4) % 4) as PdfSign['turn'],
    })),
    rules: page.rules.map(turned),
  };
}

/** Tables and lines of a page from top to bottom. */
function itemsOf(page: PdfPage): Item[] {
  const items: Item[] = [];
  let rest = page.signs;
  for (const table of tablesOf(page.rules)) {
    const inside = rest.filter(sign => liesIn(sign, table));
    if (inside.length === 0) continue;
    const outside = rest.filter(sign => !liesIn(sign, table));
    const { grid, left } = filledGrid(table, inside);
    rest = [...outside, ...left];
    items.push({ kind: 'table', top: table.top, table: { grid, columns: table.columns } });
  }
  for (const line of linesOf(rest)) items.push({ kind: 'line', top: line.top, line });
  return items.sort((a, b) => a.top - b.top);
}

/** All pages as one text; what goes on over a page's end is one piece. */
function piecesOf(pages: readonly (readonly Item[])[]): Piece[] {
  const edges = edgesOf(pages.map(items => items.flatMap(item => (item.kind === 'line' ? [item.line] : []))));
  const pieces: Piece[] = [];
  let lines: FlowLine[] = [];
  let open: PlacedGrid | undefined;
  const close = () => {
    if (open) pieces.push({ kind: 'table', grid: withoutPhantoms(open.grid) });
    open = undefined;
    pieces.push(...paragraphsOf(lines, edges));
    lines = [];
  };
  for (const [page, items] of pages.entries()) {
    for (const [i, item] of items.entries()) {
      if (item.kind === 'line') {
        if (open) close();
        lines.push({ ...item.line, page });
        continue;
      }
      const joined: PlacedGrid | undefined = open && i === 0 ? joinedTables(open, item.table) : undefined;
      if (!joined) close();
      open = joined ?? item.table;
    }
  }
  close();
  return pieces;
}
