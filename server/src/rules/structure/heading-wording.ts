import { place } from '../../text/mappedText.ts';
import { shift } from '../../text/span.ts';
import { defineRule, finding, replace } from '../support/rule.ts';

/**
 * 标题与格式规定的名称不同。
 *
 * 标题能看出是哪一部分，但与2019年、2021年格式规定的名称不同。快速修复改用规定名称。标题只有编号、没有文字的，
 * 按警告报告。
 *
 * 不报：
 * - 收录的变体，如“存在问题及改进情况”。
 * - “和”“及”“、”“的”的差别。
 * - 2007年条例时期的报告：标题没有规定。
 *
 * English: A heading differs from the prescribed title. Recorded variants and the difference between 和, 及 and 、 are
 * fine; a heading with only its number is a warning.
 */
export const headingWording = defineRule({
  id: 'structure/heading-wording',
  catalogue: ['S04'],
  basis: ['edition:2019', 'edition:2021'],
  severity: 'hint',
  scope: 'section',
  *run({ section, slice, facts }) {
    const { heading, spec, match, titleSpan } = section;
    if (heading.block.title.text === '' && heading.block.numbering) {
      yield finding(titleSpan, {
        message: 'structure/heading-wording#empty',
        severity: 'warning',
        args: { number: section.title },
      });
      return;
    }
    if (match !== 'similar' || !spec || !facts.hasPrescribedTitles) return;
    const words = heading.block.title;
    const whole = shift(place(words, 0, words.text.length), heading.at);
    // Nothing but its characters, be they written otherwise (⾏ for 行): no tags, no marks.
    const isVerbatim = whole.end - whole.start === words.text.length && !/[<*&]/.test(slice(whole));
    yield finding(isVerbatim ? whole : titleSpan, {
      message: 'structure/heading-wording',
      args: { found: heading.block.title.text, title: spec.title },
      fixes: isVerbatim
        ? [
            {
              kind: 'review',
              message: 'fix.useTitle',
              args: { title: spec.title },
              edits: [replace(whole, spec.title)],
            },
          ]
        : [],
    });
  },
});
