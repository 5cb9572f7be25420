import { figureTextOf } from '../../model/prose/figureText.ts';
import type { Breakdown } from '../../model/prose/breakdowns.ts';
import { cellExpressionsOf } from '../../model/links/cellExpressions.ts';
import { reportQuantitiesOfFigure, type ReportQuantity } from '../../model/links/reportQuantities.ts';
import type { TextBlock } from '../../syntax/paragraphFacts.ts';
import type { ReportOutline } from '../support/contexts.ts';
import { defineRule, finding, type Severity } from '../support/rule.ts';

/**
 * 正文分项之和与总数不符。
 *
 * 一句话里写了总数又逐项列出分项的，把分项加起来与总数比。用“分别为”列举、以“其他”收尾或逐项写了占比的是全部分项，不符是错误；没有写明是全部的，和大于总数，或列了四项以上而相差不多的，是警告。
 *
 * 不报：
 * - 带“等”“主要”的列举，约数（余、近、约、超、以上）。
 * - 网站、微信、公报等渠道会重叠，不求和。
 * - “其中”只提到个别分项的。
 * - 全文电子化、同比、累计等不是分项的数。
 *
 * English: Parts named in a sentence do not add up to the whole it states. Lists closed by their wording are errors;
 * open lists, rough numbers and overlapping channels are not judged.
 */
export const partsTotal = defineRule({
  id: 'prose/parts-total',
  catalogue: ['P02', 'C02'],
  basis: ['practice'],
  severity: 'error',
  scope: 'report',
  readers: { broken: brokenIn },
  *run({ report, quantities }, { broken }) {
    for (const {
      fact: { list, severity },
      place,
    } of broken) {
      if (isExplained(report, quantities, list)) continue;
      const values = list.parts.map(({ figure }) => figure.value);
      const computed = values.reduce((sum, value) => sum + value, 0);
      yield finding(place(list.whole.start, list.whole.end), {
        message: 'prose/parts-total',
        severity,
        args: {
          stated: list.whole.value,
          computed,
          difference: list.whole.value - computed,
          parts: values.join(' + '),
        },
        related: list.parts.map(({ figure }) => ({
          span: place(figure.start, figure.end),
          message: 'related.figure',
          args: { text: `${String(figure.value)}${figure.unit}` },
        })),
      });
    }
  },
});

function brokenIn(_: string, block: TextBlock): readonly { readonly list: Breakdown; readonly severity: Severity }[] {
  return figureTextOf(block).lists.flatMap(list => {
    const severity = judge(list);
    return severity ? [{ list, severity }] : [];
  });
}

/**
 * One figure of the list differs from the table, and with the table's number the list adds up: that finding says it
 * all.
 */
function isExplained(
  report: ReportOutline,
  quantities: readonly ReportQuantity[],
  { whole, parts }: Breakdown,
): boolean {
  const figures = [whole, ...parts.map(({ figure }) => figure)];
  return figures
    .flatMap(figure => reportQuantitiesOfFigure(quantities, figure))
    .some(({ metric, period, figure }) => {
      const readings = cellExpressionsOf(report, metric, period);
      if (readings.some(({ value }) => value === figure.value)) return false;
      return readings.some(
        ({ value }) =>
          parts.reduce((sum, part) => sum + (part.figure === figure ? value : part.figure.value), 0) ===
          (whole === figure ? value : whole.value),
      );
    });
}

const MANY_PARTS = 4;
const ALMOST_ALL = 0.8;
/** Qualities of the same things add up to far more than the things. */
const OVERLAPPING = 1.3;

function judge({ whole, parts, completeness }: Breakdown): Severity | undefined {
  if (completeness === 'partial') return undefined;
  const sum = parts.reduce((total, { figure }) => total + figure.value, 0);
  if (sum === whole.value) return undefined;
  if (whole.value === 0) return undefined;
  if (completeness === 'complete') return 'error';
  // Where nothing says that these are the parts, a part above the whole is a sentence that was read wrongly.
  if (parts.some(({ figure }) => figure.value > whole.value)) return undefined;
  if (sum > whole.value) return sum <= whole.value * OVERLAPPING ? 'warning' : undefined;
  return parts.length >= MANY_PARTS && sum >= whole.value * ALMOST_ALL ? 'warning' : undefined;
}
