import { EDITIONS } from '../../format/index.ts';
import type { Edition } from '../../format/types.ts';
import { clauseName } from '../../statutes/registry/clauseText.ts';
import { statuteById } from '../../statutes/index.ts';

// The articles that require the annual report stand in each edition's `legalBasis`; everything else reads them here.

const ARTICLES: ReadonlyMap<string, readonly number[]> = new Map(
  EDITIONS.map(({ legalBasis: { statuteId, articles } }) => [statuteId, articles]),
);

/** Articles of a statute on the annual report, in order; none for statutes that do not require one. */
export function articlesOnReport(statuteId: string | null | undefined): readonly number[] {
  return ARTICLES.get(statuteId ?? '') ?? [];
}

/** The legal basis as a report cites it: 《中华人民共和国政府信息公开条例》（国务院令第711号）第四十九条、第五十条. */
export function citeLegalBasis({ legalBasis: { statuteId, articles } }: Edition): string {
  const statute = statuteById(statuteId);
  if (!statute) throw new RangeError(`no statute ${statuteId}`);
  const number = statute.documentNumber?.replace(/^中华人民共和国/, '');
  const clauses = articles.map(article => clauseName({ article })).join('、');
  return `《${statute.title}》${number === undefined ? '' : `（${number}）`}${clauses}`;
}
