import { citationContext } from '../../model/citations/citationContext.ts';
import type { CitationContext } from '../../model/citations/citation.ts';
import { citationsOf, type BlockCitations, type Reading } from '../../model/citations/paragraphCitations.ts';
import type { Report } from '../../model/report.ts';
import { memoByObject } from '../../text/memo.ts';
import type { Span } from '../../text/span.ts';
import type { Finding } from './rule.ts';

/** What one paragraph cites; the places that it gives count from the start of the paragraph's text. */
export type JudgedCitations = Pick<BlockCitations, 'citations' | 'mentions' | 'numbers' | 'text' | 'place'>;

/** Judges what one paragraph cites. The places in its findings count from the start of the paragraph's text. */
export type CitationJudge = (block: JudgedCitations, context: CitationContext) => Iterable<Finding>;

/** What a judge looks at: a paragraph without any of them is not shown to it. */
type Matter = 'citations' | 'mentions' | 'numbers';

/** Every judge of the program; a paragraph is shown to all of them at once. */
const judges: { readonly matter: Matter; readonly judge: CitationJudge }[] = [];

/** What one judge found in a paragraph, or how it failed; where it found nothing there is none. */
type Verdict =
  | { readonly judge: number; readonly findings: readonly Finding[] }
  | { readonly judge: number; readonly error: unknown };
interface Entry {
  readonly block: BlockCitations;
  readonly verdict: Verdict;
}

/**
 * Findings on what a draft cites. A paragraph is judged once for a context and found again in the next version of the
 * draft, so a judge must look at nothing but its paragraph and the context. A draft is gone through once for all judges
 * together; one that throws does so where its own findings are asked for.
 */
export function citationFindings(matter: Matter, judge: CitationJudge): (report: Report) => Iterable<Finding> {
  const number = judges.push({ matter, judge }) - 1;
  return function* (report) {
    for (const { block, verdict } of judged(report).get(number) ?? []) {
      if ('error' in verdict) throw verdict.error;
      for (const each of verdict.findings) yield placed(each, block);
    }
  };
}

/** Findings of all judges in a draft, by judge. */
const judged = memoByObject((report: Report): ReadonlyMap<number, readonly Entry[]> => {
  const context = citationContext(report);
  const byJudge = new Map<number, Entry[]>();
  for (const block of citationsOf(report)) {
    for (const verdict of verdictsOf(context)(block.reading)) {
      const entries = byJudge.get(verdict.judge);
      if (entries) entries.push({ block, verdict });
      else byJudge.set(verdict.judge, [{ block, verdict }]);
    }
  }
  return byJudge;
});

/** Findings of all judges in one paragraph. A reading belongs to one context. */
const verdictsOf = memoByObject((context: CitationContext) =>
  memoByObject((reading: Reading): readonly Verdict[] => judgeAll(reading, context)),
);

function judgeAll({ citations, mentions, numbers, text }: Reading, context: CitationContext): readonly Verdict[] {
  const block: JudgedCitations = { citations, mentions, numbers, text, place: inText };
  const verdicts: Verdict[] = [];
  for (const [number, { matter, judge }] of judges.entries()) {
    if (block[matter].length === 0) continue;
    try {
      let findings: Finding[] | undefined;
      for (const each of judge(block, context)) (findings ??= []).push(each);
      if (findings) verdicts.push({ judge: number, findings });
    } catch (error) {
      verdicts.push({ judge: number, error });
    }
  }
  return verdicts;
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
    fixes: finding.fixes.map(fix => ({
      ...fix,
      edits: fix.edits.map(edit => ({ ...edit, span: inDraft(edit.span) })),
    })),
  };
}
