// Bundles the extension client, the language server and the command line checker into dist/, or the folder behind --out.
const { join } = require('node:path');
const { build, context } = require('esbuild');

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

const bundles = [
  { ...shared, entryPoints: ['client/src/node.ts'], outfile: join(out, 'extension.js'), external: ['vscode'] },
  { ...shared, entryPoints: ['server/src/entry/start.ts'], outfile: join(out, 'server.js') },
  { ...shared, entryPoints: ['server/src/entry/node.ts'], outfile: join(out, 'serverMain.js') },
  {
    ...shared,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: join(out, 'cli.js'),
    // Libraries that ask where they are get the bundle's place.
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "#!/usr/bin/env node\nconst bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  },
];

async function main() {
  if (watch) for (const bundle of bundles) await (await context(bundle)).watch();
  else await Promise.all(bundles.map(bundle => build(bundle)));
}

module.exports = { bundles };

if (require.main === module) main().catch(() => process.exit(1));
