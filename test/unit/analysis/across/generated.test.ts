import { describe, expect, it } from 'vitest';
import { compareTexts, tell } from '../../../support/across.ts';
import { BREAKS, HARMLESS, type AcrossBreak, type AcrossChange } from '../../../support/acrossChanges.ts';
import { bodyYears, WHOLE_LAYOUTS, writeReport, type BodyYear } from '../../../support/bodyYears.ts';

const SEEDS = Array.from({ length: Number(process.env['ACROSS_SEEDS'] ?? 2) }, (_, i) => i + 1);

/** The reports of a seed with a change, as drafts in various layouts; undefined where it does not apply. */
function changed(change: AcrossChange | AcrossBreak, seed: number): Record<string, string> | undefined {
  const reports = bodyYears('青禾县林业局', change.years, seed);
  if (change.change(reports, below => seed % below) === false) return undefined;
  return drafts(reports, seed, 'needsColumns' in change ? ['pipe', 'html'] : WHOLE_LAYOUTS);
}

function drafts(reports: readonly BodyYear[], seed: number, layouts = WHOLE_LAYOUTS): Record<string, string> {
  return Object.fromEntries(
    reports.map((report, i) => [
      `${String(report.year)}.md`,
      writeReport(report, layouts[(seed * 5 + i * 3) % layouts.length]),
    ]),
  );
}

describe('reports that agree', () => {
  it.each(SEEDS)('seed %i: nothing is found in any layout', seed => {
    const years = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024];
    expect(compareTexts(drafts(bodyYears('青禾县林业局', years, seed), seed)).findings.map(tell)).toEqual([]);
  });

  it.each(HARMLESS.map(change => [change.name, change] as const))('%s: neither error nor warning', (_, change) => {
    for (const seed of SEEDS) {
      const texts = changed(change, seed);
      if (!texts) continue;
      const loud = compareTexts(texts).findings.filter(
        ({ severity }) => severity === 'error' || severity === 'warning',
      );
      expect(loud.map(tell)).toEqual([]);
    }
  });
});

describe('reports with one mistake', () => {
  it.each(BREAKS.map(change => [change.name, change] as const))('%s: it is told once', (_, change) => {
    let told = 0;
    for (const seed of SEEDS) {
      const texts = changed(change, seed);
      if (!texts) continue;
      const { findings } = compareTexts(texts);
      expect(
        findings.map(({ rule }) => rule),
        findings.map(tell).join('\n'),
      ).toHaveLength(1);
      expect(change.rules).toContain(findings[0]!.rule);
      expect(findings[0]!.related.some(({ report }) => report !== findings[0]!.report)).toBe(true);
      told++;
    }
    expect(told).toBeGreaterThan(0);
  });
});
