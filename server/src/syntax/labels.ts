import { BoundedCache } from '../text/boundedCache.ts';
import { coreOf, coreOfFolded, fold, withoutPunctuation } from '../text/fold.ts';
import { LastResult } from '../text/lastResult.ts';
import { memoByObject, once } from '../text/memo.ts';
import { SimilarTexts } from '../text/similarTexts.ts';
import { Trie } from '../text/trie.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Finds known labels in text that has no markup to set them apart. */
export interface LabelFinder {
  /** Whether words are what stands behind a label, in a form of labels and values. */
  isBeforeWords(label: string): boolean;
  /**
   * Length of the longest known label (or label's core) that starts at `at` of a text, as written there; 0 for none.
   * White space inside makes no difference.
   */
  longestAt(text: string, at: number): number;
  /** Whether a text is a label, as printed or by its core. */
  isLabel(text: string): boolean;
  /** Whether a text is a label, and not the beginning of one with its number: 2.其他 and （六）其他 are no 3.其他. */
  isWhole(text: string): boolean;
  /** Whether a text is a piece of a label, as wrapped lines and vertical cells produce them (`商业企`, `度`). */
  isFragment(text: string): boolean;
  /** Whether more has to follow to make a text a label (`结果`, `5.要求行政机关确认或重`). */
  isBeginning(text: string): boolean;
  /** Whether a text of some length is nearly a label, as one with a sign too few or a wrong one is. */
  isNear(text: string): boolean;
}

/** Longest label, white space included. */
export const LONGEST_LABEL = 80;
const LONGEST_FRAGMENT = 40;
const SHORTEST_NEAR = 4;
const MOST_PIECES = 500;
/** A sign wrong in a label of six. */
const LEAST_SIMILARITY = 0.6;

/** The finder of a vocabulary. */
export const labelFinder = memoByObject((vocabulary: Vocabulary): LabelFinder => {
  const words = new Trie<true>();
  for (const label of [...vocabulary.labels, ...vocabulary.cores]) words.add(label, true);
  const all = [...vocabulary.labels].map(withoutPunctuation).join('\n');
  const beginnings = new Set<string>();
  for (const label of [...vocabulary.labels, ...vocabulary.cores].map(withoutPunctuation))
    for (let end = 1; end < label.length; end++) beginnings.add(label.slice(0, end));
  const firstSigns = new Set([...beginnings].map(text => text.charAt(0)));
  const similar = once(
    () =>
      new SimilarTexts(
        [...vocabulary.cores].filter(core => core.length >= SHORTEST_NEAR),
        LEAST_SIMILARITY,
      ),
  );
  // One layout after the other asks for the same line.
  const isLabel = new LastResult((text: string) => {
    const folded = fold(text);
    return (
      (vocabulary.labels.has(folded) && !vocabulary.titles.has(folded)) || vocabulary.cores.has(coreOfFolded(folded))
    );
  });
  // A line without marks asks for the same pieces again and again.
  const isNear = new BoundedCache(MOST_PIECES, (text: string) => {
    const core = coreOf(text);
    return core.length >= SHORTEST_NEAR && similar().hasLike(core);
  });
  return {
    isBeforeWords(label) {
      const { beforeWords } = vocabulary;
      return beforeWords !== undefined && label.length <= LONGEST_LABEL && beforeWords.has(coreOf(label));
    },
    longestAt(text, at) {
      const end = words.longestAt(text, at, text.length)?.end;
      return end === undefined ? 0 : end - at;
    },
    isLabel(text) {
      return text.length <= LONGEST_LABEL && isLabel.get(text);
    },
    isWhole(text) {
      if (text.length > LONGEST_LABEL || !isLabel.get(text)) return false;
      return vocabulary.labels.has(fold(text)) || !/^[\d（(]/.test(text) || !beginnings.has(withoutPunctuation(text));
    },
    isFragment(text) {
      if (text.length > LONGEST_FRAGMENT) return false;
      const folded = withoutPunctuation(text);
      return folded !== '' && !/^\d+$/.test(folded) && all.includes(folded);
    },
    isNear(text) {
      return text.length <= LONGEST_LABEL && isNear.get(text);
    },
    isBeginning(text) {
      if (text.length > LONGEST_LABEL || (isHan(text, 0) && !firstSigns.has(text.charAt(0)))) return false;
      return beginnings.has(withoutPunctuation(text));
    },
  };
});

/** Whether a character is a Chinese one, which is no punctuation. */
function isHan(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x4e00 && code <= 0x9fff;
}
