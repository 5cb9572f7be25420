import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, readSettings } from '../../../server/src/analysis/files/settings.ts';
import { readStatuteFiles } from '../../../server/src/analysis/files/statuteFile.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { Source } from '../../../server/src/text/source.ts';
import { clauseAt } from '../../../server/src/features/statutes/clauseAt.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { statutes } from '../../../server/src/statutes/index.ts';

const EXAMPLES = resolve(import.meta.dirname, '../../../examples');
const files = readdirSync(resolve(EXAMPLES, 'statutes')).map(name => ({
  uri: `file:///examples/statutes/${encodeURIComponent(name)}`,
  name,
  text: readFileSync(resolve(EXAMPLES, 'statutes', name), 'utf8'),
}));

describe('statutes of the examples', () => {
  test.each(files.map(file => [file.name, file] as const))('%s loads without a problem', (name, file) => {
    expect(name).toMatch(/\.annual-report-statutes\.json$/);
    const read = readStatuteFiles([file]);
    expect([...read.problems.values()].flat()).toEqual([]);
    expect(read.statutes.length).toBeGreaterThan(0);
    for (const statute of read.statutes) expect(statute.notes.join('')).toMatch(/未核|未读/);
  });

  test('all of them load together, as the settings file of the examples says', () => {
    const { settings, problems } = readSettings(
      JSON.parse(readFileSync(resolve(EXAMPLES, '.annual-report.json'), 'utf8')),
    );
    expect(problems).toEqual([]);
    expect(settings.statutes).toEqual(['statutes']);
    const read = readStatuteFiles(files);
    expect([...read.problems.values()].flat()).toEqual([]);
    expect(read.statutes).toHaveLength(8);
  });

  test.each([
    ['《福建省政府信息公开办‸法》（以下简称《办法》）', '福建省人民政府令第134号'],
    ['《福建省政府信息公开办法》（以下简称《办法》）、《办‸法》第五条', '福建省人民政府令第134号'],
    ['福建省人民政府令第134‸号', '福建省政府信息公开办法'],
    ['《中山市政府信息‸公开规定》', '中山市人民政府'],
    ['《政府信息公开工作年度报告编制‸发布规范》（DB51/T 2660—2019）', '四川省地方标准'],
    ['《2018年政务公开工作主要任务分解表》（台政办〔2018〕7‸5号）', '未核原文'],
    ['晋政办发〔2019〕5‸9号', '山西省2019年政务公开工作要点'],
  ])('%s: hover and definition once they are loaded, neither without', (marked, expected) => {
    const head = '# 临溪县林业局2018年政府信息公开工作年度报告\n\n';
    const text = `${head}根据${marked.replace('‸', '')}编制。\n`;
    const offset = `${head}根据${marked}`.indexOf('‸');
    const local = readStatuteFiles(files).statutes;
    const snapshot = (localStatutes: typeof local) =>
      new Snapshot('file:///w/a.md', 1, new Source(text), { ...DEFAULT_SETTINGS, localStatutes });
    expect(hover(snapshot(local), offset, 'zh-CN')?.contents).toContain(expected);
    expect(clauseAt(snapshot(local), offset)?.statuteId).toMatch(/^local-/);
    expect(clauseAt(snapshot([]), offset)).toBeUndefined();
  });

  test('none of them is built in: the program knows no statute of one place', () => {
    for (const { title, issuedBy = '' } of statutes) expect(title + issuedBy).not.toMatch(/[^国自][省市县]/);
  });
});
