import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { tableFormEdit } from '../../../../server/src/features/tables/formEdits.ts';
import { cellId, tablesOfForm } from '../../../../server/src/features/tables/formTables.ts';
import { tableForm } from '../../../../server/src/features/tables/tableForm.ts';
import { editionById } from '../../../../server/src/format/index.ts';
import { writeTable } from '../../../../server/src/model/writing/write.ts';
import { fromWord, fromWps, tabsFromExcel } from '../../../support/clipboards.ts';
import { readFixture } from '../../../support/fixture.ts';
import { LAYOUTS } from '../../../support/layouts.ts';
import { SAMPLE_2021, sampleReport } from '../../../support/sample.ts';
import {
  after,
  applied,
  cellIn,
  figuresOf,
  formOf,
  planOf,
  reportIn,
  sampleText,
  snapshotOf,
} from '../../../support/tableForms.ts';

const edition2021 = editionById('2021');

const BLANK = sampleReport('pipe', undefined, {});
const FULL = sampleReport('pipe');
const write = (id: string, text: string) => ({ kind: 'write', cells: [{ id, text }] }) as const;
const stated = (text: string) => Object.fromEntries(figuresOf(formOf(text)).map(({ id, text: cell }) => [id, cell]));
const REQUESTS = edition2021.tables.find(({ id }) => id === 't3.requests')!;
const figure = (row: string, column: string) => String(SAMPLE_2021['t3.requests']?.[row]?.[column] ?? '');

