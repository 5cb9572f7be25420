import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

interface Import {
  /** File that imports, from the root, with `/`. */
  readonly from: string;
  readonly line: number;
  /** What it names: a package, or a file from the root. */
  readonly to: string;
  readonly isFile: boolean;
  /** Whether nothing of it is left at run time. */
  readonly isTypeOnly: boolean;
}

interface SourceFile {
  readonly path: string;
  readonly imports: readonly Import[];
  /** Names that only Node.js defines, with their lines. */
  readonly nodeGlobals: readonly string[];
  readonly hasDefaultExport: boolean;
  /** Whether every statement re-exports something of another file. */
  readonly isBarrel: boolean;
}

/** What a layer may import: other layers and packages. */
interface Layer {
  readonly layers: readonly string[];
  readonly packages?: readonly string[];
  readonly mayUseNode?: boolean;
}

const MODEL_AND_BELOW = ['text', 'syntax', 'client facts', 'format', 'statutes', 'model'];
const ANALYSIS_AND_BELOW = [...MODEL_AND_BELOW, 'rules', 'messages', 'analysis'];
const FEATURES_AND_BELOW = [...ANALYSIS_AND_BELOW, 'protocol', 'reporters', 'features'];
const LSP_AND_BELOW = [...FEATURES_AND_BELOW, 'hosts', 'workspace', 'lsp'];
const CLIENT = ['messages', 'protocol', 'client facts', 'document jobs', 'webview messages'];

/**
 * What the client needs of the server's program: names of reports, kinds and editions, limits; how files are decoded
 * and the checker's comments written, so that both do it alike. They import nothing.
 */
const CLIENT_FACTS = [
  'server/src/analysis/files/decision.ts',
  'server/src/format/reportNames.ts',
  'server/src/format/titleText.ts',
  'server/src/format/reportTitle.ts',
  'server/src/format/reportMentions.ts',
  'server/src/format/titlePattern.ts',
  'server/src/format/kind.ts',
  'server/src/format/kindTitle.ts',
  'server/src/format/builtInKinds.ts',
  'server/src/format/data/kinds.json',
  'server/src/format/anyTitle.ts',
  'server/src/format/roles.ts',
  'server/src/format/types.ts',
  'server/src/format/description.ts',
  'server/src/format/editionIds.ts',
  'server/src/format/reportYear.ts',
  'server/src/text/decode.ts',
  'server/src/text/limits.ts',
  'server/src/text/matches.ts',
  'server/src/syntax/directiveGrammar.ts',
];

const DOCUMENT_JOBS = ['job.ts', 'lastYearNote.ts', 'notes.ts', 'refused.ts'].map(
  name => `server/src/documents/${name}`,
);

const CLIENT_AND_PAGE = [
  'documentDesk.ts',
  'editor.ts',
  'exportDraft.ts',
  'fileNames.ts',
  'languageId.ts',
  'previewSession.ts',
  'progressWords.ts',
  'readDocument.ts',
  'tableFormSession.ts',
  'writeDocument.ts',
].map(name => `client/src/${name}`);

const PUBLISHED_REPORT = [
  'draftTable.ts',
  'fromReport.ts',
  'pieces.ts',
  'publishedTable.ts',
  'remarks.ts',
  'where.ts',
  'write/html.ts',
  'write/tableLayout.ts',
  'write/titleLines.ts',
  'writtenText.ts',
].map(name => `server/src/documents/${name}`);

