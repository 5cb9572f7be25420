import type { Block } from '../../syntax/block.ts';
import { quantityMentionsIn, type QuantityMention } from './quantityMentions.ts';
import { listsIn, type Breakdown } from './breakdowns.ts';
import { readSentences, type FigureSentence } from './numbers.ts';
import { passingTextFacts } from '../../syntax/paragraphFacts.ts';

/** What the figures of one paragraph say: places count from its text. */
export interface FigureText {
  readonly sentences: readonly FigureSentence[];
  readonly lists: readonly Breakdown[];
  readonly mentions: readonly QuantityMention[];
}

const NO_FIGURES: FigureText = { sentences: [], lists: [], mentions: [] };
const known = new WeakMap<Block, FigureText>();
/** A block is asked for by one reader after the other. */
let last: { readonly block: Block; readonly found: FigureText } | undefined;

/** The figures of a block's text, read once for all who look for something among them; none outside of paragraphs. */
export function figureTextOf(text: string, block: Block): FigureText {
  if (last?.block === block) return last.found;
  if (block.kind !== 'paragraph') return NO_FIGURES;
  let found = known.get(block);
  if (!found) {
    const sentences = readSentences(text);
    found =
      sentences.length === 0
        ? NO_FIGURES
        : { sentences, lists: listsIn(sentences), mentions: quantityMentionsIn(sentences, text) };
    known.set(block, found);
  }
  last = { block, found };
  return found;
}

/** The paragraphs that hold figures: for what looks at all of them at once, not on every version of a draft. */
export const figureTexts = passingTextFacts((text, block): readonly FigureText[] => {
  const found = figureTextOf(text, block);
  return found === NO_FIGURES ? [] : [found];
});
