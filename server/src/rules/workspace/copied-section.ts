import { similarityOf } from '../../model/summary/sentences.ts';
import { copiedSection, problemsOf } from '../support/copies.ts';
import { broken, defineAcrossRule, HOLDS, UNKNOWN } from '../support/across.ts';

/**
 * 问题和改进一部分与上年相同。
 *
 * “存在的主要问题及改进情况”去掉年份和数字后与上年报告几乎一字不差，多半是照抄：问题没有改，还是没有重写？
 *
 * 不报：
 * - 不足60个汉字的。
 *
 * English: The section on problems and remedies is nearly last year’s, years and figures apart.
 */
export const copiedSectionRule = defineAcrossRule({
  id: 'workspace/copied-section',
  catalogue: ['X04'],
  basis: ['practice'],
  severity: 'information',
  scope: 'years',
  matter: 'text',
  topics: [],
  *run({ earlier, later }) {
    const before = problemsOf(earlier);
    const now = problemsOf(later);
    if (!before?.minHashes || !now?.minHashes) {
      yield UNKNOWN;
      return;
    }
    if (!copiedSection({ earlier, later })) {
      yield HOLDS;
      return;
    }
    yield broken({
      message: 'workspace/copied-section',
      args: { year: earlier.year, value: Math.round(similarityOf(before.minHashes, now.minHashes) * 100) },
      report: later,
      place: now.place,
      stated: null,
      expected: null,
      terms: [],
      keys: ['problems'],
      related: [{ report: earlier, place: before.place, message: 'related.yearSection', args: { year: earlier.year } }],
    });
  },
});
