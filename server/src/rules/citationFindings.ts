import { citationContext, type CitationContext } from '../model/citations.ts';
import { citationsOf, type BlockCitations } from '../model/draftCitations.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../text/span.ts';
import type { Finding } from './rule.ts';

/** Judges what one paragraph cites. The places that it gets and gives count from the start of the paragraph's text. */
export type CitationJudge = (block: BlockCitations, context: CitationContext) => Iterable<Finding>;

/**
 * Findings on what a draft cites. A paragraph is judged once for a context and found again in the next version of the
 * draft, so a judge must look at nothing but its paragraph and the context.
 */
export function citationFindings(judge: CitationJudge): (report: Report) => Iterable<Finding> {
  const known = new WeakMap<object, readonly Finding[]>();
  return function* (report) {
    const context = citationContext(report);
    for (const block of citationsOf(report)) {
      let findings = known.get(block.reading);
      if (!findings) known.set(block.reading, (findings = [...judge({ ...block, place: inText }, context)]));
      for (const each of findings) yield placed(each, block);
    }
  };
}

function inText(start: number, end: number): Span {
  return { start, end };
}

function placed(finding: Finding, { place }: BlockCitations): Finding {
  const inDraft = ({ start, end }: Span): Span => place(start, end);
  return {
    ...finding,
    span: inDraft(finding.span),
    related: finding.related.map(related => ({ ...related, span: inDraft(related.span) })),
    fixes: finding.fixes.map(fix => ({ ...fix, edits: fix.edits.map(edit => ({ ...edit, span: inDraft(edit.span) })) })),
  };
}
