import type { Decision, DecisionRecord } from '../analysis/files/decision.ts';
import type { Diagnostic, DiagnosticRelatedInformation, Range } from 'vscode-languageserver';
import { seenFrom, type ReportedAcross } from '../analysis/across/reported.ts';
import type { ReportedFinding } from '../analysis/findings.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import {
  acrossDiagnostic,
  acrossWording,
  relatedInformation,
  type LocatePlace,
} from '../features/across/acrossDiagnostics.ts';
import type { ComparedDraft } from '../features/across/acrossHints.ts';
import { acrossWhere } from '../features/review/acrossWhere.ts';
import { areTouching, type FindingHere } from '../features/review/decideActions.ts';
import { shownFinding, type ShownFinding } from '../features/review/shownFinding.ts';
import type { DiagnosticOptions } from '../features/diagnostics.ts';
import { ruleTitle } from '../messages/ruleTitles.ts';
import type { PlaceInFile, Summary } from '../model/summary/summary.ts';
import type { WorkspaceFinding } from '../protocol/workspace.ts';
import { decodeAddress } from '../text/address.ts';
import { hash64 } from '../text/hash.ts';
import type { Source } from '../text/source.ts';
import { isGrave, type FindingMark } from '../workspace/closedFindings.ts';
import type { AcrossReport } from '../workspace/reportComparison.ts';
import type { WorkspaceReports } from '../workspace/workspaceReports.ts';
import type { Client } from './client.ts';
import { PlacesNow } from './placesNow.ts';

/** What comparing adds to the diagnostics of an open draft. */
export interface AddedDiagnostics {
  readonly diagnostics: readonly Diagnostic[];
  /** Places in other reports that the first finding at a place gets. */
  readonly related: readonly { readonly range: Range; readonly places: readonly DiagnosticRelatedInformation[] }[];
  /** Changes with what was decided; empty where nothing was. */
  readonly decisions: string;
}

/** What is found across reports, and in closed ones, as diagnostics. */
export class AcrossAnswers {
  constructor(
    private readonly client: Client,
    private readonly reports: WorkspaceReports<ShownFinding>,
  ) {}

  /** What comparing says of an open draft, at the places where the text stands now. */
  forOpen({ uri, source }: Pick<Snapshot, 'uri' | 'source'>): AddedDiagnostics {
    const path = decodeAddress(uri);
    const across = this.acrossAt(path);
    const locate = this.locating({ path, source });
    const shown = [...across.findings, ...this.seenFromHere(path, across)];
    return {
      decisions: this.reports.decisions.id,
      diagnostics: shown.flatMap(found =>
        found.silenced ? [] : (acrossDiagnostic(found, locate, this.options) ?? []),
      ),
      related: (this.client.profile.capabilities.relatedInformation ? across.toldInside : []).flatMap(told => {
        const summary = this.summaryAt(path);
        const place = summary && locate(summary, told.place);
        return place ? [{ range: place.range, places: relatedInformation(told.related, locate, this.options) }] : [];
      }),
    };
  }

  /** Findings across reports that an open draft shows at a place. */
  foundAt({ uri, source }: Pick<Snapshot, 'uri' | 'source'>, range: Range): readonly FindingHere[] {
    const path = decodeAddress(uri);
    const locate = this.locating({ path, source });
    return this.acrossAt(path).findings.flatMap(found => {
      const shown = found.silenced ? undefined : acrossDiagnostic(found, locate, this.options);
      return shown && areTouching(shown.range, range) ? [{ finding: found, diagnostics: [shown] }] : [];
    });
  }

  /** The reports around an open draft, and what comparing says of it; undefined where its body or year is unknown. */
  around({ uri, source }: Pick<Snapshot, 'uri' | 'source'>): ComparedDraft | undefined {
    const path = decodeAddress(uri);
    const neighbours = this.reports.comparisonOf(path)?.neighboursOf(path);
    return (
      neighbours && { neighbours, findings: this.acrossAt(path).findings, locate: this.locating({ path, source }) }
    );
  }

  /** Diagnostics of a closed report, as far as they are shown. */
  forClosed(path: string): readonly Diagnostic[] {
    const extent = this.reports.extentOf(path);
    if (extent === 'none') return [];
    const isShown = ({ severity }: Pick<ReportedFinding, 'severity'>) => extent === 'all' || isGrave(severity);
    const across = this.acrossAt(path);
    const locate = this.locating(undefined);
    const own = this.reports
      .closedFindings(path)
      .filter(isShown)
      .map(({ line, column, shown: { diagnostic } }) => {
        const told = across.toldInside.find(({ place }) => place[0] === line && place[1] === column);
        return told ? withRelated(diagnostic, relatedInformation(told.related, locate, this.options)) : diagnostic;
      });
    const others = across.findings.flatMap(found =>
      found.silenced || !isShown(found) ? [] : (acrossDiagnostic(found, locate, this.options) ?? []),
    );
    return [...own, ...others];
  }

