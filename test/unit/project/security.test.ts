import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');

const FILES = ['client/src', 'server/src'].flatMap(folder =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => join(folder, name)),
);

/** What would run or fetch something, or let a shown text act. */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ['runs text as code', /\beval\s*\(|new Function\b|\bnode:vm\b/],
  ['starts processes', /child_process|worker_threads|cluster/],
  ['opens connections', /\bfetch\s*\(|XMLHttpRequest|WebSocket|node:(?:https?|net|tls|dgram|dns)\b/],
  ['loads modules by name', /\bimport\s*\(|\brequire\s*\(|createRequire/],
  ['shows pages of its own', /createWebviewPanel|registerWebviewViewProvider|registerCustomEditorProvider/],
  ['trusts Markdown', /isTrusted|supportHtml/],
  ['writes files of its own accord', /\bwriteFile|\bappendFile|\bunlink\b|\brmdir\b|createWriteStream/],
];

/** Runs the server's own bundle, out of the code that V8 compiled of it before, and keeps that code. */
const STARTER = join('server/src', 'entry', 'start.ts');
const FOR_STARTER: ReadonlySet<string> = new Set([
  'runs text as code',
  'loads modules by name',
  'writes files of its own accord',
]);

/** Checks many drafts in several threads. */
const POOL = join('server/src', 'cli', 'pool.ts');
/** Starts the thread that reads or writes one document, and that thread, which loads the libraries beside it. */
const DOCUMENT_JOB = join('server/src', 'hosts', 'documentThread.ts');
const DOCUMENTS = join('server/src', 'entry', 'documents.ts');
/** Writes what the command line is told to write, to the place that it is told. */
const OUTPUT = join('server/src', 'cli', 'outputFile.ts');
/** Keeps what was found in files, in the folder that it is given. */
const CACHE = join('server/src', 'cli', 'cacheFile.ts');

/** Writes the texts of statutes to the folder that the language server is given. */
const STATUTES = join('server/src', 'hosts', 'statuteFolder.ts');

/** Shows the table form in a page; `webviewPage.ts` says what it may do. */
const FORM = join('client/src', 'tableFormPanel.ts');
/** The same of the layout preview, and of the page to paste into. */
const PREVIEW = join('client/src', 'previewPanel.ts');
const CLIPBOARD = join('client/src', 'clipboardPanel.ts');
/** The reviewer’s page. */
const REVIEW = join('client/src', 'reviewPanel.ts');
/** Writes what the user exports, to the place that was chosen. */
const EXPORT = join('client/src', 'vscodeDocumentDesk.ts');

/** Keeps the files of the page that stands alone in the browser, which asks its own server for them. */
const OFFLINE = join('client/src', 'standalone', 'offline.ts');

/** What else some files may do. */
const ALLOWED: Readonly<Record<string, ReadonlySet<string>>> = {
  [STARTER]: FOR_STARTER,
  [POOL]: new Set(['starts processes']),
  [DOCUMENT_JOB]: new Set(['starts processes']),
  [DOCUMENTS]: new Set(['starts processes', 'loads modules by name']),
  [FORM]: new Set(['shows pages of its own']),
  [PREVIEW]: new Set(['shows pages of its own']),
  [CLIPBOARD]: new Set(['shows pages of its own']),
  [REVIEW]: new Set(['shows pages of its own']),
  [OFFLINE]: new Set(['opens connections']),
  [EXPORT]: new Set(['writes files of its own accord']),
  [OUTPUT]: new Set(['writes files of its own accord']),
  [CACHE]: new Set(['writes files of its own accord']),
  [STATUTES]: new Set(['writes files of its own accord']),
};

test.each(FORBIDDEN)('no source %s', (what, pattern) => {
  expect(FILES.length).toBeGreaterThan(100);
  const found = FILES.filter(file => pattern.test(readFileSync(join(ROOT, file), 'utf8')));
  expect(found.filter(file => ALLOWED[file]?.has(what) !== true)).toEqual([]);
});

test('the command line starts its own program in threads, and no process', () => {
  const source = readFileSync(join(ROOT, POOL), 'utf8');
  expect(source).not.toMatch(/child_process|cluster/);
  expect(source.match(/new Worker\([^,]*/g)).toEqual(['new Worker(program']);
  for (const name of ['checkCommand.ts', 'summariseCommand.ts'])
    expect(readFileSync(join(ROOT, 'server/src/cli', name), 'utf8').match(/examineAll\([^]*?(?=async)/g), name).toEqual(
      [expect.stringMatching(/^examineAll\(\s*open,\s*\S+,\s*threadsFor\(open, jobs\),\s*__filename,\s*$/)],
    );
});

test('a document has a thread of its own, which loads the bundles beside it and nothing else', () => {
  const job = readFileSync(join(ROOT, DOCUMENT_JOB), 'utf8');
  expect(job).not.toMatch(/child_process|cluster/);
  expect(job.match(/new Worker\([^,]*, '[^']*'\)/g)).toEqual(["new Worker(join(__dirname, 'documents.js')"]);
  const source = readFileSync(join(ROOT, DOCUMENTS), 'utf8');
  expect(source).not.toMatch(/child_process|cluster|new Worker/);
  expect(source.match(/\bload\([^)]*\)/g)?.sort()).toEqual([
    "load('./documentsJobs.js')",
    "load('./documentsPdf.js')",
    "load('./documentsWord.js')",
    "load('./documentsWorkbook.js')",
  ]);
});

test('in a browser workers run our bundles and nothing else', () => {
  const workers = FILES.flatMap(file =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/new Worker\(.*|importScripts\(.*/g)].map(
      ([what]) => `${file.split('/').at(-1) ?? ''}: ${what}`,
    ),
  );
  expect(workers.sort()).toEqual(
    [
      'connection.ts: new Worker(this.script);',
      "browser.ts: new Worker(await scripts.at('browser', 'server.js'));",
      "documentThread.ts: new Worker(join(__dirname, 'documents.js'), {",
      'documentWorker.ts: new Worker(address);',
      'documentsBrowser.ts: importScripts(address);',
      'pool.ts: new Worker(program, {',
    ].sort(),
  );
  const client = readFileSync(join(ROOT, 'client/src/browser.ts'), 'utf8');
  expect(client.match(/scripts\.at\(.*?\)/g)).toEqual([
    "scripts.at('browser', 'server.js')",
    "scripts.at('browser', 'documentsWorker.js')",
    'scripts.at(`${name}.js`)',
  ]);
});

test('the starter runs the bundle beside it, and no place but that of the kept code comes from outside', () => {
  const source = readFileSync(join(ROOT, STARTER), 'utf8');
  expect(source).toContain("const SERVER = join(__dirname, 'serverMain.js');");
  expect(source.match(/\bload\([^)]*\)/g)).toEqual(['load(SERVER)']);
  expect(source.match(/readFileSync\([^)]*\)/g)).toEqual(['readFileSync(SERVER)', 'readFileSync(file)']);
  expect(source.match(/new Script\(/g)).toHaveLength(1);
  expect([...new Set(source.match(/process\.\w+/g))].sort()).toEqual([
    'process.arch',
    'process.argv',
    'process.env',
    'process.on',
    'process.pid',
    'process.platform',
    'process.uptime',
    'process.versions',
  ]);
  expect(source).toContain('const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env;');
});