describe('the form', () => {
  test('shows the tables as printed, with roles, names, and the state of all equations', () => {
    const form = formOf(FULL);
    expect(form.tables.map(({ id, state, note }) => ({ id, state, note }))).toEqual(
      ['proactive', 'requests', 'reviewLitigation'].map(id => ({ id, state: 'present', note: '' })),
    );
    expect(form.equations).toBe('勾稽 44 平 · 0 不平 · 0 未定');
    expect(figuresOf(form)).toHaveLength(10 + 25 * 7 + 15);
    expect(cellIn(FULL, 'requests newReceived total')).toMatchObject({
      name: '一、本年新收政府信息公开申请数量 · 总计',
      text: '120',
      state: 'value',
      isTotal: true,
    });
    expect(form.tables[1]?.rows[0]?.[0]).toMatchObject({ kind: 'label', rowSpan: 3, columnSpan: 3 });
  });

  test('knows blank totals, names the cell to blame with both numbers and what mends it', () => {
    const blankTotal = sampleReport('pipe', { table: 't3.requests', row: 'newReceived', column: 'total', text: '' });
    expect(cellIn(blankTotal, 'requests newReceived total')).toMatchObject({ state: 'blank', computed: '120' });
    const wrongPart = sampleReport('pipe', { table: 't3.requests', row: 'granted', column: 'enterprise', text: '9' });
    const { problem } = cellIn(wrongPart, 'requests granted enterprise') ?? {};
    expect(problem).toMatchObject({ kind: 'wrong', mended: '8' });
    expect(problem?.text).toMatch(/^写 9，改为 8 就平\n/);
    const both = sampleReport('pipe', {
      table: 't2.disclosure',
      row: 'normativeDocuments',
      column: 'issued',
      text: '50',
    });
    expect(figuresOf(formOf(both)).flatMap(cell => cell.problem?.text ?? [])).toEqual([
      expect.stringMatching(/41.*50/),
    ]);
  });

  test('lists figures of the text with the cells that they state', () => {
    const text = FULL.replace('（二）依申请公开。', '（二）依申请公开。全年新收政府信息公开申请120件，上年结转8件。');
    const { prose } = formOf(text);
    expect(prose.map(({ text: words, isFitting, cells }) => ({ words, isFitting, cells }))).toEqual([
      { words: '“一、总体情况”第 3 段写 120件', isFitting: true, cells: ['requests newReceived total'] },
      {
        words: '“一、总体情况”第 3 段写 8件，表中 二、上年结转政府信息公开申请数量 · 总计 9',
        isFitting: false,
        cells: ['requests carriedIn total'],
      },
    ]);
  });

  test('has last year’s figures where they are known, and says where 上年结转 comes from', () => {
    const known = new Map([
      ['requests carriedOut total', 9],
      ['requests newReceived total', 101],
    ]);
    const form = tableForm(snapshotOf(FULL), 'zh-CN', known);
    const cell = (id: string) => figuresOf(form).find(each => each.id === id);
    expect(cell('requests newReceived total')).toMatchObject({ lastYear: '101' });
    expect(cell('requests carriedIn total')?.origin).toContain('9');
    expect(cell('requests carriedIn enterprise')?.origin).toBeUndefined();
  });

  test('offers a table that is not there, completes heads without figures, and says what hinders it', () => {
    const without = FULL.replace(writeTable(REQUESTS, 'pipe', figure), '');
    expect(formOf(without).tables.map(({ id, state }) => `${id} ${state}`)).toContain('requests insertable');
    const there = after(without, { kind: 'insert', table: 'requests' });
    expect(figuresOf(formOf(there), 'requests').map(({ state }) => state)).toEqual(Array(175).fill('blank'));
    const noSection = without.replace(/## 三、.*/, '');
    expect(formOf(noSection).tables[1]).toMatchObject({ state: 'missing', note: expect.stringContaining('标题') });
    const heads = reportIn(LAYOUTS['one cell per line']!, {});
    const completed = after(heads, { kind: 'insert', table: 'reviewLitigation' });
    expect(
      cellIn(after(completed, write('reviewLitigation review upheld', '4')), 'reviewLitigation review upheld')?.text,
    ).toBe('4');
  });

  test('a table of another edition is shown, and not judged', () => {
    const other = FULL.replaceAll('2024', '2017').replace('2025年1月15日', '2018年1月15日');
    const { note, computed, rows } = formOf(other).tables.find(({ id }) => id.startsWith('requests')) ?? {};
    expect(note).toContain('另一版格式');
    expect(computed).toBe(0);
    expect(rows?.flat().some(cell => cell.kind === 'figure' && cell.problem !== undefined)).toBe(false);
  });

  test('a web page takes figures and no tables', () => {
    const page = `<!doctype html><html><body><h1>海东县林业局2024年政府信息公开工作年度报告</h1><h2>三、收到和处理政府信息公开申请情况</h2>${writeTable(REQUESTS, 'html')}<h2>四、政府信息公开行政复议、行政诉讼情况</h2></body></html>`;
    expect(formOf(page).tables.map(({ state }) => state)).toEqual(['missing', 'present', 'missing']);
    expect(cellIn(after(page, write('requests granted total', '7')), 'requests granted total')?.text).toBe('7');
  });
});

describe('writing', () => {
  test.each([
    ['１，２８６', '1286'],
    ['1,286 件', '1286'],
    ['十二', '12'],
    ['5.00', '5'],
    ['', ''],
    ['／', '—'],
  ])('%s is written as %s', (typed, written) => {
    expect(cellIn(after(FULL, write('requests granted enterprise', typed)), 'requests granted enterprise')?.text).toBe(
      written,
    );
  });

  test.each([
    ['12o', '不是数字'],
    ['无', '不是数字'],
    ['3.5', '没有小数'],
    ['-2', '不能小于 0'],
    ['3万元', '单位'],
    ['9999999999999999', '太大'],
  ])('%s is refused and named', (typed, why) => {
    const plan = planOf(snapshotOf(FULL), write('requests granted enterprise', typed));
    expect(plan).toMatchObject({ kind: 'edits', edits: [], refusals: [{ id: 'requests granted enterprise' }] });
    expect(JSON.stringify(plan)).toContain(why);
    expect(JSON.stringify(plan)).toContain('（一）予以公开 · 商业企业');
  });

  test('a version that moved on is not written', () => {
    const action = write('requests granted enterprise', '9');
    const moved = tableFormEdit(snapshotOf(FULL), { version: 7, action }, 'comment', 'zh-CN');
    expect(moved).toEqual({ kind: 'moved' });
  });

  test('columns in line stay in line', () => {
    const row = '| 规章 | 0    | 0 |   0 |';
    const text = FULL.replace('| 规章 | 0 | 0 | 0 |', row);
    expect(text).toContain(row);
    const written = after(text, write('proactive rules issued', '12'));
    expect(written).toContain('| 规章 | 12   | 0 |   0 |');
    expect(after(written, write('proactive rules issued', '3'))).toContain(row.replace('0 ', '3 '));
  });

  test('totals: all blank ones at once', () => {
    const cells = figuresOf(formOf(BLANK)).filter(({ isTotal }) => !isTotal);
    const filled = after(BLANK, { kind: 'write', cells: cells.map(({ id }) => ({ id, text: sampleText(id) })) });
    expect(formOf(filled).tables.map(({ computed }) => computed)).toEqual([0, 31, 3]);
    const done = formOf(after(filled, { kind: 'totals' }));
    expect(done.equations).toBe('勾稽 44 平 · 0 不平 · 0 未定');
    expect(figuresOf(done).every(({ id, text }) => text === sampleText(id))).toBe(true);
  });
});

describe('pasting', () => {
  const paste = (clipboard: { text?: string; html?: string }, at = 'requests newReceived naturalPerson') =>
    ({ kind: 'paste', at, clipboard }) as const;
  const rows = REQUESTS.parts[0]!.rows.map(({ key }) =>
    REQUESTS.parts[0]!.columns.map(column => figure(key, column.key)),
  );
  const whole = figuresOf(formOf(FULL), 'requests').map(({ text }) => text);

  test.each([
    ['figures alone', { text: rows.map(row => row.join('\t')).join('\r\n') + '\r\n' }],
    ['the whole table from a spreadsheet', { text: tabsFromExcel(REQUESTS, figure) }],
    ['the whole table from Word', { html: fromWord(REQUESTS, figure), text: 'x' }],
    ['the whole table from WPS', { html: fromWps(REQUESTS, figure) }],
  ])('%s: 175 cells', (_, clipboard) => {
    const pasted = after(BLANK, paste(clipboard));
    expect(figuresOf(formOf(pasted), 'requests').map(({ text }) => text)).toEqual(whole);
  });

  test('blank rows and columns stay where they are', () => {
    const sparse = (row: string, column: string) =>
      row === 'granted' || column === 'naturalPerson' ? '' : figure(row, column);
    const pasted = after(BLANK, paste({ text: tabsFromExcel(REQUESTS, sparse) }));
    for (const { id, text } of figuresOf(formOf(pasted), 'requests')) {
      const [, row = '', column = ''] = id.split(' ');
      expect(text, id).toBe(sparse(row, column));
    }
  });

  test('what is no number is named, the rest is written', () => {
    const plan = planOf(snapshotOf(BLANK), paste({ text: '1\tl2\n3\t4' }));
    expect(plan).toMatchObject({ kind: 'edits', refusals: [{ id: 'requests newReceived enterprise' }] });
    const form = formOf(applied(snapshotOf(BLANK), plan));
    expect(
      figuresOf(form, 'requests')
        .filter(({ text }) => text !== '')
        .map(({ text }) => text),
    ).toEqual(['1', '3', '4']);
  });

  test.each([
    ['10,000 cells', paste({ text: Array(100).fill(Array(100).fill('1').join('\t')).join('\n') }), '100 行 100 列'],
    ['a block beyond the edge', paste({ text: '1\t2\t3' }, 'requests granted otherOrg'), '只有 23 行 2 列'],
    [
      'another row’s figures',
      paste({ text: tabsFromExcel(REQUESTS, figure) }, 'requests carriedIn naturalPerson'),
      '一、本年新收',
    ],
    ['words', paste({ text: '总体情况\n说明' }), '没有数字'],
    ['nothing', paste({}), '没有数字'],
  ])('%s: refused with a sentence', (_, action, words) => {
    const plan = planOf(snapshotOf(BLANK), action);
    expect(plan.kind).toBe('refused');
    expect(JSON.stringify(plan)).toContain(words);
  });

  test('a single cell with letters is named', () => {
    const plan = planOf(snapshotOf(BLANK), paste({ text: 'abc' }));
    expect(plan).toMatchObject({ kind: 'edits', edits: [], refusals: [{ reason: expect.stringContaining('abc') }] });
  });
});

describe.each(Object.entries(LAYOUTS))('%s', (_, layout) => {
  test('every figure can be changed and emptied, and nothing else changes', () => {
    const text = reportIn(layout, SAMPLE_2021);
    const before = stated(text);
    const snapshot = snapshotOf(text);
    // Every thirteenth, so that each column has its turn.
    for (const { id } of figuresOf(formOf(text)).filter((_, i) => i % 13 === 0)) {
      const plan = planOf(snapshot, write(id, '77'));
      expect(plan).toMatchObject({ refusals: [] });
      expect(stated(applied(snapshot, plan))).toEqual({ ...before, [id]: '77' });
      const emptied = planOf(snapshot, write(id, ''));
      if (emptied.kind === 'edits' && emptied.refusals.length > 0) continue;
      expect(['', '—']).toContain(stated(applied(snapshot, emptied))[id]);
    }
  });

  test('a blank one is filled in, as far as it is read at all', () => {
    const text = reportIn(layout, {});
    const cells = figuresOf(formOf(text)).filter(({ state }) => state === 'blank');
    const filled = after(text, { kind: 'write', cells: cells.map(({ id }) => ({ id, text: sampleText(id) })) });
    const found = stated(filled);
    for (const { id } of cells) expect(found[id], id).toBe(sampleText(id));
  });
});

describe('every draft of the fixtures', () => {
  const folder = join(import.meta.dirname, '../../../drafts');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    /\.(?:md|txt|html)$/.test(name),
  );
  const statesOf = ({ report }: Pick<Snapshot, 'report'>) =>
    report.tables.map(({ figures }) => new Map([...figures].map(([key, { text }]) => [key, text])));

  test('a cell of each of its tables is set and read again: exactly that figure changed', () => {
    let tables = 0;
    let refused = 0;
    // Most drafts share their tables.
    const seen = new Set<string>();
    for (const file of files.sort()) {
      for (const { text } of readFixture(readFileSync(join(folder, file), 'utf8'))) {
        const snapshot = snapshotOf(text);
        for (const entry of tablesOfForm(snapshot.report)) {
          const written = entry.table ? snapshot.source.slice(entry.table.span) : '';
          if (seen.has(written)) continue;
          seen.add(written);
          const figures = [...(entry.table?.figures.values() ?? [])];
          const figure = figures[tables % Math.max(1, figures.length)];
          if (!figure) continue;
          tables++;
          const plan = planOf(snapshot, write(cellId(entry, figure.row.key, figure.column.key), '4321'));
          if (plan.kind === 'edits' && plan.refusals.length > 0) {
            refused++;
            continue;
          }
          const expected = statesOf(snapshot);
          expected[snapshot.report.tables.indexOf(entry.table!)]?.set(`${figure.row.key}.${figure.column.key}`, '4321');
          const found = statesOf(snapshotOf(applied(snapshot, plan)));
          for (const [i, cells] of expected.entries())
            for (const [key, was] of cells) {
              const isKeptBlank = was === '' && found[i]?.get(key) === '—';
              if (!isKeptBlank) expect(found[i]?.get(key), `${file} ${key}`).toBe(was);
            }
        }
      }
    }
    expect(tables).toBeGreaterThan(100);
    // Rows that lost cells: written as they are, other figures would be misread.
    expect(refused / tables).toBeLessThan(0.02);
  }, 120_000);
});
