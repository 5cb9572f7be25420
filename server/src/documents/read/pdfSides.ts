import type { Rule } from './pdfRules.ts';

/** What of the side of a cell must be drawn. */
const DRAWN = 0.6;

/** Which sides of the smallest boxes between borders are drawn. */
export class Sides {
  readonly width: number;
  readonly height: number;
  /** Drawn part of the border above each box; one row more than there are. */
  private readonly above: Float64Array;
  private readonly before: Float64Array;

  constructor(
    readonly columns: readonly number[],
    readonly rows: readonly number[],
    across: readonly Rule[],
    down: readonly Rule[],
  ) {
    this.width = columns.length - 1;
    this.height = rows.length - 1;
    this.above = new Float64Array((this.height + 1) * this.width);
    this.before = new Float64Array((this.width + 1) * this.height);
    for (const line of across) {
      const row = nearest(rows, line.at);
      for (let column = 0; column < this.width; column++)
        this.above[row * this.width + column] =
          (this.above[row * this.width + column] ?? 0) + overlap(line, columns[column], columns[column + 1]);
    }
    for (const line of down) {
      const column = nearest(columns, line.at);
      for (let row = 0; row < this.height; row++)
        this.before[column * this.height + row] =
          (this.before[column * this.height + row] ?? 0) + overlap(line, rows[row], rows[row + 1]);
    }
    this.close(
      this.height,
      row => [0, this.width - 1].map(column => this.isAbove(row, column)),
      (row, side) => {
        this.before[(side === 0 ? 0 : this.width) * this.height + row] = 1;
      },
    );
    this.close(
      this.width,
      column => [0, this.height - 1].map(row => this.isBefore(row, column)),
      (column, side) => {
        this.above[(side === 0 ? 0 : this.height) * this.width + column] = 1;
      },
    );
  }

  /** Closes the table at its outer borders between lines that reach them; `side` 0 is the first border, 1 the last. */
  private close(
    count: number,
    reaches: (line: number) => readonly boolean[],
    closeBox: (box: number, side: number) => void,
  ): void {
    const starts: (number | undefined)[] = [undefined, undefined];
    for (let line = 0; line <= count; line++)
      for (const [side, isReaching] of reaches(line).entries()) {
        if (!isReaching) continue;
        for (let box = starts[side] ?? line; box < line; box++) closeBox(box, side);
        starts[side] = line;
      }
  }

  isAbove(row: number, column: number): boolean {
    return (this.above[row * this.width + column] ?? 0) >= DRAWN;
  }

  isBefore(row: number, column: number): boolean {
    return (this.before[column * this.height + row] ?? 0) >= DRAWN;
  }

  /** Boxes from which one comes out of the table without crossing a line. */
  outside(): Uint8Array {
    const { width, height } = this;
    const isOutside = new Uint8Array(width * height);
    const waiting: number[] = [];
    const enter = (row: number, column: number) => {
      if (row < 0 || column < 0 || row >= height || column >= width || isOutside[row * width + column] === 1) return;
      isOutside[row * width + column] = 1;
      waiting.push(row * width + column);
    };
    for (let column = 0; column < width; column++) {
      if (!this.isAbove(0, column)) enter(0, column);
      if (!this.isAbove(height, column)) enter(height - 1, column);
    }
    for (let row = 0; row < height; row++) {
      if (!this.isBefore(row, 0)) enter(row, 0);
      if (!this.isBefore(row, width)) enter(row, width - 1);
    }
    for (let box = waiting.pop(); box !== undefined; box = waiting.pop()) {
      const [row, column] = [Math.floor(box / width), box % width];
      if (!this.isAbove(row, column)) enter(row - 1, column);
      if (!this.isAbove(row + 1, column)) enter(row + 1, column);
      if (!this.isBefore(row, column)) enter(row, column - 1);
      if (!this.isBefore(row, column + 1)) enter(row, column + 1);
    }
    return isOutside;
  }
}

function nearest(places: readonly number[], at: number): number {
  let best = 0;
  for (const [i, place] of places.entries())
    if (Math.abs(place - at) < Math.abs((places[best] ?? Infinity) - at)) best = i;
  return best;
}

function overlap({ from, to }: Rule, start = 0, end = 0): number {
  return Math.max(0, Math.min(to, end) - Math.max(from, start)) / (end - start);
}
