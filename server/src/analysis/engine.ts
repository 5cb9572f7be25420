import { message } from '../messages/text.ts';
import { type Report, type Section } from '../model/report.ts';
import { RULES } from '../rules/index.ts';
import { finding as makeFinding, replace, type Finding, type LintRule, type Severity } from '../rules/support/rule.ts';
import { type DirectiveCommand, indexIn } from '../syntax/block.ts';
import { fold } from '../text/fold.ts';
import { shift, type Span } from '../text/span.ts';
import type { Findings, ReportedFinding, RuleFailure } from './findings.ts';
import { runRule } from './runRule.ts';
import type { Settings } from './files/settings.ts';
import type { Scheduler } from './scheduler.ts';

/** Ids of the engine's own findings, which are about the checker's comments; each described as a rule's file does. */
export const DIRECTIVE_RULES = [
  /**
   * 要忽略的规则不存在。
   *
   * 规则名写错，忽略不起作用。规则名写作“组/名称”，如 totals/row-total。
   *
   * English: A comment silences a rule that does not exist.
   */
  'wording/unknown-silence',
  /**
   * 不再需要的忽略。
   *
   * 所管的范围里没有这条规则的检查结果。写在全文之前管全文，写在标题前管整个部分，写在别处管后面一段或一张表。可以自动删去。
   *
   * 不报：
   * - 规则已在设置中关闭。
   *
   * English: A comment silences a rule that finds nothing in its range: the whole draft before all else, a part before
   * its heading, else the block behind it.
   */
  'wording/unused-silence',
  /**
   * 忽略没有写理由。
   *
   * 没有理由的忽略不起作用：别人要能看懂为什么可以不改。写成“忽略 规则名：理由”。
   *
   * English: A rule is silenced without a reason, which has no effect.
   */
  'wording/silence-without-reason',
  /**
   * 看不懂的检查指令。
   *
   * 可用的指令：“年报检查 忽略 规则名：理由”“年报检查 年度 2024”“年报检查 格式 2019”（或2007、2021）。
   *
   * 不报：
   * - 不以“年报检查”开头的注释，那是写给人看的。
   *
   * English: A comment for the checker was not understood. Known are 忽略, 年度 and 格式.
   */
  'wording/unreadable-directive',
] as const;

/** Runs every rule over a report: applies severities and silences, gives each finding a fingerprint, isolates failures. */
export async function runRules(
  report: Report,
  settings: Settings,
  scheduler: Scheduler,
  rules: readonly LintRule[] = RULES,
): Promise<Findings> {
  const failures: RuleFailure[] = [];
  const raw: { rule: string; severity: Severity; finding: Finding }[] = [];
  for (const rule of rules) {
    const pause = scheduler.yieldIfNeeded();
    if (pause) await pause;
    const setting = settings.severities[rule.id];
    if (setting === 'off') continue;
    const { findings, error } = await runRule(rule, report, scheduler);
    for (const finding of findings)
      raw.push({ rule: rule.id, severity: setting ?? finding.severity ?? rule.severity, finding });
    if (error !== undefined) failures.push({ rule: rule.id, error });
  }
  const silences = silencesOf(report);
  const used = new Set<Silence>();
  const kept = raw.filter(({ rule, finding }) => {
    const silence = silences.find(
      each =>
        each.rule === rule &&
        each.reason !== '' &&
        each.scope.start <= finding.span.start &&
        finding.span.start < each.scope.end,
    );
    if (silence) used.add(silence);
    return !silence;
  });
  // What a rule that failed would have found is not known.
  for (const silence of silences) if (failures.some(({ rule }) => rule === silence.rule)) used.add(silence);
  for (const about of aboutDirectives(report, silences, used, rules, settings)) kept.push(about);
  const silencedOutside = new Set(
    settings.silenced
      .filter(({ reason }) => !PLACEHOLDERS.includes(reason))
      .map(({ rule, fingerprint }) => `${rule}\n${fingerprint}`),
  );
  const findings = withFingerprints(report, kept)
    .filter(({ rule, fingerprint }) => !silencedOutside.has(`${rule}\n${fingerprint}`))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { findings, failures };
}

// ── Silences ──

interface Silence {
  readonly rule: string;
  readonly ruleSpan: Span;
  readonly reason: string;
  readonly span: Span;
  /** Where findings of the rule are silenced. */
  readonly scope: Span;
}

/** What the editor writes where the reason belongs; it silences nothing until a reason stands there. */
const PLACEHOLDERS: readonly string[] = (['zh-CN', 'en'] as const).map(language =>
  message(language, 'fix.silenceReason'),
);

