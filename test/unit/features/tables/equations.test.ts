import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { codeLenses, SHOW_EQUATIONS_COMMAND } from '../../../../server/src/features/tables/codeLens.ts';
import { toSpan } from '../../../../server/src/features/support/convert.ts';
import { equationsAt } from '../../../../server/src/features/tables/equations.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { sampleReport, type Change } from '../../../support/sample.ts';

const snapshotOf = (text: string) => new Snapshot('file:///2024.md', 1, new Source(text), DEFAULT_SETTINGS);
const lenses = (text: string, language: 'zh-CN' | 'en' = 'zh-CN') =>
  codeLenses(snapshotOf(text), language, {
    commands: new Set([SHOW_EQUATIONS_COMMAND]),
    file: { uri: 'file:///2024.md', languageId: 'annual-report' },
  });
const titles = (text: string, language: 'zh-CN' | 'en' = 'zh-CN') =>
  lenses(text, language).map(({ command }) => command?.title);
const t3 = (row: string, column: string, text: string): Change => ({ table: 't3.requests', row, column, text });

/** The equations of table three with the text that each points to. */
function listOf(text: string) {
  const snapshot = snapshotOf(text);
  const list = equationsAt(snapshot, text.indexOf('本年新收政府信息公开申请数量'), 'zh-CN');
  return {
    title: list?.title,
    equations: (list?.equations ?? []).map(each => ({
      ...each,
      cell: snapshot.source.slice(toSpan(snapshot.source, each.range)),
    })),
  };
}

describe('code lens', () => {
  test('counts the equations of each table and says where it stands', () => {
    const text = sampleReport('pipe');
    expect(titles(text)).toEqual([
      '勾稽 2 平 · 0 不平 · 0 未定',
      '勾稽 39 平 · 0 不平 · 0 未定',
      '勾稽 3 平 · 0 不平 · 0 未定',
    ]);
    const [first] = lenses(text);
    expect(first?.command).toMatchObject({
      command: SHOW_EQUATIONS_COMMAND,
      arguments: [{ uri: 'file:///2024.md', position: first?.range.start }],
    });
    expect(text.split('\n')[first?.range.start.line ?? 0]).toContain('第二十条第（一）项');
  });

  test('a wrong cell breaks its row and its column', () => {
    expect(titles(sampleReport('html', t3('granted', 'naturalPerson', '32')))[1]).toBe('勾稽 37 平 · 2 不平 · 0 未定');
    expect(titles(sampleReport('html', t3('granted', 'naturalPerson', '32')), 'en')[1]).toBe(
      'Equations: 37 hold · 2 broken · 0 undecided',
    );
  });

  test('a blank form is undecided, a draft without tables has no lens', () => {
    expect(titles(sampleReport('tabbed', undefined, {}))[1]).toBe('勾稽 0 平 · 0 不平 · 39 未定');
    expect(lenses('## 一、总体情况\n\n| 渠道 | 条数 |\n|---|---|\n| 网站 | 3 |\n')).toEqual([]);
    expect(lenses('')).toEqual([]);
  });
});

describe('list of equations', () => {
  test('broken ones first, at the cell to blame', () => {
    const { title, equations } = listOf(sampleReport('pipe', t3('granted', 'naturalPerson', '32')));
    expect(title).toBe('收到和处理政府信息公开申请情况');
    expect(equations.map(({ kind }) => kind)).toEqual([
      ...Array<string>(2).fill('broken'),
      ...Array<string>(37).fill('holds'),
    ]);
    expect(equations[0]?.cell).toBe('32');
    expect(
      equations
        .slice(0, 2)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['（一）予以公开', '自然人'].sort());
    expect(equations.slice(0, 2).every(({ text }) => text.includes('≠'))).toBe(true);
    expect(equations.slice(2).every(({ text }) => text.includes('✓'))).toBe(true);
  });

  test.each([
    ['a blank total', t3('granted', 'total', ''), '“（一）予以公开 · 总计”未填', ''],
    ['words', t3('granted', 'enterprise', '若干'), '“（一）予以公开 · 商业企业”填“若干”，不能识别', '若干'],
    ['a fraction', t3('granted', 'enterprise', '0.5'), '“（一）予以公开 · 商业企业”填 0.5，不是件数', '0.5'],
  ])('undecided because of %s: the reason names the cell', (_, change, reason, cell) => {
    const { equations } = listOf(sampleReport('pipe', change));
    const undecided = equations.filter(({ kind }) => kind === 'unknown');
    expect(undecided.map(each => [each.reason, each.cell])).toEqual(undecided.map(() => [reason, cell]));
    expect(undecided.length).toBe(2);
    expect(equations.every(({ text }) => text !== '' && !text.includes('NaN'))).toBe(true);
  });

  test('every entry of a blank form has a reason', () => {
    const { equations } = listOf(sampleReport('pipe', undefined, {}));
    expect(equations).toHaveLength(39);
    expect(equations.filter(({ reason }) => reason === undefined)).toEqual([]);
  });

  test('a row that was deleted is named', () => {
    const text = sampleReport('pipe')
      .split('\n')
      .filter(line => !line.includes('（一）予以公开'))
      .join('\n');
    const { equations } = listOf(text);
    expect(equations.filter(({ reason }) => reason?.includes('缺“（一）予以公开')).length).toBeGreaterThan(0);
  });

  test('there is none outside official tables', () => {
    const text = sampleReport('pipe');
    expect(equationsAt(snapshotOf(text), 0, 'zh-CN')).toBeNull();
    expect(equationsAt(snapshotOf(''), 0, 'zh-CN')).toBeNull();
  });
});
