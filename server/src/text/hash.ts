// The one hash of the program, for names that are stable but need not be safe: FNV-1a over UTF-16 units.

const OFFSET_BASIS = 0x811c9dc5;
const SECOND_SEED = 0x1b873593;
const PRIME = 0x01000193;

/** Hash of a text as 8 hexadecimal digits. */
export function hash32(text: string): string {
  let value = OFFSET_BASIS;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), PRIME);
  return hexadecimal(value);
}

/** Hash of a text as 16 hexadecimal digits: two of 8 with different seeds. */
export function hash64(text: string): string {
  let first = OFFSET_BASIS;
  let second = SECOND_SEED;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    first = Math.imul(first ^ code, PRIME);
    second = Math.imul(second ^ code, PRIME);
  }
  return hexadecimal(first) + hexadecimal(second);
}

function hexadecimal(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
