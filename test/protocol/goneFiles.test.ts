import { afterEach, describe, expect, test } from 'vitest';
import { FileChangeType, type FileEvent } from 'vscode-languageserver/node';
import type { Host } from '../../server/src/hosts/host.ts';
import { LOOK_AT_FILES_NOTIFICATION } from '../../server/src/protocol/protocol.ts';
import {
  WORKSPACE_REPORTS_REQUEST,
  type WorkspaceReportsResult,
  type WorkspaceStatus,
} from '../../server/src/protocol/workspace.ts';
import { bodyYears, writeReport } from '../support/bodyYears.ts';
import { FULL, LanguageClient } from '../support/languageClient.ts';
import { memoryHost } from '../support/memoryHost.ts';

const FOLDER = 'file:///w';
const { Created, Changed, Deleted } = FileChangeType;
const uriOf = (year: number, folder = '旧') => `${FOLDER}/${encodeURIComponent(folder)}/${String(year)}.md`;
const textOf = (year: number) => writeReport(bodyYears('青禾县林业局', [year], 7)[0]!);
const filesOf = (...years: readonly number[]) => new Map(years.map(year => [uriOf(year), textOf(year)]));

let client: LanguageClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function start(files: Map<string, string>, host: Host = memoryHost(files, () => new Date('2026-01-20'))) {
  client = await LanguageClient.start({
    capabilities: FULL,
    settings: () => null,
    host,
    initialization: {
      workspaceFolders: [{ uri: FOLDER, name: 'w' }],
      initializationOptions: { status: true },
    },
  });
  return client;
}

/** The status that says so many reports, told after those before. */
function untilReports(each: LanguageClient, reports: number, after = 0): Promise<WorkspaceStatus> {
  return each.until(() =>
    each.workspaceStatuses.slice(after).find(status => status.reports === reports && status.waiting === 0),
  );
}

async function years(each: LanguageClient): Promise<readonly (number | null)[]> {
  const { folders } = await each.connection.sendRequest<WorkspaceReportsResult>(WORKSPACE_REPORTS_REQUEST, {});
  return folders.flatMap(({ bodies }) => bodies.flatMap(({ reports }) => reports.map(({ year }) => year)));
}

async function openLast(files: Map<string, string>, host?: Host): Promise<LanguageClient> {
  const each = await start(files, host);
  await each.open(uriOf(2025), textOf(2025));
  await each.pull(uriOf(2025));
  await untilReports(each, files.size);
  return each;
}

