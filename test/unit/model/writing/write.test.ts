import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editionById, EDITIONS, tableById } from '../../../../server/src/format/index.ts';
import type { TableSpec } from '../../../../server/src/format/types.ts';
import {
  writeHeading,
  writeIntroduction,
  writeSection,
  writeSkeleton,
  writeTable,
} from '../../../../server/src/model/writing/write.ts';
import { cellsOf2021, figuresFrom, SAMPLE_2021, sampleReport, type Figures } from '../../../support/sample.ts';

const edition = editionById('2021');
const table = (id: string): TableSpec => tableById(edition, id)!;

/** The equations of the three tables, worked out here without the evaluator. */
function brokenIn(figures: Figures): string[] {
  const broken: string[] = [];
  for (const spec of edition.tables) {
    for (const part of spec.parts) {
      for (const equation of spec.equations) {
        const value = (row: string, column: string): number => figures[spec.id]![row]![column]!;
        const places =
          equation.over === 'columns' ? part.columns.map(each => each.key) : part.rows.map(each => each.key);
        for (const place of equation.each ?? places) {
          if (!places.includes(place)) continue;
          const sum = (terms: readonly string[]): number =>
            terms.reduce(
              (total, term) => total + (equation.over === 'columns' ? value(term, place) : value(place, term)),
              0,
            );
          const [left, right] = [sum(equation.left), sum(equation.right)];
          const holds =
            equation.operator === '=' ? left === right : equation.operator === '>=' ? left >= right : left <= right;
          if (!holds) broken.push(`${equation.id} ${place}: ${String(left)} ${equation.operator} ${String(right)}`);
        }
      }
    }
  }
  return broken;
}

describe('headings', () => {
  it('are numbered in Chinese', () => {
    expect(writeHeading(edition.sections[2]!, 3, 'plain')).toBe('三、收到和处理政府信息公开申请情况');
    expect(writeHeading({ title: '附表' }, 11, 'markdown')).toBe('## 十一、附表');
  });
});

