import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PaintedPaths } from './pdfPaths.ts';
import { combined, type Matrix } from './pdfMatrix.ts';
import { UNREADABLE, type PdfPage, type PdfSign } from './pdfPage.ts';

/** What the library says of a font. */
export interface PdfFont {
  readonly vertical?: boolean;
  readonly composite?: boolean;
  /** From the units of its glyphs to those of the text. */
  readonly fontMatrix?: readonly number[];
  readonly isType3Font?: boolean;
  readonly bbox?: readonly number[];
}

/** A page's drawing operators, and what they draw with. */
export interface PdfContent {
  readonly operators: readonly number[];
  readonly operands: readonly unknown[];
  readonly fontOf: (id: string) => PdfFont | undefined;
  /** From the page's units to points from the upper left corner of the page as it is shown. */
  readonly toPage: Matrix;
  readonly width: number;
  readonly height: number;
  /** Annotations that are fields of a form; what they show belongs to the page, other annotations do not. */
  readonly fields: ReadonlySet<string>;
}

interface Glyph {
  readonly originalCharCode: number;
  readonly unicode: string;
  /** Thousandths of the type's size. */
  readonly width: number;
  readonly isSpace: boolean;
  /** Advance downwards and the place of the upper origin, in vertical fonts. */
  readonly vmetric?: readonly number[] | null;
}

interface TextState {
  font: string;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  rise: number;
  leading: number;
  mode: number;
}

interface State extends TextState {
  matrix: Matrix;
}

/** A sign with its font and code, by which it is judged when the page has been read. */
interface Shown {
  readonly sign: PdfSign;
  readonly font: string;
  readonly isOwnCode: boolean;
  isBeforeSpace: boolean;
}

const [INVISIBLE, CLIPPED] = [3, 7];
const UPRIGHT: Matrix = [1, 0, 0, 1, 0, 0];

/** Signs and lines of a page as they are shown. */
export function readContent(content: PdfContent): Omit<PdfPage, 'pictures' | 'comments'> {
  return new ContentReader(content).read();
}

class ContentReader {
  private readonly shown: Shown[] = [];
  private readonly counts = { slanted: 0, runs: 0 };
  private readonly paths: PaintedPaths;
  private readonly saved: State[] = [];
  private state: State;
  private textMatrix: Matrix = UPRIGHT;
  /** Where the line of text begins, and where it goes on. */
  private line = { startX: 0, startY: 0, x: 0, y: 0 };

  constructor(private readonly content: PdfContent) {
    this.paths = new PaintedPaths(content);
    this.state = {
      matrix: content.toPage,
      font: '',
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      rise: 0,
      leading: 0,
      mode: 0,
    };
  }

  read(): Omit<PdfPage, 'pictures' | 'comments'> {
    const { operators, operands, width, height } = this.content;
    /** How many groups are open that are not shown: annotations and masks. */
    let hidden = 0;
    const groups: boolean[] = [];
    for (const [i, operator] of operators.entries()) {
      const given = (operands[i] ?? []) as readonly unknown[];
      if (operator === OPS.beginGroup || operator === OPS.beginAnnotation) {
        const isHidden = operator === OPS.beginGroup ? isMask(given[0]) : !this.content.fields.has(String(given[0]));
        groups.push(isHidden);
        if (isHidden) hidden++;
        this.save();
        if (operator === OPS.beginAnnotation) this.placeAnnotation(given);
      } else if (operator === OPS.endGroup || operator === OPS.endAnnotation) {
        if (groups.pop() === true) hidden--;
        this.restore();
      } else if (hidden === 0) this.apply(operator, given);
    }
    return {
      width,
      height,
      signs: this.signs(),
      rules: this.paths.rules,
      isDrawn: this.paths.isDrawn,
      slanted: this.counts.slanted,
    };
  }

  private save(): void {
    this.saved.push({ ...this.state });
    this.paths.save();
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state;
    this.paths.restore();
  }

  private placeAnnotation(given: readonly unknown[]): void {
    for (const matrix of given.slice(2, 4)) if (isMatrix(matrix)) this.transform(matrix);
  }

  private transform(matrix: Matrix): void {
    this.state.matrix = combined(this.state.matrix, matrix);
  }

  private apply(operator: number, given: readonly unknown[]): void {
    const { state, line } = this;
    const [first, second] = given as readonly number[];
    switch (operator) {
      case OPS.save:
        this.save();
        return;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        this.restore();
        return;
      case OPS.transform:
        this.transform(given as unknown as Matrix);
        return;
      case OPS.paintFormXObjectBegin:
        this.save();
        if (isMatrix(given[0])) this.transform(given[0]);
        return;
      case OPS.setGState:
        for (const [key, value] of given[0] as readonly (readonly [string, unknown])[]) {
          if (key === 'Font') [state.font, state.size] = value as [string, number];
          if (key === 'LW') this.paths.lineWidth = Number(value);
        }
        return;
      case OPS.beginText:
        this.textMatrix = UPRIGHT;
        this.line = { startX: 0, startY: 0, x: 0, y: 0 };
        return;
      case OPS.setFont:
        [state.font, state.size] = given as [string, number];
        return;
      case OPS.setCharSpacing:
        state.charSpacing = first ?? 0;
        return;
      case OPS.setWordSpacing:
        state.wordSpacing = first ?? 0;
        return;
      case OPS.setHScale:
        state.scale = (first ?? 100) / 100;
        return;
      case OPS.setLeading:
        state.leading = -(first ?? 0);
        return;
      case OPS.setTextRise:
        state.rise = first ?? 0;
        return;
      case OPS.setTextRenderingMode:
        state.mode = first ?? 0;
        return;
      case OPS.setTextMatrix:
        if (isMatrix(given[0])) this.textMatrix = given[0];
        this.line = { startX: 0, startY: 0, x: 0, y: 0 };
        return;
      case OPS.setLeadingMoveText:
        state.leading = second ?? 0;
        this.moveLine(first ?? 0, second ?? 0);
        return;
      case OPS.moveText:
        this.moveLine(first ?? 0, second ?? 0);
        return;
      case OPS.nextLine:
        this.moveLine(0, state.leading);
        return;
      case OPS.showText:
        this.show(given[0] as readonly (Glyph | number)[], line);
        return;
      default:
        this.paths.apply(operator, given, state.matrix);
    }
  }

