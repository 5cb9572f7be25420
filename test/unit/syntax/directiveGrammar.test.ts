import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  editionCommentIn,
  readCommand,
  writeComment,
  type WrittenDirective,
} from '../../../server/src/syntax/directiveGrammar.ts';
import { ofKind, read } from './reading.ts';

const name = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
const directive: fc.Arbitrary<WrittenDirective> = fc.oneof(
  fc.record({
    kind: fc.constant('silence' as const),
    rule: fc.tuple(name, name).map(parts => parts.join('/')),
    reason: fc.stringMatching(/^[\u4e00-\u9fffa-z0-9，。]{1,30}$/),
  }),
  fc.record({ kind: fc.constant('year' as const), year: fc.integer({ min: 1000, max: 9999 }) }),
  fc.record({ kind: fc.constant('edition' as const), edition: fc.constantFrom('2007', '2019', '2021') }),
);

describe('comments for the checker', () => {
  test('are read as what was written', () => {
    fc.assert(
      fc.property(directive, written => {
        const [found] = ofKind(read(writeComment(written)), 'directive');
        expect(found?.block.command).toMatchObject(written);
      }),
    );
  });

  test.each([
    ['<!-- 年报检查 格式 2019 -->\n# 标题', 0, 22],
    ['# 标题\r\n  <!--年报检查格式：2021年格式--> \r\n正文', 6, 32],
    ['正文 <!-- 年报检查 格式 2019 -->\n', undefined, undefined],
    ['<!-- 年报检查 年度 2024 -->\n<!-- 提示 -->', undefined, undefined],
  ])('name the edition in %j', (text, start, end) => {
    expect(editionCommentIn(text)).toEqual(start === undefined ? undefined : { start, end });
  });

  test('have their offsets counted from the content', () => {
    const content = '年报检查 忽略 totals/row-total：原表如此';
    const command = readCommand(content);
    expect(command?.kind === 'silence' && content.slice(command.ruleStart)).toBe('totals/row-total：原表如此');
  });
});

test('no other file knows their grammar', () => {
  const root = resolve(import.meta.dirname, '../../..');
  const knowing = ['server/src', 'client/src'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map(file => join(folder, file).replaceAll('\\', '/'))
      .filter(file => file.endsWith('.ts') && !file.startsWith('server/src/messages/'))
      // Comments in a Word file bear the name as their author.
      .filter(file => file !== 'server/src/documents/annotate.ts')
      .filter(file =>
        readFileSync(join(root, file), 'utf8')
          .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
          .includes('年报检查'),
      ),
  );
  expect(knowing).toEqual(['server/src/syntax/directiveGrammar.ts']);
});
