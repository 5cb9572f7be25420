import { describe, expect, test } from 'vitest';
import { folderOf, placeOf, rootOf, workingAddress } from '../../../server/src/hosts/uris.ts';

const ROOT = 'file:///w/%E5%B9%B4%E6%8A%A5';

describe('a path in a setting', () => {
  test.each([
    ['法规', `${ROOT}/%E6%B3%95%E8%A7%84`, true],
    ['./法规/', `${ROOT}/%E6%B3%95%E8%A7%84`, true],
    ['.', ROOT, true],
    ['a\\b.json', `${ROOT}/a/b.json`, true],
    ['a/../b', `${ROOT}/b`, true],
    ['a b#c?d%', `${ROOT}/a%20b%23c%3Fd%25`, true],
    ['..', 'file:///w', false],
    ['../年报2', 'file:///w/%E5%B9%B4%E6%8A%A52', false],
    ['../../../../etc', 'file:///etc', false],
    ['/etc', 'file:///etc', false],
    ['/w/年报/法规', `${ROOT}/%E6%B3%95%E8%A7%84`, true],
    ['C:\\法规', 'file:///c%3A/%E6%B3%95%E8%A7%84', false],
  ])('%s', (path, uri, isInside) => {
    expect(placeOf(path, ROOT, ROOT)).toEqual({ uri, isInside, root: ROOT });
  });

  test.each([
    ['\\\\server\\share\\法规', 'file:///server/share/%E6%B3%95%E8%A7%84'],
    ['//server/share', 'file:///server/share'],
    ['\\\\?\\C:\\法规', 'file:///%3F/C%3A/%E6%B3%95%E8%A7%84'],
    ['%2e%2e/%2e%2e/etc', `${ROOT}/%252e%252e/%252e%252e/etc`],
    ['a/../../../etc', 'file:///etc'],
    ['/W/年报/法规', 'file:///W/%E5%B9%B4%E6%8A%A5/%E6%B3%95%E8%A7%84'],
    ['../年报/../../etc', 'file:///etc'],
    ['/../../etc', 'file:///etc'],
  ])('“%s” stays on its host and leads where it says', (path, uri) => {
    expect(placeOf(path, ROOT, ROOT)).toEqual({ uri, isInside: uri.startsWith(`${ROOT}/`), root: ROOT });
  });

  test('leads to no other host', () => {
    const remote = 'file://server/share/w';
    expect(placeOf('//evil/share/a', remote, remote)).toEqual({
      uri: 'file://server/evil/share/a',
      isInside: false,
      root: remote,
    });
    expect(placeOf('../../../x', remote, remote)?.isInside).toBe(false);
  });

  test.each([
    '.. /x',
    '../. ./x',
    '.../x',
    'a/.. /../b',
    'file://evil/share/a',
    'FILE:/etc',
    'command:x',
    'data:text/plain,x',
    '',
    ' ',
    'file:///w/a',
    'http://a',
    'vscode-vfs:/a',
    'a\0b',
  ])('“%s” is none', path => {
    expect(placeOf(path, ROOT, ROOT)).toBeUndefined();
  });

  test('counts from a configuration file and may lead up to the workspace folder', () => {
    expect(placeOf('../法规', `${ROOT}/2024`, ROOT)).toMatchObject({
      uri: `${ROOT}/%E6%B3%95%E8%A7%84`,
      isInside: true,
    });
    expect(placeOf('../../法规', `${ROOT}/2024`, ROOT)?.isInside).toBe(false);
  });

  test('leads to other kinds of workspaces, and on drives whatever the case of their letter', () => {
    expect(placeOf('a', 'vscode-vfs://github/o/r', 'vscode-vfs://github/o/r')).toMatchObject({
      uri: 'vscode-vfs://github/o/r/a',
      isInside: true,
    });
    expect(placeOf('C:/w/a', 'file:///c%3A/w', 'file:///c%3A/w')).toMatchObject({
      uri: 'file:///c%3A/w/a',
      isInside: true,
    });
    expect(placeOf('a', 'untitled:Untitled-1', 'untitled:Untitled-1')).toBeUndefined();
  });
});

test('the root of a draft is the innermost workspace folder, else its own folder', () => {
  const folders = ['file:///w', 'file:///w/%E5%B9%B4%E6%8A%A5/'];
  expect(rootOf('file:///w/年报/2024.md', folders)).toBe(ROOT);
  expect(rootOf('file:///w/2024.md', folders)).toBe('file:///w');
  expect(rootOf('file:///wide/2024.md', folders)).toBe('file:///wide');
  expect(folderOf('file:///a/b.md?x/y')).toBe('file:///a');
});

test.each([
  ['file:///a/2024.md', 'file:///', 'file:///'],
  ['file:///2024.md', 'file:///', 'file:///'],
  ['memfs:/a/2024.md', 'memfs:/', 'memfs:/'],
  ['memfs:/a/2024.md', 'memfs:/a/', 'memfs:/a'],
  ['file:///c%3A/w/2024.md', 'file:///C:/w', 'file:///C:/w'],
  ['file://server/share/w/2024.md', 'file://server/share', 'file://server/share'],
  ['file://other/share/w/2024.md', 'file://server/share', 'file://other/share/w'],
  ['memfs:/a/2024.md', 'file:///a', 'memfs:/a'],
  ['file:///a%20b/2024.md', 'file:///a b', 'file:///a b'],
])('the root of %s in %s is %s, and a path in a setting counts from there', (uri, folder, root) => {
  expect(rootOf(uri, [folder])).toBe(root);
  expect(placeOf('法规', root, root)).toMatchObject({ isInside: true });
});

test('the old side of a comparison counts as the file itself', () => {
  expect(workingAddress('git:/w/2024.md?%7B%22ref%22%7D')).toBe('file:///w/2024.md');
  expect(workingAddress('file:///w/2024.md')).toBe('file:///w/2024.md');
});
