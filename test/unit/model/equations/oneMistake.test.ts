import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import type { ReportedFinding } from '../../../../server/src/analysis/findings.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { UNINTERRUPTED } from '../../../../server/src/analysis/scheduler.ts';
import { editionById, tableById } from '../../../../server/src/format/index.ts';
import type { TableSpec } from '../../../../server/src/format/types.ts';
import { figureKey, valueOf } from '../../../../server/src/model/report.ts';
import { writeTable } from '../../../../server/src/model/writing/write.ts';
import { Source } from '../../../../server/src/text/source.ts';
import type { Span } from '../../../../server/src/text/span.ts';
import { applyFix } from '../../../support/fixture.ts';
import { LAYOUTS, type Layout } from '../../../support/layouts.ts';
import {
  cellsOf2021,
  figuresFrom,
  SAMPLE_2021,
  sampleReport,
  type Change,
  type Figures,
} from '../../../support/sample.ts';
import { isEverythingTried } from '../../../support/all.ts';

const officialFile = resolve(import.meta.dirname, '../../../../../shared/domain/sample-2021.json');
const official = existsSync(officialFile)
  ? figuresFrom(JSON.parse(readFileSync(officialFile, 'utf8')) as Readonly<Record<string, unknown>>)
  : undefined;

/** Layouts in which every cell is tried; in the others each cell stands for several. */
const EVERY_CELL: ReadonlySet<string> = new Set(
  isEverythingTried ? ['pipe', 'html', 'tabs as from a spreadsheet'] : ['pipe'],
);
const ONE_IN = 9;

async function snapshotOf(text: string): Promise<{ snapshot: Snapshot; findings: readonly ReportedFinding[] }> {
  const snapshot = new Snapshot('file:///sample.md', 1, new Source(text), DEFAULT_SETTINGS);
  const { findings, failures } = await snapshot.findings(UNINTERRUPTED);
  expect(failures).toEqual([]);
  return { snapshot, findings };
}

/** The sample with its tables in a layout and some cells changed. */
function reportIn(layout: Layout, figures: Figures, changes: readonly Change[] = []): string {
  // The published figures are those of a province, which may make 规章.
  let text = sampleReport('tabbed', undefined, figures, 'plain').replaceAll(
    '海东县林业局',
    figures === official ? '海东省人民政府' : '海东县林业局',
  );
  for (const table of editionById('2021').tables) {
    const stated = (row: string, column: string) => String(figures[table.id]?.[row]?.[column] ?? '');
    const changed = (row: string, column: string) =>
      changes.find(each => each.table === table.id && each.row === row && each.column === column)?.text ??
      stated(row, column);
    text = text.replace(writeTable(table, 'tabbed', stated), () => layout(table, changed));
  }
  return text;
}

function plus(figures: Figures, { table, row, column }: Omit<Change, 'text'>, more = 1): Change {
  return { table, row, column, text: String((figures[table]?.[row]?.[column] ?? 0) + more) };
}

/** What is wrong with the findings for one changed cell; undefined where they are as they should be. */
async function troubleWith(layout: Layout, figures: Figures, cell: Omit<Change, 'text'>): Promise<string | undefined> {
  const text = reportIn(layout, figures, [plus(figures, cell)]);
  const { snapshot, findings } = await snapshotOf(text);
  const [error] = findings;
  if (findings.length !== 1 || error?.severity !== 'error')
    return `gives ${findings.map(({ rule, severity }) => `${severity} ${rule}`).join(', ') || 'nothing'}`;
  const table = snapshot.report.tables.find(({ spec }) => spec.id === cell.table);
  const spanOf = (column: string) => table?.figures.get(figureKey(cell.row, column))?.span;
  const same = (a: Span, b: Span | undefined) => a.start === b?.start && a.end === b.end;
  if (cell.table === 't3.requests') {
    if (!same(error.span, spanOf(cell.column)) || !error.message.endsWith('#culprit'))
      return `names ${JSON.stringify(error.args)}`;
  } else {
    if (!same(error.span, spanOf('total'))) return 'is not reported at the total';
    const members = ['upheld', 'corrected', 'other', 'pending'];
    const isZero = (column: string) => valueOf(table?.figures.get(figureKey(cell.row, column))) === 0;
    if (!members.every(column => error.related.some(({ span }) => same(span, spanOf(column))) !== isZero(column)))
      return 'has other related places than the members that are not zero';
  }
  const [fix] = error.fixes;
  if (!fix) return 'offers no correction';
  const after = await snapshotOf(applyFix(text, fix));
  return after.findings.length > 0
    ? `is not restored: ${after.findings.map(({ rule }) => rule).join(', ')}`
    : undefined;
}

