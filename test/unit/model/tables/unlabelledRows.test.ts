import { expect, it } from 'vitest';
import { editionById, tableById } from '../../../../server/src/format/index.ts';
import { valueOf } from '../../../../server/src/model/report.ts';
import { SAMPLE_2021 } from '../../../support/sample.ts';
import { reportOf } from '../reports.ts';

const SPEC = tableById(editionById('2021'), 't3.requests')!;
const SECOND = '二、上年结转政府信息公开申请数量';

/** The table of section three with one cell per line, without the label of its second row. */
function withoutSecondLabel(change: (cells: string[], at: number) => void = () => undefined): string {
  const cells = SPEC.layout
    .flat()
    .map(cell =>
      cell.kind === 'text' ? cell.text : String(SAMPLE_2021['t3.requests']?.[cell.row]?.[cell.column] ?? 0),
    );
  const at = cells.indexOf(SECOND);
  expect(at).toBeGreaterThan(0);
  cells.splice(at, 1);
  change(cells, at);
  const lines = cells.filter(cell => cell !== '').join('\n');
  return `海东县林业局2024年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n${lines}\n`;
}

function secondRow(text: string): (number | undefined)[] {
  const table = reportOf(text).tables.find(({ spec }) => spec.id === SPEC.id);
  const [part] = SPEC.parts;
  const row = part?.rows[1];
  expect(row?.label).toBe(SECOND);
  return (part?.columns ?? []).map(column => valueOf(table?.figures.get(`${row?.key ?? ''}.${column.key}`)));
}

it('figures without their label belong to the row that is missing there', () => {
  const expected = Object.values(SAMPLE_2021['t3.requests']?.[SPEC.parts[0]?.rows[1]?.key ?? ''] ?? {}).map(Number);
  expect(expected).toHaveLength(7);
  expect([...secondRow(withoutSecondLabel())].sort()).toEqual([...expected].sort());
});

it('figures that do not add up belong to none', () => {
  const text = withoutSecondLabel((cells, at) => {
    cells[at] = String(Number(cells[at]) + 1);
  });
  expect(secondRow(text).every(value => value === undefined)).toBe(true);
});
