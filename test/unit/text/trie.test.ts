import { expect, it } from 'vitest';
import { Trie } from '../../../server/src/text/trie.ts';

const tree = new Trie<string>();
for (const word of ['条例', '条例实施细则', 'gb(1)']) tree.add(word, `=${word}`);

it.each<[string, string, number, { value: string; end: number } | undefined]>([
  ['the longest word', '按条例实施细则办', 1, { value: '=条例实施细则', end: 7 }],
  ['a word where a longer one begins', '条例实施', 0, { value: '=条例', end: 2 }],
  ['in any width, case and form of brackets', 'ＧB〔１〕号', 0, { value: '=gb(1)', end: 5 }],
  ['with white space inside', '条　 例', 0, { value: '=条例', end: 4 }],
  ['not behind white space', ' 条例', 0, undefined],
  ['not with more white space than wanted', '条     例', 0, undefined],
  ['not at another place', '条例', 1, undefined],
  ['not behind the end', '条例', 2, undefined],
])('%s', (_, text, at, expected) => {
  expect(tree.longestAt(text, at, 20, 4)).toEqual(expected);
});

it('looks no further than it is told', () => {
  expect(tree.longestAt('条例实施细则', 0, 5)).toEqual({ value: '=条例', end: 2 });
});

it('knows how words begin, as written', () => {
  expect([...tree.starts].sort()).toEqual([...'条gGｇＧ'].sort());
});
