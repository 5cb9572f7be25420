import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  appliesFrom,
  clauseOf,
  counterpart,
  namesOf,
  nextVersion,
  previousVersion,
  statuteById,
  statutes,
  versionOn,
} from '../../../server/src/statutes/index.ts';
import { policyDocuments } from '../../../server/src/statutes/data/policy-documents.ts';
import type { Statute } from '../../../server/src/statutes/types.ts';

const ISO_DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const get = (id: string): Statute => statuteById(id)!;
const ogi2019 = get('ogi-2019');
const ogi2007 = get('ogi-2007');

describe('statute data', () => {
  test('every file is a statute of that id, and every statute has its file', () => {
    const files = readdirSync(new URL('../../../server/src/statutes/data', import.meta.url))
      .map(name => name.replace(/\.ts$/, ''))
      .filter(name => name !== 'policy-documents' && name !== 'english');
    expect(statutes.map(statute => statute.id).sort()).toEqual(files.sort());
  });

  test('both versions of the regulation have all their articles', () => {
    expect(ogi2019.articles.map(article => article.no)).toEqual(Array.from({ length: 56 }, (_, i) => i + 1));
    expect(ogi2007.articles.map(article => article.no)).toEqual(Array.from({ length: 38 }, (_, i) => i + 1));
    expect([ogi2019.articleCount, ogi2007.articleCount]).toEqual([56, 38]);
  });

  test.each(statutes.map(statute => [statute.id, statute] as const))(
    '%s: dates, articles and words are in order',
    (_, statute) => {
      const days = [statute.adopted, ...(statute.amended ?? []), statute.firstEffective, statute.superseded?.from];
      if (!statute.unverified?.includes('promulgated')) days.push(statute.promulgated);
      else expect(statute.promulgated).toMatch(/^\d{4}/);
      days.push(statute.effective);
      for (const day of days) if (day !== undefined) expect(day).toMatch(ISO_DAY);
      expect(appliesFrom(statute)).toMatch(/^\d{4}/);
      expect(statute.title).not.toMatch(/^《|》$/);
      expect(statute.checked).not.toBe('');
      if (statute.superseded) expect(statuteById(statute.superseded.by)).toBeDefined();
      for (const basis of statute.basis ?? []) {
        const id = /^[a-z][\w-]+/.exec(basis)?.[0];
        if (id !== undefined) expect(statuteById(id)).toBeDefined();
      }
      const numbers = statute.articles.map(article => article.no);
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      for (const article of statute.articles) {
        expect(article.explanation).toMatch(/。$/);
        if (statute.articleCount !== undefined) expect(article.no).toBeLessThanOrEqual(statute.articleCount);
        if (article.verification !== undefined) expect(article.checked).toBeDefined();
        for (const list of article.items) {
          expect(list.count).toBeGreaterThan(0);
          if (list.paragraph !== undefined) expect(list.paragraph).toBeLessThanOrEqual(article.paragraphs ?? 0);
          if (list.topics) expect(list.topics).toHaveLength(list.count);
        }
      }
    },
  );

  test('no name means two different laws', () => {
    const titles = new Map<string, string>();
    for (const statute of statutes) {
      const versions = [statute, nextVersion(statute), previousVersion(statute)].map(each => each?.id);
      for (const name of namesOf(statute)) {
        const other = titles.get(name);
        if (other !== undefined) expect(versions).toContain(other);
        titles.set(name, statute.id);
      }
    }
  });

  test('policy documents carry their numbers', () => {
    for (const document of policyDocuments) expect(document.number).toMatch(/^\p{Script=Han}+〔\d{4}〕\d+号$/u);
  });
});

describe('2007 → 2019', () => {
  test('the two directions of the mapping agree and stay in range', () => {
    for (const old of ogi2007.articles) {
      expect(old.successors?.length).toBeGreaterThan(0);
      for (const no of old.successors ?? []) expect(ogi2019.articles[no - 1]?.predecessors).toContain(old.no);
    }
    for (const article of ogi2019.articles) {
      for (const no of article.predecessors ?? []) expect(ogi2007.articles[no - 1]?.successors).toContain(article.no);
    }
  });

  test('counterparts: moved, split and new articles', () => {
    expect(counterpart(ogi2007, 31)).toEqual({ statute: ogi2019, articles: [49] });
    expect(counterpart(ogi2007, 14)?.articles).toEqual([17, 14, 15]);
    expect(counterpart(ogi2019, 21)).toEqual({ statute: ogi2007, articles: [11, 12] });
    expect(counterpart(ogi2019, 35)?.articles).toEqual([]);
    expect(counterpart(get('fuyi-2023'), 23)).toBeUndefined();
  });
});

describe('lookup', () => {
  test('clauses that exist', () => {
    expect(clauseOf(ogi2019, { article: 20, item: 1 })).toMatchObject({
      kind: 'found',
      topic: { topic: '行政法规、规章和规范性文件' },
    });
    expect(clauseOf(ogi2019, { article: 4, paragraph: 2, item: 5 }).kind).toBe('found');
    expect(clauseOf(ogi2019, { article: 4, item: 5 }).kind).toBe('found');
    expect(clauseOf(ogi2007, { article: 4, paragraph: 2, item: 5 }).kind).toBe('found');
    expect(clauseOf(get('fuyi-2023'), { article: 65, paragraph: 2, item: 3 }).kind).toBe('found');
  });

  test('clauses that do not exist', () => {
    expect(clauseOf(ogi2019, { article: 57 })).toEqual({ kind: 'noArticle', count: 56 });
    expect(clauseOf(ogi2019, { article: 0 }).kind).toBe('noArticle');
    expect(clauseOf(ogi2019, { article: 20, item: 16 })).toMatchObject({ kind: 'noItem', count: 15 });
    expect(clauseOf(ogi2019, { article: 20, paragraph: 2 })).toMatchObject({ kind: 'noParagraph', count: 1 });
    expect(clauseOf(ogi2019, { article: 4, paragraph: 1, item: 1 })).toMatchObject({ kind: 'noItem', count: 0 });
    expect(clauseOf(get('fuyi-2023'), { article: 65, paragraph: 1, item: 3 })).toMatchObject({
      kind: 'noItem',
      count: 2,
    });
  });

  test('clauses that are not recorded', () => {
    expect(clauseOf(get('fuyi-2023'), { article: 12 }).kind).toBe('notRecorded');
    expect(clauseOf(get('xinfang-2022'), { article: 12 }).kind).toBe('notRecorded');
    expect(clauseOf(get('lifa-2023'), { article: 93, paragraph: 9, item: 9 }).kind).toBe('found');
  });

  test('the version that applied at the end of a year', () => {
    const versionAfter = (versions: readonly Statute[], year: number) => versionOn(versions, `${String(year)}-12-31`);
    const regulation = [ogi2019, ogi2007];
    expect(versionAfter(regulation, 2018)?.id).toBe('ogi-2007');
    expect(versionAfter(regulation, 2019)?.id).toBe('ogi-2019');
    expect(versionAfter(regulation, 2007)).toBeUndefined();
    const formats = [get('format-2019'), get('format-2021')];
    expect([2018, 2019, 2020, 2021, 2030].map(year => versionAfter(formats, year)?.id)).toEqual([
      undefined,
      'format-2019',
      'format-2019',
      'format-2021',
      'format-2021',
    ]);
    const review = [get('fuyi-2023'), get('fuyi-2017')];
    expect([2018, 2023, 2024].map(year => versionAfter(review, year)?.id)).toEqual([
      'fuyi-2017',
      'fuyi-2017',
      'fuyi-2023',
    ]);
  });
});
