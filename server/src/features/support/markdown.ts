import { shortened } from '../../text/shortened.ts';

const LONGEST_QUOTE = 200;

/**
 * Text made safe for Markdown: every sign that could begin markup, a link or HTML is escaped, white space becomes one
 * blank, and what is longer than a label is cut. For words of the draft and of the official data alike.
 */
export function escapeMarkdown(text: string, longest = LONGEST_QUOTE): string {
  const line = text.replace(/[\s\u3000\u00a0\u200b\ufeff]+/g, ' ').trim();
  return shortened(line, longest).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** Paragraphs of Markdown, empty ones left out. */
export function paragraphs(parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part !== undefined && part !== '').join('\n\n');
}

/** Lines of one paragraph, empty ones left out. */
export function lines(parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part !== undefined && part !== '').join('  \n');
}
