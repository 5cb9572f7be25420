import { describe, expect, it } from 'vitest';
import { compare } from '../../../server/src/analysis/across/compare.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../server/src/analysis/files/settings.ts';
import { Cancelled, UNINTERRUPTED } from '../../../server/src/analysis/scheduler.ts';
import { LazySummaries, summaryLine } from '../../../server/src/model/summary/lazySummary.ts';
import type { Summary } from '../../../server/src/model/summary/summary.ts';
import { ReportComparison } from '../../../server/src/workspace/reportComparison.ts';
import { settingsFrom, summaryOfText, tell } from '../../support/across.ts';
import { bodyYears, writeReport, type BodyYear } from '../../support/bodyYears.ts';

const NOBODY: ReadonlySet<string> = new Set();

/** Reports of a county and two of its offices on three years, with slips. */
function reports(): Map<string, Summary> {
  const all: BodyYear[] = [
    ...bodyYears('青禾县人民政府', [2022, 2023, 2024], 1, 60),
    ...bodyYears('青禾县林业局', [2022, 2023, 2024], 2),
    ...bodyYears('青禾县水务局', [2022, 2023, 2024], 3),
    ...bodyYears('青禾县教育局', [2023, 2024], 4),
  ];
  all[4]!.tables['t2.disclosure']!['normativeDocuments']!['effective'] = 500;
  all[8]!.tables['t3.requests']!['carriedIn']!['total'] = 77;
  return new Map(
    all.map(report => {
      const path = `file:///w/${report.body}/${String(report.year)}年报.md`;
      return [path, summaryOfText(path, writeReport(report))];
    }),
  );
}

const lines = (comparison: ReportComparison, paths: Iterable<string>) =>
  [...paths].flatMap(path => comparison.reportAt(path).findings.map(tell)).sort();

/** What comparing everything at once says. */
const atOnce = (summaries: Iterable<Summary>, settings: Settings = DEFAULT_SETTINGS) =>
  compare([...summaries], { settingsOf: () => settings })
    .findings.map(tell)
    .sort();

async function filled(summaries: ReadonlyMap<string, Summary>, settings = DEFAULT_SETTINGS): Promise<ReportComparison> {
  const comparison = new ReportComparison();
  for (const [path, summary] of summaries) comparison.set(path, summary, settings);
  await comparison.update(UNINTERRUPTED, NOBODY, () => {});
  return comparison;
}

