import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '../../../server/src/cli/configs.ts';
import type { Draft, Examined, ExamineOptions, Outcome } from '../../../server/src/cli/examine.ts';
import { examineAll, threadsFor } from '../../../server/src/cli/pool.ts';
import { Workbench } from '../../support/commandLine.ts';
import { sampleReport } from '../../support/sample.ts';

const CLEAN = sampleReport('pipe');
const WRONG = sampleReport('pipe', { table: 't3.requests', row: 'newReceived', column: 'total', text: '121' });
/** So that examining the drafts takes longer than starting a worker. */
const LONG = `\n${'本机关依法公开政府信息，及时回应社会关切。\n'.repeat(100)}`;
const CONFIG: Config = {
  settings: { edition: null, severities: {}, silenced: [] },
  silenced: new Map(),
  problems: [],
  warnings: [],
};
const MANNER: ExamineOptions = { encoding: 'auto', format: 'json', language: 'zh-CN', wantsSummaries: true };

type Given = Exclude<Outcome, Examined> | (Omit<Examined, 'summary'> & { readonly summary: string });

/** All outcomes, in the order in which they were given; summaries as texts, since bytes take long to compare. */
async function outcomesOf(drafts: readonly Draft[], threads: number, program: string): Promise<Given[]> {
  const given: Given[] = [];
  const { done } = examineAll(drafts, MANNER, threads, program, (at, outcome) => {
    expect(at).toBe(given.length);
    given.push(
      'reason' in outcome
        ? outcome
        : { ...outcome, summary: Buffer.from(outcome.summary?.line ?? new Uint8Array()).toString() },
    );
  });
  expect(await done).toBe(drafts.length);
  return given;
}

describe('drafts examined in several threads', () => {
  let folder = '';
  let drafts: Draft[] = [];
  let alone: Given[] = [];
  const at = (name: string) => join(folder, name);

  /** A worker that reads no draft beyond some, and does something else at the next. */
  async function program(name: string, before: number, act: string): Promise<string> {
    const outfile = at(`${name}.cjs`);
    await build({
      stdin: {
        contents: `
          import { workerData, parentPort } from 'node:worker_threads';
          import { work } from './pool.ts';
          const { drafts, taken, own } = workerData;
          let count = 0;
          const add = Atomics.add;
          Atomics.add = (...args) => {
            const at = add(...args);
            if (args[0] === taken && drafts[at] && count++ === ${String(before)}) { Atomics.store(taken, own, at + 1); ${act} }
            return at;
          };
          void work();`,
        resolveDir: join(import.meta.dirname, '../../../server/src/cli'),
        loader: 'ts',
      },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'silent',
      define: { 'import.meta.url': '""' },
    });
    return outfile;
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'threads-'));
    mkdirSync(at('folder.md'));
    writeFileSync(at('empty.md'), '');
    for (let i = 0; i < 60; i++) {
      const name =
        i % 10 === 3 ? 'gone.md' : i % 10 === 5 ? 'empty.md' : i % 10 === 7 ? 'folder.md' : `${String(i)}.md`;
      if (name.startsWith(String(i)))
        writeFileSync(at(name), `${i % 3 === 0 ? WRONG : CLEAN}${LONG}\n第${String(i)}份。\n`);
      drafts.push({ path: at(name), isNamed: true, config: CONFIG });
    }
    alone = await outcomesOf(drafts, 1, 'no program');
  }, 60_000);
  afterAll(() => {
    drafts = [];
    rmSync(folder, { recursive: true, force: true });
  });

  it('give what one thread gives, in the order of the drafts', async () => {
    expect(alone.filter(outcome => 'reason' in outcome)).toHaveLength(18);
    expect(await outcomesOf(drafts, 4, await program('sound', -1, ''))).toEqual(alone);
  });

  it.each([
    ['throws', "throw new Error('struck by lightning');", 'Error: struck by lightning'],
    ['ends', 'process.exit(0);', 'Error: worker ended with 0'],
  ])(
    'a worker that %s has failed at its draft; the rest is checked',
    // On a busy machine the first thread may have taken all drafts before the worker has begun.
    { timeout: 60_000, retry: 4 },
    async (name, act, reason) => {
      // The first draft that it takes, and one with outcomes that it has not sent.
      for (const before of [0, 5]) {
        const outcomes = await outcomesOf(drafts, 2, await program(name, before, act));
        const failed = outcomes.filter(outcome => 'reason' in outcome && outcome.reason === 'cli.failed');
        expect(outcomes).toEqual(
          alone.map((outcome, i) => (failed.includes(outcomes[i] ?? outcome) ? outcomes[i] : outcome)),
        );
        expect(failed).toEqual([{ reason: 'cli.failed', detail: reason }]);
      }
    },
  );

  it('without a program that can be started, one thread does it all', async () => {
    expect(await outcomesOf(drafts, 3, at('missing.cjs'))).toEqual(alone);
  });

  it('are as many as the drafts are worth', () => {
    writeFileSync(at('large.md'), 'x'.repeat(3_000_000));
    const large = { path: at('large.md'), isNamed: true, config: CONFIG };
    expect(threadsFor([])).toBe(1);
    expect(threadsFor(drafts)).toBe(1);
    expect(threadsFor([large])).toBe(1);
    expect(threadsFor([large, large])).toBe(Math.min(2, availableParallelism()));
    expect(threadsFor(Array.from({ length: 1000 }, () => large))).toBe(Math.min(16, availableParallelism()));
  });
});

