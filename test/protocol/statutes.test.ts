import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { memoryHost } from '../support/memoryHost.ts';
import { statuteFolder } from '../../server/src/hosts/statuteFolder.ts';
import { afterEach, describe, expect, test } from 'vitest';
import {
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  ReferencesRequest,
  TextDocumentContentRefreshRequest,
  TextDocumentContentRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import type { Location, LocationLink, SymbolInformation } from 'vscode-languageserver/node';
import { CITATIONS_REQUEST, STATUTE_DOCUMENT_REQUEST } from '../../server/src/protocol/protocol.ts';
import type { CitationList, FilesParams, StatuteDocumentResult } from '../../server/src/protocol/protocol.ts';
import { REPORT_FILES_GLOB } from '../../server/src/format/reportNames.ts';
import { FULL, LanguageClient, OUR_OPTIONS, rangeOf } from '../support/languageClient.ts';
import type { ClientWorld } from '../support/languageClient.ts';
import { GUIDE_FILE, GUIDE_URI, TEXT_FILE, TEXT_URI } from '../support/localStatutes.ts';

const URI = 'file:///w/2024.md';
const OTHER = 'file:///w/%E5%8E%86%E5%B9%B4/2023.md';
const DRAFT = `# 临溪县2024年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》（以下简称《条例》）第五十条编制，公开时限按《省公开规定》第十二条执行。

依据《条例》第三十三条和第五十条答复。
`;
const FOLDERS = [{ uri: 'file:///w', name: 'w' }];
// Files are read by the server itself.
const OURS = { initializationOptions: { statuteDocuments: true, status: true }, workspaceFolders: FOLDERS };
const SETTINGS = { statutes: ['法规'], statuteTexts: '原文' };

let client: LanguageClient | undefined;
const start = async (world: Partial<ClientWorld> = {}) =>
  (client = await LanguageClient.start({
    capabilities: FULL,
    settings: () => SETTINGS,
    initialization: OURS,
    host: memoryHost(files()),
    ...world,
  }));

const files = (changes: Readonly<Record<string, string>> = {}) =>
  new Map([[GUIDE_URI, GUIDE_FILE], [TEXT_URI, TEXT_FILE], ...Object.entries(changes)]);

/** What the client was asked to watch. */
const watchedBy = ({ registrations }: LanguageClient): unknown[] =>
  registrations.flatMap(
    ({ registerOptions }) =>
      (registerOptions as { watchers?: { globPattern: unknown }[] } | undefined)?.watchers?.map(
        ({ globPattern }) => globPattern,
      ) ?? [],
  );

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const at = (words: string, inside = 1, text = DRAFT) => {
  const {
    start: { line, character },
  } = rangeOf(text, words);
  return { line, character: character + inside };
};

async function definition(
  each: LanguageClient,
  position = at('第三十三条'),
  uri = URI,
): Promise<LocationLink | undefined> {
  const found = await each.connection.sendRequest(DefinitionRequest.type, { textDocument: { uri }, position });
  return (found as LocationLink[] | null)?.[0];
}

async function textOf(each: LanguageClient, uri: string): Promise<string> {
  return (
    (await each.connection.sendRequest<StatuteDocumentResult | null>(STATUTE_DOCUMENT_REQUEST, { uri }))?.text ?? ''
  );
}

describe('a statute', () => {
  test('opens at the clause; its outline, hover, links and references work', async () => {
    const each = await start();
    await each.open(URI, DRAFT);
    const link = await definition(each);
    const uri = link?.targetUri ?? '';
    const text = await textOf(each, uri);
    expect(text.split('\n')[link?.targetSelectionRange.start.line ?? 0]).toMatch(/^第三十三条/);
    await each.open(uri, text, 'annual-report-statute');
    const outline = await each.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
    expect(outline).toHaveLength(6);
    const place = at('第三十三条  ', 1, text);
    expect((await each.hover(uri, place))?.contents).toMatchObject({
      value: expect.stringContaining('第三十三条') as unknown,
    });
    const links = await each.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
    expect(links?.length).toBeGreaterThan(10);
    const references = await each.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri },
      position: place,
      context: { includeDeclaration: false },
    });
    expect(references).toEqual([{ uri: URI, range: rangeOf(DRAFT, '《条例》第三十三条') }]);
    expect((await definition(each, at('相应条文', 20, text), uri))?.targetUri).toContain('ogi-2007');
    expect(await each.pull(uri)).toEqual({ kind: 'full', items: [] });
    expect(await each.folding(uri)).toEqual([]);
    expect(await each.complete(uri, place)).toEqual([]);
    expect(await each.codeActions(uri, { start: place, end: place })).toEqual([]);
  });

  test('opens as a plain location for a client that knows no links', async () => {
    const each = await start({ capabilities: { textDocument: {} } });
    await each.open(URI, DRAFT);
    const found = await each.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri: URI },
      position: at('第三十三条'),
    });
    expect((found as Location).uri).toContain('annual-report-statute:');
  });

  test('is not offered to a client that cannot show it', async () => {
    const each = await start({ initialization: {} });
    await each.open(URI, DRAFT);
    expect(
      await each.connection.sendRequest(DefinitionRequest.type, {
        textDocument: { uri: URI },
        position: at('第三十三条'),
      }),
    ).toBeNull();
    expect(each.result.capabilities.workspaceSymbolProvider).toBeUndefined();
    const references = await each.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri: URI },
      position: at('第五十条'),
      context: { includeDeclaration: true },
    });
    expect(references?.map(({ uri }) => uri)).toEqual([URI, URI]);
  });

  test('opens as a file for a client without requests for it, where the user named a folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'statutes-'));
    try {
      const host = { ...memoryHost(files()), statuteFolder: statuteFolder(join(folder, 'made')) };
      const each = await start({ initialization: { workspaceFolders: FOLDERS }, host });
      expect(each.result.capabilities.workspaceSymbolProvider).toBe(true);
      await each.open(URI, DRAFT);
      const link = await definition(each);
      const path = fileURLToPath(link?.targetUri ?? '');
      const text = readFileSync(path, 'utf8');
      expect(text.split('\n')[link?.targetSelectionRange.start.line ?? 0]).toMatch(/^第三十三条/);
      expect(readdirSync(join(folder, 'made'))).toEqual([basename(path)]);
      const found = (await each.connection.sendRequest(WorkspaceSymbolRequest.type, {
        query: '依申请公开 期限',
      })) as SymbolInformation[];
      expect(found.map(({ location }) => existsSync(fileURLToPath(location.uri)))).not.toContain(false);
      // An editor that opens the file with the server goes on from there, and gets no finding.
      const uri = encodeURI(decodeURIComponent(link?.targetUri ?? ''));
      await each.open(uri, text);
      const place = at('第三十三条  ', 1, text);
      expect((await each.hover(uri, place))?.contents).toMatchObject({
        value: expect.stringContaining('第三十三条') as unknown,
      });
      expect(await each.pull(uri)).toEqual({ kind: 'full', items: [] });
      const references = await each.connection.sendRequest(ReferencesRequest.type, {
        textDocument: { uri },
        position: place,
        context: { includeDeclaration: true },
      });
      expect(references?.map(reference => reference.uri)).toEqual([URI, link?.targetUri]);
      const links = await each.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
      const targets = links?.map(({ target = '' }) => target) ?? [];
      expect(targets.length).toBeGreaterThan(10);
      expect(targets.filter(target => !existsSync(fileURLToPath(target)))).toEqual([]);
      // The folder may be emptied at any time.
      rmSync(path);
      await definition(each);
      expect(readFileSync(path, 'utf8')).toBe(text);
      // A file that cannot be written is said to be so, once.
      rmSync(folder, { recursive: true });
      writeFileSync(folder, '');
      expect(await definition(each, at('《省公开规定》第十二条', 8))).toBeUndefined();
      expect(await definition(each, at('《省公开规定》第十二条', 8))).toBeUndefined();
      expect(each.log.filter(({ message }) => message.includes('--statutes-dir'))).toHaveLength(1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('opens by the request of the protocol in a client that has it, and is fetched again when it changes', async () => {
    const held = files();
    const each = await start({
      capabilities: { ...FULL, workspace: { ...FULL.workspace, textDocumentContent: {} } },
      initialization: { workspaceFolders: FOLDERS },
      host: memoryHost(held),
    });
    expect(each.result.capabilities.workspace?.textDocumentContent).toEqual({ schemes: ['annual-report-statute'] });
    const refreshed: string[] = [];
    each.connection.onRequest(TextDocumentContentRefreshRequest.type, ({ uri }) => {
      refreshed.push(uri);
    });
    await each.open(URI, DRAFT);
    await each.pull(URI);
    const uri = (await definition(each, at('《省公开规定》第十二条', 8)))?.targetUri ?? '';
    const { text } = await each.connection.sendRequest(TextDocumentContentRequest.type, { uri });
    expect(text).toContain('第十二条');
    held.set(GUIDE_URI, GUIDE_FILE.replace('2021年修订', '2022年修订'));
    await each.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: GUIDE_URI, type: 2 }],
    });
    expect(await each.until(() => refreshed[0])).toBe(uri);
  });

  test('that does not exist has no text', async () => {
    const each = await start();
    expect(
      await each.connection.sendRequest(STATUTE_DOCUMENT_REQUEST, {
        uri: 'annual-report-statute:/annual-report-statutes/x?none',
      }),
    ).toBeNull();
    expect(await each.connection.sendRequest(STATUTE_DOCUMENT_REQUEST, { uri: 'file:///etc/passwd' })).toBeNull();
  });
});

