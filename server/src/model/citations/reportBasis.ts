import { EDITIONS } from '../../format/index.ts';
import type { Edition } from '../../format/types.ts';
import { clauseName } from '../../statutes/registry/clauseText.ts';
import { statuteById } from '../../statutes/index.ts';

// The articles that require the annual report stand in each edition's `legalBasis`; everything else reads them here.

const ARTICLES: ReadonlyMap<string, readonly number[]> = new Map(
  EDITIONS.flatMap(({ legalBasis: basis }) => (basis ? [[basis.statuteId, basis.articles] as const] : [])),
);

/** Articles of a statute on the annual report, in order; none for statutes that do not require one. */
export function articlesOnReport(statuteId: string | null | undefined): readonly number[] {
  return ARTICLES.get(statuteId ?? '') ?? [];
}

/**
 * The legal basis as a report cites it: 《中华人民共和国政府信息公开条例》（国务院令第711号）第四十九条、第五十条; empty for
 * an edition without one.
 */
export function citeLegalBasis({ legalBasis }: Edition): string {
  if (!legalBasis) return '';
  const { statuteId, articles } = legalBasis;
  const statute = statuteById(statuteId);
  if (!statute) throw new RangeError(`no statute ${statuteId}`);
  const number = statute.documentNumber?.replace(/^中华人民共和国/, '');
  const clauses = articles.map(article => clauseName({ article })).join('、');
  return `《${statute.title}》${number === undefined ? '' : `（${number}）`}${clauses}`;
}
