import type { CitationContext } from '../../model/citations/citation.ts';
import { readingOf, type BlockCitations } from '../../model/citations/paragraphCitations.ts';
import type { ParagraphContext } from './contexts.ts';
import type { Finding } from './rule.ts';

/** Everything that one paragraph cites. */
export type JudgedCitations = Pick<BlockCitations, 'citations' | 'mentions' | 'numbers' | 'text' | 'place'>;

/** Judges the citations of one paragraph. */
type CitationJudge = (block: JudgedCitations, context: CitationContext) => Iterable<Finding>;

/** The check of a paragraph for its citations: `judge` is not called for one that holds nothing of its `matter`. */
export function citationFindings(
  matter: 'citations' | 'mentions' | 'numbers',
  judge: CitationJudge,
): (context: ParagraphContext) => Iterable<Finding> {
  return ({ block, place, facts: { citations } }) => {
    const reading = readingOf(block, citations);
    if (!reading || reading[matter].length === 0) return [];
    // Written out, as a copy by `...` with another member is slow in Node.js 20.
    const { text, citations: cited, mentions, numbers } = reading;
    return judge({ text, citations: cited, mentions, numbers, place }, citations);
  };
}