/** The arrows of the architecture. A layer may always import itself. */
const LAYERS: Readonly<Record<string, Layer>> = {
  text: { layers: ['client facts'], packages: ['get-east-asian-width', 'vscode-uri'] },
  syntax: { layers: ['text', 'client facts'], packages: ['htmlparser2'] },
  'client facts': { layers: [] },
  format: { layers: ['text', 'client facts'] },
  statutes: { layers: ['text', 'client facts'] },
  model: { layers: MODEL_AND_BELOW },
  rules: { layers: [...MODEL_AND_BELOW, 'messages'] },
  messages: { layers: [] },
  protocol: { layers: ['client facts'], packages: ['vscode-languageserver-types'] },
  hosts: { layers: ['text', 'client facts', 'protocol'] },
  'disk host': { layers: ['text', 'client facts', 'protocol', 'hosts'], mayUseNode: true },
  analysis: { layers: ANALYSIS_AND_BELOW, packages: ['jsonc-parser'] },
  /** What was found in a draft as data and text, without a file or a terminal, and in the forms of other programs. */
  reporters: { layers: [...ANALYSIS_AND_BELOW, 'document jobs', 'published report'] },
  workspace: { layers: [...ANALYSIS_AND_BELOW, 'protocol', 'hosts'] },
  /** What is asked of the thread for documents: plain data that the client bundles too. */
  'document jobs': { layers: ['messages', 'client facts'] },
  /** Starts the worker of a browser that does the same, and bounds either. */
  'document worker': { layers: ['document jobs', 'client facts'] },
  /** Starts that thread. */
  'document thread': { layers: ['document worker', 'document jobs', 'client facts'], mayUseNode: true },
  /** A report as it is published, in words that know where they stand: what the preview shows is what export writes. */
  'published report': { layers: [...MODEL_AND_BELOW, 'messages', 'document jobs'] },
  documents: {
    layers: ['text', 'syntax', 'client facts', 'format', 'model', 'messages', 'document jobs', 'published report'],
    packages: ['htmlparser2', 'fflate', 'cfb', 'docx', 'pdfjs-dist', '@e965/xlsx'],
  },
  'documents entry (node)': { layers: ['documents', 'document jobs', 'documents entry (PDF)'], mayUseNode: true },
  'documents entry (browser)': {
    layers: ['documents', 'document jobs', 'document worker', 'documents entry (PDF)'],
  },
  'documents entry (PDF)': { layers: ['documents'], packages: ['pdfjs-dist'] },
  features: {
    layers: [...FEATURES_AND_BELOW, 'client facts', 'published report', 'document jobs'],
    packages: ['vscode-languageserver-types'],
  },
  lsp: {
    layers: LSP_AND_BELOW,
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument', 'vscode-languageserver-types'],
  },
  cli: {
    layers: [
      ...ANALYSIS_AND_BELOW,
      'reporters',
      'client facts',
      'protocol',
      'hosts',
      'disk host',
      'engine',
      'documents',
      'document jobs',
      'document thread',
      'published report',
    ],
    packages: ['commander', 'tinyglobby'],
    mayUseNode: true,
  },
  'library entry': { layers: [...ANALYSIS_AND_BELOW, 'reporters'] },
  /** Flags of the engine that a program runs in. */
  engine: { layers: [], mayUseNode: true },
  'server starter': { layers: ['engine'], mayUseNode: true },
  'server entry (node)': {
    layers: [...LSP_AND_BELOW, 'disk host'],
    packages: ['vscode-languageserver'],
    mayUseNode: true,
  },
  'server entry (browser)': { layers: LSP_AND_BELOW, packages: ['vscode-languageserver'] },
  client: { layers: ['client and page', ...CLIENT], packages: ['vscode', 'vscode-languageclient'] },
  /** What the extension shares with the page that stands alone: of VS Code it imports nothing but types. */
  'client and page': { layers: CLIENT, packages: ['vscode'] },
  'client entry (node)': {
    layers: ['client', 'client and page', 'document thread', ...CLIENT],
    packages: ['vscode', 'vscode-languageclient'],
    mayUseNode: true,
  },
  /** Runs in a page that has nothing of the editor but messages. */
  webview: { layers: ['webview messages', 'protocol', 'client facts'] },
  /** The page that stands alone: what VS Code is to the extension it is itself. */
  page: {
    layers: ['client and page', 'webview', 'document worker', ...CLIENT],
    packages: [
      '@codemirror/autocomplete',
      '@codemirror/commands',
      '@codemirror/language',
      '@codemirror/lint',
      '@codemirror/lsp-client',
      '@codemirror/search',
      '@codemirror/state',
      '@codemirror/view',
      'vscode',
      'vscode-languageserver-types',
      'vscode-uri',
    ],
  },
  'webview messages': { layers: ['protocol'] },
  'client entry (browser)': {
    layers: ['client', 'client and page', 'document worker', ...CLIENT],
    packages: ['vscode', 'vscode-languageclient'],
  },
};

