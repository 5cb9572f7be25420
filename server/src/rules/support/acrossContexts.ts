import type { Body, KnownReport } from '../../model/across/body.ts';
import type { Summary } from '../../model/summary/summary.ts';

/** Why a check of two reports is not made. */
export type SkipReason =
  | 'duplicate'
  | 'gap'
  | 'no-table'
  | 'edition-changed'
  | 'transitional-year'
  | 'reorganised'
  | 'corrected'
  | 'cleaned-up'
  | 'scope-differs'
  | 'children-missing';

/** Two reports of one body, of years one behind the other unless a rule compares over gaps. */
export interface YearsContext {
  readonly body: Body;
  readonly earlier: KnownReport;
  readonly later: KnownReport;
  /** Reports of the years before `later` that may be compared, in the order of the years, `earlier` among them. */
  readonly past: readonly KnownReport[];
  /** Whether so many bodies of the group have a sentence that it is nobody's own. */
  isShared(words: string): boolean;
  /** Keys of names under which the body reported before, and does not any more. */
  readonly formerNames: ReadonlySet<string>;
}

/** A government and what is at hand of the bodies below it, in one year. */
export interface LevelsContext {
  readonly parent: KnownReport;
  readonly parentBody: Body;
  readonly children: readonly { readonly body: Body; readonly report: KnownReport }[];
  /** The settings say that all bodies below are listed, and each has a report. */
  readonly isComplete: boolean;
}

/** Reports of one body and year. */
export interface RepeatsContext {
  readonly body: Body;
  readonly first: KnownReport;
  readonly others: readonly Summary[];
}
