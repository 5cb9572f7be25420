import { figureTextOf } from '../../model/prose/figureText.ts';
import type { Metric } from '../../format/metrics.ts';
import type { ProseFigure } from '../../model/prose/numbers.ts';
import type { ReportQuantity } from '../../model/links/reportQuantities.ts';
import type { TextBlock, TextFact } from '../../syntax/paragraphFacts.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, finding } from '../support/rule.ts';

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
  readers: { bareMentions: readBareMentions },
  *run({ quantities }, { bareMentions }) {
    for (const mentions of byValue(quantities, bareMentions).values()) {
      const odd = oddOne(mentions);
      const other = odd && mentions.find(({ figure }) => figure.unit !== odd.figure.unit);
      if (!odd || !other) continue;
      yield finding(odd.span, {
        message: 'prose/mixed-units',
        args: { stated: textOf(odd.figure), other: textOf(other.figure) },
        related: [{ span: other.span, message: 'related.figure', args: { text: textOf(other.figure) } }],
      });
    }
  },
});

interface Mention {
  readonly figure: ProseFigure;
  readonly span: Span;
}

/** Metrics counted in 件 by the official tables. */
const CASES: ReadonlySet<Metric> = new Set(['received', 'replied', 'carriedOut', 'review', 'litigation']);
const TABLE_UNIT = '件';

const FAR = 200;
/** 「依申请公开86条」 names the applications without a verb: the value tells that they are those received. */
function readBareMentions(text: string, block: TextBlock): readonly ProseFigure[] {
  return text.includes('依申请公开')
    ? figureTextOf(block).sentences.flatMap(({ text: sentence, start, figures }) =>
        figures
          // A part of what was disclosed is counted as that is.
          .filter(
            ({ subject, modality, value, start: at }) =>
              modality === 'exact' &&
              value > 0 &&
              /^(?:全年|本年|共)?依申请公开(?:政府信息)?$/.test(subject.trim()) &&
              !sentence.slice(Math.max(0, at - start - FAR), at - start).includes('其中'),
          ),
      )
    : [];
}

/** Figures of the report year by metric and value. */
function byValue(
  quantities: readonly ReportQuantity[],
  bareMentions: readonly TextFact<ProseFigure>[],
): ReadonlyMap<string, readonly Mention[]> {
  const mentions = new Map<string, Mention[]>();
  const add = (metric: string, mention: Mention) => {
    const key = `${metric} ${String(mention.figure.value)}`;
    const list = mentions.get(key);
    if (list) list.push(mention);
    else mentions.set(key, [mention]);
  };
  for (const { metric, period, figure, span } of quantities) {
    if (period === 'annual' && figure.value > 0 && CASES.has(metric)) add(metric, { figure, span });
  }
  for (const { fact, place } of bareMentions) {
    if (fact.unit !== '%' && mentions.has(`received ${String(fact.value)}`))
      add('received', { figure: fact, span: place(fact.start, fact.end) });
  }
  return mentions;
}

/**
 * The first that is not counted as the tables do, where another is; else the first that differs from the one before.
 */
function oddOne(mentions: readonly Mention[]): Mention | undefined {
  if (new Set(mentions.map(({ figure }) => figure.unit)).size < 2) return undefined;
  return mentions.find(({ figure }) => figure.unit !== TABLE_UNIT);
}

function textOf({ value, unit }: ProseFigure): string {
  return `${String(value)}${unit}`;
}
