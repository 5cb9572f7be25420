import { evaluate, outcomesOf, type Outcome } from '../../model/equations/evaluate.ts';
import { figureKey, valueOf } from '../../model/report.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 办理结果多出的件数正好等于部分公开的件数。
 *
 * 部分公开是区分处理的，一件申请只计这一情形，不计其他情形。某一列办理结果与结转之和多于新收与上年结转之和，多出的正好是部分公开
 * 的件数，可能把部分公开的申请又计入了予以公开或不予公开。只作提示，不平本身另行报告。
 *
 * 不报：
 * - 表三平衡的；正文的说法不作推断。
 * - 多出的件数与部分公开不同，或已找到填错的一格。
 * - 部分公开为 0 或没有填。
 *
 * English: More was handled than came in, by exactly the number of partly granted requests: they may have been counted
 * under another result too. Only where table three does not balance; nothing is inferred from prose.
 */
export const countedTwice = defineRule({
  id: 'totals/counted-twice',
  catalogue: ['T3-06'],
  basis: ['edition:2019#t3.requests', 'edition:2021#t3.requests'],
  severity: 'information',
  *run({ report }) {
    for (const outcome of outcomesOf(report, 'T3-01')) {
      if (outcome.kind !== 'broken' || outcome.culprit || !areResultsRight(outcome)) continue;
      const partly = outcome.table.figures.get(figureKey('partiallyGranted', outcome.axis.key));
      const value = valueOf(partly) ?? 0;
      const excess = outcome.rightSum - outcome.leftSum;
      if (!partly || value <= 0 || excess !== value) continue;
      yield finding(partly.span, {
        message: 'totals/counted-twice',
        args: { axis: outcome.axis.label, stated: value, received: outcome.leftSum, handled: outcome.rightSum },
        related: [...outcome.left, ...outcome.right].flatMap(({ figure }) =>
          figure
            ? [
                {
                  span: figure.span,
                  message: 'related.member',
                  args: {
                    row: figure.row.label || (figure.row.path.at(-1) ?? ''),
                    column: figure.column.label,
                    text: figure.text,
                  },
                },
              ]
            : [],
        ),
      });
    }
  },
});

/** Whether the results of the same column add up to their total. */
function areResultsRight({ table, axis }: Outcome): boolean {
  return evaluate(table).some(
    ({ kind, equation, axis: other }) => equation.id === 'T3-02' && other === axis && kind === 'holds',
  );
}
