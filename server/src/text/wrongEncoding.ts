// Texts that were decoded in another encoding than they were written in, and which one that was. Bytes say little of
// it: nearly all are valid in nearly all of them. So only what is sure counts: in one decoding the words stand that
// every report has, and in the text as it is none of them.

import { decodeAs, decodeLoosely, type FileEncoding } from './decode.ts';
import { memoByObject } from './memo.ts';
import { misreadText } from './misread.ts';
import type { Span } from './span.ts';

/** Encodings as they are named to people. */
export type EncodingName = 'UTF-8' | 'GB18030' | 'Big5' | 'Shift_JIS';

/** How a text came about. */
export interface Misreading {
  /** What it was written in; undefined where too much was lost to tell. */
  readonly encoding: EncodingName | undefined;
  readonly readAs: 'Latin-1' | 'GB18030';
  /** The first signs that were read wrongly. */
  readonly span: Span;
}

const ENCODINGS: Readonly<Record<EncodingName, FileEncoding>> = {
  'UTF-8': 'utf-8',
  GB18030: 'gb18030',
  Big5: 'big5',
  Shift_JIS: 'shift_jis',
};

const WORDS = /政府|公[开開]|信息|[资資][讯訊]|年度|[报報]告|申[请請]/g;
/** Fewer may have come about by chance. */
const FEWEST_WORDS = 3;
/** UTF-16 units, or bytes, that are looked at, from the first beyond ASCII on. */
const LONGEST_SAMPLE = 20_000;
/** Fewer signs beyond ASCII are no Chinese text. */
const FEWEST_SIGNS = 20;

const CHINESE = /[\u2e80-\ufefe]/;
const CHINESE_SIGNS = /[\u2e80-\ufefe]/g;
/** Signs of which Chinese text is full; bytes of another encoding give them by chance alone. */
const COMMON_SIGNS = /[的一是在了有人和年，。、]/g;
/** At least so many, and one of so many Chinese signs: the text is as it was written. */
const FEWEST_COMMON = 2;
const MOST_FOR_A_COMMON = 33;
/** Signs that are underlined. */
const SHOWN = 9;

/** The encoding of bytes that read as `text` in GB18030, if it surely is another; undefined where it is not. */
export function foreignEncodingOf(bytes: Uint8Array, text: string): EncodingName | undefined {
  if (hasWords(text)) return undefined;
  const at = bytes.findIndex(byte => byte >= 0x80);
  return at < 0 ? undefined : encodingOf(bytes.subarray(at, at + LONGEST_SAMPLE), ['Big5', 'Shift_JIS']);
}

/** How a text was misread, if that is sure; undefined for any text that is as it was written. */
export function misreadingOf(text: string): Misreading | undefined {
  if (hasWords(text)) return undefined;
  const latin = misreadText(text);
  if (latin) {
    const bytes = latin.bytes.subarray(0, LONGEST_SAMPLE);
    const encoding = encodingOf(bytes, ['UTF-8', 'GB18030', 'Big5', 'Shift_JIS']);
    return { encoding, readAs: 'Latin-1', span: latin.span };
  }
  const at = text.search(CHINESE);
  if (at < 0) return undefined;
  const sample = text.slice(at, at + LONGEST_SAMPLE);
  const signs = countOf(sample, CHINESE_SIGNS);
  if (signs < FEWEST_SIGNS) return undefined;
  if (countOf(sample, COMMON_SIGNS) >= Math.max(FEWEST_COMMON, signs / MOST_FOR_A_COMMON)) return undefined;
  const encoding = encodingOf(bytesOfGb18030(sample), ['UTF-8', 'Big5', 'Shift_JIS']);
  if (encoding === undefined) return undefined;
  return { encoding, readAs: 'GB18030', span: { start: at, end: at + SHOWN } };
}

function countOf(text: string, signs: RegExp): number {
  return text.match(signs)?.length ?? 0;
}

function hasWords(text: string): boolean {
  return text.search(WORDS) >= 0;
}

/** The encoding in which bytes hold the words of a report; what was lost or cut off does not matter. */
function encodingOf(bytes: Uint8Array, candidates: readonly EncodingName[]): EncodingName | undefined {
  return candidates.find(name => countOf(decodeLoosely(ENCODINGS[name], bytes), WORDS) >= FEWEST_WORDS);
}

/** The bytes of a text in GB18030; a question mark for each sign that it has no two bytes for. */
function bytesOfGb18030(text: string): Uint8Array {
  const codes = twoByteCodes(ENCODINGS);
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const two = codes[code] ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (two === 0) bytes.push(0x3f);
    else bytes.push(two >> 8, two & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** The two bytes of each sign that GB18030 has such for, by the sign's code; made when first asked for. */
const twoByteCodes = memoByObject((_: typeof ENCODINGS): Uint16Array => {
  const codes = new Uint16Array(0x10000);
  for (let first = 0x81; first <= 0xfe; first++) {
    const row: number[] = [];
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) row.push(second);
    const signs = decodeAs('gb18030', Uint8Array.from(row.flatMap(second => [first, second]))) ?? '';
    // Every pair is one sign of the basic plane.
    if (signs.length !== row.length) continue;
    for (const [i, second] of row.entries()) codes[signs.charCodeAt(i)] = first * 256 + second;
  }
  return codes;
});
