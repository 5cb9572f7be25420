import { expect, it } from 'vitest';
import { editionById } from '../../../../server/src/format/index.ts';
import { convertTable } from '../../../../server/src/model/writing/rewrite.ts';
import type { TableLayout } from '../../../../server/src/model/writing/write.ts';
import type { Change } from '../../../../server/src/text/change.ts';
import { LAYOUTS } from '../../../support/layouts.ts';
import { SAMPLE_2021 } from '../../../support/sample.ts';
import { reportOf } from '../reports.ts';

const edition2021 = editionById('2021');

/** A report on one line, as copied out of a page that lost its lines. */
function oneLine(end: string): string {
  const sections = edition2021.sections.map((section, i) => {
    const table = edition2021.tables.find(({ id }) => section.tables.includes(id));
    const figure = (row: string, column: string) => String(SAMPLE_2021[table?.id ?? '']?.[row]?.[column] ?? '');
    const body = table ? LAYOUTS['one cell per line']!(table, figure).replace(/\n+/g, ' ') : end;
    return `${'一二三四五六'.charAt(i)}、${section.title} ${body}`;
  });
  return `海东县林业局2024年政府信息公开工作年度报告\n${sections.join(' ')}\n`;
}

const apply = (text: string, { span, text: by }: Change) => text.slice(0, span.start) + by + text.slice(span.end);

it.each(['pipe', 'html', 'tabbed'] as const)(
  'converting a table of a report on one line loses no heading: %s',
  layout => {
    const text = oneLine('工作平稳有序。');
    const before = reportOf(text);
    expect(before.sections.map(({ id }) => id)).toEqual(edition2021.sections.map(({ id }) => id));
    let converted = 0;
    for (const { block, at } of before.blocks.filter(placed => placed.block.kind === 'table')) {
      if (block.kind !== 'table') continue;
      const change = convertTable(before, { at, block }, layout as TableLayout, each => reportOf(apply(text, each)));
      if (!change) continue;
      converted++;
      const after = reportOf(apply(text, change));
      expect(after.sections.map(({ id }) => id)).toEqual(before.sections.map(({ id }) => id));
      expect(after.tables.map(({ spec, figures }) => [spec.id, figures.size])).toEqual(
        before.tables.map(({ spec, figures }) => [spec.id, figures.size]),
      );
    }
    expect(converted).toBe(3);
  },
);
