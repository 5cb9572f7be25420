import { isKind } from '../syntax/block.ts';
import { textOf } from '../syntax/paragraphFacts.ts';
import { readSentences } from './prose/numbers.ts';
import type { Report } from './report.ts';

/**
 * Whether anything of an annual report is to be seen in a draft: its title, one of the official sections or tables, or,
 * in an extract without any, how much information was published. Silence about any other text would look like approval.
 */
export function isRecognised({ title, sections, tables, blocks }: Report): boolean {
  if (title !== null || tables.length > 0 || sections.some(({ id }) => id !== null)) return true;
  for (const placed of blocks) {
    if (!isKind(placed, 'paragraph') && !isKind(placed, 'heading')) continue;
    const figures = readSentences(textOf(placed.block)).flatMap(sentence => sentence.figures);
    if (figures.some(({ subject, unit }) => /信息\s*$/.test(subject) && /^[条件篇]$/.test(unit))) return true;
  }
  return false;
}
