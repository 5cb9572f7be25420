import { isWordPair, looksAlike, soundsAlike } from '../../text/alikeCharacters.ts';
import { place } from '../../text/mappedText.ts';
import { shift } from '../../text/span.ts';
import { defineRule, finding, replace } from '../support/rule.ts';

/**
 * 标题与格式规定的名称不同。
 *
 * 标题能看出是哪一部分，但与2019年、2021年格式规定的名称不同。快速修复改用规定名称。标题只有编号、没有文字的，
 * 按警告报告。错、漏、多一个字或两个字颠倒的按警告报告；末尾多了顿号、逗号的只作提示。
 *
 * 不报：
 * - 收录的变体，如“存在问题及改进情况”。
 * - “和”“及”“、”“的”的差别。
 * - 2007年条例时期的报告：标题没有规定。
 *
 * English: A heading differs from the prescribed title. Recorded variants and the difference between 和, 及 and 、 are
 * fine; a heading with only its number or with a slip of one character is a warning.
 */
export const headingWording = defineRule({
  id: 'structure/heading-wording',
  catalogue: ['S04'],
  basis: ['edition:2019', 'edition:2021'],
  severity: 'information',
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
    const words = heading.block.title;
    const last = shift(place(words, words.text.length - 1, words.text.length), heading.at);
    const isInside = MARKS.includes(words.text.slice(-1));
    const behind = /^[、，,；;](?=\s|$)/.exec(slice({ start: last.end, end: last.end + 2 }))?.[0];
    const mark = isInside ? words.text.slice(-1) : behind;
    if (mark !== undefined && spec && facts.hasPrescribedTitles) {
      const span = isInside ? last : { start: last.end, end: last.end + mark.length };
      yield finding(span, {
        message: 'structure/heading-wording#mark',
        args: { sign: mark },
        fixes: [{ kind: 'review', message: 'fix.removeWords', args: { words: mark }, edits: [replace(span, '')] }],
      });
    }
    if (match !== 'similar' || !spec || !facts.hasPrescribedTitles) return;
    const whole = shift(place(words, 0, words.text.length), heading.at);
    // Nothing but its characters, be they written otherwise (⾏ for 行): no tags, no marks.
    const isVerbatim = whole.end - whole.start === words.text.length && !/[<*&]/.test(slice(whole));
    const isSlip = isOneSlip(isInside ? words.text.slice(0, -1) : words.text, spec.title);
    yield finding(isVerbatim ? whole : titleSpan, {
      message: isSlip ? 'structure/heading-wording#slip' : 'structure/heading-wording',
      severity: isSlip ? 'warning' : 'information',
      args: { found: words.text, title: spec.title },
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

/** Signs of a list, which end no title. */
const MARKS = '、，,；;';

/** Characters that a title may have more, less or others without a slip. */
const OTHER_WORDS = new Set('的和与及等在对各并其它他以本年全省市县区乡镇街局委、，,所了要大一');

/** Whether a title is one wrong, missing, added or swapped character away from the prescribed one, by mistake. */
function isOneSlip(title: string, prescribed: string): boolean {
  let start = 0;
  while (start < title.length && title.charAt(start) === prescribed.charAt(start)) start++;
  let end = 0;
  const most = Math.min(title.length, prescribed.length) - start;
  while (end < most && title.at(-1 - end) === prescribed.at(-1 - end)) end++;
  const written = title.slice(start, title.length - end);
  const right = prescribed.slice(start, prescribed.length - end);
  if (written === right || [...(written + right)].some(sign => OTHER_WORDS.has(sign) || !/[一-鿿]/.test(sign)))
    return false;
  if (written.length === 2) return written === right.charAt(1) + right.charAt(0);
  if (written.length > 1 || right.length > 1) return false;
  // 政务信息公开 is another word, no slip.
  if (soundsAlike(written, right) || looksAlike(written, right)) return true;
  const isWord = isWordPair(title.charAt(start - 1), written) || isWordPair(written, title.charAt(start + 1));
  return right === '' || written === '' || !isWord;
}
