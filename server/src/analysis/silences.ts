import { ruleNamed } from '../messages/ruleTitles.ts';
import { message } from '../messages/text.ts';
import type { Report } from '../model/report.ts';
import { currentRuleId } from '../rules/aliases.ts';
import { indexIn } from '../syntax/block.ts';
import { shift, type Span } from '../text/span.ts';

/** A comment in the draft that silences a rule. */
export interface Silence {
  readonly rule: string;
  /** The rule as the draft names it: by its id, a former one, or its title. */
  readonly name: string;
  readonly ruleSpan: Span;
  /** Empty where none is given; then nothing is silenced. */
  readonly reason: string;
  readonly span: Span;
  /** Where findings of the rule are silenced. */
  readonly scope: Span;
}

/** What the editor writes where the reason belongs; it silences nothing until a reason stands there. */
export const PLACEHOLDERS: readonly string[] = (['zh-CN', 'en'] as const).map(language =>
  message(language, 'fix.silenceReason'),
);

/** Silences of one rule, by the starts of their scopes. */
class SilencesOfRule {
  private readonly silences: Silence[] = [];
  /** Of each silence and those before it, the last end of a scope. */
  private readonly ends: number[] = [];

  add(silence: Silence): void {
    this.silences.push(silence);
    this.ends.push(Math.max(this.ends.at(-1) ?? 0, silence.scope.end));
  }

  /** The first silence whose scope holds an offset. */
  at(offset: number): Silence | undefined {
    let low = 0;
    let high = this.silences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ends[middle] ?? Infinity) > offset) high = middle;
      else low = middle + 1;
    }
    // All before it end before the offset, and all behind it start behind it.
    const first = this.silences[low];
    return first && first.scope.start <= offset ? first : undefined;
  }
}

/** The silences of a draft, and which of them silenced something. */
export class Silences {
  readonly used = new Set<Silence>();
  private readonly byRule = new Map<string, SilencesOfRule>();

  /** `all`: by the starts of their scopes. */
  constructor(readonly all: readonly Silence[]) {
    for (const silence of all) {
      if (silence.reason === '') continue;
      const same = this.byRule.get(silence.rule) ?? new SilencesOfRule();
      same.add(silence);
      this.byRule.set(silence.rule, same);
    }
  }

  /** What silences a finding of a rule that starts at `start`; undefined for nothing. */
  silence(rule: string, start: number): Silence | undefined {
    const found = this.byRule.get(rule)?.at(start);
    if (found) this.used.add(found);
    return found;
  }

  /** What a rule that failed would have found is not known, so its silences are not called needless. */
  useAllOf(rule: string): void {
    for (const silence of this.all) if (silence.rule === rule) this.used.add(silence);
  }
}

/**
 * A silence holds for the block behind it, for the whole section before a heading, for the whole draft before all else.
 */
export function silencesOf(report: Report): Silences {
  const silences: Silence[] = [];
  const { blocks, sections } = report;
  const end = report.source.text.length + 1;
  const first = blocks.findIndex(({ block }) => block.kind !== 'directive');
  const sectionEnds = new Map(sections.map(({ heading }, i) => [heading.at, sections[i + 1]?.heading.at ?? end]));
  let after = 0;
  for (const placed of report.directives) {
    const { at, block } = placed;
    if (block.command.kind !== 'silence') continue;
    const index = indexIn(report, placed);
    // Between a silence and what the one before it is for, there are but directives.
    after = Math.max(after, index);
    while (blocks[after]?.block.kind === 'directive') after++;
    const next = blocks[after];
    const isTop = first < 0 || index < first;
    const sectionEnd = next && sectionEnds.get(next.at);
    const scope = isTop
      ? { start: 0, end }
      : { start: at, end: sectionEnd ?? (next ? next.at + next.block.length : end) };
    silences.push({
      rule: currentRuleId(ruleNamed(block.command.rule)),
      name: block.command.rule,
      ruleSpan: shift(block.command.ruleSpan, at),
      reason: PLACEHOLDERS.includes(block.command.reason) ? '' : block.command.reason,
      span: shift(block.span, at),
      scope,
    });
  }
  return new Silences(silences);
}