describe('references and clauses by topic', () => {
  test('come from every open draft, this one first, and from the statute if wanted', async () => {
    const each = await start();
    await each.open(OTHER, DRAFT);
    await each.open(URI, DRAFT);
    await each.open('git:/w/2024.md?{}', DRAFT);
    const references = await each.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri: URI },
      position: at('第五十条'),
      context: { includeDeclaration: true },
    });
    expect(references?.map(({ uri }) => uri.replace(/:.*/, uri.startsWith('file') ? uri.slice(4) : ''))).toEqual([
      `file${URI.slice(4)}`,
      `file${URI.slice(4)}`,
      `file${OTHER.slice(4)}`,
      `file${OTHER.slice(4)}`,
      'annual-report-statute',
    ]);
  });

  test('come from drafts of the workspace that are not open, as they are now', async () => {
    const closed = 'file:///w/%E5%8E%86%E5%B9%B4/2022%E5%B9%B4%E6%8A%A5.md';
    const held = files({ [closed]: DRAFT.replace('2024', '2022'), 'file:///w/%E7%AC%94%E8%AE%B0.md': DRAFT });
    const each = await start({ host: memoryHost(held) });
    await each.open(URI, DRAFT);
    const ask = async () =>
      (
        await each.connection.sendRequest(ReferencesRequest.type, {
          textDocument: { uri: URI },
          position: at('第三十三条'),
          context: { includeDeclaration: false },
        })
      )?.map(({ uri, range }) => `${uri} ${String(range.start.line)}`);
    expect(await ask()).toEqual([`${URI} 4`, `${closed} 4`]);
    held.set(closed, `${DRAFT.replace('2024', '2022')}\n《条例》第三十三条。`);
    expect(await ask()).toEqual([`${URI} 4`, `${closed} 4`, `${closed} 6`]);
    await each.open(closed.replace('%E5%8E%86%E5%B9%B4', '历年'), '# 临溪县2022年政府信息公开工作年度报告\n');
    expect(await ask()).toEqual([`${URI} 4`]);
    held.delete(closed);
    expect(await ask()).toEqual([`${URI} 4`]);
  });

  test('find a clause of the regulation and one of a local rule', async () => {
    const each = await start();
    const symbols = (await each.connection.sendRequest(WorkspaceSymbolRequest.type, {
      query: '依申请公开 期限',
    })) as SymbolInformation[];
    expect(symbols[0]?.name).toMatch(/^第三十三条/);
    await each.open(URI, DRAFT);
    await each.pull(URI);
    const local = (await each.connection.sendRequest(WorkspaceSymbolRequest.type, {
      query: '临溪省 时限',
    })) as SymbolInformation[];
    expect(local.map(({ containerName }) => containerName)).toEqual([
      expect.stringMatching(/^《临溪省政府信息公开规定》（2021年修订） · 第二章 主动公开、发布时限/),
    ]);
  });

  test('the list of citations has the state of each', async () => {
    const each = await start();
    await each.open(URI, DRAFT);
    const list = await each.connection.sendRequest<CitationList | null>(CITATIONS_REQUEST, {
      textDocument: { uri: URI },
    });
    expect(list?.entries.map(({ text, state }) => `${text} ${state}`)).toEqual([
      '《中华人民共和国政府信息公开条例》（以下简称《条例》）第五十条 inForce',
      '《省公开规定》第十二条 inForce',
      '《条例》第三十三条 inForce',
      '第五十条 inForce',
    ]);
    expect(list?.markdown).toContain('# 引用的法规');
    expect(
      await each.connection.sendRequest(CITATIONS_REQUEST, { textDocument: { uri: 'file:///none.md' } }),
    ).toBeNull();
  });
});

