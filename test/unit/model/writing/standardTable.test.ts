import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { UNINTERRUPTED } from '../../../../server/src/analysis/scheduler.ts';
import { editionById, tableById } from '../../../../server/src/format/index.ts';
import type { LayoutCell } from '../../../../server/src/format/types.ts';
import { replaceByStandard, type NoteStyle } from '../../../../server/src/model/writing/standardTable.ts';
import { writeTable, type TableLayout } from '../../../../server/src/model/writing/write.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { compact } from '../../../support/compact.ts';
import { sampleReport } from '../../../support/sample.ts';

const snapshotOf = (text: string) => new Snapshot('file:///2024.md', 1, new Source(text), DEFAULT_SETTINGS);

/** The draft with its table replaced; undefined where that is not offered. */
function replaced(text: string, id: string, note: NoteStyle = 'comment'): string | undefined {
  const { report } = snapshotOf(text);
  const table = report.tables.find(({ spec }) => spec.id === id);
  const changes = table && replaceByStandard(report, table, note);
  return (
    changes &&
    compact(
      [...changes]
        .reverse()
        .reduce((changed, { span, text: by }) => changed.slice(0, span.start) + by + changed.slice(span.end), text),
    )
  );
}

const LAYOUTS: readonly TableLayout[] = ['pipe', 'html', 'tabbed'];
const T2 = 't2.disclosure';
const T3 = 't3.requests';

