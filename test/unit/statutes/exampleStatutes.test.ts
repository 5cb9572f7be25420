import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-types';
import { DEFAULT_SETTINGS, readSettings } from '../../../server/src/analysis/files/settings.ts';
import { readStatuteFiles } from '../../../server/src/analysis/files/statuteFile.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { Source } from '../../../server/src/text/source.ts';
import { citationList } from '../../../server/src/features/statutes/citationList.ts';
import { clauseAt } from '../../../server/src/features/statutes/clauseAt.ts';
import { citationCompletion } from '../../../server/src/features/statutes/completion.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { policyDocuments } from '../../../server/src/statutes/data/policy-documents.ts';
import { statutes } from '../../../server/src/statutes/index.ts';
import type { LocalDocuments } from '../../../server/src/statutes/types.ts';

const EXAMPLES = resolve(import.meta.dirname, '../../../examples');
const files = readdirSync(resolve(EXAMPLES, 'statutes')).map(name => ({
  uri: `file:///examples/statutes/${encodeURIComponent(name)}`,
  name,
  text: readFileSync(resolve(EXAMPLES, 'statutes', name), 'utf8'),
}));

const head = '# 临溪县林业局2018年政府信息公开工作年度报告\n\n';

/** A draft of the examples' workspace, or of one that adds nothing. */
function snapshotOf(body: string, localStatutes?: LocalDocuments): Snapshot {
  return new Snapshot('file:///w/a.md', 1, new Source(`${head}${body}\n`), {
    ...DEFAULT_SETTINGS,
    ...(localStatutes ? { localStatutes } : {}),
  });
}

describe('statutes of the examples', () => {
  test.each(files.map(file => [file.name, file] as const))('%s loads without a problem', (name, file) => {
    expect(name).toMatch(/\.annual-report-statutes\.json$/);
    const {
      documents: { statutes: own, policies },
      problems,
    } = readStatuteFiles([file]);
    expect([...problems.values()].flat()).toEqual([]);
    expect(own.length + policies.length).toBeGreaterThan(0);
    for (const { notes = [] } of [...own, ...policies]) expect(notes.join('')).toMatch(/未核|未读/);
    for (const { unverified } of own) expect(unverified).toContain('repeal');
    for (const { verification } of policies) expect(verification).toBe('unverified');
  });

  test('all of them load together, as the settings file of the examples says', () => {
    const { settings, problems } = readSettings(
      JSON.parse(readFileSync(resolve(EXAMPLES, '.annual-report.json'), 'utf8')),
    );
    expect(problems).toEqual([]);
    expect(settings.statutes).toEqual(['statutes']);
    const read = readStatuteFiles(files);
    expect([...read.problems.values()].flat()).toEqual([]);
    expect(read.documents.statutes).toHaveLength(3);
    expect(read.documents.policies).toHaveLength(5);
  });

  test.each([
    ['《福建省政府信息公开办‸法》（以下简称《办法》）', '福建省人民政府令第134号'],
    ['《福建省政府信息公开办法》（以下简称《办法》）、《办‸法》第五条', '福建省人民政府令第134号'],
    ['福建省人民政府令第134‸号', '福建省政府信息公开办法'],
    ['《中山市政府信息‸公开规定》', '中山市人民政府'],
    ['《政府信息公开工作年度报告编制‸发布规范》（DB51/T 2660—2019）', '四川省地方标准'],
  ])('%s: hover and definition once they are loaded, neither without', (marked, expected) => {
    const body = `根据${marked.replace('‸', '')}编制。`;
    const offset = `${head}根据${marked}`.indexOf('‸');
    const { documents } = readStatuteFiles(files);
    expect(hover(snapshotOf(body, documents), offset, 'zh-CN')?.contents).toContain(expected);
    expect(clauseAt(snapshotOf(body, documents), offset)?.statuteId).toMatch(/^local-/);
    expect(clauseAt(snapshotOf(body), offset)).toBeUndefined();
  });

  test.each([
    ['《2018年政务公开工作主要任务分解表》（台政办〔2018〕7‸5号）', '台政办〔2018〕75号'],
    ['《2018年政务公开工作主要任务分解表》（闽政办〔2018〕4‸3号）', '闽政办〔2018〕43号'],
    ['晋政办发〔2019〕5‸9号', '山西省2019年政务公开工作要点'],
  ])('%s is known by its number and marked as not verified', (marked, expected) => {
    const body = `根据${marked.replace('‸', '')}编制。`;
    const offset = `${head}根据${marked}`.indexOf('‸');
    const card = hover(snapshotOf(body, readStatuteFiles(files).documents), offset, 'zh-CN')?.contents;
    expect(card).toContain(expected);
    expect(card).toContain('未核实');
    expect(card).toContain('未核原文');
    expect(hover(snapshotOf(body), offset, 'zh-CN')?.contents ?? '').not.toContain('未核原文');
  });

  test('are nowhere called in force, for that was not verified', () => {
    const { documents } = readStatuteFiles(files);
    const titles = documents.statutes.map(({ title }) => `《${title}》`);
    const body = `根据${[...titles, ...documents.policies.map(({ number }) => number)].join('、')}编制。`;
    const { entries, markdown } = citationList(snapshotOf(body, documents), 'zh-CN', new Date(2026, 5, 1));
    expect(entries.map(({ state }) => state)).toEqual(Array.from({ length: 8 }, () => 'unknown'));
    expect(markdown).not.toContain('现行有效');
    for (const title of titles) {
      const card = hover(snapshotOf(title, documents), head.length + 2, 'zh-CN');
      expect(card?.contents).toContain('是否仍然有效未核实');
    }
    expect(hover(snapshotOf('《中山市政府信息公开规定》', documents), head.length + 2, 'zh-CN')?.contents).toContain(
      '文号未核实',
    );
  });

  test.each([
    ['按照《2018‸', '按照《2018年政务公开工作主要任务分解表》（台政办〔2018〕75号）'],
    ['按照《山西‸', '按照《山西省2019年政务公开工作要点》（晋政办发〔2019〕59号）'],
    ['按照《2019‸', '按照《2019年政务公开工作要点》（国办发〔2019〕14号）'],
    ['按照闽政办〔‸', '按照闽政办〔2018〕43号'],
  ])('%s is completed with the number outside the title', (marked, expected) => {
    const body = marked.replace('‸', '');
    const snapshot = snapshotOf(body, readStatuteFiles(files).documents);
    const items = citationCompletion(snapshot, head.length + body.length, {
      language: 'zh-CN',
      clientCapabilities: { snippets: false },
    });
    const written = (items ?? []).map(({ textEdit }) => {
      const { range, newText } = textEdit as TextEdit;
      return snapshot.source.text.slice(head.length, snapshot.source.offsetAt(range.start)) + newText;
    });
    expect(written).toContain(expected);
  });

  test('are offered to no draft of another workspace', () => {
    for (const body of ['按照《', '按照闽政办〔', '按照台政办〔']) {
      const items = citationCompletion(snapshotOf(body), head.length + body.length, {
        language: 'zh-CN',
        clientCapabilities: { snippets: false },
      });
      expect((items ?? []).map(({ label }) => label).join('')).not.toMatch(/分解表|[闽台晋]政办|海政办/);
    }
  });

  test('none of them is built in: the program knows no statute or document of one place', () => {
    for (const { title, issuedBy = '' } of statutes) expect(title + issuedBy).not.toMatch(/[^国自][省市县]/);
    for (const { number, title } of policyDocuments) {
      expect(number).toMatch(/^(?:国办|国发|国函)/);
      expect(title).not.toMatch(/[省市县]/);
    }
  });
});
