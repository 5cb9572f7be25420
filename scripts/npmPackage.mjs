// Makes the package for npm: command line, language server, library and worker, bundled, without dependencies.
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { build } from 'esbuild';
import { bundles } from '../esbuild.js';
import { packedReadme } from './packedReadme.mjs';
import { npm, run } from './processes.mjs';
import { ROOT, SetupError, temporaryFolder } from './setup.mjs';

/** Entry points whose common code is packed once: both programs, and the library, which shares no part that uses Node. */
const SHARING = {
  cli: 'server/src/cli/main.ts',
  serverMain: 'server/src/entry/node.ts',
  engine: 'server/src/hosts/engine.ts',
  lib: 'server/src/entry/library.ts',
};
/** Those that run in Node; packages of the older kind ask for its modules by \`require\`, which ES modules lack. */
const PROGRAMS = ['cli', 'serverMain'];
const PRELUDE =
  "import { createRequire as requireOfNode } from 'node:module';\nglobalThis.require ??= requireOfNode(import.meta.url);\n";

/** Bundles that are packed as the extension has them: what reads and writes documents, each part for itself. */
const DOCUMENTS = /^documents\w*\.js$/;
/** The worker is there where the repository builds one. */
const WORKER = 'browser/server.js';

/** What npm shows as the package's page. */
const PAGE = 'docs/library.md';

/** The manifest of the package, from that of the repository. */
function manifestFrom({ version, license, keywords }, hasWorker) {
  return {
    name: 'annual-report',
    version,
    description:
      '政府信息公开工作年度报告的检查：命令行、语言服务、库 · Checks annual reports on government information disclosure: command line, language server, library',
    license,
    keywords: [...keywords.filter(word => word !== 'multi-root ready'), 'lsp', 'language server', 'linter'],
    // The first that tells an ES module its own place.
    engines: { node: '>=20.11' },
    bin: { 'annual-report': 'dist/cli.mjs', 'annual-report-server': 'dist/annual-report-server.js' },
    exports: {
      '.': { types: './dist/lib.d.ts', default: './dist/lib.mjs' },
      ...(hasWorker ? { './worker': `./dist/${WORKER}` } : {}),
      './schemas/*': './schemas/*',
      './package.json': './package.json',
    },
    files: ['dist', 'schemas', 'THIRD-PARTY-NOTICES.txt'],
  };
}

/** Writes the package to `out` and gives `{ files, unpacked }`: the paths in it, and the bytes of what is installed. */
export async function packageForNpm(out) {
  const staging = temporaryFolder('npm');
  const dist = join(staging, 'dist');
  // The first one, the extension's client, stands in the folder itself.
  const [{ outfile: first }] = bundles;
  const built = bundles.map(({ outfile }) => relative(dirname(first), outfile).split(sep).join('/'));
  const hasWorker = built.includes(WORKER);
  const alone = built.filter(name => DOCUMENTS.test(name) || name === WORKER);
  const { code, output } = await run(
    process.execPath,
    [join(ROOT, 'esbuild.js'), '--minify', '--out', dist, '--only', alone.join(',')],
    { cwd: ROOT },
  );
  if (code !== 0) throw new SetupError(output);
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  await buildSharing(dist, version);
  copyFileSync(join(ROOT, 'server/src/entry/libraryApi.d.ts'), join(dist, 'lib.d.ts'));
  copyFileSync(join(ROOT, 'scripts/annual-report-server.js'), join(dist, 'annual-report-server.js'));
  for (const file of ['LICENSE', 'THIRD-PARTY-NOTICES.txt']) copyFileSync(join(ROOT, file), join(staging, file));
  cpSync(join(ROOT, 'schemas'), join(staging, 'schemas'), { recursive: true });
  writeFileSync(join(staging, 'README.md'), packedReadme(readFileSync(join(ROOT, PAGE), 'utf8')));
  const manifest = manifestFrom(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')), hasWorker);
  writeFileSync(join(staging, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return pack(staging, out);
}

/** Builds what shares code into a folder. */
async function buildSharing(dist, version) {
  await build({
    absWorkingDir: ROOT,
    entryPoints: SHARING,
    outdir: dist,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    define: {
      PACKAGE_VERSION: JSON.stringify(version),
      __filename: 'import.meta.filename',
      __dirname: 'import.meta.dirname',
    },
  });
  for (const name of PROGRAMS) {
    const file = join(dist, `${name}.mjs`);
    const first = name === 'cli' ? '#!/usr/bin/env node\n' : '';
    writeFileSync(file, `${first}${PRELUDE}${readFileSync(file, 'utf8')}`);
  }
}

/** Packs with npm, which leaves out what a package never has, and says what is in it. */
async function pack(staging, out) {
  mkdirSync(dirname(out), { recursive: true });
  const packed = join(staging, '..', `${basename(staging)}-packed`);
  mkdirSync(packed, { recursive: true });
  const [command, args, options] = npm('pack', '--json', '--ignore-scripts', '--pack-destination', packed);
  const { code, output } = await run(command, args, { ...options, cwd: staging });
  if (code !== 0) throw new SetupError(output);
  const [{ filename, files, unpackedSize }] = JSON.parse(output.slice(output.indexOf('[')));
  copyFileSync(join(packed, filename), out);
  rmSync(packed, { recursive: true });
  return { files: files.map(({ path }) => path), unpacked: unpackedSize, packed: statSync(out).size };
}
