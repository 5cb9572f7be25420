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
  /** The characters of the other half next to the one that stands as it should, the nearest first; NaN for none. */
  readonly near: number;
  readonly far: number;
  readonly third: number;
  /** Whether the other half has more than these three. */
  readonly goesOn: boolean;
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

/** The lower bits of a pair: `(pair ^ (pair >>> PAIR_SHIFT)) & PAIR_BITS`. */
export const [PAIR_SHIFT, PAIR_BITS] = [13, 0xffff] as const;

/** Shorter phrases meet others by chance. */
export const SHORTEST_PHRASE = 4;

/** Stands for a figure in a phrase. */
export const FIGURE_SIGN = '#';

/** Neither beginnings nor endings. */
const NO_HALVES: PairHalves = { beginnings: undefined, endings: undefined };

/**
 * All phrases, by what they begin and end with. A draft holds few of their pairs: the phrases of a pair are put in
 * order when a text first holds it, so that a start does not wait for it.
 */
export class PhraseIndex {
  private readonly phrases: string[] = [];
  private readonly kinds: PhraseKind[] = [];
  private readonly rights: string[] = [];
  /** By the lower bits of a pair: the end of a phrase that was added last, counted from 1; 0 for none. */
  readonly lastEnds = new Uint16Array(PAIR_BITS + 1);
  /** By the end of a phrase: the one before it with the same bits. */
  private readonly endsBefore: number[] = [0];
  private readonly ordered = new Map<number, PairHalves>();

  /** Adds a phrase; of one that is known as a slip, or ends in a figure, the beginning alone is looked for. */
  add(phrase: string, kind: PhraseKind, right = phrase): void {
    this.phrases.push(phrase);
    this.kinds.push(kind);
    this.rights.push(right);
    this.addEnd(bitOf(keyAt(phrase, 0)));
    if (kind === 'known' || kind === 'figure') this.endsBefore.push(0);
    else this.addEnd(bitOf(keyAt(phrase, phrase.length - 2)));
  }

  /** Halves with a pair of characters ({@link keyAt}). */
  halvesWith(pair: number): PairHalves {
    let halves = this.ordered.get(pair);
    if (!halves) this.ordered.set(pair, (halves = this.order(pair)));
    return halves;
  }

  private addEnd(bit: number): void {
    this.endsBefore.push(this.lastEnds[bit] ?? 0);
    this.lastEnds[bit] = this.endsBefore.length - 1;
  }

  private order(pair: number): PairHalves {
    const entries: PhraseEntry[] = [];
    for (let end = this.lastEnds[bitOf(pair)] ?? 0; end > 0; end = this.endsBefore[end] ?? 0) {
      const entry = this.entryOf(end - 1);
      if (keyAt(entry.phrase, entry.isBeginning ? 0 : entry.phrase.length - 2) === pair) entries.push(entry);
    }
    return entries.length === 0 ? NO_HALVES : halvesOf(entries.reverse());
  }

  private entryOf(order: number): PhraseEntry {
    const index = order >> 1;
    const [phrase = '', kind = 'term', right = ''] = [this.phrases[index], this.kinds[index], this.rights[index]];
    const isBeginning = (order & 1) === 0;
    const half = kind === 'known' ? phrase.length : kind === 'figure' ? 2 : phrase.length >> 1;
    const [near, far, third] = isBeginning ? [half, half + 1, half + 2] : [half - 1, half - 2, half - 3];
    return {
      phrase,
      kind,
      isBeginning,
      half,
      near: phrase.charCodeAt(near),
      far: phrase.charCodeAt(far),
      third: phrase.charAt(third) === FIGURE_SIGN ? NaN : phrase.charCodeAt(third),
      goesOn: (isBeginning ? phrase.length - half : half) > 3,
      right,
      order,
    };
  }
}

export const phraseIndex = once((): PhraseIndex => {
  const index = new PhraseIndex();
  const titles = new Set(
    EDITIONS.filter(({ isPrescribed }) => isPrescribed).flatMap(({ sections }) => sections.map(({ title }) => title)),
  );
  const idioms = new Set(IDIOMS);
  const addWhole = (phrase: string, kind: PhraseKind) => {
    if (phrase.length >= SHORTEST_PHRASE) index.add(phrase, kind);
  };
  for (const title of titles) addWhole(title, 'title');
  for (const idiom of idioms) {
    addWhole(idiom, 'idiom');
    // 因制地宜: neither end of it stands as it should.
    const [first = '', second = '', third = '', fourth = ''] = idiom;
    if (second !== third) index.add(first + third + second + fourth, 'known', idiom);
  }
  for (const term of new Set(FIXED_PHRASES)) if (!titles.has(term) && !idioms.has(term)) addWhole(term, 'term');
  for (const phrase of PHRASES_WITH_FIGURE) index.add(phrase, 'figure');
  for (const [phrase, right] of KNOWN_SLIPS) index.add(phrase, 'known', right);
  for (const [phrase, right] of dashes()) index.add(phrase, 'known', right);
  return index;
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
function signBit(sign: number): number {
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

/** Two characters as a number. */
export function keyAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}

function bitOf(pair: number): number {
  return (pair ^ (pair >>> PAIR_SHIFT)) & PAIR_BITS;
}
