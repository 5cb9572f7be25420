/**
 * A table that tells of each UTF-16 unit what kind of sign it is: n for the units of the nth string, counted from 1,
 * else 0. For what looks at every character of a draft: one look costs a nanosecond, where a regular expression or a
 * map would cost more than the rest of the reading. Out of range (NaN behind a text's end) it returns
 * undefined.
 */
export function charClassTable(...kinds: readonly string[]): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [i, signs] of kinds.entries())
    for (let at = 0; at < signs.length; at++) table[signs.charCodeAt(at)] = i + 1;
  return table;
}

/**
 * A table that tells of each UTF-16 unit in which of up to 16 strings it stands: bit n for the nth, counted from 0. For
 * what asks many such questions of the sign at one place.
 */
export function charSetTable(...sets: readonly string[]): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (const [i, signs] of sets.entries())
    for (let at = 0; at < signs.length; at++) {
      const code = signs.charCodeAt(at);
      table[code] = (table[code] ?? 0) | (1 << i);
    }
  return table;
}

/** A table in which each UTF-16 unit from `first` up to `end` stands for itself. Filled by a loop, as starting is. */
export function identityTable(first = 0, end = 0x10000): Uint16Array {
  const table = new Uint16Array(end - first);
  for (let at = 0; at < table.length; at++) table[at] = first + at;
  return table;
}

/**
 * Whether the sign at `at` of a text is one of `signs`; false outside the text. Makes no string of it, as charAt does.
 */
export function isSignAt(text: string, at: number, signs: string): boolean {
  const code = text.charCodeAt(at);
  for (let i = 0; i < signs.length; i++) if (signs.charCodeAt(i) === code) return true;
  return false;
}

/** Whether a UTF-16 unit is a character of the common Chinese ones, U+4E00 to U+9FFF. */
export function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** What `\s` matches in a regular expression. */
export const WHITE_SPACE =
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