describe('reports that are compared again and again', () => {
  it('say what comparing all of them at once says, in whatever order they come', async () => {
    const summaries = reports();
    const expected = atOnce(summaries.values());
    expect(expected.length).toBeGreaterThan(2);
    const backwards = new ReportComparison();
    for (const [path, summary] of [...summaries].reverse()) {
      backwards.set(path, summary, DEFAULT_SETTINGS);
      await backwards.update(UNINTERRUPTED, NOBODY, () => {});
    }
    expect(lines(backwards, summaries.keys())).toEqual(expected);
    expect(lines(await filled(summaries), summaries.keys())).toEqual(expected);
  });

  it('say it of lines as of objects', async () => {
    const lazy = new LazySummaries(2);
    const summaries = new Map([...reports()].map(([path, each]) => [path, lazy.add(summaryLine(each))!]));
    expect(lines(await filled(summaries), summaries.keys())).toEqual(atOnce(reports().values()));
  });

  it('say as before when a neighbour was changed, taken out, and is as it was', async () => {
    const summaries = reports();
    const comparison = await filled(summaries);
    const before = lines(comparison, summaries.keys());
    for (const [path, summary] of summaries) {
      const changed: string[] = [];
      comparison.set(path, summaryOfText(path, '# 青禾县林业局2024年政府信息公开工作年度报告\n'), DEFAULT_SETTINGS);
      await comparison.update(UNINTERRUPTED, NOBODY, () => {});
      comparison.set(path, undefined, DEFAULT_SETTINGS);
      await comparison.update(UNINTERRUPTED, NOBODY, paths => changed.push(...paths));
      comparison.set(path, summary, DEFAULT_SETTINGS);
      await comparison.update(UNINTERRUPTED, NOBODY, () => {});
      expect(lines(comparison, summaries.keys()), path).toEqual(before);
    }
  });

  it('name those of which something else is said, and only those', async () => {
    const summaries = reports();
    const comparison = await filled(summaries);
    const pathOf = (year: number) => `file:///w/青禾县林业局/${String(year)}年报.md`;
    const path = pathOf(2022);
    const [report] = bodyYears('青禾县林业局', [2022, 2023, 2024], 2);
    const changed = new Set<string>();
    const update = (text: string) => {
      changed.clear();
      comparison.set(path, summaryOfText(path, text), DEFAULT_SETTINGS);
      return comparison.update(UNINTERRUPTED, new Set([path]), paths => paths.forEach(each => changed.add(each)));
    };
    await update(writeReport(report!));
    expect([...changed]).toEqual([]);
    await update(`\n${writeReport(report!)}`);
    // Its places moved: a finding of the later report names one of them, and one of the last report; one of the body
    // above names them, and those of the bodies below it.
    expect([...changed].sort()).toEqual(
      [
        ...[2022, 2023, 2024].map(pathOf),
        'file:///w/青禾县人民政府/2022年报.md',
        'file:///w/青禾县水务局/2022年报.md',
      ].sort(),
    );
    expect(comparison.neighboursOf(path)?.years.map(({ year }) => year)).toEqual([2022, 2023, 2024]);
    expect(comparison.neighboursOf(path)?.above?.body).toBe('青禾县人民政府');
  });

  it('say of some of the reports nothing that is not said of all of them', async () => {
    const summaries = reports();
    /** Rule and report of each finding; and the other reports that it is about. */
    const said = (comparison: ReportComparison) =>
      [...summaries.keys()]
        .flatMap(path => comparison.reportAt(path).findings)
        .map(({ rule, report: { path }, related }) => ({
          rule,
          path,
          others: related.map(({ report }) => report.path),
        }));
    const all = said(await filled(summaries));
    let count = 0;
    for (let size = 2; size < 9; size++) {
      const some = new Map([...summaries].filter((_, i) => (i * 7 + size) % 9 < size));
      for (const { rule, path } of said(await filled(some))) {
        count++;
        // What is wrong in the middle of three years is told there as soon as all three are known.
        expect(
          all.some(each => each.rule === rule && [each.path, ...each.others].includes(path)),
          `${rule} ${path}`,
        ).toBe(true);
      }
    }
    expect(count).toBeGreaterThan(5);
  });

  it('follow their settings', async () => {
    const summaries = reports();
    const comparison = await filled(summaries);
    const settings = settingsFrom({ severities: { 'workspace/in-force': 'off' } });
    for (const [path, summary] of summaries) comparison.set(path, summary, settings);
    expect(comparison.needsUpdate).toBe(true);
    await comparison.update(UNINTERRUPTED, NOBODY, () => {});
    expect(lines(comparison, summaries.keys())).toEqual(atOnce(summaries.values(), settings));
  });

  it('give up when they are told to, and go on where they were', async () => {
    const summaries = reports();
    const comparison = new ReportComparison();
    for (const [path, summary] of summaries) comparison.set(path, summary, DEFAULT_SETTINGS);
    let left = 3;
    const scheduler = {
      yieldIfNeeded: () => {
        if (left-- === 0) throw new Cancelled();
        return undefined;
      },
    };
    await expect(comparison.update(scheduler, NOBODY, () => {})).rejects.toThrow(Cancelled);
    expect(comparison.needsUpdate).toBe(true);
    await comparison.update(UNINTERRUPTED, NOBODY, () => {});
    expect(lines(comparison, summaries.keys())).toEqual(atOnce(summaries.values()));
  });

  it('know the newest year that is not in the future', async () => {
    const comparison = await filled(reports());
    expect([comparison.newestYear(2030), comparison.newestYear(2023), comparison.newestYear(2000)]).toEqual([
      2024,
      2023,
      null,
    ]);
  });
});
