import { citationContext } from '../../model/citations/citationContext.ts';
import { statuteOf } from '../../model/citations/citation.ts';
import type { DocumentLink } from 'vscode-languageserver-types';
import type { Snapshot } from '../../analysis/snapshot.ts';
import type { Language } from '../../messages/message.ts';
import { message } from '../../messages/text.ts';
import { placedCitations } from '../../model/citations/placedCitations.ts';
import { statutes } from '../../statutes/index.ts';
import { toPosition, toRange } from '../support/convert.ts';
import type { StatuteAddresses } from './statuteAddress.ts';
import { placeOfClause, type OpenStatutes, type StatuteDocument } from './statuteDocument.ts';

/**
 * Links from the statutes that a draft names to their official publication, where that is known; https only. Editors
 * may render the tooltip, so it holds no words of the workspace.
 */
export function publicationLinks(
  { source, report }: Pick<Snapshot, 'source' | 'report'>,
  language: Language,
): DocumentLink[] {
  const context = citationContext(report);
  if (![...statutes, ...(context.local?.statutes ?? [])].some(({ publication }) => publication !== undefined))
    return [];
  return placedCitations(report).mentions.flatMap(({ mention, nameSpan }) => {
    const target = statuteOf(mention, context)?.publication;
    if (target?.startsWith('https://') !== true) return [];
    return [{ range: toRange(source, nameSpan), target, tooltip: message(language, 'link.publication') }];
  });
}

/** Links inside a statute's text to the clauses that it cites; a clause of another statute opens that statute. */
export function statuteLinks(
  document: StatuteDocument,
  openStatutes: OpenStatutes,
  { haveFragments }: StatuteAddresses,
): DocumentLink[] {
  return document.links.flatMap(({ span, target }) => {
    const other = target.statuteId === document.statute.id ? document : openStatutes.open(target.statuteId);
    if (!other) return [];
    const { line, character } = toPosition(other.source, placeOfClause(other, target).start);
    const fragment = haveFragments ? `#L${String(line + 1)},${String(character + 1)}` : '';
    return [{ range: toRange(document.source, span), target: `${other.uri}${fragment}` }];
  });
}
