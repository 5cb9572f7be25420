import type { ChainReading } from '../chains.ts';
import { isOfCases } from '../lists/listEnds.ts';
import type { PartList } from '../lists/partList.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact, sumOf } from './arithmetic.ts';
import { wrongSum, type ChainDisagreement } from './disagreement.ts';
import { sentencesOf } from './sums.ts';

/**
 * 复议8件，审结7件，其中驳回5件、撤销2件，1件正在审理: what was concluded, told with its outcomes, and what was not are all the
 * cases there were.
 */
export function casesLeft({ figures, lists }: ChainReading): readonly ChainDisagreement[] {
  if (!figures.some(({ steps }) => steps.includes('pending'))) return [];
  return sentencesOf(figures).flatMap((sentence): ChainDisagreement[] => {
    const counts = sentence.filter(({ kind, depth }) => kind === 'count' && depth === 0);
    const [whole, ...others] = counts.filter(isOfCases);
    if (!whole || others.length > 0) return [];
    const behind = counts.filter(({ index, matter }) => index > whole.index && matter === whole.matter);
    const concluded = behind.filter(({ steps }) => steps.includes('replied'));
    const pending = behind.filter(({ steps }) => steps.includes('pending'));
    const [[first], [last]] = [concluded, pending];
    if (!first || !last || concluded.length > 1 || pending.length > 1 || last.index < first.index) return [];
    // Where nothing stands between them, they are a list of their own.
    const isDivided = lists.some(({ whole: own, parts }) => own === first && parts.every(isBetween(first, last)));
    const all = [whole, first, last];
    if (!isDivided || !all.every(isExact) || all.some(({ when }) => when === 'last')) return [];
    const sum = sumOf([first, last]);
    if (sum === whole.number.value || first.number.value === whole.number.value) return [];
    return [wrongSum(whole, [first, last])];
  });
}

function isBetween(first: StatedFigure, last: StatedFigure) {
  return ({ figure: { index } }: PartList['parts'][number]) => index > first.index && index < last.index;
}
