import { readCellValue, isUnitText } from '../cellValue.ts';
import type { Row } from '../block.ts';
import type { LabelFinder } from '../labels.ts';
import type { Span } from '../../text/span.ts';

/** A text and its place in the draft. */
export interface Piece {
  readonly text: string;
  readonly span: Span;
}

/** A place in a row, before the row's cells were moved by others. */
export interface Gap {
  readonly at: number;
  /** Whether no cell of the row stands behind it. */
  readonly isLast: boolean;
  /** Cells of the row. */
  readonly length: number;
  /** Stands for the row: the same object for its gaps alone. */
  readonly row: object;
  fill(pieces: readonly Piece[], isEnd?: boolean): void;
}

interface OpenRow {
  label: Piece | undefined;
  readonly cells: Piece[];
  /** The last figure of a page, which may be the page's number. */
  doubtful?: Piece;
}

/**
 * Collects the rows of a table without columns: a label starts a row, the texts up to the next one are its cells.
 * Labels that were broken over lines are put together again, also where the row's figures stand between their
 * pieces. A row of figures without a label has none; its owner is found by its place.
 */
export class FlatRows {
  private readonly rows: OpenRow[] = [];
  private isNextDoubtful = false;

  constructor(private readonly finder: LabelFinder) {}

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  /** Whether the open row has figures. */
  get isFilled(): boolean {
    return (this.rows.at(-1)?.cells.length ?? 0) > 0;
  }

  /** Says that the next figure ends a page, and may be its number. */
  markNext(): void {
    this.isNextDoubtful = true;
  }

  /** Adds a text that is no figure: a label, a piece of one, or the words of a label that is not known. */
  addWords(piece: Piece): void {
    const row = this.rowToGoOn(piece);
    if (row?.label) {
      const isBehind = row.cells.length === 0;
      row.label = {
        text: row.label.text + piece.text,
        span: isBehind ? { start: row.label.span.start, end: piece.span.end } : row.label.span,
      };
    } else this.rows.push({ label: piece, cells: [] });
  }

  /** Adds a figure, or another text in the place of one, to the row that is open. */
  addCell(piece: Piece): void {
    const row = this.rows.at(-1);
    if (row) {
      row.cells.push(piece);
      if (this.isNextDoubtful) row.doubtful = piece;
    } else this.addUnlabelled([piece]);
    this.isNextDoubtful = false;
  }

  /** A way to put a cell behind those that the open row has now; it does nothing for a row without any. */
  placeholder(): (piece: Piece) => void {
    const row = this.rows.at(-1);
    const at = row?.cells.length ?? 0;
    return piece => {
      if (at > 0) row?.cells.splice(at, 0, piece);
    };
  }

  /** The place behind the cells that the open row has now; a row without figures takes none. */
  gapHere(): Gap {
    const cells = this.rows.at(-1)?.cells ?? [];
    const at = cells.length;
    return {
      at,
      get isLast() {
        return at === cells.length;
      },
      get length() {
        return cells.length;
      },
      row: cells,
      fill: (pieces, isEnd = false) => {
        // A sentence behind a row is none of its cells.
        if (cells.length > 0 && cells.length <= MOST_CELLS && cells.every(({ text }) => text.length <= LONGEST_FIGURE))
          cells.splice(isEnd ? cells.length : at, 0, ...pieces);
      },
    };
  }

  /** Cells of the longest row. */
  get width(): number {
    return this.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  }

  /** Adds a line of figures that has no label on its own line. A label that is not complete yet is theirs. */
  addUnlabelled(pieces: readonly Piece[]): void {
    const row = this.rows.at(-1);
    if (row?.label && row.cells.length === 0 && this.isIncomplete(row.label.text)) row.cells.push(...pieces);
    else this.rows.push({ label: undefined, cells: [...pieces] });
  }

  /** Whether the open row is a label of a form of labels and values, behind which words stand. */
  get awaitsWords(): boolean {
    const row = this.rows.at(-1);
    return row?.label !== undefined && row.cells.length === 0 && this.finder.isBeforeWords(row.label.text);
  }

  /** Whether words are a label, the beginning of one or go on with one. */
  fits(piece: Piece): boolean {
    return this.finder.isLabel(piece.text) || this.goesOnWith(piece) || this.finder.isBeginning(piece.text);
  }

  /** Whether words are more of the label of a row. */
  goesOnWith(piece: Piece): boolean {
    return this.rowToGoOn(piece) !== undefined;
  }

  /** The rows that begin before `end`. */
  finish(end = Infinity): readonly Row[] {
    this.dropPageNumbers();
    const rows = this.rows.filter(({ label, cells: [cell] }) => ((label ?? cell)?.span.start ?? 0) < end);
    return rows.map(({ label, cells }, r): Row => {
      const pieces = label ? [label, ...cells] : cells;
      const end = pieces.reduce((last, { span }) => Math.max(last, span.end), 0);
      return {
        span: { start: pieces[0]?.span.start ?? 0, end },
        cells: pieces.map(({ text, span }, column) => ({ text, span, row: r, column, rowSpan: 1, columnSpan: 1 })),
      };
    });
  }

  /** Takes the numbers of pages out of rows that have one cell more than others: no other row is so long. */
  private dropPageNumbers(): void {
    const doubtful = this.rows.filter(row => row.doubtful !== undefined);
    if (doubtful.length === 0) return;
    const widths = new Set(this.rows.flatMap(({ doubtful: last, cells }) => (last ? [] : [cells.length])));
    for (const { cells, doubtful: last } of doubtful) {
      if (!last || !widths.has(cells.length - 1) || widths.has(cells.length) || cells.length === 1) continue;
      cells.splice(cells.indexOf(last), 1);
    }
  }

  /** The row whose label a text goes on with: the last one, or the one before a line of figures. */
  private rowToGoOn({ text }: Piece): OpenRow | undefined {
    const last = this.rows.at(-1);
    const row = last && !last.label ? this.rows.at(-2) : last;
    if (!row?.label || (last !== row && row.cells.length > 0)) return undefined;
    const isFilled = last !== row || row.cells.length > 0;
    const joined = row.label.text + text;
    if (this.finder.isLabel(joined)) return row;
    if (isFilled && !this.isIncomplete(row.label.text)) return undefined;
    // A text that is a label of its own does not make another one longer, unless that is a label then.
    return this.finder.isBeginning(joined) && !this.finder.isLabel(text) ? row : undefined;
  }

  private isIncomplete(label: string): boolean {
    return this.finder.isBeginning(label) && !this.finder.isWhole(label);
  }
}

const LONGEST_FIGURE = 16;
/** A longer row is of no table that is read. */
const MOST_CELLS = 40;
const LONGEST_NOTE = 4;
/** What is written where there is no figure; 无 is a piece of labels too. */
const NO_FIGURE = new Set(['无', '略', '暂无']);

/** Whether a text stands in the place of a figure: a figure with a note or a mark (`79（其中7件）`), a unit, `无`. */
export function isCellText(text: string, finder: LabelFinder): boolean {
  if (readCellValue(text).kind !== 'unreadable' || isUnitText(text) || NO_FIGURE.has(text)) return true;
  if (/^[-+−－]?[\d０-９]/.test(text)) return !/^[\d０-９]{1,2}\s?[.．、,，](?:\s?[^\s\d０-９]|$)/.test(text);
  return text.length <= LONGEST_NOTE && !finder.isLabel(text) && !finder.isFragment(text);
}
