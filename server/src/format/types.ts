import type { ReportKind } from './kind.ts';
import type { TableRole } from './roles.ts';
import type { TitlePattern } from './titlePattern.ts';

/**
 * Id of an edition: those built in are named by the first year of their text (2007 regulation, 2019 trial, 2021), those
 * of a workspace as their files say.
 */
export type EditionId = string;

/** Id of a section in its edition. */
export type SectionId = string;

/** What a section is for, whatever an edition calls it: rules ask for this. */
export type SectionRole =
  'overview' | 'proactive' | 'interpretation' | 'requests' | 'fees' | 'reviewLitigation' | 'problems' | 'other';

/** Requirements on an annual report in the report years of one edition: sections, tables, deadlines. */
export interface Edition {
  readonly id: EditionId;
  /** The kind of report that it is an edition of. */
  readonly kind: ReportKind;
  /**
   * Id of the built-in edition that it goes back to, its own where it extends none: editions of one root are compared
   * with each other across years.
   */
  readonly root: EditionId;
  /** Name for people: 政府信息公开工作年度报告（2021年格式）. */
  readonly name: string;
  readonly englishName: string;
  /** First and last report year; `to` is null while in force. */
  readonly years: { readonly from: number; readonly to: number | null };
  /** Document that prescribes it; null where there is none (2007 regulation). */
  readonly issuingDocument: { readonly number: string; readonly title: string } | null;
  /** Articles that require the annual report, by the statute's id; the only place that records them. */
  readonly legalBasis: { readonly statuteId: string; readonly articles: readonly number[] } | null;
  /** Whether the order, the titles and the presence of the sections are prescribed (2019 and 2021). */
  readonly isPrescribed: boolean;
  readonly sections: readonly SectionSpec[];
  readonly tables: readonly TableSpec[];
  readonly deadlines: readonly Deadline[];
  /** Beginnings of lines that hold names and telephone numbers: nothing is said of them, and none is quoted. */
  readonly unquoted: readonly string[];
  /** Phrases of its own that have one form, besides those of all reports. */
  readonly phrases: readonly string[];
}

export interface SectionSpec extends Evidence {
  readonly id: SectionId;
  /** Left out where no rule knows it. */
  readonly role?: SectionRole;
  /** Title without number. */
  readonly title: string;
  readonly variants: readonly string[];
  /** Parts of headings by which it is known, whatever else they say: 存在*问题. */
  readonly headings: readonly TitlePattern[];
  /** Words by which its content is known wherever they stand in the text: 第一责任人. */
  readonly keywords: readonly string[];
  /** Set where headings of the first level that name no section are its own: reports in parts by subject. */
  readonly takesOthers?: boolean;
  /** The year that its heading may name: the report's, or the next where it tells of plans. */
  readonly year: 'report' | 'next';
  /** `required`: the section must be there. `content`: the matter must be reported, under whatever heading. */
  readonly requirement: 'required' | 'content' | 'optional';
  /** Content required in the section, shown as guidance in new drafts and hovers. */
  readonly guidance: string;
  /** Sentences that it usually says, `#` for a figure; offered while it is written. */
  readonly sentences?: readonly string[];
  /** Where the duty comes from. */
  readonly basis: string;
  /** Ids of the tables that stand in it. */
  readonly tables: readonly string[];
  /** Pinyin initials by which completion finds it: 主动公开 → zdgk. */
  readonly initials: string;
}

/** Kinds of figure a cell may hold. */
export type FigureType = 'count' | 'change' | 'amount' | 'decimal';

/** Kinds of words a cell may hold; nothing reckons with them. */
export type WordsType = 'text' | 'address' | 'yesNo' | 'choice' | 'choices' | 'identifier';

export type CellType = FigureType | WordsType;

/** What a cell may state, for rows and columns alike. */
export interface CellDemands {
  /** Of `choice` and `choices`: the words to choose from. */
  readonly choices?: readonly string[];
  /** Of `identifier`: how the whole of it is written; see {@link cellPattern}. */
  readonly pattern?: string;
  /** Least and largest number. */
  readonly minimum?: number;
  readonly maximum?: number;
}

/** How far something was seen in an official source; nothing above a hint rests on what is unverified. */
export type Verification = 'verified' | 'secondary' | 'unverified';

/** Where something comes from. */
export interface Evidence {
  readonly verification?: Verification;
  /** The document, page or person that says so. */
  readonly source?: string;
}

export interface ColumnSpec extends CellDemands {
  /** What it is for, where it has a role; see roles.ts. */
  readonly key: string;
  readonly label: string;
  readonly variants?: readonly string[];
  /** Labels of the merged cells above it, outermost first. */
  readonly group?: readonly string[];
  readonly type: CellType;
  /** What its figures are counted in, as texts say it: 个, 人次. */
  readonly unit?: string;
  /** How texts call what it counts, besides its label; without this no figure of a text is held against it. */
  readonly words?: readonly string[];
  /** Set where the label is the report year (2018年度); the one given is that of the form's own year. */
  readonly namesYear?: boolean;
}

