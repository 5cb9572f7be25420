import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { UNINTERRUPTED } from '../../../../server/src/analysis/scheduler.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { edition2021 } from '../../../../server/src/format/data/edition-2021.ts';
import type { TableSpec } from '../../../../server/src/format/types.ts';
import { valueOf } from '../../../../server/src/model/report.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { DAMAGES, damaged, printed, Random, WRITERS, type Damage } from '../../../support/damagedTables.ts';

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
        set('resultTotal', column, results.reduce((sum, row) => sum + at(row, column), 0));
        // Received this year is what was handled or is carried over, less what came from last year.
        const handled = at('resultTotal', column) + at('carriedOut', column);
        set('carriedIn', column, Math.min(at('carriedIn', column), handled));
        set('newReceived', column, handled - at('carriedIn', column));
      }
    }
    if (table.id === 't2.disclosure') {
      for (const row of ['rules', 'normativeDocuments']) set(row, 'effective', at(row, 'issued') + at(row, 'effective'));
      // Only some bodies make rules.
      for (const column of ['issued', 'repealed', 'effective']) set('rules', column, 0);
    } else
      for (const row of part?.rows ?? [])
        set(row.key, columns.at(-1) ?? '', columns.slice(0, -1).reduce((sum, column) => sum + at(row.key, column), 0));
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
function leastShare(layout: string, damage: Damage): number {
  const isFlat = /aligned|rows|cell per line|inside/.test(layout);
  if (damage === 'none') return 100;
  return isFlat ? 50 : 50;
}

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
    if (process.env['DAMAGED_SHARES']) console.log(`SHARE ${layout} / ${damage}: ${String(Math.floor((known * 100) / all))}`);
    else expect(Math.floor((known * 100) / all)).toBeGreaterThanOrEqual(leastShare(layout, damage));
  });
});
