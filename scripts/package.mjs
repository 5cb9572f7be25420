// Makes the .vsix: minified bundles, only what .vscodeignore names, contents checked. With --npm the package for npm.
//   node scripts/package.mjs [--npm] [--out FILE]
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { packageForNpm } from './npmPackage.mjs';
import { deadLinks, writePackedReadme } from './packedReadme.mjs';
import { run } from './processes.mjs';
import { ensurePackages, ROOT, say, SetupError, temporaryFolder } from './setup.mjs';

const MUST_HAVE = [
  /^package\.json$/,
  /^LICENSE$/i,
  /^SECURITY\.md$/,
  /^THIRD-PARTY-NOTICES\.txt$/,
  /^dist\/README\.md$/,
  /^dist\/extension\.js$/,
  /^dist\/server\.js$/,
  /^dist\/tableForm\.js$/,
  /^dist\/tableForm\.css$/,
  /^dist\/preview\.js$/,
  /^dist\/preview\.css$/,
  /^dist\/review\.js$/,
  /^dist\/review\.css$/,
  /^dist\/clipboard\.js$/,
  /^dist\/clipboard\.css$/,
  /^dist\/serverMain\.js$/,
  /^dist\/browser\/extension\.js$/,
  /^dist\/browser\/server\.js$/,
  /^dist\/browser\/documentsWorker\.js$/,
  /^dist\/documents\.js$/,
  /^dist\/documentsJobs\.js$/,
  /^dist\/documentsWord\.js$/,
  /^dist\/documentsWorkbook\.js$/,
  /^dist\/documentsPdf\.js$/,
  /^syntaxes\/.+\.json$/,
  /^docs\/rules\/.+\.md$/,
  /^docs\/formats\.md$/,
  /^docs\/statutes\.md$/,
  /^examples\/statutes\/.+\.annual-report-statutes\.json$/,
  /^examples\/formats\/.+\.annual-report-formats\.json$/,
];
const MUST_NOT_HAVE = [
  /^(client|server|test|scripts|snippets|node_modules)\//,
  /^examples\/(?!(?:formats|statutes)\/)/,
  /\.(ts|map|mjs)$/,
  /^\./,
];

/** What is wrong with the packed files, of which `pages` are to be read; empty when nothing is. */
function complaints(files, pages) {
  return [
    ...MUST_HAVE.filter(pattern => !files.some(file => pattern.test(file))).map(
      pattern => `包里没有 / not in the package: ${String(pattern)}`,
    ),
    ...files
      .filter(file => MUST_NOT_HAVE.some(pattern => pattern.test(file)))
      .map(file => `不该在包里 / should not be in the package: ${file}`),
    ...deadLinks(pages, files).map(link => `链接的文件不在包里 / a link to what is not in the package: ${link}`),
  ];
}

/**
 * Writes the .vsix to `out` and gives `{ files, problems }`. Works in a copy, so that the bundles in dist/ stay as
 * they are.
 */
async function packageExtension(out) {
  const { createVSIX, listFiles, PackageManager } = await import('@vscode/vsce');
  const staging = temporaryFolder('package');
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const options = { packageManager: PackageManager.None, readmePath: manifest.vsce.readmePath };
  for (const file of await listFiles({ ...options, cwd: ROOT })) {
    if (file.startsWith('dist/')) continue;
    mkdirSync(dirname(join(staging, file)), { recursive: true });
    cpSync(join(ROOT, file), join(staging, file));
  }
  cpSync(join(ROOT, '.vscodeignore'), join(staging, '.vscodeignore'));
  delete manifest.scripts;
  delete manifest.allowScripts;
  writeFileSync(join(staging, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const sources = ['client', 'server', 'node_modules'];
  for (const name of sources) symlinkSync(join(ROOT, name), join(staging, name), 'junction');
  const built = await run(process.execPath, [join(ROOT, 'esbuild.js'), '--minify'], { cwd: staging });
  if (built.code !== 0) throw new SetupError(built.output);
  for (const name of sources) rmSync(join(staging, name));
  writePackedReadme(ROOT, staging, true);
  const files = await listFiles({ ...options, cwd: staging });
  await createVSIX({
    ...manifest.vsce,
    cwd: staging,
    packagePath: out,
    dependencies: false,
    rewriteRelativeLinks: false,
  });
  const pages = files
    .filter(file => file.endsWith('.md'))
    .map(file => [file, readFileSync(join(staging, file), 'utf8')]);
  return { files, problems: complaints(files, Object.fromEntries(pages)) };
}

function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(0)} KB`;
}

try {
  await ensurePackages();
  const { version, name } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const at = process.argv.indexOf('--out');
  const isForNpm = process.argv.includes('--npm');
  const ending = isForNpm ? 'tgz' : 'vsix';
  const out = resolve(at < 0 ? join(ROOT, `${name}-${version}.${ending}`) : process.argv[at + 1]);
  if (isForNpm) {
    const { files, packed, unpacked } = await packageForNpm(out);
    say(`${out}（${kilobytes(packed)}，装好 ${kilobytes(unpacked)}）`, `${String(files.length)} files`);
  } else {
    const { files, problems } = await packageExtension(out);
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) process.exitCode = 1;
    else say(`${out}（${kilobytes(statSync(out).size)}）`, `${String(files.length)} files`);
  }
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
}
