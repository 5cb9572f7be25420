import type { AcrossFinding, AcrossNote } from '../../rules/support/across.ts';
import type { RelatedId, Severity } from '../../rules/support/rule.ts';
import type { Message } from '../../messages/message.ts';
import type { PlaceInFile, Summary } from '../../model/summary/summary.ts';
import { hash64 } from '../../text/hash.ts';
import { PLACEHOLDERS } from '../silences.ts';
import type { FoundAcross } from './chains.ts';
import type { CompareOptions } from './compareOptions.ts';

/** Related places that a finding has at most; the rest is counted. */
const MOST_RELATED = 100;

/** What a finding compares, as other programs read it. */
export interface ComparisonOf {
  readonly kind: 'years' | 'levels';
  readonly stated: number | null;
  readonly expected: number | null;
  readonly terms: readonly {
    readonly sign: '+' | '-';
    readonly path: string;
    readonly year: number | null;
    readonly body: string | null;
    readonly key: string;
    readonly value: number | null;
  }[];
}

/** A finding across reports as it is reported. */
export interface ReportedAcross {
  readonly rule: string;
  readonly severity: Severity;
  readonly report: Summary;
  readonly place: PlaceInFile;
  readonly worded: Pick<AcrossFinding, 'message' | 'args'>;
  readonly notes: readonly AcrossNote[];
  readonly related: readonly (Message<RelatedId> & { readonly report: Summary; readonly place: PlaceInFile })[];
  readonly comparison: ComparisonOf;
  readonly fingerprint: string;
  /** Set where a comment in the draft, the settings or a decision silence it. */
  readonly silenced?: { readonly by: 'draft' | 'settings' | 'decision'; readonly reason: string };
}

const RANKS: Readonly<Record<Severity, number>> = { hint: 0, information: 1, warning: 2, error: 3 };

/** Findings with severity, fingerprint and what silences them, each in a report that may bear findings. */
export function reported(found: readonly FoundAcross[], options: CompareOptions): readonly ReportedAcross[] {
  return found.flatMap(each => report(each, options) ?? []).sort(inOrder);
}

/** The order of findings: by path, line, column and rule. */
export function inOrder(a: ReportedAcross, b: ReportedAcross): number {
  return (
    compareTexts(a.report.path, b.report.path) ||
    a.place[0] - b.place[0] ||
    a.place[1] - b.place[1] ||
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.fingerprint, b.fingerprint)
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function report(
  { rule, finding, kind, isSuggested }: FoundAcross,
  { settingsOf, isNamed = () => true }: CompareOptions,
): ReportedAcross | undefined {
  const own = isNamed(finding.report) ? finding : turnedRound(finding, isNamed);
  if (!own) return undefined;
  const settings = settingsOf(own.report);
  const set = settings.severities[rule.id];
  if (set === 'off') return undefined;
  const severity = set ?? atMost(finding.severity ?? rule.severity, isSuggested ? 'information' : 'error');
  const fingerprint = fingerprintOf(rule.id, finding);
  const shown = own.related.slice(0, MOST_RELATED);
  const silenced =
    silencedInDraft(rule.id, own.report, own.place) ?? silencedInSettings(rule.id, fingerprint, settings.silenced);
  return {
    rule: rule.id,
    severity,
    report: own.report,
    place: own.place,
    worded: { message: finding.message, args: finding.args } as ReportedAcross['worded'],
    notes: [
      ...own.notes,
      ...(own.related.length > shown.length
        ? [{ message: 'across.moreReports' as const, args: { count: own.related.length - shown.length } }]
        : []),
      ...(isSuggested ? [{ message: 'across.suggested' as const, args: {} }] : []),
    ],
    related: shown,
    comparison: {
      kind,
      stated: finding.stated,
      expected: finding.expected,
      terms: finding.terms.map(term => ({
        sign: term.sign,
        path: term.report.path,
        year: term.report.year,
        body: term.report.body,
        key: term.key,
        value: term.value,
      })),
    },
    fingerprint,
    ...(silenced ? { silenced } : {}),
  };
}

function atMost(severity: Severity, most: Severity): Severity {
  return RANKS[severity] > RANKS[most] ? most : severity;
}

/** What a finding says of one of its places; it can be told from any of them. */
type Told = Pick<AcrossFinding, 'report' | 'place' | 'related' | 'notes'>;

/** The same relation as seen from the nearest report that may bear findings; undefined where none does. */
function turnedRound(finding: AcrossFinding, isNamed: (report: Summary) => boolean): Told | undefined {
  const at = finding.related.findIndex(each => isNamed(each.report));
  return at < 0 ? undefined : turnedTo(finding, at);
}

/** The same relation as seen from one of the related places. */
function turnedTo(finding: Told, at: number): Told | undefined {
  const other = finding.related[at];
  if (!other) return undefined;
  const { year, body } = finding.report;
  const place =
    year === other.report.year
      ? ({ message: 'related.unitReport', args: { body: body ?? '' } } as const)
      : ({ message: 'related.yearReport', args: { year: year ?? 0 } } as const);
  return {
    report: other.report,
    place: other.place,
    related: [
      { report: finding.report, place: finding.place, ...place },
      ...finding.related.filter((_, i) => i !== at),
    ],
    notes: [{ message: 'across.turned', args: { year: year ?? 0, body: body ?? '' } }, ...finding.notes],
  };
}

/**
 * A finding as the report at another of its places shows it: as information, since it is told in the report where it
 * stands. Undefined where it has no place there.
 */
export function seenFrom(found: ReportedAcross, path: string): ReportedAcross | undefined {
  const turned = turnedTo(
    found,
    found.related.findIndex(({ report }) => report.path === path),
  );
  return turned && { ...found, ...turned, severity: 'information' };
}

/** Made of what is compared and of the numbers, not of paths, lines or words. */
function fingerprintOf(rule: string, { report: own, related, keys, stated, expected }: AcrossFinding): string {
  const other = related.find(each => each.report !== own)?.report;
  return hash64(
    [
      rule,
      own.bodyKey ?? '',
      String(own.year ?? ''),
      other?.bodyKey ?? '',
      String(other?.year ?? ''),
      keys.join(','),
      String(stated ?? ''),
      String(expected ?? ''),
    ].join('\n'),
  );
}

function silencedInDraft(rule: string, { silenced }: Summary, [line]: PlaceInFile): ReportedAcross['silenced'] {
  const found = silenced.find(([name, from, to]) => name === rule && from <= line && line <= to);
  return found && { by: 'draft', reason: found[3] };
}

function silencedInSettings(
  rule: string,
  fingerprint: string,
  silenced: ReturnType<CompareOptions['settingsOf']>['silenced'],
): ReportedAcross['silenced'] {
  const found = silenced.find(
    each => each.rule === rule && each.fingerprint === fingerprint && !PLACEHOLDERS.includes(each.reason),
  );
  return found && { by: 'settings', reason: found.reason };
}
