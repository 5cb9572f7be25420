import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { readFormatFiles } from '../../../server/src/analysis/files/formatFile.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import { UNINTERRUPTED } from '../../../server/src/analysis/scheduler.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { tableForm } from '../../../server/src/features/tables/tableForm.ts';
import { BUILT_IN } from '../../../server/src/format/editionSet.ts';
import { ROW_ROLES } from '../../../server/src/format/roleNames.ts';
import type { TableSpec } from '../../../server/src/format/types.ts';
import { writeSentence } from '../../../server/src/model/writing/sentences.ts';
import { Source } from '../../../server/src/text/source.ts';
import { compareTexts, tell } from '../../support/across.ts';
import { BREAKS } from '../../support/acrossChanges.ts';
import { isEverythingTried } from '../../support/all.ts';
import { bodyYears, writeReport } from '../../support/bodyYears.ts';
import { readFixture } from '../../support/fixture.ts';
import { sourceFiles } from '../../support/sourceFiles.ts';
import { renamedEdition } from '../../support/renamedFormat.ts';

/** The built-in editions as a workspace's own, which extend nothing and call everything otherwise. */
const file = withoutBlanks({ editions: (['2007', '2019', '2021'] as const).map(renamedEdition) });
const { formats, problems } = readFormatFiles([{ uri: 'file:///own.json', text: file }]);
const OWN = { ...DEFAULT_SETTINGS, localFormats: formats };

/** A file has no blanks: a label that is not printed is left out. */
function withoutBlanks(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (each === '' ? undefined : each));
}

function snapshotOf(text: string, settings: typeof DEFAULT_SETTINGS): Snapshot {
  return new Snapshot('file:///draft.md', 1, new Source(text), settings);
}

async function found(snapshot: Snapshot): Promise<readonly string[]> {
  const { findings } = await snapshot.findings(UNINTERRUPTED);
  return findings.map(
    ({ severity, message, args, span }) => `${severity} ${message} ${JSON.stringify(args)} ${String(span.start)}`,
  );
}

describe('a format that extends nothing and says by roles what its parts are', () => {
  it('is sound', () => {
    expect([...problems.values()].flat().filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(formats.flatMap(({ editions }) => editions.map(({ id }) => id))).toEqual([
      'own-2007',
      'own-2019',
      'own-2021',
    ]);
  });

  it('has the rules of the built-in one', async () => {
    const paths = globSync('test/drafts/rules/**/*.md').sort();
    const drafts = paths
      .filter((_, i) => isEverythingTried || i % 8 === 0)
      .flatMap(path => readFixture(readFileSync(path, 'utf8')).map(draft => ({ path, ...draft })))
      .filter(({ switches }) => !switches.includes('formats'));
    let [own, count] = [0, 0];
    for (const { path, name, text } of drafts) {
      const [before, after] = [snapshotOf(text, DEFAULT_SETTINGS), snapshotOf(text, OWN)];
      const expected = await found(before);
      if (after.report.edition?.id.startsWith('own-') === true) own++;
      count += expected.length;
      expect(await found(after), `${path} ${name}`).toEqual(expected);
    }
    expect(own).toBeGreaterThan(20);
    expect(count).toBeGreaterThan(20);
  });

  it('is compared across reports as the built-in one', () => {
    let count = 0;
    for (const [i, change] of BREAKS.entries()) {
      if (!isEverythingTried && i % 3 > 0) continue;
      const reports = bodyYears('青禾县林业局', change.years, 1);
      if (change.change(reports, below => 1 % below) === false) continue;
      const drafts = Object.fromEntries(reports.map(report => [`${String(report.year)}.md`, writeReport(report)]));
      const before = compareTexts(drafts).findings;
      const after = compareTexts(drafts, OWN).findings;
      count += before.length;
      expect(after.map(tell)).toEqual(before.map(tell));
      expect(after.map(({ fingerprint }) => fingerprint)).toEqual(before.map(({ fingerprint }) => fingerprint));
    }
    expect(count).toBeGreaterThan(5);
  });

  it('has hovers, the table form and sentences of the built-in one', () => {
    const text = writeReport(bodyYears('青禾县林业局', [2024], 1)[0]!);
    const [before, after] = [snapshotOf(text, DEFAULT_SETTINGS), snapshotOf(text, OWN)];
    const cells = before.report.tables.flatMap(({ figures }) => [...figures.values()]);
    expect(cells.length).toBeGreaterThan(150);
    for (const { span } of cells.filter((_, i) => i % 5 === 0))
      expect(hover(after, span.start, 'zh-CN')).toEqual(hover(before, span.start, 'zh-CN'));
    const form = (snapshot: Snapshot) =>
      tableForm(snapshot, 'zh-CN').tables.map(table => JSON.stringify(table).replaceAll('chapter-', ''));
    expect(form(after)).toEqual(form(before));
    for (const kind of ['requests', 'proactive', 'cases'] as const)
      expect(writeSentence(after.report, kind)).toBe(writeSentence(before.report, kind));
  });
});

/** Where ids of the built-in tables, editions, kinds and equations stand outside their files, and why. */
const REASONS: Readonly<Record<string, string>> = {
  'server/src/format/roles.ts': 'what the tables of a role are called in all editions',
  'server/src/format/editionIds.ts': 'the ids themselves: the client bundles them and no edition',
  'server/src/format/kind.ts': 'the first kind, whose reports the program was made for',
  'server/src/statutes/data/format-2019.ts': 'a year of another meaning: the version of a notice',
  'server/src/statutes/data/fazhi-gangyao-2021.ts': 'a year of another meaning: when a document was made',
  'server/src/rules/totals/equationRules.ts': 'the catalogue: which rule reports which equation',
  'server/src/rules/totals/outcomes.ts': 'the catalogue: equations that are told in words of their own',
  'client/src/review/page.ts': 'tables to choose from, each with words of its own in the page',
};

describe('ids of the built-in formats', () => {
  it('are named where there is a reason, and rules ask for roles', () => {
    const ids = new Set(
      BUILT_IN.editions.flatMap(({ id, kind, tables }) => [
        id,
        kind.id,
        ...tables.flatMap(table => [table.id, ...table.equations.map(equation => equation.id)]),
      ]),
    );
    const named = sourceFiles('server/src', 'client/src')
      .filter(({ path }) => !/^server\/src\/(?:format\/data|messages)\//.test(path))
      .filter(({ text }) =>
        text
          .split('\n')
          .filter(line => !/^\s*(?:\*|\/\/|basis:|catalogue:)/.test(line))
          .some(line =>
            Array.from(line.matchAll(/'([^']*)'/g), ([, literal = '']) => literal).some(each => ids.has(each)),
          ),
      );
    expect(named.map(({ path }) => path).sort()).toEqual(Object.keys(REASONS).sort());
  });

  it('of rows that no role names are asked for by nobody', () => {
    const keys = (tables: readonly TableSpec[]) =>
      tables.flatMap(({ parts }) => parts.flatMap(({ rows }) => rows.map(({ key }) => key)));
    const roles = new Set(ROW_ROLES);
    const others = keys(BUILT_IN.tables.filter(({ role }) => role === undefined)).filter(key => !roles.has(key));
    // Words that mean other things elsewhere in the program.
    const telling = others.filter(key => /[a-z][A-Z]|\d/.test(key));
    expect(telling.length).toBeGreaterThan(20);
    for (const { path, text } of sourceFiles('server/src').filter(({ path: each }) => !each.includes('/data/')))
      expect(
        telling.filter(key => text.includes(`'${key}'`)),
        path,
      ).toEqual([]);
  });
});
