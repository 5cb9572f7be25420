import type { ChainReading } from '../chains.ts';
import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact } from './arithmetic.ts';
import type { ChainDisagreement } from './disagreement.ts';

/** 收到意见30条，采纳12条: what came of it is no more than what there was. */
export function outcomes(chain: ChainReading): readonly ChainDisagreement[] {
  const { figures } = chain;
  return figures.flatMap((figure): ChainDisagreement[] => {
    const isAdopted = figure.steps.includes('adopted');
    const isDone =
      figure.steps.includes('replied') &&
      figure.matter !== 'applications' &&
      figure.matter !== undefined &&
      OUTCOME_MATTERS.has(figure.matter);
    if (figure.kind !== 'count' || !(isAdopted || isDone) || !isExact(figure)) return [];
    const whole = figures[figure.index - 1];
    if (
      !whole ||
      whole.sentence !== figure.sentence ||
      whole.kind !== 'count' ||
      whole.depth !== figure.depth ||
      !isExact(whole) ||
      whole.matter !== figure.matter ||
      !isSameMeasure(whole.number.unit, figure.number.unit)
    )
      return [];
    if (
      !whole.steps.some(step => step === 'received' || step === 'handled' || step === 'newReceived') ||
      whole.when === 'partial' ||
      whole.number.value >= figure.number.value ||
      whole.number.value === 0
    )
      return [];
    // 期初未结18件，登记143件，办复145件: more may be answered than came in.
    const isLeft = ({ steps, when }: StatedFigure) =>
      when === 'last' || steps.some(step => step === 'pending' || step.startsWith('carr'));
    if (figures.some(each => each.sentence === figure.sentence && isLeft(each))) return [];
    return [{ kind: 'partAboveWhole', certainty: 'warning', figure, figures: [figure, whole], whole }];
  });
}

const OUTCOME_MATTERS = new Set(['letters', 'hotline', 'messages', 'complaints', 'proposals', 'opinions']);
