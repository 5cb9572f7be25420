import type { Metric } from '../../../format/metrics.ts';
import type { TableAnswers } from '../../links/tableNumbers.ts';
import type { ChainReading } from '../chains.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isSameMeasure } from '../measures.ts';
import { isExact } from './arithmetic.ts';
import { wrongSum, type ChainDisagreement } from './disagreement.ts';
import { sentencesOf } from './sums.ts';

const CALLS: ReadonlySet<string> = new Set(['hotline', 'letters', 'messages', 'complaints']);

/** 受理1000件，即时答复700件，派发400件: each call goes one of two ways, so together they are no more than all. */
export function handledAbove(chain: ChainReading): readonly ChainDisagreement[] {
  return sentencesOf(chain.figures).flatMap((sentence): ChainDisagreement[] => {
    if (!sentence.some(({ steps }) => steps.includes('atOnce'))) return [];
    const counts = sentence.filter(each => each.kind === 'count' && isExact(each));
    const whole = counts.find(({ steps, matter }) => steps.includes('received') && CALLS.has(matter ?? ''));
    const parts = ['atOnce', 'closedShare'].map(step => only(counts, step));
    const [atOnce, passedOn] = parts;
    if (!whole || !atOnce || !passedOn || whole.index > Math.min(atOnce.index, passedOn.index)) return [];
    if (counts.some(({ steps }) => steps.some(step => step.startsWith('carr')))) return [];
    const figures = [whole, atOnce, passedOn];
    if (figures.some(each => !isSameMeasure(each.number.unit, whole.number.unit))) return [];
    const sum = atOnce.number.value + passedOn.number.value;
    if (sum <= whole.number.value) return [];
    return [wrongSum(whole, [atOnce, passedOn])];
  });
}

const SAME: readonly (readonly [step: string, metric: Metric])[] = [
  ['granted', 'granted'],
  ['partiallyGranted', 'partiallyGranted'],
  ['refused', 'refused'],
];

/** Of the replies, all kinds but the last are those of the statistics table: then the last is its 其他类型. */
export function otherReplies(chain: ChainReading, tables: TableAnswers): readonly ChainDisagreement[] {
  return sentencesOf(chain.figures).flatMap((sentence): ChainDisagreement[] => {
    if (sentence.length <= SAME.length) return [];
    const counts = sentence.filter(({ kind, steps }) => kind === 'count' && steps.length > 0);
    if (SAME.some(([step]) => !only(counts, step))) return [];
    const values = tables.valuesOf('other', 'annual');
    const [other] = values;
    if (other === undefined || tables.valuesOf('unable', 'annual').length > 0) return [];
    const kinds = SAME.map(([step, metric]) => ({
      figure: only(counts, step),
      value: tables.valuesOf(metric, 'annual')[0],
    }));
    if (kinds.some(({ figure, value }) => figure === undefined || figure.number.value !== value)) return [];
    const last = counts.at(-1);
    if (!last || !isExact(last) || kinds.some(({ figure }) => !figure || figure.index >= last.index)) return [];
    if (
      !last.steps.every(step => step.startsWith('unable')) ||
      last.number.value === other ||
      isOpenBehind(last, chain)
    )
      return [];
    if (
      sentence.some(
        ({ when, whose }) =>
          (when !== undefined && when !== 'this') || (whose !== undefined && whose !== 'own' && whose !== 'area'),
      )
    )
      return [];
    return [{ kind: 'table', certainty: 'information', figure: last, figures: [last], metric: 'other', values }];
  });
}

/** The one figure of a step; undefined where there are several. */
function only(counts: readonly StatedFigure[], step: string): StatedFigure | undefined {
  const found = counts.filter(({ steps }) => steps.includes(step));
  return found.length === 1 ? found[0] : undefined;
}

function isOpenBehind({ token }: StatedFigure, { tokens }: ChainReading): boolean {
  const next = tokens[token + 1];
  return next?.kind === 'word' && next.meaning.role === 'etc';
}
