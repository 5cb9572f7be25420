import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { frame, RawClient } from '../support/rawClient.ts';
import { sampleReport } from '../support/sample.ts';

let folder = '';
let server = '';
const clients: RawClient[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'server-'));
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

afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => {
  for (const client of clients.splice(0)) client.kill();
});

function start(...options: readonly string[]): RawClient {
  const client = new RawClient(server, options);
  clients.push(client);
  return client;
}

const URI = 'file:///drafts/2024.md';
const FAULTY = '# 临溪县2024年政府信息公开工作年度报告\n\n<!-- 年报检查 查一查 -->\n\n## 一、总体情况\n\n正文。\n';
const PULL = { textDocument: { diagnostic: {} } };
const pullOf = (uri: string) => ({ textDocument: { uri } });
const place = { textDocument: { uri: URI }, position: { line: 4, character: 4 } };

interface Report {
  readonly kind: string;
  readonly items: readonly { readonly code: string; readonly relatedInformation?: unknown }[];
}
const rulesOf = (report: unknown) => (report as Report).items.map(({ code }) => code);

describe('frames', () => {
  test('cut into single bytes, and several in one piece', async () => {
    const client = start();
    await client.begin(PULL);
    const bytes = Buffer.concat([
      frame({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri: URI, languageId: 'markdown', version: 1, text: FAULTY } },
      }),
      frame({ id: 'eins', method: 'textDocument/diagnostic', params: pullOf(URI) }),
    ]);
    for (const byte of bytes) {
      client.write(Buffer.of(byte));
      if (byte % 16 === 0)
        await new Promise(resolve => {
          setImmediate(resolve);
        });
    }
    expect(rulesOf((await client.answer('eins')).result)).toContain('wording/unreadable-directive');
    client.write(
      Buffer.concat([
        frame({ id: 'a', method: 'textDocument/hover', params: place }),
        frame({ id: 'b', method: 'textDocument/foldingRange', params: pullOf(URI) }),
      ]),
    );
    expect((await client.answer('a')).error).toBeUndefined();
    expect((await client.answer('b')).error).toBeUndefined();
    expect(await client.end()).toBe(0);
  });

  test('of 30 MB, and the session goes on', async () => {
    const client = start();
    await client.begin(PULL);
    client.open('file:///drafts/huge.md', `${FAULTY}${'正文一段，没有数字。\n'.repeat(1_000_000)}`);
    client.open(URI, FAULTY);
    expect(rulesOf((await client.ask('textDocument/diagnostic', pullOf(URI))).result)).toContain(
      'wording/unreadable-directive',
    );
    client.notify('textDocument/didClose', pullOf('file:///drafts/huge.md'));
    expect(await client.end()).toBe(0);
  }, 60_000);

  test('with other headers, with lower case ones, and with a body that is no request', async () => {
    const client = start();
    await client.begin(PULL);
    const body = Buffer.from(
      JSON.stringify({ jsonrpc: '2.0', id: 77, method: 'textDocument/foldingRange', params: pullOf(URI) }),
    );
    client.write(
      Buffer.concat([
        Buffer.from(
          `content-type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length: ${String(body.length)}\r\n\r\n`,
        ),
        body,
      ]),
    );
    expect(await client.answer(77)).toMatchObject({ result: null });
    for (const odd of [{}, { id: 5 }, { id: 99, result: null }, { id: null, error: { code: 1, message: 'x' } }])
      client.write(frame(odd));
    client.write(Buffer.from('Content-Length: 4\r\n\r\nnull'));
    client.write(Buffer.from('Content-Length: 2\r\n\r\n[]'));
    expect((await client.ask('textDocument/foldingRange', pullOf(URI))).error).toBeUndefined();
    expect(await client.end()).toBe(0);
  });

  test.each([
    ['a body that is no JSON', 'Content-Length: 9\r\n\r\n{"jsonrpc'],
    [
      'a body that is no UTF-8',
      Buffer.concat([Buffer.from('Content-Length: 4\r\n\r\n'), Buffer.of(0xff, 0xfe, 0x80, 0x81)]),
    ],
  ])('%s: the next one is answered', async (_, bytes) => {
    const client = start();
    await client.begin(PULL);
    client.write(bytes);
    client.open(URI, FAULTY);
    expect(rulesOf((await client.ask('textDocument/diagnostic', pullOf(URI))).result)).toContain(
      'wording/unreadable-directive',
    );
    expect(await client.end()).toBe(0);
  });

  test.each([
    ['without a length', 'Content-Type: x\r\n\r\n{}'],
    ['with a length that is no number', 'Content-Length: viel\r\n\r\n{}'],
  ])('a header %s does not keep the process alive for ever', async (_, bytes) => {
    const client = start();
    await client.begin(PULL);
    client.write(bytes);
    client.process.stdin.end();
    expect(await client.ended).not.toBe(0);
  });
});

