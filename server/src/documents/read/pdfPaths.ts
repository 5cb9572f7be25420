import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { transformed, type Matrix } from './pdfMatrix.ts';
import { boxAround, type Box } from './pdfPage.ts';

type Point = readonly [x: number, y: number];

/** A stroke of the pen: its points, and whether all of it is straight. */
interface Subpath {
  readonly points: Point[];
  isClosed: boolean;
  isStraight: boolean;
}

interface PaintState {
  lineWidth: number;
  isStrokeWhite: boolean;
  isFillWhite: boolean;
  clip: Box;
}

/** Codes in the library's paths, with how many numbers follow. */
const [MOVE, CURVE, QUADRATIC, CLOSE] = [0, 2, 3, 4];
const FOLLOWING = [2, 2, 6, 4, 0];

const STROKES: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLS: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/** Points that a line is thick at most, and that its ends may be out of line. */
const THICKEST = 3;
const ASKEW = 0.7;
/** The light of a colour from which on nobody sees it on paper. */
const WHITE = 250;

/** What is painted of a page besides its text, of which the lines are kept. */
export class PaintedPaths {
  readonly rules: Box[] = [];
  /** Whether anything else is painted that is not straight. */
  isDrawn = false;
  private readonly saved: PaintState[] = [];
  private state: PaintState;
  private isClipping = false;

  constructor({ width, height }: { readonly width: number; readonly height: number }) {
    this.state = {
      lineWidth: 1,
      isStrokeWhite: false,
      isFillWhite: false,
      clip: { left: 0, top: 0, right: width, bottom: height },
    };
  }

  set lineWidth(width: number) {
    this.state.lineWidth = width;
  }

  save(): void {
    this.saved.push({ ...this.state });
  }

  restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  apply(operator: number, given: readonly unknown[], matrix: Matrix): void {
    switch (operator) {
      case OPS.setLineWidth:
        this.lineWidth = Number(given[0]);
        return;
      case OPS.setStrokeRGBColor:
        this.state.isStrokeWhite = isWhite(given);
        return;
      case OPS.setFillRGBColor:
        this.state.isFillWhite = isWhite(given);
        return;
      case OPS.setStrokeColorN:
        this.state.isStrokeWhite = false;
        return;
      case OPS.setFillColorN:
        this.state.isFillWhite = false;
        return;
      case OPS.setStrokeTransparent:
        this.state.isStrokeWhite = true;
        return;
      case OPS.setFillTransparent:
        this.state.isFillWhite = true;
        return;
      case OPS.clip:
      case OPS.eoClip:
        this.isClipping = true;
        return;
      case OPS.constructPath:
        this.construct(Number(given[0]), subpathsOf((given[1] as readonly unknown[] | undefined)?.[0], matrix), matrix);
        return;
      case OPS.paintSolidColorImageMask:
      case OPS.paintImageXObject:
      case OPS.paintImageMaskXObject:
      case OPS.paintInlineImageXObject:
        // Some programs draw a line as a picture of one point.
        this.addFilled(boxAround(unitSquare(matrix).map(pointBox)));
        return;
    }
  }

  private construct(painting: number, subpaths: readonly Subpath[], matrix: Matrix): void {
    const isPainted = STROKES.has(painting) || FILLS.has(painting);
    if (isPainted && subpaths.some(({ isStraight }) => !isStraight)) this.isDrawn = true;
    if (STROKES.has(painting) && !this.state.isStrokeWhite) {
      const isClosing = painting === OPS.closeStroke || painting === OPS.closeFillStroke;
      const width = this.state.lineWidth * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
      for (const { points, isClosed, isStraight } of subpaths) {
        const [first] = points;
        if (!isStraight || !first) continue;
        const all = isClosed || isClosing ? [...points, first] : points;
        for (const [i, point] of all.entries()) this.addSegment(all[i - 1], point, width);
      }
    }
    if (FILLS.has(painting) && !this.state.isFillWhite) {
      const boxes = subpaths
        .filter(({ isStraight }) => isStraight)
        .map(({ points }) => boxAround(points.map(pointBox)));
      for (const box of boxes) this.addFilled(box);
      this.addFrame(boxes);
    }
    if (this.isClipping) {
      this.isClipping = false;
      const points = subpaths.flatMap(subpath => subpath.points);
      if (points.length > 0) this.state.clip = common(this.state.clip, boxAround(points.map(pointBox)));
    }
  }

  private addSegment(from: Point | undefined, to: Point, width: number): void {
    if (!from) return;
    const { left, top, right, bottom } = boxAround([pointBox(from), pointBox(to)]);
    if (right - left > ASKEW && bottom - top > ASKEW) return;
    const half = width / 2;
    this.addFilled(
      right - left > bottom - top
        ? { left, right, top: top - half, bottom: bottom + half }
        : { left: left - half, right: right + half, top, bottom },
    );
  }

  private addFilled(box: Box): void {
    const shown = common(box, this.state.clip);
    const [width, height] = [shown.right - shown.left, shown.bottom - shown.top];
    if (width >= -ASKEW && height >= -ASKEW && Math.min(width, height) <= THICKEST) this.rules.push(shown);
  }

  /** A frame may be painted as a box with a box left out of it. */
  private addFrame([outer, inner, ...others]: readonly Box[]): void {
    if (!outer || !inner || others.length > 0) return;
    const { left, top, right, bottom } = outer;
    const edges: Box[] = [
      { left, right, top, bottom: inner.top },
      { left, right, top: inner.bottom, bottom },
      { left, right: inner.left, top, bottom },
      { left: inner.right, right, top, bottom },
    ];
    if (
      edges.every(({ left: l, right: r, top: t, bottom: b }) => r >= l && b >= t && Math.min(r - l, b - t) <= THICKEST)
    )
      for (const edge of edges) this.addFilled(edge);
  }
}

function isWhite([colour]: readonly unknown[]): boolean {
  const [, digits] = /^#([\da-f]{6})$/i.exec(String(colour)) ?? [];
  return digits !== undefined && [0, 2, 4].every(at => parseInt(digits.slice(at, at + 2), 16) >= WHITE);
}

function pointBox([x, y]: Point): Box {
  return { left: x, right: x, top: y, bottom: y };
}

function unitSquare(matrix: Matrix): Point[] {
  return [transformed(matrix, 0, 0), transformed(matrix, 1, 0), transformed(matrix, 0, 1), transformed(matrix, 1, 1)];
}

function common(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** The strokes of a path as the library packs it: codes, each followed by its coordinates. */
function subpathsOf(packed: unknown, matrix: Matrix): Subpath[] {
  if (!(packed instanceof Float32Array) && !Array.isArray(packed)) return [];
  const data = packed as ArrayLike<number>;
  const subpaths: Subpath[] = [];
  let current: Subpath | undefined;
  for (let at = 0; at < data.length;) {
    const code = data[at] ?? CLOSE;
    const count = FOLLOWING[code] ?? 0;
    if (code === CLOSE && current) current.isClosed = true;
    else if (count > 0) {
      const point = transformed(matrix, data[at + count - 1] ?? 0, data[at + count] ?? 0);
      if (code === MOVE || !current) subpaths.push((current = { points: [], isClosed: false, isStraight: true }));
      if (code === CURVE || code === QUADRATIC) current.isStraight = false;
      current.points.push(point);
    }
    at += count + 1;
  }
  return subpaths;
}