/**
 * Layers that are divided: between their rooms, too, imports form no circle. A room is a folder, or a file beside the
 * folders.
 */
const DIVIDED = [
  'text',
  'syntax',
  'format',
  'statutes',
  'model',
  'rules',
  'analysis',
  'documents',
  'features',
  'lsp',
  'cli',
];

function layerOf(path: string): string {
  const page = /^client\/src\/(?:pages|preview|review|tableForm)\/(.*)$/.exec(path)?.[1];
  if (page !== undefined) return page === 'messages.ts' ? 'webview messages' : 'webview';
  if (path.startsWith('client/src/standalone/')) return 'page';
  if (CLIENT_AND_PAGE.includes(path)) return 'client and page';
  if (path.startsWith('client/src/')) {
    const entry = /^client\/src\/(node|browser)\.ts$/.exec(path)?.[1];
    return entry === undefined ? 'client' : `client entry (${entry})`;
  }
  if (/^server\/src\/entry\/library(?:Api\.d)?\.ts$/.test(path)) return 'library entry';
  if (path === 'server/src/entry/start.ts') return 'server starter';
  if (path === 'server/src/hosts/engine.ts') return 'engine';
  if (path === 'server/src/hosts/diskHost.ts' || path === 'server/src/hosts/statuteFolder.ts') return 'disk host';
  if (path === 'server/src/hosts/documentThread.ts') return 'document thread';
  if (/^server\/src\/hosts\/(?:boundedJob|documentWorker)\.ts$/.test(path)) return 'document worker';
  if (DOCUMENT_JOBS.includes(path)) return 'document jobs';
  if (PUBLISHED_REPORT.includes(path)) return 'published report';
  if (CLIENT_FACTS.includes(path)) return 'client facts';
  if (path === 'server/src/entry/documents.ts') return 'documents entry (node)';
  if (path === 'server/src/entry/documentsBrowser.ts') return 'documents entry (browser)';
  if (path === 'server/src/entry/documentsPdf.ts') return 'documents entry (PDF)';
  const entry = /^server\/src\/entry\/(node|browser)\.ts$/.exec(path)?.[1];
  return entry === undefined ? (path.split('/')[2] ?? path) : `server entry (${entry})`;
}

