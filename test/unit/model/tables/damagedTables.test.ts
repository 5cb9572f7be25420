import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { UNINTERRUPTED } from '../../../../server/src/analysis/scheduler.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { editionById } from '../../../../server/src/format/index.ts';
import type { TableSpec } from '../../../../server/src/format/types.ts';
import { pastedTable } from '../../../../server/src/features/tables/pastedTable.ts';
import { valueOf } from '../../../../server/src/model/report.ts';
import { replaceByStandard } from '../../../../server/src/model/writing/standardTable.ts';
import type { Change } from '../../../../server/src/text/change.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { DAMAGES, damaged, printed, Random, WRITERS, type Damage } from '../../../support/damagedTables.ts';

const edition2021 = editionById('2021');

/** Random figures that balance, by table, row and column. */
function figuresFor(random: Random): ReadonlyMap<string, number> {
  const figures = new Map<string, number>();
  const many = () => (random.chance(60) ? 0 : random.chance(70) ? random.below(12) : random.below(3000));
  for (const table of edition2021.tables) {
    for (const part of table.parts)
      for (const row of part.rows)
        for (const column of part.columns) figures.set(`${table.id} ${row.key}.${column.key}`, many());
    const at = (row: string, column: string) => figures.get(`${table.id} ${row}.${column}`) ?? 0;
    const set = (row: string, column: string, value: number) => figures.set(`${table.id} ${row}.${column}`, value);
    const [part] = table.parts;
    const columns = (part?.columns ?? []).map(({ key }) => key);
    if (table.id === 't3.requests') {
      for (const column of columns.slice(0, -1)) {
        const rows = (part?.rows ?? []).map(({ key }) => key);
        const results = rows.slice(2, -2);
        set(
          'resultTotal',
          column,
          results.reduce((sum, row) => sum + at(row, column), 0),
        );
        // Received this year is what was handled or is carried over, less what came from last year.
        const handled = at('resultTotal', column) + at('carriedOut', column);
        set('carriedIn', column, Math.min(at('carriedIn', column), handled));
        set('newReceived', column, handled - at('carriedIn', column));
      }
    }
    if (table.id === 't2.disclosure') {
      for (const row of ['rules', 'normativeDocuments'])
        set(row, 'effective', at(row, 'issued') + at(row, 'effective'));
      // Only some bodies make rules.
      for (const column of ['issued', 'repealed', 'effective']) set('rules', column, 0);
    } else
      for (const row of part?.rows ?? [])
        set(
          row.key,
          columns.at(-1) ?? '',
          columns.slice(0, -1).reduce((sum, column) => sum + at(row.key, column), 0),
        );
  }
  return figures;
}

const TEXTS: Readonly<Record<string, string>> = {
  overview: '认真贯彻落实条例，推进政府信息公开，做好审核发布。',
  problems: '存在的主要问题是解读形式单一，已增加图解。',
  other: '本年未收取信息处理费。',
};

function draft(layout: string, damage: Damage, figures: ReadonlyMap<string, number>, random: Random): string {
  const numerals = '一二三四五六';
  const sections = edition2021.sections.map((section, i) => {
    const table = edition2021.tables.find(({ id }) => section.tables.includes(id));
    const body = table ? written(table, layout, damage, figures, random) : TEXTS[section.id];
    return `${numerals.charAt(i)}、${section.title}\n\n${body ?? ''}`;
  });
  return `海东县林业局2024年政府信息公开工作年度报告\n\n本报告根据《中华人民共和国政府信息公开条例》编制。数据统计期限自2024年1月1日起至2024年12月31日止。\n\n${sections.join('\n\n')}\n`;
}

function written(
  table: TableSpec,
  layout: string,
  damage: Damage,
  figures: ReadonlyMap<string, number>,
  random: Random,
): string {
  const parts = printed(table, (row, column) => String(figures.get(`${table.id} ${row}.${column}`)));
  return WRITERS[layout]!(damaged(parts, damage, random), table, damage, random);
}

async function read(text: string) {
  const snapshot = new Snapshot('file:///report.txt', 1, new Source(text), DEFAULT_SETTINGS);
  const { findings } = await snapshot.findings(UNINTERRUPTED);
  return { tables: snapshot.report.tables, findings };
}

const DRAFTS = Number(process.env['DAMAGED_DRAFTS'] ?? 4);

/** Least share of cells in percent that is read, where it is not all of them. */
const LEAST_SHARE: Readonly<Partial<Record<Damage, number>>> = {
  'broken labels': 95,
  'broken heads': 95,
  'lost heads': 90,
  'page numbers': 80,
  'slips in labels': 92,
  'lost labels': 94,
  'lost cells': 70,
  'figures with notes': 70,
};

describe.each(Object.keys(WRITERS))('%s', layout => {
  // A grid says where a cell is, so it loses none.
  const damages = DAMAGES.filter(damage => layout !== 'grid' || damage !== 'lost cells');
  it.each(damages)('with %s is read right or not at all', async damage => {
    let known = 0;
    let all = 0;
    for (let seed = 1; seed <= DRAFTS; seed++) {
      const random = new Random(seed * 7919 + layout.length * 31 + damage.length);
      const figures = figuresFor(random);
      const text = draft(layout, damage, figures, random);
      const { tables, findings } = await read(text);
      const wrong: string[] = [];
      for (const table of tables) {
        for (const [key, figure] of table.figures) {
          const value = valueOf(figure);
          if (value === undefined) continue;
          known++;
          if (value !== figures.get(`${table.spec.id} ${key}`)) wrong.push(`${table.spec.id} ${key}: ${figure.text}`);
        }
      }
      all += figures.size;
      expect(wrong, text).toEqual([]);
      const loud = findings
        .filter(({ severity }) => severity === 'error' || severity === 'warning')
        .map(({ rule, args }) => `${rule} ${JSON.stringify(args)}`);
      expect(loud, text).toEqual([]);
    }
    if (process.env['DAMAGED_SHARES'])
      console.log(`SHARE ${layout} / ${damage}: ${String(Math.floor((known * 100) / all))}`);
    else expect(Math.floor((known * 100) / all)).toBeGreaterThanOrEqual(LEAST_SHARE[damage] ?? 100);
  });
});

