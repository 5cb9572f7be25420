// Bundles the extension client, the language server and the command line checker into dist/.
const { build, context } = require('esbuild');

const watch = process.argv.includes('--watch');
const minify = process.argv.includes('--minify');

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
  { ...shared, entryPoints: ['client/src/node.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  { ...shared, entryPoints: ['server/src/node.ts'], outfile: 'dist/server.js' },
  {
    ...shared, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.js',
    // Libraries that ask where they are get the bundle's place.
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "#!/usr/bin/env node\nconst bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  },
];

async function main() {
  if (watch) for (const bundle of bundles) await (await context(bundle)).watch();
  else await Promise.all(bundles.map(bundle => build(bundle)));
}

main().catch(() => process.exit(1));
