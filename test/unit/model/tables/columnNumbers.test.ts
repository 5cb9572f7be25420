import { describe, expect, it } from 'vitest';
import { editionById, tableById } from '../../../../server/src/format/index.ts';
import type { TableSpec } from '../../../../server/src/format/types.ts';
import { figureKey, valueOf } from '../../../../server/src/model/report.ts';
import { unreadOf } from '../../../../server/src/model/tables/unread.ts';
import { writeTable } from '../../../../server/src/model/writing/write.ts';
import { LAYOUTS } from '../../../support/layouts.ts';
import { SAMPLE_2021 } from '../../../support/sample.ts';
import { reportOf } from '../reports.ts';

const EDITION = editionById('2021');
const REQUESTS = tableById(EDITION, 't3.requests')!;
const CASES = tableById(EDITION, 't4.review_litigation')!;

const figure = (table: TableSpec) => (row: string, column: string) =>
  String(SAMPLE_2021[table.id]?.[row]?.[column] ?? 0);

const draft = (section: string, table: string) =>
  `海东县林业局2024年政府信息公开工作年度报告\n\n${section}\n\n${table}\n`;

/** Whether a table is read with all its figures, and nothing besides. */
function isReadWhole(table: TableSpec, section: string, text: string): boolean {
  const read = reportOf(draft(section, text)).tables;
  const [first] = read;
  return (
    read.length === 1 &&
    first?.spec === table &&
    unreadOf(first.core) === undefined &&
    first.extraRows.length === 0 &&
    table.parts.every(({ rows, columns }) =>
      rows.every(row =>
        columns.every(
          column =>
            valueOf(first.figures.get(figureKey(row.key, column.key))) === Number(figure(table)(row.key, column.key)),
        ),
      ),
    )
  );
}

/** A pipe table with a row put in before the line with this beginning. */
function withRow(text: string, before: string, row: readonly string[]): string {
  const lines = text.split('\n');
  const at = lines.findIndex(line => line.includes(before));
  expect(at).toBeGreaterThan(0);
  lines.splice(at, 0, `| ${row.join(' | ')} |`);
  return lines.join('\n');
}

const count = (length: number) => Array.from({ length }, (_, i) => String(i + 1));
const REQUESTS_TITLE = '三、收到和处理政府信息公开申请情况';
const CASES_TITLE = '四、政府信息公开行政复议、行政诉讼情况';
const FIRST = '一、本年新收政府信息公开申请数量';

describe('a row that numbers the columns is no row of figures', () => {
  it.each([
    ['below empty cells', ['', '', '', ...count(7)]],
    ['behind the name of the row', ['栏次', '', '', ...count(7)]],
    ['behind the signs of the columns of labels', ['甲', '乙', '丙', ...count(7)]],
    ['in brackets', ['', '', '', ...count(7).map(each => `（${each}）`)]],
    ['with the sum written out', ['', '', '', ...count(6), '7=1+2+3+4+5+6']],
    ['with the columns of labels numbered too', count(10)],
  ])('%s', (_, row) => {
    const text = withRow(writeTable(REQUESTS, 'pipe', figure(REQUESTS)), FIRST, row);
    expect(isReadWhole(REQUESTS, REQUESTS_TITLE, text)).toBe(true);
  });

  it('in a table whose rows stand side by side', () => {
    const lines = writeTable(CASES, 'pipe', figure(CASES)).split('\n');
    const last = lines.pop() ?? '';
    for (const row of [count(15), count(15).map(each => `(${each})`)])
      expect(isReadWhole(CASES, CASES_TITLE, [...lines, `| ${row.join(' | ')} |`, last].join('\n'))).toBe(true);
  });

  it.each(['one cell per line', 'one cell per line with bars', 'aligned by spaces', 'rows with single spaces'])(
    'in a table with %s',
    name => {
      const lines = (LAYOUTS[name]?.(REQUESTS, figure(REQUESTS)) ?? '').split('\n');
      const at = lines.findIndex(line => line.trim().startsWith(FIRST.slice(0, 6)));
      lines.splice(at, 0, ...(name.includes('per line') ? count(7) : [count(7).join('  ')]));
      expect(isReadWhole(REQUESTS, REQUESTS_TITLE, lines.join('\n'))).toBe(true);
    },
  );

  it('beside a row that is missing', () => {
    const text = withRow(writeTable(REQUESTS, 'pipe', figure(REQUESTS)), FIRST, ['', '', '', ...count(7)])
      .split('\n')
      .filter(line => !line.includes('结转下年度'))
      .join('\n');
    const [table] = reportOf(draft(REQUESTS_TITLE, text)).tables;
    expect(table && unreadOf(table.core)).toBeUndefined();
    expect(table?.parts[0]?.rows).toHaveLength((REQUESTS.parts[0]?.rows.length ?? 0) - 1);
  });
});

it('figures in another place that count up are figures', () => {
  const text = withRow(writeTable(REQUESTS, 'pipe', figure(REQUESTS)), '二、上年结转', ['', '', '', ...count(7)]);
  const [table] = reportOf(draft(REQUESTS_TITLE, text)).tables;
  expect(table && unreadOf(table.core)?.count).toBe(1);
});

it('the only line of figures of a table is its figures', () => {
  const lines = writeTable(CASES, 'pipe', figure(CASES)).split('\n').slice(0, -1);
  const text = [...lines, `| ${count(15).join(' | ')} |`].join('\n');
  const [table] = reportOf(draft(CASES_TITLE, text)).tables;
  expect(valueOf(table?.figures.get('litigationAfterReview.total'))).toBe(15);
});

describe('a column that numbers the rows is none of labels or figures', () => {
  it.each([
    [REQUESTS_TITLE, REQUESTS],
    [CASES_TITLE, CASES],
  ])('in %s', (title, table) => {
    const numbered = writeTable(table, 'pipe', figure(table))
      .split('\n')
      .map((line, i) => `| ${i === 0 ? '序号' : i === 1 ? '---' : String(i - 1)} ${line}`);
    expect(isReadWhole(table, title, numbered.join('\n'))).toBe(true);
  });
});
