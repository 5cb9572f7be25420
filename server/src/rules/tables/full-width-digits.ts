import { halfWidthDigits } from '../../text/numerals.ts';
import { defineRule, finding, replace } from '../support/rule.ts';

/**
 * 表格数字写成全角。
 *
 * 数值不变，一并改成半角即可；可以自动修复。全角数字在别的系统中可能读不出来，所以提示。
 *
 * 不报：
 * - 正文里的全角数字。
 *
 * English: Figures of a table are written in full-width digits. The values stay the same; the fix makes them
 * half-width. Running text is left alone.
 */
export const fullWidthDigits = defineRule({
  id: 'tables/full-width-digits',
  catalogue: [],
  basis: ['practice'],
  severity: 'hint',
  kinds: 'every',
  scope: 'table',
  *run({ table, slice }) {
    const wide = [...table.figures.values()].filter(
      ({ quantity, text }) => quantity.kind === 'value' && /[０-９．，]/.test(text),
    );
    const first = wide[0];
    if (!first) return;
    const edits = wide
      .filter(({ span, text }) => slice(span) === text)
      .map(({ span, text }) => replace(span, halfWidthDigits(text)));
    yield finding(first.span, {
      message: 'tables/full-width-digits',
      args: { table: table.spec.title, count: wide.length },
      related: wide.slice(1, 20).map(({ span, text }) => ({ span, message: 'related.figure', args: { text } })),
      fixes: edits.length > 0 ? [{ kind: 'safe', message: 'fix.halfWidth', args: { count: edits.length }, edits }] : [],
    });
  },
});
