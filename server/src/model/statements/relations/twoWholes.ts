import { labelTextOf } from '../labelText.ts';
import type { ChainReading } from '../chains.ts';
import type { PartList } from '../lists/partList.ts';
import { commonEnd } from '../lists/wholes.ts';
import type { StatedFigure } from '../statedFigure.ts';
import type { Token } from '../tokens.ts';

// Two counts in a row, and the parts of both behind them.

/** A name of so many characters tells of which of the two a part is. */
const SHORTEST_NAME = 2;

/** Each of two wholes with its own parts, where matter or names tell which they are; else the list as it is. */
export function parted(list: PartList, chain: ChainReading): readonly PartList[] {
  const lists = partedByMatter(list, chain);
  return lists.length > 1 ? lists : partedByName(list, chain);
}

/**
 * 复议12件、诉讼4件，其中复议维持9件，未审结3件，诉讼维持4件; 复议16件，诉讼4件，其中7件复议、3件诉讼未审结: each whole with the
 * parts of its matter.
 */
function partedByMatter(list: PartList, { figures, tokens }: ChainReading): readonly PartList[] {
  const { whole, parts } = list;
  const sibling = siblingOf(list, figures);
  if (
    sibling?.matterSource !== 'label' ||
    whole.matterSource !== 'label' ||
    sibling.matter === whole.matter ||
    (tokens.slice(sibling.nounTo, whole.labelFrom).some(isClauseEnd) && !parts.every(isNamed))
  )
    return [list];
  const own = parts.filter(({ figure }) => figure.matter === whole.matter);
  const others = parts.filter(({ figure }) => figure.matter === sibling.matter);
  if (own.length === 0 || others.length === 0 || own.length + others.length < parts.length) return [list];
  return [
    { ...list, whole: sibling, parts: others },
    { ...list, parts: own },
  ];
}

/** 专题学习42场、实地观摩18场，其中面向村（居）的学习12场、观摩9场: each is called as its whole is. */
function partedByName(list: PartList, { figures, text, tokens }: ChainReading): readonly PartList[] {
  const { whole, parts } = list;
  const sibling = siblingOf(list, figures);
  if (!sibling || tokens.slice(sibling.nounTo, whole.labelFrom).some(isClauseEnd)) return [list];
  const label = (figure: StatedFigure) => labelTextOf(figure, { text, tokens });
  const [first, second] = [label(sibling), label(whole)];
  const named = parts.map(({ figure }) => commonEnd(label(figure), first) - commonEnd(label(figure), second));
  const isTold = parts.every(({ figure }, i) => {
    const name = Math.max(commonEnd(label(figure), first), commonEnd(label(figure), second));
    return name >= SHORTEST_NAME && named[i] !== 0;
  });
  const others = parts.filter((_, i) => (named[i] ?? 0) > 0);
  if (!isTold || others.length === 0) return [list];
  const own = parts.filter((_, i) => (named[i] ?? 0) < 0);
  return [{ ...list, whole: sibling, parts: others }, ...(own.length === 0 ? [] : [{ ...list, parts: own }])];
}

/** The count directly before a whole that 其中 divides, counted as it is. */
function siblingOf({ form, whole }: PartList, figures: readonly StatedFigure[]): StatedFigure | undefined {
  const before = figures[whole.index - 1];
  const isBeside =
    form === 'among' &&
    before?.kind === 'count' &&
    before.sentence === whole.sentence &&
    before.depth === whole.depth &&
    before.number.unit === whole.number.unit;
  return isBeside ? before : undefined;
}

/** Whether it says itself what it counts. */
function isNamed({ figure }: PartList['parts'][number]): boolean {
  return figure.matterSource === 'label' || figure.matterSource === 'noun';
}

function isClauseEnd(token: Token): boolean {
  return token.kind === 'sign' && token.sign !== 'enumeration';
}
