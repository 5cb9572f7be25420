import { contextOfYear, type Citation, type Mention } from '../../model/citations/citation.ts';
import type { Language } from '../../messages/message.ts';
import { clauseCard, statuteCard } from './clauseCard.ts';
import { clauseInStatute } from './clauseAt.ts';
import type { HoverResult } from '../support/hoverResult.ts';
import type { OpenStatutes, StatuteDocument } from './statuteDocument.ts';

/** Explains the clause that is cited, or that stands, at an offset of a statute's own text; null for anything else. */
export function hoverInStatute(
  document: StatuteDocument,
  offset: number,
  openStatutes: OpenStatutes,
  language: Language,
): HoverResult | null {
  const clause = clauseInStatute(document, offset);
  if (!clause) return null;
  const context = contextOfYear(null, openStatutes.local);
  const { statuteId, span, article } = clause;
  const mention: Mention = { statuteId, span, name: '', nameSpan: span, reason: null };
  const citation: Citation | undefined =
    article === undefined ? undefined : { ...clause, article, reason: null, how: 'named' };
  const contents = citation
    ? clauseCard(citation, context, language, openStatutes.officialTexts)
    : statuteCard(mention, context, language);
  return contents === undefined ? null : { contents, span };
}
