/**
 * Words that tell layout apart where a draft has no signs for it: only a known label shows that lines standing one
 * below the other are the cells of a table. All entries are folded (text/normalize.ts).
 */
export interface Vocabulary {
  /** Titles of first-level sections without numbers, with their accepted variants. */
  readonly titles: ReadonlySet<string>;
  /** Labels of rows, columns and captions of the official tables. */
  readonly labels: ReadonlySet<string>;
  /** The labels' cores: without numbers and brackets (`coreOf`). */
  readonly cores: ReadonlySet<string>;
}
