import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editionById } from '../../../server/src/format/index.ts';
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
      out: '共试 2 份草稿，与写明的结果不同 0 处\n',
    });
    bench.write(`试/${name}`, text.replace('computed=9', 'computed=7').replace('//! none', '//! 没有'));
    const { status, out } = bench.run(['formats', 'test', '试']);
    expect({ status, lines: out.split('\n').map(line => line.replace(/^.*?:(\d+) {2}(.{3}).*$/, '$1 $2')) }).toEqual({
      status: 1,
      lines: ['11 这一行', '22 多出：', '23 没有出', '共试 2 份草稿，与写明的结果不同 3 处', ''],
    });
    expect(bench.run(['formats', 'test', '没有'])).toMatchObject({ status: 2, out: '' });
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
    const blocks = [...readFileSync('docs/formats.md', 'utf8').matchAll(/```json\n([^]*?)```/g)].map(
      ([, text = '']) => text,
    );
    const inline =
      /`("sections": \[\{ "id": "serviceAreas".*\])`/.exec(readFileSync('docs/formats.md', 'utf8'))?.[1] ?? '';
    expect(blocks).toHaveLength(3);
    const file = JSON.parse(blocks[0] ?? '') as { editions: object[] };
    Object.assign(file.editions[0]!, JSON.parse(`{${inline}}`), JSON.parse(`{${blocks[1] ?? ''}}`));
    bench.write('照着写.json', JSON.stringify(file));
    expect(bench.run(['formats', 'check', '照着写.json'])).toMatchObject({ status: 0 });

    // Another kind of report: its drafts are found in a folder by their title, and read as that kind.
    bench.write('节能/格式/节能.json', blocks[2] ?? '');
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
