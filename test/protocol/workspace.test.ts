import { afterEach, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  DefinitionRequest,
  FileChangeType,
  InlayHintRequest,
  ReferencesRequest,
  ShutdownRequest,
  type Diagnostic,
  type InlayHint,
  type LocationLink,
  type PreviousResultId,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { CHECK_LIST_REQUEST, type CheckList } from '../../server/src/protocol/protocol.ts';
import { TABLE_FORM_REQUEST, type TableForm } from '../../server/src/protocol/tableForm.ts';
import { CHECK_ALL_REQUEST } from '../../server/src/protocol/workspace.ts';
import { bodyYears, writeReport, type BodyYear } from '../support/bodyYears.ts';
import { FULL, FULL_PUSH, LanguageClient, OUR_OPTIONS, type ClientWorld } from '../support/languageClient.ts';
import { memoryHost } from '../support/memoryHost.ts';

const FOLDER = 'file:///w';
const uriOf = (report: BodyYear, folder = FOLDER) =>
  `${folder}/${encodeURIComponent(report.body)}/${String(report.year)}.md`;

let client: LanguageClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

/** A client with reports in its folders. */
async function start(files: Map<string, string>, world: Partial<ClientWorld> = {}, folders = [FOLDER]) {
  client = await LanguageClient.start({
    capabilities: FULL,
    settings: () => null,
    host: memoryHost(files, () => new Date('2025-01-20')),
    ...world,
    initialization: {
      workspaceFolders: folders.map(uri => ({ uri, name: uri })),
      initializationOptions: { status: true },
      ...world.initialization,
    },
  });
  return client;
}

/** Three years of an office: what 2024 took over from 2023 is one less than 2023 carried over. */
function office(body = '青禾县林业局'): readonly [BodyYear, BodyYear, BodyYear] {
  const [first, second, third] = bodyYears(body, [2022, 2023, 2024], 7);
  // Received and carried over: the report is right in itself.
  for (const row of ['newReceived', 'carriedOut'])
    for (const column of ['naturalPerson', 'total']) {
      const cells = second!.tables['t3.requests']![row]!;
      cells[column] = Number(cells[column]) + 1;
    }
  return [first!, second!, third!];
}

const filesOf = (reports: readonly BodyYear[], folder = FOLDER) =>
  new Map(reports.map(report => [uriOf(report, folder), writeReport(report)]));
const across = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.filter(({ code }) => String(code).startsWith('workspace/'));
const codes = (diagnostics: readonly Diagnostic[]) => across(diagnostics).map(({ code }) => code);

/** Pulls a draft until what comparing says of it is as wanted. */
async function untilFound(
  each: LanguageClient,
  uri: string,
  isWanted: (found: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  for (;;) {
    const refreshes = each.refreshes;
    const report = await each.pull(uri);
    const items = report.kind === 'full' ? across(report.items) : [];
    if (isWanted(items)) return items;
    await each.until(() => (each.refreshes > refreshes ? true : undefined));
  }
}

describe('open drafts', () => {
  test('get what does not fit last year’s report, with its place; it goes when that is corrected', async () => {
    const [first, second, third] = office();
    const files = filesOf([first, second, third]);
    const each = await start(files);
    const uri = uriOf(third);
    await each.open(uri, files.get(uri)!);
    const [found] = await untilFound(each, uri, items => items.length > 0);
    expect(found).toMatchObject({ code: 'workspace/carry-over', severity: 1 });
    expect(found?.relatedInformation?.[0]?.location.uri).toBe(uriOf(second));
    // Lines above it move it before it is compared again.
    await each.change(uri, 2, '\n\n', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
    const moved = await each.pull(uri);
    if (moved.kind !== 'full' || !found) throw new Error('no findings');
    expect(across(moved.items)[0]?.range.start.line).toBe(found.range.start.line + 2);
    // A neighbour is corrected outside.
    files.set(uriOf(second), writeReport(bodyYears('青禾县林业局', [2022, 2023, 2024], 7)[1]!));
    await each.filesChanged({ uri: uriOf(second), type: FileChangeType.Changed });
    await untilFound(each, uri, items => items.length === 0);
  });

  test('of an earlier year show it as information, unless the later one is open', async () => {
    const [first, second, third] = office();
    const files = filesOf([first, second, third]);
    const each = await start(files);
    await each.open(uriOf(second), files.get(uriOf(second))!);
    const [turned] = await untilFound(each, uriOf(second), items => items.length > 0);
    expect(turned).toMatchObject({ code: 'workspace/carry-over', severity: 3 });
    expect(turned?.relatedInformation?.[0]?.location.uri).toBe(uriOf(third));
    await each.open(uriOf(third), files.get(uriOf(third))!);
    await untilFound(each, uriOf(third), items => items.length > 0);
    await untilFound(each, uriOf(second), items => items.length === 0);
    // An edit of the one that is not saved counts for the other.
    await each.change(uriOf(second), 2, writeReport(bodyYears('青禾县林业局', [2022, 2023, 2024], 7)[1]!));
    await each.pull(uriOf(second));
    await untilFound(each, uriOf(third), items => items.length === 0);
  });

  test('have result ids that change with what is said of them, and only then', async () => {
    const files = filesOf(office());
    const [, second, third] = office();
    const each = await start(files);
    const uri = uriOf(third);
    await each.open(uri, files.get(uri)!);
    const before = await each.pull(uri);
    await untilFound(each, uri, items => items.length > 0);
    const after = await each.pull(uri, before.resultId);
    expect(after.kind).toBe('full');
    expect(await each.pull(uri, after.resultId)).toEqual({ kind: 'unchanged', resultId: after.resultId });
    const { refreshes } = each;
    // Written again as it was.
    await each.filesChanged({ uri: uriOf(second), type: FileChangeType.Changed });
    await each.until(() => (each.workspaceStatuses.at(-1)?.waiting === 0 ? true : undefined));
    expect(await each.pull(uri, after.resultId)).toMatchObject({ kind: 'unchanged' });
    expect(each.refreshes).toBe(refreshes);
  });

  test('are compared with those of their own folder alone', async () => {
    const [first, second, third] = office();
    const files = new Map([...filesOf([third], 'file:///w'), ...filesOf([first, second], 'file:///x')]);
    const each = await start(files, {}, ['file:///w', 'file:///x']);
    const uri = uriOf(third);
    await each.open(uri, files.get(uri)!);
    await each.until(() => (each.workspaceStatuses.at(-1)?.reports === 3 ? true : undefined));
    const report = await each.pull(uri);
    expect(report.kind === 'full' && codes(report.items)).toEqual([]);
  });

  test('are not compared where the user does not want it, and published to clients that do not pull', async () => {
    const [, , third] = office();
    const files = filesOf(office());
    const uri = uriOf(third);
    const off = await start(files, { settings: () => ({ workspace: { diagnostics: 'off' } }) });
    await off.open(uri, files.get(uri)!);
    const report = await off.pull(uri);
    expect(report.kind === 'full' && codes(report.items)).toEqual([]);
    await off.stop();
    const pushed = await start(files, { capabilities: FULL_PUSH });
    await pushed.open(uri, files.get(uri)!);
    const last = await pushed.until(() => pushed.published.find(({ diagnostics }) => across(diagnostics).length > 0));
    expect(codes(last.diagnostics)).toEqual(['workspace/carry-over']);
  });

  test('know last year’s numbers: hover, definition, references, hints and the table form', async () => {
    const [, second, third] = office();
    const files = filesOf(office());
    const each = await start(files);
    const uri = uriOf(third);
    const text = files.get(uri)!;
    await each.open(uri, text);
    await untilFound(each, uri, items => items.length > 0);
    const carriedOut = second.tables['t3.requests']!['carriedOut']!;
    const line = text.split('\n').findIndex(each => each.includes('上年结转'));
    const row = text.split('\n')[line]!;
    const character = row.lastIndexOf(String(third.tables['t3.requests']!['carriedIn']!['total']));
    const position = { line, character };
    const hover = await each.hover(uri, position);
    expect(JSON.stringify(hover?.contents)).toContain(`2023年报告结转下年度继续办理：[${String(carriedOut['total'])}]`);
    const links = (await each.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri },
      position,
    })) as LocationLink[];
    expect(links.map(({ targetUri }) => targetUri)).toEqual([uriOf(second)]);
    const references = await each.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri },
      position,
      context: { includeDeclaration: true },
    });
    expect(new Set(references?.map(location => location.uri))).toEqual(new Set(office().map(report => uriOf(report))));
    const hints = (await each.connection.sendRequest(InlayHintRequest.type, {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } },
    })) as InlayHint[];
    const labels = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(),
    );
    expect(labels).toContain(`上年报告 ${String(carriedOut['total'])}`);
    const form = await each.connection.sendRequest<TableForm>(TABLE_FORM_REQUEST, { textDocument: { uri } });
    const cells = form.tables.flatMap(table => table.rows.flat());
    expect(cells.find(cell => cell.kind === 'figure' && cell.id.endsWith('carriedIn total'))).toMatchObject({
      lastYear: String(second.tables['t3.requests']!['carriedIn']!['total']),
      origin: expect.stringContaining(String(carriedOut['total'])) as string,
    });
  });
});

