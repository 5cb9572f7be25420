import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare, type Compared } from '../../../server/src/analysis/across/compare.ts';
import type { KeptComparisons } from '../../../server/src/analysis/across/compareOptions.ts';
import type { Settings } from '../../../server/src/analysis/files/settings.ts';
import { Cache } from '../../../server/src/cli/cache.ts';
import { ComparisonCache } from '../../../server/src/cli/comparisonCache.ts';
import { headOf, LazySummaries, summaryLine } from '../../../server/src/model/summary/lazySummary.ts';
import type { Summary } from '../../../server/src/model/summary/summary.ts';
import { summaryOfText } from '../../support/across.ts';
import { readWorkspaces, type WorkspaceFixture } from '../../support/workspaceFixture.ts';

const FOLDER = resolve(import.meta.dirname, '../../workspaces');
const fixtures = readdirSync(FOLDER).flatMap(name => readWorkspaces(readFileSync(join(FOLDER, name), 'utf8')));

const summaryOfDraft = memoise(summaryOfText);

/** The same draft is read once. */
function memoise(read: typeof summaryOfText): (path: string, text: string, settings: Settings) => Summary {
  const known = new Map<Settings, Map<string, Summary>>();
  return (path, text, settings) => {
    const ofSettings = known.get(settings) ?? new Map<string, Summary>();
    known.set(settings, ofSettings);
    const key = `${path}\n${text}`;
    const summary = ofSettings.get(key) ?? read(path, text, settings);
    ofSettings.set(key, summary);
    return summary;
  };
}

/** What is reported and told, reports by their paths. */
function said({ findings, comparisons, toldInside, bodies }: Compared): unknown {
  const shown: unknown = JSON.parse(
    JSON.stringify([findings, comparisons, toldInside, bodies.map(({ id }) => id)], (key, value: unknown) =>
      key === 'report' ? (value as Summary).path : value,
    ),
  );
  return shown;
}

/** Counts what was not known. */
class Counting implements KeptComparisons {
  missed = 0;
  known = 0;
  constructor(private readonly cache: KeptComparisons) {}

  begin(bodies: Parameters<KeptComparisons['begin']>[0]) {
    this.cache.begin(bodies);
  }
  find(job: Parameters<KeptComparisons['find']>[0]) {
    const found = this.cache.find(job);
    if (found) this.known++;
    else this.missed++;
    return found;
  }
  add(...given: Parameters<KeptComparisons['add']>) {
    this.cache.add(...given);
  }
}

describe('what comparing gave, kept between runs', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'comparisons-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Compares as a run does that begins with what the last one has written. */
  function run(
    { files, settings }: WorkspaceFixture,
    change: (path: string, text: string) => string = (_, text) => text,
  ) {
    const cache = new Cache(folder, import.meta.filename);
    const lazy = new LazySummaries();
    const lines = new Map<Summary, Uint8Array>();
    const summaries = [...files].map(([path, { text }]) => {
      const summary = summaryOfDraft(path, change(path, text), settings);
      const line = Buffer.from(summaryLine(summary));
      const read = lazy.add(line, headOf(summary))!;
      lines.set(read, line);
      return read;
    });
    const kept = new Counting(
      new ComparisonCache(cache, report => {
        const line = lines.get(report);
        return line && { line, head: headOf(report) };
      }),
    );
    const compared = compare(summaries, { settingsOf: () => settings, kept });
    cache.save();
    return { said: said(compared), kept, fresh: said(compare(summaries, { settingsOf: () => settings })) };
  }

  it('is the same again, of every rule', () => {
    const rules = new Set<string>();
    for (const fixture of fixtures) {
      const first = run(fixture);
      const again = run(fixture);
      expect(first.said, fixture.name).toEqual(first.fresh);
      expect(again.said, fixture.name).toEqual(first.fresh);
      expect(again.kept.missed, fixture.name).toBe(0);
      for (const { rule } of (again.said as [{ rule: string }[]])[0]) rules.add(rule);
    }
    expect(rules.size).toBeGreaterThan(12);
  });

  it('is made anew where a report has changed, or another one of its group', () => {
    let missed = 0;
    for (const fixture of fixtures)
      for (const changed of fixture.files.keys()) {
        run(fixture);
        const now = run(fixture, (path, text) => (path === changed ? text.replace(/\d(?=[^\d年月日]*\n)/, '7') : text));
        expect(now.said, `${fixture.name}, ${changed}`).toEqual(now.fresh);
        missed += now.kept.missed;
      }
    expect(missed).toBeGreaterThan(fixtures.length);
  });
});
