// Bundles the extension client, the language server, the command line checker and the library into dist/.
//   node esbuild.js [--minify] [--watch] [--out FOLDER] [--only NAME,NAME…]
const { join, relative, sep } = require('node:path');
const { build, context } = require('esbuild');
const { version } = require('./package.json');

const watch = process.argv.includes('--watch');
const minify = process.argv.includes('--minify');
const out = process.argv.includes('--out') ? process.argv[process.argv.indexOf('--out') + 1] : 'dist';

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  charset: 'utf8',
  minify,
  sourcemap: minify ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
};

/** @type {import('esbuild').BuildOptions} The script of a webview, and its style sheet: a browser runs them. */
const page = { ...shared, platform: 'browser', format: 'iife', target: 'es2022' };

/**
 * A part of what is done with documents: the thread of Node.js requires it, the worker of a browser loads it as a script.
 * Nothing of Node.js may be in it.
 */
const part = (folder, name, entryPoint, own = {}) => ({
  ...page,
  target: 'es2022',
  entryPoints: [entryPoint],
  outfile: join(folder, `${name}.js`),
  globalName: name,
  footer: { js: `if (typeof module === 'object') module.exports = ${name};` },
  ...own,
});

const documentParts = folder => [
  part(folder, 'documentsJobs', 'server/src/documents/jobs.ts'),
  part(folder, 'documentsWord', 'server/src/documents/write/docx.ts'),
  part(folder, 'documentsWorkbook', 'server/src/documents/workbookLibrary.ts'),
  part(folder, 'documentsPdf', 'server/src/entry/documentsPdf.ts', {
    loader: { '.bcmap': 'binary' },
    // So the library takes itself to be in a browser: it loads no module by name and opens no file.
    define: { 'process.versions.nw': 'true', 'import.meta.url': 'undefined' },
  }),
];

/** Pages of ours, which stand in a webview, or in a frame of the page that stands alone. */
const pages = folder => [
  { ...page, entryPoints: ['client/src/tableForm/main.ts'], outfile: join(folder, 'tableForm.js') },
  { ...page, entryPoints: ['client/src/tableForm/form.css'], outfile: join(folder, 'tableForm.css') },
  { ...page, entryPoints: ['client/src/preview/main.ts'], outfile: join(folder, 'preview.js') },
  { ...page, entryPoints: ['client/src/preview/preview.css'], outfile: join(folder, 'preview.css') },
];

/** Workers of a browser: the server, which stands alone, and what does one job with one document. */
const workers = folder => [
  { ...page, entryPoints: ['server/src/entry/browser.ts'], outfile: join(folder, 'server.js') },
  { ...page, entryPoints: ['server/src/entry/documentsBrowser.ts'], outfile: join(folder, 'documentsWorker.js') },
];

/** The page that stands alone, in a folder for a web server; `scripts/web.mjs` adds what is no bundle. */
const webBundles = folder => [
  { ...page, entryPoints: ['client/src/standalone/main.ts'], outfile: join(folder, 'page.js') },
  { ...page, entryPoints: ['client/src/standalone/page.css'], outfile: join(folder, 'page.css') },
  { ...page, entryPoints: ['client/src/standalone/colours.css'], outfile: join(folder, 'colours.css') },
  { ...page, entryPoints: ['client/src/standalone/frame.ts'], outfile: join(folder, 'frame.js') },
  ...pages(folder),
  ...workers(folder),
  ...documentParts(folder),
];

const bundles = [
  { ...shared, entryPoints: ['client/src/node.ts'], outfile: join(out, 'extension.js'), external: ['vscode'] },
  ...pages(out),
  { ...page, entryPoints: ['client/src/review/main.ts'], outfile: join(out, 'review.js') },
  { ...page, entryPoints: ['client/src/review/review.css'], outfile: join(out, 'review.css') },
  { ...page, entryPoints: ['client/src/pages/clipboard.ts'], outfile: join(out, 'clipboard.js') },
  { ...page, entryPoints: ['client/src/pages/clipboard.css'], outfile: join(out, 'clipboard.css') },
  { ...shared, entryPoints: ['server/src/entry/start.ts'], outfile: join(out, 'server.js') },
  { ...shared, entryPoints: ['server/src/entry/node.ts'], outfile: join(out, 'serverMain.js') },
  {
    ...shared,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: join(out, 'cli.js'),
    // Libraries that ask where they are get the bundle's place.
    define: { 'import.meta.url': 'bundleUrl', PACKAGE_VERSION: JSON.stringify(version) },
    banner: { js: "#!/usr/bin/env node\nconst bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  },
  // The web extension: its client, and its workers.
  {
    ...page,
    format: 'cjs',
    entryPoints: ['client/src/browser.ts'],
    outfile: join(out, 'browser', 'extension.js'),
    external: ['vscode'],
  },
  ...workers(join(out, 'browser')),
  // What reads and writes documents, in a thread of Node.js or in a worker of a browser, and what both load when they
  // need it.
  { ...shared, entryPoints: ['server/src/entry/documents.ts'], outfile: join(out, 'documents.js') },
  ...documentParts(out),
  // The library of the npm package: one file for Node and browsers, so that no built-in module of Node can be in it.
  {
    ...shared,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    entryPoints: ['server/src/entry/library.ts'],
    outfile: join(out, 'lib.mjs'),
  },
];

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1].split(',') : undefined;

/** Whether a bundle is asked for: all are, unless some are named by their places below the folder. */
function isWanted({ outfile }) {
  return only === undefined || only.includes(relative(out, outfile).split(sep).join('/'));
}

/** Says when builds begin and end, and what is wrong with them, in the words that .vscode/tasks.json looks for. */
function announcing(state) {
  return {
    name: 'announcing',
    setup(build) {
      build.onStart(() => {
        if (state.running++ === 0) console.log('[watch] build started');
      });
      build.onEnd(({ errors, warnings }) => {
        const found = [...errors.map(each => ['error', each]), ...warnings.map(each => ['warning', each])];
        for (const [severity, { location, text }] of found) {
          const place = location ? `${location.file}:${location.line}:${location.column + 1}` : 'esbuild.js:1:1';
          console.error(`${place}: ${severity}: ${text}`);
        }
        if (--state.running === 0) console.log('[watch] build finished');
      });
    },
  };
}

/** Builds once, so that whoever waits knows that all bundles are there, then again after every change. */
async function watchAll() {
  const state = { running: 0 };
  const options = { logLevel: 'silent', plugins: [announcing(state)] };
  const contexts = await Promise.all(bundles.map(bundle => context({ ...bundle, ...options })));
  await Promise.all(contexts.map(each => each.watch()));
}

async function main() {
  if (watch) await watchAll();
  else await Promise.all(bundles.filter(isWanted).map(bundle => build(bundle)));
}

module.exports = { bundles, webBundles };

if (require.main === module) main().catch(() => process.exit(1));
