import type { FormFigure, FormTable } from '../../../server/src/protocol/tableForm.ts';

/** A printed cell with its place on the grid of its table. */
export interface PlacedCell<Cell> {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
}

/** The printed cells of a table with their places on its grid. */
export function placesOf({ rows }: Pick<FormTable, 'rows'>): readonly PlacedCell<FormTable['rows'][number][number]>[] {
  const taken: boolean[][] = rows.map(() => []);
  return rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map(cell => {
      while (taken[row]?.[column] === true) column++;
      for (const line of taken.slice(row, row + cell.rowSpan))
        for (let c = column; c < column + cell.columnSpan; c++) line[c] = true;
      return { cell, row, column };
    });
  });
}

/** A figure cell on the grid of its table. */
export interface Stop extends PlacedCell<FormFigure> {
  readonly table: string;
}

export type Move = 'left' | 'right' | 'up' | 'down' | 'home' | 'end' | 'first' | 'last' | 'next' | 'previous';

/** The figure cells of a form: where the keys go, and what lies between two of them. */
export class Grid {
  readonly stops: readonly Stop[];
  readonly #byId: ReadonlyMap<string, Stop>;

  constructor(tables: readonly Pick<FormTable, 'id' | 'rows' | 'state'>[]) {
    this.stops = tables
      .filter(({ state }) => state === 'present')
      .flatMap(table =>
        placesOf(table).flatMap(({ cell, row, column }) =>
          cell.kind === 'figure' ? [{ cell, row, column, table: table.id }] : [],
        ),
      );
    this.#byId = new Map(this.stops.map(stop => [stop.cell.id, stop]));
  }

  stop(id: string | undefined): Stop | undefined {
    return id === undefined ? undefined : this.#byId.get(id);
  }

  /** The cell that a key leads to; undefined at an edge. */
  go(from: Stop, move: Move): Stop | undefined {
    const own = this.stops.filter(({ table }) => table === from.table);
    const line = own.filter(({ row }) => row === from.row);
    switch (move) {
      case 'left':
        return line[line.indexOf(from) - 1];
      case 'right':
        return line[line.indexOf(from) + 1];
      case 'home':
        return line[0];
      case 'end':
        return line.at(-1);
      case 'first':
        return own[0];
      case 'last':
        return own.at(-1);
      case 'next':
        return this.stops[this.stops.indexOf(from) + 1];
      case 'previous':
        return this.stops[this.stops.indexOf(from) - 1];
      case 'up':
        return nearest(own, own.findLast(({ row }) => row < from.row)?.row, from);
      case 'down':
        return nearest(own, own.find(({ row }) => row > from.row)?.row, from);
    }
  }

  /** The cells of the block that two cells of one table span, line by line. */
  block(from: Stop, to: Stop): readonly (readonly Stop[])[] {
    const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)];
    const left = Math.min(from.column, to.column);
    const right = Math.max(from.column, to.column);
    const inside = this.stops.filter(
      ({ table, row, column, cell }) =>
        table === from.table && row >= top && row <= bottom && column <= right && column + cell.columnSpan > left,
    );
    return [...new Set(inside.map(({ row }) => row))].map(row => inside.filter(each => each.row === row));
  }
}

/** The cell of a row that lies below or above another, or the last one before it. */
function nearest(own: readonly Stop[], row: number | undefined, { column }: Stop): Stop | undefined {
  const line = own.filter(each => each.row === row);
  return line.findLast(each => each.column <= column) ?? line[0];
}
