import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../../server/src/format/editionSet.ts';
import { EDITION_IDS } from '../../../server/src/format/editionIds.ts';
import {
  editionById,
  editionForYear,
  EDITIONS,
  printedTexts,
  tableById,
  yearWithin,
} from '../../../server/src/format/index.ts';
import type { Edition, LayoutCell, TableSpec } from '../../../server/src/format/types.ts';
import { sourceFiles } from '../../support/sourceFiles.ts';

const tables = EDITIONS.flatMap(edition => edition.tables.map(table => ({ name: `${edition.id} ${table.id}`, table })));

/** Grid of a layout: every place must be covered by exactly one cell. */
function grid(table: TableSpec): (LayoutCell | undefined)[][] {
  const places: (LayoutCell | undefined)[][] = table.layout.map(() => []);
  table.layout.forEach((cells, at) => {
    let column = 0;
    for (const cell of cells) {
      while (places[at]![column] !== undefined) column++;
      for (let y = at; y < at + (cell.rowSpan ?? 1); y++) {
        for (let x = column; x < column + (cell.columnSpan ?? 1); x++) {
          expect(places[y], 'row span ends in the table').toBeDefined();
          expect(places[y]![x], 'no overlap').toBeUndefined();
          places[y]![x] = cell;
        }
      }
    }
  });
  return places;
}

describe('which editions exist', () => {
  it('is said by their ids alone', () => {
    expect(EDITIONS.map(({ id }) => id)).toEqual(EDITION_IDS);
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: {
        configuration: { properties: Record<string, { anyOf?: readonly { enum?: readonly string[] }[] }> };
      };
    };
    // Those that are built in are offered; one of a format file may be written.
    const [offered, other] = manifest.contributes.configuration.properties['annualReport.format.edition']?.anyOf ?? [];
    expect(offered?.enum?.slice(0, 4)).toEqual(['auto', ...[...EDITION_IDS].reverse()]);
    expect([...(offered?.enum ?? [])].sort()).toEqual(['auto', ...BUILT_IN.editions.map(({ id }) => id)].sort());
    expect(other).toMatchObject({ type: 'string' });
    const second = sourceFiles('server/src', 'client/src').filter(
      ({ path, text }) =>
        path !== 'server/src/format/editionIds.ts' &&
        path !== 'server/src/format/index.ts' &&
        /'20(?:07|19|21)'\s*[,|]\s*'20(?:07|19|21)'|(?:case|[!=]==) '20(?:07|19|21)'/.test(text),
    );
    expect(second.map(({ path }) => path)).toEqual([]);
  });
});

describe('editions', () => {
  it('are chosen by report year', () => {
    expect([2008, 2018, 2019, 2020, 2021, 2030].map(year => editionForYear(year)?.id)).toEqual([
      '2007',
      '2007',
      '2019',
      '2019',
      '2021',
      '2021',
    ]);
    expect(editionForYear(2007)).toBeUndefined();
    expect([2005, 2012, 2024, null].map(year => yearWithin(editionById('2007'), year))).toEqual([
      2008, 2012, 2018, 2018,
    ]);
    expect([2005, 2024, null].map(year => yearWithin(editionById('2021'), year))).toEqual([2021, 2024, 2021]);
    expect(editionById('2019').id).toBe('2019');
    expect(editionById('2024' as string)).toBeUndefined();
  });

  it('do not overlap and leave no gap', () => {
    EDITIONS.forEach((edition, index) => {
      const next = EDITIONS[index + 1];
      expect(edition.years.to).toBe(next ? next.years.from - 1 : null);
    });
  });

  it.each(EDITIONS.map(edition => [edition.id, edition] as const))(
    '%s: sections and tables refer to each other',
    (_, edition) => {
      expect(new Set(edition.sections.map(each => each.id)).size).toBe(edition.sections.length);
      for (const table of edition.tables) {
        expect(edition.sections.find(each => each.id === table.section)?.tables).toContain(table.id);
      }
      for (const section of edition.sections) {
        for (const id of section.tables) expect(tableById(edition, id)).toBeDefined();
        expect(section.variants).not.toContain(section.title);
        expect(section.initials).toMatch(/^[a-z]+$/);
      }
    },
  );

  it('table three has 23 rows in 2019 and 25 since 2021', () => {
    const count = (id: '2019' | '2021'): number => tableById(editionById(id), 't3.requests')!.parts[0]!.rows.length;
    expect([count('2019'), count('2021')]).toEqual([23, 25]);
  });
});