describe('statutes of the workspace', () => {
  test('are explained with their wording, linked and opened', async () => {
    const each = await start();
    await each.open(URI, DRAFT);
    const hover = await each.hover(URI, at('第十二条'));
    expect(hover?.contents).toMatchObject({ value: expect.stringContaining('比国家规定的20个工作日短') as unknown });
    expect(hover?.contents).toMatchObject({
      value: expect.stringContaining('> 政府信息自形成之日起15个工作日内公开。') as unknown,
    });
    const links = await each.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri: URI } });
    expect(links).toMatchObject([
      { range: rangeOf(DRAFT, '《省公开规定》'), target: 'https://www.example.gov.cn/gongkai/120.html' },
    ]);
    const link = await definition(each, at('第十二条'));
    expect((await textOf(each, link?.targetUri ?? '')).split('\n')[link?.targetSelectionRange.start.line ?? 0]).toBe(
      '第十二条  发布时限',
    );
    expect(each.published).toEqual([]);
  });

  test('a malformed file is diagnosed at the exact place, and taken back when it is mended or no longer used', async () => {
    const BAD = 'file:///w/%E6%B3%95%E8%A7%84/%E5%9D%8F.json';
    const TEXT = 'file:///w/%E5%8E%9F%E6%96%87/%E5%9D%8F.md';
    const held = files({
      [BAD]: '{"statutes": [\n  {"title": "甲县办法", "effective": "去年"}\n]}',
      [TEXT]: '# 个人信息保护法\n\n第一条 甲。\n\n第一条 乙。\n',
    });
    const each = await start({ host: memoryHost(held) });
    await each.open(URI, DRAFT);
    const bad = await each.until(() => each.published.find(({ uri }) => uri === BAD));
    expect(bad.diagnostics).toMatchObject([
      {
        range: rangeOf(held.get(BAD) ?? '', '"去年"'),
        severity: 1,
        source: 'annual-report',
        message: expect.stringContaining('“去年”不是日期') as unknown,
      },
    ]);
    const text = await each.until(() => each.published.find(({ uri }) => uri === TEXT));
    expect(text.diagnostics).toMatchObject([
      { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 3 } }, code: 'statuteText.articleTwice' },
    ]);
    held.set(BAD, '{"statutes": [{"title": "甲县办法", "effective": "2023"}]}');
    await each.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: BAD, type: 2 }],
    });
    await each.until(() => each.published.findLast(({ uri }) => uri === BAD)?.diagnostics.length === 0 || undefined);
    expect(each.statuteChanges).toBeGreaterThan(0);
    await each.close(URI);
    await each.until(() => each.published.findLast(({ uri }) => uri === TEXT)?.diagnostics.length === 0 || undefined);
  });

  test('a changed file takes effect at once, and the client is asked to watch the folders', async () => {
    const held = files();
    const each = await start({ host: memoryHost(held) });
    await each.open(URI, DRAFT);
    await each.until(() => (watchedBy(each).length === 6 ? true : undefined));
    expect(watchedBy(each)).toEqual([
      '**/.annual-report.json',
      '**/.annual-report-decisions.json',
      REPORT_FILES_GLOB,
      '**/*',
      { baseUri: encodeURI('file:///w/法规'), pattern: '*.json' },
      { baseUri: encodeURI('file:///w/原文'), pattern: '*.md' },
    ]);
    expect((await each.hover(URI, at('第十二条')))?.contents).toMatchObject({
      value: expect.stringContaining('发布时限') as unknown,
    });
    held.set(GUIDE_URI, GUIDE_FILE.replace('发布时限', '发布的期限'));
    await each.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: GUIDE_URI, type: 2 }],
    });
    await each.until(() => each.refreshes > 0 || undefined);
    expect((await each.hover(URI, at('第十二条')))?.contents).toMatchObject({
      value: expect.stringContaining('发布的期限') as unknown,
    });
  });

  test.each([
    ['file:///w', '/w/法规[[]2024[]]', 'b[[]1[]].json'],
    ['file:///D%3A/w', '[dD]:/w/法规[[]2024[]]', 'b[[]1[]].json'],
  ])('a folder with brackets is no pattern, nor is a drive one by its case: %s', async (root, folder, name) => {
    const each = await start({
      capabilities: {
        ...FULL,
        workspace: { ...FULL.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
      },
      initialization: { workspaceFolders: [{ uri: root, name: 'w' }] },
      settings: () => ({ statutes: ['法规[2024]', '法规[2024]/b[1].json'] }),
      host: memoryHost(new Map()),
    });
    await each.open(`${root}/2024.md`, DRAFT);
    await each.until(() => (watchedBy(each).length === 6 ? true : undefined));
    expect(watchedBy(each).slice(4)).toEqual([`${folder}/*.json`, `${folder}/${name}`]);
  });

  test('are found from .annual-report.json, but not outside the workspace', async () => {
    const configuration = 'file:///w/.annual-report.json';
    const secret = { 'file:///secret/a.json': GUIDE_FILE };
    const each = await start({
      settings: () => ({ statutes: [], statuteTexts: '' }),
      host: memoryHost(files({ ...secret, [configuration]: '{"statutes": ["./法规/本省.json"]}' })),
    });
    await each.open(URI, DRAFT);
    expect((await each.hover(URI, at('第十二条')))?.contents).toMatchObject({
      value: expect.stringContaining('发布时限') as unknown,
    });
    await each.stop();
    for (const path of ['../secret', '/secret', '../secret/a.json', 'file:///secret']) {
      const other = await start({
        settings: () => null,
        host: memoryHost(files({ ...secret, [configuration]: JSON.stringify({ statutes: [path] }) })),
      });
      await other.open(URI, DRAFT);
      expect(await other.hover(URI, at('第十二条'))).toBeNull();
      expect(other.log.some(({ type, message }) => type === 2 && message.includes('工作区之外'))).toBe(true);
      if (path !== 'file:///secret') await other.stop();
    }
  });

  test('outside the workspace are asked of our client as such', async () => {
    const asked: FilesParams[] = [];
    const each = await start({
      settings: () => ({ statutes: ['/secret', '法规'], statuteTexts: '../elsewhere' }),
      initialization: { initializationOptions: OUR_OPTIONS, workspaceFolders: FOLDERS },
      files: params => {
        asked.push(params);
        return { files: [], refusals: [params.outsideBy ? 'outside' : 'missing'] };
      },
    });
    await each.open(URI, DRAFT);
    await each.pull(URI);
    expect(asked).toEqual([
      { draft: URI, uri: 'file:///secret', root: 'file:///w', ending: '.json', outsideBy: 'statutes' },
      { draft: URI, uri: 'file:///w/%E6%B3%95%E8%A7%84', root: 'file:///w', ending: '.json' },
      { draft: URI, uri: 'file:///elsewhere', root: 'file:///w', ending: '.md', outsideBy: 'statuteTexts' },
    ]);
    expect(each.log.filter(({ type }) => type === 2)).toHaveLength(3);
  });

  test('that are set wrongly are named and left out', async () => {
    const each = await start({ settings: () => ({ statutes: [3], statuteTexts: true }) });
    await each.open(URI, DRAFT);
    await each.pull(URI);
    const warnings = each.log.filter(({ type }) => type === 2).map(({ message }) => message);
    expect(warnings.some(text => text.includes('statutes[0]'))).toBe(true);
    expect(warnings.some(text => text.includes('statuteTexts'))).toBe(true);
  });
});