/** The room of a file inside a divided layer; undefined elsewhere. */
function roomOf(path: string): string | undefined {
  const [, , layer = '', room = ''] = path.split('/');
  return path.startsWith('server/src/') && DIVIDED.includes(layer) ? `${layer}/${room}` : undefined;
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.[cm]?tsx?$/.test(entry.name))
    .map(entry => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

const NODE_GLOBALS: ReadonlySet<string> = new Set([
  'process',
  'Buffer',
  'global',
  'require',
  'module',
  '__dirname',
  '__filename',
]);

/** Whether a name stands for a variable, and is no name of a property or of something declared here. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertySignature(parent)) return parent.name !== node;
  if (ts.isPropertyAssignment(parent) || ts.isBindingElement(parent)) return false;
  return !((ts.isParameter(parent) || ts.isVariableDeclaration(parent)) && parent.name === node);
}

function read(path: string, text: string): SourceFile {
  const parsed = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const nodeGlobals: string[] = [];
  let hasDefaultExport = false;
  let ownStatements = 0;
  const add = (specifier: string, node: ts.Node, isTypeOnly: boolean) => {
    const isFile = specifier.startsWith('.');
    imports.push({
      from: path,
      line: parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1,
      isFile,
      isTypeOnly,
      to: isFile ? posix.normalize(posix.join(posix.dirname(path), specifier)) : specifier,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const clause = node.importClause;
      const named =
        clause?.namedBindings && ts.isNamedImports(clause.namedBindings) && !clause.name
          ? clause.namedBindings.elements
          : undefined;
      const isTypeOnly =
        clause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
        (named !== undefined && named.length > 0 && named.every(each => each.isTypeOnly));
      add(node.moduleSpecifier.text, node, isTypeOnly);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, node, node.isTypeOnly);
    } else if (
      ts.isImportTypeNode(node) &&
      ts.isLiteralTypeNode(node.argument) &&
      ts.isStringLiteral(node.argument.literal)
    ) {
      add(node.argument.literal.text, node, true);
    } else if (
      ts.isCallExpression(node) &&
      (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require')
    ) {
      const [first] = node.arguments;
      if (first && ts.isStringLiteral(first)) add(first.text, node, false);
    } else if (ts.isIdentifier(node) && NODE_GLOBALS.has(node.text) && isReference(node)) {
      nodeGlobals.push(`${String(parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1)} ${node.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  for (const statement of parsed.statements) {
    if (!ts.isExportDeclaration(statement) && !ts.isImportDeclaration(statement)) ownStatements++;
    if (ts.isExportAssignment(statement)) hasDefaultExport = true;
    if (
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(each => each.kind === ts.SyntaxKind.DefaultKeyword)
    )
      hasDefaultExport = true;
    if (
      ts.isExportDeclaration(statement) &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause) &&
      statement.exportClause.elements.some(each => each.name.text === 'default')
    )
      hasDefaultExport = true;
  }
  const reExports = parsed.statements.some(each => ts.isExportDeclaration(each));
  return { path, imports, nodeGlobals, hasDefaultExport, isBarrel: reExports && ownStatements === 0 };
}

/** Why an import is not allowed; undefined where it is. */
function isData(path: string): boolean {
  return /\/data\/[^/]*\.json$/.test(path);
}

function objectionTo({ from, to, isFile }: Import): string | undefined {
  const name = layerOf(from);
  const layer = LAYERS[name];
  if (!layer) return `no layer is called ${name}`;
  if (!isFile) {
    if (isBuiltin(to)) return layer.mayUseNode ? undefined : `${name} may not use ${to}`;
    return layer.packages?.includes(packageOf(to)) ? undefined : `${name} may not use the package ${to}`;
  }
  // Data may be JSON; whoever reads it looks at its form.
  if (isData(to)) return name === layerOf(to) ? undefined : `${name} may not import ${to}`;
  if (!to.endsWith('.ts')) return `${to} is named without its ending`;
  const target = layerOf(to);
  return target === name || layer.layers.includes(target) ? undefined : `${name} may not import ${target}`;
}

/** Circles in a graph of imports, each with its nodes in order. */
function circlesOf(targets: ReadonlyMap<string, Iterable<string>>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (node: string, trail: readonly string[]): void => {
    const at = trail.indexOf(node);
    if (at >= 0) {
      circles.push([...trail.slice(at), node].join(' → '));
      return;
    }
    if (done.has(node)) return;
    for (const next of targets.get(node) ?? []) walk(next, [...trail, node]);
    done.add(node);
  };
  for (const node of targets.keys()) walk(node, []);
  return circles;
}

/** Circles of files that import each other. */
function cyclesOf(files: readonly SourceFile[]): string[] {
  return circlesOf(
    new Map(files.map(file => [file.path, file.imports.filter(each => each.isFile).map(each => each.to)])),
  );
}

/** Which rooms of a divided layer import which. */
function roomsOf(files: readonly SourceFile[]): Map<string, Set<string>> {
  const rooms = new Map<string, Set<string>>();
  for (const { path, imports } of files) {
    const from = roomOf(path);
    if (from === undefined) continue;
    const targets = rooms.get(from) ?? new Set<string>();
    rooms.set(from, targets);
    for (const { to, isFile } of imports) {
      const room = isFile ? roomOf(to) : undefined;
      if (room !== undefined && room !== from && room.split('/')[0] === from.split('/')[0]) targets.add(room);
    }
  }
  return rooms;
}

const files = [...filesIn('server/src'), ...filesIn('client/src')].map(path =>
  read(path, readFileSync(join(ROOT, path), 'utf8')),
);

function objections(sources: readonly SourceFile[]): string[] {
  const imported = sources
    .flatMap(file => file.imports)
    .flatMap(each => {
      const objection = objectionTo(each);
      return objection === undefined ? [] : [`${each.from}:${String(each.line)} → ${each.to}: ${objection}`];
    });
  const named = sources
    .filter(({ path }) => LAYERS[layerOf(path)]?.mayUseNode !== true)
    .flatMap(({ path, nodeGlobals }) => nodeGlobals.map(each => `${path}:${each} is there in Node.js alone`));
  return [...imported, ...named];
}

describe('layers', () => {
  it('holds all of the source', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.reduce((count, file) => count + file.imports.length, 0)).toBeGreaterThan(200);
  });

  it('import downwards only', () => {
    expect(objections(files)).toEqual([]);
  });

  it('name files that exist', () => {
    const known = new Set(files.map(file => file.path));
    const missing = files
      .flatMap(file => file.imports)
      .filter(each => each.isFile && !known.has(each.to) && !(isData(each.to) && existsSync(join(ROOT, each.to))));
    expect(missing.map(each => `${each.from} → ${each.to}`)).toEqual([]);
  });

  it('have no cycles', () => {
    expect(cyclesOf(files)).toEqual([]);
  });

  it('have no circles between their rooms', () => {
    expect(circlesOf(roomsOf(files))).toEqual([]);
  });

  it('have no default exports and no barrels', () => {
    expect(files.filter(file => file.hasDefaultExport).map(file => file.path)).toEqual([]);
    expect(files.filter(file => file.isBarrel).map(file => file.path)).toEqual([]);
  });

  it('read only what their package lists as a dependency', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const used = new Set(
      files
        .flatMap(file => file.imports)
        .filter(each => !each.isFile && !isBuiltin(each.to) && each.to !== 'vscode')
        .map(each => packageOf(each.to)),
    );
    expect([...used].filter(name => !(name in manifest.dependencies))).toEqual([]);
  });
});

