import type { ChainReading } from '../chains.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact, sumOf } from './arithmetic.ts';
import { wrongSum, type ChainDisagreement } from './disagreement.ts';

/** So many figures before are looked at for what there was. */
const MOST_BEFORE = 8;

/** 收到来信128封、来电573个。来信办结126封，剩余2封在办: what was done and what is left, of what the sentence before names alike. */
export function remainders({ figures, lists }: ChainReading): readonly ChainDisagreement[] {
  return figures.flatMap((rest): ChainDisagreement[] => {
    const done = figures[rest.index - 1];
    if (!rest.roles.has('rest') || done?.sentence !== rest.sentence || !isDone(done)) return [];
    if (figures[done.index - 1]?.sentence === done.sentence && !isBehindOthers(done, figures)) return [];
    const wholes = figures
      .slice(Math.max(0, done.index - MOST_BEFORE), done.index)
      .filter(each => each.sentence === done.sentence - 1 && isWholeOf(each, done));
    const [whole, ...others] = wholes;
    if (!whole || others.length > 0) return [];
    const all = [whole, done, rest];
    const isOfList = lists.some(({ form, parts }) => form !== 'implied' && parts.some(({ figure }) => figure === done));
    if (isOfList || !all.every(isExact) || !all.every(({ kind, depth }) => kind === 'count' && depth === 0)) return [];
    const sum = sumOf([done, rest]);
    if (sum === whole.number.value || done.number.value === whole.number.value || rest.number.unit !== done.number.unit)
      return [];
    return [wrongSum(whole, [done, rest])];
  });
}

function isDone({ steps, matterSource }: StatedFigure): boolean {
  return matterSource === 'label' && steps.some(step => step === 'replied' || step === 'done');
}

/** 来信办结126封，剩余2封；来电办结570个，剩余3个: each with its own. */
function isBehindOthers(done: StatedFigure, figures: readonly StatedFigure[]): boolean {
  return figures[done.index - 1]?.matter !== done.matter;
}

function isWholeOf(each: StatedFigure, done: StatedFigure): boolean {
  return (
    each.matter === done.matter &&
    each.matterSource === 'label' &&
    each.number.unit === done.number.unit &&
    each.when !== 'last' &&
    !isDone(each)
  );
}
