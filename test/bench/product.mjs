// What is measured, bundled and minified as it is shipped, and the floor server, bundled the same way.
import { build } from 'esbuild';
import { mkdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../../scripts/processes.mjs';
import { ROOT, SetupError } from '../../scripts/setup.mjs';

const ANALYSIS = `
  export { Snapshot } from './server/src/analysis/snapshot.ts';
  export { NEVER_STOP } from './server/src/analysis/stop.ts';
  export { DEFAULT_SETTINGS } from './server/src/analysis/settings.ts';
  export { Source } from './server/src/text/source.ts';
  export { sampleReport } from './test/support/sample.ts';`;

const AS_SHIPPED = { bundle: true, platform: 'node', target: 'node20', charset: 'utf8', minify: true, legalComments: 'none', logLevel: 'warning' };

/** The analysis for use in this process: `{ analyse(text) → findings, sampleReport }`. Builds in `folder`. */
export async function loadAnalysis(folder) {
  const outfile = join(folder, 'analysis.mjs');
  await build({ ...AS_SHIPPED, stdin: { contents: ANALYSIS, resolveDir: ROOT, loader: 'ts' }, format: 'esm', outfile });
  const { Snapshot, NEVER_STOP, DEFAULT_SETTINGS, Source, sampleReport } = await import(pathToFileURL(outfile).href);
  const analyse = async text => (await new Snapshot('bench', 1, new Source(text), DEFAULT_SETTINGS).findings(NEVER_STOP)).findings;
  return { analyse, sampleReport };
}

/**
 * The bundles as the package has them, in a folder of their own, so that those in dist/ stay as they are:
 * `{ server, commandLine, floorServer, sizes }`, paths and sizes in bytes by file name.
 */
export async function buildBundles(folder) {
  const staging = join(folder, 'product');
  mkdirSync(staging);
  for (const name of ['client', 'server', 'node_modules']) symlinkSync(join(ROOT, name), join(staging, name), 'junction');
  const built = await run(process.execPath, [join(ROOT, 'esbuild.js'), '--minify'], { cwd: staging });
  if (built.code !== 0) throw new SetupError(built.output);
  const floorServer = join(folder, 'floorServer.js');
  await build({ ...AS_SHIPPED, entryPoints: [join(ROOT, 'test/bench/floorServer.mjs')], nodePaths: [join(ROOT, 'node_modules')], format: 'cjs', outfile: floorServer });
  const names = ['extension.js', 'server.js', 'cli.js'];
  const sizes = Object.fromEntries(names.map(name => [name, statSync(join(staging, 'dist', name)).size]));
  return { server: join(staging, 'dist/server.js'), commandLine: join(staging, 'dist/cli.js'), floorServer, sizes };
}
