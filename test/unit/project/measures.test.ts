import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const MOST_LINES = 350;
const MOST_FIELDS = 8;
const MOST_WEAK_MAPS = 6;

interface Measured {
  readonly path: string;
  readonly lines: number;
  readonly weakMaps: number;
  /** Variables at module level that may be assigned again. */
  readonly variables: readonly string[];
  /** Number of fields by class, those that the constructor declares included. */
  readonly fields: ReadonlyMap<string, number>;
}

function measure(path: string, text: string): Measured {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const fields = new Map<string, number>();
  let weakMaps = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'WeakMap') weakMaps++;
    if (ts.isClassLike(node)) {
      const constructor = node.members.find(each => ts.isConstructorDeclaration(each));
      const declared = constructor?.parameters.filter(each => (ts.getModifiers(each)?.length ?? 0) > 0).length ?? 0;
      fields.set(node.name?.text ?? '', node.members.filter(each => ts.isPropertyDeclaration(each)).length + declared);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  const variables = file.statements.flatMap(statement =>
    ts.isVariableStatement(statement) && !(statement.declarationList.flags & ts.NodeFlags.Const)
      ? statement.declarationList.declarations.map(each => each.name.getText())
      : [],
  );
  return { path, lines: text.split('\n').length - 1, weakMaps, variables, fields };
}

/** All code; tables of knowledge and catalogues of messages may be as long as what they hold. */
const files = ['server/src', 'client/src'].flatMap(folder =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => `${folder}/${name.split(sep).join('/')}`)
    .map(path => measure(path, readFileSync(join(ROOT, path), 'utf8'))),
);

describe('the code', () => {
  it('has no long files', () => {
    expect(files.length).toBeGreaterThan(200);
    const long = files.filter(({ path, lines }) => lines > MOST_LINES && !/\/data\/|\/messages\//.test(path));
    expect(long.map(({ path, lines }) => `${path}: ${String(lines)}`)).toEqual([]);
  });

  it('has no class with many fields', () => {
    const large = files.flatMap(({ path, fields }) =>
      [...fields]
        .filter(([, count]) => count > MOST_FIELDS)
        .map(([name, count]) => `${path} ${name}: ${String(count)}`),
    );
    expect(large).toEqual([]);
  });

  it('keeps what was computed in one place, and no state in modules', () => {
    expect(files.reduce((sum, { weakMaps }) => sum + weakMaps, 0)).toBeLessThanOrEqual(MOST_WEAK_MAPS);
    expect(files.flatMap(({ path, variables }) => variables.map(name => `${path}: ${name}`))).toEqual([]);
  });

  it('is measured as it is meant', () => {
    const { lines, weakMaps, variables, fields } = measure(
      'a.ts',
      'let a = new WeakMap();\nconst b = () => { let c = 1; return c; };\nclass D { e = 1; constructor(private f: number, g: number) {} }\n',
    );
    expect({ lines, weakMaps, variables, fields: [...fields] }).toEqual({
      lines: 3,
      weakMaps: 1,
      variables: ['a'],
      fields: [['D', 2]],
    });
  });
});
