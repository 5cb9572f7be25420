import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { UNINTERRUPTED } from '../../../../server/src/analysis/scheduler.ts';
import { totalFills, zeroFills } from '../../../../server/src/model/writing/fillTable.ts';
import type { TableLayout } from '../../../../server/src/model/writing/write.ts';
import type { Change } from '../../../../server/src/text/change.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { cellsOf2021, SAMPLE_2021, sampleReport, type Figures } from '../../../support/sample.ts';

const LAYOUTS: readonly TableLayout[] = ['pipe', 'html', 'tabbed'];
const snapshotOf = (text: string) => new Snapshot('file:///2024.md', 1, new Source(text), DEFAULT_SETTINGS);

function applied(text: string, changes: readonly Change[]): string {
  return [...changes]
    .reverse()
    .reduce((changed, { span, text: by }) => changed.slice(0, span.start) + by + changed.slice(span.end), text);
}

function fillAll(text: string, fills: typeof zeroFills): string {
  const { source, report } = snapshotOf(text);
  return applied(
    text,
    report.tables.flatMap(table => fills(source, table)),
  );
}

const TABLE4 = '## 四、政府信息公开行政复议、行政诉讼情况';

/** A draft with one table of section four. */
const draft = (table: string) => `# 临溪县2024年政府信息公开工作年度报告\n\n${TABLE4}\n\n${table}\n`;
const HEADER = [
  '| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |',
  `|${'---|'.repeat(15)}`,
  '| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 |  |  |  |  | 复议后起诉 |  |  |  |  |',
  '|  |  |  |  |  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |',
].join('\n');
const pipeRow = (row: string) => draft(`${HEADER}\n${row}`);

describe('zeros', () => {
  test('take the places of blanks, so that columns stay in line; totals stay blank', () => {
    expect(fillAll(pipeRow('| 1 |   | | || 2 |  |&nbsp;|　|2 |  |  |  |  |  |'), zeroFills)).toBe(
      pipeRow('| 1 | 0 | 0 | 0 || 2 | 0 | 0 | 0 |2 | 0 | 0 | 0 | 0 |  |'),
    );
    expect(fillAll(pipeRow('|1||||1|0|0|0|0|0|5|-|/||5|'), zeroFills)).toBe(pipeRow('|1|0|0|0|1|0|0|0|0|0|5|-|/|0|5|'));
  });

  test('a 0 in an equation that it breaks, or that is broken, is not filled in', () => {
    const text = pipeRow('| 1 |  | 0 | 0 | 2 |  |  |  |  | 7 | 0 | 0 |  | 0 | 0 |');
    expect(fillAll(text, zeroFills)).toBe(text.replace('| 0 | 0 |  | 0 | 0 |', '| 0 | 0 | 0 | 0 | 0 |'));
  });

  test('in HTML stand between the innermost tags, in the place of &nbsp;', () => {
    const cells = [
      '<td>1</td>',
      '<td></td>',
      '<td>&nbsp;</td>',
      '<td> </td>',
      '<td></td>',
      '<td><p></p></td>',
      '<td><p class="a"><span lang="EN-US">&nbsp;</span></p></td>',
      '<td><br></td>',
      '<td>\n</td>',
      '<td>4</td>',
      '<td>0',
      '<td>',
      '\n<td>0</td>',
      '<td>0</td>',
      '<td>0</td>',
    ];
    const html = (row: readonly string[]) =>
      draft(`<table>\n<tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
<tr>${['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].map(each => `<td rowspan="2">${each}</td>`).join('')}<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
<tr>${'<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>'.repeat(2)}</tr>
<tr>${row.join('')}</tr>\n</table>`);
    const filled = [
      '<td>1</td>',
      '<td>0</td>',
      '<td>0</td>',
      '<td>0</td>',
      '<td></td>',
      '<td><p>0</p></td>',
      '<td><p class="a"><span lang="EN-US">0</span></p></td>',
      '<td>0<br></td>',
      '<td>0\n</td>',
      '<td>4</td>',
      '<td>0',
      '<td>0',
      '\n<td>0</td>',
      '<td>0</td>',
      '<td>0</td>',
    ];
    // The stated 4 of the second group would be broken by zeros alone.
    expect(fillAll(html(cells.with(9, '<td></td>')), zeroFills)).toBe(html(filled.with(9, '<td></td>')));
  });

  test('one cell per line is left alone', () => {
    const text = sampleReport('tabbed', {
      table: 't4.review_litigation',
      row: 'review',
      column: 'other',
      text: '',
    }).replaceAll('\t', '\n');
    expect(fillAll(text, zeroFills)).toBe(text);
  });
});

