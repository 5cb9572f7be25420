import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editionById } from '../../../server/src/format/index.ts';
import { BUILT_IN_FILES } from '../../../server/src/format/editionSet.ts';
import { newFormatFile } from '../../../server/src/cli/newFormatFile.ts';
import { Workbench } from '../../support/commandLine.ts';
import { LOCAL_FORMATS } from '../../support/localFormats.ts';
import { expandMacros } from '../../support/macros.ts';

const bench = new Workbench();
const FILE = '临溪省.annual-report-formats.json';
const DRAFT = ['{{head 清河县档案局 2024}}', '', '{{parts 一-六}}', '']
  .map(line => expandMacros(line, editionById('2021')))
  .join('\n');

describe('formats', () => {
  it('new writes a file in which nothing is wrong, and replaces none', () => {
    expect(bench.run(['formats', 'new', '临溪省'])).toMatchObject({ status: 0 });
    const { status, out } = bench.run(['formats', 'check', FILE]);
    expect({ status, out }).toEqual({
      status: 0,
      out: '共检查 1 个格式文件：错误 0，警告 0\n采用的版本：政府信息公开工作年度报告（2021年格式），临溪省补充（local-1）\n',
    });
    expect(bench.run(['formats', 'new', '临溪省'])).toMatchObject({ status: 2 });
    expect(bench.run(['formats', 'new', '临溪省', '--force'])).toMatchObject({ status: 0 });
  });

  it('check names faults at line and column, and which editions are used all the same', () => {
    const text = newFormatFile('临溪省');
    bench.write('错.json', text.replace('"second"\n', '"secnd"\n').replace('local-1', 'local-2'));
    bench.write('对.json', JSON.stringify(LOCAL_FORMATS[0]));
    const { status, out } = bench.run(['formats', 'check', '错.json', '对.json']);
    expect(status).toBe(1);
    expect(out).toMatch(/^错\.json:\d+:\d+ {2}错误 {2}没有“secnd”。可用的有：first, second, total。\n/);
    expect(out).toContain('（dongwu-2021）');
    expect(out).not.toContain('local-2');
    expect(bench.run(['formats', 'check', '没有.json'])).toMatchObject({ status: 2, out: '' });
  });

  it('test compares drafts with what they say is to be found', () => {
    const folder = 'examples/formats/';
    bench.write('试/临溪省.json', readFileSync(`${folder}临溪省.annual-report-formats.json`));
    bench.write('试/.annual-report.json', '{ "formats": ["."] }');
    const name = '2024年政府信息公开工作年度报告.md';
    const text = readFileSync(`${folder}试稿/${name}`, 'utf8');
    bench.write(`试/${name}`, text);
    expect(bench.run(['formats', 'test', '试'])).toMatchObject({
      status: 0,
      out: '共试 3 份草稿，与写明的结果不同 0 处\n',
    });
    bench.write(`试/${name}`, text.replace('computed=9', 'computed=7').replace('//! none', '//! 没有'));
    const { status, out } = bench.run(['formats', 'test', '试']);
    expect({ status, lines: out.split('\n').map(line => line.replace(/^.*?:(\d+) {2}(.{3}).*$/, '$1 $2')) }).toEqual({
      status: 1,
      lines: ['11 这一行', '22 多出：', '23 没有出', '共试 3 份草稿，与写明的结果不同 3 处', ''],
    });
    expect(bench.run(['formats', 'test', '没有'])).toMatchObject({ status: 2, out: '' });
    bench.write(`试/${name}`, text.replace('totals/local-equation', 'totals/local-equaton'));
    const misspelt = bench.run(['formats', 'test', '试']);
    expect(misspelt.status).toBe(1);
    expect(misspelt.out).toMatch(/:23 {2}没有“totals\/local-equaton”这条规则.*最接近的是“totals\/local-equation”/);
    // With the format left out, the drafts would be judged by another one.
    bench.write('试/错.json', '{ "editions": [{ "id": "x" }] }');
    const untested = bench.run(['formats', 'test', '试']);
    expect({ status: untested.status, out: untested.out }).toEqual({ status: 2, out: '' });
    expect(untested.error).toMatch(/错\.json:1.*\n没有试：.*一份也没有检查/);
  });

  it('check and test find nothing wrong with what is built in and with the examples', () => {
    const examples = ['examples/formats', 'examples/formats/网站报表'].map(folder => resolve(folder));
    for (const folder of examples) {
      expect(bench.run(['formats', 'check', folder])).toMatchObject({ status: 0 });
      expect(bench.run(['formats', 'test', join(folder, '试稿')])).toMatchObject({ status: 0 });
    }
    // What is built in has its ids already.
    const copies = BUILT_IN_FILES.flatMap(({ editions }) => editions).map(edition => ({
      ...edition,
      id: `copy-${edition.id}`,
      ...(edition.extends === undefined ? {} : { extends: `copy-${edition.extends}` }),
    }));
    bench.write('内置/全部.json', JSON.stringify({ editions: copies }));
    const { status, out } = bench.run(['formats', 'check', '内置']);
    // The national statistics table repeats two labels; its rows are told apart by their order.
    expect(status).toBe(1);
    expect(out).toContain('错误 0，警告 2\n');
  });

  it('the yearly form of a website is told by its title, and no other draft is taken for one', () => {
    const folder = resolve('examples/formats/网站报表');
    bench.write('网站/表.json', readFileSync(`${folder}/政府网站工作年度报表.annual-report-formats.json`));
    bench.write('网站/.annual-report.json', '{ "formats": ["."] }');
    const table = readFileSync(`${folder}/试稿/政府网站工作年度报表.md`, 'utf8')
      .split('//! draft')[2]!
      .split('\n')
      .slice(1)
      .filter(line => !line.startsWith('//!'))
      .join('\n');
    const title = '# 清河县政府网站工作年度报表（2024年度）';
    const check = (name: string, text: string, ...options: readonly string[]) => {
      bench.write(name, text);
      const { out } = bench.run(['check', '--format', 'json', ...options, name]);
      return (JSON.parse(out) as { files: { kind: string; edition: string; findings: { severity: string }[] }[] })
        .files[0];
    };
    expect(check('网站/报表.md', table)).toMatchObject({
      kind: 'website-form',
      edition: 'website-2018',
      findings: Array.from({ length: 4 }, () => ({ severity: 'hint' })),
    });
    for (const name of [
      '清河县政府网站年度报表（2024年度）',
      '政府网站工作年度报表(清河县人事考试中心)',
      '政府网站工作年度报表公示',
      '清河县2024年政府网站工作年报',
    ])
      expect(check('网站/别名.md', table.replace(title, `# ${name}`))?.kind, name).toBe('website-form');
    // The name of a site ends as the title begins: nothing is written twice.
    const named = check('网站/网站.md', table.replace(title, '# 清河县人民政府网站政府网站工作年度报表（2024年度）'));
    expect(named?.findings).toHaveLength(4);
    for (const name of ['政府网站监管年度报表（2024年度）', '关于做好政府网站年度报表发布工作的通知', '网站情况'])
      expect(check('网站/别的.md', table.replace(title, `# ${name}`)), name).toBeUndefined();
    expect(check('报表.md', table)).toBeUndefined();
    expect(check('网站/2024.md', DRAFT)).toEqual({ ...check('2024.md', DRAFT), path: '网站/2024.md' });
  });

  it('new begins a report of any kind by its name, and says what there is', () => {
    const begin = (...args: readonly string[]) => bench.run(['new', ...args]);
    const law = begin('--kind', '法治政府建设年度报告', '--body', '清河县司法局', '--year', '2024');
    expect(law.out).toContain('# 清河县司法局2024年法治政府建设年度报告\n');
    expect(begin('--kind', 'ogi-report', '--body', '清河县', '--year', '2020').out).toContain(
      '国办公开办函〔2019〕60号',
    );
    bench.write(
      '新/网站.json',
      readFileSync('examples/formats/网站报表/政府网站工作年度报表.annual-report-formats.json'),
    );
    bench.write('新/.annual-report.json', '{ "formats": ["."] }');
    expect(
      begin('--kind', '政府网站工作年度报表', '--body', '清河县', '--year', '2024', '-o', '新/报表.md'),
    ).toMatchObject({ status: 0, out: '' });
    // What was begun is read as what was asked for: a form is its table and no more.
    const { files } = JSON.parse(bench.run(['check', '--format', 'json', '新/报表.md']).out) as { files: object[] };
    expect(files).toMatchObject([{ kind: 'website-form', tables: [{ id: 'w.form' }], findings: [] }]);
    // Several tables with heads, and nothing else: each under its title, and read again.
    const part = (label: string) => ({
      columns: [{ key: 'n', label: '场次' }],
      rows: ['甲', '乙'].map(each => ({ key: each, label: `${label}${each}` })),
    });
    const tables = ['培训情况', '检查情况'].map(title => ({ id: title, title, parts: [part(title)] }));
    const edition = { id: 'hui-2023', kind: 'hui', name: '会务年度统计表', years: { from: 2023 }, tables };
    const file = { kinds: [{ id: 'hui', name: '会务年度统计表', titles: ['会务[年度]统计表'] }], editions: [edition] };
    bench.write('会务/格式.json', JSON.stringify(file));
    bench.write('会务/.annual-report.json', '{ "formats": ["格式.json"] }');
    begin('--kind', '会务年度统计表', '--body', '清河县', '--year', '2024', '-o', '会务/表.md');
    const { out } = bench.run(['check', '--format', 'json', '会务/表.md']);
    expect(JSON.parse(out)).toMatchObject({
      files: [{ kind: 'hui', tables: [{ id: '培训情况' }, { id: '检查情况' }] }],
    });
    for (const [args, words] of [
      [[], /可以新建的有：政府信息公开工作年度报告（ogi-report）、法治政府建设年度报告/],
      [['--kind', '网站'], /没有这种报告.*可以新建的有/],
      [['--kind', 'ogi-report'], /单位名称/],
      [['--kind', 'rule-of-law-report', '--body', '清河县', '--year', '2012'], /从 2015 年度起才有/],
      [['--kind', 'ogi-report', '--from', '新/报表.md'], /请去掉一个/],
    ] as const)
      expect(begin(...args)).toMatchObject({ status: 2, out: '', error: expect.stringMatching(words) as string });
  });

  it('drafts are checked against what their settings name, and a file with a fault is said', () => {
    bench.write('报告/2024.md', DRAFT);
    bench.write('报告/格式/东梧省.json', JSON.stringify(LOCAL_FORMATS[0]));
    bench.write('报告/.annual-report.json', '{ "formats": ["格式"] }');
    const json = () => bench.run(['check', '--format', 'json', '报告/2024.md']);
    const fileOf = (out: string) =>
      (JSON.parse(out) as { files: { edition: string; findings: { rule: string }[] }[] }).files[0];
    expect(fileOf(json().out)).toMatchObject({
      edition: 'dongwu-2021',
      findings: [{ rule: 'structure/missing-section' }],
    });
    bench.write('报告/格式/错.json', '{ "editions": [{}] }');
    const { status, out, error } = json();
    expect({ status, error }).toEqual({ status: 2, error: expect.stringContaining('错.json:1') as unknown });
    expect(fileOf(out)).toMatchObject({ edition: 'dongwu-2021' });
  });

  it('what the page on them shows, step by step, is right', () => {
    const page = readFileSync('docs/formats.md', 'utf8');
    const [first, table, settings, pairs, drafts, other, ...more] = [
      ...page.matchAll(/```(?:json|markdown)\n([^]*?)```/g),
    ].map(([, text = '']) => text.replace(/^ {3}/gm, ''));
    const inline = /`("sections": \[\{ "id": "serviceAreas".*\])`/.exec(page)?.[1] ?? '';
    expect(more).toEqual([]);
    const file = JSON.parse(first ?? '') as { editions: object[] };
    Object.assign(file.editions[0]!, JSON.parse(`{${inline}}`), JSON.parse(`{${table ?? ''}}`));
    bench.write('照着写.json', JSON.stringify(file));
    expect(bench.run(['formats', 'check', '照着写.json'])).toMatchObject({ status: 0 });
    bench.write('照着走/.annual-report.json', settings ?? '');
    bench.write('照着走/格式/登记表.annual-report-formats.json', pairs ?? '');
    bench.write('照着走/试稿/公开查阅点年度登记表.md', drafts ?? '');
    expect(bench.run(['formats', 'check', '照着走/格式'])).toMatchObject({ status: 0 });
    expect(bench.run(['formats', 'test', '照着走/试稿'])).toMatchObject({
      status: 0,
      out: '共试 2 份草稿，与写明的结果不同 0 处\n',
    });

    // A blank beside a label is no 0: what it stands in is not checked, and that is what is said.
    const [, right = ''] = (drafts ?? '').split('//! draft');
    const blank = right
      .split('\n')
      .filter(line => !line.startsWith('//!'))
      .slice(1)
      .join('\n')
      .replace('| 20 |', '|  |');
    bench.write('照着走/空.md', blank);
    expect(bench.run(['check', '照着走/空.md']).out).toMatch(
      /空格不算作 0.*\[tables\/blank-cells\]\n共检查 1 份：错误 0，警告 0/,
    );

    // Another kind of report: its drafts are found in a folder by their title, and read as that kind.
    bench.write('节能/格式/节能.json', other ?? '');
    bench.write('节能/.annual-report.json', '{ "formats": ["格式"] }');
    const lines = [
      '# 石泉县2024年公共机构节能工作情况报告',
      '## 一、主要做法',
      '改造机房。',
      '## 二、2024年工作打算',
      '改造。',
    ];
    bench.write('节能/2024.md', `${lines.join('\n\n')}\n`);
    bench.write('节能/说明.md', '# 石泉县2024年公共机构节能工作情况报告解读\n\n## 一、背景\n');
    expect(bench.run(['formats', 'check', '节能/格式'])).toMatchObject({ status: 0 });
    const { files } = JSON.parse(bench.run(['check', '--format', 'json', '节能']).out) as { files: object[] };
    expect(files).toMatchObject([
      {
        kind: 'jieneng-report',
        edition: 'jieneng-2022',
        sections: [{ id: 'done' }, { id: 'plan' }],
        findings: [{ rule: 'dates/plan-year', line: 7 }],
      },
    ]);
  });
});
