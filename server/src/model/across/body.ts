import type { ReportScope, Summary } from '../summary/summary.ts';
import type { BodySetting, BodySettings } from './bodySettings.ts';

/** A summary of a report whose body and year are known. */
export type KnownReport = Summary & { readonly body: string; readonly bodyKey: string; readonly year: number };

/**
 * How the reports of a body were put together: by their titles, by spelling alone, by the settings, by their folder.
 */
export type JoinedBy = 'title' | 'alias' | 'config' | 'folder';

/** A public body with its reports, one a year, in the order of the years. */
export interface Body {
  readonly id: string;
  /** Keys of its names, the newest first. */
  readonly keys: readonly string[];
  /** As written, the newest first. */
  readonly names: readonly string[];
  readonly reports: readonly KnownReport[];
  /** Further reports of years that have one. */
  readonly duplicates: readonly KnownReport[];
  /** Years with reports that differ: neither is compared. */
  readonly doubtful: ReadonlySet<number>;
  readonly parent: string | null;
  readonly scope: ReportScope | null;
  readonly why: JoinedBy;
  readonly setting: BodySetting | undefined;
  readonly settings: BodySettings;
}

export interface FoundBodies {
  readonly bodies: readonly Body[];
  /** Reports without a known body or year. */
  readonly unidentified: readonly Summary[];
  /** Reports of other kinds than the first: nothing is compared with them. */
  readonly otherKinds: readonly Summary[];
}

/** Reports that are one body's so far, while bodies are put together. */
export interface BodyGroup {
  readonly id: string;
  readonly keys: Set<string>;
  readonly reports: KnownReport[];
  readonly setting: BodySetting | undefined;
  readonly settings: BodySettings;
  why: JoinedBy;
}