const layouts = Object.entries(LAYOUTS).map(([name, layout], index) => ({ name, layout, index }));

describe.each(layouts)('a balanced report as $name, one cell raised by one', ({ name, layout, index }) => {
  it('is silent before', async () => {
    expect(
      (await snapshotOf(reportIn(layout, SAMPLE_2021))).findings.map(({ rule, message }) => `${rule} ${message}`),
    ).toEqual([]);
  });

  it.each(['t3.requests', 't4.review_litigation'])(
    '%s: one error, which names the cell or its total; its first correction restores silence',
    async id => {
      const cells = cellsOf2021([id]).filter((_, i) => EVERY_CELL.has(name) || i % ONE_IN === index % ONE_IN);
      const wrong: string[] = [];
      for (const cell of cells) {
        const trouble = await troubleWith(layout, SAMPLE_2021, cell);
        if (trouble !== undefined) wrong.push(`${cell.row}.${cell.column} ${trouble}`);
      }
      console.info(`${id} as ${name}: ${String(cells.length - wrong.length)} of ${String(cells.length)} cells`);
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});

describe.skipIf(!official)('the published sample', () => {
  it('names every cell of table three and every total of section four', async () => {
    const figures = official ?? SAMPLE_2021;
    expect((await snapshotOf(reportIn(LAYOUTS['pipe']!, figures))).findings).toEqual([]);
    const wrong: string[] = [];
    for (const cell of cellsOf2021(['t3.requests', 't4.review_litigation'])) {
      const trouble = await troubleWith(LAYOUTS['pipe']!, figures, cell);
      if (trouble !== undefined) wrong.push(`${cell.row}.${cell.column} ${trouble}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

describe('two mistakes in different rows and columns', () => {
  const spec = tableById(editionById('2021'), 't3.requests') as TableSpec;
  const cells = cellsOf2021([spec.id]);
  const pairs = Array.from(
    { length: 60 },
    (_, i) => [cells[(i * 37) % cells.length]!, cells[(i * 61 + 17) % cells.length]!] as const,
  ).filter(([a, b]) => a.row !== b.row && a.column !== b.column);

  async function named(changes: readonly Change[]): Promise<{ found: string[]; wanted: string[] }> {
    const { snapshot, findings } = await snapshotOf(reportIn(LAYOUTS['pipe']!, SAMPLE_2021, changes));
    const figures = snapshot.report.tables.find(table => table.spec === spec)?.figures;
    const at = new Map([...(figures ?? [])].map(([key, { span }]) => [span.start, key]));
    return {
      found: findings
        .map(
          ({ span, message }) => `${at.get(span.start) ?? ''}${message.endsWith('#culprit') ? '' : ' is not blamed'}`,
        )
        .sort(),
      wanted: changes.map(({ row, column }) => figureKey(row, column)).sort(),
    };
  }

  it('are both named where they differ', async () => {
    for (const [a, b] of pairs) {
      const { found, wanted } = await named([plus(SAMPLE_2021, a, 1), plus(SAMPLE_2021, b, 3)]);
      expect(found).toEqual(wanted);
    }
  }, 60_000);

  it('are both named or none where they are equal, and never a third cell', async () => {
    let decided = 0;
    for (const [a, b] of pairs) {
      const { found, wanted } = await named([plus(SAMPLE_2021, a), plus(SAMPLE_2021, b)]);
      if (found.length === 2) {
        decided++;
        expect(found).toEqual(wanted);
      } else expect(found.every(each => each.endsWith(' is not blamed'))).toBe(true);
    }
    console.info(`two equal mistakes: ${String(decided)} of ${String(pairs.length)} pairs named`);
    expect(decided * 2).toBeGreaterThan(pairs.length);
  }, 60_000);
});