describe('a report whose file is gone', () => {
  test('is not known any more while the editor keeps it open out of sight; written in again, or back, it is', async () => {
    const files = filesOf(2023, 2024, 2025);
    const each = await openLast(files);
    files.delete(uriOf(2025));
    let told = each.workspaceStatuses.length;
    await each.filesChanged({ uri: uriOf(2025), type: Deleted });
    await untilReports(each, 2, told);
    expect(await years(each)).toEqual([2023, 2024]);
    told = each.workspaceStatuses.length;
    await each.change(uriOf(2025), 2, `${textOf(2025)}\n`);
    await each.pull(uriOf(2025));
    await untilReports(each, 3, told);
    told = each.workspaceStatuses.length;
    await each.filesChanged({ uri: uriOf(2025, '旧').slice(0, -'/2025.md'.length), type: Deleted });
    files.clear();
    await untilReports(each, 0, told);
    files.set(uriOf(2025), textOf(2025));
    told = each.workspaceStatuses.length;
    await each.filesChanged({ uri: uriOf(2025), type: Created });
    await untilReports(each, 1, told);
    await each.close(uriOf(2025));
    expect(await years(each)).toEqual([2025]);
  });

  test('is not known by a server that is told of it as open, until something is written in it', async () => {
    const files = filesOf(2023, 2024);
    const inner = memoryHost(files, () => new Date('2026-01-20'));
    const each = await start(files, {
      ...inner,
      reportText: async ({ uri }) => {
        const text = files.get(uri) ?? null;
        return text === null ? { text, isMissing: true } : { text };
      },
    });
    await each.open(uriOf(2025), textOf(2025));
    await each.pull(uriOf(2025));
    await untilReports(each, 2);
    const told = each.workspaceStatuses.length;
    await each.change(uriOf(2025), 2, `${textOf(2025)}\n`);
    await each.pull(uriOf(2025));
    await untilReports(each, 3, told);
    await each.connection.sendNotification(LOOK_AT_FILES_NOTIFICATION);
    await each.filesChanged({ uri: `${FOLDER}/新的`, type: Created });
    await each.symbols(uriOf(2025));
    expect(await years(each)).toEqual([2023, 2024, 2025]);
  });

  test('is not known any more once it is closed, though nobody told of the file', async () => {
    const files = filesOf(2024, 2025);
    const each = await openLast(files);
    files.delete(uriOf(2025));
    const told = each.workspaceStatuses.length;
    await each.close(uriOf(2025));
    const status = await untilReports(each, 1, told);
    expect(status.unread).toEqual([]);
    expect(await years(each)).toEqual([2024]);
  });

  test('and those that are new are found when somebody looks, though nobody told of them', async () => {
    const files = filesOf(2022, 2023, 2025);
    const each = await openLast(files);
    files.delete(uriOf(2022));
    files.delete(uriOf(2023));
    files.set(uriOf(2024), textOf(2024));
    const told = each.workspaceStatuses.length;
    await each.connection.sendNotification(LOOK_AT_FILES_NOTIFICATION);
    await untilReports(each, 2, told);
    expect(await years(each)).toEqual([2024, 2025]);
  });

  test('is known again at once where it was only written anew', async () => {
    const files = filesOf(2024, 2025);
    const each = await openLast(files);
    for (const year of [2024, 2025])
      await each.filesChanged({ uri: uriOf(year), type: Deleted }, { uri: uriOf(year), type: Created });
    await each.filesChanged({ uri: uriOf(2024), type: Created }, { uri: uriOf(2024), type: Deleted });
    files.delete(uriOf(2024));
    await untilReports(each, 1, each.workspaceStatuses.length);
    expect(await years(each)).toEqual([2025]);
  });

  test('is none of those that cannot be read, where it went while files were listed', async () => {
    const files = filesOf(2023, 2024, 2025);
    const inner = memoryHost(files, () => new Date('2026-01-20'));
    let isListed: (() => void) | undefined;
    const waits: Promise<void>[] = [];
    const each = await openLast(files, {
      ...inner,
      reportFiles: async folders => {
        const listed = await inner.reportFiles(folders);
        isListed?.();
        await Promise.all(waits);
        return listed;
      },
    });
    const listing = new Promise<void>(resolve => (isListed = resolve));
    let end: () => void = () => {};
    waits.push(new Promise<void>(resolve => (end = resolve)));
    files.set(uriOf(2022), textOf(2022));
    await each.filesChanged({ uri: uriOf(2022), type: Created });
    await listing;
    files.delete(uriOf(2022));
    files.delete(uriOf(2023));
    await each.filesChanged({ uri: uriOf(2022), type: Deleted }, { uri: uriOf(2023), type: Deleted });
    await each.symbols(uriOf(2025));
    const told = each.workspaceStatuses.length;
    end();
    await untilReports(each, 2, told);
    expect(await years(each)).toEqual([2024, 2025]);
    expect(each.workspaceStatuses.at(-1)?.unread).toEqual([]);
  });

  test('hundreds of them, swapped for others in one go', async () => {
    const files = filesOf(2024, 2025);
    for (let i = 0; i < 300; i++) {
      const [report] = bodyYears(`青禾县第${String(i)}中学`, [2024], i);
      files.set(`${FOLDER}/a/${String(i)}.md`, writeReport(report!));
    }
    const each = await openLast(files);
    const before = [...files.keys()];
    for (const uri of before) if (uri.startsWith(`${FOLDER}/a/`)) files.delete(uri);
    for (let i = 0; i < 300; i++) {
      const [report] = bodyYears(`青禾县第${String(i)}小学`, [2023], i);
      files.set(`${FOLDER}/a/${String(i)}.md`, writeReport(report!));
    }
    const told = each.workspaceStatuses.length;
    await each.filesChanged(
      ...before.map((uri): FileEvent => ({ uri, type: uri === uriOf(2025) ? Changed : Deleted })),
      { uri: `${FOLDER}/a`, type: Deleted },
      { uri: `${FOLDER}/a`, type: Created },
      ...[...files.keys()].map((uri): FileEvent => ({ uri, type: Created })),
    );
    await untilReports(each, 302, told);
    const found = await years(each);
    expect(found.filter(year => year === 2023)).toHaveLength(300);
  });
});