describe('the check itself', () => {
  const judge = (path: string, text: string) => objections([read(path, text)]).length;

  it.each([
    ['server/src/text/a.ts', "import { x } from '../syntax/block.ts';"],
    ['server/src/text/a.ts', "import x from 'htmlparser2';"],
    ['server/src/syntax/a.ts', "import { readFile } from 'node:fs';"],
    ['server/src/syntax/a.ts', "import fs from 'fs';"],
    ['server/src/format/a.ts', "import { statuteById } from '../statutes/index.ts';"],
    ['server/src/hosts/a.ts', "import { readFile } from 'node:fs/promises';"],
    ['server/src/analysis/a.ts', "import type { FilesResult } from '../protocol/protocol.ts';"],
    ['server/src/text/limits.ts', "import { span } from './span.ts';"],
    ['server/src/workspace/a.ts', "import { symbols } from '../features/symbols.ts';"],
    ['server/src/protocol/a.ts', "import type { PastedTable } from '../features/tables/pastedTable.ts';"],
    ['client/src/a.ts', "import type { Host } from '../../server/src/hosts/host.ts';"],
    ['server/src/model/a.ts', "import type { Rule } from '../rules/rule.ts';"],
    ['server/src/model/a.ts', "type A = import('../rules/rule.ts').Rule;"],
    ['server/src/features/a.ts', "export { Snapshot } from '../lsp/session.ts';"],
    ['server/src/cli/a.ts', "import { symbols } from '../features/symbols.ts';"],
    ['server/src/cli/a.ts', "const a = await import('../lsp/session.ts');"],
    ['server/src/lsp/a.ts', "import { readFile } from 'node:fs/promises';"],
    ['server/src/reporters/words.ts', "import { readFile } from 'node:fs/promises';"],
    ['server/src/entry/library.ts', "import { readInput } from '../cli/files.ts';"],
    ['server/src/entry/browser.ts', "import { readFile } from 'node:fs/promises';"],
    ['client/src/a.ts', "import { Source } from '../../server/src/text/source.ts';"],
    ['client/src/a.ts', "import { EDITIONS } from '../../server/src/format/index.ts';"],
    ['server/src/format/reportNames.ts', "import { fold } from '../text/fold.ts';"],
    ['client/src/a.ts', "import { join } from 'node:path';"],
    ['client/src/browser.ts', "import { homedir } from 'node:os';"],
    ['client/src/browser.ts', "import { runJob } from '../../server/src/hosts/documentThread.ts';"],
    ['server/src/entry/documentsBrowser.ts', 'export const path = __dirname;'],
    ['server/src/lsp/a.ts', 'process.exit(1);'],
    ['server/src/documents/a.ts', 'export const bytes = Buffer.alloc(1);'],
    ['client/src/tableForm/a.ts', "import { Uri } from 'vscode';"],
    ['client/src/tableForm/a.ts', "import { message } from '../../../server/src/messages/text.ts';"],
    ['server/src/model/a.ts', "import { bind } from './bind';"],
    ['server/src/unknown/a.ts', "import { bind } from '../text/span.ts';"],
  ])('refuses %s: %s', (path, text) => {
    expect(judge(path, text)).toBe(1);
  });

  it.each([
    ['server/src/syntax/tables/a.ts', "import { span } from '../../text/span.ts';"],
    ['server/src/format/a.ts', "import type { Span } from '../text/span.ts';"],
    ['server/src/rules/totals/a.ts', "import type { Block } from '../../syntax/block.ts';"],
    ['server/src/rules/totals/a.ts', "import { type Block, type Cell } from '../../syntax/block.ts';"],
    ['server/src/cli/a.ts', "import { readFile } from 'node:fs';"],
    ['server/src/entry/node.ts', "import { readFile } from 'node:fs';"],
    ['client/src/a.ts', "import type { A } from '../../server/src/protocol/protocol.ts';"],
    ['client/src/a.ts', "import { message } from '../../server/src/messages/text.ts';"],
    ['client/src/a.ts', "import { isReportFileName } from '../../server/src/format/reportNames.ts';"],
  ])('allows %s: %s', (path, text) => {
    expect(judge(path, text)).toBe(0);
  });

  it('sees a circle between rooms whose files form none', () => {
    const planted = [
      read('server/src/model/tables/a.ts', "import { b } from '../equations/b.ts';"),
      read('server/src/model/equations/b.ts', ''),
      read('server/src/model/equations/c.ts', "import { d } from '../tables/d.ts';"),
      read('server/src/model/tables/d.ts', ''),
    ];
    expect(cyclesOf(planted)).toEqual([]);
    expect(circlesOf(roomsOf(planted))).toEqual(['model/tables → model/equations → model/tables']);
  });

  it('sees cycles, barrels and default exports', () => {
    const ring = [
      read('server/src/text/a.ts', "import './b.ts';"),
      read('server/src/text/b.ts', "export * from './c.ts';"),
      read('server/src/text/c.ts', "import type { A } from './a.ts';"),
    ];
    expect(cyclesOf(ring)).toHaveLength(1);
    expect(ring.map(file => file.isBarrel)).toEqual([false, true, false]);
    for (const text of [
      'export default 1;',
      'export default function a() {}',
      'const a = 1; export { a as default };',
    ]) {
      expect(read('server/src/text/a.ts', text).hasDefaultExport).toBe(true);
    }
  });
});
