import type { Span } from '../../text/span.ts';
import { labelFinder } from '../labels.ts';
import { isBlank } from '../lineReader.ts';
import { readCellValue } from '../cellValue.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** A table found inside a line: `rows` are labels with the figures behind them, as places in the line's text. */
export interface InLineTable extends Span {
  readonly rows: readonly (readonly Span[])[];
}

const SHORTEST_LABEL = 2;
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
  const labels = labelsIn(text, vocabulary);
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
    const cells = cellsIn(text, gap, next === undefined);
    run.push({ label, cells: cells ?? leadingFigures(text, gap) });
    if (!cells || !next) close();
  }
  return tables;
}

/** Figures behind the last label of a table reach no further. */
const LONGEST_TAIL = 300;

/** Known labels, the longest at each place, with the number before them. */
function labelsIn(text: string, vocabulary: Vocabulary): readonly Span[] {
  const finder = labelFinder(vocabulary);
  const labels: Span[] = [];
  for (let at = 0; at < text.length && labels.length <= MOST_LABELS;) {
    const length = finder.longestAt(text, at);
    if (length < SHORTEST_LABEL) {
      at++;
      continue;
    }
    const previous = labels.at(-1)?.end ?? 0;
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
function cellsIn(text: string, gap: Span, isOpen: boolean): readonly Span[] | undefined {
  if (gap.end - gap.start > LONGEST_TAIL) return undefined;
  if (isOpen) return undefined;
  const pieces = piecesIn(text, gap);
  const fits = pieces.every(
    piece => isFigure(text.slice(piece.start, piece.end)) || isWord(text.slice(piece.start, piece.end)),
  );
  return fits ? pieces : undefined;
}

/** Figures at the beginning of a gap, before any other text. */
function leadingFigures(text: string, gap: Span): readonly Span[] {
  const pieces = piecesIn(text, gap);
  const end = pieces.findIndex(piece => !isFigure(text.slice(piece.start, piece.end)));
  return end < 0 ? pieces : pieces.slice(0, end);
}

/** Texts between white space; figures are also separated from a unit before (`条6`) and words behind them. */
function piecesIn(text: string, gap: Span): readonly Span[] {
  const pieces: Span[] = [];
  const piece = /[增减+-]?[\d０-９][\d０-９,，.．]*(?:万元|元)?(?:[-–][\d０-９]+)*|[^\s\u00a0\u3000\d０-９]+/g;
  const part = text.slice(gap.start, gap.end);
  for (let match = piece.exec(part); match; match = piece.exec(part)) {
    if (!isBlank(match[0]))
      pieces.push({ start: gap.start + match.index, end: gap.start + match.index + match[0].length });
  }
  return pieces;
}

function isFigure(text: string): boolean {
  return readCellValue(text).kind !== 'unreadable' || /^[\d-]+$/.test(text);
}

/** A unit or an unknown heading of a column. */
function isWord(text: string): boolean {
  return text.length <= LONGEST_WORD && !/[，。；：、！？,;:!?（）()“”《》]/.test(text);
}
