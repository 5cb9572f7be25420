import type { EditionSet } from '../format/editionSet.ts';
import type { Report } from '../model/report.ts';
import { ACROSS_RULES } from '../rules/acrossRules.ts';
import { finding, replace, type Finding, type LintRule } from '../rules/support/rule.ts';
import type { DirectiveCommand } from '../syntax/block.ts';
import { shift } from '../text/span.ts';
import type { DirectiveRule } from './directiveRules.ts';
import type { Settings } from './files/settings.ts';
import type { Silences } from './silences.ts';

/** Rules on several reports: whether they find something cannot be told from one. */
const ACROSS: ReadonlySet<string> = new Set(ACROSS_RULES.map(({ id }) => id));

/** The checker's comments are checked too: an unknown rule, no reason, or nothing to silence. */
export function* checkDirectives(
  report: Report,
  { all, used }: Silences,
  rules: readonly LintRule[],
  settings: Settings,
): Iterable<{ readonly rule: DirectiveRule; readonly finding: Finding }> {
  const known = new Set([...rules.map(({ id }) => id), ...ACROSS]);
  for (const silence of all) {
    const args = { rule: silence.name };
    if (!known.has(silence.rule)) {
      yield found('wording/unknown-silence', finding(silence.ruleSpan, { message: 'wording/unknown-silence', args }));
    } else if (silence.reason === '') {
      yield found(
        'wording/silence-without-reason',
        finding(silence.span, { message: 'wording/silence-without-reason', args }),
      );
    } else if (!used.has(silence) && !ACROSS.has(silence.rule) && settings.severities[silence.rule] !== 'off') {
      const line = report.source.line(report.source.lineAt(silence.span.start));
      const whole =
        line.start <= silence.span.start &&
        silence.span.end <= line.end &&
        isBlankBefore(report.source.text, silence.span.start, line.start) &&
        isBlankBehind(report.source.text, silence.span.end, line.end);
      const gone = whole
        ? { start: line.start, end: report.source.lineStarts[report.source.lineAt(silence.span.start) + 1] ?? line.end }
        : silence.span;
      yield found(
        'wording/unused-silence',
        finding(silence.span, {
          message: 'wording/unused-silence',
          args,
          fixes: [{ kind: 'safe', message: 'fix.removeSilence', args: {}, edits: [replace(gone, '')] }],
        }),
      );
    }
  }
  for (const { at, block } of report.directives) {
    const problem = directiveProblem(block.command, report.editions);
    if (problem !== undefined) {
      yield found(
        'wording/unreadable-directive',
        finding(shift(block.span, at), { message: 'wording/unreadable-directive', args: { text: problem } }),
      );
    }
  }
}

// They look no further than to the next sign: a line may hold very many comments.

function isBlankBefore(text: string, at: number, start: number): boolean {
  while (at > start && text.charAt(at - 1).trim() === '') at--;
  return at === start;
}

function isBlankBehind(text: string, at: number, end: number): boolean {
  while (at < end && text.charAt(at).trim() === '') at++;
  return at === end;
}

function directiveProblem(command: DirectiveCommand, editions: EditionSet): string | undefined {
  if (command.kind === 'unreadable') return command.text;
  if (command.kind === 'edition' && !editions.byId(command.edition)) return command.edition;
  return undefined;
}

function found(rule: DirectiveRule, about: Finding): { readonly rule: DirectiveRule; readonly finding: Finding } {
  return { rule, finding: about };
}
