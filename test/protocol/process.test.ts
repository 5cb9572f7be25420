import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProtocolConnection, IPCMessageReader, IPCMessageWriter, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { ProtocolConnection, PublishDiagnosticsParams } from 'vscode-languageserver/node';

let folder = '';
let server = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '年报 server-'));
  server = join(folder, 'server.js');
  await build({
    entryPoints: ['server/src/node.ts'], outfile: server, bundle: true, platform: 'node', format: 'cjs', target: 'node20',
    charset: 'utf8', logLevel: 'error',
  });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const INITIALIZE = { processId: null, rootUri: null, capabilities: {} };

function startStdio(): { process: ChildProcess; connection: ProtocolConnection } {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.listen();
  return { process: child, connection };
}

const exitCode = (child: ChildProcess) => new Promise<number | null>(resolve => { child.on('exit', resolve); });

describe('the server as a process', () => {
  test('ends with 0 after shutdown and exit', async () => {
    const { process: child, connection } = startStdio();
    const ended = exitCode(child);
    await connection.sendRequest('initialize', INITIALIZE);
    await connection.sendNotification('initialized', {});
    expect(await connection.sendRequest('shutdown')).toBeNull();
    await expect(connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: 'file:///a.md' } })).rejects.toMatchObject({ code: -32600 });
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

  test('refuses requests before it is initialized', async () => {
    const { process: child, connection } = startStdio();
    const ended = exitCode(child);
    await expect(connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: 'file:///a.md' } })).rejects.toMatchObject({ code: -32002 });
    await connection.sendNotification('exit');
    expect(await ended).toBe(1);
  });

  test('without a way to talk it says how it is called', async () => {
    const child = spawn(process.execPath, [server], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => { said += text; });
    expect(await exitCode(child)).toBe(2);
    expect(said).toContain('--stdio');
  });

  test('talks over node-ipc', async () => {
    const child = spawn(process.execPath, [server, '--node-ipc'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    const ended = exitCode(child);
    expect(await connection.sendRequest('initialize', INITIALIZE)).toMatchObject({ capabilities: { documentSymbolProvider: true } });
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
    const published = new Promise<PublishDiagnosticsParams>(resolve => { connection.onNotification('textDocument/publishDiagnostics', resolve); });
    const uri = pathToFileURL(join(folder, '下级 单位', '2024年报.md')).href;
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: '<!-- 年报检查 查一查 -->\n' } });
    const { diagnostics } = await published;
    expect(diagnostics.find(item => item.code === rule)?.severity).toBe(4);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await ended).toBe(0);
  });
});
