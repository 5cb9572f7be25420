import { describe, expect, it } from 'vitest';
import { compare } from '../../../../server/src/analysis/across/compare.ts';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { LazySummaries, parseSummary, summaryLine } from '../../../../server/src/model/summary/lazySummary.ts';
import type { Summary } from '../../../../server/src/model/summary/summary.ts';
import { ACROSS_RULES } from '../../../../server/src/rules/acrossRules.ts';
import { summaryOfText, tell } from '../../../support/across.ts';
import { bodyYears, writeReport } from '../../../support/bodyYears.ts';

const options = { settingsOf: () => DEFAULT_SETTINGS };

/** Summaries of two bodies and their government over four years, with some slips. */
function summaries(): Summary[] {
  return ['青禾县林业局', '青禾县教育局', '青禾县人民政府'].flatMap((name, i) => {
    const reports = bodyYears(name, [2021, 2022, 2023, 2024], i + 1, i === 2 ? 40 : 9);
    const row = reports[2]!.tables['t2.disclosure']!['normativeDocuments']!;
    row['effective'] = Number(row['effective']) + 3;
    return reports.map(report => summaryOfText(`${name}${String(report.year)}.md`, writeReport(report)));
  });
}

describe('comparing', () => {
  const all = summaries();
  const whole = compare(all, options);

  it('does not depend on the order of the reports', () => {
    expect(whole.findings.length).toBeGreaterThan(0);
    for (const step of [5, 7, 11]) {
      const shuffled = all.map((_, i) => all[(i * step) % all.length]!);
      const again = compare(shuffled, options);
      expect(again.findings.map(tell)).toEqual(whole.findings.map(tell));
      expect(again.comparisons).toEqual(whole.comparisons);
    }
  });

  it('finds the same in summaries that were written and read back, a few at a time', () => {
    const lazy = new LazySummaries(2);
    const read = all.map(summary => lazy.add(new TextEncoder().encode(summaryLine(summary)))!);
    for (const [i, summary] of read.entries()) expect({ ...parts(summary) }).toEqual(parts(all[i]!));
    const again = compare(read, options);
    expect(again.findings.map(tell)).toEqual(whole.findings.map(tell));
    expect(again.comparisons).toEqual(whole.comparisons);
  });

  it('takes back what it found when a neighbour is mended, and finds it again when it is not', () => {
    const at = all.findIndex(({ path }) => path === '青禾县林业局2023.md');
    const mended = bodyYears('青禾县林业局', [2021, 2022, 2023, 2024], 1, 9)[2]!;
    const changed = all.with(at, summaryOfText('青禾县林业局2023.md', writeReport(mended)));
    const fewer = compare(changed, options).findings.map(tell);
    expect(fewer.length).toBe(whole.findings.length - 1);
    expect(whole.findings.map(tell)).toEqual(expect.arrayContaining(fewer));
    expect(compare(changed.with(at, all[at]!), options).findings.map(tell)).toEqual(whole.findings.map(tell));
  });

  it('says of each pair what became of every rule', () => {
    for (const { kind, rules, skipped } of whole.comparisons) {
      const told = [...Object.keys(rules), ...skipped.map(({ rule }) => rule)].sort();
      expect(told).toEqual(
        ACROSS_RULES.filter(({ scope }) => scope === kind)
          .map(({ id }) => id)
          .sort(),
      );
    }
  });

  it('goes on without a rule that fails', () => {
    const [first] = ACROSS_RULES;
    const failing = {
      ...first!,
      run() {
        throw new Error('struck by lightning');
      },
    } as unknown as (typeof ACROSS_RULES)[number];
    const { failures, findings } = compare(all, { ...options, rules: [failing, ...ACROSS_RULES.slice(1)] });
    expect(failures).toEqual([{ rule: first!.id, error: new Error('struck by lightning') }]);
    expect(findings.map(({ rule }) => rule)).toContain('workspace/in-force');
  });

  it('keeps fingerprints when files are renamed, and changes them with a figure', () => {
    const renamed = compare(
      all.map(summary => ({ ...summary, path: `x/${summary.path}` })),
      options,
    );
    expect(renamed.findings.map(({ fingerprint }) => fingerprint)).toEqual(
      whole.findings.map(({ fingerprint }) => fingerprint),
    );
    expect(new Set(whole.findings.map(({ fingerprint }) => fingerprint)).size).toBe(whole.findings.length);
  });

  it('a line that is no summary is none', () => {
    for (const line of ['', '{}', 'null', '[1]', '{"version":1}', JSON.stringify({ ...all[0], version: 0 }), '\u0000'])
      expect(parseSummary(line)).toBeUndefined();
  });

  it('a summary takes no more than 16 KB for a report of ten', () => {
    for (const summary of all) expect(new TextEncoder().encode(summaryLine(summary)).length).toBeLessThan(16_000);
  });
});

function parts(summary: Summary): Record<string, unknown> {
  const { version, hash, path, body, bodyKey, group, title, year, edition, scope } = summary;
  const { tables, statements, changes, sections, says, names, citations, silenced } = summary;
  return {
    ...{ version, hash, path, body, bodyKey, group, title, year, edition, scope },
    ...{ tables, statements, changes, sections, says, names, citations, silenced },
  };
}
