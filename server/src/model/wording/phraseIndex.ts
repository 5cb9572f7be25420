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

/** A phrase and one of its two ends, at which its characters stand as they should. */
export interface PhraseEntry {
  readonly phrase: string;
  readonly kind: PhraseKind;
  /** Whether that end is the beginning. */
  readonly isBeginning: boolean;
  /** Length of the first half; the rest is the second one. */
  readonly half: number;
  /** The two characters of the other half next to the one that stands as it should, the nearer first; NaN for none. */
  readonly near: number;
  readonly far: number;
  /** The phrase that was meant, where it is another. */
  readonly right: string;
  /** Entries that were added before have smaller ones. */
  readonly order: number;
}

/** Phrases by the halves that stand as they should, character by character from their end of the phrase. */
export interface HalfPhrases {
  /** Phrases of which this is all: those known as slips. */
  readonly whole: readonly PhraseEntry[];
  /** The others, by each of the two signs that come next. */
  readonly bySign: ReadonlyMap<number, readonly PhraseEntry[]>;
  /** The bits of those signs, and of the signs of `next`: most signs are told from them without a look in the maps. */
  readonly signs: number;
  readonly nextSigns: number;
  readonly next: ReadonlyMap<number, HalfPhrases> | undefined;
}

/** The halves whose first two characters, or last two, are a pair. */
export interface PairHalves {
  readonly beginnings: HalfPhrases | undefined;
  readonly endings: HalfPhrases | undefined;
}

/** The phrases that have a pair at one of their ends. A draft holds few of the pairs: the others stay unordered. */
class PairPhrases {
  readonly entries: PhraseEntry[] = [];
  private ordered: PairHalves | undefined;

  get halves(): PairHalves {
    return (this.ordered ??= halvesOf(this.entries));
  }
}

/** Shorter phrases meet others by chance. */
export const SHORTEST_PHRASE = 4;
interface PhraseIndex {
  /** By the two characters at the end of the phrase. */
  readonly pairs: ReadonlyMap<number, { readonly halves: PairHalves }>;
  /** Which keys there may be, by their lower bits. */
  readonly filter: Uint8Array;
}

/** All phrases, by what they begin and end with. */
export const phraseIndex = once((): PhraseIndex => {
  const pairs = new Map<number, PairPhrases>();
  const filter = new Uint8Array(FILTER);
  let order = 0;
  const add = (phrase: string, kind: PhraseKind, half: number, isBeginning = true, right = phrase) => {
    const key = keyAt(phrase, isBeginning ? 0 : phrase.length - 2);
    filter[bitOf(key)] = 1;
    let phrases = pairs.get(key);
    if (!phrases) pairs.set(key, (phrases = new PairPhrases()));
    const [near, far] = isBeginning ? [half, half + 1] : [half - 1, half - 2];
    phrases.entries.push({
      phrase,
      kind,
      isBeginning,
      half,
      near: phrase.charCodeAt(near),
      far: phrase.charCodeAt(far),
      right,
      order: order++,
    });
  };
  const addPhrase = (phrase: string, kind: PhraseKind) => {
    if (phrase.length < SHORTEST_PHRASE) return;
    const half = phrase.length >> 1;
    add(phrase, kind, half);
    add(phrase, kind, half, false);
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
    if (second !== third) add(first + third + second + fourth, 'known', SHORTEST_PHRASE, true, idiom);
  }
  for (const term of new Set(FIXED_PHRASES)) if (!titles.has(term) && !idioms.has(term)) addPhrase(term, 'term');
  for (const phrase of PHRASES_WITH_FIGURE) add(phrase, 'figure', 2);
  for (const [phrase, right] of [...KNOWN_SLIPS, ...dashes()]) add(phrase, 'known', phrase.length, true, right);
  return { pairs, filter };
});

/** Phrases in the order in which their characters come from the end that is a pair. */
function halvesOf(entries: readonly PhraseEntry[]): PairHalves {
  let beginnings: OpenHalves | undefined;
  let endings: OpenHalves | undefined;
  for (const entry of entries) {
    const { phrase, isBeginning, half, near, far } = entry;
    let node = isBeginning ? (beginnings ??= openHalves()) : (endings ??= openHalves());
    if (isBeginning) for (let at = 2; at < half; at++) node = halvesBehind(node, phrase.charCodeAt(at));
    else for (let at = phrase.length - 3; at >= half; at--) node = halvesBehind(node, phrase.charCodeAt(at));
    if (half === phrase.length) node.whole.push(entry);
    else for (const sign of new Set([near, far])) if (!Number.isNaN(sign)) addTo(node, sign, entry);
  }
  return { beginnings, endings };
}

interface OpenHalves extends HalfPhrases {
  readonly whole: PhraseEntry[];
  readonly bySign: Map<number, PhraseEntry[]>;
  next: Map<number, OpenHalves> | undefined;
  signs: number;
  nextSigns: number;
}

function addTo(halves: OpenHalves, sign: number, entry: PhraseEntry): void {
  const known = halves.bySign.get(sign);
  if (known) known.push(entry);
  else halves.bySign.set(sign, [entry]);
  halves.signs |= signBit(sign);
}

/** One of 32 bits for a sign. */
export function signBit(sign: number): number {
  return 1 << (sign & 31);
}

function openHalves(): OpenHalves {
  return { whole: [], bySign: new Map(), next: undefined, signs: 0, nextSigns: 0 };
}

function halvesBehind(halves: OpenHalves, sign: number): OpenHalves {
  halves.next ??= new Map();
  let behind = halves.next.get(sign);
  if (!behind) halves.next.set(sign, (behind = openHalves()));
  halves.nextSigns |= signBit(sign);
  return behind;
}

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