/** A silence holds for the block behind it, for the whole section before a heading, for the whole draft before all else. */
function silencesOf(report: Report): Silence[] {
  const silences: Silence[] = [];
  const { blocks } = report;
  const end = report.source.text.length + 1;
  const first = blocks.findIndex(({ block }) => block.kind !== 'directive');
  for (const placed of report.directives) {
    const { at, block } = placed;
    if (block.command.kind !== 'silence') continue;
    const index = indexIn(report, placed);
    let after = index;
    while (blocks[after]?.block.kind === 'directive') after++;
    const next = blocks[after];
    const isTop = first < 0 || index < first;
    const section = report.sections.find(({ heading }) => heading.at === next?.at);
    const scope = isTop
      ? { start: 0, end }
      : section
        ? { start: at, end: sectionEnd(report, section) }
        : { start: at, end: next ? next.at + next.block.length : end };
    silences.push({
      rule: block.command.rule,
      ruleSpan: shift(block.command.ruleSpan, at),
      reason: PLACEHOLDERS.includes(block.command.reason) ? '' : block.command.reason,
      span: shift(block.span, at),
      scope,
    });
  }
  return silences;
}

function sectionEnd(report: Report, section: Section): number {
  const next = report.sections[report.sections.indexOf(section) + 1];
  return next ? next.heading.at : report.source.text.length + 1;
}

/** The checker's comments are checked too: an unknown rule, no reason, or nothing to silence. */
function* aboutDirectives(
  report: Report,
  silences: readonly Silence[],
  used: ReadonlySet<Silence>,
  rules: readonly LintRule[],
  settings: Settings,
): Iterable<{ rule: string; severity: Severity; finding: Finding }> {
  const report_ = function* (rule: (typeof DIRECTIVE_RULES)[number], severity: Severity, finding: Finding) {
    const setting = settings.severities[rule];
    if (setting !== 'off') yield { rule, severity: setting ?? severity, finding };
  };
  for (const silence of silences) {
    const args = { rule: silence.rule };
    if (!rules.some(({ id }) => id === silence.rule)) {
      yield* report_(
        'wording/unknown-silence',
        'warning',
        makeFinding(silence.ruleSpan, { message: 'wording/unknown-silence', args }),
      );
    } else if (silence.reason === '') {
      yield* report_(
        'wording/silence-without-reason',
        'warning',
        makeFinding(silence.span, { message: 'wording/silence-without-reason', args }),
      );
    } else if (!used.has(silence) && settings.severities[silence.rule] !== 'off') {
      const line = report.source.line(report.source.lineAt(silence.span.start));
      const whole =
        line.start <= silence.span.start &&
        silence.span.end <= line.end &&
        report.source.slice(line).trim() === report.source.slice(silence.span).trim();
      const gone = whole
        ? { start: line.start, end: report.source.lineStarts[report.source.lineAt(silence.span.start) + 1] ?? line.end }
        : silence.span;
      yield* report_(
        'wording/unused-silence',
        'hint',
        makeFinding(silence.span, {
          message: 'wording/unused-silence',
          args,
          fixes: [{ kind: 'safe', message: 'fix.removeSilence', args, edits: [replace(gone, '')] }],
        }),
      );
    }
  }
  for (const { at, block } of report.directives) {
    const problem = directiveProblem(block.command);
    if (problem !== undefined) {
      yield* report_(
        'wording/unreadable-directive',
        'warning',
        makeFinding(shift(block.span, at), { message: 'wording/unreadable-directive', args: { text: problem } }),
      );
    }
  }
}

function directiveProblem(command: DirectiveCommand): string | undefined {
  if (command.kind === 'unreadable') return command.text;
  if (command.kind === 'edition' && !['2007', '2019', '2021'].includes(command.edition)) return command.edition;
  return undefined;
}

// ── Fingerprints ──

/** Rule, section and underlined words, counted where they repeat: stable across edits elsewhere in the draft. */
function withFingerprints(
  report: Report,
  raw: readonly { rule: string; severity: Severity; finding: Finding }[],
): ReportedFinding[] {
  const counts = new Map<string, number>();
  let next = 0;
  return [...raw]
    .sort((a, b) => a.finding.span.start - b.finding.span.start)
    .map(({ rule, severity, finding }) => {
      while ((report.sections[next]?.span.start ?? Infinity) <= finding.span.start) next++;
      const section = report.sections[next - 1];
      const words = fold(report.source.slice(finding.span)).slice(0, 80);
      const where = finding.args['row'] ?? finding.args['label'] ?? '';
      const key = [
        rule,
        finding.message,
        section?.id ?? section?.title ?? '',
        String(where),
        String(finding.args['column'] ?? ''),
        words,
      ].join('\n');
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return { ...finding, rule, severity, fingerprint: hash(count === 1 ? key : `${key}\n${String(count)}`) };
    });
}

/** FNV-1a over UTF-16 units, twice with different seeds, as 16 hexadecimal digits. */
function hash(text: string): string {
  return [0x811c9dc5, 0x1b873593]
    .map(seed => {
      let value = seed;
      for (let i = 0; i < text.length; i++) {
        value ^= text.charCodeAt(i);
        value = Math.imul(value, 0x01000193);
      }
      return (value >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}
