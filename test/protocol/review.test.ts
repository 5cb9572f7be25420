import type { DecisionsChange } from '../../server/src/analysis/files/decision.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { FileChangeType, type Diagnostic } from 'vscode-languageserver/node';
import {
  BODY_YEARS_REQUEST,
  DECIDE_COMMAND,
  REVIEW_CHANGE_REQUEST,
  REVIEW_COMMENTS_REQUEST,
  REVIEW_EXPORT_REQUEST,
  REVIEW_FILE_REQUEST,
  REVIEW_LETTERS_REQUEST,
  REVIEW_REMAINS_REQUEST,
  ROLL_UP_REQUEST,
  type BodyYears,
  type PlacedCommentRecord,
  type ReviewChangeResult,
  type ReviewExport,
  type ReviewFile,
  type ReviewLetter,
  type ReviewRemains,
  type RollUp,
} from '../../server/src/protocol/review.ts';
import {
  CHECK_ALL_REQUEST,
  WORKSPACE_FIGURES_REQUEST,
  WORKSPACE_FINDINGS_REQUEST,
  WORKSPACE_REPORTS_REQUEST,
  type FiguresResult,
  type WorkspaceFinding,
  type WorkspaceReportsResult,
} from '../../server/src/protocol/workspace.ts';
import { bodyYears, writeReport, type BodyYear } from '../support/bodyYears.ts';
import { FULL, LanguageClient, OUR_OPTIONS } from '../support/languageClient.ts';
import { memoryHost } from '../support/memoryHost.ts';

const FOLDER = 'file:///w';
const DECISIONS = `${FOLDER}/.annual-report-decisions.json`;
const uriOf = ({ body, year }: BodyYear) => `${FOLDER}/${encodeURIComponent(body)}/${String(year)}.md`;

let client: LanguageClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

/** Two offices of a county and the county: what the first one took over in 2024 is one less than it carried over. */
function county() {
  const [first, second, third] = bodyYears('青禾县林业局', [2022, 2023, 2024], 7);
  for (const row of ['newReceived', 'carriedOut'])
    for (const column of ['naturalPerson', 'total']) {
      const cells = second!.tables['t3.requests']![row]!;
      cells[column] = Number(cells[column]) + 1;
    }
  const others = bodyYears('青禾县水利局', [2023, 2024], 11);
  const above = bodyYears('青禾县人民政府', [2024], 3, 60);
  const reports = [first!, second!, third!, ...others, ...above];
  return { third: third!, water: others[1]!, above: above[0]!, reports };
}

async function start(files: Map<string, string>) {
  client = await LanguageClient.start({
    capabilities: FULL,
    settings: () => null,
    host: memoryHost(files, () => new Date('2025-01-20')),
    initialization: {
      workspaceFolders: [{ uri: FOLDER, name: 'w' }],
      initializationOptions: { status: true },
    },
  });
  const each = client;
  await each.connection.sendRequest(CHECK_ALL_REQUEST, {});
  await each.until(() => {
    const status = each.workspaceStatuses.at(-1);
    return (status?.reports ?? 0) > 0 && status?.waiting === 0 && status.unchecked === 0 ? true : undefined;
  });
  return each;
}

const files = () => new Map(county().reports.map(report => [uriOf(report), writeReport(report)]));
const ask = <T>(each: LanguageClient, method: string, params: object) => each.connection.sendRequest<T>(method, params);
const findingsOf = (each: LanguageClient, report: BodyYear) =>
  ask<WorkspaceFinding[]>(each, WORKSPACE_FINDINGS_REQUEST, { uri: uriOf(report) });

/** Has a change written into the file with decisions. */
async function write(each: LanguageClient, held: Map<string, string>, change: DecisionsChange): Promise<void> {
  const text = held.get(DECISIONS) ?? '';
  const result = await ask<ReviewChangeResult>(each, REVIEW_CHANGE_REQUEST, { text, change });
  if (result.kind !== 'text') throw new Error(result.sentence);
  held.set(DECISIONS, result.text);
  const before = each.workspaceStatuses.length;
  await each.filesChanged({ uri: DECISIONS, type: FileChangeType.Changed });
  await each.until(() => (each.workspaceStatuses.length > before ? true : undefined));
}

const decided = { verdict: 'accepted', who: '周审', why: '机构改革，已核实', on: '2025-01-20' } as const;