describe.each(tables)('$name', ({ table }) => {
  const rows = table.parts.flatMap(part => part.rows.map(row => row.key));

  it('has unique row keys, and column keys unique in each part', () => {
    expect(new Set(rows).size).toBe(rows.length);
    for (const part of table.parts) expect(new Set(part.columns.map(each => each.key)).size).toBe(part.columns.length);
  });

  it('prints every figure exactly once, in rectangular form', () => {
    const printed = table.layout.flat().flatMap(cell => (cell.kind === 'figure' ? [`${cell.row}.${cell.column}`] : []));
    const expected = table.parts.flatMap(part =>
      part.rows.flatMap(row => part.columns.map(column => `${row.key}.${column.key}`)),
    );
    expect(printed).toEqual(expected);
    const places = grid(table);
    const width = places[0]!.length;
    for (const line of places) {
      expect(line.length).toBe(width);
      expect(line.every(place => place !== undefined)).toBe(true);
    }
  });

  it('prints every label', () => {
    const texts = printedTexts(table);
    for (const part of table.parts) {
      const labels = [
        part.caption,
        part.corner,
        ...part.columns.flatMap(each => [each.label, ...(each.group ?? [])]),
        ...part.rows.flatMap(each => [each.label, ...each.path]),
      ];
      for (const label of labels) if (label !== '') expect(texts).toContain(label);
    }
  });

  it('equations and subtotals name rows and columns that exist', () => {
    for (const equation of table.equations) {
      const terms = [...equation.left, ...equation.right];
      const each = equation.each ?? [];
      const [rowKeys, columnKeys] = equation.over === 'columns' ? [terms, each] : [each, terms];
      for (const key of rowKeys) expect(rows).toContain(key);
      const columns = table.parts
        .filter(part => rowKeys.length === 0 || part.rows.some(row => rowKeys.includes(row.key)))
        .map(part => part.columns.map(column => column.key));
      for (const keys of columns) for (const key of columnKeys) expect(keys).toContain(key);
      expect(equation.left.length).toBeGreaterThan(0);
      expect(new Set(terms).size).toBe(terms.length);
    }
    for (const keys of Object.values(table.subtotals)) for (const key of keys) expect(rows).toContain(key);
  });
});

interface Relation {
  id?: string;
  formula: string;
  left?: string[];
  right?: string[];
}
interface SourceRow {
  key: string;
  label: string | null;
  path?: string[];
  type?: string;
  statute?: string | null;
  unit?: string;
}
interface SourceColumn {
  key: string;
  label: string;
  type: string;
  variants?: string[];
}
interface SourceCell {
  text?: string;
  cell?: string;
  rowKey?: string;
  count?: number;
  colspan?: number;
  rowspan?: number;
}
interface SourceTable {
  id: string;
  caption?: string;
  columns?: SourceColumn[];
  rows?: SourceRow[];
  relations?: Relation[];
  layout?: SourceCell[][];
  subTables?: { caption: string; columns: SourceColumn[]; rows: SourceRow[]; relations: Relation[] }[];
  subtotals?: Record<string, string[]>;
  olderVariant?: { rows: string[] };
}
interface Profile {
  id: string;
  issuingDocument: { number: string; title: string } | null;
  reportYears: { from: number; to: number | null };
  sections: {
    id: string;
    canonicalTitle: string;
    requirement?: string;
    required: boolean;
    acceptedVariants: string[];
    statutoryBasis: string;
  }[];
  tables: SourceTable[];
}

const camel = (key: string): string => key.replace(/_([a-z0-9])/g, (_, sign: string) => sign.toUpperCase());
const path = new URL('../../../../shared/domain/formats.json', import.meta.url);

