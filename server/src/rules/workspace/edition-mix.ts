import { broken, defineAcrossRule, HOLDS } from '../support/across.ts';

/**
 * 同一年各单位用的格式不同。
 *
 * 一个政府同一年的各下级单位应当用同一种格式。少数单位用了别的年份的格式，汇总时对不上。
 *
 * 不报：
 * - 看不出格式的。
 *
 * English: The bodies below one government use different editions of the format in one year.
 */
export const editionMix = defineAcrossRule({
  id: 'workspace/edition-mix',
  catalogue: ['U03'],
  basis: ['practice'],
  severity: 'information',
  scope: 'levels',
  *run({ children }) {
    const used = children.flatMap(({ report }) => {
      const tables = Object.values(report.tables).filter(({ edition }) => edition !== report.edition);
      const edition = tables[0]?.edition ?? report.edition;
      return edition === null ? [] : [{ report, edition }];
    });
    const counts = new Map<string, number>();
    for (const { edition } of used) counts.set(edition, (counts.get(edition) ?? 0) + 1);
    const [usual] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? 1 : -1));
    for (const { report, edition } of used) {
      if (!usual || edition === usual[0]) {
        yield HOLDS;
        continue;
      }
      const other = used.find(each => each.edition === usual[0]);
      yield broken({
        message: 'workspace/edition-mix',
        args: { edition, other: usual[0], count: usual[1] },
        report,
        place: report.title,
        stated: null,
        expected: null,
        terms: [],
        keys: [edition, usual[0]],
        related: other
          ? [
              {
                report: other.report,
                place: other.report.title,
                message: 'related.unitReport',
                args: { body: other.report.body },
              },
            ]
          : [],
      });
    }
  },
});
