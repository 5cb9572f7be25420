import type { SentenceSummary } from '../../model/summary/summary.ts';
import { broken, defineAcrossRule, HOLDS } from '../support/across.ts';

/**
 * 数字改了，年份没有改。
 *
 * 一句话与上年报告相同，只有数字改过，却还写着上年报告的年份（2023年报告写“2023年，我局收到5件”，2024年报告写“2023年，我局收到
 * 7件”），多半是年份忘了改。
 *
 * 不报：
 * - 数字也没有改的：说的是同一件旧事。
 * - 句子里已有本年的，写“以来”“同比”“上年”“截至”的。
 *
 * English: A sentence is last year’s but for its figures, and still bears last year’s year. History, whose figures
 * stay, and comparisons are fine.
 */
export const staleYear = defineAcrossRule({
  id: 'workspace/stale-year',
  catalogue: ['S12'],
  basis: ['practice'],
  severity: 'warning',
  scope: 'years',
  matter: 'text',
  topics: [],
  *run({ earlier, later }) {
    const known = new Map<string, SentenceSummary>();
    for (const { sentences } of earlier.sections) for (const each of sentences) known.set(each.words, each);
    for (const { sentences } of later.sections) {
      for (const sentence of sentences) {
        const before = known.get(sentence.words);
        if (!before || sentence.figures === '' || sentence.years.length === 0) continue;
        const stale = sentence.years.findIndex(([year], i) => year === earlier.year && before.years[i]?.[0] === year);
        const isOld =
          stale >= 0 &&
          sentence.figures !== before.figures &&
          !sentence.years.some(([year]) => year >= later.year) &&
          before.years.every(([year]) => year <= earlier.year);
        const found = sentence.years[stale];
        if (!isOld || !found) {
          yield HOLDS;
          continue;
        }
        const [year, line, column] = found;
        yield broken({
          message: 'workspace/stale-year',
          args: { found: year, year: later.year },
          report: later,
          place: [line, column, line, column + 4],
          stated: year,
          expected: later.year,
          terms: [],
          keys: [sentence.words],
          related: [
            { report: earlier, place: before.place, message: 'related.yearSentence', args: { year: earlier.year } },
          ],
        });
      }
    }
  },
});
