import type { Decision, ReviewComment } from '../analysis/files/decision.ts';
import type { ReportedFinding } from '../analysis/findings.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import type { Remark } from '../documents/job.ts';
import { remarkOf } from '../documents/remarks.ts';
import type { Language } from '../messages/message.ts';
import { message } from '../messages/text.ts';
import { isRecognised } from '../model/recognised.ts';
import type { CheckedText } from '../protocol/documents.ts';
import { commentPlace } from './review/commentPlaces.ts';

/** What reviewers said of a report. */
export interface ReviewOfText {
  readonly comments: readonly ReviewComment[];
  readonly decisionOn: (finding: ReportedFinding) => Decision | undefined;
}

/** Findings of a text, and what reviewers said of it, as comments, with what export has to know of it. */
export function checkedText(
  { report, settings, source }: Pick<Snapshot, 'report' | 'settings' | 'source'>,
  findings: readonly ReportedFinding[],
  { comments, decisionOn }: ReviewOfText,
  language: Language,
): CheckedText {
  const found = findings.map((finding): Remark => {
    const remark = remarkOf(finding, report, language);
    const decision = decisionOn(finding);
    return decision?.verdict === 'to-fix'
      ? { ...remark, lines: [...remark.lines, said(decision.who, decision.why, language)] }
      : remark;
  });
  const spoken = comments.flatMap((comment): readonly Remark[] => {
    const place = comment.done ? null : commentPlace(source.text, comment);
    return place ? [{ ...place, lines: [said(comment.who, comment.text, language)] }] : [];
  });
  return {
    remarks: [...found, ...spoken].sort((a, b) => a.start - b.start || a.end - b.end),
    errors: findings.filter(({ severity }) => severity === 'error').length,
    isRecognised: isRecognised(report),
    edition: settings.edition,
    ...(settings.localFormats ? { formats: settings.localFormats } : {}),
  };
}

/** Words of a reviewer, under the name that is known. */
function said(who: string, words: string, language: Language): string {
  return who === ''
    ? message(language, 'review.said.nobody', { detail: words })
    : message(language, 'review.said', { name: who, detail: words });
}