describe('decisions', () => {
  test('put a finding aside that was accepted, in all that is shown, until the figure changes', async () => {
    const held = files();
    const { third } = county();
    const each = await start(held);
    const [found] = (await findingsOf(each, third)).filter(({ rule }) => rule === 'workspace/carry-over');
    expect(found?.where).toMatch(/^第三部分·表三·.*结转/);
    const countsNow = async () => {
      const { folders } = await ask<WorkspaceReportsResult>(each, WORKSPACE_REPORTS_REQUEST, {});
      return folders[0]?.bodies.find(({ name }) => name === third.body)?.reports.find(({ year }) => year === 2024)
        ?.counts;
    };
    const before = await countsNow();
    const { rule, fingerprint } = found!;
    await write(each, held, { kind: 'decide', decision: { rule, fingerprint, ...decided } });
    expect(await countsNow()).toMatchObject({ errors: before!.errors - 1, accepted: 1 });
    expect((await findingsOf(each, third)).find(({ rule: other }) => other === rule)?.decision).toEqual(decided);
    // Opened, it has no such diagnostic either.
    await each.open(uriOf(third), held.get(uriOf(third))!);
    const shown = await each.pull(uriOf(third));
    const codes = (items: readonly Diagnostic[]) => items.map(({ code }) => code);
    expect(shown.kind === 'full' && codes(shown.items)).not.toContain('workspace/carry-over');
    // Withdrawn, it counts again.
    await write(each, held, { kind: 'withdraw', decisions: [{ rule, fingerprint }] });
    expect(await countsNow()).toMatchObject({ errors: before!.errors, accepted: 0 });
    const again = await each.pull(uriOf(third), shown.resultId);
    expect(again.kind === 'full' && codes(again.items)).toContain('workspace/carry-over');
  });

  test('of a finding inside a report hold for that report alone, not for the same slip of another one', async () => {
    const { third, water } = county();
    const held = files();
    for (const report of [third, water])
      held.set(uriOf(report), writeReport(report).replace('政府信息公开条例', '政府信息公开条列'));
    const each = await start(held);
    const slips = await findingsOf(each, third);
    const slip = slips.find(({ rule }) => !rule.startsWith('workspace/'))!;
    const { path } = await ask<ReviewFile>(each, REVIEW_FILE_REQUEST, { uri: uriOf(third) });
    expect(path).toBe(`${third.body}/2024.md`);
    const { rule, fingerprint } = slip;
    await write(each, held, { kind: 'decide', decision: { rule, fingerprint, path, ...decided } });
    const verdicts = async (report: BodyYear) =>
      (await findingsOf(each, report)).filter(other => other.fingerprint === fingerprint).map(other => other.decision);
    expect(await verdicts(third)).toEqual([decided]);
    expect(await verdicts(water)).toEqual([undefined]);
  });

  test('that nothing fits any more are named, and files that are not understood', async () => {
    const held = files();
    const { third } = county();
    const each = await start(held);
    const gone = { rule: 'totals/row-total', fingerprint: 'none', path: `${third.body}/2024.md` };
    await write(each, held, { kind: 'decide', decision: { ...gone, ...decided } });
    const { unused } = await ask<ReviewRemains>(each, REVIEW_REMAINS_REQUEST, {});
    expect(unused).toMatchObject([{ ...gone, ...decided, file: DECISIONS }]);
    held.set(DECISIONS, '{ "decisions": [{ "rule": 1 }] }');
    const before = each.workspaceStatuses.length;
    await each.filesChanged({ uri: DECISIONS, type: FileChangeType.Changed });
    await each.until(() => (each.workspaceStatuses.length > before ? true : undefined));
    expect(await ask<ReviewRemains>(each, REVIEW_REMAINS_REQUEST, {})).toEqual({
      unused: [],
      faults: [{ file: DECISIONS, detail: 'decisions[0]' }],
    });
    const text = held.get(DECISIONS)!;
    expect(
      await ask<ReviewChangeResult>(each, REVIEW_CHANGE_REQUEST, { text, change: { kind: 'deleteComment', index: 0 } }),
    ).toMatchObject({ kind: 'refused' });
  });
});

describe('comments', () => {
  test('stand at their words, and are told as lost where these are gone', async () => {
    const held = files();
    const { third } = county();
    const each = await start(held);
    const comment = {
      path: `${third.body}/2024.md`,
      body: third.body,
      year: 2024,
      quote: '总体情况',
      before: '',
      text: '请补充重点领域公开情况',
      who: '周审',
      on: '2025-01-20',
      done: false,
    };
    await write(each, held, { kind: 'comment', comment });
    await each.open(uriOf(third), held.get(uriOf(third))!);
    await each.pull(uriOf(third));
    const placed = () => ask<PlacedCommentRecord[]>(each, REVIEW_COMMENTS_REQUEST, { uri: uriOf(third) });
    const [found] = await placed();
    expect(found).toMatchObject({ comment, file: DECISIONS, index: 0 });
    expect(found?.range).not.toBeNull();
    await each.change(uriOf(third), 2, held.get(uriOf(third))!.replaceAll('总体情况', '情况'));
    await each.pull(uriOf(third));
    expect(await placed()).toMatchObject([{ comment, range: null }]);
  });
});

