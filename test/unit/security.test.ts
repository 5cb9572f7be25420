import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

const FILES = ['client/src', 'server/src'].flatMap(folder => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts')).map(name => join(folder, name)));

/** What would run or fetch something, or let a shown text act. */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ['runs text as code', /\beval\s*\(|new Function\b|\bnode:vm\b/],
  ['starts processes', /child_process|worker_threads|cluster/],
  ['opens connections', /\bfetch\s*\(|XMLHttpRequest|WebSocket|node:(?:https?|net|tls|dgram|dns)\b/],
  ['loads modules by name', /\bimport\s*\(|\brequire\s*\(|createRequire/],
  ['shows pages of its own', /createWebviewPanel|registerWebviewViewProvider|registerCustomEditorProvider/],
  ['trusts Markdown', /isTrusted|supportHtml/],
  ['writes files of its own accord', /\bwriteFile|\bappendFile|\bunlink\b|\brmdir\b|createWriteStream/],
];

test.each(FORBIDDEN)('no source %s', (_, pattern) => {
  expect(FILES.length).toBeGreaterThan(100);
  expect(FILES.filter(file => pattern.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});