describe('totals', () => {
  test('blank ones are filled in, wrong ones corrected', () => {
    expect(fillAll(pipeRow('| 1 | 2 |  |  |  | 1 | 1 | 1 | 1 | 9 |  |  |  |  |  |'), totalFills)).toBe(
      pipeRow('| 1 | 2 |  |  | 3 | 1 | 1 | 1 | 1 | 4 |  |  |  |  |  |'),
    );
  });

  test('are not computed from words, fractions or missing cells, and dashes stay', () => {
    const text = pipeRow('| 1 | 两 |  |  |  | 1 | 1.5 |  |  |  | 1 | 0 | 0 | 0 | — |');
    expect(fillAll(text, totalFills)).toBe(text);
  });

  test('a correction that breaks another equation is left out', () => {
    const text = sampleReport('pipe', { table: 't3.requests', row: 'granted', column: 'naturalPerson', text: '32' });
    expect(fillAll(text, totalFills)).toBe(text);
  });
});

const isTotal = ({ row, column }: { row: string; column: string }) => column === 'total' || row === 'resultTotal';
const changedFigures = (
  places: readonly { table: string; row: string; column: string }[],
  value: number | undefined,
): Figures => {
  const figures = structuredClone(SAMPLE_2021) as Record<string, Record<string, Record<string, number>>>;
  for (const { table, row, column } of places) {
    const cells = figures[table]![row]!;
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
    if (value === undefined) delete cells[column];
    else cells[column] = value;
  }
  return figures;
};
const totals = cellsOf2021(['t3.requests', 't4.review_litigation']).filter(isTotal);
const zeros = cellsOf2021().filter(
  ({ table, row, column }) => SAMPLE_2021[table]![row]![column] === 0 && !isTotal({ row, column }),
);

async function found(text: string): Promise<string[]> {
  return (await snapshotOf(text).findings(UNINTERRUPTED)).findings
    .filter(({ rule }) => rule !== 'tables/blank-cells')
    .map(({ rule, fingerprint }) => `${rule} ${fingerprint}`);
}

describe('in every layout', () => {
  test('blanked zeros and blanked totals come back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LAYOUTS),
        fc.subarray(zeros),
        fc.subarray(totals),
        (layout, blankZeros, blankTotals) => {
          const whole = sampleReport(layout);
          const blank = sampleReport(layout, undefined, changedFigures([...blankZeros, ...blankTotals], undefined));
          const filled = fillAll(fillAll(blank, totalFills), zeroFills);
          expect(fillAll(filled, totalFills)).toBe(whole);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('one wrong total is corrected', () => {
    for (const layout of LAYOUTS)
      for (const place of totals.filter((_, i) => i % 4 === LAYOUTS.indexOf(layout))) {
        const { table, row, column } = place;
        const wrong = sampleReport(layout, { ...place, text: String(SAMPLE_2021[table]![row]![column]! + 1) });
        expect(fillAll(wrong, totalFills), `${row}.${column}`).toBe(sampleReport(layout));
      }
  });

  test('neither adds a finding', async () => {
    const cells = cellsOf2021();
    const change = fc.record({
      place: fc.constantFrom(...cells),
      text: fc.constantFrom('', '0', '7', '99', '-', '不详', '1.5'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...LAYOUTS),
        fc.subarray(zeros),
        change,
        async (layout, blanks, { place, text }) => {
          const draftText = sampleReport(layout, { ...place, text }, changedFigures(blanks, undefined));
          const before = new Set(await found(draftText));
          for (const fills of [zeroFills, totalFills]) {
            const after = await found(fillAll(draftText, fills));
            // A total that is filled in may be far above the reviews: a hint about the figures that stood there.
            expect(after.filter(each => !before.has(each) && !each.includes('totals/litigation-above-review'))).toEqual(
              [],
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
