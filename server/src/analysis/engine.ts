import { FIRST_KIND } from '../format/kind.ts';
import type { Report } from '../model/report.ts';
import { RULES } from '../rules/index.ts';
import type { LintRule, Severity } from '../rules/support/rule.ts';
import { memoByObjectAndKey } from '../text/memo.ts';
import { checkPlan } from './checkPlan.ts';
import { CheckRunner } from './checkRunner.ts';
import { checkDirectives } from './directiveFindings.ts';
import { DIRECTIVE_RULES } from './directiveRules.ts';
import type { Findings, ReportedFinding, RuleFailure, SilencedAway } from './findings.ts';
import { withFingerprints, type Unmarked } from './fingerprints.ts';
import type { Settings } from './files/settings.ts';
import type { Scheduler } from './scheduler.ts';
import { PLACEHOLDERS, silencesOf } from './silences.ts';
import { unquotedLines } from './unquotedLines.ts';

const DIRECTIVE_SEVERITIES: ReadonlyMap<string, Severity> = new Map(
  DIRECTIVE_RULES.map(({ id, severity }) => [id, severity]),
);

/** The rules that hold for reports of the first kind, or of all others. */
const rulesOf = memoByObjectAndKey((rules: readonly LintRule[], isFirst: boolean) =>
  rules.filter(({ kinds }) => kinds === 'every' || (kinds === undefined) === isFirst),
);

/**
 * Runs every rule for its kind over a report: applies severities and silences, gives each finding a fingerprint,
 * isolates failures. Findings on what is the same object as in an earlier run are taken from there.
 */
export async function runRules(
  report: Report,
  settings: Settings,
  scheduler: Scheduler,
  rules: readonly LintRule[] = RULES,
): Promise<Findings> {
  const off = Object.entries(settings.severities).flatMap(([rule, severity]) => (severity === 'off' ? [rule] : []));
  const own = rulesOf(rules, report.kind.id === FIRST_KIND);
  const runner = new CheckRunner(checkPlan(own, off), report, scheduler);
  await runner.run();
  const failures = failuresOf(runner, rules);
  const silences = silencesOf(report);
  for (const { rule } of failures) silences.useAllOf(rule);
  const silent: (Unmarked & { readonly reason: string })[] = [];
  const findings: Unmarked[] = [];
  const isUnquoted = unquotedLines(report);
  const all = runner.findings
    .filter(({ kept, finding }) => !runner.isStopped(kept.by.rule) && isUnquoted?.(finding.span.start) !== true)
    .sort((a, b) => a.finding.span.start - b.finding.span.start || a.kept.by.order - b.kept.by.order);
  for (const { kept, finding } of all) {
    const { rule } = kept.by;
    const silence = silences.silence(rule.id, finding.span.start);
    const severity = severityOf(rule.id, finding.severity ?? rule.severity, settings);
    if (silence) silent.push({ rule: rule.id, severity, finding, kept, reason: silence.reason });
    else findings.push({ rule: rule.id, severity, finding, kept });
  }
  for (const { rule, finding } of checkDirectives(report, silences, rules, settings)) {
    const severity = DIRECTIVE_SEVERITIES.get(rule) ?? 'warning';
    if (!off.includes(rule)) findings.push({ rule, severity: severityOf(rule, severity, settings), finding, kept: {} });
  }
  const silencedOutside = new Map(
    settings.silenced
      .filter(({ reason }) => !PLACEHOLDERS.includes(reason))
      .map(({ rule, fingerprint, reason }) => [`${rule}\n${fingerprint}`, reason]),
  );
  const reported = withFingerprints(
    report,
    findings.sort((a, b) => a.finding.span.start - b.finding.span.start),
  );
  const counted: ReportedFinding[] = [];
  const silenced: SilencedAway[] = withFingerprints(report, silent).map((finding, i) => ({
    finding,
    by: 'draft',
    reason: silent[i]?.reason ?? '',
  }));
  for (const finding of reported) {
    // Fingerprints are made only where there is something to compare them with.
    const reason =
      silencedOutside.size === 0 ? undefined : silencedOutside.get(`${finding.rule}\n${finding.fingerprint}`);
    if (reason === undefined) counted.push(finding);
    else silenced.push({ finding, by: 'settings', reason });
  }
  return {
    findings: counted.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
    silenced,
    failures,
  };
}

function severityOf(rule: string, severity: Severity, { severities }: Settings): Severity {
  const setting = severities[rule];
  return setting === undefined || setting === 'off' ? severity : setting;
}

/** The first failure of each rule, in the order of the rules. */
function failuresOf({ errors }: CheckRunner, rules: readonly LintRule[]): readonly RuleFailure[] {
  if (errors.length === 0) return [];
  const byRule = new Map<LintRule, unknown>();
  for (const { rule, error } of errors) if (!byRule.has(rule)) byRule.set(rule, error);
  return rules.flatMap(rule => (byRule.has(rule) ? [{ rule: rule.id, error: byRule.get(rule) }] : []));
}
