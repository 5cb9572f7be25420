import { digitsLike } from '../../model/tables/lookAlikes.ts';
import { defineRule, finding, replace, type Edit, type Fix } from '../support/rule.ts';

/**
 * 数字栏里写了形近的字符。
 *
 * 字母O、〇、○写作0，字母l、I、丨、｜写作1；与数字连写的S、B、Z像5、8、2。改正之前这一格按看不懂处理，不参加求和。快速修
 * 复改成数字，须逐条确认；一张表里超过五格的合并报告。
 *
 * 不报：
 * - 有别的字的格：按填了文字报告。
 * - 几个字符里没有一个数字的：“○○”是待填，“II”可能是罗马数字。
 * - 改成数字后以0打头的（O5）：不知原是几。
 *
 * English: A figure is written with signs that only look like digits (O, 〇, l, |). Until corrected the cell cannot be
 * read. Cells with other words, and several such signs without one digit, are left alone.
 */
export const lookAlikeDigits = defineRule({
  id: 'tables/look-alike-digits',
  catalogue: ['T3-04'],
  basis: ['practice'],
  severity: 'warning',
  kinds: 'every',
  scope: 'table',
  *run({ table, standing, slice }) {
    if (standing !== 'judged') return;
    const found = [...table.figures.values()].flatMap(figure => {
      const digits = figure.quantity.kind === 'unreadable' ? digitsLike(figure.text) : undefined;
      return digits === undefined
        ? []
        : [
            {
              figure,
              digits,
              edits: slice(figure.span) === figure.text ? [replace(figure.span, digits)] : [],
            },
          ];
    });
    const fix = (edits: readonly Edit[], digits: string): Fix[] =>
      edits.length === 0
        ? []
        : [
            {
              kind: 'review',
              ...(edits.length > 1
                ? { message: 'fix.writeAllDigits', args: { count: edits.length } }
                : { message: 'fix.writeDigits', args: { digits } }),
              edits,
            },
          ];
    const [first] = found;
    if (first && found.length > MOST_SINGLE) {
      yield finding(first.figure.span, {
        message: 'tables/look-alike-digits#many',
        args: { table: table.spec.title, count: found.length, stated: first.figure.text, digits: first.digits },
        related: found
          .slice(1, MOST_RELATED)
          .map(({ figure: { span, text } }) => ({ span, message: 'related.figure', args: { text } })),
        fixes: fix(
          found.flatMap(({ edits }) => edits),
          first.digits,
        ),
      });
      return;
    }
    for (const { figure, digits, edits } of found) {
      const { row, column } = figure;
      yield finding(figure.span, {
        message: 'tables/look-alike-digits',
        args: { stated: figure.text, digits, row: row.label, group: row.path.at(-1) ?? '', column: column.label },
        fixes: fix(edits, digits),
      });
    }
  },
});

const MOST_SINGLE = 5;
const MOST_RELATED = 20;