describe('what a client sends that is not in the protocol', () => {
  test('unknown requests are refused, unknown notifications and optional ones left alone', async () => {
    const client = start();
    await client.begin();
    expect((await client.ask('annualReport/noSuchThing', {})).error?.code).toBe(-32601);
    expect((await client.ask('$/noSuchThing', {})).error?.code).toBe(-32601);
    for (const method of [
      'annualReport/noSuchThing',
      '$/noSuchThing',
      '$/cancelRequest',
      '$/setTrace',
      'workspace/didRenameFiles',
    ])
      client.notify(method, {});
    client.notify('$/cancelRequest', { id: 12_345 });
    expect((await client.ask('textDocument/foldingRange', pullOf(URI))).error).toBeUndefined();
    expect(await client.end()).toBe(0);
  });

  test('malformed parameters: every request is answered, and the open drafts are as before', async () => {
    const client = start();
    const { result } = await client.begin({
      textDocument: {
        diagnostic: {},
        inlayHint: {},
        codeLens: {},
        selectionRange: {},
        documentHighlight: {},
        rename: { prepareSupport: true },
        semanticTokens: { formats: ['relative'] },
      },
    });
    expect(result).toBeDefined();
    client.open(URI, FAULTY);
    const before = rulesOf((await client.ask('textDocument/diagnostic', pullOf(URI))).result);
    const methods = [
      'diagnostic',
      'documentSymbol',
      'foldingRange',
      'hover',
      'definition',
      'references',
      'documentLink',
      'completion',
      'codeAction',
      'formatting',
      'rangeFormatting',
      'inlayHint',
      'codeLens',
      'semanticTokens/full',
      'semanticTokens/full/delta',
      'semanticTokens/range',
      'selectionRange',
      'documentHighlight',
      'prepareRename',
      'rename',
    ]
      .map(name => `textDocument/${name}`)
      .concat([
        'workspace/symbol',
        'annualReport/equations',
        'annualReport/citations',
        'annualReport/pastedTable',
        'annualReport/renamePreview',
        'annualReport/statuteDocument',
      ]);
    const odd = [
      { line: -1, character: -1 },
      { line: 1e12, character: 1e12 },
      { line: 0.5, character: 0.5 },
      { line: '4', character: null },
      null,
      {},
    ];
    const params: unknown[] = [
      undefined,
      {},
      [],
      { textDocument: null },
      { textDocument: {} },
      { textDocument: { uri: 7 } },
      { textDocument: { uri: '' } },
      { textDocument: { uri: 'not an address %%%' } },
      { query: null, uri: null },
      ...odd.map(position => ({
        textDocument: { uri: URI },
        position,
        range: { start: position, end: position },
        positions: [position],
        context: { diagnostics: null },
        newName: 7,
        previousResultId: {},
        query: 5,
        text: 5,
        html: [],
      })),
    ];
    const ids = methods.flatMap(method => params.map(each => [method, each, client.send(method, each)] as const));
    const unanswered: string[] = [];
    for (const [method, each, id] of ids) {
      const { error, result: answered } = await client.answer(id);
      if (error === undefined && answered === undefined) unanswered.push(`${method} ${JSON.stringify(each)}`);
    }
    expect(unanswered).toEqual([]);
    for (const method of ['didOpen', 'didChange', 'didClose', 'didSave']
      .map(name => `textDocument/${name}`)
      .concat([
        'workspace/didChangeConfiguration',
        'workspace/didChangeWatchedFiles',
        'workspace/didChangeWorkspaceFolders',
        'initialized',
      ])) {
      for (const each of [
        undefined,
        {},
        [],
        { textDocument: null },
        { textDocument: { uri: 5 } },
        { textDocument: { uri: 'file:///other.md', text: 5, version: 'x' } },
        { event: null },
        { event: { added: [null], removed: 3 } },
        { settings: 'x' },
      ])
        client.notify(method, each);
    }
    client.notify('textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges: null });
    client.notify('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ range: 5, text: 7 }],
    });
    expect(rulesOf((await client.ask('textDocument/diagnostic', pullOf(URI))).result)).toEqual(before);
    expect(await client.end()).toBe(0);
  });

  test.each([
    ['capabilities that are none', { capabilities: 'all' }],
    ['empty parts', { capabilities: { textDocument: null, workspace: null, general: null } }],
    [
      'parts of another kind',
      {
        capabilities: {
          textDocument: {
            hover: { contentFormat: 3 },
            semanticTokens: {},
            completion: [],
            foldingRange: { rangeLimit: 'x' },
          },
          workspace: { workspaceEdit: { resourceOperations: {} } },
        },
      },
    ],
    [
      'folders that are none',
      { capabilities: {}, workspaceFolders: [null, { name: 'x' }, 5], initializationOptions: [1] },
    ],
    [
      'options of another kind',
      { capabilities: {}, initializationOptions: { language: 5, commands: 'x', rulePages: [] } },
    ],
  ])('an initialize request with %s', async (_, params) => {
    const client = start();
    expect((await client.ask('initialize', params)).result).toMatchObject({
      capabilities: { positionEncoding: 'utf-16', hoverProvider: true },
    });
    client.notify('initialized');
    client.open(URI, FAULTY);
    const published = await client.until(() =>
      client.received.find(({ method }) => method === 'textDocument/publishDiagnostics'),
    );
    expect(JSON.stringify(published.params)).toContain('wording/unreadable-directive');
    expect((await client.ask('textDocument/hover', place)).error).toBeUndefined();
    expect(await client.end()).toBe(0);
  });

  test('an initialize request without capabilities is refused, a better one accepted', async () => {
    const client = start();
    expect((await client.ask('initialize', { processId: null })).error).toBeDefined();
    expect((await client.begin(PULL)).result).toBeDefined();
    client.open(URI, FAULTY);
    expect((await client.ask('textDocument/diagnostic', pullOf(URI))).result).toMatchObject({ kind: 'full' });
    expect(await client.end()).toBe(0);
  });

  test('a second initialize request is refused', async () => {
    const client = start();
    await client.begin(PULL);
    expect((await client.ask('initialize', { processId: null, rootUri: null, capabilities: {} })).error?.code).toBe(
      -32600,
    );
    client.open(URI, FAULTY);
    expect((await client.ask('textDocument/diagnostic', pullOf(URI))).result).toMatchObject({ kind: 'full' });
    expect(await client.end()).toBe(0);
  });
});

