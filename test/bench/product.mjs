// What is measured, bundled and minified as it is shipped, and the floor server, bundled the same way.
import { build } from 'esbuild';
import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../../scripts/processes.mjs';
import { ROOT, SetupError } from '../../scripts/setup.mjs';
import { median } from './measure.mjs';

/** Source files of everything that the module with the analysis imports, by name of the export. */
const SOURCES = {
  Snapshot: 'server/src/analysis/snapshot.ts',
  UNINTERRUPTED: 'server/src/analysis/scheduler.ts',
  DEFAULT_SETTINGS: 'server/src/analysis/files/settings.ts',
  Source: 'server/src/text/source.ts',
  editionById: 'server/src/format/index.ts',
  writeTable: 'server/src/model/writing/write.ts',
  writeIntroduction: 'server/src/model/writing/write.ts',
  sampleReport: 'test/support/sample.ts',
  bodyYears: 'test/support/bodyYears.ts',
  writeReport: 'test/support/bodyYears.ts',
};

/** The module that is bundled: see `loadAnalysis`. */
const ANALYSIS = `
  ${Object.entries(SOURCES)
    .map(([name, file]) => `import { ${name} } from './${file}';`)
    .join('\n  ')}
  export async function analyse(text) {
    return (await new Snapshot('bench', 1, new Source(text), DEFAULT_SETTINGS).findings(UNINTERRUPTED)).findings;
  }
  export const official = { edition: editionById('2021'), writeTable, writeIntroduction };
  export { sampleReport, bodyYears, writeReport };`;

const AS_SHIPPED = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/**
 * The analysis for use in this process, and what drafts are made of: `{ analyse(text) → findings, sampleReport, official }`.
 * Builds `analysis.mjs` in `folder`.
 */
export async function loadAnalysis(folder) {
  const outfile = join(folder, 'analysis.mjs');
  await build({ ...AS_SHIPPED, stdin: { contents: ANALYSIS, resolveDir: ROOT, loader: 'ts' }, format: 'esm', outfile });
  return import(pathToFileURL(outfile).href);
}

/**
 * The bundles as the package has them, in a folder of their own, so that those in dist/ stay as they are:
 * `{ server, codeCache, commandLine, extension, floorServer, floorExtension, sizes }`, paths and sizes in bytes by file name; the
 * folder for the server's compiled code is empty.
 */
export async function buildBundles(folder) {
  const staging = join(folder, 'product');
  mkdirSync(staging);
  for (const name of ['client', 'server', 'node_modules'])
    symlinkSync(join(ROOT, name), join(staging, name), 'junction');
  const built = await run(process.execPath, [join(ROOT, 'esbuild.js'), '--minify'], { cwd: staging });
  if (built.code !== 0) throw new SetupError(built.output);
  const floorServer = join(folder, 'floorServer.js');
  await build({
    ...AS_SHIPPED,
    entryPoints: [join(ROOT, 'test/bench/floorServer.mjs')],
    format: 'cjs',
    outfile: floorServer,
    // The product's own copy, not one that came with a peer.
    alias: { 'vscode-languageserver-textdocument': join(ROOT, 'node_modules/vscode-languageserver-textdocument') },
  });
  const floorExtension = join(folder, 'floorExtension.js');
  await build({
    ...AS_SHIPPED,
    stdin: { contents: "export * from 'vscode-languageclient/node';", resolveDir: ROOT },
    external: ['vscode'],
    format: 'cjs',
    outfile: floorExtension,
  });
  const names = [
    ...['extension.js', 'server.js', 'serverMain.js', 'cli.js', 'tableForm.js', 'preview.js', 'clipboard.js'],
    ...['browser/extension.js', 'browser/server.js', 'browser/documentsWorker.js'],
    ...['documents.js', 'documentsJobs.js', 'documentsWord.js', 'documentsWorkbook.js', 'documentsPdf.js'],
  ];
  const sizes = Object.fromEntries(names.map(name => [name, statSync(join(staging, 'dist', name)).size]));
  const dist = name => join(staging, 'dist', name);
  const codeCache = join(folder, 'code');
  mkdirSync(codeCache);
  return {
    server: dist('server.js'),
    codeCache,
    commandLine: dist('cli.js'),
    extension: dist('extension.js'),
    floorServer,
    floorExtension,
    sizes,
  };
}

/** Size of the package in bytes, made as `npm run package` makes it. */
export async function packageSize(folder) {
  const out = join(folder, 'package.vsix');
  const { code, output } = await run(process.execPath, [join(ROOT, 'scripts/package.mjs'), '--out', out]);
  if (code !== 0) throw new SetupError(output);
  return statSync(out).size;
}

/** A module `vscode` in which everything can be named, called, extended and constructed. */
const ANY_VSCODE = `const any = new Proxy(function () {}, {
  get: (target, name) => name === 'prototype' ? target.prototype : name === Symbol.toPrimitive ? () => '' : name === Symbol.iterator ? undefined : any,
  apply: () => any, construct: () => ({}),
});
require.cache.vscode = { id: 'vscode', filename: 'vscode', loaded: true, exports: any };
const resolve = require('node:module')._resolveFilename;
require('node:module')._resolveFilename = (name, ...rest) => name === 'vscode' ? 'vscode' : resolve(name, ...rest);
const began = performance.now();
require(process.argv[2]);
process.stdout.write(String(performance.now() - began), () => process.exit(0));`;

/** Milliseconds to load the extension in a fresh process, and a bundle of its library alone, in turn, medians. */
export async function measureLoading({ extension, floorExtension }, folder, rounds) {
  const loader = join(folder, 'loader.cjs');
  writeFileSync(loader, ANY_VSCODE);
  const times = { own: [], floor: [] };
  for (let round = 0; round < rounds; round++) {
    for (const [side, file] of [
      ['own', extension],
      ['floor', floorExtension],
    ]) {
      const { code, output, stdout } = await run(process.execPath, [loader, file]);
      if (code !== 0) throw new Error(output.slice(-500));
      times[side].push(Number(stdout));
    }
  }
  const [own, floor] = [median(times.own), median(times.floor)];
  return { own, floor, ratio: own / floor };
}
