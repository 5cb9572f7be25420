import type { Location } from 'vscode-languageserver-types';
import type { Snapshot } from '../analysis/snapshot.ts';
import type { Citation } from '../model/citations.ts';
import { citedPlaces } from '../model/citedPlaces.ts';
import type { ClauseReference } from '../statutes/types.ts';
import type { SpokenOf } from './clauseAt.ts';
import { toRange } from './convert.ts';

/**
 * Where a draft cites a clause: of an article also its paragraphs and items, of an item also the ranges that hold it; of a
 * statute as a whole, where it is named or any of its clauses is cited.
 */
export function clauseReferences({ uri, source, report }: Pick<Snapshot, 'uri' | 'source' | 'report'>, clause: SpokenOf): Location[] {
  const { citations, mentions } = citedPlaces(report);
  const cited = citations.filter(({ citation }) => citation.statuteId === clause.statuteId && isOf(citation, clause)).map(({ span }) => span);
  const named = clause.article !== undefined ? []
    : mentions.filter(({ mention }) => mention.statuteId === clause.statuteId).map(({ span }) => span)
      .filter(span => !cited.some(each => each.start <= span.start && span.end <= each.end));
  return [...cited, ...named].sort((a, b) => a.start - b.start).map(span => ({ uri, range: toRange(source, span) }));
}

/** Whether a citation is one of the clause or of a part of it. */
function isOf(citation: Citation, { article, paragraph, item }: Partial<ClauseReference>): boolean {
  if (article === undefined) return true;
  const { rangeFrom } = citation;
  if (item === undefined && paragraph === undefined) {
    const from = rangeFrom && rangeFrom.article !== citation.article ? rangeFrom.article : citation.article;
    return from <= article && article <= citation.article;
  }
  if (citation.article !== article) return false;
  if (paragraph !== undefined && citation.paragraph !== undefined && citation.paragraph !== paragraph) return false;
  if (item === undefined) return citation.paragraph === paragraph;
  if (citation.item === undefined) return false;
  const from = rangeFrom?.article === article && rangeFrom.item !== undefined ? rangeFrom.item : citation.item;
  return from <= item && item <= citation.item;
}
