import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { ProtocolConnection, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { GUIDE_FILE, TEXT_FILE } from '../support/localStatutes.ts';

let folder = '';
let server = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '年报 server-'));
  server = join(folder, 'server.js');
  await build({
    entryPoints: ['server/src/entry/node.ts'],
    outfile: server,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'utf8',
    logLevel: 'error',
  });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const INITIALIZE = { processId: null, rootUri: null, capabilities: {} };

function startStdio(): { process: ChildProcess; connection: ProtocolConnection } {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  return { process: child, connection };
}

const exitCode = (child: ChildProcess) =>
  new Promise<number | null>(resolve => {
    child.on('exit', resolve);
  });

describe('the server as a process', () => {
  test('ends with 0 after shutdown and exit', async () => {
    const { process: child, connection } = startStdio();
    const ended = exitCode(child);
    await connection.sendRequest('initialize', INITIALIZE);
    await connection.sendNotification('initialized', {});
    expect(await connection.sendRequest('shutdown')).toBeNull();
    await expect(
      connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: 'file:///a.md' } }),
    ).rejects.toMatchObject({ code: -32600 });
    await connection.sendNotification('exit');
    expect(await ended).toBe(0);
  });

  test('ends with 1 when told to exit without shutdown, and when its input ends', async () => {
    const first = startStdio();
    const firstEnd = exitCode(first.process);
    await first.connection.sendRequest('initialize', INITIALIZE);
    await first.connection.sendNotification('exit');
    expect(await firstEnd).toBe(1);
    const second = startStdio();
    const secondEnd = exitCode(second.process);
    await second.connection.sendRequest('initialize', INITIALIZE);
    second.process.stdin?.end();
    expect(await secondEnd).toBe(1);
  });

  test('ends with 1 when its output is closed, whatever else is asked', async () => {
    const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const ended = exitCode(child);
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.stdin.on('error', () => {});
    const send = (method: string, params: object, id?: number): void => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...(id === undefined ? {} : { id }), method, params });
      child.stdin.write(`Content-Length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}`);
    };
    send('initialize', INITIALIZE, 1);
    await new Promise(resolve => child.stdout.once('data', resolve));
    child.stdout.destroy();
    const timer = setInterval(() => {
      send('textDocument/documentSymbol', { textDocument: { uri: 'file:///a.md' } }, 2);
    }, 20);
    expect(await ended).toBe(1);
    clearInterval(timer);
    expect(said).toBe('');
  });

  test('refuses requests before it is initialized', async () => {
    const { process: child, connection } = startStdio();
    const ended = exitCode(child);
    await expect(
      connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: 'file:///a.md' } }),
    ).rejects.toMatchObject({ code: -32002 });
    await connection.sendNotification('exit');
    expect(await ended).toBe(1);
  });

  test('without a way to talk it says how it is called', async () => {
    const child = spawn(process.execPath, [server], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    expect(await exitCode(child)).toBe(2);
    expect(said).toContain('--stdio');
  });

  test('talks over node-ipc', async () => {
    const child = spawn(process.execPath, [server, '--node-ipc'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    const ended = exitCode(child);
    expect(await connection.sendRequest('initialize', INITIALIZE)).toMatchObject({
      capabilities: { documentSymbolProvider: true },
    });
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await ended).toBe(0);
  });

  test('reads .annual-report.json from the disk for a client with bare capabilities', async () => {
    const rule = 'wording/unreadable-directive';
    await writeFile(join(folder, '.annual-report.json'), JSON.stringify({ severities: { [rule]: 'hint' } }));
    const { process: child, connection } = startStdio();
    const ended = exitCode(child);
    await connection.sendRequest('initialize', INITIALIZE);
    const published = new Promise<PublishDiagnosticsParams>(resolve => {
      connection.onNotification('textDocument/publishDiagnostics', resolve);
    });
    const uri = pathToFileURL(join(folder, '下级 单位', '2024年报.md')).href;
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text: '<!-- 年报检查 查一查 -->\n' },
    });
    const { diagnostics } = await published;
    expect(diagnostics.find(item => item.code === rule)?.severity).toBe(4);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await ended).toBe(0);
  });

  test('reads local rules and official texts from the disk, GB18030 too, and follows no link out of the workspace', async () => {
    const workspace = join(folder, '工作区');
    const outside = join(folder, '别处');
    for (const path of [join(workspace, '法规'), join(workspace, '原文'), outside])
      await mkdir(path, { recursive: true });
    await writeFile(join(workspace, '法规', '本省.json'), GUIDE_FILE);
    // 甲县 and 办法 in GB18030.
    const bytes = Buffer.concat([
      Buffer.from('{"statutes": [{"title": "'),
      Buffer.from([0xbc, 0xd7, 0xcf, 0xd8, 0xb0, 0xec, 0xb7, 0xa8]),
      Buffer.from('", "effective": "x"}]}'),
    ]);
    await writeFile(join(workspace, '法规', '本县.json'), bytes);
    await writeFile(join(outside, '秘密.json'), '{"statutes": 1}');
    await symlink(join(outside, '秘密.json'), join(workspace, '法规', '链接.json'));
    await writeFile(join(workspace, '原文', '本省.md'), TEXT_FILE);
    await writeFile(
      join(workspace, '.annual-report.json'),
      JSON.stringify({ statutes: ['法规'], statuteTexts: '原文' }),
    );
    const { process: child, connection } = startStdio();
    const ended = exitCode(child);
    await connection.sendRequest('initialize', {
      ...INITIALIZE,
      workspaceFolders: [{ uri: pathToFileURL(workspace).href, name: 'w' }],
    });
    const published: string[] = [];
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      published.push(`${decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))} ${String(diagnostics[0]?.code)}`);
    });
    const uri = pathToFileURL(join(workspace, '2024年报.md')).href;
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text: '按照《省公开规定》第十二条。\n' },
    });
    const hover = await connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 10 },
    });
    expect(JSON.stringify(hover)).toContain('政府信息自形成之日起15个工作日内公开');
    await connection.sendRequest('shutdown');
    expect(published.filter(each => each.includes('.json'))).toEqual(['本县.json statuteFile.notDate']);
    await connection.sendNotification('exit');
    expect(await ended).toBe(0);
  });
});
