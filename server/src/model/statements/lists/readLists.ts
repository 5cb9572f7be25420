import type { StatedFigure } from '../statedFigure.ts';
import type { Token } from '../tokens.ts';
import { readBracketedParts } from './bracketedParts.ts';
import { ChainWords } from './chainWords.ts';
import { ImpliedReader } from './implied.ts';
import { OpeningReader } from './openings.ts';
import { FoundLists, type PartList } from './partList.ts';
import { PartCollector } from './parts.ts';
import { readTotalBehind } from './restatedTotals.ts';
import {
  readSentenceItems,
  readSentenceOfEnds,
  readSentenceOfParts,
  readSentenceOfTotal,
  readSentenceOfWays,
} from './sentenceItems.ts';
import { TotalReader } from './totals.ts';

/** The lists of a chain: those that words open, then totals behind their parts, then those that are only implied. */
export function readLists(
  text: string,
  tokens: readonly Token[],
  figures: readonly StatedFigure[],
): readonly PartList[] {
  const words = new ChainWords(text, tokens, figures);
  const found = new FoundLists();
  const openings = new OpeningReader(words, found);
  const collector = new PartCollector(words);
  for (const figure of figures) {
    if (figure.kind !== 'count') continue;
    const opening = openings.openingBefore(figure);
    const list = opening?.whole && collector.collect(figure, opening, opening.whole);
    if (list) found.add(list);
  }
  for (const list of collector.nested) if (!found.ofWhole.has(list.whole)) found.addImplied(list);
  const totals = new TotalReader(words, found);
  for (const figure of figures) {
    totals.readTotal(figure);
    readTotalBehind(figure, words, found);
  }
  for (const figure of figures) {
    readBracketedParts(figure, words, found);
    readSentenceItems(figure, words, found);
    readSentenceOfWays(figure, words, found);
    readSentenceOfEnds(figure, words, found);
    readSentenceOfParts(figure, words, found);
    readSentenceOfTotal(figure, words, found);
  }
  new ImpliedReader(words, found).readImplied();
  return found.lists;
}
