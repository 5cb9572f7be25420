import { memoryHost } from '../support/memoryHost.ts';
import { afterEach, expect, test } from 'vitest';
import { DocumentLinkRequest, InlayHintRequest, WorkspaceSymbolRequest } from 'vscode-languageserver/node';
import type { DocumentLink, LocationLink } from 'vscode-languageserver/node';
import { CITATIONS_REQUEST, STATUTE_DOCUMENT_REQUEST } from '../../server/src/protocol/protocol.ts';
import type { CitationList, StatuteDocumentResult } from '../../server/src/protocol/protocol.ts';
import { FULL, LanguageClient } from '../support/languageClient.ts';

/** What must not come alive wherever a text of the workspace is shown. */
const EVIL =
  '<img src=x onerror=alert(1)>[点](command:workbench.action.quit)![图](http://evil.example/p.png)<a href="command:x">a</a><http://evil.example>http://evil.example/`code`**粗**&lt;b&gt;$(bug)';
const SNIPPET = '${TM_FILENAME}$1\\';
const SHORT = '<b>[x](command:y)';

const STATUTES = JSON.stringify({
  statutes: [
    {
      title: `临溪省公开规定${SHORT}`,
      aliases: ['省公开规定', `规定${EVIL}`],
      shortNames: [`规${SHORT}`],
      version: `2021年${EVIL}`,
      number: `令第120号${SNIPPET}`,
      issuedBy: EVIL,
      promulgated: '2020-11-20',
      effective: '2021-01-01',
      articleCount: 45,
      publication: 'https://www.example.gov.cn/120.html',
      explanation: EVIL,
      clauses: [
        {
          article: 12,
          title: EVIL,
          chapter: `第二章 ${EVIL}`,
          paragraphs: 2,
          items: [EVIL, SNIPPET],
          itemsIn: 2,
          explanation: EVIL,
          keywords: [EVIL],
          keyFigures: [EVIL],
        },
      ],
    },
    {
      title: '临溪县办法',
      aliases: ['县办法'],
      publication: 'command:workbench.action.quit',
      clauses: [{ article: 1, title: SNIPPET, explanation: EVIL }],
    },
    {
      title: '临溪县细则',
      aliases: ['县细则'],
      publication: 'javascript:alert(1)',
      clauses: [{ article: 1, title: 'x', explanation: '</code><script>alert(1)</script>' }],
    },
  ],
});
const WORDING = `# 临溪省公开规定${SHORT}（2021年${EVIL}）\n\n第十二条　${EVIL}\n\n（一）${EVIL}；\n\n（二）${SNIPPET}。\n`;
const ROW = (label: string, ...cells: (string | number)[]) =>
  `| ${[label.replaceAll('|', ''), ...cells].join(' | ')} |`;
const DRAFT = [
  `# 临溪县${SHORT}2024年政府信息公开工作年度报告`,
  '',
  `根据《中华人民共和国政府信息公开条例》（以下简称《条例》）第五十条、《省公开规定》第十二条第（一）项、县办法第一条、县细则第一条、《${EVIL}办法》第三条编制。`,
  '',
  '## 一、总体情况',
  '',
  `全年收到申请47件，其中网上<img src=x>[x](command:y)30件，信函${EVIL}12件。`,
  '',
  `## 二、${EVIL}`,
  '',
  '## 三、收到和处理政府信息公开申请情况',
  '',
  '| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |',
  '|---|---|---|---|---|---|---|---|',
  ROW('一、本年新收政府信息公开申请数量', 3, 1, 0, 0, 0, 0, 5),
  ROW(`二、上年结转${SHORT}`, 0, '<b>1</b>', 0, '[1](command:x)', 0, 0, 1),
  ROW(EVIL, 1, 2, 3, 4, 5, 6, 7),
  '',
  `<!-- 年报检查 ${EVIL} -->`,
  '',
  `XX${EVIL}。`,
  '',
].join('\n');

const URI = 'file:///w/2024.md';
let client: LanguageClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

/** Links that we write ourselves. */
const OWN_LINK =
  /\]\(<?(?:https:\/\/www\.(?:gov|example\.gov)\.cn\/[^)>\s]*|https:\/\/[a-z.]+\.gov\.cn\/[^)>\s]*|annual-report-statute:[^)>\s]*)>?\)/g;