export interface RowSpec extends CellDemands, Evidence {
  /** What it is for, where it has a role; see roles.ts. */
  readonly key: string;
  /** Label as printed; empty for the rows of section four, which only have group headers. */
  readonly label: string;
  readonly variants?: readonly string[];
  /** Labels of the merged cells before it, outermost first. */
  readonly path: readonly string[];
  /** Clause that the row stands for, as cited. */
  readonly clause?: string;
  /** Unit printed in the row (older statistics tables), or in its label or that of its group. */
  readonly unit?: string;
  /** How texts call it, besides its label; without this no figure of a text is held against it. */
  readonly words?: readonly string[];
  /** Kind of cell where it is not the column's. */
  readonly type?: CellType;
  /** Of a part of labels and values: printed behind the row before it, in the same line. */
  readonly beside?: boolean;
  /** Of a part of labels and values: the rows of its group may stand several times, once for each account. */
  readonly repeats?: boolean;
}

/** Part of a table with a header of its own; section two has four or five, all other tables one. */
export interface PartSpec {
  readonly id: string;
  /** Caption line in the table (第二十条第（一）项); empty where the part has none. */
  readonly caption: string;
  /** Text above the row labels (信息内容); empty where there is none. */
  readonly corner: string;
  /** Column of units between the row labels and the figures (older statistics tables); often left blank. */
  readonly unitColumn?: { readonly label: string; readonly variants: readonly string[] };
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly RowSpec[];
  /** Set for section four: its rows (复议, 直接起诉, 复议后起诉) are printed side by side in one line under group headers. */
  readonly rowsAcross?: boolean;
  /**
   * Set where each label has one value beside it and no head names columns; merged cells before the labels name groups.
   */
  readonly keyValue?: boolean;
}

export interface TableSpec {
  /** Id in its edition; tables of one role have one id in all of them (see roles.ts). */
  readonly id: string;
  /** What it is for; left out where no rule knows it. */
  readonly role?: TableRole;
  readonly title: string;
  readonly englishTitle: string;
  readonly section: SectionId;
  /** Whether the edition demands it; older statistics tables are provincial habit. */
  readonly isRequired: boolean;
  readonly parts: readonly PartSpec[];
  readonly equations: readonly Equation[];
  readonly implications: readonly Implication[];
  /** Merged cells of the printed table, row by row. */
  readonly layout: readonly (readonly LayoutCell[])[];
  /** Sums that prose uses but no row states: 不予公开 = Σ its eight rows. */
  readonly subtotals: Readonly<Record<string, readonly string[]>>;
  /** Set where the table as a whole was not seen in a source; then nothing above a hint may rest on it. */
  readonly isUnverified?: boolean;
  readonly initials: string;
}

/** A printed cell: fixed text, or the figure of a row and column. */
export type LayoutCell =
  | { readonly kind: 'text'; readonly text: string; readonly columnSpan?: number; readonly rowSpan?: number }
  | {
      readonly kind: 'figure';
      readonly row: string;
      readonly column: string;
      readonly columnSpan?: number;
      readonly rowSpan?: number;
    };

/** How a broken relation is reported. */
export interface RelationReport extends Evidence {
  /**
   * How a break is reported where no rule of its own says so, a warning where left out; `off` is not reported.
   */
  readonly severity?: 'error' | 'warning' | 'information' | 'hint' | 'off';
  /** When a break is no fault, in words; said with the finding. */
  readonly reason?: string;
}

/** In each column: where all conditions are met, the rows of `empty` state nothing. */
export interface Implication extends RelationReport {
  readonly id: string;
  readonly when: readonly { readonly row: string; readonly is: string }[];
  readonly empty: readonly string[];
}

/** A relation that the figures of one table must satisfy. Terms are row keys (`over: 'columns'`) or column keys. */
export interface Equation extends RelationReport {
  /** Id in the rule catalogue: T3-01, C02b. */
  readonly id: string;
  /**
   * `columns`: once for each column of `columns`, terms are rows. `rows`: once for each row of `rows`, terms are
   * columns.
   */
  readonly over: 'columns' | 'rows';
  /** Keys of the columns or rows that it is checked in; all of the table's (or of the terms' part) when left out. */
  readonly each?: readonly string[];
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly operator: '=' | '>=' | '<=';
  /** Side that holds the total where the other is its parts; a broken equation is reported there. */
  readonly total: 'left' | 'right' | 'none';
}

/** A day of the year after the report's by which something is to be done. */
export interface Deadline extends Evidence {
  readonly who: 'department' | 'government' | 'everybody';
  /** What is due, being made public where it is left out; `report`: being sent to those above. */
  readonly action?: 'publish' | 'report';
  readonly month: number;
  readonly day: number;
  /** Set where the day itself is too late: 4月1日之前. */
  readonly isBefore?: boolean;
  /** Report years that it holds for, where not all of the edition's. */
  readonly years?: { readonly from: number; readonly to?: number };
  readonly basis: string;
}
