import { charClassTable } from './charTable.ts';

/**
 * Signs that take no room and carry no meaning in a report: zero-width and direction marks, soft hyphens, variation
 * selectors. First and last code points.
 * @see Unicode Standard, section 5.21, property Default_Ignorable_Code_Point
 */
const RANGES: readonly (readonly [first: number, last: number])[] = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfff8],
];

/**
 * The ignorable signs of one UTF-16 unit; those of two (tags, ideographic variation selectors) begin with these units.
 */
export const IGNORABLE_SIGNS: string = RANGES.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i)),
).join('');

const [FIRST_OF_PAIR, LAST_OF_PAIR] = [0xdb40, 0xdb43];

/** First units of the ignorable signs of two units, U+E0000–U+E0FFF. */
export const IGNORABLE_PAIR_STARTS: string = Array.from({ length: LAST_OF_PAIR - FIRST_OF_PAIR + 1 }, (_, i) =>
  String.fromCharCode(FIRST_OF_PAIR + i),
).join('');

const [SIGN, PAIR_START] = [1, 2] as const;
const KINDS = charClassTable(IGNORABLE_SIGNS, IGNORABLE_PAIR_STARTS);

/** Number of UTF-16 units of the ignorable sign at `at` of a text; 0 where another sign stands there. */
export function ignorableLength(text: string, at: number): 0 | 1 | 2 {
  const kind = KINDS[text.charCodeAt(at)];
  if (kind === PAIR_START) return at + 1 < text.length ? 2 : 0;
  return kind === SIGN ? 1 : 0;
}

/** A text without its ignorable signs. */
export function withoutIgnorable(text: string): string {
  let kept = '';
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const length = KINDS[text.charCodeAt(at)] === 0 ? 0 : ignorableLength(text, at);
    if (length === 0) continue;
    kept += text.slice(done, at);
    at += length - 1;
    done = at + 1;
  }
  return done === 0 ? text : kept + text.slice(done);
}