describe('tables of units', () => {
  test('say of which body several reports differ: one of them is in the sums', async () => {
    const { third } = county();
    const held = files();
    held.set(`${FOLDER}/2024（终稿）.md`, writeReport({ ...third, overview: ['全年公开信息三千条。'] }));
    const each = await start(held);
    const params = { folder: FOLDER, year: 2024 };
    const { rows, severalReports } = await ask<FiguresResult>(each, WORKSPACE_FIGURES_REQUEST, params);
    expect([rows.length, severalReports]).toEqual([3, [third.body]]);
    const { notes } = await ask<RollUp>(each, ROLL_UP_REQUEST, params);
    expect(notes.filter(note => note.includes(third.body))).toEqual([expect.stringContaining('只计入其中一份')]);
    const before = await ask<FiguresResult>(each, WORKSPACE_FIGURES_REQUEST, { ...params, year: 2023 });
    expect(before.severalReports).toEqual([]);
  });

  test('have sums over the bodies below one, beside its own figures', async () => {
    const each = await start(files());
    const { third, water, above } = county();
    const { folders } = await ask<WorkspaceReportsResult>(each, WORKSPACE_REPORTS_REQUEST, {});
    const parent = folders[0]?.bodies.find(({ name }) => name === above.body)?.id;
    const params = { folder: FOLDER, year: 2024, isTotalsOnly: true, parent };
    const figures = await ask<FiguresResult>(each, WORKSPACE_FIGURES_REQUEST, params);
    expect(figures.rows.map(({ name }) => name).sort()).toEqual([third.body, water.body].sort());
    const at = figures.columns.findIndex(({ key }) => key === 't3.requests newReceived.total');
    const received = (report: BodyYear) => Number(report.tables['t3.requests']!['newReceived']!['total']);
    expect(figures.sums[at]).toEqual({ value: received(third) + received(water), unknown: 0 });
    expect(figures.above?.cells[at]?.value).toBe(received(above));
    expect(figures.columns.every(({ key }) => /total$|^t2/.test(key))).toBe(true);
    // Without a body above, what holds the others is not added to them.
    const every = await ask<FiguresResult>(each, WORKSPACE_FIGURES_REQUEST, { folder: FOLDER, year: 2024 });
    expect([every.rows.length, every.notAdded]).toEqual([3, [above.body]]);
    const total = every.columns.findIndex(({ key }) => key === 't3.requests newReceived.total');
    expect(every.sums[total]).toEqual(figures.sums[at]);
    const before = { folder: FOLDER, year: 2022, parent };
    expect((await ask<FiguresResult>(each, WORKSPACE_FIGURES_REQUEST, before)).without).toEqual([water.body]);
    // The same numbers in the official layout, each with what it is made of.
    const sums = await ask<RollUp>(each, ROLL_UP_REQUEST, { folder: FOLDER, year: 2024, parent });
    const cells = sums.tables.flatMap(({ rows }) => rows.flat());
    const cell = cells.find(entry => entry.kind === 'figure' && entry.name.endsWith('总计') && (entry.sum ?? 0) > 0);
    expect(cell).toMatchObject({ terms: [{}, {}], unknown: [] });
    expect(sums.markdown).toContain(`${above.body}2024年政府信息公开工作年度报告`);
    expect(sums.markdown).toContain(`| ${String(received(third) + received(water))} |`);
  });

  test('are exported in the forms of the command line', async () => {
    const each = await start(files());
    const params = { folder: FOLDER, year: 2024, version: '1.0.0' };
    const csv = await ask<ReviewExport>(each, REVIEW_EXPORT_REQUEST, { ...params, form: 'csv', of: 'findings' });
    expect(csv.kind === 'texts' && csv.texts[0]).toContain('workspace/carry-over');
    const book = await ask<ReviewExport>(each, REVIEW_EXPORT_REQUEST, { ...params, form: 'xlsx', of: 'findings' });
    if (book.kind !== 'sheets') throw new Error('no sheets');
    expect(book.sheets).toHaveLength(2);
    // Three units with their head, and the sums.
    expect(book.sheets[0]?.rows).toHaveLength(5);
    const log = await ask<ReviewExport>(each, REVIEW_EXPORT_REQUEST, { ...params, form: 'sarif', of: 'findings' });
    if (log.kind !== 'texts') throw new Error('no text');
    const { results } = (
      JSON.parse(log.texts[0] ?? '') as { runs: [{ results: { ruleId: string; locations: unknown[] }[] }] }
    ).runs[0];
    expect(results.find(({ ruleId }) => ruleId === 'workspace/carry-over')?.locations).toMatchObject([
      { physicalLocation: { artifactLocation: { uriBaseId: '%SRCROOT%' } } },
    ]);
  });
});