describe('a table that lost its order', () => {
  const ORDERS: Readonly<Record<string, (rows: readonly { label: string; figures: readonly string[] }[]) => string[]>> =
    {
      'labels, then figures column by column': rows => [
        ...rows.map(({ label }) => label),
        ...(rows[0]?.figures ?? []).flatMap((_, c) => rows.map(({ figures }) => figures[c] ?? '')),
      ],
      'figures row by row, then labels': rows => [
        ...rows.flatMap(({ figures }) => figures),
        ...rows.map(({ label }) => label),
      ],
      'figures before each label': rows => rows.flatMap(({ label, figures }) => [...figures, label]),
      'labels in tens, then their figures column by column': rows =>
        [0, 10, 20].flatMap(from => {
          const some = rows.slice(from, from + 10);
          return [
            ...some.map(({ label }) => label),
            ...(some[0]?.figures ?? []).flatMap((_, c) => some.map(({ figures }) => figures[c] ?? '')),
          ];
        }),
    };

  it.each(Object.keys(ORDERS))('%s: no figure is given to another row, and what is not read is told', async order => {
    for (let seed = 1; seed <= DRAFTS; seed++) {
      const random = new Random(seed);
      const figures = figuresFor(random);
      for (const [i, table] of edition2021.tables.slice(0, 2).entries()) {
        const parts = printed(table, (row, column) => String(figures.get(`${table.id} ${row}.${column}`)));
        const lines = parts.flatMap(({ spec, rows }) => [
          spec.caption,
          ...spec.columns.map(({ label }) => label),
          ...ORDERS[order]!(rows),
        ]);
        const title = edition2021.sections.find(({ tables }) => tables.includes(table.id))?.title ?? '';
        const body = lines.filter(line => line !== '').join('\n');
        const text = `海东县林业局2024年政府信息公开工作年度报告\n\n${'二三'.charAt(i)}、${title}\n\n${body}\n`;
        const { tables, findings } = await read(text);
        for (const [key, figure] of tables.flatMap(each => [...each.figures]))
          if (valueOf(figure) !== undefined)
            expect([key, valueOf(figure)], body).toEqual([key, figures.get(`${table.id} ${key}`)]);
        expect(
          findings.filter(({ rule }) => rule.startsWith('totals/')),
          body,
        ).toEqual([]);
        const all = table.parts.reduce((count, { rows, columns }) => count + rows.length * columns.length, 0);
        const isTold = findings.some(({ rule }) => rule.startsWith('tables/'));
        expect(isTold || tables[0]?.figures.size === all, body).toBe(true);
      }
    }
  });
});

describe.each(Object.keys(WRITERS))('%s, put into a standard table', layout => {
  it.each(DAMAGES)('with %s loses no figure', async damage => {
    for (const [index, table] of edition2021.tables.entries()) {
      const random = new Random(index * 101 + layout.length * 31 + damage.length * 7);
      const figures = figuresFor(random);
      const body = written(table, layout, damage, figures, random);
      const section = edition2021.sections.find(({ tables }) => tables.includes(table.id));
      const text = `海东县林业局2024年政府信息公开工作年度报告\n\n二、${section?.title ?? ''}\n\n${body}\n`;
      const source = new Source(text);
      const snapshot = new Snapshot('file:///report.txt', 1, source, DEFAULT_SETTINGS);
      const pasted = pastedTable(
        new Snapshot('file:///report.txt', 1, new Source(`${text.split('\n')[0] ?? ''}\n\n`), DEFAULT_SETTINGS),
        { start: text.indexOf('\n') + 2, end: text.indexOf('\n') + 2 },
        { text: body },
        'line',
      );
      if (pasted) expectKept(body, pasted.text);
      const [bound, ...others] = snapshot.report.tables;
      if (!bound || others.length > 0) continue;
      const changes = replaceByStandard(snapshot.report, bound, 'line');
      if (changes) expectKept(text, applied(text, changes));
    }
  });
});

/** That each figure of a text stands in another as often. */
function expectKept(before: string, after: string): void {
  const missing: string[] = [];
  const counts = countsOf(after);
  for (const [figure, count] of countsOf(before)) if ((counts.get(figure) ?? 0) < count) missing.push(figure);
  expect(missing, `${before}\n\n→\n\n${after}`).toEqual([]);
}

/** Figures that stand for themselves: no numbers of items or pages. */
function countsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const words = text.replace(/(?:[-—] ?|第 )\d{1,2}(?: ?[-—]| 页)/g, ' ').replace(/<[^>]*>/g, ' ');
  for (const [figure] of words.matchAll(/(?<![\d.])\d+(?![\d.．])/g)) counts.set(figure, (counts.get(figure) ?? 0) + 1);
  return counts;
}

function applied(text: string, changes: readonly Change[]): string {
  return [...changes]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((whole, { span, text: put }) => whole.slice(0, span.start) + put + whole.slice(span.end), text);
}
