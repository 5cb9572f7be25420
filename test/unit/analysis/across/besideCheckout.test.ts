import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { compareTexts, tell } from '../../../support/across.ts';

/** Real reports, a folder for each body or tree of bodies, where they lie beside the checkout. */
const FOLDER = resolve(import.meta.dirname, '../../../../../shared/corpus/pairs');
const folders = existsSync(FOLDER)
  ? readdirSync(FOLDER).filter(name => statSync(join(FOLDER, name)).isDirectory())
  : [];

function draftsIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(join(FOLDER, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map(path => [path.slice(FOLDER.length + 1), readFileSync(path, 'utf8')]),
  );
}

test.skipIf(folders.length === 0)('real reports of several bodies together give what each body gives by itself', () => {
  const drafts = folders.map(draftsIn);
  const apart = drafts.map(each => compareTexts(each));
  const together = compareTexts(Object.assign({}, ...drafts) as Record<string, string>);
  const told = apart.flatMap(({ findings }) => findings.map(tell));
  expect(told.length).toBeGreaterThan(folders.length);
  expect(together.findings.map(tell).sort()).toEqual(told.sort());
  const idsOf = (compared: (typeof apart)[number]) => compared.bodies.map(({ id }) => id);
  // A body may have reports in several folders.
  expect(new Set(idsOf(together))).toEqual(new Set(apart.flatMap(idsOf)));
});
