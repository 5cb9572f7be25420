import { inflateSync } from 'fflate';
import { decodeAs, decodeLoosely } from '../text/decode.ts';
import { LIMITS } from '../text/limits.ts';
import { crc32 } from './crc32.ts';
import { refuse, refuseDamaged } from './refused.ts';

/** The parts of a zip file, by their names; nothing is unpacked before it is asked for. */
export interface Container {
  /** Names as the file writes them, in its order. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /**
   * Bytes of a part, undefined where there is none by that name (case does not count). Ends reading where the part is
   * not what the directory says of it: size and CRC-32.
   */
  bytes(name: string): Uint8Array | undefined;
  /** The same as UTF-8 text without its byte order mark. */
  text(name: string): string | undefined;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerAt: number;
  readonly dataAt: number;
}

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const [END_LENGTH, CENTRAL_LENGTH, LOCAL_LENGTH, LONGEST_COMMENT] = [22, 46, 30, 65_535];
const [STORED, DEFLATED] = [0, 8];
const ENCRYPTED = 1;

/**
 * Opens a zip file by its central directory (PKWARE APPNOTE 6.3). The library inflates only: what the directory says
 * is checked here, since a flipped bit must not become a figure and a few bytes must not become gigabytes.
 */
export function openZip(bytes: Uint8Array): Container {
  const entries = readDirectory(bytes);
  const byName = new Map(entries.map(entry => [keyOf(entry.name), entry]));
  let unpacked = 0;
  const unpack = (name: string): Uint8Array | undefined => {
    const entry = byName.get(keyOf(name));
    if (!entry) return undefined;
    if (entry.size > LIMITS.documentPartBytes)
      refuse('documents.refused.partTooLarge', { limit: LIMITS.documentPartBytes / MEGABYTE });
    unpacked += entry.size;
    if (unpacked > LIMITS.documentUnpackedBytes)
      refuse('documents.refused.partTooLarge', { limit: LIMITS.documentUnpackedBytes / MEGABYTE });
    return unpackedBytes(bytes, entry);
  };
  return {
    names: entries.map(({ name }) => name),
    has: name => byName.has(keyOf(name)),
    bytes: unpack,
    text: name => {
      const part = unpack(name);
      if (!part) return undefined;
      const encoding = part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : 'utf-8';
      return decodeAs(encoding, part) ?? refuseDamaged(name);
    },
  };
}

const MEGABYTE = 1024 * 1024;

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
}

function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecordAt(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  // Another disk, or numbers that need the 64-bit form, which documents of this size never do.
  if (view.getUint16(end + 4, true) !== 0 || count !== view.getUint16(end + 8, true) || start + size > end)
    refuseDamaged('zip');
  if (count > LIMITS.documentEntries) refuse('documents.refused.tooManyParts', { limit: LIMITS.documentEntries });
  const entries: Entry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_LENGTH > end || view.getUint32(at, true) !== CENTRAL) refuseDamaged('zip');
    const nameLength = view.getUint16(at + 28, true);
    const next = at + CENTRAL_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) refuseDamaged('zip');
    const name = decodeLoosely('utf-8', bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength));
    if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) refuse('documents.refused.password', {});
    const headerAt = view.getUint32(at + 42, true);
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      headerAt,
      dataAt: dataOf(bytes, view, headerAt, name),
    });
    at = next;
  }
  if (at !== start + size || new Set(entries.map(({ name }) => keyOf(name))).size !== entries.length)
    refuseDamaged('zip');
  checkPlaces(entries, start);
  return entries;
}

/** Place of the record at the end of the directory; a comment may follow it, and what mail and upload programs add. */
function endRecordAt(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END && at + END_LENGTH + view.getUint16(at + 20, true) <= view.byteLength)
      return at;
  }
  return refuseDamaged('zip');
}

/** Where an entry's data begin. The name that stands before them must be the directory's. */
function dataOf(bytes: Uint8Array, view: DataView, at: number, name: string): number {
  if (at + LOCAL_LENGTH > bytes.length || view.getUint32(at, true) !== LOCAL) refuseDamaged('zip');
  const nameLength = view.getUint16(at + 26, true);
  const behindName = at + LOCAL_LENGTH + nameLength;
  if (decodeLoosely('utf-8', bytes.subarray(at + LOCAL_LENGTH, behindName)) !== name) refuseDamaged('zip');
  return behindName + view.getUint16(at + 28, true);
}

/** No entry may lie in another or in the directory. */
function checkPlaces(entries: readonly Entry[], directoryAt: number): void {
  const ordered = [...entries].sort((a, b) => a.headerAt - b.headerAt);
  for (const [i, { dataAt, packedSize }] of ordered.entries()) {
    if (dataAt + packedSize > (ordered[i + 1]?.headerAt ?? directoryAt)) refuseDamaged('zip');
  }
}

function unpackedBytes(bytes: Uint8Array, { name, method, crc, packedSize, size, dataAt }: Entry): Uint8Array {
  const packed = bytes.subarray(dataAt, dataAt + packedSize);
  const unpacked = method === STORED ? packed : method === DEFLATED ? inflated(packed, size, name) : undefined;
  if (unpacked?.length !== size || crc32(unpacked) !== crc) refuseDamaged(name);
  return unpacked;
}

/** Inflates into the listed size and no more; what would be longer does not have the listed CRC. */
function inflated(packed: Uint8Array, size: number, name: string): Uint8Array {
  try {
    return inflateSync(packed, { out: new Uint8Array(size) });
  } catch {
    return refuseDamaged(name);
  }
}
