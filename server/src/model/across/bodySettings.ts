import type { ReportScope } from '../summary/summary.ts';

/** A public body as a settings file describes it, where names alone do not tell. */
export interface BodySetting {
  /** Counts within its settings file. */
  readonly id: string;
  /** All names that it ever had. */
  readonly names: readonly string[];
  /** Id of the body above it. */
  readonly parent?: string;
  /** `complete`: every body below it is named in the settings with it as parent. */
  readonly children?: 'complete';
  readonly scope?: ReportScope;
}

/** Bodies that were merged, split or whose functions moved in a year. */
export interface ReorganisedSetting {
  readonly year: number;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** What settings say of which reports belong together. The same object for all reports of one settings file. */
export interface BodySettings {
  readonly bodies: readonly BodySetting[];
  readonly reorganised: readonly ReorganisedSetting[];
  /** Patterns of files, from the settings file's folder, that are compared with nothing. */
  readonly exclude: readonly string[];
}

export const NO_BODY_SETTINGS: BodySettings = { bodies: [], reorganised: [], exclude: [] };
