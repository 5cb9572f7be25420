import {
  FIXED_PHRASES,
  IDIOMS,
  KNOWN_SLIPS,
  PHRASES_WITH_FIGURE,
  WORDS_OF_TODAY,
} from '../../format/data/fixedPhrases.ts';
import { EDITIONS } from '../../format/index.ts';
import { fold } from '../../text/fold.ts';
import { once } from '../../text/memo.ts';
import { Trie } from '../../text/trie.ts';

/**
 * How sure a phrase is of its form. `title`: of the official format. `idiom`: any other character is a slip. `term`:
 * the first and the last character may be others by right, unless they are easily mistaken. `figure`: ends in a figure
 * and its measure word. `known`: the slip itself.
 */
export type PhraseKind = 'title' | 'idiom' | 'term' | 'figure' | 'known';

/** A phrase and one of its two ends by which it is found. */
export interface PhraseEntry {
  readonly phrase: string;
  readonly kind: PhraseKind;
  /** Place in the phrase of the two characters by which it is found. */
  readonly at: number;
  /** So many of its characters at that end stand as they should. */
  readonly half: number;
  /** The two characters next to those by which it is found, the nearer first; whether the nearer one must stand. */
  readonly near: number;
  readonly far: number;
  readonly needsNear: boolean;
  /** The phrase that was meant, where it is another. */
  readonly right: string;
}

/** Shorter phrases meet others by chance. */
export const SHORTEST_PHRASE = 4;
interface PhraseIndex {
  /** Entries by two of their characters. */
  readonly entries: ReadonlyMap<number, readonly PhraseEntry[]>;
  /** Which keys there may be, by their lower bits. */
  readonly filter: Uint8Array;
}

/** All phrases, by what they begin and end with. */
export const phraseIndex = once((): PhraseIndex => {
  const entries = new Map<number, PhraseEntry[]>();
  const filter = new Uint8Array(FILTER);
  const add = (phrase: string, kind: PhraseKind, at: number, half: number, right = phrase) => {
    const key = keyAt(phrase, at);
    const step = at === 0 ? 1 : -1;
    const near = at === 0 ? 2 : at - 1;
    const entry: PhraseEntry = {
      phrase,
      kind,
      at,
      half,
      near: phrase.charCodeAt(near),
      far: phrase.charCodeAt(near + step),
      needsNear: (at === 0 ? half : phrase.length - half) > 2,
      right,
    };
    filter[bitOf(key)] = 1;
    const others = entries.get(key);
    if (others) others.push(entry);
    else entries.set(key, [entry]);
  };
  const addPhrase = (phrase: string, kind: PhraseKind) => {
    if (phrase.length < SHORTEST_PHRASE) return;
    const half = phrase.length >> 1;
    add(phrase, kind, 0, half);
    add(phrase, kind, phrase.length - 2, half);
  };
  const titles = new Set(
    EDITIONS.filter(({ isPrescribed }) => isPrescribed).flatMap(({ sections }) => sections.map(({ title }) => title)),
  );
  const idioms = new Set(IDIOMS);
  for (const title of titles) addPhrase(title, 'title');
  for (const idiom of idioms) {
    addPhrase(idiom, 'idiom');
    // 因制地宜: neither end of it stands as it should.
    const [first = '', second = '', third = '', fourth = ''] = idiom;
    if (second !== third) add(first + third + second + fourth, 'known', 0, SHORTEST_PHRASE, idiom);
  }
  for (const term of new Set(FIXED_PHRASES)) if (!titles.has(term) && !idioms.has(term)) addPhrase(term, 'term');
  for (const phrase of PHRASES_WITH_FIGURE) add(phrase, 'figure', 0, 2);
  for (const [phrase, right] of [...KNOWN_SLIPS, ...dashes()]) add(phrase, 'known', 0, phrase.length, right);
  return { entries, filter };
});

/** Phrases and words that stand rightly: what belongs to one is no slip. */
export const rightWords = once(() => {
  const known = new Trie<true>();
  for (const word of [...FIXED_PHRASES, ...IDIOMS, ...WORDS_OF_TODAY]) known.add(fold(word), true);
  for (const { sections } of EDITIONS) for (const { title } of sections) known.add(fold(title), true);
  return known;
});

/** The characters of which words of the administration are made. */
export const usualSigns = once(() => new Set([...FIXED_PHRASES, ...IDIOMS, ...WORDS_OF_TODAY].join('')));

/** A dash or a stroke that stands for 一 inside a word. */
function dashes(): (readonly [string, string])[] {
  const words =
    '进一步 下一步 统一规范 统一管理 统一领导 统一部署 统一标准 统一发布 新一轮 上一年 下一年 每一个 另一方面'.split(
      ' ',
    );
  return words.flatMap(word => [...'—－-–―ー'].map(dash => [word.replace('一', dash), word] as const));
}

const FILTER = 1 << 16;

/** Two characters as a number. */
export function keyAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}

/** Place of a key in the filter. */
export function bitOf(key: number): number {
  return (key ^ (key >>> 13)) & (FILTER - 1);
}
