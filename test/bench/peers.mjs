// Other checkers, each as it comes out of its package. All are under the MIT licence; none is part of the product.
import { build } from 'esbuild';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { npm, run } from '../../scripts/processes.mjs';
import { say } from '../../scripts/setup.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const modules = createRequire(join(HERE, 'package.json'));
const importPeer = name => import(pathToFileURL(modules.resolve(name)).href);

const PEERS = [
  { name: 'markdownlint', load: loadMarkdownlint },
  { name: 'vscode-markdown-languageservice', load: loadLanguageService },
  { name: 'zhlint', load: loadZhlint },
  { name: 'autocorrect-node', load: loadAutocorrect },
];

/**
 * Installs what is missing as locked in test/bench and gives the peers that can be had: `peers` (`{ name, version, check(text) }`),
 * the file of autocorrect's `commandLine`, and `left`: those that cannot be had (`{ name, reason }`).
 */
export async function ensurePeers(folder) {
  await install();
  const peers = [];
  const left = [];
  for (const { name, load } of PEERS) {
    try {
      const { version } = JSON.parse(readFileSync(join(HERE, 'node_modules', name, 'package.json'), 'utf8'));
      peers.push({ name, version, check: await load(folder) });
    } catch (error) {
      const reason = isInstalled(name) ? '装上了但不能用 / installed, but does not load' : '没有装上 / not installed';
      say(`不与 ${name} 比较：${isInstalled(name) ? String(error) : '没有装上'}`, `measured without ${name}`);
      left.push({ name, reason });
    }
  }
  const commandLine = join(HERE, 'node_modules/autocorrect-node/cli.js');
  return { peers, left, commandLine: peers.some(({ name }) => name === 'autocorrect-node') ? commandLine : undefined };
}

async function install() {
  if (PEERS.every(({ name }) => isInstalled(name))) return;
  say('安装用来比较的工具……', 'installing the peers…');
  const [command, args, options] = npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
  const { code, output } = await run(command, args, { ...options, cwd: HERE });
  if (code === 0) return;
  console.log(output.trim());
  say(
    '用来比较的工具没有装上，原因见上；检查网络后可再运行，这次只测本产品',
    'the peers could not be installed, for the reason above; measured without them this time',
  );
}

function isInstalled(name) {
  const file = join(HERE, 'node_modules', name, 'package.json');
  const lock = JSON.parse(readFileSync(join(HERE, 'package-lock.json'), 'utf8'));
  return (
    existsSync(file) &&
    JSON.parse(readFileSync(file, 'utf8')).version === lock.packages[`node_modules/${name}`]?.version
  );
}

async function loadMarkdownlint() {
  const { lint } = await import(pathToFileURL(join(HERE, 'node_modules/markdownlint/lib/exports-sync.mjs')).href);
  return text => lint({ strings: { draft: text } });
}

/** Its ESM entry does not load in Node: bundled, with the CommonJS file of vscode-uri. */
async function loadLanguageService(folder) {
  const outfile = join(folder, 'languageService.mjs');
  await build({
    stdin: {
      contents: `export * from 'vscode-markdown-languageservice';
        export { TextDocument } from 'vscode-languageserver-textdocument';
        export { URI } from 'vscode-uri';`,
      resolveDir: HERE,
    },
    alias: { 'vscode-uri': join(HERE, 'node_modules/vscode-uri/lib/umd/index.js') },
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'silent',
  });
  const { createLanguageService, githubSlugifier, DiagnosticLevel, TextDocument, URI } = await import(
    pathToFileURL(outfile).href
  );
  const { default: markdownIt } = await importPeer('markdown-it');
  const parser = markdownIt({ html: true });
  const never = () => ({ dispose() {} });
  const untouched = { isCancellationRequested: false, onCancellationRequested: never };
  const levels = Object.fromEntries(
    [
      'validateReferences',
      'validateFragmentLinks',
      'validateFileLinks',
      'validateMarkdownFileLinkFragments',
      'validateUnusedLinkDefinitions',
      'validateDuplicateLinkDefinitions',
    ].map(name => [name, DiagnosticLevel.warning]),
  );
  let version = 0;
  return async text => {
    // A service of its own for each draft, since it keeps what it has read.
    const document = TextDocument.create('file:///bench/draft.md', 'markdown', ++version, text);
    const workspace = {
      workspaceFolders: [URI.parse('file:///bench')],
      onDidChangeMarkdownDocument: never,
      onDidCreateMarkdownDocument: never,
      onDidDeleteMarkdownDocument: never,
      getAllMarkdownDocuments: async () => [document],
      hasMarkdownDocument: () => true,
      openMarkdownDocument: async () => document,
      stat: async () => ({ isDirectory: false }),
      readDirectory: async () => [],
    };
    const service = createLanguageService({
      workspace,
      parser: { slugifier: githubSlugifier, tokenize: async each => parser.parse(each.getText(), {}) },
      logger: { level: 0, log() {} },
    });
    const found = [
      await service.computeDiagnostics(document, { ...levels, ignoreLinks: [] }, untouched),
      await service.getDocumentSymbols(document, {}, untouched),
    ];
    service.dispose();
    return found;
  };
}

async function loadZhlint() {
  const { run: check } = await importPeer('zhlint');
  return text => check(text, { rules: { preset: 'default' } });
}

async function loadAutocorrect() {
  const { lintFor } = modules('autocorrect-node');
  return text => {
    // Every draft has something it finds; of a large one it says nothing instead of failing.
    const { lines, error } = lintFor(text, 'draft.md');
    if (error !== '' || lines.length === 0) throw new Error('finds nothing in a draft of this size');
  };
}
