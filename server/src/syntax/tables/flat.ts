import type { Span } from '../../text/span.ts';
import type { Row } from '../block.ts';

/** A text and its place in the draft. */
export interface Piece {
  readonly text: string;
  readonly span: Span;
}

/** Collects the rows of a table without columns: a label starts a row, the texts up to the next one are its cells. */
export class FlatRows {
  private readonly rows: { cells: Piece[] }[] = [];

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  /** Starts a row with a label, or with a figure whose label is not known. */
  start(piece: Piece): void {
    this.rows.push({ cells: [piece] });
  }

  /** Adds a cell to the last row. */
  add(piece: Piece): void {
    const row = this.rows.at(-1);
    if (row) row.cells.push(piece);
    else this.start(piece);
  }

  finish(): readonly Row[] {
    return this.rows.map(({ cells }, r): Row => ({
      span: { start: cells[0]?.span.start ?? 0, end: cells.at(-1)?.span.end ?? 0 },
      cells: cells.map(({ text, span }, column) => ({ text, span, row: r, column, rowSpan: 1, columnSpan: 1 })),
    }));
  }
}
