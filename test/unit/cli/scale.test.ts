import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bodyYears, writeReport } from '../../support/bodyYears.ts';
import { Workbench } from '../../support/commandLine.ts';

const EXAMPLES = join(import.meta.dirname, '../../../examples/scale');

function works(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** The Python that has Dask: that of the system, or the first one. */
const PYTHON = ['/usr/bin/python3', 'python3'].find(each => works(each, ['-c', 'import distributed']));
const hasParallel = works('parallel', ['--version']);

describe('many reports in several processes', () => {
  const bench = new Workbench();

  /** Reports of several places, whose findings `check` prints in one run. */
  function fill(): string {
    for (let body = 0; body < 25; body++) {
      const name = `${['青禾县', '云溪县', '石桥市', '白河区'][body % 4]!}${['林业局', '教育局', '水务局', '财政局', '民政局', '司法局', '统计局'][body % 7]!}`;
      const reports = bodyYears(name, [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024], body + 1);
      const documents = reports[6]!.tables['t2.disclosure']!['normativeDocuments']!;
      if (body % 3 === 0) documents['effective'] = Number(documents['effective']) + 5;
      for (const report of reports)
        bench.write(`reports/${name.slice(0, 3)}/${name}${String(report.year)}年报.md`, writeReport(report));
    }
    const { out } = bench.run(['check', '--format', 'jsonl', 'reports']);
    const lines = out.split('\n').filter(line => line.startsWith('{"workspace":'));
    expect(lines.length).toBeGreaterThan(4);
    return lines.map(line => `${line}\n`).join('');
  }

  const run = (command: string, args: readonly string[]) => {
    const { stdout, stderr, status } = spawnSync(command, args, {
      cwd: bench.folder,
      env: {
        ...process.env,
        ANNUAL_REPORT: `${process.execPath} ${bench.cli}`,
        BUNDLE: '40',
        PARTS: '3',
        LANG: 'C.UTF-8',
      },
      encoding: 'utf8',
      timeout: 120_000,
    });
    expect(status, stderr).toBe(0);
    return stdout;
  };

  it.skipIf(!hasParallel)(
    'GNU parallel prints what one check prints',
    () => {
      const expected = fill();
      expect(run('sh', [join(EXAMPLES, 'parallel.sh'), 'reports', '2'])).toBe(expected);
    },
    180_000,
  );

  it.skipIf(PYTHON === undefined)(
    'Dask prints what one check prints',
    () => {
      const expected = fill();
      expect(run(PYTHON ?? '', [join(EXAMPLES, 'dask_check.py'), 'reports'])).toBe(expected);
    },
    180_000,
  );

  it('are described where users look', () => {
    const page = readFileSync(join(EXAMPLES, '../../docs/pipelines.md'), 'utf8');
    for (const name of ['parallel.sh', 'dask_check.py']) expect(page).toContain(`examples/scale/${name}`);
  });
});
