import type { Note } from '../documents/notes.ts';
import type { Report } from '../model/report.ts';
import type { ReportedFinding, RuleFailure, SilencedAway } from '../analysis/findings.ts';
import type { Settings } from '../analysis/files/settings.ts';
import { Snapshot } from '../analysis/snapshot.ts';
import { UNINTERRUPTED } from '../analysis/scheduler.ts';
import { Source } from '../text/source.ts';

/** A checked draft. */
export interface Checked {
  readonly path: string;
  readonly report: Report;
  readonly findings: readonly ReportedFinding[];
  readonly silenced: readonly SilencedAway[];
  readonly failures: readonly RuleFailure[];
  /** What was left out or restored, for a document that was converted. */
  readonly converted?: readonly Note[];
}

/**
 * Checks one text as the editor does. `name` is the file name that may tell its year where it does not; the path's
 * where left out.
 */
export async function check(path: string, text: string, settings: Settings, name = path): Promise<Checked> {
  const snapshot = new Snapshot(name, 0, new Source(text.replace(/^\ufeff/, '')), settings);
  const { findings, silenced, failures } = await snapshot.findings(UNINTERRUPTED);
  return { path, report: snapshot.report, findings, silenced, failures };
}

/** Reads one text as a report, without checking it. */
export function readReport(text: string, settings: Settings, name: string): Report {
  return new Snapshot(name, 0, new Source(text.replace(/^\ufeff/, '')), settings).report;
}
