// Writes the files that follow from data in server/src: node scripts/generate.mjs
// With --check it writes nothing and fails when a committed file is out of date.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { limitsTable } from './generate/limits.mjs';
import { notices } from './generate/notices.mjs';
import { rulePages } from './generate/rulePages.mjs';
import { fixesPage } from './generate/fixes.mjs';
import { editionSetting } from './generate/editions.mjs';
import { reportNames } from './generate/reportNames.mjs';
import { formatFiles } from './generate/formatFiles.mjs';
import { ruleSettings, settingsPage } from './generate/settings.mjs';
import { settingsSchema } from './generate/settingsSchema.mjs';
import { snippets } from './generate/snippets.mjs';
import { statuteFiles } from './generate/statuteFiles.mjs';
import { traditional } from './generate/traditional.mjs';
import { vocabularyPage } from './generate/vocabulary.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * A step gives the files it is answerable for: `async ({ load, read, list }) => [{ path, text }]`, paths from the root.
 * A step that owns only part of a file reads it, replaces its part and gives the whole back; later steps see that.
 */
const steps = [
  reportNames,
  editionSetting,
  snippets,
  rulePages,
  ruleSettings,
  settingsPage,
  settingsSchema,
  fixesPage,
  limitsTable,
  statuteFiles,
  formatFiles,
  traditional,
  vocabularyPage,
  notices,
];

/** Folders in which everything is generated: what no step gives any more goes. */
const OWNED = ['docs/rules'];

const loaded = new Map();
const scratch = mkdtempSync(join(tmpdir(), 'annual-report-generate-'));
process.on('exit', () => {
  rmSync(scratch, { recursive: true, force: true });
});

/** Exports of a TypeScript module of this repository. */
async function load(path) {
  if (!loaded.has(path)) {
    const { outputFiles } = await build({
      entryPoints: [join(ROOT, path)],
      bundle: true,
      write: false,
      platform: 'node',
      format: 'esm',
      charset: 'utf8',
      logLevel: 'error',
    });
    const file = join(scratch, `${String(loaded.size)}.mjs`);
    writeFileSync(file, outputFiles[0].contents);
    loaded.set(path, import(pathToFileURL(file).href));
  }
  return loaded.get(path);
}

const generated = new Map();

/** Text of a file as the steps so far leave it; an absent one is empty. */
function read(path) {
  if (generated.has(path)) return generated.get(path);
  return existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : '';
}

/** Files below a folder, paths from the root. */
function list(folder) {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

for (const step of steps) {
  for (const { path, text } of await step({ load, read, list })) generated.set(path, text);
}

const outdated = [...generated].filter(([path, text]) => {
  const file = join(ROOT, path);
  return !existsSync(file) || readFileSync(file, 'utf8') !== text;
});

const orphans = OWNED.flatMap(list).filter(path => !generated.has(path));

if (process.argv.includes('--check')) {
  for (const path of [...outdated.map(([path]) => path), ...orphans])
    console.error(`${path} 已过时，请运行 npm run generate / is out of date, run npm run generate`);
  process.exitCode = outdated.length + orphans.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of outdated) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
    console.log(`写入 / wrote ${path}`);
  }
  for (const path of orphans) {
    rmSync(join(ROOT, path));
    console.log(`删去 / removed ${path}`);
  }
}
