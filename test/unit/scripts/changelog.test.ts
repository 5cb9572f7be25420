import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

// Plain JavaScript, since scripts run without a build: imported without types.
const { follows, released } = (await import(new URL('../../../scripts/changelog.mjs', import.meta.url).href)) as {
  follows(version: string, before: string): boolean;
  released(log: string, version: string, day: string): { readonly log: string; readonly notes: string };
};

const LOG = '# 更新记录\n\n## [未发布 · Unreleased]\n\n### 新增\n\n- 甲。\n\n## [0.1.0]\n\n- 乙。\n';

describe('the change log of a release', () => {
  it('has what was unreleased below its version and day', () => {
    const { log, notes } = released(LOG, '0.2.0', '2026-07-01');
    expect(notes).toBe('### 新增\n\n- 甲。');
    expect(log).toBe(LOG.replace('Unreleased]\n', 'Unreleased]\n\n## [0.2.0] - 2026-07-01\n'));
    expect(() => released(log, '0.3.0', '2026-08-01')).toThrow('nothing is unreleased');
    expect(() => released(log, '0.2.0', '2026-08-01')).toThrow('already');
    expect(() => released('# 空\n', '0.2.0', '2026-08-01')).toThrow('no such heading');
  });

  it('of this repository can be made', () => {
    const log = readFileSync(resolve(import.meta.dirname, '../../../CHANGELOG.md'), 'utf8');
    const { notes } = released(log, '999.0.0', '2026-07-01');
    expect(log).toContain(notes);
  });

  it.each([
    ['0.1.1', true],
    ['0.2.0', true],
    ['1.0.0', true],
    ['0.1.0', false],
    ['0.0.9', false],
    ['0.2', false],
    ['0.02.0', false],
    ['v0.2.0', false],
    ['0.2.0-beta', false],
  ])('%s follows 0.1.0: %s', (version, does) => {
    expect(follows(version, '0.1.0')).toBe(does);
  });
});
