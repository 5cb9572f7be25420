import type { Report } from '../model/report.ts';
import type { Args, Finding, Severity } from '../rules/support/rule.ts';
import { fold } from '../text/fold.ts';
import type { ReportedFinding } from './findings.ts';

/** A finding that is to be reported, with the rule's final severity. */
export interface Unmarked {
  readonly rule: string;
  readonly severity: Severity;
  readonly finding: Finding;
  /** Where the underlined words, folded, are remembered from one version to the next. */
  readonly kept: { words?: string };
}

/**
 * Gives each finding its fingerprint: rule, section and underlined words, counted where they repeat, so that it is stable
 * across edits elsewhere in the draft. `findings`: by their starts.
 */
export function withFingerprints(report: Report, findings: readonly Unmarked[]): ReportedFinding[] {
  const counts = new Map<string, number>();
  let next = 0;
  return findings.map(({ rule, severity, finding, kept }) => {
    while ((report.sections[next]?.span.start ?? Infinity) <= finding.span.start) next++;
    const section = report.sections[next - 1];
    const words = (kept.words ??= fold(report.source.slice(finding.span)).slice(0, LONGEST_WORDS));
    const args: Args = finding.args;
    const where = args['row'] ?? args['label'] ?? '';
    const key = [
      rule,
      finding.message,
      section?.id ?? section?.title ?? '',
      String(where),
      String(args['column'] ?? ''),
      words,
    ].join('\n');
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return { ...finding, rule, severity, fingerprint: hash(count === 1 ? key : `${key}\n${String(count)}`) };
  });
}

const LONGEST_WORDS = 80;

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
