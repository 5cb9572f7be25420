import { describe, expect, test } from 'vitest';
import { EDITIONS } from '../../../../server/src/format/index.ts';
import { articlesOnReport, citeLegalBasis } from '../../../../server/src/model/citations/reportBasis.ts';
import { writeIntroduction } from '../../../../server/src/model/writing/write.ts';
import { clauseOf, statuteById } from '../../../../server/src/statutes/index.ts';
import { filesWithCode } from '../../../support/sourceCode.ts';

describe('the articles on the annual report', () => {
  test.each(EDITIONS.map(edition => [edition.id, edition] as const))(
    '%s: exist and speak of the report',
    (_, edition) => {
      const { statuteId, articles } = edition.legalBasis!;
      const statute = statuteById(statuteId);
      expect(articles.length).toBeGreaterThan(0);
      for (const article of articles) {
        const lookup = statute && clauseOf(statute, { article });
        expect(lookup).toMatchObject({ kind: 'found' });
        expect(JSON.stringify(lookup)).toContain('年度报告');
      }
      expect(articlesOnReport(statuteId)).toEqual(articles);
      expect(writeIntroduction(edition, '临溪县林业局', 2024)).toContain(`根据${citeLegalBasis(edition)}`);
    },
  );

  test('are written as reports cite them', () => {
    expect(EDITIONS.map(citeLegalBasis)).toEqual([
      '《中华人民共和国政府信息公开条例》（国务院令第492号）第三十一条、第三十二条',
      '《中华人民共和国政府信息公开条例》（国务院令第711号）第四十九条、第五十条',
      '《中华人民共和国政府信息公开条例》（国务院令第711号）第四十九条、第五十条',
    ]);
  });

  test('other statutes have none', () => {
    for (const id of ['fuyi-2023', '', null, undefined]) expect(articlesOnReport(id)).toEqual([]);
  });

  test('no file but the editions says which they are', () => {
    expect(filesWithCode(/\b49\s*,\s*50\b|\b31\s*,\s*32\b|第四十九条|第五十条|第三十[一二]条/)).toEqual([]);
  });
});
