import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

const FILE = 'server-code.cache';
const DRAFT = '# 临溪县2024年政府信息公开工作年度报告\n\n<!-- 年报检查 查一查 -->\n\n## 一、总体情况\n\n正文。\n';

let folder = '';
let server = '';
/** Code as a first start keeps it. */
let kept: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '年报 code-'));
  server = join(folder, 'server.js');
  await Promise.all(
    [
      ['start', 'server'],
      ['node', 'serverMain'],
    ].map(([entry, bundle]) =>
      build({
        entryPoints: [`server/src/entry/${entry!}.ts`],
        outfile: join(folder, `${bundle!}.js`),
        bundle: true,
        platform: 'node',
        format: 'cjs',
        target: 'node20',
        charset: 'utf8',
        minify: true,
        logLevel: 'error',
      }),
    ),
  );
  const first = join(folder, '还没有的', '文件夹');
  await served(first, () => vi.waitFor(() => stat(join(first, FILE)), WAIT));
  kept = await readFile(join(first, FILE));
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const WAIT = { timeout: 15_000, interval: 100 };
const exitCode = (child: ChildProcess) =>
  new Promise<number | null>(resolve => {
    child.on('exit', resolve);
  });

/** Starts a server that keeps its code in a folder, has a draft checked, and ends it in good order after `then`. */
async function served(
  codeCache: string | undefined,
  then: () => Promise<unknown> = async () => undefined,
  environment: NodeJS.ProcessEnv = {},
): Promise<void> {
  const child = spawn(
    process.execPath,
    [server, '--stdio', ...(codeCache === undefined ? [] : [`--code-cache=${codeCache}`])],
    { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...environment } },
  );
  const ended = exitCode(child);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  try {
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
    });
    await connection.sendNotification('initialized', {});
    const uri = 'file:///drafts/2024.md';
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'annual-report', version: 1, text: DRAFT },
    });
    const { items } = (await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })) as {
      items: readonly { code: string }[];
    };
    expect(items.map(({ code }) => code)).toContain('wording/unreadable-directive');
    await then();
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await ended).toBe(0);
    expect(said).toBe('');
  } finally {
    connection.dispose();
    child.kill('SIGKILL');
  }
}

async function folderWith(name: string, content: Buffer): Promise<string> {
  const place = join(folder, name);
  await mkdir(place);
  await writeFile(join(place, FILE), content);
  return place;
}

/** Longer than a server waits before it keeps its code. */
const settled = () =>
  new Promise(resolve => {
    setTimeout(resolve, 3500);
  });

describe.concurrent('the code that a server keeps for its next start', () => {
  test('is used as it is', async () => {
    const place = await folderWith('whole', kept);
    const before = await stat(join(place, FILE));
    await served(place, settled);
    expect((await stat(join(place, FILE))).mtimeMs).toBe(before.mtimeMs);
    expect(await readdir(place)).toEqual([FILE]);
  });

  const damaged: readonly [string, () => Buffer][] = [
    ['is empty', () => Buffer.alloc(0)],
    ['is cut off', () => kept.subarray(0, kept.length >> 1)],
    [
      'has a wrong byte in the middle',
      () => {
        const copy = Buffer.from(kept);
        copy.writeUInt8(copy.readUInt8(copy.length >> 1) ^ 0x55, copy.length >> 1);
        return copy;
      },
    ],
    ['has the seal of another server', () => Buffer.concat([Buffer.alloc(32, 7), kept.subarray(32)])],
    ['is something else', () => Buffer.from(DRAFT)],
  ];
  test.each(damaged)('is made anew where it %s', async (name, content) => {
    const before = content();
    const place = await folderWith(name, before);
    await served(place, () =>
      vi.waitFor(async () => {
        expect((await readFile(join(place, FILE))).equals(before)).toBe(false);
      }, WAIT),
    );
    const { mtimeMs } = await stat(join(place, FILE));
    await served(place, settled);
    expect((await stat(join(place, FILE))).mtimeMs).toBe(mtimeMs);
    expect(await readdir(place)).toEqual([FILE]);
  });

  test('is kept whole by two servers at once', async () => {
    const place = join(folder, 'two');
    await Promise.all([served(place, settled), served(place, settled)]);
    expect(await readdir(place)).toEqual([FILE]);
    await served(place);
  });

  test('is kept by a server that ends early, in the cache of its user where no folder is named', async () => {
    const cache = join(folder, 'cache');
    const environment = { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache, HOME: cache };
    await served(undefined, () => new Promise(resolve => setTimeout(resolve, 400)), environment);
    const files = (await readdir(cache, { recursive: true })).filter(name => name.endsWith(FILE));
    expect(files).toEqual([
      join(...(process.platform === 'darwin' ? ['Library', 'Caches'] : []), 'annual-report', 'server', FILE),
    ]);
    const { mtimeMs } = await stat(join(cache, files[0]!));
    await served(undefined, settled, environment);
    expect((await stat(join(cache, files[0]!))).mtimeMs).toBe(mtimeMs);
  });

  test('is done without where the folder cannot be written, and where none is to be used', async () => {
    const file = join(folder, 'a file');
    await writeFile(file, '');
    const place = join(folder, 'blocked');
    await mkdir(join(place, FILE, 'in the way'), { recursive: true });
    const before = await readdir(folder);
    await Promise.all([
      served(join(file, 'below'), settled),
      served(place, settled),
      served('', settled, { XDG_CACHE_HOME: file, LOCALAPPDATA: file, HOME: file }),
      served(undefined, settled, { XDG_CACHE_HOME: file, LOCALAPPDATA: file, HOME: file }),
      served(undefined, settled, { XDG_CACHE_HOME: '', LOCALAPPDATA: '', HOME: join(file, 'below') }),
    ]);
    expect(await readFile(file, 'utf8')).toBe('');
    expect(await readdir(place)).toEqual([FILE]);
    expect((await readdir(folder)).filter(name => name.startsWith('server-code'))).toEqual([]);
    expect(before).toContain('blocked');
  });
});
