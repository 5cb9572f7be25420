import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BuiltInId } from '../../../../server/src/format/editionIds.ts';
import { EDITIONS, editionById, tableById } from '../../../../server/src/format/index.ts';
import type { Edition, TableSpec } from '../../../../server/src/format/types.ts';
import { bind } from '../../../../server/src/model/bind.ts';
import { evaluate } from '../../../../server/src/model/equations/evaluate.ts';
import { type Outcome } from '../../../../server/src/model/equations/outcome.ts';
import { subtotalsOf } from '../../../../server/src/model/equations/subtotals.ts';
import type { BoundTable } from '../../../../server/src/model/report.ts';
import { VOCABULARY } from '../../../../server/src/model/vocabulary.ts';
import { writeTable, writeTitle } from '../../../../server/src/model/writing/write.ts';
import { RULES } from '../../../../server/src/rules/index.ts';
import { parse } from '../../../../server/src/syntax/readBlocks.ts';
import { Source } from '../../../../server/src/text/source.ts';

/** Relations of the official data by edition and table. */
const LISTED: Readonly<Record<string, readonly string[]>> = {
  '2007 fj-2018': ['C01', 'C02a', 'C02b', 'C02c', 'C02d', 'C02e', 'C06'],
  '2007 fj-2009': ['C01', 'C06'],
  '2007 national-2014': ['N01', 'N02', 'N03', 'N04', 'N05', 'N06', 'N07', 'N09'],
  '2019 t2.disclosure': ['T2-11', 'T2-12', 'T2-13'],
  '2019 t3.requests': ['T3-01', 'T3-02', 'T3-03'],
  '2019 t4.review_litigation': ['T4-01'],
  '2021 t2.disclosure': ['T2-01'],
  '2021 t3.requests': ['T3-01', 'T3-02', 'T3-03'],
  '2021 t4.review_litigation': ['T4-01'],
};
/** Asked of single cells, not of sums. */
const OF_CELLS = ['T2-04', 'T2-15', 'T3-04'];
/** Prose against table; never to be checked. */
const ELSEWHERE = ['T4-02', 'N08'];

const tables = EDITIONS.flatMap(edition =>
  edition.tables.map(table => [`${edition.id} ${table.id}`, edition, table] as const),
);

function bound(edition: Edition, table: TableSpec, figure: (row: string, column: string) => string): BoundTable {
  const text = `# ${writeTitle('海东县林业局', edition.years.from)}\n\n${writeTable(table, 'pipe', figure)}\n`;
  const found = bind(new Source(text), parse(text, VOCABULARY).blocks, edition.id).tables.find(
    ({ spec }) => spec === table,
  );
  if (!found) throw new Error(`no table ${table.id}`);
  return found;
}

const kindsOf = (outcomes: readonly Outcome[], id: string) =>
  new Set(outcomes.filter(({ equation }) => equation.id === id).map(({ kind }) => kind));

describe.each(tables)('%s', (name, edition, table) => {
  it('has the equations of the list', () => {
    expect([...new Set(table.equations.map(({ id }) => id))].sort()).toEqual(LISTED[name]);
  });

  it.each([...new Set(table.equations.map(({ id }) => id))])('%s holds, is broken and is unknown', id => {
    expect(kindsOf(evaluate(bound(edition, table, () => '0')), id)).toEqual(new Set(['holds']));
    expect(kindsOf(evaluate(bound(edition, table, () => '')), id)).toEqual(new Set(['unknown']));
    for (const equation of table.equations.filter(each => each.id === id)) {
      // One side is one more than the other; of an inequality the side that must not be.
      const isBelowZero = equation.operator === '>=' && equation.right.length === 0;
      const key = isBelowZero ? equation.left.at(-1) : (equation.operator === '>=' ? equation.right : equation.left)[0];
      const value = isBelowZero ? '减1' : '1';
      const outcomes = evaluate(
        bound(edition, table, (row, column) => ((equation.over === 'columns' ? row : column) === key ? value : '0')),
      );
      expect(
        [
          ...kindsOf(
            outcomes.filter(each => each.equation === equation),
            id,
          ),
        ].some(kind => kind === 'broken' || kind === 'blocked'),
        id,
      ).toBe(true);
    }
  });
});

const formatsFile = resolve(import.meta.dirname, '../../../../../shared/domain/formats.json');
interface Relation {
  readonly id?: string;
  readonly crossYear?: boolean;
}
interface Profile {
  readonly id: string;
  readonly tables: readonly {
    readonly id: string;
    readonly relations?: readonly Relation[];
    readonly subTables?: readonly { readonly relations?: readonly Relation[] }[];
  }[];
}

describe.skipIf(!existsSync(formatsFile))('the official data', () => {
  const profiles = existsSync(formatsFile)
    ? (JSON.parse(readFileSync(formatsFile, 'utf8')) as { profiles: readonly Profile[] }).profiles
    : [];
  const covered = new Set(RULES.flatMap(({ catalogue }) => catalogue));

  it('has no relation within one table that is not evaluated', () => {
    for (const profile of profiles) {
      const edition = editionById(profile.id.slice(0, 4) as BuiltInId);
      for (const { id, relations = [], subTables = [] } of profile.tables) {
        const table = tableById(edition, id);
        const known = new Set(table?.equations.map(equation => equation.id));
        const wanted = [...relations, ...subTables.flatMap(each => each.relations ?? [])]
          .filter(({ crossYear }) => crossYear !== true)
          .flatMap(each => each.id?.split('.')[0] ?? []);
        for (const relation of new Set(wanted)) {
          if (ELSEWHERE.includes(relation)) continue;
          if (OF_CELLS.includes(relation)) expect(covered.has(relation), relation).toBe(true);
          else if (relation === 'T3-05')
            expect(Object.keys(table?.subtotals ?? {})).toEqual(['refused', 'unable', 'rejected', 'other']);
          else expect(known.has(relation), `${id} ${relation}`).toBe(true);
        }
      }
    }
  });
});

describe('subtotals of table three', () => {
  const edition = editionById('2021');
  const table = tableById(edition, 't3.requests') as TableSpec;
  const figure = (row: string, column: string) =>
    column === 'enterprise'
      ? ''
      : row === 'refusedThirdParty'
        ? '3'
        : row === 'rejectedRepeat'
          ? '若干'
          : row === 'unableNotHeld'
            ? '2'
            : '';

  const subtotalOf = (requests: BoundTable, key: string, columnKey: string) =>
    subtotalsOf(requests).find(each => each.key === key && each.column.key === columnKey);

  it('add up the rows of a merged label; unknown where a cell cannot be read or all are blank', () => {
    const requests = bound(edition, table, figure);
    expect(subtotalOf(requests, 'refused', 'naturalPerson')).toMatchObject({ label: '（三）不予公开', value: 3 });
    expect(subtotalOf(requests, 'unable', 'total')?.value).toBe(2);
    expect(subtotalOf(requests, 'rejected', 'naturalPerson')?.value).toBeUndefined();
    expect(subtotalOf(requests, 'refused', 'enterprise')?.value).toBeUndefined();
    expect(subtotalsOf(requests)).toHaveLength(4 * 7);
  });

  it('bear the row’s label where there is but one row', () => {
    const older = editionById('2019');
    const requests = bound(older, tableById(older, 't3.requests') as TableSpec, () => '1');
    expect(subtotalOf(requests, 'other', 'total')).toMatchObject({ label: '（六）其他处理', value: 1 });
    expect(subtotalOf(requests, 'refused', 'total')?.value).toBe(8);
    expect(subtotalOf(requests, 'none', 'total')).toBeUndefined();
  });
});