describe('closed reports', () => {
  const held = (reports: readonly WorkspaceDocumentDiagnosticReport[]): PreviousResultId[] =>
    reports.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]));

  /** Pulls until something of a report is as wanted; gives the last report on it and all that is held. */
  async function untilReported(
    each: LanguageClient,
    uri: string,
    isWanted: (report: WorkspaceDocumentDiagnosticReport) => boolean,
    before: readonly PreviousResultId[] = [],
  ) {
    let ids = before;
    for (;;) {
      const reports = await each.pullWorkspace(ids);
      const known = new Map([...ids.map(id => [id.uri, id] as const)]);
      for (const report of reports) {
        if (report.resultId === undefined) known.delete(report.uri);
        else known.set(report.uri, { uri: report.uri, value: report.resultId });
      }
      ids = [...known.values()];
      const found = reports.find(report => report.uri === uri);
      if (found && isWanted(found)) return { found, ids };
    }
  }
  const codesOf = (report: WorkspaceDocumentDiagnosticReport) => (report.kind === 'full' ? codes(report.items) : []);

  test('of the newest year are shown unopened, with errors and warnings alone; all are when that is asked for', async () => {
    const [first, second, third] = office();
    second.tables['t3.requests']!['newReceived']!['total'] = 998;
    third.tables['t3.requests']!['newReceived']!['total'] = 999;
    const files = filesOf([first, second, third]);
    const each = await start(files);
    const { found } = await untilReported(each, uriOf(third), report => codesOf(report).length > 0);
    expect(found.kind === 'full' && found.items.every(({ severity }) => (severity ?? 9) <= 2)).toBe(true);
    expect(found.kind === 'full' && found.items.some(({ code }) => code === 'totals/row-total')).toBe(true);
    const status = await each.until(() => each.workspaceStatuses.find(({ reports }) => reports === 3));
    expect(status).toMatchObject({ unchecked: 2, files: 3, checksAll: false });
    expect(await each.connection.sendRequest(CHECK_ALL_REQUEST, {})).toEqual({ reports: 3 });
    await untilReported(each, uriOf(second), report => report.kind === 'full' && report.items.length > 0);
    await each.until(() => each.workspaceStatuses.find(({ unchecked, reports }) => reports === 3 && unchecked === 0));
  });

  test('that are not there are told as none when all are asked for', async () => {
    const each = await start(new Map([[`${FOLDER}/readme.md`, '# 说明\n']]));
    expect(await each.connection.sendRequest(CHECK_ALL_REQUEST, {})).toEqual({ reports: 0 });
  });

  test('are reported again when they change, and with nothing when they are gone or renamed', async () => {
    const [first, second, third] = office();
    const files = filesOf([first, second, third]);
    const each = await start(files);
    const uri = uriOf(third);
    const begun = await untilReported(each, uri, report => codesOf(report).length > 0);
    // Nothing changed: the answer waits until something does.
    const waiting = untilReported(each, uri, report => codesOf(report).length === 0, begun.ids);
    files.delete(uriOf(second));
    await each.filesChanged({ uri: uriOf(second), type: FileChangeType.Deleted });
    const { ids } = await waiting;
    // It comes back under another name, in a folder that is told of alone.
    const folder = `${FOLDER}/${encodeURIComponent('送审稿')}`;
    files.set(`${folder}/${encodeURIComponent('二〇二三年年报.md')}`, writeReport(second));
    const back = untilReported(each, uri, report => codesOf(report).length > 0, ids);
    await each.filesChanged({ uri: folder, type: FileChangeType.Created });
    const { ids: again } = await back;
    const gone = untilReported(each, uri, report => report.kind === 'full' && report.items.length === 0, again);
    files.delete(uriOf(first));
    files.delete(uri);
    await each.filesChanged({ uri: uri.slice(0, uri.lastIndexOf('/')), type: FileChangeType.Deleted });
    expect((await gone).found.resultId).toBeUndefined();
  });

  test('are reported whole after they were open', async () => {
    const files = filesOf(office());
    const [, , third] = office();
    const each = await start(files);
    const uri = uriOf(third);
    const { ids } = await untilReported(each, uri, report => codesOf(report).length > 0);
    await each.open(uri, files.get(uri)!);
    await untilFound(each, uri, items => items.length > 0);
    const after = untilReported(each, uri, report => codesOf(report).length > 0, ids);
    await each.close(uri);
    expect((await after).found.kind).toBe('full');
  });

  test('that are gone when they are closed, or lie elsewhere, are reported with nothing', async () => {
    const [first, second, third] = office();
    third.tables['t3.requests']!['newReceived']!['total'] = 999;
    const files = filesOf([first, second]);
    const each = await start(files);
    for (const uri of [uriOf(third), 'file:///elsewhere/2024.md']) {
      await each.open(uri, writeReport(third));
      const report = await each.pull(uri);
      expect(report.kind === 'full' && report.items.length).toBeGreaterThan(0);
      const after = untilReported(each, uri, last => codesOf(last).length === 0);
      await each.close(uri);
      expect((await after).found).toMatchObject({ kind: 'full', items: [] });
    }
  });

  test('a pull that is given up is answered', async () => {
    const files = filesOf(office());
    const each = await start(files);
    const source = new CancellationTokenSource();
    const first = await each.pullWorkspace();
    const second = each.pullWorkspace(held(first), source.token);
    source.cancel();
    await expect(second).resolves.toBeDefined();
    const third = each.pullWorkspace(held(first));
    const fourth = each.pullWorkspace(held(first));
    await expect(third).resolves.toBeDefined();
    await each.connection.sendRequest(ShutdownRequest.type);
    await expect(fourth).resolves.toBeDefined();
    client = undefined;
  });

  test('are read through a client that answers for files, and settings keep some out', async () => {
    const [first, second, third] = office();
    const files = filesOf([first, second, third]);
    files.set(`${FOLDER}/.annual-report.json`, JSON.stringify({ workspace: { exclude: ['**/2023.md'] } }));
    files.set(`${FOLDER}/readme.md`, '# 说明\n');
    files.set(`${FOLDER}/archive/empty.md`, '');
    const each = await start(files, { initialization: { initializationOptions: OUR_OPTIONS } });
    await each.open(uriOf(third), files.get(uriOf(third))!);
    await each.pull(uriOf(third));
    const status = await each.until(() =>
      each.workspaceStatuses.find(({ waiting, files: all }) => all === 5 && waiting === 0),
    );
    expect(status.reports).toBe(2);
    const report = await each.pull(uriOf(third));
    expect(report.kind === 'full' && codes(report.items)).toEqual([]);
    files.delete(`${FOLDER}/.annual-report.json`);
    await each.filesChanged({ uri: `${FOLDER}/.annual-report.json`, type: FileChangeType.Deleted });
    await untilFound(each, uriOf(third), items => items.length > 0);
  });
});

test('what comparing finds counts in the status of a draft, and in what is left to do, until it is mended', async () => {
  const [first, second, third] = office();
  const files = filesOf([first, second, third]);
  const each = await start(files);
  const uri = uriOf(third);
  await each.open(uri, files.get(uri)!);
  await untilFound(each, uri, items => items.length > 0);
  const told = (errors: number) => each.until(() => (each.statuses.at(-1)?.errors === errors ? true : undefined));
  await told(1);
  const open = async () =>
    (await each.connection.sendRequest<CheckList>(CHECK_LIST_REQUEST, { textDocument: { uri } })).open;
  const before = await open();
  files.set(uriOf(second), writeReport(bodyYears('青禾县林业局', [2022, 2023, 2024], 7)[1]!));
  await each.filesChanged({ uri: uriOf(second), type: FileChangeType.Changed });
  await told(0);
  expect(await open()).toBe(before - 1);
});
