import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const NAMES = [
  'extension.js',
  'server.js',
  'serverMain.js',
  'cli.js',
  'preview.js',
  'clipboard.js',
  'browser/extension.js',
  'browser/server.js',
  'browser/documentsWorker.js',
  'documents.js',
  'documentsJobs.js',
  'documentsPdf.js',
  'documentsWord.js',
  'documentsWorkbook.js',
  'lib.mjs',
];

test('two builds into different folders give the same bytes, and no path of the machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'builds-'));
  try {
    const places = [join(folder, 'a'), join(folder, '另一处', 'b c')];
    const hashes = places.map(place => {
      mkdirSync(place, { recursive: true });
      execFileSync(process.execPath, ['esbuild.js', '--minify', '--out', place], { cwd: ROOT });
      return NAMES.map(name =>
        createHash('sha256')
          .update(readFileSync(join(place, name)))
          .digest('hex'),
      );
    });
    expect(hashes[1]).toEqual(hashes[0]);
    for (const name of NAMES) {
      const text = readFileSync(join(places[0] ?? '', name), 'utf8');
      expect(text).not.toContain(ROOT);
      expect(text).not.toContain(folder);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);

test('what is bundled is pinned, locked and named with its licence', () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<
      string,
      { version?: string; integrity?: string; dev?: boolean; license?: string; hasInstallScript?: boolean }
    >;
  };
  const notices = readFileSync(join(ROOT, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  expect(existsSync(join(ROOT, 'package-lock.json'))).toBe(true);
  for (const [name, version] of Object.entries(dependencies)) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(packages[`node_modules/${name}`]?.version).toBe(version);
    expect(notices).toContain(`\n${name} ${version}\n`);
  }
  for (const [path, { integrity, dev, license, hasInstallScript }] of Object.entries(packages)) {
    if (path === '' || dev === true) continue;
    expect(integrity, path).toMatch(/^sha512-/);
    expect(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'Apache-2.0'], path).toContain(license);
    expect(hasInstallScript, path).toBeUndefined();
  }
});
