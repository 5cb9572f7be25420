import { readHeading } from '../headings.ts';
import { labelFinder, LONGEST_LABEL, type LabelFinder } from '../labels.ts';
import type { Line } from '../line.ts';
import { indentOf, isBlank, type LineReader } from '../lineReader.ts';
import { isPageNumber, isPageNumberLine } from '../pageNumber.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { withBlanks } from './alignedColumns.ts';
import { GAP, isFigure, piecesOf } from './alignedPieces.ts';
import { FlatRows, isCellText, type Piece } from './flat.ts';
import { LOOKAHEAD_LINES, type TableLayout } from './layout.ts';

/**
 * Columns aligned by spaces, as `pdftotext -layout` prints them, and rows copied out of a PDF with single spaces
 * between figures. Labels may be wrapped over lines or written downwards, and page numbers may stand between rows.
 * A line of figures without its label becomes a row without one. The table ends before the title of a section.
 */
export const aligned: TableLayout = {
  id: 'aligned',
  read(reader, first, vocabulary) {
    if (startsWithSentence(first.text)) return null;
    const finder = labelFinder(vocabulary);
    if (!isStart(piecesOf(first, finder), finder) || !hasRows(reader, first, vocabulary)) return null;
    const rows = new FlatRows(finder);
    const lines: Line[] = [];
    let end = first.start;
    let next = first.start;
    let since = 0;
    for (
      let line: Line | undefined = first;
      line;
      line = line.next < reader.length ? reader.lineFrom(line.next) : undefined
    ) {
      if (since++ > LOOKAHEAD_LINES) break;
      if (isBlank(line.text) || isPageNumber(line.text)) continue;
      if (rows.isFilled && isPageNumberLine(reader, line)) continue;
      if (line !== first && isEnd(line.text, vocabulary)) break;
      lines.push(line);
      const pieces = piecesOf(line, finder);
      const kind = kindOf(pieces, finder);
      const isRest = pieces.every(piece => isFigure(piece) || rows.goesOnWith(piece));
      if (kind === 'other' && !isRest && !comesBack(reader, line, vocabulary)) break;
      if (kind === 'row' || isRest) {
        end = line.end;
        next = line.next;
        since = 0;
      }
      // What is only a piece, or strange, belongs to the table where rows follow.
      addLine(rows, pieces, kind, finder);
    }
    return rows.isEmpty ? null : { rows: withBlanks(rows.finish(end), lines), columnCount: 0, end, next };
  },
};

/** A row holds a whole label or figures, a fragment only pieces of labels; everything else is `other`. */
type LineKind = 'row' | 'fragment' | 'other';

function kindOf(pieces: readonly Piece[], finder: LabelFinder): LineKind {
  const words = pieces.filter(piece => !isFigure(piece));
  if (words.some(piece => finder.isLabel(piece.text))) return 'row';
  const areFragments = words.every(piece => finder.isFragment(piece.text));
  if (words.length < pieces.length && (areFragments || pieces.length - words.length >= 3)) return 'row';
  return areFragments ? 'fragment' : 'other';
}

function addLine(rows: FlatRows, pieces: readonly Piece[], kind: LineKind, finder: LabelFinder): void {
  const hasFigures = pieces.some(isFigure);
  const hasLabel = pieces.some(piece => finder.isWhole(piece.text));
  if (hasFigures && pieces.every(piece => isFigure(piece) || isCellText(piece.text, finder))) {
    rows.addUnlabelled(pieces);
    return;
  }
  let isOpen = false;
  // The end of the label above, beside the label of a group.
  const rest =
    hasFigures === hasLabel
      ? undefined
      : pieces.find((piece, i) => i > 0 && !finder.isLabel(piece.text) && rows.goesOnWith(piece));
  if (rest) {
    rows.addWords(rest);
    isOpen = hasFigures;
  }
  for (const [i, piece] of pieces.entries()) {
    if (piece === rest || (rest && hasFigures && !isFigure(piece))) continue;
    if (isOpen && (isCellText(piece.text, finder) || isValueBehind(pieces[i - 1], piece, finder))) rows.addCell(piece);
    else if (isFigure(piece)) {
      rows.addUnlabelled([piece]);
      isOpen = true;
    } else if (rows.fits(piece) || (kind === 'row' && !hasLabel && !isOpen)) {
      // Beside a whole label, pieces are of the group's label, which is written downwards; or the whole label is the
      // group's, and before the figures stands the beginning of the row's.
      if (hasLabel && !finder.isLabel(piece.text) && !isBrokenBefore(piece, pieces[i + 1], finder)) continue;
      rows.addWords(piece);
      isOpen = true;
    }
  }
}

