import { Inflate } from 'fflate';
import { decodeLoosely } from '../../text/decode.ts';
import { LIMITS } from '../../text/limits.ts';
import { refuse, refuseDamaged } from '../refused.ts';

/** Bytes at the end in which the file must say where its directory is; senders append some of their own. */
const TAIL = 4096;
/** Bytes of the dictionary before a stream that are looked at. */
const LONGEST_DICTIONARY = 4000;
/** Bytes that are unpacked at a time, so that a bomb is noticed early. */
const CHUNK = 16 * 1024;
const DEFLATE = 8;
/** Line ends that some programs count as part of a stream. */
const MOST_BEHIND = 3;

/**
 * Refuses a PDF file that is not whole. The library reads on whatever is missing or wrong; so the end is looked for,
 * and what is packed is unpacked here and compared with its own sum (Adler-32, RFC 1950): a flipped bit must not become
 * a figure. Pictures are left out, and of an encrypted file all but the end. Where no sum is right, the program that
 * wrote the file writes none.
 */
export function checkPdf(bytes: Uint8Array): void {
  const tail = ascii(bytes.subarray(-TAIL));
  if (!/startxref\s+\d+/.test(tail)) refuseDamaged('PDF');
  if (indexOf(bytes, '/Encrypt', 0) >= 0) return;
  let [unpacked, right, wrong] = [0, 0, 0];
  for (const packed of packedStreams(bytes)) {
    const isRight = hasRightSum(packed, size => {
      unpacked += size;
      if (unpacked > LIMITS.documentUnpackedBytes)
        refuse('documents.refused.partTooLarge', { limit: LIMITS.documentUnpackedBytes / (1024 * 1024) });
    });
    if (isRight) right++;
    else wrong++;
  }
  if (wrong > 0 && right > 0) refuseDamaged('PDF');
}

/** The streams that are packed with deflate, pictures left out. */
function* packedStreams(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = indexOf(bytes, 'stream', 0); at >= 0; at = indexOf(bytes, 'stream', at + 6)) {
    const start = bytes[at + 6] === 0x0d && bytes[at + 7] === 0x0a ? at + 8 : bytes[at + 6] === 0x0a ? at + 7 : -1;
    if (start < 0) continue;
    const before = ascii(bytes.subarray(Math.max(0, at - LONGEST_DICTIONARY), at));
    const dictionary = before.slice(Math.max(0, before.lastIndexOf(' obj')));
    if (!/>>\s*$/.test(dictionary)) continue;
    const end = endOf(bytes, start, /\/Length\s+(\d+)\s*(?!\s*\d+\s+R)[/>]/.exec(dictionary)?.[1]);
    if (end < 0) refuseDamaged('PDF');
    if (/\/Filter\s*\[?\s*\/Fl(?:ateDecode)?\b/.test(dictionary) && !/\/Subtype\s*\/Image\b/.test(dictionary))
      yield bytes.subarray(start, end);
    at = end;
  }
}

/** Where a stream ends: where its length says, if it does, else before the next word that ends one; -1 if none. */
function endOf(bytes: Uint8Array, start: number, length: string | undefined): number {
  const stated = length === undefined ? -1 : start + Number(length);
  if (stated >= 0 && /^\s*endstream/.test(ascii(bytes.subarray(stated, stated + 12)))) return stated;
  return indexOf(bytes, 'endstream', start);
}

/** Whether data unpack to what their sum says; tells the sizes of what comes out. */
function hasRightSum(packed: Uint8Array, count: (size: number) => void): boolean {
  const [method = 0, flags = 0] = packed;
  if ((method & 0xf) !== DEFLATE || (method * 256 + flags) % 31 !== 0) return false;
  let [low, high] = [1, 0];
  const inflate = new Inflate(chunk => {
    count(chunk.length);
    for (let at = 0; at < chunk.length;) {
      // So long neither sum can grow over 32 bits.
      const end = Math.min(chunk.length, at + 3800);
      for (; at < end; at++) {
        low += chunk[at] ?? 0;
        high += low;
      }
      low %= 65_521;
      high %= 65_521;
    }
  });
  try {
    for (let at = 2; at < packed.length; at += CHUNK)
      inflate.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
  } catch (error) {
    if (error instanceof Error && 'refusal' in error) throw error;
    return false;
  }
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  for (let behind = 0; behind <= MOST_BEHIND; behind++) {
    const at = packed.length - 4 - behind;
    if (at >= 2 && view.getUint32(at) === ((high << 16) | low) >>> 0) return true;
  }
  return false;
}

function indexOf(bytes: Uint8Array, word: string, from: number): number {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let i = 1;
    while (i < word.length && bytes[at + i] === word.charCodeAt(i)) i++;
    if (i === word.length) return at;
  }
  return -1;
}

/** Bytes as text in which each byte is one character; those that are not ASCII do not matter. */
function ascii(bytes: Uint8Array): string {
  return decodeLoosely('windows-1252', bytes);
}
