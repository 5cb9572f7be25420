import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bodyYears, WHOLE_LAYOUTS, writeReport, type BodyYear } from '../../support/bodyYears.ts';
import { Workbench } from '../../support/commandLine.ts';

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly related: readonly { readonly path?: string }[];
  readonly comparison?: {
    readonly kind: string;
    readonly stated: number;
    readonly terms: readonly { readonly path: string }[];
  };
  readonly fingerprint: string;
}
interface Output {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly Finding[];
    readonly suppressed?: readonly (Finding & { by: string; reason: string })[];
  }[];
  readonly bodies?: readonly {
    readonly id: string;
    readonly years: readonly number[];
    readonly paths: readonly string[];
    readonly parent: string | null;
  }[];
  readonly comparisons?: readonly unknown[];
  readonly unidentified?: readonly string[];
  readonly summary?: readonly { readonly body: string; readonly figures: Readonly<Record<string, number>> }[];
}

const PLACES = ['青禾县', '云溪县', '石桥市'];
const OFFICES = ['林业局', '教育局', '水务局'];

describe('a folder of reports', () => {
  const bench = new Workbench({ withDocuments: true });

  /** Reports of several bodies on some years, some figures broken; paths in several folders. */
  function fill(years: readonly number[] = [2021, 2022, 2023, 2024]): void {
    let seed = 0;
    for (const place of PLACES)
      for (const office of OFFICES) {
        const reports = bodyYears(place + office, years, ++seed);
        if (seed % 3 === 0) breakCarryOver(reports.at(-1)!);
        for (const [i, report] of reports.entries())
          bench.write(
            `reports/${place}/${office}${String(report.year)}年报.md`,
            writeReport(report, WHOLE_LAYOUTS[(seed + i) % WHOLE_LAYOUTS.length]),
          );
      }
  }

  function breakCarryOver(report: BodyYear): void {
    const requests = report.tables['t3.requests']!;
    for (const column of ['naturalPerson', 'total']) {
      requests['carriedIn']![column] = Number(requests['carriedIn']![column]) + 1;
      requests['newReceived']![column] = Number(requests['newReceived']![column]) - 1;
    }
    report.overview = [];
  }

  const json = (args: readonly string[]): Output & { status: number | null } => {
    const { out, status } = bench.run(['check', '--format', 'json', ...args]);
    return { ...(JSON.parse(out) as Output), status };
  };
  const acrossOf = (output: Output) =>
    output.files.flatMap(({ path, findings }) =>
      findings.filter(({ rule }) => rule.startsWith('workspace/')).map(finding => ({ path, ...finding })),
    );

  it('is a workspace: bodies, comparisons, and findings in the later report', () => {
    fill();
    const output = json(['reports']);
    expect(Object.keys(output).filter(key => key !== 'status')).toEqual([
      'version',
      'files',
      'bodies',
      'comparisons',
      'unidentified',
    ]);
    expect(output.bodies).toHaveLength(9);
    expect(output.bodies?.every(({ years }) => years.join() === '2021,2022,2023,2024')).toBe(true);
    const found = acrossOf(output);
    expect(found.map(({ rule }) => rule)).toEqual(Array.from({ length: 3 }, () => 'workspace/carry-over'));
    for (const finding of found) {
      expect(finding.path).toContain('2024');
      expect(finding.related[0]?.path).toBe(finding.path.replace('2024', '2023'));
      expect(finding.comparison?.terms[0]?.path).toBe(finding.path.replace('2024', '2023'));
    }
    expect(output.status).toBe(1);
  });

  it('is no workspace with --no-workspace, nor are files named one by one', () => {
    fill();
    for (const args of [
      ['--no-workspace', 'reports'],
      ['reports/青禾县/水务局2023年报.md', 'reports/青禾县/水务局2024年报.md'],
    ]) {
      const output = json(args);
      expect(acrossOf(output)).toEqual([]);
      expect(Object.keys(output)).not.toContain('bodies');
    }
  });

  it('the group workspace of check is summarise, shuffled, and compare, byte for byte', () => {
    fill();
    const lines = bench.run(['summarise', 'reports']).out.trimEnd().split('\n');
    expect(lines).toHaveLength(36);
    const shuffled = lines.map((line, i) => [(i * 7919) % 1009, line] as const).sort(([a], [b]) => a - b);
    const compared = (format: string) =>
      bench.run(['compare', '--format', format], { input: shuffled.map(([, line]) => `${line}\n`).join('') }).out;
    const checked = bench.run(['check', '--format', 'jsonl', 'reports']).out;
    const isOfFiles = (line: string) => !line.startsWith('{"file":') && !line.startsWith('{"summary":');
    expect(checked.split('\n').filter(isOfFiles)).toEqual(compared('jsonl').split('\n').filter(isOfFiles));
    const rows = bench.run(['check', '--format', 'csv', 'reports']).out;
    expect(rows.split('\r\n').filter(row => row.includes(',workspace/'))).toEqual(
      compared('csv')
        .split('\r\n')
        .filter(row => row.includes(',workspace/')),
    );
    // The summaries of any number of threads are the same.
    expect(bench.run(['summarise', '--jobs', '3', 'reports']).out).toBe(lines.map(line => `${line}\n`).join(''));
    expect(bench.run(['check', '--format', 'jsonl', '--jobs', '3', 'reports']).out).toBe(checked);
  }, 90_000);

  it('--related reports take part, and findings stand in what is named', () => {
    fill([2023, 2024]);
    const [later] = acrossOf(
      json(['reports/青禾县/水务局2024年报.md', '--related', 'reports/青禾县/水务局2023年报.md']),
    );
    expect(later).toMatchObject({ rule: 'workspace/carry-over', path: 'reports/青禾县/水务局2024年报.md' });
    const turned = json(['reports/青禾县/水务局2023年报.md', '--related', 'reports/青禾县/水务局2024年报.md']);
    expect(turned.files.map(({ path }) => path)).toEqual(['reports/青禾县/水务局2023年报.md']);
    const [earlier] = acrossOf(turned);
    expect(earlier).toMatchObject({ rule: 'workspace/carry-over', path: 'reports/青禾县/水务局2023年报.md' });
    expect(earlier?.related[0]?.path).toBe('reports/青禾县/水务局2024年报.md');
    expect(earlier?.fingerprint).toBe(later?.fingerprint);
  });

  it('a baseline takes what is known out of the count, and names what is gone', () => {
    fill();
    expect(bench.run(['check', 'reports']).status).toBe(1);
    expect(bench.run(['check', '--write-baseline', 'known.json', 'reports']).status).toBe(0);
    const known = JSON.parse(readFileSync(bench.at('known.json'), 'utf8')) as { findings: unknown[] };
    expect(known.findings.length).toBeGreaterThanOrEqual(3);
    const again = json(['--baseline', 'known.json', 'reports']);
    expect(again.status).toBe(0);
    expect(acrossOf(again)).toEqual([]);
    expect(again.files.flatMap(({ suppressed = [] }) => suppressed).filter(({ by }) => by === 'baseline')).toHaveLength(
      known.findings.length,
    );
    const { error } = bench.run(['check', '--baseline', 'known.json', 'reports/青禾县']);
    expect(error).toContain('--write-baseline');
  });

  it('decisions accept with a reason, or say what is to be corrected; they lapse with the figure', () => {
    fill([2023, 2024]);
    const [first, second] = acrossOf(json(['reports']));
    const decision = (finding: Finding, verdict: string) => ({
      fingerprint: finding.fingerprint,
      rule: finding.rule,
      verdict,
      who: '王',
      why: '县里已核',
      on: '2025-01-20',
    });
    bench.write(
      'reports/.annual-report-decisions.json',
      JSON.stringify({ version: 1, decisions: [decision(first!, 'accepted'), decision(second!, 'to-fix')] }),
    );
    bench.write('reports/.annual-report.json', '{}');
    const output = json(['reports']);
    const left = acrossOf(output);
    expect(left).toHaveLength(2);
    expect(left.find(({ fingerprint }) => fingerprint === second!.fingerprint)).toMatchObject({
      decision: { verdict: 'to-fix', why: '县里已核' },
    });
    expect(output.files.flatMap(({ suppressed = [] }) => suppressed)).toMatchObject([
      { by: 'decision', reason: '县里已核', fingerprint: first!.fingerprint },
    ]);
    bench.write(
      'empty.json',
      JSON.stringify({ version: 1, decisions: [{ ...decision(first!, 'accepted'), why: ' ' }] }),
    );
    expect(bench.run(['check', '--decisions', 'empty.json', 'reports'])).toMatchObject({ status: 2 });
  });

  it('comments in a draft silence what is found there', () => {
    const [earlier, later] = bodyYears('青禾县林业局', [2023, 2024], 5);
    breakCarryOver(later!);
    bench.write('reports/2023年报.md', writeReport(earlier!));
    const text = writeReport(later!);
    bench.write(
      'reports/2024年报.md',
      text.replace(/(?=## 三、)/, '<!-- 年报检查 忽略 上年结转接不上：移交了一件 -->\n'),
    );
    const output = json(['reports']);
    expect(acrossOf(output)).toEqual([]);
    expect(output.files.flatMap(({ suppressed = [] }) => suppressed)).toMatchObject([
      { rule: 'workspace/carry-over', by: 'draft', reason: '移交了一件' },
    ]);
    expect(output.files.flatMap(({ findings }) => findings.map(({ rule }) => rule))).not.toContain(
      'wording/unused-silence',
    );
  });

  it('--cache gives the same again, and notices what has changed', () => {
    fill();
    const args = ['check', '--format', 'jsonl', '--cache', 'cache', 'reports'];
    const fresh = bench.run(['check', '--format', 'jsonl', 'reports']).out;
    expect(bench.run(args).out).toBe(fresh);
    expect(bench.run(args).out).toBe(fresh);
    const path = bench.at('reports/云溪县/林业局2023年报.md');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('林业局', '文旅局'));
    const changed = bench.run(['check', '--format', 'jsonl', 'reports']).out;
    expect(changed).not.toBe(fresh);
    expect(bench.run(args).out).toBe(changed);
    for (const name of ['0', '5', 'a']) writeFileSync(bench.at(`cache/summaries-${name}.jsonl`), 'damaged\n');
    expect(bench.run(args).out).toBe(changed);
  });

  it('--summary is a table of bodies', () => {
    fill([2023, 2024]);
    const text = bench.run(['check', '--summary', 'reports']).out.trimEnd().split('\n');
    expect(text).toHaveLength(19);
    expect(text[0]).toMatch(/^单位 +年度/);
    const csv = bench.run(['check', '--summary', '--format', 'csv', 'reports']).out.split('\r\n');
    expect(csv[0]).toMatch(
      /^\ufeffbody,year,parent,path,edition,scope,errors,warnings,others,accepted,.*newReceived\.total/,
    );
    expect(json(['--summary', 'reports']).summary?.[0]?.figures['newReceived.total']).toBeGreaterThan(0);
  });

  it('other formats: github, csv, and a workbook that is read back', () => {
    fill([2023, 2024]);
    const github = bench.run(['check', '--format', 'github', 'reports']).out;
    expect(github).toMatch(
      /^::error file=reports\/[^:]+,line=\d+,col=\d+,endLine=\d+,endColumn=\d+,title=workspace\/carry-over::/m,
    );
    const csv = bench.run(['check', '--format', 'csv', 'reports']).out;
    expect(csv).toMatch(/^\ufeffpath,body,year,severity,rule,line,column,message,relatedPath/);
    bench.write('reports/=1+1年报.md', writeReport(bodyYears('-青禾县林业局', [2019], 3)[0]!).replace('第五', '五'));
    expect(bench.run(['check', '--output', 'found.xlsx', 'reports'])).toMatchObject({ out: '', error: '' });
    const back = bench.run(['convert', 'found.xlsx', '--to', 'md']);
    expect(back.out).toContain('workspace/carry-over');
  });

  it('--output writes the whole file or none', () => {
    fill([2023, 2024]);
    const { out } = bench.run(['check', '--format', 'csv', 'reports']);
    expect(bench.run(['check', '--format', 'csv', '--output', 'found.csv', 'reports']).out).toBe('');
    expect(readFileSync(bench.at('found.csv'), 'utf8')).toBe(out);
    expect(bench.run(['check', '--format', 'csv', '--output', 'no/such/found.csv', 'reports']).status).toBe(2);
  });

  it('--files-from names the inputs, --sort and --max-findings what is shown, --print-config the settings', () => {
    fill([2023, 2024]);
    const input = 'reports/青禾县/水务局2023年报.md\nreports/青禾县/水务局2024年报.md\n';
    const { out } = bench.run(['check', '--format', 'json', '--files-from', '-'], { input });
    expect((JSON.parse(out) as Output).files).toHaveLength(2);
    const few = bench.run(['check', '--max-findings', '1', 'reports']);
    expect(few.status).toBe(1);
    expect(few.out).toContain('没有列出');
    const sorted = bench.run(['check', '--sort', 'severity', 'reports']).out;
    expect(sorted.indexOf('错误')).toBeLessThan(sorted.indexOf('没有发现问题'));
    bench.write('reports/.annual-report.json', '{ "severities": { "workspace/carry-over": "off" } }');
    const config = JSON.parse(bench.run(['check', '--print-config', 'reports']).out) as {
      configs: { settings: unknown }[];
    };
    expect(config.configs[0]).toMatchObject({ settings: { severities: { 'workspace/carry-over': 'off' } } });
    expect(acrossOf(json(['reports']))).toEqual([]);
    bench.write('reports/.annual-report.json', '{ "workspace": { "exclude": ["*2023年报.md"] } }');
    expect(json(['reports']).bodies?.every(({ years }) => years.join() === '2024')).toBe(true);
    expect(bench.run(['--version'])).toMatchObject({ status: 0, out: expect.stringMatching(/^\d/) });
  });

  it('compare names lines that are no summaries', () => {
    fill([2023, 2024]);
    const { out } = bench.run(['summarise', 'reports']);
    bench.write('all.jsonl', `${out}{"version":0}\nnonsense\n`);
    const { status, error } = bench.run(['compare', 'all.jsonl']);
    expect(status).toBe(2);
    expect(error).toContain('all.jsonl:19');
    expect(error).toContain('all.jsonl:20');
  });
});

describe('what a terminal would obey', () => {
  const bench = new Workbench();

  it('is in no format', () => {
    const [report] = bodyYears('青禾县林业局', [2024], 5);
    report!.overview.push('收到\u001b[31m申请2件\u202e。。');
    report!.tables['t3.requests']!['newReceived']!['total'] = 999;
    bench.write('坏\u001b[2J年报.md', writeReport(report!));
    for (const format of ['text', 'json', 'jsonl', 'sarif', 'github', 'csv']) {
      const { out } = bench.run(['check', '--format', format, '.']);
      expect(out.length).toBeGreaterThan(100);
      expect(out).not.toMatch(/[\u001b\u009b\u202e]/);
    }
  }, 60_000);
});
