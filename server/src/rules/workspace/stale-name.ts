import { broken, defineAcrossRule, HOLDS } from '../support/across.ts';

/**
 * 还写着原来的单位名称。
 *
 * 单位改了名称（设置里写在同一单位名下，或同一文件夹推断为同一机关），报告的正文或落款还写着上年报告标题里的旧名称。
 *
 * 不报：
 * - 报告里说明了更名的。
 *
 * English: The text or the signature still bears the name under which the body reported last year. Silent where the
 * report speaks of the new name.
 */
export const staleName = defineAcrossRule({
  id: 'workspace/stale-name',
  catalogue: ['S09'],
  basis: ['practice'],
  severity: 'warning',
  scope: 'years',
  matter: 'text',
  topics: [],
  *run({ earlier, later, formerNames }) {
    if (later.says.some(({ kind }) => kind === 'renamed' || kind === 'reorganised')) return;
    const former = later.names.find(({ name }) => formerNames.has(name));
    if (!former) {
      if (formerNames.size > 0) yield HOLDS;
      return;
    }
    yield broken({
      message: 'workspace/stale-name',
      args: { found: former.name, name: later.body },
      report: later,
      place: former.place,
      stated: null,
      expected: null,
      terms: [],
      keys: [former.name],
      related: [{ report: earlier, place: earlier.title, message: 'related.yearReport', args: { year: earlier.year } }],
    });
  },
});
