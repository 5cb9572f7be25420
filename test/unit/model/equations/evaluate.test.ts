import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../server/src/model/equations/evaluate.ts';
import { computedOf, totalOf, type Outcome } from '../../../../server/src/model/equations/outcome.ts';
import type { BoundTable } from '../../../../server/src/model/report.ts';
import { cellsOf2021, SAMPLE_2021, sampleReport } from '../../../support/sample.ts';
import { reportOf } from '../reports.ts';

/** Table three of the sample with some cells written differently: `row.column` → text. */
function tableWith(changes: Readonly<Record<string, string>> = {}, id = 't3.requests'): BoundTable {
  let text = sampleReport('html');
  for (const [key, value] of Object.entries(changes)) {
    const table = reportOf(text).tables.find(({ spec }) => spec.id === id)!;
    const { span } = table.figures.get(key)!;
    text = text.slice(0, span.start) + value + text.slice(span.end);
  }
  return reportOf(text).tables.find(({ spec }) => spec.id === id)!;
}

function kinds(outcomes: readonly Outcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of outcomes) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** The outcome of the equation that sums up a row. */
function rowOutcome(table: BoundTable, row: string): Outcome {
  return evaluate(table).find(outcome => outcome.equation.over === 'rows' && outcome.axis.key === row)!;
}

describe('equations of table three', () => {
  it('hold where nothing is wrong', () => {
    expect(Object.keys(kinds(evaluate(tableWith())))).toEqual(['holds']);
  });

  it('are evaluated once', () => {
    const table = tableWith();
    expect(evaluate(table)).toBe(evaluate(table));
  });

  it('a wrong member breaks its row and its column; the cell in which they cross is named once', () => {
    const outcomes = evaluate(tableWith({ 'granted.naturalPerson': '32' }));
    const broken = outcomes.filter(({ kind }) => kind === 'broken');
    expect(broken).toHaveLength(1);
    expect(broken[0]?.culprit?.figure).toMatchObject({ row: { key: 'granted' }, column: { key: 'naturalPerson' } });
    expect(broken[0]?.culprit?.corrected).toBe(31);
    expect(kinds(outcomes)['blocked']).toBe(broken[0]?.explained?.length);
    expect(broken[0]?.explained?.length).toBeGreaterThan(0);
  });

  it('a wrong total names what is stated and what was computed', () => {
    const outcome = rowOutcome(tableWith({ 'newReceived.total': '121' }), 'newReceived');
    expect(['broken', 'blocked']).toContain(outcome.kind);
    expect(totalOf(outcome)?.text).toBe('121');
    expect(computedOf(outcome)).toBe(120);
  });

  it('two mistakes in two places are two outcomes', () => {
    const broken = evaluate(tableWith({ 'granted.naturalPerson': '32', 'rejectedRepeat.enterprise': '5' })).filter(
      ({ kind }) => kind === 'broken',
    );
    expect(
      broken.map(({ culprit }) => `${culprit?.figure.row.key ?? ''}.${culprit?.figure.column.key ?? ''}`).sort(),
    ).toEqual(['granted.naturalPerson', 'rejectedRepeat.enterprise']);
  });
});

describe('blank is not zero', () => {
  it('but counts as 0 beside a figure', () => {
    expect(
      rowOutcome(
        tableWith({ 'rejectedPublication.enterprise': '', 'rejectedPublication.otherOrg': '/' }),
        'rejectedPublication',
      ).kind,
    ).toBe('holds');
  });

  it('a sum of nothing but blanks is unknown', () => {
    const columns = [
      'naturalPerson',
      'enterprise',
      'researchInstitution',
      'publicWelfareOrg',
      'legalServiceOrg',
      'otherOrg',
    ];
    const blank = Object.fromEntries(columns.map(column => [`rejectedExcessive.${column}`, '']));
    expect(rowOutcome(tableWith(blank), 'rejectedExcessive').kind).toBe('unknown');
  });

  it('a blank total is unknown, and never broken', () => {
    expect(rowOutcome(tableWith({ 'newReceived.total': '' }), 'newReceived').kind).toBe('unknown');
    const outcomes = evaluate(tableWith({ 'resultTotal.naturalPerson': '—' }));
    expect(outcomes.filter(({ kind }) => kind === 'broken')).toEqual([]);
    expect(outcomes.filter(({ kind }) => kind === 'unknown').length).toBeGreaterThan(0);
  });

  it.each(['无', '12%', '约3'])('%s cannot be read: unknown', text => {
    const outcomes = evaluate(tableWith({ 'granted.naturalPerson': text }));
    expect(outcomes.filter(({ kind }) => kind === 'broken')).toEqual([]);
    expect(rowOutcome(tableWith({ 'granted.naturalPerson': text }), 'granted').kind).toBe('unknown');
  });

  it.each(['1.5', '-3'])('%s is no count: the equations say nothing more', text => {
    expect(evaluate(tableWith({ 'granted.naturalPerson': text })).filter(({ kind }) => kind === 'broken')).toEqual([]);
  });

  it('a row that is missing is unknown', () => {
    const text = sampleReport('pipe')
      .split('\n')
      .filter(line => !line.includes('（一）予以公开'))
      .join('\n');
    const table = reportOf(text).tables.find(({ spec }) => spec.id === 't3.requests')!;
    const outcomes = evaluate(table);
    expect(outcomes.filter(({ kind }) => kind === 'broken')).toEqual([]);
    expect(outcomes.filter(({ kind }) => kind === 'unknown').length).toBeGreaterThan(0);
  });
});

describe('equations of the other tables', () => {
  it('section four sums up each group', () => {
    const broken = evaluate(tableWith({ 'review.total': '15' }, 't4.review_litigation')).filter(
      ({ kind }) => kind === 'broken',
    );
    expect(broken).toHaveLength(1);
    expect([totalOf(broken[0]!)?.text, computedOf(broken[0]!)]).toEqual(['15', 14]);
    expect(
      evaluate(tableWith({ 'review.total': '' }, 't4.review_litigation'))
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['holds', 'holds', 'unknown']);
  });

  it('section two compares, and only figures', () => {
    const compare = (effective: string) =>
      evaluate(tableWith({ 'normativeDocuments.effective': effective }, 't2.disclosure')).find(
        ({ axis }) => axis.key === 'normativeDocuments',
      )?.kind;
    expect([compare('6'), compare('7'), compare(''), compare('/')]).toEqual(['broken', 'holds', 'unknown', 'unknown']);
  });
});

describe('one mistake', () => {
  it.each(cellsOf2021(['t4.review_litigation']))('in $row.$column is one broken outcome', ({ table, row, column }) => {
    const stated = SAMPLE_2021[table]?.[row]?.[column] ?? 0;
    expect(kinds(evaluate(tableWith({ [`${row}.${column}`]: String(stated + 1) }, table)))['broken']).toBe(1);
  });
});
