import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings.ts';
import { NEVER_STOP, Snapshot, type ReportedFinding } from '../../server/src/analysis/snapshot.ts';
import { figureKey } from '../../server/src/model/report.ts';
import type { TableLayout } from '../../server/src/model/write.ts';
import { Source } from '../../server/src/text/source.ts';
import { cellsOf2021, figuresFrom, SAMPLE_2021, sampleReport } from '../support/sample.ts';

const LAYOUTS: readonly TableLayout[] = ['pipe', 'html', 'tabbed'];
const officialFile = resolve(import.meta.dirname, '../../../shared/domain/sample-2021.json');
const samples = new Map([['our own figures', SAMPLE_2021]]);
if (existsSync(officialFile)) samples.set('the published sample', figuresFrom(JSON.parse(readFileSync(officialFile, 'utf8'))));

async function snapshotOf(text: string): Promise<{ snapshot: Snapshot; findings: readonly ReportedFinding[] }> {
  const snapshot = new Snapshot('file:///sample.md', 1, new Source(text), DEFAULT_SETTINGS);
  const { findings, failures } = await snapshot.findings(NEVER_STOP);
  expect(failures).toEqual([]);
  return { snapshot, findings };
}

describe.each([...samples])('a balanced report with %s', (_, figures) => {
  it.each(LAYOUTS)('is silent as %s', async layout => {
    const { findings } = await snapshotOf(sampleReport(layout, undefined, figures));
    expect(findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });

  describe.each(LAYOUTS)('with one cell changed, as %s', layout => {
    const cells = cellsOf2021(['t3.requests', 't4.review_litigation']);
    it.each(cells.map(cell => [`${cell.table} ${cell.row}.${cell.column}`, cell] as const))('%s', async (_name, cell) => {
      const stated = figures[cell.table]?.[cell.row]?.[cell.column] ?? 0;
      const { snapshot, findings } = await snapshotOf(sampleReport(layout, { ...cell, text: String(stated + 1) }, figures));
      const errors = findings.filter(({ severity }) => severity === 'error');
      expect(errors).toHaveLength(1);
      expect(findings).toHaveLength(1);
      const table = snapshot.report.tables.find(({ spec }) => spec.id === cell.table);
      const [error] = errors;
      const marked = [...(table?.figures ?? [])].find(([, figure]) => figure.span.start === error?.span.start && figure.span.end === error.span.end)?.[1];
      expect(marked && (marked.row.key === cell.row || marked.column.key === cell.column)).toBe(true);
      expect(table?.figures.has(figureKey(cell.row, cell.column))).toBe(true);
    });
  });
});
