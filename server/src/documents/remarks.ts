import { messageInLines, messagesIn } from '../messages/text.ts';
import type { MessageValues } from '../messages/arguments.ts';
import type { Language, MessageId } from '../messages/message.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../text/span.ts';
import type { Remark } from './job.ts';
import { whereOf } from './where.ts';

/** Something that was found, as a comment needs it. */
interface Found {
  readonly span: Span;
  readonly message: MessageId;
  readonly args: MessageValues;
}

const LONGEST_QUOTE = 30;

/**
 * A finding as a comment: first what is wrong, then the basis and what to do; other cells in words, since one comment
 * marks one place.
 */
export function remarkOf(
  finding: Found & { readonly related: readonly Found[] },
  report: Report,
  language: Language,
): Remark {
  const say = messagesIn(language);
  const others = finding.related.map(({ span }) =>
    say('documents.seeAlso', {
      where: whereOf(report, span, language),
      text: report.source.slice(span).slice(0, LONGEST_QUOTE),
    }),
  );
  return {
    start: finding.span.start,
    end: finding.span.end,
    lines: [...messageInLines(language, finding).split('\n'), ...others],
  };
}
