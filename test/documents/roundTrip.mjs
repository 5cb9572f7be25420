// Every draft of SHARED's corpus through Word and back, counted: node test/documents/roundTrip.mjs [SHARED] [--verbose]
// Ends with 1 where a draft whose tables have columns comes back with other figures or findings, or one without them
// with other figures that nothing tells of.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const given = process.argv.slice(2);
const options = given.filter(each => each.startsWith('--'));
const [shared = join(root, '../shared')] = given.filter(each => !each.startsWith('--'));
const folders = ['corpus', 'corpus/second', 'corpus/other', 'corpus/layouts']
  .map(name => join(resolve(shared), name))
  .filter(folder => existsSync(folder));
if (folders.length === 0) console.log(`no drafts in ${shared}: skipped`);
else {
  const work = mkdtempSync(join(tmpdir(), 'round-trip-'));
  const outfile = join(work, 'roundTrip.cjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/documents/roundTrip.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    logLevel: 'warning',
  });
  const { status } = spawnSync(process.execPath, [outfile, ...folders, ...options], { stdio: 'inherit' });
  rmSync(work, { recursive: true });
  process.exitCode = status ?? 1;
}
