import type { Metric } from '../../../format/metrics.ts';
import { cellExpressionsOf } from '../../links/cellExpressions.ts';
import type { Report } from '../../report.ts';
import type { Chain } from '../chains.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isSameMeasure } from '../measures.ts';
import { isExact } from './arithmetic.ts';
import type { Disagreement } from './disagreement.ts';
import { sentencesOf } from './sums.ts';

const CALLS: ReadonlySet<string> = new Set(['hotline', 'letters', 'messages', 'complaints']);

/** 受理1000件，即时答复700件，派发400件: each call goes one of two ways, so together they are no more than all. */
export function handledAbove(chain: Chain): readonly Disagreement[] {
  return sentencesOf(chain.reading.figures).flatMap((sentence): Disagreement[] => {
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
    const list = {
      form: 'implied',
      whole,
      parts: [atOnce, passedOn].map(figure => ({ figure, share: undefined })),
      isClosed: false,
      isOpen: false,
      isEnded: true,
      isLoose: false,
    } as const;
    return [{ kind: 'partsTotal', chain, certainty: 'warning', figure: whole, figures, list, sum }];
  });
}

const SAME: readonly (readonly [step: string, metric: Metric])[] = [
  ['granted', 'granted'],
  ['partiallyGranted', 'partiallyGranted'],
  ['refused', 'refused'],
];

/** Of the replies, all kinds but the last are those of the statistics table: then the last is its 其他类型. */
export function otherReplies(chain: Chain, report: Pick<Report, 'edition' | 'tables'>): readonly Disagreement[] {
  const readings = cellExpressionsOf(report, 'other', 'annual');
  const [other] = readings;
  if (!other || cellExpressionsOf(report, 'unable', 'annual').length > 0) return [];
  return sentencesOf(chain.reading.figures).flatMap((sentence): Disagreement[] => {
    const counts = sentence.filter(({ kind, steps }) => kind === 'count' && steps.length > 0);
    const kinds = SAME.map(([step, metric]) => ({
      figure: only(counts, step),
      readings: cellExpressionsOf(report, metric, 'annual'),
    }));
    if (kinds.some(({ figure, readings: cells }) => !figure || figure.number.value !== cells[0]?.value)) return [];
    const last = counts.at(-1);
    if (!last || !isExact(last) || kinds.some(({ figure }) => !figure || figure.index >= last.index)) return [];
    if (
      !last.steps.every(step => step.startsWith('unable')) ||
      last.number.value === other.value ||
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
    return [
      { kind: 'table', chain, certainty: 'information', figure: last, figures: [last], metric: 'other', readings },
    ];
  });
}

/** The one figure of a step; undefined where there are several. */
function only(counts: readonly StatedFigure[], step: string): StatedFigure | undefined {
  const found = counts.filter(({ steps }) => steps.includes(step));
  return found.length === 1 ? found[0] : undefined;
}

function isOpenBehind({ token }: StatedFigure, { reading: { tokens } }: Chain): boolean {
  const next = tokens[token + 1];
  return next?.kind === 'word' && next.meaning.role === 'etc';
}
