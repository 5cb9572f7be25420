import { matchesOf } from '../../text/matches.ts';
import { defineRule, finding, replace } from '../support/rule.ts';

/**
 * “截止”应为“截至”。
 *
 * “截止”是停止，“截至”是停止于某时：“截至2023年底，共……”。“截止2023年底”“截止到目前”应写“截至2023年底”“截至目前”。快速修复改正。
 *
 * 不报：
 * - “报名截止”“截止时间”“截止日期”“于12月31日截止”。
 * - 政府信息公开工作年度报告：这样写的很多，不作提示。
 *
 * English: The word for “to end” before a point of time, where “as of” is meant. What ends on a day is fine. Reports on
 * open government information are not told of it.
 */
export const asOf = defineRule({
  id: 'wording/as-of',
  catalogue: ['S15'],
  basis: ['practice'],
  severity: 'information',
  kinds: 'others',
  scope: 'paragraph',
  reader: readWords,
  *run({ text, place }, found) {
    for (const { start, end } of found) {
      const span = place(start, end);
      yield finding(span, {
        message: 'wording/as-of',
        args: { text: text.slice(start, end), expected: '截至' },
        fixes: [
          { kind: 'review', message: 'fix.useWording', args: { expected: '截至' }, edits: [replace(span, '截至')] },
        ],
      });
    }
  },
});

/** Before a point of time; what ends then (报名截止2023年底) has a noun in front of it. */
const WORD =
  /(?<![^\s，。；：、,;:（(“”"是为且并])截止(?:到|至)?(?=\s?(?:[\d０-９二]{2,4}\s?年|[\d０-９]{1,2}\s?月|目前|现在|今|去|本|上|年|当|报告|十二月|此|统计))/g;

function readWords(text: string): { readonly start: number; readonly end: number }[] {
  return matchesOf(text, WORD).map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}
