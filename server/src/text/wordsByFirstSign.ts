import { charClassTable } from './charTable.ts';

/** Words that are looked for at a place of a text, by the sign with which they begin. */
export interface WordsByFirstSign {
  /** n for the nth of `words`, counted from 1. */
  readonly places: Uint8Array;
  readonly words: readonly (readonly string[])[];
}

export function byFirstSign(words: readonly string[]): WordsByFirstSign {
  const signs = [...new Set(words.map(word => word.charAt(0)))];
  return { places: charClassTable(...signs), words: signs.map(sign => words.filter(word => word.startsWith(sign))) };
}

/** The first of the words that stands at `at`. */
export function wordOf({ places, words }: WordsByFirstSign, text: string, at: number): string | undefined {
  const place = places[text.charCodeAt(at)] ?? 0;
  if (place === 0) return undefined;
  for (const word of words[place - 1] ?? []) if (text.startsWith(word, at)) return word;
  return undefined;
}
