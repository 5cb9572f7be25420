import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diskHost, filesAt } from '../../../server/src/hosts/diskHost.ts';
import { LIMITS } from '../../../server/src/text/limits.ts';
import { fileNameOf } from '../../../server/src/text/address.ts';

const isPosix = process.platform !== 'win32';
let folder = '';
const place = (...steps: readonly string[]) => join(folder, ...steps);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '年报 disk-'));
  for (const each of ['w/法规/子.json', 'w/多', 'w2', '别处']) await mkdir(place(each), { recursive: true });
  await writeFile(place('w/法规/甲.json'), '{"甲": 1}');
  // 甲 in GB18030.
  await writeFile(place('w/法规/乙.JSON'), Buffer.from([0x22, 0xbc, 0xd7, 0x22]));
  await writeFile(place('w/法规/丙.json'), Buffer.from([0xff, 0xff]));
  await writeFile(place('w/法规/丁.json'), Buffer.alloc(LIMITS.fileBytes + 1, 0x20));
  await writeFile(place('w/法规/说明.md'), '');
  await writeFile(place('别处/秘密.json'), '{}');
  await writeFile(place('w2/近.json'), '{}');
  await symlink(place('别处/秘密.json'), place('w/法规/链接.json'));
  await symlink(place('别处'), place('w/别处'));
  for (let i = 0; i <= LIMITS.filesInPlace; i++) await writeFile(place(`w/多/${String(i)}.json`), '{}');
  await writeFile(place('w/.annual-report.json'), '{"edition": "2019"}');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const read = async (path: string, ...roots: readonly string[]) => {
  const { files, refusals } = await filesAt(place(path), '.json', roots.length > 0 ? roots : [place('w')]);
  return { refusals, files: files.map(({ uri, text }) => [fileNameOf(uri), text]) };
};

describe('the files at a place', () => {
  test('are decoded; folders and other endings are left out, and links to outside named', async () => {
    expect(await read('w/法规')).toEqual({
      refusals: ['outside'],
      files: [
        ['丁.json', null],
        ['丙.json', null],
        ['乙.JSON', '"甲"'],
        ['甲.json', '{"甲": 1}'],
      ],
    });
  });

  test('are at most as many as the limit says', async () => {
    const { files, refusals } = await read('w/多');
    expect([files.length, refusals]).toEqual([LIMITS.filesInPlace, ['tooMany']]);
  });

  test.each([
    ['w/法规/甲.json', undefined],
    ['w/法规/没有.json', 'missing'],
    ['w/法规/链接.json', 'outside'],
    ['w/别处', 'outside'],
    ['w/别处/秘密.json', 'outside'],
    ['w2', 'outside'],
    ['w2/近.json', 'outside'],
    ['w/../别处', 'outside'],
  ])('%s: %s', async (path, expected) => {
    expect((await read(path)).refusals).toEqual(expected === undefined ? [] : [expected]);
  });

  test('that cannot be read have no text, and the others are given', async () => {
    await mkdir(place('w3/子.json'), { recursive: true });
    await writeFile(place('w3/好.json'), '{}');
    await symlink(place('w3/没有'), place('w3/断.json'));
    await symlink(place('w3/好.json'), place('w3/链.json'));
    expect(await read('w3', place('w3'))).toEqual({
      refusals: [],
      files: [
        ['好.json', '{}'],
        ['断.json', null],
        ['链.json', '{}'],
      ],
    });
  });

  test.skipIf(!isPosix)('are no pipes and no devices: these are not opened', async () => {
    await mkdir(place('w4'));
    execFileSync('mkfifo', [place('w4/管.json')]);
    await symlink('/dev/zero', place('w4/零.json'));
    expect(await read('w4', place('w4'), '/dev')).toEqual({
      refusals: [],
      files: [
        ['管.json', null],
        ['零.json', null],
      ],
    });
  });

  test('may lie below any of several roots', async () => {
    expect(await read('w2', place('w'), place('w2'))).toEqual({ refusals: [], files: [['近.json', '{}']] });
  });
});

describe('the disk as a host', () => {
  const uri = (path: string) => pathToFileURL(place(path)).href;

  test('finds the nearest configuration file upward', async () => {
    const found = await diskHost.configurationFile(uri('w/法规/2024.md'));
    expect(found).toEqual({ uri: uri('w/.annual-report.json'), text: '{"edition": "2019"}' });
    expect(await diskHost.configurationFile('untitled:Untitled-1')).toBeNull();
  });

  test('gives the nearest without text where it cannot be read', async () => {
    const kinds: readonly ((path: string) => unknown)[] = [
      path => writeFile(path, Buffer.of(0xff, 0xff)),
      path => writeFile(path, Buffer.alloc(LIMITS.fileBytes + 1, 0x20)),
      path => symlink(place('没有'), path),
      ...(isPosix
        ? [
            (path: string) => execFileSync('mkfifo', [path]),
            (path: string) => symlink('/dev/zero', path),
            (path: string) => symlink('/proc/self/maps', path),
          ]
        : []),
    ];
    const found: unknown[] = [];
    for (const [i, make] of kinds.entries()) {
      await mkdir(place(`w/坏${String(i)}`));
      await make(place(`w/坏${String(i)}/.annual-report.json`));
      found.push((await diskHost.configurationFile(uri(`w/坏${String(i)}/2024.md`)))?.text);
    }
    expect(found).toEqual(kinds.map((_, i) => (i === 5 ? expect.stringContaining('') : null)));
    await mkdir(place('w/夹/.annual-report.json'), { recursive: true });
    expect((await diskHost.configurationFile(uri('w/夹/2024.md')))?.uri).toBe(uri('w/.annual-report.json'));
  });

  test.each([
    ['outside', { outsideBy: 'statutes' as const }],
    ['missing', { root: 'vscode-vfs://github/o/r' }],
    ['missing', { uri: 'vscode-vfs://github/o/r/法规' }],
    ['missing', { uri: 'file://remote/w/法规' }],
    ['missing', { uri: 'file:///%00' }],
    ['missing', { uri: 'file:///%2F' }],
    ['missing', { uri: 'file:///%ff' }],
  ])('refuses as %s: %j', async (refusal, change) => {
    const params = { draft: uri('w/2024.md'), uri: uri('w/法规'), root: uri('w'), ending: '.json' as const };
    expect(await diskHost.files({ ...params, ...change })).toEqual({ files: [], refusals: [refusal] });
  });
});
