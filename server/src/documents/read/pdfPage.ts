/** A PDF file as it is shown: its pages in order. */
export interface PdfDocument {
  readonly pages: readonly PdfPage[];
  /** Whether its directory or a part of a page could not be read as it stands, so that something may be missing. */
  readonly isBroken: boolean;
}

/** One page as it is shown, turned upright; points from its upper left corner. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** In the order in which they are drawn. */
  readonly signs: readonly PdfSign[];
  /** Thin boxes: what a line looks like, whether drawn as a line, a filled box or a picture of one point. */
  readonly rules: readonly Box[];
  readonly pictures: number;
  /** Whether something is drawn that is no line, as are words whose signs are drawings. */
  readonly isDrawn: boolean;
  /** Signs that stand aslant: stamps and watermarks. */
  readonly slanted: number;
  /** Comments that readers of the file have put on it. */
  readonly comments: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A sign as it is shown. */
export interface PdfSign extends Box {
  /** One character as a rule, several for a ligature; {@link UNREADABLE} where the font does not say which. */
  readonly text: string;
  /** Height of the type in points. */
  readonly size: number;
  /** Quarter turns clockwise. */
  readonly turn: 0 | 1 | 2 | 3;
  /** Whether its line runs downwards. */
  readonly isVertical: boolean;
  /** Whether it is drawn without colour, as recognised text lies over a scanned page. */
  readonly isHidden: boolean;
  /** Signs that the file draws with one operator have one number. */
  readonly run: number;
  /** Whether the file has a space behind it. */
  readonly isBeforeSpace: boolean;
}

/** In place of a sign of which the file does not say which character it is. */
export const UNREADABLE = '\ufffd';

/** A box around boxes; there is at least one. */
export function boxAround(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.left);
    top = Math.min(top, box.top);
    right = Math.max(right, box.right);
    bottom = Math.max(bottom, box.bottom);
  }
  return { left, top, right, bottom };
}

/** Whether the middle of a box lies in another. */
export function liesIn(box: Box, other: Box): boolean {
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  return x >= other.left && x <= other.right && y >= other.top && y <= other.bottom;
}
