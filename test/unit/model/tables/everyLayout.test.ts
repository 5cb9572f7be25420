import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { UNINTERRUPTED } from '../../../../server/src/analysis/scheduler.ts';
import { editionById } from '../../../../server/src/format/index.ts';
import { valueOf } from '../../../../server/src/model/report.ts';
import { writeTable } from '../../../../server/src/model/writing/write.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { LAYOUTS, type Layout } from '../../../support/layouts.ts';
import { SAMPLE_2021, sampleReport, type Figures } from '../../../support/sample.ts';

const edition2021 = editionById('2021');

/** The sample with its tables written in a layout. */
function reportIn(layout: Layout, figures: Figures): string {
  let text = sampleReport('tabbed', undefined, figures, 'plain');
  for (const table of edition2021.tables) {
    const figure = (row: string, column: string) => String(figures[table.id]?.[row]?.[column] ?? '');
    const written = writeTable(table, 'tabbed', figure);
    expect(text).toContain(written);
    text = text.replace(written, () => layout(table, figure));
  }
  return text;
}

async function read(text: string) {
  const snapshot = new Snapshot('file:///report.md', 1, new Source(text), DEFAULT_SETTINGS);
  const { findings } = await snapshot.findings(UNINTERRUPTED);
  const tables = snapshot.report.tables.map(table => [
    table.spec.id,
    Object.fromEntries([...table.figures].map(([key, figure]) => [key, valueOf(figure)]).sort()),
  ]);
  return { tables, findings: findings.map(({ rule, severity, args }) => ({ rule, severity, args })) };
}

const withMistake: Figures = {
  ...SAMPLE_2021,
  't3.requests': {
    ...SAMPLE_2021['t3.requests'],
    granted: { ...SAMPLE_2021['t3.requests']?.['granted'], enterprise: 9 },
  },
};

describe.each(Object.entries(LAYOUTS))('a report with %s', (_, layout) => {
  it('has the tables of the reference and no findings', async () => {
    const reference = await read(sampleReport('pipe'));
    const { tables, findings } = await read(reportIn(layout, SAMPLE_2021));
    expect(tables).toEqual(reference.tables);
    expect(findings).toEqual([]);
  });

  it('has the same finding for a wrong figure', async () => {
    const reference = await read(reportIn(LAYOUTS['pipe']!, withMistake));
    expect(reference.findings).toHaveLength(1);
    expect((await read(reportIn(layout, withMistake))).findings).toEqual(reference.findings);
  });
});
