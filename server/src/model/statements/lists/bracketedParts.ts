import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import type { ChainWords } from './chainWords.ts';
import { isRepeatedBehind } from './labelForms.ts';
import { FARTHEST_FIGURES, type FoundLists, LEVELS, type ListPart } from './partList.ts';
import { isAloneInBracket } from './partReach.ts';

/** Fewer names with their numbers may be but some of what there is. */
const FEWEST = 3;

/**
 * 公开426条，医疗服务（251条）、疾病防控（143条）、妇幼保健（32条）均有涉及: names in a row, the number of each in brackets of its own,
 * which no word joins; 由医疗服务（251条）、…组成 says that they are all.
 */
export function readBracketedParts(whole: StatedFigure, words: ChainWords, found: FoundLists): void {
  const first = words.figures[whole.index + 1];
  if (whole.kind !== 'count' || first?.depth !== whole.depth + 1 || found.partOf.has(whole.index)) return;
  const known = found.ofWhole.get(whole);
  if (known && known.parts.length > 1) return;
  const parts: ListPart[] = [];
  let last = whole;
  for (let i = whole.index + 1; i < whole.index + FARTHEST_FIGURES; i++) {
    const figure = words.figures[i];
    if (figure?.sentence !== whole.sentence || figure.depth !== whole.depth + 1) break;
    const between = words.between(last, figure, whole.depth);
    const isRow = parts.length === 0 ? between.level <= LEVELS.comma : between.level <= LEVELS.enumeration;
    if (!isRow || between.opensList || between.hasRole('etc') || !isNamedAlone(figure, whole, words)) break;
    parts.push({ figure, share: undefined });
    last = figure;
  }
  if (parts.length < FEWEST) return;
  const isComposed = words.tokens
    .slice(whole.token + 1, first.token)
    .some(each => each.kind === 'word' && each.meaning.stat === 'from');
  const isClosed = isComposed && words.isComposedBehind(first);
  if (!isClosed && words.between(whole, first, whole.depth).level !== LEVELS.comma) return;
  found.addImplied({
    form: isClosed ? 'all' : 'implied',
    whole,
    parts,
    isClosed,
    // 妇幼保健（137条）等均有涉及: whatever goes on behind 等.
    isOpen: words.hasRole(last.token + 1, last.token + 3, 'etc') || isRepeatedBehind(words, last),
    isEnded: words.figures[last.index + 1]?.sentence !== whole.sentence || isClosed,
    isLoose: false,
    isSetOff: true,
  });
}

function isNamedAlone(figure: StatedFigure, { number }: StatedFigure, words: ChainWords): boolean {
  return (
    figure.kind === 'count' &&
    figure.labelFrom === figure.token &&
    isAloneInBracket(words, figure) &&
    isSameMeasure(figure.number.unit, number.unit)
  );
}