/** Whether a text is the beginning of a label whose figures stand beside it: the rest comes below. */
function isBrokenBefore({ text }: Piece, next: Piece | undefined, finder: LabelFinder): boolean {
  const isNumbered = /^\d\D/.test(text);
  return (
    next !== undefined &&
    isFigure(next) &&
    (isNumbered || text.length >= SHORTEST_BEGINNING) &&
    finder.isBeginning(text)
  );
}

/** Shorter pieces without a number are of labels that are written downwards. */
const SHORTEST_BEGINNING = 5;

/** Whether a text is the value that stands behind a label, in a form of labels and values. */
function isValueBehind(before: Piece | undefined, { text }: Piece, finder: LabelFinder): boolean {
  return before !== undefined && finder.isBeforeWords(before.text) && !finder.isLabel(text);
}

/** Whether the text before the first gap of a line is longer than any label or figure. */
function startsWithSentence(text: string): boolean {
  const start = indentOf(text);
  return text.length - start > LONGEST_LABEL && GAP.exec(text.slice(start, start + LONGEST_LABEL + 1)) === null;
}

function isStart(pieces: readonly Piece[], finder: LabelFinder): boolean {
  return (
    pieces.some(piece => finder.isLabel(piece.text)) &&
    pieces.every(
      (piece, i) =>
        isFigure(piece) ||
        finder.isLabel(piece.text) ||
        finder.isFragment(piece.text) ||
        (i > 0 && (isCellText(piece.text, finder) || isValueBehind(pieces[i - 1], piece, finder))),
    )
  );
}

/** Whether rows of this layout follow: a label with figures on its own line, or several figures on a line. */
function hasRows(reader: LineReader, first: Line, vocabulary: Vocabulary): boolean {
  const finder = labelFinder(vocabulary);
  let rows = 0;
  let line: Line | undefined = first;
  for (let count = 0; line && count < LOOKAHEAD_LINES; count++) {
    if (line !== first && isEnd(line.text, vocabulary)) return false;
    const pieces = isPageNumber(line.text) ? [] : piecesOf(line, finder);
    const figures = pieces.filter(isFigure).length;
    const isLabelled = pieces.some(piece => !isFigure(piece) && finder.isLabel(piece.text));
    if (figures >= 10) rows += 2;
    else if (figures >= 3 || (figures >= 1 && isLabelled)) rows++;
    if (rows >= 2) return true;
    line = line.next < reader.length ? reader.lineFrom(line.next) : undefined;
  }
  return false;
}

/** Whether other text (a wrapped sentence of a label, a foot) is followed by the table again. */
function comesBack(reader: LineReader, from: Line, vocabulary: Vocabulary): boolean {
  if (from.text.trim().length > LONGEST_STRANGER) return false;
  const finder = labelFinder(vocabulary);
  let filled = 0;
  let line = from;
  for (let count = 0; count < LOOKAHEAD_LINES && filled < WINDOW && line.next < reader.length; count++) {
    line = reader.lineFrom(line.next);
    if (isBlank(line.text) || isPageNumber(line.text)) continue;
    if (isEnd(line.text, vocabulary)) return false;
    filled++;
    const pieces = piecesOf(line, finder);
    if (pieces.some(isFigure) && kindOf(pieces, finder) === 'row') return true;
    if (kindOf(pieces, finder) === 'other' && line.text.trim().length > LONGEST_STRANGER) return false;
  }
  return false;
}

const WINDOW = 6;
const LONGEST_STRANGER = 30;

/** Whether a table ends before a line: a section's title, or a table or heading with marks of its own. */
function isEnd(text: string, vocabulary: Vocabulary): boolean {
  const start = indentOf(text);
  if (/[|｜<#]/.test(text.charAt(start)) || /^\+[-=]/.test(text.slice(start, start + 2))) return true;
  return isTitle(text, vocabulary);
}

/** Whether a line is a section's title. A number alone (三、) is a piece of a label written downwards, as labels are. */
function isTitle(text: string, vocabulary: Vocabulary): boolean {
  const finder = labelFinder(vocabulary);
  const heading = readHeading(text, vocabulary);
  if (heading === null || heading.title.end <= heading.title.start) return false;
  if (heading.numbering !== undefined && heading.numbering.style !== 'chinese') return false;
  return !piecesOf({ start: 0, end: text.length, next: text.length, text }, finder).every(
    piece => isFigure(piece) || finder.isLabel(piece.text) || finder.isFragment(piece.text),
  );
}
