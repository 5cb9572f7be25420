import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** A comparison as the bench gives it. */
interface Compared {
  readonly own: number;
  readonly floor: number;
}

interface Target {
  readonly chinese: string;
  readonly sizes: readonly string[];
  readonly must: readonly number[];
  readonly aim: readonly number[];
  readonly values: readonly number[];
  readonly isAtLeast?: boolean;
}

// Plain JavaScript, since the bench runs without a build: imported without types.
const part = (name: string) => import(new URL(`../../bench/${name}.mjs`, import.meta.url).href);

const { draftOf, randomEdits } = await part('drafts');
const { measureAnalysis, measurePeers, growth } = await part('analysis');
const { measureServers, keystrokeGrowth } = await part('server');
const { measureCommandLine } = await part('commandLine');
const { loadAnalysis, buildBundles, measureLoading } = await part('product');
const { targets, keeps, printed, printedServers } = await part('report');
const { performancePage } = await part('document');

let folder = '';
let own: { analyse: (text: string) => Promise<readonly unknown[]>; sampleReport: (layout: string) => string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '年报 bench-'));
  own = await loadAnalysis(folder);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the bench', () => {
  test('makes drafts of the size asked for, the same for the same seed, in which nothing is wrong', async () => {
    const text: string = draftOf(own.sampleReport, 30_000, 7);
    expect(Buffer.byteLength(text)).toBeGreaterThanOrEqual(30_000);
    expect(Buffer.byteLength(text)).toBeLessThan(31_000);
    expect(draftOf(own.sampleReport, 30_000, 7)).toBe(text);
    expect(draftOf(own.sampleReport, 30_000, 8)).not.toBe(text);
    expect(await own.analyse(text)).toEqual([]);
  });

  test('makes edits that come in pairs and leave a text as it was', () => {
    const lines = ['甲乙', '', '丙'];
    const edits: readonly {
      range: { start: { line: number; character: number }; end: { line: number; character: number } };
      text: string;
    }[] = randomEdits(lines.join('\n'), 40, 3);
    expect(edits).toHaveLength(40);
    for (const [
      i,
      {
        range: { start, end },
        text,
      },
    ] of edits.entries()) {
      expect(start.character).toBeLessThanOrEqual(lines[start.line]?.length ?? -1);
      if (i % 2 === 0) expect([text.length, end]).toEqual([1, start]);
      else expect([text, end]).not.toEqual(['', start]);
    }
  });

  test('runs every measurement and fills every row, whatever the times are', async () => {
    const programs = await buildBundles(folder);
    const analysis = await measureAnalysis(
      own,
      [6_000, 8_000, 12_000].map(bytes => ({ bytes, rounds: 2 })),
    );
    const servers: readonly Readonly<Record<string, Compared>>[] = await measureServers(
      programs,
      own.sampleReport,
      [6_000, 12_000].map(bytes => ({ bytes, starts: 1, edits: 4, asks: 2, bursts: 1 })),
      1,
    );
    const commandLine = await measureCommandLine(programs.commandLine, undefined, own.sampleReport, folder, 2, 1);
    const results = {
      analysis,
      growth: growth(analysis.slice(1)),
      servers,
      keystrokeGrowth: keystrokeGrowth(servers),
      commandLine,
    };
    const rows: readonly Target[] = targets(results);
    expect(rows).toHaveLength(17);
    for (const row of rows) {
      expect(row.values, row.chinese).toHaveLength(row.sizes.length);
      // Without the peer its row has no figure; without /proc processor time and memory have none.
      const mayBeMissing = row.isAtLeast === true || (process.platform !== 'linux' && /处理器|内存/.test(row.chinese));
      if (!mayBeMissing) expect(row.values.every(Number.isFinite), row.chinese).toBe(true);
    }
    expect(commandLine.own).toBeGreaterThan(0);
    expect(servers[0]?.['outdated']?.own).toBeLessThanOrEqual(49);
    expect(printed(rows).split('\n')).toHaveLength(17);
    expect(printedServers(servers)).toContain('hoverAfterEdit');

    const peers = await measurePeers(
      own,
      [
        { name: 'quick', check: (text: string) => text.length },
        {
          name: 'broken',
          check: () => {
            throw new Error('broken');
          },
        },
      ],
      [{ bytes: 6_000, rounds: 1 }],
    );
    expect(peers.left).toEqual([{ name: 'broken', bytes: 6_000, reason: 'broken' }]);
    expect(Object.keys(peers.rows[0].peers)).toEqual(['quick']);

    const whole = {
      ...results,
      sizes: programs.sizes,
      packageBytes: 1_000,
      loading: await measureLoading(programs, folder, 1),
      peers: { rows: peers.rows, names: [{ name: 'quick', version: '1.0.0' }], left: peers.left },
    };
    const machine = { cores: 2, node: '20.0.0', date: '2025-01-15', load: 0 };
    const first: string = performancePage({ rows, results: whole, machine }, '');
    const noted = first.replace('<!-- by hand -->\n', () => '<!-- by hand -->\n$& 写在这里的留着\n');
    expect(noted).not.toBe(first);
    expect(performancePage({ rows, results: whole, machine }, noted)).toBe(noted);
  }, 120_000);

  test('judges figures by their limits', () => {
    const row = { chinese: '', sizes: ['a', 'b'], must: [3, 2], aim: [1], values: [2.5, 1.5] };
    expect([keeps(row, row.must), keeps(row, row.aim)]).toEqual([true, false]);
    expect(keeps({ ...row, isAtLeast: true }, [1])).toBe(true);
    expect(keeps({ ...row, values: [NaN, 1] }, [3])).toBeUndefined();
  });
});
