import { halfWidthDigits } from '../../text/numerals.ts';
import { matchesOf } from '../../text/matches.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 年段的起止年份相同或颠倒。
 *
 * “《实施纲要（2023-2023年）》”“2025—2021年规划”不是一段时间，多半是成批替换年份、照抄时改错了。哪一个年份错，看不出来，
 * 所以没有快速修复。
 *
 * 不报：
 * - 同一年里的起止月份：“2023年1月至2023年12月”“2023年至2023年底”。
 * - 编号、电话里的数字。
 *
 * English: A range of years that ends in the year in which it begins, or before it. Months of one year, and digits of
 * numbers, are fine.
 */
export const yearRange = defineRule({
  id: 'dates/year-range',
  catalogue: ['S12'],
  basis: ['practice'],
  severity: 'warning',
  kinds: 'every',
  scope: 'paragraph',
  reader: readRanges,
  *run({ text, place }, found) {
    for (const { start, end } of found)
      yield finding(place(start, end), { message: 'dates/year-range', args: { text: text.slice(start, end) } });
  },
});

const RANGE =
  /(?<![\d.-])((?:19|20)\d\d)\s?(年?)\s?(?:[-—–~～－]{1,2}|至|到)\s?((?:19|20)\d\d)(?![\d.-])(?!\s?年?\s?(?:\d|第|[初底末中上下前后]))\s?(年?)/g;

function readRanges(text: string): { readonly start: number; readonly end: number }[] {
  const digits = halfWidthDigits(text);
  return matchesOf(digits, RANGE).flatMap(match => {
    const [whole, from = '', fromYear = '', to = '', toYear = ''] = match;
    const isOfYears =
      fromYear !== '' ||
      toYear !== '' ||
      /[（(〔【[]\s?$/.test(digits.slice(Math.max(0, match.index - 2), match.index));
    return isOfYears && Number(from) >= Number(to) ? [{ start: match.index, end: match.index + whole.length }] : [];
  });
}
