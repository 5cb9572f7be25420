import { cellExpressionsOf } from '../../model/links/cellExpressions.ts';
import { defineRule, finding } from '../support/rule.ts';
import { tableOrText } from '../support/tableOrTextFixes.ts';

/**
 * 正文的历年累计数与统计表不符。
 *
 * 正文写“历年”“累计”“截至”的申请、答复、复议、诉讼、主动公开数，与统计表历年累计列比。
 *
 * 近几年收到且全部答复的件数，不会多于历年累计答复数。
 *
 * 不报：
 * - 约数；表中没有这一行或没有填。
 * - 本年数（与本年度列另比），“累计”说的是全年合计的。
 *
 * English: A cumulative figure in the text differs from the statistics table.
 */
export const proseTotal = defineRule({
  id: 'cumulative/prose-total',
  catalogue: ['C05'],
  basis: ['practice'],
  severity: 'error',
  scope: 'report',
  readers: { recent: readRecent },
  *run({ report, quantities }, { recent }) {
    for (const { metric, period, figure, sentence, span } of quantities) {
      if (period !== 'cumulative') continue;
      const [reading] = cellExpressionsOf(report, metric, period);
      if (!reading || reading.value === figure.value || !/历年|截至/.test(sentence.text)) continue;
      // 累计 is also said of what one year adds up to.
      if (cellExpressionsOf(report, metric, 'annual').some(({ value }) => value === figure.value)) continue;
      yield finding(span, {
        message: 'cumulative/prose-total',
        args: {
          stated: `${String(figure.value)}${figure.unit}`,
          table: reading.value,
          difference: figure.value - reading.value,
        },
        related: reading.figures.map(cell => ({
          span: cell.span,
          message: 'related.member',
          args: { row: cell.row.label, column: cell.column.label, text: cell.text },
        })),
        fixes: tableOrText(report, figure, span, reading),
      });
    }
    const [replied] = cellExpressionsOf(report, 'replied', 'cumulative');
    if (!replied) return;
    for (const {
      fact: { value, start, end },
      place,
    } of recent) {
      if (value <= replied.value) continue;
      yield finding(place(start, end), {
        message: 'cumulative/prose-total#recent',
        severity: 'warning',
        args: { stated: value, table: replied.value },
        related: replied.figures.map(cell => ({
          span: cell.span,
          message: 'related.member',
          args: { row: cell.row.label, column: cell.column.label, text: cell.text },
        })),
      });
    }
  },
});

/** Applications of the last few years, all answered: they are among those of all years. */
const RECENT =
  /近[2-9二三四五六七八九两]年[^，。]{0,12}(?:收到|受理)\s?(\d{1,6})\s?件[^，。]{0,10}申请[，,][^。]{0,8}(?:全部|均)[^。]{0,10}(?:答复|办结)/;

function readRecent(text: string): { readonly value: number; readonly start: number; readonly end: number }[] {
  const match = RECENT.exec(text);
  return match ? [{ value: Number(match[1]), start: match.index, end: match.index + match[0].length }] : [];
}
