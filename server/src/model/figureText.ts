import { claimsIn, type Claim } from './metrics.ts';
import { listsIn, type ProseList } from './proseLists.ts';
import { readSentences, type FigureSentence } from './quantities.ts';
import { textFacts } from './textFacts.ts';

/** What the figures of one paragraph say: places count from its text. */
export interface FigureText {
  readonly sentences: readonly FigureSentence[];
  readonly lists: readonly ProseList[];
  readonly claims: readonly Claim[];
}

/** The paragraphs that hold figures. */
export const figureTexts = textFacts((text, block): readonly FigureText[] => {
  const sentences = block.kind === 'paragraph' ? readSentences(text) : [];
  return sentences.length === 0 ? [] : [{ sentences, lists: listsIn(sentences), claims: claimsIn(sentences, text) }];
});
