import type { Location, Range } from 'vscode-languageserver-types';
import { DEFAULT_SETTINGS } from '../../analysis/files/settings.ts';
import { Snapshot } from '../../analysis/snapshot.ts';
import { placedCitations } from '../../model/citations/placedCitations.ts';
import type { ClauseReference, LocalDocuments } from '../../statutes/types.ts';
import { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import type { ClauseAtPosition } from './clauseAt.ts';
import { toRange } from '../support/convert.ts';

/**
 * A clause that a draft cites, or a statute that it names, with the place: all that is kept of a draft that is not
 * open.
 */
export interface CitedClause extends Partial<ClauseReference> {
  readonly statuteId: string;
  readonly rangeFrom?: ClauseReference;
  readonly range: Range;
}

/** The clauses of known statutes that a draft cites and the statutes that it names without a clause, in order. */
export function citedClauses({ source, report }: Pick<Snapshot, 'source' | 'report'>): readonly CitedClause[] {
  const { citations, mentions } = placedCitations(report);
  const cited = citations.flatMap(({ citation: { statuteId, article, paragraph, item, rangeFrom }, span }) =>
    statuteId === null
      ? []
      : [
          {
            start: span.start,
            cited: {
              statuteId,
              article,
              range: toRange(source, span),
              ...(paragraph === undefined ? {} : { paragraph }),
              ...(item === undefined ? {} : { item }),
              ...(rangeFrom ? { rangeFrom } : {}),
            },
          },
        ],
  );
  const isInCitation = holderOf(citations.map(({ span }) => span));
  const named = mentions.flatMap(({ mention: { statuteId }, span }) =>
    statuteId === null || isInCitation(span)
      ? []
      : [{ start: span.start, cited: { statuteId, range: toRange(source, span) } }],
  );
  return [...cited, ...named].sort((a, b) => a.start - b.start).map(({ cited: each }) => each);
}

/** Whether a place lies in one of `spans`. */
function holderOf(spans: readonly Span[]): (place: Span) => boolean {
  const ordered = [...spans].sort((a, b) => a.start - b.start);
  let last = 0;
  const ends = ordered.map(({ end }) => (last = Math.max(last, end)));
  return ({ start, end }) => {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ordered[middle]?.start ?? Infinity) <= start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (ends[low - 1] ?? 0) >= end;
  };
}

/** {@link citedClauses} of a draft's text; `local` are the statutes of the workspace's own. */
export function citedIn(uri: string, text: string, local: LocalDocuments): readonly CitedClause[] {
  return citedClauses(new Snapshot(uri, 0, new Source(text), { ...DEFAULT_SETTINGS, localStatutes: local }));
}

/**
 * Where the draft at `uri` cites a clause: of an article also its paragraphs and items, of an item also the ranges that
 * hold it; of a statute as a whole, where it is named or any of its clauses is cited.
 */
export function clauseReferences(uri: string, cited: readonly CitedClause[], clause: ClauseAtPosition): Location[] {
  return cited
    .filter(each => each.statuteId === clause.statuteId && isOf(each, clause))
    .map(({ range }) => ({ uri, range }));
}

/** Whether a citation is one of the clause or of a part of it. */
function isOf(citation: CitedClause, { article, paragraph, item }: Partial<ClauseReference>): boolean {
  if (article === undefined) return true;
  if (citation.article === undefined) return false;
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