const PERMISSION = ['--permission', '--experimental-permission'].find(option =>
  process.allowedNodeEnvironmentFlags.has(option),
);

test.skipIf(PERMISSION === undefined)('the server works where it may neither write nor start processes', async () => {
  const client = start(PERMISSION ?? '', '--allow-fs-read=*');
  await client.begin(PULL);
  client.open(URI, `${FAULTY}<script>x</script><img src=http://evil.example/x>[a](command:b)\n`);
  expect(rulesOf((await client.ask('textDocument/diagnostic', pullOf(URI))).result)).toContain(
    'wording/unreadable-directive',
  );
  expect((await client.ask('textDocument/hover', place)).error).toBeUndefined();
  expect(await client.end()).toBe(0);
});

describe('a client that can do little', () => {
  test('requests and notifications before the handshake are refused or left alone', async () => {
    const client = start();
    client.open(URI, FAULTY);
    expect((await client.ask('textDocument/diagnostic', pullOf(URI))).error?.code).toBe(-32002);
    await client.begin(PULL);
    expect(await client.ask('textDocument/hover', place)).toMatchObject({ result: null });
    expect(await client.end()).toBe(0);
  });

  test('that offers utf-8 positions is told utf-16, and gets places in it', async () => {
    const client = start();
    const { result } = await client.begin({ ...PULL, general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] } });
    expect(result).toMatchObject({ capabilities: { positionEncoding: 'utf-16' } });
    client.open(
      URI,
      '# 临溪县2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n𠮷𠮷依据《中华人民共和国政府信息公开条例》第九十九条。\n',
    );
    const { result: report } = await client.ask('textDocument/diagnostic', pullOf(URI));
    const found = (report as { items: { code: string; range: { start: object } }[] }).items.find(
      ({ code }) => code === 'citations/no-such-clause',
    );
    expect(found?.range.start).toEqual({ line: 4, character: 6 });
    expect(await client.end()).toBe(0);
  });

  test('that answers nothing it is asked still gets its findings', async () => {
    const client = start();
    await client.begin(
      {
        workspace: {
          configuration: true,
          didChangeConfiguration: { dynamicRegistration: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
      },
      { initializationOptions: { fileRequests: true } },
    );
    client.open(URI, FAULTY);
    const published = await client.until(() =>
      client.received.find(({ method }) => method === 'textDocument/publishDiagnostics'),
    );
    expect(JSON.stringify(published.params)).toContain('wording/unreadable-directive');
    expect(client.received.map(({ method }) => method)).toEqual(
      expect.arrayContaining(['workspace/configuration', 'annualReport/configurationFile']),
    );
    expect(await client.end()).toBe(0);
  }, 30_000);
});

describe('the end', () => {
  test('shutdown while a large draft is checked: answered at once, nothing more is sent, the exit code is 0', async () => {
    const client = start();
    await client.begin(PULL);
    client.open(URI, sampleReport('html').repeat(200));
    const pulls = [
      client.send('textDocument/diagnostic', pullOf(URI)),
      client.send('textDocument/semanticTokens/full', pullOf(URI)),
    ];
    expect(await client.ask('shutdown')).toMatchObject({ result: null });
    for (const pull of pulls) await client.answer(pull);
    expect((await client.ask('textDocument/hover', place)).error?.code).toBe(-32600);
    client.notify('exit');
    expect(await client.ended).toBe(0);
  });

  test('exit while a large draft is checked: the exit code is 1', async () => {
    const client = start();
    await client.begin(PULL);
    client.open(URI, sampleReport('html').repeat(200));
    client.send('textDocument/diagnostic', pullOf(URI));
    client.notify('exit');
    expect(await client.ended).toBe(1);
  });

  test('the client vanishes while it is being answered', async () => {
    const client = start();
    await client.begin(PULL);
    client.open(URI, sampleReport('html').repeat(50));
    for (let i = 0; i < 50; i++) client.send('textDocument/semanticTokens/full', pullOf(URI));
    client.process.stdout.destroy();
    client.process.stdin.destroy();
    expect(typeof (await client.ended)).toBe('number');
  });
});
