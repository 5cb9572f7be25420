import type { Span } from '../../text/span.ts';
import { labelFinder, type LabelFinder } from '../labels.ts';
import { isBlank } from '../lineReader.ts';
import { isFigureText, isUnitText } from '../cellValue.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** A table found inside a line: `rows` are labels with the figures behind them, as places in the line's text. */
export interface InLineTable extends Span {
  readonly rows: readonly (readonly Span[])[];
}

const SHORTEST_LABEL = 2;
/** Labels of so many signs occur within longer words. */
const LONGEST_PART_OF_WORDS = 3;
/** Characters before a label in which its number is looked for. */
const LONGEST_NUMBER = 12;
const LEAST_LABELS = 5;
/** The tables of one report have about two hundred labels; a line with more than this is not a report. */
const MOST_LABELS = 1500;
const LEAST_FIGURES = 3;
/** Section four has many labels and one line of figures. */
const MANY_LABELS = 10;
const LONGEST_WORD = 10;

/**
 * Finds the tables of a whole report scraped onto one line: known labels with nothing but figures between them, with or
 * without spaces. Prose that names labels has other words between them.
 */
export function tablesInLine(text: string, vocabulary: Vocabulary): readonly InLineTable[] {
  const finder = labelFinder(vocabulary);
  const labels = labelsIn(text, finder);
  if (labels.length > MOST_LABELS) return [];
  const tables: InLineTable[] = [];
  let run: { label: Span; cells: readonly Span[] }[] = [];
  const close = () => {
    const last = run.at(-1);
    const filled = run.filter(({ cells }) => cells.length > 0).length;
    const first = run[0];
    const figures = run.reduce(
      (sum, { cells }) => sum + cells.reduce((length, cell) => length + cell.end - cell.start, 0),
      0,
    );
    if (
      first &&
      last &&
      run.length >= LEAST_LABELS &&
      (filled >= LEAST_FIGURES || (run.length >= MANY_LABELS && figures >= MANY_LABELS))
    ) {
      tables.push({
        start: first.label.start,
        end: last.cells.at(-1)?.end ?? last.label.end,
        rows: run.map(({ label, cells }) => [label, ...cells]),
      });
    }
    run = [];
  };
  for (const [i, label] of labels.entries()) {
    const next = labels[i + 1];
    const gap = { start: label.end, end: next?.start ?? Math.min(text.length, label.end + LONGEST_TAIL) };
    const cells = next && cellsIn(text, label, gap, finder);
    run.push(...rowsIn(text, label, cells ?? leadingCells(text, label, gap, finder), finder));
    if (!cells) close();
  }
  return tables;
}

/** Figures behind the last label of a table reach no further. */
const LONGEST_TAIL = 300;

/** Known labels, the longest at each place, with the number before them. */
function labelsIn(text: string, finder: LabelFinder): readonly Span[] {
  const labels: Span[] = [];
  for (let at = 0; at < text.length && labels.length <= MOST_LABELS;) {
    const length = finder.longestAt(text, at);
    if (length < SHORTEST_LABEL) {
      at++;
      continue;
    }
    const previous = labels.at(-1)?.end ?? 0;
    // 其他 within other words is none.
    if (length <= LONGEST_PART_OF_WORDS && at > previous && /[\u4e00-\u9fff]/.test(text.charAt(at - 1))) {
      at += length;
      continue;
    }
    labels.push({
      start: at - numberBefore(text.slice(Math.max(previous, at - LONGEST_NUMBER), at)),
      end: at + length,
    });
    at += length;
  }
  return labels;
}

/** Length of a label's number (`其中：1．`, `（三）`) at the end of the text before the label. */
function numberBefore(text: string): number {
  return (
    /(?:其中\s?[:：]?\s?)?(?:[（(][一二三四五六七八九十][)）]|[1-9][.．、]|[一二三四五六七八九十][、.．])\s?$/.exec(
      text,
    )?.[0].length ?? 0
  );
}

