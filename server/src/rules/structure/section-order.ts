import type { Section } from '../../model/report.ts';
import { numberToChinese } from '../../text/numerals.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 各部分次序与格式不一致。
 *
 * 2019年、2021年格式的次序固定为一至六。只报告离开原位的部分，其余部分不重复报告。
 *
 * 不报：
 * - 2007年条例时期的报告：各省提纲不同。
 * - 第一部分之前的引言。
 *
 * English: A part stands out of the prescribed order. Reports under the regulation of 2007 and a preface before part
 * one are fine.
 */
export const sectionOrder = defineRule({
  id: 'structure/section-order',
  catalogue: ['S02'],
  basis: ['edition:2019', 'edition:2021'],
  severity: 'warning',
  kinds: 'every',
  scope: 'report',
  *run({ report }) {
    const { edition } = report;
    if (!edition?.isPrescribed) return;
    const placeOf = (section: Section) => edition.sections.findIndex(({ id }) => id === section.id);
    const seen = new Set<string>();
    const known = report.sections.filter(section => {
      if (section.id === null || seen.has(section.id)) return false;
      seen.add(section.id);
      return true;
    });
    const ordered = longestRise(known.map(placeOf));
    for (const [i, section] of known.entries()) {
      if (ordered.has(i)) continue;
      const official = placeOf(section);
      const before = known.findLast((other, j) => ordered.has(j) && placeOf(other) < official);
      yield finding(section.titleSpan, {
        message: 'structure/section-order',
        args: { title: section.title, ordinal: official + 1, numeral: numberToChinese(official + 1) },
        related: before
          ? [{ span: before.titleSpan, message: 'related.precedingSection', args: { title: before.title } }]
          : [],
      });
    }
  },
});

/** Indices of a longest rising run of values; what is not in it stands out of order. */
function longestRise(values: readonly number[]): ReadonlySet<number> {
  const best: number[][] = [];
  for (const [i, value] of values.entries()) {
    let run: number[] = [];
    for (let j = 0; j < i; j++) {
      const other = best[j];
      if (other && (values[j] ?? Infinity) < value && other.length > run.length) run = other;
    }
    best.push([...run, i]);
  }
  return new Set(best.reduce<number[]>((longest, run) => (run.length > longest.length ? run : longest), []));
}