describe('tables', () => {
  const places = (row: string, column: string): string => `${row}.${column}`;

  it('in HTML keep the official merged cells', () => {
    const lines = writeTable(table('t3.requests'), 'html', places).split('\n');
    expect(lines).toHaveLength(3 + 25 + 2);
    expect(lines[1]).toBe(
      '<tr><td rowspan="3" colspan="3">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td colspan="7">申请人情况</td></tr>',
    );
    expect(lines[6]).toContain(
      '<tr><td rowspan="22">三、本年度办理结果</td><td colspan="2">（一）予以公开</td><td>granted.naturalPerson</td>',
    );
    expect(lines[8]).toMatch(/^<tr><td rowspan="8">（三）不予公开<\/td><td>1\.属于国家秘密<\/td>/);
    expect(lines[9]).toMatch(/^<tr><td>2\.其他法律行政法规禁止公开<\/td>/);
    expect(writeTable(table('t2.disclosure'), 'html', places)).toContain(
      '<td colspan="3">administrativeFee.amountWanYuan</td>',
    );
  });

  it('in pipe form are rectangular and leave covered cells empty', () => {
    const lines = writeTable(table('t4.review_litigation'), 'pipe', places).split('\n');
    expect(lines.map(line => line.split('|').length)).toEqual([17, 17, 17, 17, 17]);
    expect(lines[0]).toBe('| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |');
    expect(lines[1]).toBe(`|${' --- |'.repeat(15)}`);
    expect(lines[3]).toBe(
      '|  |  |  |  |  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |',
    );
    expect(lines[4]).toContain('| review.upheld | review.corrected |');
  });

  it('with tabs are rectangular and leave covered cells empty', () => {
    const lines = writeTable(table('t3.requests'), 'tabbed', places).split('\n');
    for (const line of lines) expect(line.split('\t')).toHaveLength(10);
    expect(lines[1]).toBe('\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计');
    expect(lines[8]!.split('\t').slice(0, 4)).toEqual([
      '',
      '',
      '2.其他法律行政法规禁止公开',
      'refusedProhibitedByLaw.naturalPerson',
    ]);
  });

  it('leave figures blank, name the report year and use the line end asked for', () => {
    const fujian = tableById(editionById('2007'), 'fj-2018')!;
    const text = writeTable(fujian, 'pipe', undefined, { reportYear: 2017, lineEnd: '\r\n' });
    expect(text.split('\r\n').slice(0, 3)).toEqual([
      '| 指标名称 | 计量单位 | 2017年度 | 历年累计 |',
      '| --- | --- | --- | --- |',
      '| 主动公开文件数 |  |  |  |',
    ]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(writeTable(fujian, 'tabbed').split('\n')[0]).toBe('指标名称\t计量单位\t2018年度\t历年累计');
  });

  it.each(EDITIONS.flatMap(each => each.tables.map(spec => [`${each.id} ${spec.id}`, spec] as const)))(
    '%s: every figure stands in every layout once',
    (_, spec) => {
      const count = spec.parts.reduce((sum, part) => sum + part.rows.length * part.columns.length, 0);
      for (const layout of ['pipe', 'html', 'tabbed'] as const) {
        expect(writeTable(spec, layout, () => '§').split('§')).toHaveLength(count + 1);
      }
    },
  );
});

describe('whole reports', () => {
  it.each(EDITIONS.map(each => [each.id, each] as const))('%s: title, period, every section in order', (_, each) => {
    const year = each.years.from;
    const text = writeSkeleton(each, {
      style: 'plain',
      layout: 'tabbed',
      reportYear: year,
      publicBody: '海东县林业局',
    });
    expect(text.split('\n')[0]).toBe(`海东县林业局${String(year)}年政府信息公开工作年度报告`);
    expect(text).toContain(`统计期限自${String(year)}年1月1日起至${String(year)}年12月31日止。`);
    const headings = text.split('\n').filter(line => /^[一二三四五六七八]、.*(况|项|述)$/.test(line));
    expect(headings).toEqual(each.sections.map((section, index) => writeHeading(section, index + 1, 'plain')));
    expect(text.endsWith('\n')).toBe(true);
    expect(text).not.toMatch(/\n\n\n/);
  });

  it('names the basis of its edition', () => {
    expect(writeIntroduction(edition, '海东县林业局', 2024)).toMatch(
      /第711号）第四十九条、第五十条和《.*〈中华.*〉的通知》（国办公开办函〔2021〕30号）/,
    );
    expect(writeIntroduction(editionById('2019'), '海东县林业局', 2019)).toContain('国办公开办函〔2019〕60号');
    expect(writeIntroduction(editionById('2007'), '海东县林业局', 2016)).toContain(
      '第492号）第三十一条、第三十二条的规定',
    );
  });

  it('guide where there is neither text nor table, in a comment', () => {
    const [overview, proactive] = edition.sections;
    const options = { style: 'markdown', layout: 'pipe' } as const;
    expect(writeSection(edition, overview!, 1, options)).toMatch(/^## 一、总体情况\n\n<!-- 提示：.*依据：.* -->$/);
    expect(writeSection(edition, proactive!, 2, options)).not.toContain('提示');
    expect(writeSection(edition, overview!, 1, { ...options, lineEnd: '\r\n' }, ['正文。'])).toBe(
      '## 一、总体情况\r\n\r\n正文。',
    );
  });

  it('the sample holds every equation and every figure', () => {
    expect(brokenIn(SAMPLE_2021)).toEqual([]);
    const keys = Object.entries(SAMPLE_2021).flatMap(([id, rows]) =>
      Object.entries(rows).flatMap(([row, columns]) => Object.keys(columns).map(column => `${id} ${row}.${column}`)),
    );
    expect(keys.sort()).toEqual(
      cellsOf2021()
        .map(cell => `${cell.table} ${cell.row}.${cell.column}`)
        .sort(),
    );
  });

  it('the sample is signed, and one cell can be changed', () => {
    const text = sampleReport('html');
    expect(text).toMatch(/海东县林业局\n\n2025年1月15日\n$/);
    const changed = sampleReport('html', { table: 't3.requests', row: 'newReceived', column: 'total', text: '121' });
    const before = text.split('\n');
    const different = changed
      .split('\n')
      .flatMap((line, index) => (line === before[index] ? [] : [[before[index], line]]));
    expect(different).toHaveLength(1);
    expect(different[0]![0]!.replace('<td>120</td></tr>', '<td>121</td></tr>')).toBe(different[0]![1]);
  });

  const official = new URL('../../../../../shared/domain/sample-2021.json', import.meta.url);
  it.skipIf(!existsSync(official))('the official sample has the same figures and holds every equation', () => {
    const figures = figuresFrom(JSON.parse(readFileSync(official, 'utf8')) as Record<string, unknown>);
    expect(brokenIn(figures)).toEqual([]);
    expect(sampleReport('pipe', undefined, figures)).toContain('| 14069 |');
    expect(sampleReport('pipe', undefined, figures)).not.toMatch(/规章 \|  \|/);
  });
});