  private moveLine(x: number, y: number): void {
    const startX = this.line.startX + x;
    const startY = this.line.startY + y;
    this.line = { startX, startY, x: startX, y: startY };
  }

  /** Moves on as 9.4.4 of ISO 32000-1 says. */
  private show(glyphs: readonly (Glyph | number)[], line: { x: number; y: number }): void {
    const { size, scale, charSpacing, wordSpacing } = this.state;
    const font = this.content.fontOf(this.state.font) ?? {};
    const unit = font.fontMatrix?.[0] ?? 0.001;
    this.counts.runs++;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        if (font.vertical === true) line.y -= (glyph * size) / 1000;
        else line.x -= ((glyph * size) / 1000) * scale;
        continue;
      }
      const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
      const width = glyph.width * unit * size;
      if (font.vertical === true) {
        const [advance = -1000, originX = glyph.width / 2, originY = 880] = glyph.vmetric ?? [];
        this.add(glyph, font, line.x - originX * unit * size, line.y - originY * unit * size, width);
        line.y += advance * unit * size - spacing;
      } else {
        this.add(glyph, font, line.x, line.y, width * scale);
        line.x += (width + spacing) * scale;
      }
    }
  }

  private add(glyph: Glyph, font: PdfFont, x: number, y: number, width: number): void {
    const text = glyph.unicode;
    if (/^\s*$/.test(text)) {
      const last = this.shown.at(-1);
      if (last) last.isBeforeSpace = true;
      return;
    }
    const { state } = this;
    const [a, b, c, d, e, f] = combined(state.matrix, combined(this.textMatrix, [1, 0, 0, 1, x, y + state.rise]));
    const height = state.size * heightOf(font);
    const size = Math.hypot(c, d) * Math.abs(height);
    const turn = turnOf(a * Math.sign(width || 1), b * Math.sign(width || 1));
    if (turn === undefined) {
      this.counts.slanted++;
      return;
    }
    // A sign reaches from an eighth of its height below the line to seven eighths above it.
    const xs = [0, width].flatMap(w => [-height / 8, (height * 7) / 8].map(h => a * w + c * h + e));
    const ys = [0, width].flatMap(w => [-height / 8, (height * 7) / 8].map(h => b * w + d * h + f));
    const sign: PdfSign = {
      text: text.normalize('NFC'),
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
      size,
      turn,
      isVertical: font.vertical === true,
      isHidden: state.mode === INVISIBLE || state.mode === CLIPPED,
      run: this.counts.runs,
      isBeforeSpace: false,
    };
    const isOwnCode = font.composite === true && text === String.fromCharCode(glyph.originalCharCode);
    if (sign.right > 0 && sign.left < this.content.width && sign.bottom > 0 && sign.top < this.content.height)
      this.shown.push({ sign, font: state.font, isOwnCode, isBeforeSpace: false });
  }

  /**
   * The signs, those that cannot be told marked. A font without a table of characters gives its own codes for them:
   * where some of these are no characters of a text, none of that font are.
   */
  private signs(): PdfSign[] {
    const unreadable = new Set<string>();
    for (const { sign, font, isOwnCode } of this.shown) if (isOwnCode && !isOfText(sign.text)) unreadable.add(font);
    return this.shown.map(({ sign, font, isOwnCode, isBeforeSpace }) => ({
      ...sign,
      isBeforeSpace,
      text: (isOwnCode && unreadable.has(font)) || !isOfText(sign.text) ? UNREADABLE : sign.text,
    }));
  }
}

function heightOf(font: PdfFont): number {
  if (font.isType3Font !== true) return 1;
  const [, bottom = 0, , top = 0] = font.bbox ?? [];
  return Math.abs((top - bottom) * (font.fontMatrix?.[3] ?? 0.001)) || 1;
}

/** Quarter turns of a direction; undefined where it is aslant. */
function turnOf(x: number, y: number): PdfSign['turn'] | undefined {
  const long = Math.max(Math.abs(x), Math.abs(y));
  if (Math.min(Math.abs(x), Math.abs(y)) > long * STEEPEST) return undefined;
  if (Math.abs(x) === long) return x < 0 ? 2 : 0;
  return y < 0 ? 3 : 1;
}

/** A scan that was straightened stands a little aslant. */
const STEEPEST = 0.1;

/** Whether a text is of characters that a report holds, in any language of the Latin or East Asian scripts. */
function isOfText(text: string): boolean {
  return /^[\u0020-\u007e\u00a0-\u024f\u02b0-\u03ff\u2000-\u27bf\u2900-\u2bff\u2e80-\ua4cf\uac00-\ud7ff\ud800-\udfff\uf900-\ufaff\ufb00-\ufb06\ufe10-\ufe6f\uff00-\uffef]+$/.test(
    text,
  );
}

function isMask(group: unknown): boolean {
  return typeof group === 'object' && group !== null && 'smask' in group && Boolean(group.smask);
}

function isMatrix(given: unknown): given is Matrix {
  return (Array.isArray(given) || given instanceof Float32Array) && given.length === 6;
}
