import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '../..');
/** Sentences for people and data may use any words. */
const NO_KNOWLEDGE = /^server\/src\/(?:messages|statutes\/data|format\/data)\//;

/** The code of a file without its comments; strings and regular expressions as they are written. */
function withoutComments(text: string): string {
  const file = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true);
  const pieces: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(file);
    if (children.length === 0) pieces.push(node.getText(file));
    for (const child of children) visit(child);
  };
  visit(file);
  return pieces.join(' ');
}

/**
 * Source files outside data and messages whose code matches without its comments, which must hold of the text with them
 * too.
 */
export function filesWithCode(pattern: RegExp): readonly string[] {
  return ['server/src', 'client/src']
    .flatMap(folder =>
      readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
        .map(entry => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/')),
    )
    .filter(path => {
      if (NO_KNOWLEDGE.test(path)) return false;
      const text = readFileSync(join(ROOT, path), 'utf8');
      return pattern.test(text) && pattern.test(withoutComments(text));
    })
    .sort();
}
