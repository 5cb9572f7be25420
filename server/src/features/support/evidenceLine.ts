import type { Evidence } from '../../format/types.ts';
import type { Language } from '../../messages/message.ts';
import { message } from '../../messages/text.ts';
import { escapeMarkdown } from './markdown.ts';

/** Longest text on where something comes from. */
const LONGEST_SOURCE = 600;

/** Where something comes from, with a mark where nobody has verified it or others tell it. */
export function evidenceLine({ verification, source }: Evidence, language: Language): string | undefined {
  const mark =
    verification === 'unverified'
      ? message(language, 'hover.unverifiedMark')
      : verification === 'secondary'
        ? message(language, 'hover.secondaryMark')
        : '';
  if (source === undefined) return mark === '' ? undefined : mark;
  return message(language, 'hover.source', { text: escapeMarkdown(source, LONGEST_SOURCE) }) + mark;
}
