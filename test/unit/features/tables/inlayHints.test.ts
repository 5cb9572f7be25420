import { describe, expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { inlayHints, type InlayHintMode } from '../../../../server/src/features/tables/inlayHints.ts';
import type { TableLayout } from '../../../../server/src/model/writing/write.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { SAMPLE_2021, sampleReport, type Change } from '../../../support/sample.ts';

const ALL: Range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
const T3 = 't3.requests';
const cell = (row: string, column: string, text: string): Change => ({ table: T3, row, column, text });

/** Each hint as the text in front of it and its label. */
function hintsOf(text: string, mode: InlayHintMode = 'broken', range: Range = ALL, language: 'zh-CN' | 'en' = 'zh-CN') {
  const source = new Source(text);
  return inlayHints(
    { source, report: new Snapshot('file:///2024.md', 1, source, DEFAULT_SETTINGS).report },
    range,
    mode,
    language,
  ).map(hint => ({ ...hint, line: text.split(/\r?\n/)[hint.position.line] ?? '', at: source.offsetAt(hint.position) }));
}

describe('inlay hints', () => {
  test('a balanced report has none, and ticks where they are wanted', () => {
    expect(hintsOf(sampleReport('pipe'))).toEqual([]);
    const ticks = hintsOf(sampleReport('pipe'), 'always');
    expect(new Set(ticks.map(({ label }) => label))).toEqual(new Set(['✓']));
    // 25 totals of rows, 6 of columns, 3 of table four.
    expect(ticks).toHaveLength(34);
    expect(ticks[0]?.tooltip).toBe('总计 120 = 86 + 17 + 2 + 1 + 9 + 5 ✓');
  });

  test.each<TableLayout>(['pipe', 'html', 'tabbed'])(
    'a blank total shows its value, and accepting it fills it in (%s)',
    layout => {
      const text = sampleReport(layout, cell('granted', 'total', ''));
      const [hint, ...rest] = hintsOf(text);
      expect(rest).toEqual([]);
      expect(hint).toMatchObject({
        label: '= 47',
        paddingLeft: true,
        tooltip: '总计未填，各项合计：31 + 8 + 1 + 1 + 4 + 2 = 47',
      });
      const [edit] = hint?.textEdits ?? [];
      const filled = text.slice(0, hint?.at) + (edit?.newText ?? '') + text.slice(hint?.at);
      expect(hintsOf(filled)).toEqual([]);
      expect(hintsOf(filled, 'always')).toHaveLength(34);
    },
  );

  test('a total of blank totals counts what was computed for them', () => {
    const figures = structuredClone(SAMPLE_2021) as Record<string, Record<string, Record<string, number>>>;
    for (const row of Object.values(figures[T3]!)) delete row['total'];
    figures[T3]!['resultTotal'] = {};
    const hints = hintsOf(sampleReport('pipe', undefined, figures));
    expect(hints.filter(({ label }) => label === '= 123')).toHaveLength(1);
    expect(hints).toHaveLength(25 + 6);
    expect(hints.find(({ label }) => label === '= 123')?.tooltip).toContain('合计未填，用算出的数');
  });

  test('a broken total shows what it should be and is never changed by accepting the hint', () => {
    const [hint, ...rest] = hintsOf(sampleReport('pipe', cell('newReceived', 'total', '121')));
    expect(rest).toEqual([]);
    expect(hint?.label).toBe('应为 120');
    expect(hint?.tooltip).toBe(
      '各项合计少 1：总计 121 ≠ 86 + 17 + 2 + 1 + 9 + 5 = 120\n' +
        '相差 1：一、本年新收政府信息公开申请数量 121 + 二、上年结转政府信息公开申请数量 9 ≠ （七）总计 123 + 四、结转下年度继续办理 6（130 与 129）',
    );
    expect(hint).not.toHaveProperty('textEdits');
    expect(hintsOf(sampleReport('pipe', cell('newReceived', 'total', '121')), 'off')).toEqual([]);
    expect(hintsOf(sampleReport('pipe', cell('newReceived', 'total', '121')), 'broken', ALL, 'en')[0]?.label).toBe(
      'should be 120',
    );
  });

  test('where another cell explains the difference the hint stands there and not at the totals', () => {
    const text = sampleReport('pipe', cell('granted', 'naturalPerson', '32'));
    const hints = hintsOf(text);
    expect(hints.map(({ label, at }) => [label, text.slice(at - 2, at)])).toEqual([['应为 31', '32']]);
  });

  test('a total on which another equation rests is not told to change', () => {
    const figures = structuredClone(SAMPLE_2021) as Record<string, Record<string, Record<string, number>>>;
    figures[T3]!['granted']!['total']! += 1;
    figures[T3]!['partiallyGranted']!['total']! -= 1;
    expect(hintsOf(sampleReport('pipe', undefined, figures)).map(({ label }) => label)).toEqual([
      '各项合计 47',
      '各项合计 12',
    ]);
  });

  test('of one equation alone, any member may be wrong: the hint only says what would balance', () => {
    const text = sampleReport('html', { table: 't4.review_litigation', row: 'review', column: 'upheld', text: '9' });
    expect(hintsOf(text).map(({ label }) => label)).toEqual(['15 可平']);
    expect(hintsOf(text, 'broken', ALL, 'en').map(({ label }) => label)).toEqual(['15 would balance']);
  });

  test('only the range that is asked for', () => {
    const text = sampleReport('pipe', cell('newReceived', 'total', '121'));
    const line = hintsOf(text)[0]?.position.line ?? 0;
    const lines = (start: number, end: number): Range => ({
      start: { line: start, character: 0 },
      end: { line: end, character: 0 },
    });
    expect(hintsOf(text, 'broken', lines(line, line + 1))).toHaveLength(1);
    expect(hintsOf(text, 'broken', lines(0, line))).toEqual([]);
    expect(hintsOf(text, 'broken', lines(line + 1, line + 50))).toEqual([]);
  });

  test.each([
    ['decimals', '0.5'],
    ['words', '若干'],
    ['a negative number', '-3'],
  ])('%s among the parts give no value', (_, stated) => {
    expect(
      hintsOf(sampleReport('pipe', cell('rejectedPetition', 'enterprise', stated)))
        .filter(({ label }) => label !== '✓')
        .every(({ label }) => !label.toString().includes('NaN')),
    ).toBe(true);
  });

  test('a blank form, half a table and no table give none', () => {
    expect(hintsOf(sampleReport('pipe', undefined, {}), 'always')).toEqual([]);
    expect(
      hintsOf('## 三、收到和处理政府信息公开申请情况\n\n| 一、本年新收政府信息公开申请数量 | 1 | 2', 'always'),
    ).toEqual([]);
    expect(hintsOf('', 'always')).toEqual([]);
  });

  test('line ends of Windows make no difference', () => {
    const text = sampleReport('pipe', cell('granted', 'total', ''));
    const strip = (hints: ReturnType<typeof hintsOf>) => hints.map(({ position, label }) => ({ position, label }));
    expect(strip(hintsOf(text.replaceAll('\n', '\r\n')))).toEqual(strip(hintsOf(text)));
  });
});
