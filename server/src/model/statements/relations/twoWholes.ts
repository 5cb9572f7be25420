import type { ChainReading } from '../chains.ts';
import type { PartList } from '../lists/partList.ts';
import type { Token } from '../tokens.ts';

/**
 * 复议12件、诉讼4件，其中复议维持9件，未审结3件，诉讼维持4件; 复议16件，诉讼4件，其中7件复议、3件诉讼未审结: each whole with the
 * parts of its matter.
 */
export function partedByMatter(list: PartList, { figures, tokens }: ChainReading): readonly PartList[] {
  const { whole, parts } = list;
  const sibling = figures[whole.index - 1];
  if (
    list.form !== 'among' ||
    sibling?.kind !== 'count' ||
    sibling.sentence !== whole.sentence ||
    sibling.depth !== whole.depth ||
    sibling.matterSource !== 'label' ||
    whole.matterSource !== 'label' ||
    sibling.matter === whole.matter ||
    sibling.number.unit !== whole.number.unit ||
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

/** Whether it says itself what it counts. */
function isNamed({ figure }: PartList['parts'][number]): boolean {
  return figure.matterSource === 'label' || figure.matterSource === 'noun';
}

function isClauseEnd(token: Token): boolean {
  return token.kind === 'sign' && token.sign !== 'enumeration';
}
