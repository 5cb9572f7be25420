import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GLOSSARY, glossaryForColumn, glossaryForRow } from '../../../server/src/format/data/glossary.ts';
import { EDITIONS } from '../../../server/src/format/index.ts';
import { glossaryFor } from '../../../server/src/format/glossaryLookup.ts';
import { fold } from '../../../server/src/text/fold.ts';

const parts = EDITIONS.flatMap(edition => edition.tables.flatMap(table => table.parts));

describe('glossary', () => {
  it('names rows and columns that exist, each once', () => {
    const rows = new Set(parts.flatMap(part => part.rows.map(row => row.key)));
    const columns = new Set(parts.flatMap(part => part.columns.map(column => column.key)));
    const named = {
      rows: GLOSSARY.flatMap(entry => entry.tableRows),
      columns: GLOSSARY.flatMap(entry => entry.tableColumns),
    };
    for (const key of named.rows) expect(rows).toContain(key);
    for (const key of named.columns) expect(columns).toContain(key);
    expect(new Set(named.rows).size).toBe(named.rows.length);
    expect(new Set(named.columns).size).toBe(named.columns.length);
    expect(new Set(GLOSSARY.map(entry => entry.id)).size).toBe(GLOSSARY.length);
  });

  it('explains every row of table three', () => {
    const requests = EDITIONS.flatMap(edition => edition.tables).filter(table => table.id === 't3.requests');
    for (const row of requests.flatMap(table => table.parts[0]!.rows))
      expect(glossaryForRow(row.key), row.key).toBeDefined();
  });

  it('is found by key, term, alias and label', () => {
    expect(glossaryFor('refusedStateSecret')?.id).toBe('state-secret');
    expect(glossaryFor('1.属于国家秘密')?.id).toBe('state-secret');
    expect(glossaryFor(fold('3．危及“三安全一稳定”'))?.id).toBe('three-securities');
    expect(glossaryFor('三安全一稳定')?.id).toBe('three-securities');
    expect(glossaryFor('（二）部分公开（区分处理的，只计这一情形，不计其他情形）')?.id).toBe('partially-granted');
    expect(glossaryFor('行政事业性收费(市本级)')?.id).toBe('fee-row');
    expect(glossaryFor('（七）总计')?.id).toBe('result-total');
    expect(glossaryFor('一事一申请')?.id).toBe('percase');
    expect(glossaryForColumn('effective')?.term).toBe('现行有效件数');
    expect(glossaryFor('不存在的词')).toBeUndefined();
  });

  const official = new URL('../../../../shared/domain/glossary.json', import.meta.url);
  it.skipIf(!existsSync(official))('is complete', () => {
    const { entries } = JSON.parse(readFileSync(official, 'utf8')) as {
      entries: { id: string; term: string; explain: string }[];
    };
    expect(GLOSSARY.map(({ id, term, explain }) => ({ id, term, explain }))).toEqual(
      entries.map(({ id, term, explain }) => ({ id, term, explain })),
    );
  });
});