describe('the command line over many drafts', () => {
  const bench = new Workbench();

  it.each(['json', 'text'])(
    'prints as %s what it prints of a few at a time',
    format => {
      bench.write(
        '.annual-report.json',
        JSON.stringify({
          severities: { 'no-such': 'fatal' },
          statutes: ['法规.json'],
          silenced: [{ file: '12.md', rule: 'totals/row-total', fingerprint: 'x', reason: '原表如此' }],
        }),
      );
      bench.write('法规.json', '{"statutes": [{"title": "临溪省公开办法", "effective": "去年"}]}');
      bench.write('empty.md', '');
      bench.write('bytes.md', Uint8Array.of(0xff, 0xff, 0x80));
      const names = Array.from({ length: 30 }, (_, i) =>
        i === 10 ? 'empty.md' : i === 15 ? 'bytes.md' : i === 20 ? 'gone.md' : `${String(i)}.md`,
      );
      for (const [i, name] of names.entries())
        if (name.startsWith(String(i))) bench.write(name, `${i % 4 === 0 ? WRONG : CLEAN}${LONG}`);
      const given = [...new Set(names)];
      const all = bench.run(['check', '--format', format, '-', ...given], { input: WRONG });
      const few = Array.from({ length: Math.ceil(given.length / 10) }, (_, i) =>
        bench.run(['check', '--format', format, ...(i === 0 ? ['-'] : []), ...given.slice(10 * i, 10 * i + 10)], {
          input: WRONG,
        }),
      );
      expect(all.status).toBe(2);
      const bodies = (text: string): unknown[] =>
        format === 'json' ? (JSON.parse(text) as { files: unknown[] }).files : text.split('\n').slice(0, -2);
      expect(bodies(all.out)).toEqual(few.flatMap(({ out }) => bodies(out)));
      const lines = few.flatMap(({ error }) => error.split('\n').filter(line => line !== ''));
      expect(
        all.error
          .split('\n')
          .filter(line => line !== '')
          .sort(),
      ).toEqual([...new Set(lines)].sort());
      expect(all.error.match(/法规\.json/g)).toHaveLength(1);
      if (format === 'json') expect(all.out).toBe(`${JSON.stringify(JSON.parse(all.out), null, 1)}\n`);
    },
    60_000,
  );
});
