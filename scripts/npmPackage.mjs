// Makes the package for npm: command line, language server, library and worker, bundled, without dependencies.
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { bundles } from '../esbuild.js';
import { packedReadme } from './packedReadme.mjs';
import { npm, run } from './processes.mjs';
import { ROOT, SetupError, temporaryFolder } from './setup.mjs';

/** Bundles of the package; the worker is there where the repository builds one. */
const BUNDLES = [
  'cli.js',
  'server.js',
  'serverMain.js',
  'documents.js',
  'documentsJobs.js',
  'documentsPdf.js',
  'documentsWord.js',
  'documentsWorkbook.js',
  'lib.mjs',
];
const WORKER = 'browser/server.js';

/** What npm shows as the package's page. */
const PAGE = 'docs/library.md';

/** The manifest of the package, from that of the repository. */
function manifestFrom({ version, license, engines: { node }, keywords }, hasWorker) {
  return {
    name: 'annual-report',
    version,
    description:
      '政府信息公开工作年度报告的检查：命令行、语言服务、库 · Checks annual reports on government information disclosure: command line, language server, library',
    license,
    keywords: [...keywords.filter(word => word !== 'multi-root ready'), 'lsp', 'language server', 'linter'],
    engines: { node },
    bin: { 'annual-report': 'dist/cli.js', 'annual-report-server': 'dist/annual-report-server.js' },
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
  const hasWorker = bundles.some(({ outfile }) => outfile.replaceAll('\\', '/').endsWith(WORKER));
  const wanted = [...BUNDLES, ...(hasWorker ? [WORKER] : [])];
  const dist = join(staging, 'dist');
  const built = await run(
    process.execPath,
    [join(ROOT, 'esbuild.js'), '--minify', '--out', dist, '--only', wanted.join(',')],
    { cwd: ROOT },
  );
  if (built.code !== 0) throw new SetupError(built.output);
  copyFileSync(join(ROOT, 'server/src/entry/libraryApi.d.ts'), join(dist, 'lib.d.ts'));
  copyFileSync(join(ROOT, 'scripts/annual-report-server.js'), join(dist, 'annual-report-server.js'));
  for (const file of ['LICENSE', 'THIRD-PARTY-NOTICES.txt']) copyFileSync(join(ROOT, file), join(staging, file));
  cpSync(join(ROOT, 'schemas'), join(staging, 'schemas'), { recursive: true });
  writeFileSync(join(staging, 'README.md'), packedReadme(readFileSync(join(ROOT, PAGE), 'utf8')));
  const manifest = manifestFrom(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')), hasWorker);
  writeFileSync(join(staging, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const missing = wanted.filter(name => !existsSync(join(dist, name)));
  if (missing.length > 0) throw new SetupError(`没有生成 / not built: ${missing.join(', ')}`);
  return pack(staging, out);
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
