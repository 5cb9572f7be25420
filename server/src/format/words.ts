import { fold } from '../text/fold.ts';
import { Trie } from '../text/trie.ts';
import { COMPOUND_WORDS } from './compoundWords.ts';
import { WORDS } from './data/words.ts';
import type { Meaning, WordEntry } from './meanings.ts';
import { OFFICIAL_WORDS } from './officialWords.ts';

/** Longest word in characters. */
export const LONGEST_WORD = 40;

/** Words to look for, with their meanings; a word of several entries has the facets of all, the first one's first. */
export function wordTrie(entries: readonly WordEntry[]): Trie<Meaning> {
  const meanings = new Map<string, Meaning>();
  for (const { words, ...meaning } of entries)
    for (const word of words.split(' ')) if (word !== '') meanings.set(word, { ...meaning, ...meanings.get(word) });
  const trie = new Trie<Meaning>();
  for (const [word, meaning] of meanings) trie.add(fold(word), meaning);
  return trie;
}

/** The words of reports: those written down, those put together, and those of the official tables. */
export const ALL_WORDS: readonly WordEntry[] = [...WORDS, ...COMPOUND_WORDS, ...OFFICIAL_WORDS];

export const REPORT_WORDS = wordTrie(ALL_WORDS);
