import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('these parts of the client import nothing of VS Code but types', () => {
  for (const name of ['recognise', 'status', 'changeEdition', 'rulePages', 'editor']) {
    const source = readFileSync(join(import.meta.dirname, `../../../client/src/${name}.ts`), 'utf8');
    expect(source, name).not.toMatch(/^import (?!type\b)[^;]*from 'vscode/m);
  }
});
