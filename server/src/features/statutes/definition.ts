import type { Location, LocationLink } from 'vscode-languageserver-types';
import type { Source } from '../../text/source.ts';
import type { ClauseAtPosition } from './clauseAt.ts';
import { toRange } from '../support/convert.ts';
import { placeOfClause, type StatuteDocument } from './statuteDocument.ts';

/** The place of a clause in its statute. */
export function clauseLocation(document: StatuteDocument, clause: ClauseAtPosition): Location {
  return { uri: document.uri, range: toRange(document.source, placeOfClause(document, clause)) };
}

/** The same as a link, with the place of the citation in `source` and the whole article around the clause. */
export function clauseLink(document: StatuteDocument, clause: ClauseAtPosition, source: Source): LocationLink {
  const place = placeOfClause(document, clause);
  const article = document.parts.find(
    ({ kind, span }) => kind === 'article' && span.start <= place.start && place.end <= span.end,
  );
  return {
    originSelectionRange: toRange(source, clause.span),
    targetUri: document.uri,
    targetRange: toRange(document.source, article?.span ?? place),
    targetSelectionRange: toRange(document.source, place),
  };
}
