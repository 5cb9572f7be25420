import type { DirectiveCommand } from './block.ts';
import { readCommand } from './directiveGrammar.ts';
import { inner } from './lineReader.ts';

/**
 * Reads a comment's content, `text`, which starts at offset `from` of its block.
 *
 * Commands: `忽略 规则：理由` (the rule by its id or its title; the reason is required), `年度 2024`, `格式 2019`. A
 * comment without the keyword is a note for people; one with the keyword and anything else is `unreadable`.
 */
export function readDirective(text: string, from: number): DirectiveCommand {
  const { start } = inner(text);
  const command = readCommand(text.slice(start));
  const spanAt = (at: number, { length }: string) => ({ start: from + start + at, end: from + start + at + length });
  if (!command) return { kind: 'note' };
  switch (command.kind) {
    case 'silence': {
      const { kind, rule, ruleStart, reason } = command;
      return { kind, rule, ruleSpan: spanAt(ruleStart, rule), reason };
    }
    case 'edition': {
      const { kind, edition, editionStart } = command;
      return { kind, edition, editionSpan: spanAt(editionStart, edition) };
    }
    default:
      return command;
  }
}
