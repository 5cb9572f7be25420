import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
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
const OFFICES = ['林业局', '教育局'];

describe('a folder of reports', () => {
  const bench = new Workbench({ withDocuments: true });

  /** Reports of six bodies; in two of them the last year takes over one application more than there was. */
  function fill(years: readonly number[] = [2023, 2024], places: readonly string[] = PLACES): void {
    let seed = 0;
    for (const place of places)
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

  const json = (args: readonly string[]): Output & { status: number | null; error: string } => {
    const { out, status, error } = bench.run(['check', '--format', 'json', ...args]);
    return { ...(JSON.parse(out) as Output), status, error };
  };
  const acrossOf = (output: Output) =>
    output.files.flatMap(({ path, findings }) =>
      findings.filter(({ rule }) => rule.startsWith('workspace/')).map(finding => ({ path, ...finding })),
    );
  const suppressedOf = (output: Output) => output.files.flatMap(({ suppressed = [] }) => suppressed);

  it('is a workspace: bodies, comparisons, and findings in the later report', () => {
    fill([2022, 2023, 2024]);
    const output = json(['--summary', 'reports']);
    expect(Object.keys(output).filter(key => key !== 'status' && key !== 'error')).toEqual([
      'version',
      'files',
      'bodies',
      'comparisons',
      'unidentified',
      'summary',
    ]);
    expect(output.bodies).toHaveLength(6);
    expect(output.bodies?.every(({ years }) => years.join() === '2022,2023,2024')).toBe(true);
    expect(output.summary?.[0]?.figures['newReceived.total']).toBeGreaterThan(0);
    const found = acrossOf(output);
    expect(found.map(({ rule }) => rule)).toEqual(['workspace/carry-over', 'workspace/carry-over']);
    for (const finding of found) {
      expect(finding.path).toContain('2024');
      expect(finding.related[0]?.path).toBe(finding.path.replace('2024', '2023'));
      expect(finding.comparison?.terms[0]?.path).toBe(finding.path.replace('2024', '2023'));
    }
    expect(output.status).toBe(1);
    // Nor is it one with --no-workspace.
    const alone = json(['--no-workspace', 'reports/云溪县']);
    expect(acrossOf(alone)).toEqual([]);
    expect(Object.keys(alone)).not.toContain('bodies');
  });

  it('in words says how much was compared, and what was not for what reason', () => {
    const reports = (body: string, years: readonly number[]) => {
      for (const report of bodyYears(body, years, 5))
        bench.write(`部分/${body}${String(report.year)}年报.md`, writeReport(report));
    };
    reports('青禾县林业局', [2023, 2024]);
    reports('青禾县教育局', [2024]);
    reports('青禾县水利局', [2022, 2024]);
    const twice = readFileSync(bench.at('部分/青禾县林业局2024年报.md'), 'utf8');
    bench.write('部分/青禾县民政局2024年报.md', twice);
    bench.write('部分/无名/2024年报.md', twice.replaceAll('青禾县林业局', '本机关').replace(/^# 本机关/, '# '));
    const { out } = bench.run(['check', '部分']);
    const lines = out
      .trimEnd()
      .split('\n')
      .slice(
        out
          .trimEnd()
          .split('\n')
          .findIndex(line => line.startsWith('跨年')),
      );
    expect(lines.map(line => line.replaceAll('\\', '/'))).toEqual([
      '跨年、跨单位核对：上下年核对了 1 个单位，与下级单位核对了 0 个。',
      '  只有一年的报告，没有跨年核对：青禾县教育局 2024',
      '  中间缺年份，没有跨年核对：青禾县水利局 2022—2024',
      '  与另一份报告内容相同，只算一份：部分/青禾县民政局2024年报.md',
      '  看不出单位或年度，没有跨年、跨单位核对：部分/无名/2024年报.md',
      expect.stringMatching(/^共检查 7 份/),
    ]);
    expect(bench.run(['check', '--no-workspace', '部分']).out).not.toContain('跨年、');
    // A workbook goes to others: it says so too, and what was not checked.
    bench.write('部分/青禾县审计局2024年报.md', '');
    bench.run(['check', '部分', '--output', '结果.xlsx']);
    const { SheetNames, Sheets } = read(readFileSync(bench.at('结果.xlsx')), { type: 'buffer' });
    expect(SheetNames).toEqual(['检查结果', '各单位', '没有检查和核对的']);
    const said = utils
      .sheet_to_json<[string]>(Sheets['没有检查和核对的']!, { header: 1 })
      .map(([sentence]) => sentence);
    expect(said).toHaveLength(5);
    expect(said[0]).toMatch(/青禾县审计局2024年报.md”是空的/);
    expect(said[1]).toBe('只有一年的报告，没有跨年核对：青禾县教育局 2024');
    // Its heads and words are for people; those of csv are for programs.
    const rows = (name: string) => utils.sheet_to_json<Record<string, unknown>>(Sheets[name]!);
    const bodies = rows('各单位');
    const [head = {}] = bodies;
    expect(Object.keys(head).slice(0, 4)).toEqual(['单位', '年度', '文件', '格式']);
    expect(head).toHaveProperty('收到和处理政府信息公开申请情况·一、本年新收政府信息公开申请数量·总计');
    expect(JSON.stringify([Object.keys(head), ...rows('检查结果').map(row => Object.keys(row))])).not.toMatch(/[a-z]/);
    for (const row of rows('检查结果')) expect(row['程度']).toMatch(/^(?:错误|警告|提示|建议)$/);
  });

  it('is the same as summarise, shuffled, and compare, byte for byte, in any number of threads', () => {
    fill([2022, 2023, 2024]);
    const checked = bench.run(['check', '--format', 'jsonl', 'reports']).out;
    const lines = bench.run(['summarise', '--jobs', '3', 'reports']).out.trimEnd().split('\n');
    expect(lines).toHaveLength(18);
    const shuffled = lines.map((line, i) => [(i * 7919) % 1009, line] as const).sort(([a], [b]) => a - b);
    bench.write('all.jsonl', `${shuffled.map(([, line]) => line).join('\n')}\n{"version":0}\nnonsense\n`);
    const compared = bench.run(['compare', '--format', 'jsonl', 'all.jsonl']);
    const isAcross = (line: string) => !line.startsWith('{"file":') && !line.startsWith('{"summary":');
    expect(compared.out.split('\n').filter(isAcross)).toEqual(checked.split('\n').filter(isAcross));
    expect(bench.run(['check', '--format', 'jsonl', '--jobs', '3', 'reports']).out).toBe(checked);
    // Lines that are no summaries are named.
    expect(compared.status).toBe(2);
    expect(compared.error).toContain('all.jsonl:19');
    expect(compared.error).toContain('all.jsonl:20');
  });

  it('--related reports take part, and findings stand in what is named', () => {
    fill([2023, 2024], PLACES.slice(0, 2));
    const [earlier, later] = ['reports/云溪县/林业局2023年报.md', 'reports/云溪县/林业局2024年报.md'] as const;
    const [found] = acrossOf(json([later, '--related', earlier]));
    expect(found).toMatchObject({ rule: 'workspace/carry-over', path: later });
    const turned = json([earlier, '--related', later]);
    expect(turned.files.map(({ path }) => path)).toEqual([earlier]);
    expect(acrossOf(turned)).toMatchObject([
      { rule: 'workspace/carry-over', path: earlier, fingerprint: found?.fingerprint, related: [{ path: later }] },
    ]);
  });

  it('a baseline and decisions take findings out of the count, and what is gone is named', () => {
    fill();
    expect(bench.run(['check', '--write-baseline', 'known.json', 'reports']).status).toBe(0);
    const known = JSON.parse(readFileSync(bench.at('known.json'), 'utf8')) as { findings: Finding[] };
    const gone = { path: 'reports/2001年报.md', rule: 'workspace/carry-over', fingerprint: '0', count: 1 };
    bench.write('known.json', JSON.stringify({ ...known, findings: [...known.findings, gone] }));
    const again = json(['--baseline', 'known.json', 'reports']);
    expect(again).toMatchObject({ status: 0, error: expect.stringContaining(gone.path) as string });
    expect(acrossOf(again)).toEqual([]);
    expect(suppressedOf(again).map(({ by }) => by)).toEqual(known.findings.map(() => 'baseline'));

    const [first, second] = known.findings.filter(({ rule }) => rule === 'workspace/carry-over');
    const decision = ({ fingerprint, rule }: Finding, verdict: string, why: string) =>
      JSON.stringify({ fingerprint, rule, verdict, who: '王', why, on: '2025-01-20' });
    const decisions = (...each: string[]) => `{ "version": 1, "decisions": [${each.join()}] }`;
    bench.write(
      'reports/.annual-report-decisions.json',
      decisions(decision(first!, 'accepted', '县里已核'), decision(second!, 'to-fix', '请改')),
    );
    bench.write('reports/.annual-report.json', '{}');
    const decided = json(['reports']);
    expect(acrossOf(decided)).toMatchObject([
      { fingerprint: second!.fingerprint, decision: { verdict: 'to-fix', why: '请改' } },
    ]);
    expect(suppressedOf(decided)).toMatchObject([
      { by: 'decision', reason: '县里已核', fingerprint: first!.fingerprint },
    ]);
    bench.write('empty.json', decisions(decision(first!, 'accepted', ' ')));
    expect(bench.run(['check', '--decisions', 'empty.json', 'reports']).status).toBe(2);
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
    expect(suppressedOf(output)).toMatchObject([{ rule: 'workspace/carry-over', by: 'draft', reason: '移交了一件' }]);
    expect(output.files.flatMap(({ findings }) => findings.map(({ rule }) => rule))).not.toContain(
      'wording/unused-silence',
    );
  });

  it('--cache gives the same again, and notices what has changed', () => {
    fill([2023, 2024], PLACES.slice(0, 2));
    const args = ['check', '--format', 'jsonl', '--cache', 'cache', 'reports'];
    const fresh = bench.run(args).out;
    const isBroken = (out: string) => out.includes('"rule":"workspace/carry-over"');
    expect(isBroken(fresh)).toBe(true);
    expect(bench.run(args).out).toBe(fresh);
    const path = bench.at('reports/云溪县/林业局2023年报.md');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('林业局', '文旅局'));
    const changed = bench.run(['check', '--format', 'jsonl', 'reports']).out;
    expect(isBroken(changed)).toBe(false);
    expect(bench.run(args).out).toBe(changed);
    for (const name of readdirSync(bench.at('cache'))) writeFileSync(bench.at(`cache/${name}`), 'damaged\n');
    expect(bench.run(args).out).toBe(changed);
  });

  it('--summary is a table of bodies', () => {
    fill();
    const text = bench.run(['check', '--summary', 'reports']).out.trimEnd().split('\n');
    expect(text).toHaveLength(13);
    expect(text[0]).toMatch(/^单位 +年度/);
    const csv = bench.run(['check', '--summary', '--format', 'csv', 'reports']).out.split('\r\n');
    expect(csv[0]).toMatch(
      /^\ufeffbody,year,parent,path,edition,scope,errors,warnings,others,accepted,.*newReceived\.total/,
    );
  });

  it('other formats: github, csv, and a workbook that is read back; --output writes the whole file or none', () => {
    fill();
    const github = bench.run(['check', '--format', 'github', 'reports']).out;
    expect(github).toMatch(
      /^::error file=reports\/[^:]+,line=\d+,col=\d+,endLine=\d+,endColumn=\d+,title=workspace\/carry-over::/m,
    );
    const gitlab = JSON.parse(bench.run(['check', '--format', 'gitlab', './reports']).out) as {
      readonly check_name: string;
      readonly fingerprint: string;
      readonly severity: string;
      readonly location: { readonly path: string };
    }[];
    expect(gitlab).toHaveLength(github.trim().split('\n').length);
    expect(new Set(gitlab.map(({ fingerprint }) => fingerprint)).size).toBe(gitlab.length);
    expect(gitlab.find(each => each.check_name === 'workspace/carry-over')).toMatchObject({
      severity: 'critical',
      location: { path: expect.stringMatching(/^reports\//) as unknown },
    });
    const csv = bench.run(['check', '--format', 'csv', 'reports']).out;
    expect(csv).toMatch(/^\ufeffpath,body,year,severity,rule,line,column,message,relatedPath/);
    expect(bench.run(['check', '--format', 'csv', '--output', 'found.csv', 'reports']).out).toBe('');
    expect(readFileSync(bench.at('found.csv'), 'utf8')).toBe(csv);
    expect(bench.run(['check', '--format', 'csv', '--output', 'no/such/found.csv', 'reports']).status).toBe(2);
    bench.write('reports/=1+1年报.md', writeReport(bodyYears('-青禾县林业局', [2019], 3)[0]!).replace('第五', '五'));
    expect(bench.run(['check', '--output', 'found.xlsx', 'reports'])).toMatchObject({ out: '', error: '' });
    const back = bench.run(['convert', 'found.xlsx', '--to', 'md']);
    expect(back.out).toContain('workspace/carry-over');
    expect(bench.run(['check', '--language', 'en', '--output', 'found.xlsx', 'reports']).error).toBe('');
    expect(bench.run(['convert', 'found.xlsx', '--to', 'md']).out).toMatch(/file.*severity.*problem/);
  });

  it('--files-from names the inputs, --sort and --max-findings what is shown', () => {
    fill([2023, 2024], PLACES.slice(0, 2));
    const input = 'reports/云溪县/林业局2023年报.md\nreports/云溪县/林业局2024年报.md\n';
    const named = JSON.parse(bench.run(['check', '--format', 'json', '--files-from', '-'], { input }).out) as Output;
    // Files named one by one are no workspace.
    expect(named.files).toHaveLength(2);
    expect(Object.keys(named)).not.toContain('bodies');
    const { out, status } = bench.run(['check', '--sort', 'severity', '--max-findings', '0', 'reports']);
    expect(status).toBe(1);
    expect(out).toContain('没有列出');
    expect(out.indexOf('林业局2024')).toBeLessThan(out.indexOf('林业局2023'));
  });

  it('settings leave out rules and reports; --print-config shows them', () => {
    fill([2023, 2024], PLACES.slice(0, 2));
    const settings = { severities: { 'workspace/carry-over': 'off' }, workspace: { exclude: ['*2023年报.md'] } };
    bench.write('reports/云溪县/.annual-report.json', JSON.stringify({ severities: settings.severities }));
    bench.write('reports/青禾县/.annual-report.json', JSON.stringify({ workspace: settings.workspace }));
    const output = json(['reports']);
    expect(acrossOf(output)).toEqual([]);
    expect(output.bodies?.map(({ years }) => years.join())).toEqual(['2023,2024', '2023,2024', '2024', '2024']);
    const config = JSON.parse(bench.run(['check', '--print-config', 'reports/云溪县']).out) as {
      configs: { settings: unknown }[];
    };
    expect(config.configs[0]).toMatchObject({ settings: { severities: settings.severities } });
  });
});

describe('what a terminal would obey', () => {
  const bench = new Workbench();

  it('is in no format', () => {
    const [report] = bodyYears('青禾县林业局', [2024], 5);
    report!.overview.push('收到\u001b[31m申请2件\u202e。。');
    report!.tables['t3.requests']!['newReceived']!['total'] = 999;
    bench.write('坏\u001b[2J年报.md', writeReport(report!));
    for (const format of ['text', 'json', 'jsonl', 'sarif', 'github', 'gitlab', 'csv']) {
      const { out } = bench.run(['check', '--format', format, '.']);
      expect(out.length).toBeGreaterThan(100);
      expect(out).not.toMatch(/[\u001b\u009b\u202e]/);
    }
  });
});
