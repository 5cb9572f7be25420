/** FNV-1a over UTF-16 units as eight hexadecimal digits; another `seed` gives another, independent hash. */
export function hash(text: string, seed = 0x811c9dc5): string {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
