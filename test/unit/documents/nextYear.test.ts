import { describe, expect, it } from 'vitest';
import type { NextYearOptions } from '../../../server/src/documents/job.ts';
import { nextYear } from '../../../server/src/documents/nextYear.ts';
import { bind } from '../../../server/src/model/bind.ts';
import { figureKey, type Report } from '../../../server/src/model/report.ts';
import { VOCABULARY } from '../../../server/src/model/vocabulary.ts';
import { parse } from '../../../server/src/syntax/readBlocks.ts';
import { Source } from '../../../server/src/text/source.ts';
import { sampleReport } from '../../support/sample.ts';

const read = (text: string): Report => bind(new Source(text), parse(text, VOCABULARY).blocks, null);
const next = (text: string, options: Partial<NextYearOptions> = {}) => {
  const draft = nextYear(read(text), { from: '上年.docx', ...options });
  if (typeof draft !== 'string') throw new Error(draft.message);
  return draft;
};

const LAST = sampleReport('html');

describe('a new report from last year’s', () => {
  it('carries over what was left to this year, by column, and nothing else', () => {
    const last = read(LAST);
    const report = read(next(LAST));
    const carriedOut = last.tables.find(({ spec }) => spec.id === 't3.requests');
    let filled = 0;
    for (const { spec, figures } of report.tables)
      for (const { row, column, quantity } of figures.values()) {
        if (row.key !== 'carriedIn') expect(quantity.kind, `${spec.id} ${row.key} ${column.key}`).toBe('blank');
        else {
          filled++;
          expect(quantity).toEqual(carriedOut?.figures.get(figureKey('carriedOut', column.key))?.quantity);
        }
      }
    expect(filled).toBe(7);
  });

  it('has title, period and edition of the year after, and last year’s words in comments alone', () => {
    const draft = next(LAST);
    const report = read(draft);
    expect(report.reportYear?.value).toBe((read(LAST).reportYear?.value ?? 0) + 1);
    expect(report.publicBody?.value).toBe(read(LAST).publicBody?.value);
    expect(report.edition?.id).toBe('2021');
    const published = draft.replace(/<!--[^]*?-->/g, '');
    expect(published).not.toContain(String(read(LAST).reportYear?.value));
    expect(draft).toContain('<!-- 上年报告：上年.docx -->');
  });

  it('leaves blank what last year did not tell, never 0', () => {
    const blank = LAST.replace(/(四、结转下年度继续办理<\/td>)(<td>\d+<\/td>)/, '$1<td></td>');
    expect(next(blank)).toMatch(/二、上年结转政府信息公开申请数量<\/td><td><\/td>/);
  });

  it('marks plans, keeps comments closed, and asks for what it does not know', () => {
    const draft = next(LAST.replace('## 六、', '一是时效--不足。\n\n下一步加强培训。\n\n## 六、'), {
      body: '云溪县水务局',
      year: 2030,
    });
    expect(draft).toContain('<!-- 上年：一是时效－－不足。 -->');
    expect(draft).toContain('<!-- 上年计划：下一步加强培训。 -->');
    expect(draft).toContain('# 云溪县水务局2030年政府信息公开工作年度报告');
    expect(nextYear(read('一、总体情况\n'), { from: 'a' })).toEqual({ message: 'documents.refused.noYear', args: {} });
    // A table of wages is no report, whatever is said of its year and its body.
    const wages = read('| 姓名 | 科室 | 工资 |\n|---|---|---|\n| 甲 | 办公室 | 5000 |\n');
    const known = { from: '工资表.xlsx', year: 2030, body: '云溪县水务局' };
    expect(nextYear(wages, known)).toEqual({ message: 'documents.refused.notReport', args: {} });
  });
});
