import type { ReviewComment } from '../../analysis/files/decision.ts';
import type { Span } from '../../text/span.ts';

/**
 * Where a comment's words stand in a text: behind the words that stood before them, or else at their first place. Null
 * where they are not there any more. A comment without words is on the whole report.
 */
export function commentPlace(text: string, { quote, before }: Pick<ReviewComment, 'quote' | 'before'>): Span | null {
  if (quote === '') return { start: 0, end: 0 };
  const together = before === '' ? -1 : text.indexOf(before + quote);
  const start = together < 0 ? text.indexOf(quote) : together + before.length;
  return start < 0 ? null : { start, end: start + quote.length };
}
