import { similarity } from './fold.ts';

/**
 * Finds out whether a text is like one of many others, without comparing it with each: by the pairs of neighbouring
 * characters that they have in common.
 */
export class SimilarTexts {
  /** By a pair: the places in `texts` of those that hold it, as often as they do. */
  private readonly holders = new Map<number, number[]>();

  /** `texts`: folded; `least`: from which {@link similarity} on one is like another, above 0. */
  constructor(
    private readonly texts: readonly string[],
    private readonly least: number,
  ) {
    for (const [index, text] of texts.entries()) {
      for (let at = 0; at + 1 < text.length; at++) {
        const pair = (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
        const holders = this.holders.get(pair);
        if (holders) holders.push(index);
        else this.holders.set(pair, [index]);
      }
    }
  }

  /** Whether a folded text of two characters or more is like one of them. */
  hasLike(text: string): boolean {
    /** Pairs met in each, of which there may be more than both have in common: pairs that come twice count twice. */
    const met = new Uint16Array(this.texts.length);
    for (let at = 0; at + 1 < text.length; at++) {
      const holders = this.holders.get((text.charCodeAt(at) << 16) | text.charCodeAt(at + 1));
      if (!holders) continue;
      for (let i = 0; i < holders.length; i++) {
        const index = holders[i] as number;
        const count = (met[index] as number) + 1;
        met[index] = count;
        const other = this.texts[index] as string;
        if (2 * count >= this.least * (text.length + other.length - 2) && similarity(text, other) >= this.least)
          return true;
      }
    }
    return false;
  }
}