/** The figures and short words between two labels; undefined where other text stands there. */
function cellsIn(text: string, label: Span, gap: Span, finder: LabelFinder): readonly Span[] | undefined {
  if (gap.end - gap.start > LONGEST_TAIL) return undefined;
  const pieces = piecesIn(text, gap);
  const fits = pieces.every(piece => isWord(text.slice(piece.start, piece.end)) || isCell(text, label, piece, finder));
  return fits ? pieces : undefined;
}

/** The cells at the beginning of a gap, before any other text. */
function leadingCells(text: string, label: Span, gap: Span, finder: LabelFinder): readonly Span[] {
  const pieces = piecesIn(text, { start: gap.start, end: Math.min(gap.end, gap.start + LONGEST_TAIL) });
  const behind = pieces.findIndex(piece => !isCell(text, label, piece, finder));
  const cells = behind < 0 ? pieces : pieces.slice(0, behind);
  return cells.slice(0, cells.findLastIndex(({ start, end }) => isFigure(text.slice(start, end))) + 1);
}

/** Whether a piece is a figure, a row's number, or nearly a label, be it together with the label before it. */
function isCell(text: string, label: Span, { start, end }: Span, finder: LabelFinder): boolean {
  const piece = text.slice(start, end);
  if (isFigure(piece) || isNumber(piece) || finder.isNear(piece)) return true;
  return start === label.end && finder.isNear(text.slice(label.start, end));
}

/** Cells behind a label as rows: words that are nearly a label, with figures behind them, begin a row of their own. */
function rowsIn(
  text: string,
  label: Span,
  cells: readonly Span[],
  finder: LabelFinder,
): readonly { label: Span; cells: readonly Span[] }[] {
  const rows: { label: Span; cells: Span[] }[] = [{ label, cells: [] }];
  const sliced = ({ start, end }: Span) => text.slice(start, end);
  for (const cell of cells) {
    const row = rows.at(-1);
    if (!row) continue;
    const glued = { start: row.label.start, end: cell.end };
    const last = row.cells.at(-1);
    const hasNumber = last !== undefined && last.end === cell.start && isNumber(sliced(last));
    if (isFigure(sliced(cell)) || isNumber(sliced(cell)) || isUnitText(sliced(cell))) row.cells.push(cell);
    // A short label that is the beginning of a longer one with a slip (其他 of 其他法律行政止公开).
    else if (row.cells.length === 0 && row.label.end === cell.start && finder.isNear(sliced(glued))) row.label = glued;
    else if (finder.isNear(sliced(cell))) {
      if (hasNumber) row.cells.pop();
      rows.push({ label: { start: hasNumber ? last.start : cell.start, end: cell.end }, cells: [] });
    } else row.cells.push(cell);
  }
  return rows;
}

/** The number of an item: `2.` */
function isNumber(text: string): boolean {
  return /^\d{1,2}[.．、]$/.test(text);
}

/** Texts between white space; figures are also separated from a unit before (`条6`) and words behind them. */
function piecesIn(text: string, gap: Span): readonly Span[] {
  const pieces: Span[] = [];
  const piece =
    /[增减+-]?[\d０-９][\d０-９,，.．]*(?:万元|元)?(?:[-–][\d０-９]+)*(?:[-–](?=\s|$))?|[^\s\u00a0\u3000\d０-９]+/g;
  const part = text.slice(gap.start, gap.end);
  for (let match = piece.exec(part); match; match = piece.exec(part)) {
    if (!isBlank(match[0]))
      pieces.push({ start: gap.start + match.index, end: gap.start + match.index + match[0].length });
  }
  return pieces;
}

function isFigure(text: string): boolean {
  return isFigureText(text) || /^[\d-]+$/.test(text);
}

/** A unit or an unknown heading of a column. */
function isWord(text: string): boolean {
  return text.length <= LONGEST_WORD && !/[，。；：、！？,;:!?（）()“”《》]/.test(text);
}
