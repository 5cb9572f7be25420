import type { Block, Placed } from '../syntax/block.ts';
import type { Report } from '../model/report.ts';
import type { Source } from '../text/source.ts';
import type { Finding, Severity } from '../rules/rule.ts';
import type { Settings } from './settings.ts';

/** A finding as it is reported: with its rule, final severity and a fingerprint that survives edits elsewhere. */
export interface ReportedFinding extends Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly fingerprint: string;
}

/** A rule that threw: the other rules still report. */
export interface RuleFailure {
  readonly rule: string;
  readonly error: unknown;
}

export interface Findings {
  readonly findings: readonly ReportedFinding[];
  readonly failures: readonly RuleFailure[];
}

/** Thrown by {@link Stop.breathe} when a newer version exists. */
export class Cancelled extends Error {}

/** Lets long work make room for others and end early. */
export interface Stop {
  /** Yields after 8 ms of work; throws {@link Cancelled} when the work is no longer wanted. */
  breathe(): Promise<void>;
}

/** Work that nobody interrupts. */
export const NEVER_STOP: Stop = { breathe: async () => {} };

// The class Snapshot itself:
export interface SnapshotShape {
  readonly uri: string;
  readonly version: number;
  readonly source: Source;
  readonly settings: Settings;
  readonly blocks: readonly Placed<Block>[];
  readonly report: Report;
  findings(stop: Stop): Promise<Findings>;
}
