import type { Block, Heading, Paragraph } from '../../syntax/block.ts';
import { paragraphFacts, textOf } from '../../syntax/paragraphFacts.ts';
import { memoByObject } from '../../text/memo.ts';
import { quantityMentionsIn, type QuantityMention } from './quantityMentions.ts';
import { breakdownsIn, type Breakdown } from './breakdowns.ts';
import { readSentences, type FigureSentence } from './numbers.ts';

/** What the figures of one paragraph say: places count from its text. */
export interface FigureText {
  readonly sentences: readonly FigureSentence[];
  readonly lists: readonly Breakdown[];
  readonly mentions: readonly QuantityMention[];
}

const NO_FIGURES: FigureText = { sentences: [], lists: [], mentions: [] };

/** The figures of a block, read once for all who look for something among them; none outside of paragraphs. */
export function figureTextOf(block: Block): FigureText {
  return block.kind === 'paragraph' ? readFigures(block) : NO_FIGURES;
}

const readFigures = memoByObject((block: Paragraph): FigureText => {
  const text = textOf(block);
  const sentences = readSentences(text);
  return sentences.length === 0
    ? NO_FIGURES
    : { sentences, lists: breakdownsIn(sentences), mentions: quantityMentionsIn(sentences, text) };
});

/** The paragraphs that hold figures. */
export const figureTexts = paragraphFacts((_, block: Heading | Paragraph): readonly FigureText[] => {
  const found = figureTextOf(block);
  return found === NO_FIGURES ? [] : [found];
});
