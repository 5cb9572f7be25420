import { fold } from '../text/fold.ts';
import { Trie } from '../text/trie.ts';
import { WORDS } from './data/words.ts';

/** Whose figures are: of the report's body, of a whole area, of an office, of bodies below it. */
export type Whose = 'own' | 'ownLevel' | 'area' | 'office' | 'subordinate';

/** Of which time: the report year, the one before or behind it, a part of it, several years, all years, none yet. */
export type When = 'this' | 'last' | 'next' | 'partial' | 'several' | 'cumulative' | 'allYears' | 'planned';

/** What kind of number it is. */
export type Statistic =
  'up' | 'down' | 'change' | 'flat' | 'compared' | 'from' | 'to' | 'average' | 'per' | 'share' | 'rate';

/** How a word joins figures. */
export type Role =
  | 'among'
  | 'opener'
  | 'allOpener'
  | 'mainly'
  | 'etc'
  | 'total'
  | 'all'
  | 'rest'
  | 'another'
  | 'of'
  | 'subset'
  | 'view'
  | 'by'
  | 'none';

/** What a word says of a figure; nothing of it for a word without meaning. */
export interface Meaning {
  readonly matter?: string;
  readonly step?: string;
  /** `dimension=value`: one of the values into which a dimension divides a matter. */
  readonly part?: string;
  readonly whose?: Whose;
  readonly when?: When;
  readonly stat?: Statistic;
  readonly role?: Role;
}

/** Words that mean the same, parted by spaces. */
export interface WordEntry extends Meaning {
  readonly words: string;
}

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

/** The words of reports. */
export const REPORT_WORDS = wordTrie(WORDS);
