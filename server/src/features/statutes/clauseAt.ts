import type { Snapshot } from '../../analysis/snapshot.ts';
import { atOffset, citedAt } from '../../model/citations/placedCitations.ts';
import type { ClauseReference } from '../../statutes/types.ts';
import { touches, type Span } from '../../text/span.ts';
import type { StatuteDocument } from './statuteDocument.ts';

/** A clause, or a statute as a whole, that is cited or stands at a position of a draft or of a statute's text. */
export interface ClauseAtPosition extends Partial<ClauseReference> {
  readonly statuteId: string;
  /** Place of the citation, or of the clause itself. */
  readonly span: Span;
}

/**
 * The clause cited, or the statute named, at an offset of a draft; undefined where there is none that is known here.
 */
export function clauseAt({ report }: Pick<Snapshot, 'report'>, offset: number): ClauseAtPosition | undefined {
  const found = citedAt(report, offset);
  if (!found) return undefined;
  const { statuteId } = 'citation' in found ? found.citation : found.mention;
  if (statuteId === null) return undefined;
  return 'citation' in found ? clauseOfStatute(found.citation, statuteId, found.span) : { statuteId, span: found.span };
}

/** The clause that is cited, or that stands, at an offset of a statute's own text. */
export function clauseInStatute(
  { links, clauses, statute, source }: StatuteDocument,
  offset: number,
): ClauseAtPosition | undefined {
  const found = atOffset(links, offset) ?? atOffset(clauses, offset);
  const title = source.line(0);
  if (!found) return touches(title, offset) ? { statuteId: statute.id, span: title } : undefined;
  const { statuteId, article } = found.target;
  // A link to a statute as a whole names no article.
  return article === 0 ? { statuteId, span: found.span } : clauseOfStatute(found.target, statuteId, found.span);
}

function clauseOfStatute(
  { article, paragraph, item }: ClauseReference,
  statuteId: string,
  span: Span,
): ClauseAtPosition {
  return {
    statuteId,
    span,
    article,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
  };
}