describe('the standard table in the place of another', () => {
  test.each(LAYOUTS)('is not offered for the standard table itself in %s', layout => {
    for (const id of [T2, T3, 't4.review_litigation']) expect(replaced(sampleReport(layout), id)).toBeUndefined();
  });

  test('brings back missing rows, blank', () => {
    const whole = sampleReport('pipe');
    const row = /\| {2}\| {2}\| 3\.其他 .*\n/.exec(whole)?.[0] ?? '';
    expect(replaced(whole.replace(row, ''), T3)).toBe(whole.replace(row, '|  |  | 3.其他 |  |  |  |  |  |  |  |\n'));
  });

  test('gives renamed rows their names, and rows and columns their order', () => {
    const whole = sampleReport('pipe');
    expect(
      replaced(whole.replace('5.要求行政机关确认或重新出具已获取信息', '5.要求机关确认或者重新出具已获取信息'), T3),
    ).toBe(whole);
    const [first = '', second = ''] = whole.match(/\| [一二]、.*\n/g) ?? [];
    expect(replaced(whole.replace(first + second, second + first), T3)).toBe(whole);
    const swapped = whole
      .replace('| 本年制发件数 | 本年废止件数 |', '| 本年废止件数 | 本年制发件数 |')
      .replace('| 7 | 2 | 41 |', '| 2 | 7 | 41 |');
    expect(replaced(swapped, T2)).toBe(whole);
  });

  test('keeps figures as they are written', () => {
    const text = sampleReport('html')
      .replace('1286', '１，２８６')
      .replace('<td>41</td>', '<td>&lt;41</td>')
      .replace('<td>行政处罚</td>', '<td>行政处罚类</td>');
    const result = replaced(text, T2) ?? '';
    expect(result).toContain('<td colspan="3">１，２８６</td>');
    expect(result).toContain('<td>&lt;41</td>');
  });

  test('lists rows and notes that it has no place for', () => {
    const whole = sampleReport('pipe');
    const text = whole.replace(
      '| 第二十条第（五）项 |',
      '| 其他主动公开文件 | 5 | 0 | 12 |\n| 注：含乡镇 --> |  |  |  |\n| 第二十条第（五）项 |',
    );
    const list = '其他主动公开文件：5、0、12；注：含乡镇';
    const table = (words: string) => whole.replace('| 行政事业性收费 | 58.6 |  |  |', `$&\n\n${words}`);
    expect(replaced(text, T2)).toBe(table(`<!-- 未能放入标准表格：${list} －－> -->`));
    expect(replaced(text, T2, 'line')).toBe(table(`未能放入标准表格：${list} -->`));
  });

  test('takes the place of another edition’s table, whose figures it lists where it asks for others', () => {
    const old = tableById(editionById('2019'), T2)!;
    let number = 10;
    const text = sampleReport('pipe').replace(
      /\| 第二十条第（一）项[^]*?\n\n/,
      `${writeTable(old, 'pipe', () => String(number++))}\n\n`,
    );
    const result = replaced(text, T2) ?? '';
    expect(result).toContain('| 规章 |  |  |  |\n');
    expect(result).toMatch(/\| 行政许可 \| 18 \| {2}\| {2}\|/);
    expect(result).toContain(
      '<!-- 未能放入标准表格：规章：本年新制作数量 10、本年新公开数量 11、对外公开总数量 12；规范性文件',
    );
    expect(result).toContain('其他对外管理服务事项：上一年项目数量 19、本年增/减 20、处理决定数量 21');
    for (let each = 10; each < number; each++) expect(result).toContain(String(each));
  });

  test('is put together out of parts, and captions between them go', () => {
    const whole = sampleReport('pipe');
    const table = /\| 第二十条第（一）项[^]*?\n\n/.exec(whole)?.[0] ?? '';
    const rows = table
      .trim()
      .split('\n')
      .filter(line => !line.includes('---'));
    const parts: string[] = [];
    for (const row of rows) {
      const cells = row
        .split('|')
        .map(each => each.trim())
        .filter(each => each !== '');
      if (cells.length === 1) parts.push(`\n${cells[0] ?? ''}\n`);
      else
        parts.push(
          `| ${cells.join(' | ')} |`,
          ...(cells[0] === '信息内容' ? [`|${' --- |'.repeat(cells.length)}`] : []),
        );
    }
    const split = whole.replace(table, `${parts.join('\n').trimStart()}\n\n`).replace('| 行政处罚 |', '| 行政处罚类 |');
    expect(snapshotOf(split).report.tables.find(({ spec }) => spec.id === T2)?.blocks.length).toBeGreaterThan(1);
    expect(replaced(split, T2)?.replace('第二十条第（一）项\n\n| 第', '| 第')).toBe(whole);
  });

  test('never loses a figure, whatever rows are taken out, added or exchanged', () => {
    const spec = tableById(editionById('2021'), T3)!;
    fc.assert(
      fc.property(
        fc.constantFrom(...LAYOUTS),
        fc.array(fc.tuple(fc.nat(), fc.nat(2)), { minLength: 1, maxLength: 4 }),
        (layout, edits) => {
          let number = 1000;
          const rows: LayoutCell[][] = spec.layout.map(line => [...line]);
          for (const [at, kind] of edits) {
            const index = 5 + (at % (rows.length - 5));
            const row = rows[index];
            if (!row) continue;
            if (kind === 0) rows.splice(index, 1);
            else if (kind === 1) rows.splice(index, 0, row);
            else
              rows.splice(index, 0, [
                { kind: 'text', text: '本地增加的情形' },
                { kind: 'text', text: '' },
                { kind: 'text', text: '' },
                ...Array.from({ length: 7 }, (): LayoutCell => ({ kind: 'text', text: String(number++) })),
              ]);
          }
          const table = writeTable({ ...spec, layout: rows }, layout, () => String(number++));
          const text = `# 海东县2024年政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\n${table}\n\n## 四、政府信息公开行政复议、行政诉讼情况\n`;
          const result = replaced(text, T3);
          if (result === undefined) return;
          for (const figure of table.match(/\d{4}/g) ?? []) expect(result).toContain(figure);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('with all rows brought back reports nothing but what was left out', async () => {
    const whole = sampleReport('pipe');
    for (const line of whole.match(/\|.*\| 0 \| 0 \| 0 \| 0 \| 0 \| 0 \| 0 \|\n/g) ?? []) {
      const { findings } = await snapshotOf(replaced(whole.replace(line, ''), T3) ?? '').findings(UNINTERRUPTED);
      expect(findings.map(({ rule }) => rule)).toEqual(['tables/blank-cells']);
    }
  });
});
