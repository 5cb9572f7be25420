import { fold } from '../text/fold.ts';
import { Trie } from '../text/trie.ts';
import { COMPOUND_WORDS } from './compoundWords.ts';
import { WORDS } from './data/words.ts';
import { meaningOf, type Meaning, type WordEntry } from './meanings.ts';
import { OFFICIAL_WORDS } from './officialWords.ts';

/** Words that are looked for at a place of a text. */
export type Words = Pick<Trie<Meaning>, 'longestAt'>;

/** Longest word in characters. */
export const LONGEST_WORD = 40;

/** Words to look for, with their meanings; a word of several entries has the facets of all, the first one's first. */
export function wordTrie(entries: readonly WordEntry[]): Trie<Meaning> {
  const meanings = new Map<string, Meaning>();
  for (const { words, ...facets } of entries) {
    // Most words of an entry are of no other one: they share its meaning.
    const meaning = meaningOf(facets);
    for (const word of words.split(' ')) {
      if (word === '') continue;
      const known = meanings.get(word);
      meanings.set(word, known ? together(known, meaning) : meaning);
    }
  }
  const trie = new Trie<Meaning>();
  for (const [word, meaning] of meanings) trie.add(fold(word), meaning);
  return trie;
}

/** The first one's facets, and of the second one those that it has not. */
function together(first: Meaning, second: Meaning): Meaning {
  return {
    matter: first.matter ?? second.matter,
    step: first.step ?? second.step,
    part: first.part ?? second.part,
    whose: first.whose ?? second.whose,
    when: first.when ?? second.when,
    stat: first.stat ?? second.stat,
    role: first.role ?? second.role,
  };
}

/** The words of reports: those written down, those put together, and those of the official tables. */
export const ALL_WORDS: readonly WordEntry[] = [...WORDS, ...COMPOUND_WORDS, ...OFFICIAL_WORDS];

export const REPORT_WORDS = wordTrie(ALL_WORDS);
