import { readHeading } from '../headings.ts';
import { isPageNumber, labelFinder, LONGEST_LABEL, type LabelFinder } from '../labels.ts';
import type { Line } from '../line.ts';
import { indentOf, isBlank, type LineReader } from '../lineReader.ts';
import { readCellValue } from '../cellValue.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { FlatRows, type Piece } from './flat.ts';
import { LOOKAHEAD_LINES, type TableLayout } from './layout.ts';

/**
 * Columns aligned by spaces, as `pdftotext -layout` prints them, and rows copied out of a PDF with single spaces
 * between figures. Labels may be wrapped over lines or written downwards, and page numbers may stand between rows:
 * fragments of labels are left out, and a line of figures without its label becomes a row without one.
 */
export const aligned: TableLayout = {
  id: 'aligned',
  read(reader, first, vocabulary) {
    if (startsWithSentence(first.text)) return null;
    const finder = labelFinder(vocabulary);
    if (!isStart(piecesOf(first, finder), finder) || !hasRows(reader, first, finder)) return null;
    const rows = new FlatRows();
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
      const pieces = piecesOf(line, finder);
      const kind = kindOf(pieces, finder);
      if (kind === 'other' && (isTitle(line.text, vocabulary) || !comesBack(reader, line, finder))) break;
      if (
        line !== first &&
        kind !== 'row' &&
        isTitle(line.text, vocabulary) &&
        !pieces.every(piece => finder.isFragment(piece.text))
      )
        break;
      if (kind === 'row') {
        addRow(rows, pieces, finder);
        end = line.end;
        next = line.next;
        since = 0;
      }
    }
    return rows.isEmpty ? null : { rows: rows.finish(), columnCount: 0, end, next };
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

function addRow(rows: FlatRows, pieces: readonly Piece[], finder: LabelFinder): void {
  let isOpen = false;
  const hasLabel = pieces.some(piece => finder.isLabel(piece.text));
  for (const piece of pieces) {
    if (isFigure(piece)) {
      if (isOpen) rows.add(piece);
      else rows.start(piece);
      isOpen = true;
    } else if (finder.isLabel(piece.text) || (!hasLabel && !isOpen && !finder.isFragment(piece.text))) {
      rows.start(piece);
      isOpen = true;
    }
  }
}

/** Whether the text before the first gap of a line is longer than any label or figure. */
function startsWithSentence(text: string): boolean {
  const start = indentOf(text);
  return text.length - start > LONGEST_LABEL && GAP.exec(text.slice(start, start + LONGEST_LABEL + 1)) === null;
}

function isStart(pieces: readonly Piece[], finder: LabelFinder): boolean {
  return (
    pieces.some(piece => finder.isLabel(piece.text)) &&
    pieces.every(piece => isFigure(piece) || finder.isLabel(piece.text) || finder.isFragment(piece.text))
  );
}

/** Whether rows of this layout follow: a label with figures on its own line, or several figures on a line. */
function hasRows(reader: LineReader, first: Line, finder: LabelFinder): boolean {
  let rows = 0;
  let line: Line | undefined = first;
  for (let count = 0; line && count < LOOKAHEAD_LINES; count++) {
    const pieces = piecesOf(line, finder);
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
function comesBack(reader: LineReader, from: Line, finder: LabelFinder): boolean {
  if (from.text.trim().length > LONGEST_STRANGER) return false;
  let filled = 0;
  let line = from;
  for (let count = 0; count < LOOKAHEAD_LINES && filled < WINDOW && line.next < reader.length; count++) {
    line = reader.lineFrom(line.next);
    if (isBlank(line.text) || isPageNumber(line.text)) continue;
    filled++;
    const pieces = piecesOf(line, finder);
    if (pieces.some(isFigure) && kindOf(pieces, finder) === 'row') return true;
    if (kindOf(pieces, finder) === 'other' && line.text.trim().length > LONGEST_STRANGER) return false;
  }
  return false;
}

const WINDOW = 6;
const LONGEST_STRANGER = 30;

/** Whether a line is a section's title. A number alone (三、) is a piece of a label written downwards. */
function isTitle(text: string, vocabulary: Vocabulary): boolean {
  const heading = readHeading(text, vocabulary);
  return (
    heading !== null &&
    heading.title.end > heading.title.start &&
    (heading.numbering === undefined || heading.numbering.style === 'chinese')
  );
}

function isFigure({ text }: Piece): boolean {
  const { kind } = readCellValue(text);
  return kind === 'value' || (kind === 'dash' && text !== '一');
}

const LONGEST_LINE = 2000;
const GAP = /[ \u00a0\u3000\t]/;

/** The texts of a line. Two or more spaces separate them; before and behind figures and known labels one is enough. */
function piecesOf(line: Line, finder: LabelFinder): readonly Piece[] {
  return wordsOf(line).flatMap(piece => {
    if (!piece.text.includes(' ') || finder.isLabel(piece.text)) return [piece];
    const words = [...piece.text.matchAll(/[^ \u00a0\u3000\t]+/g)];
    if (!words.every(([word]) => finder.isLabel(word))) return [piece];
    return words.map(({ 0: text, index }) => ({
      text,
      span: { start: piece.span.start + index, end: piece.span.start + index + text.length },
    }));
  });
}

function wordsOf(line: Line): readonly Piece[] {
  const pieces: Piece[] = [];
  if (line.text.length > LONGEST_LINE) return [{ text: line.text, span: line }];
  const gap = /[ \u00a0\u3000\t]+/g;
  let from = 0;
  const words: { start: number; end: number; gap: number }[] = [];
  for (let match = gap.exec(line.text); ; match = gap.exec(line.text)) {
    const end = match?.index ?? line.text.length;
    if (end > from) words.push({ start: from, end, gap: match ? match[0].length : 0 });
    if (!match) break;
    from = match.index + match[0].length;
  }
  let open: { start: number; end: number } | undefined;
  const close = () => {
    if (open)
      pieces.push({
        text: line.text.slice(open.start, open.end),
        span: { start: line.start + open.start, end: line.start + open.end },
      });
    open = undefined;
  };
  for (const [i, word] of words.entries()) {
    const text = line.text.slice(word.start, word.end);
    const isNumber = isFigure({ text, span: line });
    const isApart = i > 0 && (words[i - 1]?.gap ?? 0) >= 2;
    if (isApart || isNumber) close();
    if (isNumber) {
      open = word;
      close();
    } else open = open ? { start: open.start, end: word.end } : { start: word.start, end: word.end };
  }
  close();
  return pieces;
}
