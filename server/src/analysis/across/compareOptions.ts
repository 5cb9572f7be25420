import type { Summary } from '../../model/summary/summary.ts';
import type { AcrossRule } from '../../rules/support/across.ts';
import type { Body } from '../../model/across/body.ts';
import type { Settings } from '../files/settings.ts';
import type { ComparedPart, ComparisonJob } from './parts.ts';

/** What comparing depends on besides the reports. */
export interface CompareOptions {
  /** Settings of a report; the same object for all of one settings file. */
  settingsOf(report: Summary): Settings;
  /** Whether findings may stand in a report, or it only serves for comparing. */
  isNamed?(report: Summary): boolean;
  readonly rules?: readonly AcrossRule[];
  /** What earlier runs with the same rules gave. */
  readonly kept?: KeptComparisons;
}

/** What comparing gave before, of the same reports and facts among the same others. */
export interface KeptComparisons {
  /** Gets all bodies before anything is asked for. */
  begin(bodies: readonly Body[]): void;
  find(job: ComparisonJob): ComparedPart | undefined;
  add(job: ComparisonJob, part: ComparedPart): void;
}