test('a body’s quantities over the years, with a hole for a year without a report', async () => {
  const { reports } = county();
  const held = files();
  held.delete(uriOf(reports[1]!));
  const each = await start(held);
  const { folders } = await ask<WorkspaceReportsResult>(each, WORKSPACE_REPORTS_REQUEST, {});
  const body = folders[0]?.bodies.find(({ name }) => name === reports[0]!.body)?.id;
  const years = await ask<BodyYears>(each, BODY_YEARS_REQUEST, { folder: FOLDER, body });
  expect(years.years).toEqual([2022, 2023, 2024]);
  const [received] = years.series;
  expect(received?.points.map(point => point?.value ?? null)).toEqual([
    reports[0]!.tables['t3.requests']!['newReceived']!['total'],
    null,
    reports[2]!.tables['t3.requests']!['newReceived']!['total'],
  ]);
});

test('letters number what is to be mended, say where it is, and leave out what was accepted', async () => {
  const held = files();
  const { third, water } = county();
  const each = await start(held);
  const letters = () => ask<ReviewLetter[]>(each, REVIEW_LETTERS_REQUEST, { uris: [uriOf(third), uriOf(water)] });
  const [letter] = await letters();
  expect(letter?.text).toMatch(/^# 关于青禾县林业局2024年政府信息公开工作年度报告的修改意见\n\n青禾县林业局：/);
  expect(letter?.text).toMatch(/\n1\. 第三部分·表三·.*：.*上年结转/);
  const all = await findingsOf(each, third);
  const minor = all.find(({ severity }) => severity === 'information');
  for (const { rule, fingerprint, severity } of all)
    if (severity === 'error' || severity === 'warning')
      await write(each, held, {
        kind: 'decide',
        decision: {
          rule,
          fingerprint,
          ...(rule.startsWith('workspace/') ? {} : { path: `${third.body}/2024.md` }),
          ...decided,
        },
      });
  expect((await letters()).map(({ uri }) => uri)).not.toContain(uriOf(third));
  if (minor) {
    const { rule, fingerprint } = minor;
    await write(each, held, {
      kind: 'decide',
      decision: { rule, fingerprint, path: `${third.body}/2024.md`, ...decided, verdict: 'to-fix', why: '请改正' },
    });
    expect((await letters())[0]).toMatchObject({ uri: uriOf(third), count: 1 });
  }
});

test('a reviewer is offered to decide on what the light bulb stands at; a clerk is not', async () => {
  const held = files();
  const { third } = county();
  const titles = async (reviewer: string) => {
    client = await LanguageClient.start({
      capabilities: FULL,
      settings: () => ({ reviewer }),
      host: memoryHost(held, () => new Date('2025-01-20')),
      initialization: {
        workspaceFolders: [{ uri: FOLDER, name: 'w' }],
        initializationOptions: { ...OUR_OPTIONS, fileRequests: false, commands: [DECIDE_COMMAND], language: 'zh-cn' },
      },
    });
    const each = client;
    await each.open(uriOf(third), held.get(uriOf(third))!);
    let found: Diagnostic | undefined;
    while (!found) {
      const { refreshes } = each;
      const report = await each.pull(uriOf(third));
      found = report.kind === 'full' ? report.items.find(({ message }) => /上年结转/.test(String(message))) : undefined;
      if (!found) await each.until(() => (each.refreshes > refreshes ? true : undefined));
    }
    const actions = await each.codeActions(uriOf(third), found.range, { diagnostics: [found] });
    await each.stop();
    client = undefined;
    return actions.map(({ title }) => title).filter(title => title.startsWith('审核：'));
  };
  expect(await titles('')).toEqual([]);
  expect(await titles('周审')).toEqual([
    expect.stringMatching(/^审核：接受此项/),
    expect.stringMatching(/^审核：要求修改/),
  ]);
});
