import type { OfficialLine, OfficialText } from '../../analysis/files/officialText.ts';
import type { Language } from '../../messages/message.ts';
import { message } from '../../messages/text.ts';
import type { ClauseReference } from '../../statutes/types.ts';
import { escapeMarkdown } from '../support/markdown.ts';

/** Longest wording shown; whole articles of the regulation are shorter. */
const LONGEST_WORDING = 1600;

/**
 * Official wording of a clause as quoted Markdown: of an item its own words behind those of its paragraph, of a
 * paragraph that with its items, else the whole article. Undefined where the text does not have the article.
 */
export function wordingOf(
  text: OfficialText | undefined,
  reference: ClauseReference,
  language: Language,
): string | undefined {
  const article = text?.articles.get(reference.article);
  if (!text || !article || article.lines.length === 0) return undefined;
  const quoted: string[] = [];
  let length = 0;
  for (const line of wanted(article.lines, reference)) {
    const left = LONGEST_WORDING - length;
    if (left <= 0) {
      quoted.push('> …');
      break;
    }
    quoted.push(`> ${escapeMarkdown(line.text, left)}`);
    length += line.text.length;
  }
  return `${message(language, 'hover.wording', { file: escapeMarkdown(text.file) })}\n\n${quoted.join('\n>\n')}`;
}

function wanted(lines: readonly OfficialLine[], { paragraph, item }: ClauseReference): readonly OfficialLine[] {
  const inParagraph = paragraph === undefined ? lines : lines.filter(line => line.paragraph === paragraph);
  if (inParagraph.length === 0) return lines;
  if (item === undefined) return inParagraph;
  const found = inParagraph.find(line => line.item === item);
  const lead = found && inParagraph.find(line => line.paragraph === found.paragraph && line.item === undefined);
  return found ? [...(lead ? [lead] : []), found] : inParagraph;
}