  /**
   * All findings of a report as far as they are kept, those across reports among them, each with what was decided of
   * it; null where none are known.
   */
  findings(uri: string): readonly WorkspaceFinding[] | null {
    const path = decodeAddress(uri);
    const { reports, options } = this;
    const own = reports.isOpen(path) ? this.openFindings(path) : reports.closed.at(path)?.kept;
    if (!own) return null;
    const locate = this.locating(undefined);
    const about = ({ rule, severity, fingerprint }: FindingMark) => {
      const decision = reports.decisions.of(path, { rule, fingerprint });
      return {
        rule,
        title: ruleTitle(options.language, rule),
        severity,
        fingerprint,
        ...(decision ? { decision: recordOf(decision) } : {}),
      };
    };
    const inside = own.map(({ shown: { diagnostic, where }, ...mark }): WorkspaceFinding => ({
      ...about(mark),
      where,
      message: typeof diagnostic.message === 'string' ? diagnostic.message : diagnostic.message.value,
      range: diagnostic.range,
      related: (diagnostic.relatedInformation ?? []).map(({ location, message }) => ({ ...location, message })),
    }));
    const across = this.acrossAt(path).findings.flatMap((found): readonly WorkspaceFinding[] => {
      const place = locate(found.report, found.place);
      if (!place || (found.silenced && found.silenced.by !== 'decision')) return [];
      return [
        {
          ...about(found),
          where: acrossWhere(found.report, found.place, options.language),
          message: acrossWording(found, options),
          range: place.range,
          related: relatedInformation(found.related, locate, options).map(({ location, message }) => ({
            ...location,
            message,
          })),
        },
      ];
    });
    return [...inside, ...across].sort((a, b) => comparePositions(a.range.start, b.range.start));
  }

  private openFindings(path: string): readonly (FindingMark & { readonly shown: ShownFinding })[] {
    const snapshot = this.reports.openSnapshot(path);
    const findings = this.reports.openFindings(path) ?? [];
    if (!snapshot) return [];
    return findings.map(finding => ({
      rule: finding.rule,
      severity: finding.severity,
      fingerprint: finding.fingerprint,
      shown: this.show(snapshot, finding),
    }));
  }

  /** A finding inside a report as it is shown. */
  show(snapshot: Pick<Snapshot, 'uri' | 'source' | 'report'>, finding: ReportedFinding): ShownFinding {
    return shownFinding(snapshot, finding, this.options);
  }

  /** Where places of reports are; those of the draft at a path in the given version. */
  locating(own: { readonly path: string; readonly source: Source } | undefined): LocatePlace {
    const { reports } = this;
    const places = new PlacesNow(
      path => reports.addressOf(path),
      summary => {
        const now = summary.path === own?.path ? own.source : reports.sourceNow(summary.path);
        // Of a draft that was just opened the file's summary is known.
        return now && { summarised: reports.sourceOf(summary) ?? (isOfText(summary, now) ? now : undefined), now };
      },
    );
    return (report: Summary, place: PlaceInFile) => places.locate(report, place);
  }

  /** Findings of other reports as this one shows them: those of reports that are open are shown there. */
  private *seenFromHere(path: string, { mentions }: AcrossReport): Iterable<ReportedAcross> {
    for (const found of mentions) {
      if (this.reports.isOpen(found.report.path)) continue;
      const seen = seenFrom(found, path);
      if (seen) yield seen;
    }
  }

  private acrossAt(path: string): AcrossReport {
    return this.reports.acrossAt(path);
  }

  private summaryAt(path: string): Summary | undefined {
    return this.reports.comparisonOf(path)?.summaryOf(path);
  }

  private get options(): DiagnosticOptions {
    const { language, capabilities, rulePages, titledCodes } = this.client.profile;
    return { language, titledCodes, clientCapabilities: capabilities, rulePages };
  }
}

/** Diagnostics of a draft with what comparing adds. */
export function withAdded(
  own: readonly Diagnostic[],
  { diagnostics: across, related }: AddedDiagnostics,
): Diagnostic[] {
  const all = [...own];
  for (const { range, places } of related) {
    const at = all.findIndex(({ range: { start } }) => areEqual(start, range.start));
    const found = all[at];
    if (found) all[at] = withRelated(found, places);
  }
  return [...all, ...across];
}

function withRelated(diagnostic: Diagnostic, places: readonly DiagnosticRelatedInformation[]): Diagnostic {
  return { ...diagnostic, relatedInformation: [...(diagnostic.relatedInformation ?? []), ...places] };
}

/** What was decided, as it is shown with the finding. */
function recordOf({ verdict, who, why, on }: Decision): DecisionRecord {
  return { verdict, who, why, on };
}

function areEqual(a: Range['start'], b: Range['start']): boolean {
  return a.line === b.line && a.character === b.character;
}

function comparePositions(a: Range['start'], b: Range['start']): number {
  return a.line - b.line || a.character - b.character;
}

/** Whether a summary was made of a text. */
function isOfText({ hash }: Summary, { text }: Source): boolean {
  return hash === hash64(text);
}