/** What of a Markdown text could come alive; escaped signs are dead. */
function alive(markdown: string): string[] {
  const dead = markdown.replace(OWN_LINK, ']').replace(/\\[!-/:-@[-`{-~]/g, '');
  return [...dead.matchAll(/<[a-z/!]|\]\(|!\[|command:|javascript:|https?:|www\.|<\/|`/gi)].map(({ index }) =>
    dead.slice(Math.max(0, index - 20), index + 30),
  );
}

test('the look for what is alive finds it', () => {
  expect(alive(EVIL).length).toBeGreaterThan(8);
  expect(alive(SHORT)).not.toEqual([]);
});

async function start(): Promise<LanguageClient> {
  const host = memoryHost(
    new Map([
      ['file:///w/%E6%B3%95%E8%A7%84/a.json', STATUTES],
      [`file:///w/%E5%8E%9F%E6%96%87/${encodeURIComponent(`a${SHORT.replace('/', '')}.md`)}`, WORDING],
    ]),
  );
  client = await LanguageClient.start({
    capabilities: FULL,
    settings: () => ({ statutes: ['法规'], statuteTexts: '原文', tables: { inlayHints: 'always' } }),
    host,
    initialization: {
      initializationOptions: { statuteDocuments: true },
      workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
    },
  });
  await client.open(URI, DRAFT);
  return client;
}

const LINES = DRAFT.split('\n');
const PLACES = LINES.flatMap((text, line) =>
  Array.from({ length: Math.ceil(text.length / 3) }, (_, i) => ({ line, character: i * 3 })),
);

test('nothing of a draft, a local rule or an official text comes alive in hovers and lists', async () => {
  const each = await start();
  const shown: string[] = [];
  for (const place of PLACES) {
    const contents = (await each.hover(URI, place))?.contents;
    if (typeof contents === 'object' && 'kind' in contents) shown.push(contents.value);
  }
  const wording = shown.filter(text => text.includes('第十二条'));
  expect(wording.join()).toContain('alert');
  expect(new Set(shown).size).toBeGreaterThan(10);
  expect(shown.flatMap(alive)).toEqual([]);
  const list = await each.connection.sendRequest<CitationList>(CITATIONS_REQUEST, { textDocument: { uri: URI } });
  expect(list.entries.length).toBeGreaterThan(3);
  expect(alive(list.markdown)).toEqual([]);
});

test('hovers in a statute opened as a text, and its links', async () => {
  const each = await start();
  const line = LINES.findIndex(text => text.includes('省公开规定'));
  const links = await each.connection.sendRequest<LocationLink[]>('textDocument/definition', {
    textDocument: { uri: URI },
    position: { line, character: (LINES[line] ?? '').indexOf('第十二条') + 1 },
  });
  const uri = links[0]?.targetUri ?? '';
  const { text } = await each.connection.sendRequest<StatuteDocumentResult>(STATUTE_DOCUMENT_REQUEST, { uri });
  const shown: string[] = [];
  for (const [at, words] of text.split('\n').entries()) {
    for (let character = 0; character < Math.min(words.length, 300); character += 3) {
      const contents = (await each.hover(uri, { line: at, character }))?.contents;
      if (typeof contents === 'object' && 'kind' in contents) shown.push(contents.value);
    }
  }
  expect(shown.join()).toContain('alert');
  expect(shown.flatMap(alive)).toEqual([]);
  for (const each_ of [URI, uri]) {
    const targets = (
      ((await each.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri: each_ } })) as
        DocumentLink[] | null) ?? []
    ).map(({ target }) => String(target));
    for (const target of targets) expect(target).toMatch(/^(?:https:\/\/|annual-report-statute:)/);
  }
});

test('completion: documentation is plain text, and no text of a file acts as a snippet', async () => {
  const each = await start();
  const lines = [
    '根据《',
    '根据《临溪',
    '按照省公开规定第',
    '按照《省公开规定》第十二条第（',
    '根据《临溪县办法》第',
    '## ',
    '|',
    '全年收到',
    '（临溪省令第',
    '占',
  ];
  await each.change(URI, 2, `${DRAFT}\n${lines.join('\n')}\n`);
  let count = 0;
  for (const [i, text] of lines.entries()) {
    for (const item of await each.complete(URI, { line: LINES.length + i, character: text.length })) {
      count++;
      if (typeof item.documentation === 'object') expect(item.documentation.kind).toBe('plaintext');
      if (item.insertTextFormat === 2)
        expect((item.textEdit?.newText ?? item.insertText ?? '').replace(/\\[\\$}]/g, '')).not.toMatch(
          /\$\{?TM_|\$1\\|command:/,
        );
      expect(item.command).toBeUndefined();
    }
  }
  expect(count).toBeGreaterThan(20);
});

test('findings, hints, actions and symbols carry plain text, and no command of a file', async () => {
  const each = await start();
  const report = await each.pull(URI);
  if (report.kind !== 'full') throw new Error(report.kind);
  expect(report.items.length).toBeGreaterThan(3);
  for (const item of report.items) {
    expect(typeof item.message).toBe('string');
    expect(item.codeDescription?.href ?? 'file:').toMatch(/^file:/);
  }
  const range = { start: { line: 0, character: 0 }, end: { line: LINES.length, character: 0 } };
  for (const hint of (await each.connection.sendRequest(InlayHintRequest.type, {
    textDocument: { uri: URI },
    range,
  })) ?? []) {
    expect(typeof hint.label).toBe('string');
    expect(typeof (hint.tooltip ?? '')).toBe('string');
  }
  for (const action of await each.codeActions(URI, range, { diagnostics: report.items }))
    expect(action.command).toBeUndefined();
  for (const symbol of (await each.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '第' })) ?? [])
    expect(symbol.location.uri).toMatch(/^annual-report-statute:/);
});
