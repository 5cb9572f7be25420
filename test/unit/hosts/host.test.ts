import { memoryHost } from '../../support/memoryHost.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { asking } from '../../../server/src/hosts/asking.ts';
import { clientHost } from '../../../server/src/hosts/clientHost.ts';
import { configurationFileCandidates } from '../../../server/src/hosts/host.ts';
import { isHistorical, namesDraft } from '../../../server/src/hosts/uris.ts';

describe('where a configuration file may stand', () => {
  test.each([
    [
      'file:///a/b/2024.md',
      ['file:///a/b/.annual-report.json', 'file:///a/.annual-report.json', 'file:///.annual-report.json'],
    ],
    [
      'vscode-vfs://github/o/r/2024.md',
      [
        'vscode-vfs://github/o/r/.annual-report.json',
        'vscode-vfs://github/o/.annual-report.json',
        'vscode-vfs://github/.annual-report.json',
      ],
    ],
    ['untitled:Untitled-1', []],
    ['', []],
  ])('%s', (uri, expected) => {
    expect(configurationFileCandidates(uri)).toEqual(expected);
  });
});

describe('a file named in a configuration file', () => {
  const CONFIGURATION = 'file:///w/%E5%B9%B4%E6%8A%A5/.annual-report.json';
  test.each([
    ['2024.md', 'file:///w/%E5%B9%B4%E6%8A%A5/2024.md', true],
    ['2024.md', 'file:///w/年报/2024.md', true],
    ['./镇/2024.md', 'file:///w/%E5%B9%B4%E6%8A%A5/%E9%95%87/2024.md', true],
    ['镇\\2024.md', 'file:///w/%E5%B9%B4%E6%8A%A5/%E9%95%87/2024.md', true],
    ['../2024.md', 'file:///w/2024.md', true],
    ['2024.md', 'file:///w/2024.md', false],
    ['024.md', 'file:///w/%E5%B9%B4%E6%8A%A5/2024.md', false],
    ['100%.md', 'file:///w/%E5%B9%B4%E6%8A%A5/100%.md', true],
    ['100%.md', 'file:///w/%E5%B9%B4%E6%8A%A5/100%25.md', true],
  ])('%s is %s: %s', (file, uri, expected) => {
    expect(namesDraft(file, CONFIGURATION, uri)).toBe(expected);
  });
});

const HOOKS = { canAsk: () => true, onLate: () => undefined };

describe('a client that is asked for files', () => {
  const fallback = memoryHost(new Map([['file:///a/.annual-report.json', '{}']]));

  test('is believed, also when there is none', async () => {
    const host = clientHost({ ...fallback, configurationFile: async () => null }, fallback, HOOKS);
    expect(await host.configurationFile('file:///a/2024.md')).toBeNull();
  });

  test('is not asked again once it did not know the request', async () => {
    let asked = 0;
    const host = clientHost(
      {
        ...fallback,
        configurationFile: async () => {
          asked++;
          throw new Error('Unhandled method');
        },
      },
      fallback,
      HOOKS,
    );
    expect(await host.configurationFile('file:///a/2024.md')).toMatchObject({ text: '{}' });
    expect(await host.configurationFile('file:///a/2024.md')).toMatchObject({ text: '{}' });
    expect(asked).toBe(1);
  });

  test('is asked again after a failure if it answered before', async () => {
    let isWell = true;
    const host = clientHost(
      {
        ...fallback,
        configurationFile: async uri => {
          if (!isWell) throw new Error('busy');
          return { uri, text: '1' };
        },
      },
      fallback,
      HOOKS,
    );
    await host.configurationFile('file:///a/2024.md');
    isWell = false;
    expect(await host.configurationFile('file:///a/2024.md')).toMatchObject({ text: '{}' });
    isWell = true;
    expect(await host.configurationFile('file:///a/2024.md')).toMatchObject({ text: '1' });
  });
});

describe('an answer that comes late', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  /** A question whose answers come when the test gives them. */
  function slow(options: { isOffered?: boolean } = {}) {
    const waiting: { resolve: (answer: string) => void; reject: (error: Error) => void }[] = [];
    let late = 0;
    const put = asking({
      ask: (_: null) => new Promise<string>((resolve, reject) => waiting.push({ resolve, reject })),
      instead: async () => 'default',
      canAsk: () => true,
      onLate: () => {
        late++;
      },
      ...options,
    });
    return { put: () => put(null), waiting, late: () => late };
  }

  test('is told of, and the client is given longer from then on, but not for ever', async () => {
    vi.useFakeTimers();
    const { put, waiting, late } = slow();
    const first = put();
    await vi.advanceTimersByTimeAsync(3001);
    expect(await first).toBe('default');
    expect(await put()).toBe('default');
    expect([waiting.length, late()]).toEqual([1, 0]);
    waiting[0]?.resolve('late');
    await vi.advanceTimersByTimeAsync(0);
    expect(late()).toBe(1);
    const second = put();
    await vi.advanceTimersByTimeAsync(20_000);
    waiting[1]?.resolve('new');
    expect(await second).toBe('new');
    expect(late()).toBe(1);
    const third = put();
    await vi.advanceTimersByTimeAsync(30_001);
    expect(await third).toBe('default');
  });

  test('that is an error changes nothing', async () => {
    vi.useFakeTimers();
    const { put, waiting, late } = slow();
    const first = put();
    await vi.advanceTimersByTimeAsync(3001);
    expect(await first).toBe('default');
    waiting[0]?.reject(new Error('busy'));
    await vi.advanceTimersByTimeAsync(0);
    expect([await put(), late(), waiting.length]).toEqual(['default', 0, 1]);
  });

  test('errors in time end the asking only where the client never said that it answers', async () => {
    for (const isOffered of [true, false]) {
      const { put, waiting } = slow({ isOffered });
      const first = put();
      waiting[0]?.reject(new Error('busy'));
      expect(await first).toBe('default');
      void put();
      expect(waiting.length).toBe(isOffered ? 2 : 1);
    }
  });
});

test.each([
  ['git:/a.md', true],
  ['gitfs:/a.md', true],
  ['GIT:/a.md', true],
  ['file:///git/a.md', false],
  ['untitled:git', false],
  ['', false],
])('whether “%s” is an older state: %s', (uri, expected) => {
  expect(isHistorical(uri)).toBe(expected);
});
