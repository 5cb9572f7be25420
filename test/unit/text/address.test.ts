import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeAddress, fileNameOf, parseAddress, withPath } from '../../../server/src/text/address.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Files of the program whose text holds a word. */
const filesWith = (...words: readonly string[]) =>
  ['server/src', 'client/src'].flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map(file => join(folder, file).replaceAll('\\', '/'))
      .filter(file => file.endsWith('.ts'))
      .filter(file => words.some(word => readFileSync(join(ROOT, file), 'utf8').includes(word))),
  );

describe('an address without escapes', () => {
  test.each([
    ['file:///w/%E5%B9%B4%E6%8A%A5/2024.md', 'file:///w/年报/2024.md'],
    ['file:///w/年报/2024.md', 'file:///w/年报/2024.md'],
    ['FILE:///w/a.md', 'FILE:///w/a.md'],
    ['file://Server/w/a%20b.md', 'file://Server/w/a b.md'],
    ['file:///c%3A/w', 'file:///c:/w'],
    ['vscode-vfs://github/o/r/a.md?x%3D1#y', 'vscode-vfs://github/o/r/a.md?x=1#y'],
    ['untitled:Untitled-1', 'untitled://Untitled-1'],
    ['file:///100%.md', 'file:///100%.md'],
    ['file:///%ff%fe/%E5%B9%B4', 'file:///%ff%fe/年'],
    ['2024年报.md', '2024年报.md'],
    ['', ''],
    ['1:2', '1:2'],
    ['a:', 'a://'],
  ])('%s is %s', (uri, expected) => {
    expect(decodeAddress(uri)).toBe(expected);
  });

  test('is had of anything', () => {
    const piece = fc.oneof(fc.string(), fc.stringMatching(/^(?:%[0-9a-f]{0,2}|\/|\.|:|\\|\?|#){0,20}$/));
    fc.assert(
      fc.property(fc.constantFrom('file://', 'file:', 'a+b:', 'git:/', ''), piece, (start, rest) => {
        const uri = start + rest;
        expect(typeof decodeAddress(uri)).toBe('string');
        expect(fileNameOf(uri)).not.toContain('/');
        const parsed = parseAddress(uri);
        if (parsed) expect(decodeAddress(withPath({ ...parsed, authority: '' }, '/a'))).toContain('/a');
      }),
    );
    for (const length of [5000, 20_000, 1_000_000])
      expect(() => decodeAddress(`file:///${'%ff'.repeat(length)}`)).not.toThrow();
  });
});

test('a file’s name is the last step of its address', () => {
  expect(fileNameOf('file:///w/%E6%B3%95%E8%A7%84.json?x/y')).toBe('法规.json');
  expect(fileNameOf('/w/法规.json')).toBe('法规.json');
});

describe('one place', () => {
  test('takes escapes out of addresses', () => {
    expect(filesWith('decodeURI')).toEqual([]);
    // The page that stands alone makes addresses of names, where an extension has VS Code's own class.
    const readers = filesWith("from 'vscode-uri'").filter(file => !file.startsWith('client/src/standalone/'));
    expect(readers).toEqual(['server/src/text/address.ts']);
  });

  test('decodes files', () => {
    expect(filesWith('new TextDecoder')).toEqual(['server/src/text/decode.ts']);
  });

  test('names the configuration file', () => {
    expect(filesWith("'.annual-report.json'")).toEqual(['server/src/protocol/protocol.ts']);
  });

  test('bounds what is read', () => {
    expect(filesWith('2_000_000', ' 32 * 1024 * 1024').filter(file => !file.endsWith('pool.ts'))).toEqual([
      'server/src/text/limits.ts',
    ]);
    expect(filesWith('4_000_000')).toEqual(['server/src/text/limits.ts']);
    expect(filesWith('LIMITS.figuresLength', 'LIMITS.paragraphLength').sort()).toEqual([
      'server/src/syntax/paragraphFacts.ts',
    ]);
  });

  test('says whether a path lies in a folder', () => {
    expect(filesWith('startsWith(`..${sep}`)')).toEqual(['server/src/hosts/diskHost.ts']);
  });

  test('hashes texts', () => {
    expect(filesWith('0x01000193')).toEqual(['server/src/text/hash.ts']);
  });
});
