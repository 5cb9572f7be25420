import type { DirectiveCommand } from './block.ts';
import { inner } from './lineReader.ts';

const KEYWORD = '年报检查';

/**
 * Reads a comment's content, `text`, which starts at offset `from` of its block.
 *
 * Commands: `忽略 rule/id：理由` (the reason is required), `年度 2024`, `格式 2019`. A comment without the keyword is a
 * note for people; one with the keyword and anything else is `unreadable`.
 */
export function readDirective(text: string, from: number): DirectiveCommand {
  const { start } = inner(text);
  if (!text.startsWith(KEYWORD, start)) return { kind: 'note' };
  const words = text.slice(start + KEYWORD.length);
  const wordsAt = from + start + KEYWORD.length;
  const silence = /^\s*忽略\s*([a-z0-9-]{1,40}\/[a-z0-9-]{1,60})\s*(?:[：:]\s*)?/.exec(words);
  if (silence) {
    const rule = silence[1] ?? '';
    const ruleStart = wordsAt + silence[0].indexOf(rule);
    const reason = words.slice(silence[0].length).trim();
    return { kind: 'silence', rule, ruleSpan: { start: ruleStart, end: ruleStart + rule.length }, reason };
  }
  const year = /^\s*年度\s*[：:]?\s*(\d{4})\s*年?\s*$/.exec(words);
  if (year) return { kind: 'year', year: Number(year[1]) };
  const edition = /^\s*格式\s*[：:]?\s*(\d{4})\s*年?(?:格式)?\s*$/.exec(words);
  if (edition) {
    const name = edition[1] ?? '';
    const editionStart = wordsAt + edition[0].indexOf(name);
    return { kind: 'edition', edition: name, editionSpan: { start: editionStart, end: editionStart + name.length } };
  }
  return { kind: 'unreadable', text: words.trim() };
}
