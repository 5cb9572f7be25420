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
  /** How many characters stand in the text: all of them, or those before the figure. */
  readonly end: number;
  /** The phrase that was meant, where it is another. */
  readonly right: string;
  /** Entries that were added before have smaller ones. */
  readonly order: number;
}

/** Phrases that have their first characters in common, or their last ones. */
export interface CommonEnd {
  readonly entries: readonly PhraseEntry[];
  /** How many characters they have in common. */
  readonly length: number;
  /** Where they go, put in order when a text first holds this end; undefined until then. */
  ways: PhraseWays | undefined;
}

/** What stands next in the phrases of a common end. Those that may go wrong there have a half of theirs behind them. */
export interface PhraseWays {
  /** Phrases of which this is all: those known as slips. */
  readonly whole: readonly PhraseEntry[];
  /** Phrases that may go wrong at their last character, which is the next one. */
  readonly last: readonly PhraseEntry[];
  /** The others that may go wrong, by their next character. */
  readonly byFirst: ReadonlyMap<number, readonly PhraseEntry[]>;
  /** The bits of those characters: most are told from them without a look in the map. */
  readonly firsts: number;
  /** The same by the character behind the next one, where it is another. */
  readonly bySecond: ReadonlyMap<number, readonly PhraseEntry[]>;
  readonly seconds: number;
  /** Phrases with one character more in common, by that one. */
  readonly onward: ReadonlyMap<number, CommonEnd>;
}

/** The phrases whose first two characters, or last two, are a pair. */
export interface PairEnds {
  readonly beginnings: CommonEnd | undefined;
  readonly endings: CommonEnd | undefined;
}

/** The lower bits of a pair: `(pair ^ (pair >>> PAIR_SHIFT)) & PAIR_BITS`. */
export const [PAIR_SHIFT, PAIR_BITS] = [13, 0xffff] as const;

/** Shorter phrases meet others by chance. */
export const SHORTEST_PHRASE = 4;

/** Stands for a figure in a phrase. */
export const FIGURE_SIGN = '#';

/** Neither beginnings nor endings. */
const NO_ENDS: PairEnds = { beginnings: undefined, endings: undefined };

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
  private readonly ordered = new Map<number, PairEnds>();

  /** Adds a phrase; of one that is known as a slip, or ends in a figure, the beginning alone is looked for. */
  add(phrase: string, kind: PhraseKind, right = phrase): void {
    this.phrases.push(phrase);
    this.kinds.push(kind);
    this.rights.push(right);
    this.addEnd(bitOf(keyAt(phrase, 0)));
    if (kind === 'known' || kind === 'figure') this.endsBefore.push(0);
    else this.addEnd(bitOf(keyAt(phrase, phrase.length - 2)));
  }

  /** Phrases that begin or end with a pair of characters ({@link keyAt}). */
  endsWithPair(pair: number): PairEnds {
    let ends = this.ordered.get(pair);
    if (!ends) this.ordered.set(pair, (ends = this.order(pair)));
    return ends;
  }

  private addEnd(bit: number): void {
    this.endsBefore.push(this.lastEnds[bit] ?? 0);
    this.lastEnds[bit] = this.endsBefore.length - 1;
  }

  private order(pair: number): PairEnds {
    const beginnings: PhraseEntry[] = [];
    const endings: PhraseEntry[] = [];
    for (let end = this.lastEnds[bitOf(pair)] ?? 0; end > 0; end = this.endsBefore[end] ?? 0) {
      const entry = this.entryOf(end - 1);
      const { phrase, isBeginning } = entry;
      if (keyAt(phrase, isBeginning ? 0 : phrase.length - 2) === pair) (isBeginning ? beginnings : endings).push(entry);
    }
    if (beginnings.length + endings.length === 0) return NO_ENDS;
    return { beginnings: commonEnd(beginnings), endings: commonEnd(endings) };
  }

  private entryOf(order: number): PhraseEntry {
    const index = order >> 1;
    const phrase = this.phrases[index] ?? '';
    const kind = this.kinds[index] ?? 'term';
    const right = this.rights[index] ?? '';
    const half = kind === 'known' ? phrase.length : kind === 'figure' ? 2 : phrase.length >> 1;
    const end = kind === 'figure' ? phrase.indexOf(FIGURE_SIGN) : phrase.length;
    return { phrase, kind, isBeginning: (order & 1) === 0, half, end, right, order };
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

function commonEnd(entries: readonly PhraseEntry[]): CommonEnd | undefined {
  return entries.length === 0 ? undefined : { entries, length: 2, ways: undefined };
}

/** Where the phrases of a common end go on. */
export function waysOf({ entries, length }: CommonEnd): PhraseWays {
  const whole: PhraseEntry[] = [];
  const last: PhraseEntry[] = [];
  const byFirst = new Map<number, PhraseEntry[]>();
  const bySecond = new Map<number, PhraseEntry[]>();
  const onward = new Map<number, CommonEnd & { readonly entries: PhraseEntry[] }>();
  let firsts = 0;
  let seconds = 0;
  for (const entry of entries) {
    const { kind, isBeginning, half, end } = entry;
    if (length === end) {
      if (kind === 'known') whole.push(entry);
      continue;
    }
    const next = signOf(entry, length);
    const further = onward.get(next);
    if (further) further.entries.push(entry);
    else onward.set(next, { entries: [entry], length: length + 1, ways: undefined });
    if (length < (isBeginning ? half : end - half)) continue;
    if (length === end - 1) last.push(entry);
    else {
      const second = signOf(entry, length + 1);
      addTo(byFirst, next, entry);
      firsts |= signBit(next);
      if (second === next) continue;
      addTo(bySecond, second, entry);
      seconds |= signBit(second);
    }
  }
  return { whole, last, byFirst, firsts, bySecond, seconds, onward };
}

/** The character of a phrase that stands `count` characters from the end at which it is looked for. */
export function signOf({ phrase, isBeginning }: PhraseEntry, count: number): number {
  return phrase.charCodeAt(isBeginning ? count : phrase.length - 1 - count);
}

function addTo(lists: Map<number, PhraseEntry[]>, sign: number, entry: PhraseEntry): void {
  const known = lists.get(sign);
  if (known) known.push(entry);
  else lists.set(sign, [entry]);
}

/** One of 32 bits for a sign. */
function signBit(sign: number): number {
  return 1 << (sign & 31);
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
function keyAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}

function bitOf(pair: number): number {
  return (pair ^ (pair >>> PAIR_SHIFT)) & PAIR_BITS;
}
