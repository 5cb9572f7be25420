import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { Source } from '../../../server/src/text/source.ts';
import { isEverythingTried } from '../../support/all.ts';

/** A comparison as the bench gives it. */
interface Compared {
  readonly own: number;
  readonly floor: number;
}

/** What the bench measures of the servers on one draft, as far as the test looks at it. */
interface ServerRow extends Readonly<Record<string, unknown>> {
  readonly outdated: Compared;
  readonly answer: { readonly findings: number; readonly bytes: number };
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

const { draftOf, randomEdits, LINES } = await part('drafts');
const { compilationOf } = await part('compilations');
const { workloadsOf } = await part('workloads');
const { measureAnalysis, measurePeers, growth } = await part('analysis');
const { measureServers, keystrokeGrowth, measureTables } = await part('server');
const { measureCommandLine } = await part('commandLine');
const { loadAnalysis, buildBundles, measureLoading } = await part('product');
const { targets, keeps, printed, printedServers, printedTables } = await part('report');
const { performancePage } = await part('document');
const { measureBesideDocuments } = await part('documents');

let folder = '';
let own: {
  analyse: (text: string) => Promise<readonly { readonly rule: string }[]>;
  sampleReport: (layout: string) => string;
  official: unknown;
};
let writers: Readonly<Record<'report' | 'compilation', (bytes: number, seed: number) => string>>;

/** A generated compilation with what its generator says of it. */
interface Compilation {
  readonly text: string;
  readonly reports: number;
  readonly tables: number;
  readonly determined: number;
  readonly wrong: number;
}

const compilation = (
  bytes: number,
  seed: number,
  options: { wrongShare?: number; mostReports?: number } = {},
): Compilation => compilationOf(own.official, bytes, seed, options);

/** The official tables that the product finds in a draft. */
const tablesIn = (text: string) => new Snapshot('bench', 1, new Source(text), DEFAULT_SETTINGS).report.tables;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '年报 bench-'));
  own = await loadAnalysis(folder);
  writers = workloadsOf(own);
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

  test('makes compilations of the size asked for, the same for the same seed', () => {
    for (const bytes of [10_000, 100_000, 1_000_000]) {
      const { text, tables, reports } = compilation(bytes, 3);
      expect(Buffer.byteLength(text), String(bytes)).toBeGreaterThan(bytes * 0.94);
      expect(Buffer.byteLength(text), String(bytes)).toBeLessThanOrEqual(bytes);
      expect(tables, String(bytes)).toBe(3 * reports);
    }
    expect(compilation(100_000, 3)).toEqual(compilation(100_000, 3));
    expect(compilation(100_000, 4).text).not.toBe(compilation(100_000, 3).text);
    expect(writers.compilation(100_000, 3)).toBe(compilation(100_000, 3).text);
    // A draft shorter than a report is not cut off.
    expect(compilation(1_000, 3).text).toContain('六、');
  });

  test('makes compilations whose official tables grow with their size, in HTML and in Markdown, one set in each annex', () => {
    for (const [bytes, fewest] of [
      [10_000, 3],
      [100_000, 18],
      [200_000, 36],
    ] as const) {
      const { text, tables, reports } = compilation(bytes, 5);
      expect(tables).toBeGreaterThanOrEqual(fewest);
      const found = tablesIn(text);
      expect(found).toHaveLength(tables);
      const layouts = found.map(({ blocks: [first] }) => first?.block.layout);
      expect(new Set(layouts)).toEqual(new Set(['html', 'pipe']));
      expect(text.match(/^## 附件\d+：.+年政府信息公开工作年度报告$/gm) ?? []).toHaveLength(reports - 1);
      expect(text.match(/^#+ 三、/gm)).toHaveLength(reports);
    }
    const few = compilation(100_000, 5, { mostReports: 2 });
    expect(tablesIn(few.text)).toHaveLength(6);
    expect(Buffer.byteLength(few.text)).toBeGreaterThan(99_000);
  });

  test('makes 3 % of the figures in compilations wrong that others determine, and those alone', async () => {
    const { determined, wrong } = compilation(1_000_000, 1);
    expect(wrong / determined).toBeGreaterThan(0.02);
    expect(wrong / determined).toBeLessThan(0.04);
    const sums = async (options: object) => {
      const { text, reports } = compilation(60_000, 2, options);
      const rules = (await own.analyse(text)).map(({ rule }) => rule);
      return {
        reports,
        sums: rules.filter(rule => rule.startsWith('totals/')).length,
        prose: rules.filter(rule => rule === 'prose/against-table').length,
      };
    };
    expect((await sums({ wrongShare: 0 })).sums).toBe(0);
    const all = await sums({ wrongShare: 1 });
    // Of each report the sum of a row and that of a column, and the three of the last table.
    expect(all.sums).toBeGreaterThanOrEqual(5 * all.reports);
    // The prose counts applications otherwise than the tables.
    expect(all.prose).toBeGreaterThan(20);
  });

  test('types in lines of the kind asked for', () => {
    const text = compilation(20_000, 6).text;
    const lines = text.split('\n');
    for (const [kind, sign] of [
      ['table', /[|<]/],
      ['paragraph', /。/],
    ] as const) {
      const edits: readonly { range: { start: { line: number } } }[] = randomEdits(text, 60, 1, LINES[kind]);
      for (const {
        range: { start },
      } of edits.filter((_, i) => i % 2 === 0))
        expect(lines[start.line]).toMatch(sign);
    }
    expect(() => {
      randomEdits('# 一\n', 2, 1, LINES.table);
    }).toThrow('no line');
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

  test.runIf(isEverythingTried)(
    'runs every measurement on both workloads and fills every row, whatever the times are',
    async () => {
      const programs = await buildBundles(folder);
      const measured = async (workload: 'report' | 'compilation') => {
        const analysis = await measureAnalysis(
          own.analyse,
          writers[workload],
          [6_000, 12_000, 24_000].map(bytes => ({ bytes, rounds: 2 })),
        );
        const servers: readonly ServerRow[] = await measureServers(
          programs,
          writers[workload],
          [12_000, 24_000].map(bytes => ({ bytes, starts: 1, edits: 4, asks: 2, bursts: 1 })),
          1,
        );
        return { analysis, growth: growth(analysis.slice(1)), servers, keystrokeGrowth: keystrokeGrowth(servers) };
      };
      const commandLine = await measureCommandLine(programs.commandLine, undefined, own.sampleReport, folder, 2, 1);
      const report = { ...(await measured('report')), commandLine };
      const drafts = [1, 3].map(mostReports => compilation(40_000, 1, { mostReports }));
      const tables = { bytes: 40_000, ...(await measureTables(programs, drafts, 4, 1)) };
      const compiled = { ...(await measured('compilation')), tables };
      const rows: Readonly<Record<'report' | 'compilation', readonly Target[]>> = {
        report: targets('report', report),
        compilation: targets('compilation', compiled),
      };
      expect(rows.report).toHaveLength(17);
      expect(rows.compilation).toHaveLength(16);
      for (const row of [...rows.report, ...rows.compilation]) {
        expect(row.values, row.chinese).toHaveLength(row.sizes.length);
        // Without the peer its row has no figure; without /proc processor time and memory have none.
        const mayBeMissing =
          row.isAtLeast === true || (process.platform !== 'linux' && /处理器|内存/.test(row.chinese));
        if (!mayBeMissing) expect(row.values.every(Number.isFinite), row.chinese).toBe(true);
      }
      expect(commandLine.own).toBeGreaterThan(0);
      expect(report.servers[0]?.outdated.own).toBeLessThanOrEqual(49);
      expect(report.servers[0]?.answer.findings).toBe(0);
      const { findings, bytes } = compiled.servers[1]!.answer;
      expect(findings).toBe((await own.analyse(writers.compilation(24_000, 1))).length);
      expect(bytes).toBeGreaterThan(100 * findings);
      expect(tables.rows.map((row: { tables: number }) => row.tables)).toEqual([3, 9]);
      expect([tables.growth.paragraph, tables.growth.table].every(Number.isFinite)).toBe(true);
      expect(printed(rows.report).split('\n')).toHaveLength(17);
      expect(printedServers(compiled.servers)).toContain('hoverAfterEdit');
      expect(printedServers(compiled.servers)).toContain(
        `${String(findings)} findings = ${(bytes / 1000).toFixed(1)} KB`,
      );
      expect(printedTables(tables.rows)).toContain('9 tables');

      const peers = await measurePeers(
        own.analyse,
        writers.report,
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

      const content = {
        rows,
        report: {
          ...report,
          peers: { rows: peers.rows, names: [{ name: 'quick', version: '1.0.0' }], left: peers.left },
        },
        compilation: compiled,
        product: {
          sizes: programs.sizes,
          packageBytes: 1_000,
          loading: await measureLoading(programs, folder, 1),
          beside: await measureBesideDocuments(programs, writers.report(12_000, 1), 20, 1, folder),
        },
        machine: { cores: 2, node: '20.0.0', date: '2025-01-15', load: 0 },
      };
      const first: string = performancePage(content, '');
      expect(first).not.toMatch(/undefined|NaN|\[object/);
      expect(first).toContain('| 标准表格 official tables | 3 | 9 |');
      expect(first).toMatch(new RegExp(`\\| 检查结果 the answer \\| .+ \\| ${String(findings)} findings = `));
      const noted = first.replace('<!-- by hand -->\n', () => '<!-- by hand -->\n$& 写在这里的留着\n');
      expect(noted).not.toBe(first);
      expect(performancePage(content, noted)).toBe(noted);
    },
    240_000,
  );

  test('judges figures by their limits', () => {
    const row = { chinese: '', sizes: ['a', 'b'], must: [3, 2], aim: [1], values: [2.5, 1.5] };
    expect([keeps(row, row.must), keeps(row, row.aim)]).toEqual([true, false]);
    expect(keeps({ ...row, isAtLeast: true }, [1])).toBe(true);
    expect(keeps({ ...row, values: [NaN, 1] }, [3])).toBeUndefined();
  });
});
