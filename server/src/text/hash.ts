// The one hash of the program, for names that are stable but need not be safe: FNV-1a over UTF-16 units.

const OFFSET_BASIS = 0x811c9dc5;
const SECOND_SEED = 0x1b873593;
const PRIME = 0x01000193;

/** Hash of a text as 8 hexadecimal digits. */
export function hash32(text: string, seed = OFFSET_BASIS): string {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), PRIME);
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** Hash of a text as 16 hexadecimal digits: two of 8 with different seeds. */
export function hash64(text: string): string {
  return hash32(text) + hash32(text, SECOND_SEED);
}
