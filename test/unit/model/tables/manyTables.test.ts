import { expect, it } from 'vitest';
import { valueOf } from '../../../../server/src/model/report.ts';
import { growthExponent } from '../../../support/growth.ts';
import { reportOf } from '../reports.ts';

const TITLE = '海东县林业局2024年政府信息公开工作年度报告';
const HEADS = [
  '| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| --- | --- | --- | --- |',
  '| 信息内容 | 本年处理决定数量 |\n| --- | --- |',
];
const rules = (effective: number) => `${HEADS[0] ?? ''}\n| 规章 | 0 | 0 | ${String(effective)} |`;
const documents = (effective: number) => `| 行政规范性文件 | 2 | 1 | ${String(effective)} |`;
const license = (count: number) => `${HEADS[1] ?? ''}\n| 行政许可 | ${String(count)} |`;

it('a piece of a table goes on with the table before it, not with an earlier one', () => {
  const tables = [rules(1), `${rules(2)}\n${documents(9)}`, license(5)];
  const report = reportOf(`${TITLE}\n\n二、主动公开政府信息情况\n\n${tables.join('\n\n又\n\n')}\n`);
  const found = report.tables.map(({ figures }) => valueOf(figures.get('administrativeLicense.decisions')));
  expect(found).toEqual([undefined, 5]);
});

it('the time for many tables grows with their number', () => {
  const draft = (count: number) =>
    `${TITLE}\n\n${Array.from({ length: count }, (_, i) => rules(i)).join('\n\n又\n\n')}\n`;
  expect(growthExponent(draft, text => reportOf(text), 400)).toBeLessThan(1.6);
}, 60_000);

it('the time for a table of one row again and again grows with its length', () => {
  const draft = (count: number) =>
    `${TITLE}\n\n${HEADS[0] ?? ''}\n${Array.from({ length: count }, (_, i) => documents(i)).join('\n')}\n`;
  expect(growthExponent(draft, text => reportOf(text), 2000)).toBeLessThan(1.6);
}, 60_000);

it('the time for a row of many cells grows with their number', () => {
  const row = (count: number) => `<tr>${'<td>1</td>'.repeat(count)}</tr>`;
  const draft = (count: number) =>
    `${TITLE}\n\n<table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>1</td></tr>${row(count)}</table>\n`;
  expect(growthExponent(draft, text => reportOf(text), 4000)).toBeLessThan(1.6);
}, 60_000);
