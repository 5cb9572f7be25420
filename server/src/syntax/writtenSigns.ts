import { IGNORABLE_PAIR_STARTS, IGNORABLE_SIGNS } from '../text/ignorable.ts';
import { simplified } from '../text/traditional.ts';
import { isRadical } from '../text/unify.ts';
import type { Span } from '../text/span.ts';
import { isLineStart, mergeMarkerAt, type MergeMarker } from './line.ts';

/** Signs of a draft that are read as something else than they are. A publisher should know of them. */
export interface WrittenSigns {
  /** Places of ignorable signs, each counted from the block's start. */
  readonly invisible: readonly Span[];
  /** Stretches of blanks that look like spaces and are none: no-break, thin, wide ones; not the full-width blank. */
  readonly blanks: readonly Span[];
  /** Places of radicals and compatibility ideographs in place of characters. */
  readonly radicals: readonly Span[];
  /** Stretches of traditional characters. */
  readonly traditional: readonly Span[];
  /** Places of full-width digits. */
  readonly wideDigits: readonly Span[];
  readonly mergeMarkers: readonly { readonly marker: MergeMarker; readonly span: Span }[];
}

const [INVISIBLE, PAIR, RADICAL, WIDE, MARKER, TRADITIONAL, BLANK] = [1, 2, 3, 4, 5, 6, 7];
/** Full-width blanks are what official documents indent paragraphs with. */
const BLANKS = '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f';
/** They belong to emoji: the joiner and the selectors of a picture's form. */
const OF_PICTURES = '\u200d\ufe0e\ufe0f';
const BYTE_ORDER_MARK = 0xfeff;

const KINDS: Uint8Array = makeTable();

function makeTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let code = 0; code < table.length; code++) {
    if (isRadical(code)) table[code] = RADICAL;
    else if (simplified(code) !== code) table[code] = TRADITIONAL;
  }
  const set = (signs: string, kind: number) => {
    for (let at = 0; at < signs.length; at++) table[signs.charCodeAt(at)] = kind;
  };
  set(IGNORABLE_SIGNS, INVISIBLE);
  set(IGNORABLE_PAIR_STARTS, PAIR);
  set('０１２３４５６７８９', WIDE);
  set('<|=>', MARKER);
  set(BLANKS, BLANK);
  set(OF_PICTURES, 0);
  return table;
}

/**
 * Looks for such signs in the stretch `start`–`end` of a draft; undefined where there are none, as nearly everywhere.
 */
export function writtenSignsIn(text: string, start: number, end: number): WrittenSigns | undefined {
  let first = start;
  while (first < end && KINDS[text.charCodeAt(first)] === 0) first++;
  if (first === end) return undefined;
  const invisible: Span[] = [];
  const blanks: Span[] = [];
  const radicals: Span[] = [];
  const traditional: Span[] = [];
  const wideDigits: Span[] = [];
  const mergeMarkers: { marker: MergeMarker; span: Span }[] = [];
  for (let at = first; at < end; at++) {
    const code = text.charCodeAt(at);
    const kind = KINDS[code];
    if (kind === 0 || (kind === MARKER && !isLineStart(text, at))) continue;
    const span = { start: at - start, end: at - start + 1 };
    if (kind === RADICAL) radicals.push(span);
    else if (kind === WIDE) wideDigits.push(span);
    else if (kind === PAIR) invisible.push({ start: span.start, end: span.end + 1 });
    else if (kind === INVISIBLE) {
      if (code !== BYTE_ORDER_MARK || at > 0) invisible.push(span);
    } else if (kind === TRADITIONAL || kind === BLANK) {
      while (at + 1 < end && KINDS[text.charCodeAt(at + 1)] === kind) at++;
      (kind === BLANK ? blanks : traditional).push({ start: span.start, end: at - start + 1 });
    } else {
      const marker = mergeMarkerAt(text, at);
      if (marker) mergeMarkers.push({ marker, span: { start: span.start, end: lineEnd(text, at, end) - start } });
    }
  }
  const signs: WrittenSigns = { invisible, blanks, radicals, traditional, wideDigits, mergeMarkers };
  return Object.values(signs).every(found => found.length === 0) ? undefined : signs;
}

function lineEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && !'\r\n'.includes(text.charAt(at))) at++;
  return at;
}
