import type { Summary } from '../../model/summary/summary.ts';
import type { AcrossRule } from '../../rules/support/across.ts';
import type { Settings } from '../files/settings.ts';

/** What comparing depends on besides the reports. */
export interface CompareOptions {
  /** Settings of a report; the same object for all of one settings file. */
  settingsOf(report: Summary): Settings;
  /** Whether findings may stand in a report, or it only serves for comparing. */
  isNamed?(report: Summary): boolean;
  readonly rules?: readonly AcrossRule[];
}
