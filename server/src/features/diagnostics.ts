import { DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Diagnostic, Range } from 'vscode-languageserver-types';
import type { ReportedFinding } from '../analysis/findings.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import { ruleTitle } from '../messages/ruleTitles.ts';
import { messageOf, messageInLines } from '../messages/text.ts';
import type { FindingData } from '../protocol/protocol.ts';
import { LIMITS } from '../text/limits.ts';
import type { Severity } from '../rules/support/rule.ts';
import type { Source } from '../text/source.ts';
import type { ClientCapabilities } from './support/clientCapabilities.ts';
import { toRange } from './support/convert.ts';
import { diagnosticSource, type DiagnosticWording } from './support/diagnosticWording.ts';

export interface DiagnosticOptions extends DiagnosticWording {
  readonly clientCapabilities: Pick<ClientCapabilities, 'relatedInformation' | 'codeDescription'>;
  /** Address of the folder with the rules' pages; undefined: no links. */
  readonly rulePages: string | undefined;
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/**
 * Findings as diagnostics, in the order of the findings; where there are too many the graver ones, and of these the
 * first.
 */
export function diagnostics(
  snapshot: Pick<Snapshot, 'uri' | 'source'>,
  findings: readonly ReportedFinding[],
  options: DiagnosticOptions,
): Diagnostic[] {
  const pages = new Map<string, string>();
  return gravest(findings).map(finding => diagnostic(snapshot, finding, options, pages));
}

function gravest(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  if (findings.length <= LIMITS.diagnostics) return findings;
  const kept = new Set(
    [...findings].sort((a, b) => SEVERITIES[a.severity] - SEVERITIES[b.severity]).slice(0, LIMITS.diagnostics),
  );
  return findings.filter(finding => kept.has(finding));
}

function diagnostic(
  { uri, source }: Pick<Snapshot, 'uri' | 'source'>,
  finding: ReportedFinding,
  options: DiagnosticOptions,
  pages: Map<string, string>,
): Diagnostic {
  const { language, clientCapabilities } = options;
  const result = diagnosticAt(finding, toRange(source, finding.span), wordingOf(finding, options), options, pages);
  if (clientCapabilities.relatedInformation && finding.related.length > 0) {
    result.relatedInformation = finding.related.map(related => ({
      location: { uri, range: toRange(source, related.span) },
      message: messageOf(language, related),
    }));
  }
  return result;
}

/** What all diagnostics have: rule, severity, place and words. `pages` keeps the addresses of the rules' pages. */
export function diagnosticAt(
  finding: Pick<ReportedFinding, 'rule' | 'severity'>,
  range: Range,
  text: string,
  options: DiagnosticOptions,
  pages: Map<string, string>,
): Diagnostic {
  const { clientCapabilities, rulePages, titledCodes } = options;
  const result: Diagnostic = {
    range,
    severity: SEVERITIES[finding.severity],
    code: codeOf(finding, options),
    source: diagnosticSource(options),
    message: text,
    ...(titledCodes ? { data: { rule: finding.rule } satisfies FindingData } : {}),
  };
  if (clientCapabilities.codeDescription && rulePages !== undefined) {
    const href = pages.get(finding.rule) ?? rulePage(rulePages, finding.rule);
    pages.set(finding.rule, href);
    result.codeDescription = { href };
  }
  return result;
}

function codeOf({ rule }: Pick<ReportedFinding, 'rule'>, { language, titledCodes }: DiagnosticWording): string {
  return titledCodes ? ruleTitle(language, rule) : rule;
}

function wordingOf(finding: ReportedFinding, { language, titledCodes }: DiagnosticWording): string {
  return titledCodes ? messageInLines(language, finding) : messageOf(language, finding);
}

/**
 * Whether a diagnostic that a client sends back is that of a finding. Nothing is put into each answer for this: rule,
 * place and wording tell findings apart, and one of an older version just matches none.
 */
export function isDiagnosticOf(
  { source: origin, code, range, message: text }: Diagnostic,
  finding: ReportedFinding,
  source: Source,
  wording: DiagnosticWording,
): boolean {
  if (origin !== diagnosticSource(wording) || code !== codeOf(finding, wording)) return false;
  const { line, character } = source.positionAt(finding.span.start);
  return range.start.line === line && range.start.character === character && text === wordingOf(finding, wording);
}

/** Tells which of the diagnostics that a client sends back are those of a finding, as {@link isDiagnosticOf}. */
export function diagnosticFinder(
  diagnostics: readonly Diagnostic[],
  source: Source,
  wording: DiagnosticWording,
): (finding: ReportedFinding) => Diagnostic[] {
  const keyOf = (code: unknown, { line, character }: Diagnostic['range']['start']) =>
    `${String(code)} ${String(line)}:${String(character)}`;
  const byPlace = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic.code, diagnostic.range.start);
    const same = byPlace.get(key);
    if (same) same.push(diagnostic);
    else byPlace.set(key, [diagnostic]);
  }
  return finding =>
    (byPlace.get(keyOf(codeOf(finding, wording), source.positionAt(finding.span.start))) ?? []).filter(diagnostic =>
      isDiagnosticOf(diagnostic, finding, source, wording),
    );
}

/** Address of a rule's page below the folder `rulePages`. */
export function rulePage(rulePages: string, rule: string): string {
  return `${rulePages.replace(/\/+$/, '')}/${rule.split('/').map(encodeURIComponent).join('/')}.md`;
}
