import { describe, expect, it } from 'vitest';
import { contextOfYear, type Citation } from '../../../server/src/model/citations/citation.ts';
import { clauseCard, statuteCard } from '../../../server/src/features/statutes/clauseCard.ts';
import { versionIn } from '../../../server/src/features/statutes/inLanguage.ts';
import { ENGLISH } from '../../../server/src/statutes/data/english.ts';
import { statutes } from '../../../server/src/statutes/index.ts';
import type { Statute } from '../../../server/src/statutes/types.ts';
import { chineseWordsIn } from '../../support/writtenLanguage.ts';

const SPAN = { start: 0, end: 1 };
/** A card without the official names of its statute's issuer and number. */
function withoutNames(card: string, { documentNumber = '\0', issuedBy = '\0' }: Statute): string {
  return card.replaceAll(documentNumber, '').replaceAll(issuedBy, '');
}

const unescaped = (card: string | undefined) => (card ?? '').replaceAll('\\', '');

describe('statutes in English', () => {
  it.each(statutes.map(statute => [statute.id, statute] as const))('%s: all that the Chinese says', (id, statute) => {
    const english = ENGLISH[id];
    expect(english?.notes ?? []).toHaveLength(statute.notes.length);
    expect(Object.keys(english?.articles ?? {}).map(Number)).toEqual(statute.articles.map(({ no }) => no));
    for (const { no, title, keyFigures, items } of statute.articles) {
      const article = english?.articles[no];
      expect(article?.title === undefined).toBe(title === undefined);
      expect(article?.keyFigures ?? []).toHaveLength(keyFigures.length);
      expect(article?.topics ?? []).toHaveLength(items.flatMap(({ topics }) => topics ?? []).length);
    }
    expect(chineseWordsIn(versionIn('en', statute))).toEqual([]);
  });

  it('names only statutes that there are', () => {
    const known = new Set(statutes.map(({ id }) => id));
    expect(Object.keys(ENGLISH).filter(id => !known.has(id))).toEqual([]);
  });
});

describe('cards in English', () => {
  const cited = statutes.flatMap(statute =>
    statute.articles.flatMap(({ no, items }) => [
      [`${statute.id} ${String(no)}`, statute, { article: no }] as const,
      ...items.flatMap(({ topics }) =>
        (topics ?? []).map(
          (_, i) => [`${statute.id} ${String(no)} (${String(i + 1)})`, statute, { article: no, item: i + 1 }] as const,
        ),
      ),
    ]),
  );

  it.each(cited)('%s has no Chinese but official terms and quotations, and no sources', (_, statute, clause) => {
    const citation: Citation = { statuteId: statute.id, span: SPAN, ...clause, reason: 'newest', how: 'bare' };
    const card = unescaped(clauseCard(citation, contextOfYear(2024, undefined), 'en'));
    expect(chineseWordsIn(withoutNames(card, statute))).toEqual([]);
    expect(card).not.toMatch(/Source:|Checked:/);
    expect(unescaped(clauseCard(citation, contextOfYear(2024, undefined), 'zh-CN'))).not.toMatch(/来源：|核对：/);
  });

  it.each(statutes.map(statute => [statute.id, statute] as const))('%s as a whole', (_, statute) => {
    const mention = { statuteId: statute.id, span: SPAN, name: '', nameSpan: SPAN, reason: 'newest' } as const;
    const card = unescaped(statuteCard(mention, contextOfYear(2024, undefined), 'en'));
    expect(chineseWordsIn(withoutNames(card, statute))).toEqual([]);
  });
});
