import type { Metric } from '../../format/metrics.ts';
import type { Chain, ChainReading } from '../../model/statements/chains.ts';
import { quantitiesOf } from '../../model/statements/quantities.ts';
import type { StatedFigure } from '../../model/statements/statedFigure.ts';
import { memoByObject } from '../../text/memo.ts';
import type { ReportContext } from '../support/contexts.ts';
import { defineRule, finding } from '../support/rule.ts';
import { placeOfFigure } from '../support/statedFigures.ts';

/**
 * 同一个数前后用了不同的量词。
 *
 * 同一项指标、同一个数，前面写“依申请公开86条”，后面写“收到申请86件”。申请、复议、诉讼在官方表格中以件计，建议前后一致。
 *
 * 不报：
 * - 数值不同的（另有核对），为零的。
 * - 不同的指标：主动公开多少条、申请多少件；公开150条，其中依申请公开2条。
 *
 * English: One figure of one metric has different measure words (条, 件) in two places of the text.
 */
export const mixedUnits = defineRule({
  id: 'prose/mixed-units',
  catalogue: ['P11'],
  basis: ['practice'],
  severity: 'hint',
  scope: 'report',
  *run(context) {
    for (const mentions of byValue(context).values()) {
      if (new Set(mentions.map(unitOf)).size < 2) continue;
      const odd = mentions.find(each => unitOf(each) !== TABLE_UNIT);
      const other = odd && mentions.find(each => unitOf(each) !== unitOf(odd));
      if (!odd || !other) continue;
      const span = placeOfFigure(other.chain, other.figure);
      yield finding(placeOfFigure(odd.chain, odd.figure), {
        message: 'prose/mixed-units',
        args: { stated: textOf(odd), other: textOf(other) },
        related: [{ span, message: 'related.figure', args: { text: textOf(other) } }],
      });
    }
  },
});

interface Mention {
  readonly chain: Chain;
  readonly figure: StatedFigure;
}

/** Metrics counted in 件 by the official tables. */
const CASES: ReadonlySet<Metric> = new Set([
  'received',
  'newReceived',
  'replied',
  'carriedOut',
  'review',
  'litigation',
]);
const TABLE_UNIT = '件';

/** Figures of the report year by metric and value; 收到 and 新收 are one where their numbers are. */
function byValue({ chains }: Pick<ReportContext, 'chains'>): ReadonlyMap<string, readonly Mention[]> {
  const mentions = new Map<string, Mention[]>();
  for (const chain of chains)
    for (const { key, figure } of casesIn(chain.reading)) {
      const list = mentions.get(key);
      if (list) list.push({ figure, chain });
      else mentions.set(key, [{ figure, chain }]);
    }
  // 「依申请公开86条」 names the applications without a verb: the value tells that they are those received.
  for (const chain of chains)
    for (const figure of bareIn(chain.reading))
      mentions.get(keyOf('received', figure.number.value))?.push({ figure, chain });
  return mentions;
}

function keyOf(metric: Metric, value: number): string {
  return `${metric === 'newReceived' ? 'received' : metric} ${value}`;
}

/** Figures of a chain that count cases in the report year, with their keys. */
const casesIn = memoByObject((chain: ChainReading) =>
  quantitiesOf(chain).flatMap(({ metric, period, figure }) => {
    const { value, unit } = figure.number;
    return period !== 'annual' || value === 0 || unit === '' || !CASES.has(metric)
      ? []
      : [{ key: keyOf(metric, value), figure }];
  }),
);

const bareIn = memoByObject((chain: ChainReading) => chain.figures.filter(figure => isBare(figure, chain)));

/** Applications that are counted as such, and as no part of what was disclosed. */
function isBare(figure: StatedFigure, { lists }: ChainReading): boolean {
  const { matter, matterSource, steps, parts, limits, kind, number, unknown, when, whose } = figure;
  return (
    matter === 'applications' &&
    matterSource === 'label' &&
    kind === 'count' &&
    number.precision === 'exact' &&
    number.unit !== '' &&
    steps.length + parts.length + limits.length + unknown === 0 &&
    (when === undefined || when === 'this' || when === 'cumulative') &&
    (whose === undefined || whose === 'own' || whose === 'area') &&
    !lists.some(list => list.parts.some(part => part.figure === figure))
  );
}

function unitOf({ figure: { number } }: Mention): string {
  return number.unit;
}

function textOf({ figure: { number } }: Mention): string {
  return `${number.value}${number.unit}`;
}