// The official data lies beside the repository only where it is developed.
describe.skipIf(!existsSync(path))('as in the official data', () => {
  const profiles = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { profiles: Profile[] }).profiles : [];
  const pairs = profiles.map((profile): [string, Profile, Edition] => [
    profile.id,
    profile,
    editionById(profile.id.slice(0, 4))!,
  ]);

  it.each(pairs)('%s: years, document, sections', (_, profile, edition) => {
    expect(edition.years).toEqual({ from: profile.reportYears.from, to: profile.reportYears.to });
    expect(edition.issuingDocument?.number).toBe(profile.issuingDocument?.number);
    expect(edition.issuingDocument?.title).toBe(profile.issuingDocument?.title);
    expect(
      edition.sections.map(({ id, title, variants, requirement, basis }) => ({
        id,
        title,
        variants,
        requirement,
        basis,
      })),
    ).toEqual(
      profile.sections.map(section => ({
        id: camel(section.id),
        title: section.canonicalTitle,
        variants: section.acceptedVariants
          .map(each => (each.startsWith('年份+') ? '政务公开总体情况' : each))
          .filter(each => each !== section.canonicalTitle),
        requirement: section.requirement ?? 'required',
        basis: section.statutoryBasis,
      })),
    );
  });

  it.each(pairs)('%s: labels and keys of the tables', (_, profile, edition) => {
    expect(edition.tables.map(table => table.id).filter(id => id !== 'fj-2009')).toEqual(
      profile.tables.map(table => table.id),
    );
    for (const source of profile.tables) {
      const table = tableById(edition, source.id)!;
      const parts = source.subTables ?? [{ caption: '', columns: source.columns!, rows: source.rows! }];
      expect(table.parts.length).toBe(parts.length);
      table.parts.forEach((part, index) => {
        const want = parts[index]!;
        if (part.rowsAcross === true) {
          const across = part.rows.flatMap(row =>
            part.columns.map(column => ({ key: `${row.key}.${column.key}`, label: column.label })),
          );
          expect(across).toEqual(want.columns.map(({ key, label }) => ({ key: camel(key), label })));
          return;
        }
        const figures = want.columns.filter(column => column.type !== 'text');
        expect(part.caption).toBe(want.caption);
        expect(part.columns.map(({ key, label, type }) => ({ key, label, type }))).toEqual(
          figures.map(({ key, label, type }) => ({
            key: camel(key),
            label,
            type: type === 'signed-integer' ? 'change' : type === 'decimal' ? 'amount' : 'count',
          })),
        );
        for (const [at, column] of figures.entries()) {
          for (const variant of column.variants ?? []) expect(part.columns[at]!.variants).toContain(variant);
        }
        const rows = want.rows.filter(row => row.type !== 'heading');
        expect(part.rows.map(({ key, label, path: under }) => ({ key, label, path: under }))).toEqual(
          rows.map(row => ({ key: camel(row.key), label: row.label, path: row.path ?? [] })),
        );
        for (const [at, row] of rows.entries()) {
          const clause =
            row.statute !== null && row.statute?.includes('unverified') === true
              ? undefined
              : (row.statute ?? undefined);
          expect(part.rows[at]!.clause).toBe(clause);
          expect(part.rows[at]!.unit ?? '').toBe(row.unit ?? '');
          expect(part.rows[at]!.type).toBe(row.type === 'decimal' ? 'amount' : undefined);
        }
      });
      if (source.subtotals) {
        expect(table.subtotals).toEqual(
          Object.fromEntries(Object.entries(source.subtotals).map(([key, rows]) => [key, rows.map(camel)])),
        );
      }
      const fujian = source.olderVariant;
      if (fujian) expect(tableById(edition, 'fj-2009')!.parts[0]!.rows.map(row => row.label)).toEqual(fujian.rows);
    }
  });

  it.each(pairs)('%s: merged cells', (_, profile, edition) => {
    for (const source of profile.tables) {
      if (!source.layout) continue;
      const table = tableById(edition, source.id)!;
      const shape = (text: string, columns = 1, rows = 1): string => `${text}|${String(columns)}|${String(rows)}`;
      expect(
        table.layout.map(cells =>
          cells.map(cell => shape(cell.kind === 'text' ? cell.text : cell.column, cell.columnSpan, cell.rowSpan)),
        ),
      ).toEqual(
        source.layout.map((cells, at) =>
          cells.flatMap(cell =>
            cell.count !== undefined
              ? table.layout[at]!.filter(each => each.kind === 'figure').map(each => shape(each.column))
              : [shape(cell.text ?? camel(cell.cell ?? ''), cell.colspan, cell.rowspan)],
          ),
        ),
      );
    }
  });

  it.each(pairs)('%s: equations', (_, profile, edition) => {
    for (const source of profile.tables) {
      const table = tableById(edition, source.id)!;
      const relations = [...(source.relations ?? []), ...(source.subTables ?? []).flatMap(part => part.relations)];
      // The source gives one id to two relations of the same kind: website and gazette.
      const written = new Set(table.equations.map(({ id }) => (id === 'C02e' ? 'C02d' : id)));
      // Across years, prose and cell forms are no relations between the figures of one table.
      const elsewhere = /^(T2-02|T2-04|T2-14|T2-15|T2-16|T3-04|T3-05|T4-02|C03|N08)$/;
      const wanted = new Set(
        relations.flatMap(each => (each.id === undefined || elsewhere.test(each.id) ? [] : [each.id.split('.')[0]!])),
      );
      expect([...written].sort()).toEqual([...wanted].sort());
      for (const relation of relations) {
        const equation = table.equations.find(each => each.id === relation.id);
        if (!equation) continue;
        const simple = /^(\w+(?: \+ \w+)*) (=|>=|<=) (\w+(?: \+ \w+)*)(?: \(.*\))?$/.exec(relation.formula);
        if (!simple) continue;
        const terms = (text: string): string[] =>
          text
            .split(' + ')
            .map(camel)
            .filter(each => each !== '0');
        expect({ left: equation.left, operator: equation.operator, right: equation.right }, relation.id).toEqual({
          left: terms(simple[1]!),
          operator: simple[2],
          right: terms(simple[3]!),
        });
      }
    }
  });
});
