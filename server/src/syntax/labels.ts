import { coreOf, fold } from '../text/fold.ts';
import { LastResult } from '../text/lastResult.ts';
import { memoByObject } from '../text/memo.ts';
import { Trie } from '../text/trie.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Finds known labels in text that has no markup to set them apart. */
export interface LabelFinder {
  /**
   * Length of the longest known label (or label's core) that starts at `at` of a text, as written there; 0 for none.
   * White space inside makes no difference.
   */
  longestAt(text: string, at: number): number;
  /** Whether a text is a label, as printed or by its core. */
  isLabel(text: string): boolean;
  /** Whether a text is a piece of a label, as wrapped lines and vertical cells produce them (`商业企`, `度`). */
  isFragment(text: string): boolean;
}

/** Longest label, white space included. */
export const LONGEST_LABEL = 80;
const LONGEST_FRAGMENT = 40;

/** The finder of a vocabulary. */
export const labelFinder = memoByObject((vocabulary: Vocabulary): LabelFinder => {
  const words = new Trie<true>();
  for (const label of [...vocabulary.labels, ...vocabulary.cores]) words.add(label, true);
  // Punctuation between items is written in many ways (1. 1、): fragments are compared without it.
  const bare = (text: string) => text.replace(/[,.:;']/g, '');
  const all = [...vocabulary.labels].map(bare).join('\n');
  // One layout after the other asks for the same line.
  const isLabel = new LastResult((text: string) => {
    const folded = fold(text);
    return (vocabulary.labels.has(folded) && !vocabulary.titles.has(folded)) || vocabulary.cores.has(coreOf(text));
  });
  return {
    longestAt(text, at) {
      const end = words.longestAt(text, at, text.length)?.end;
      return end === undefined ? 0 : end - at;
    },
    isLabel(text) {
      return text.length <= LONGEST_LABEL && isLabel.get(text);
    },
    isFragment(text) {
      if (text.length > LONGEST_FRAGMENT) return false;
      const folded = bare(fold(text));
      return folded !== '' && !/^\d+$/.test(folded) && all.includes(folded);
    },
  };
});

/** Whether a line is a page number, which a page break leaves inside a table (`- 4 -`, `—5—`). */
export function isPageNumber(text: string): boolean {
  return /^[-—–]\s{0,3}\d{1,3}\s{0,3}[-—–]$/.test(text.trim());
}
