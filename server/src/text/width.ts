import { eastAsianWidth } from 'get-east-asian-width';

/** Columns of signs that Unicode leaves open (“ ” … ·): two in Chinese fonts, one in others. */
export type AmbiguousWidth = 'wide' | 'narrow';

/** Signs that take no column of their own: combining marks, joiners, variation selectors, controls. */
const WIDTHLESS = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u;

/**
 * Display columns of a line of text in a fixed-width font: Chinese and full-width signs take two, combining marks none.
 * A lone surrogate takes one.
 * @see Unicode Standard Annex #11, East Asian Width
 */
export function displayWidth(text: string, ambiguous: AmbiguousWidth = 'wide'): number {
  const options = { ambiguousAsWide: ambiguous === 'wide' };
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x20 && code < 0x7f) {
      width++;
      continue;
    }
    const point = text.codePointAt(at) ?? code;
    if (point > 0xffff) at++;
    if (isPlainlyWide(point)) width += 2;
    else if (!WIDTHLESS.test(String.fromCodePoint(point))) width += eastAsianWidth(point, options);
  }
  return width;
}

/** Chinese characters, their punctuation and full-width forms, of which most texts consist. */
function isPlainlyWide(point: number): boolean {
  return (
    (point >= 0x4e00 && point <= 0x9fff) || (point >= 0x3001 && point <= 0x3029) || (point >= 0xff01 && point <= 0xff60)
  );
}
