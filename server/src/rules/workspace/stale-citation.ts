import { broken, defineAcrossRule, HOLDS } from '../support/across.ts';

/**
 * 引用的还是上年的编制通知。
 *
 * 编制年报的通知每年一发，题名里写着年份。本年报告引用的，就是上年报告引用过、题名写着上年年份的那一份，多半忘了更新。
 *
 * 不报：
 * - 题名不带年份的长期文件；上年报告没有引用同一份的。
 *
 * English: The notice on compiling the reports that is cited here is the one that last year’s report cites, with last
 * year’s year in its title.
 */
export const staleCitation = defineAcrossRule({
  id: 'workspace/stale-citation',
  catalogue: ['S11'],
  basis: ['practice'],
  severity: 'warning',
  scope: 'years',
  matter: 'text',
  topics: [],
  *run({ earlier, later }) {
    const told = new Set<string>();
    for (const { title, year, place } of later.citations) {
      if (told.has(title)) continue;
      told.add(title);
      const before = earlier.citations.find(each => each.title === title && each.year === year);
      if (!before || year !== earlier.year) {
        yield HOLDS;
        continue;
      }
      yield broken({
        message: 'workspace/stale-citation',
        args: { found: year, year: later.year },
        report: later,
        place,
        stated: year,
        expected: later.year,
        terms: [],
        keys: [title],
        related: [
          { report: earlier, place: before.place, message: 'related.yearCitation', args: { year: earlier.year } },
        ],
      });
    }
  },
});
