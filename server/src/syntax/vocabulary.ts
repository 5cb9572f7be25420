/**
 * Words by which layout is recognised where a draft has no markup: only known labels show that lines one below the
 * other are the cells of a table. All entries are folded (text/fold.ts).
 */
export interface Vocabulary {
  /** Titles of first-level sections without numbers, with their accepted variants. */
  readonly titles: ReadonlySet<string>;
  /** Labels of rows, columns and captions of the official tables. */
  readonly labels: ReadonlySet<string>;
  /** The labels' cores: without numbers and brackets (`coreOf`). */
  readonly cores: ReadonlySet<string>;
  /** Cores of labels that words stand behind, in forms of labels and values; left out where no form has any. */
  readonly beforeWords?: ReadonlySet<string>;
  /** The texts of the first rows of tables, folded, each with the table that begins with it; of no other. */
  readonly openings?: ReadonlyMap<string, string>;
  /** Whether a text is the title of a first-level section, in any accepted wording. */
  isTitle(text: string): boolean;
  /** Whether a line carries the title of a report. */
  isReportTitle(line: string): boolean;
}
