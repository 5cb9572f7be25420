import type { KindDescription } from './kind.ts';
import type {
  ColumnSpec,
  Deadline,
  Equation,
  Evidence,
  Implication,
  PartSpec,
  RowSpec,
  SectionRole,
  SectionSpec,
  TableSpec,
} from './types.ts';

// What a format file says: plain data, as JSON has it. `editionOf.ts` makes editions of it; the form of the files is
// described in docs/formats.md.

export interface FormatDescription {
  /** Kinds of report that the file adds. */
  readonly kinds?: readonly KindDescription[];
  readonly editions: readonly EditionDescription[];
}

/**
 * An edition. One that extends another has all of its parts: sections and tables with the same ids are changed in the
 * fields that are given (a section's variants are added), others are added.
 */
export interface EditionDescription {
  readonly id: string;
  readonly extends?: string;
  /** Id of its kind: that of the edition it extends, and else the first, where left out. */
  readonly kind?: string;
  readonly name: string;
  readonly englishName?: string;
  /** For those who read the file: where it comes from, what is not certain. Here and below the program leaves it. */
  readonly note?: string;
  /** `to` is left out while it is in force. */
  readonly years: { readonly from: number; readonly to?: number };
  readonly issuingDocument?: { readonly number: string; readonly title: string };
  readonly legalBasis?: { readonly statute: string; readonly articles: readonly number[] };
  readonly isPrescribed?: boolean;
  readonly sections?: readonly SectionDescription[];
  readonly tables?: readonly TableDescription[];
  readonly deadlines?: readonly DeadlineDescription[];
  readonly unquoted?: readonly string[];
  readonly phrases?: readonly string[];
}

export type DeadlineDescription = Deadline & { readonly note?: string };

export interface SectionDescription
  extends
    Evidence,
    Partial<
      Pick<
        SectionSpec,
        | 'title'
        | 'variants'
        | 'keywords'
        | 'takesOthers'
        | 'year'
        | 'requirement'
        | 'guidance'
        | 'sentences'
        | 'basis'
        | 'initials'
      >
    > {
  readonly id: string;
  /** Patterns: see titlePattern.ts. */
  readonly headings?: readonly string[];
  readonly note?: string;
  readonly role?: SectionRole;
  /** Section behind which one is added; at the end where it is left out. */
  readonly after?: string;
}

export interface TableDescription extends Partial<
  Pick<TableSpec, 'role' | 'title' | 'englishTitle' | 'section' | 'isRequired' | 'isUnverified' | 'initials'>
> {
  readonly id: string;
  readonly note?: string;
  readonly parts?: readonly PartDescription[];
  readonly equations?: readonly EquationDescription[];
  readonly implications?: readonly ImplicationDescription[];
  readonly subtotals?: readonly SubtotalDescription[];
}

export interface PartDescription extends Partial<
  Pick<PartSpec, 'id' | 'caption' | 'corner' | 'rowsAcross' | 'keyValue'>
> {
  readonly unitColumn?: { readonly label: string; readonly variants?: readonly string[] };
  /** Left out in a part of labels and values. */
  readonly columns?: readonly ColumnDescription[];
  readonly rows: readonly (RowDescription | HeadingDescription)[];
}

/** What a row or column is for, where its key does not say so: a name of roleNames.ts. */
interface WithRole {
  readonly role?: string;
}

/** A column; its figures are counts where no type is given. */
export type ColumnDescription = Omit<ColumnSpec, 'type'> & Partial<Pick<ColumnSpec, 'type'>> & WithRole;

export type RowDescription = Omit<RowSpec, 'path' | 'label'> & Partial<Pick<RowSpec, 'path' | 'label'>> & WithRole;

/** A line of a table that holds no figures. */
export interface HeadingDescription {
  readonly heading: string;
}

export type EquationDescription = Omit<Equation, 'total'> &
  Partial<Pick<Equation, 'total'>> & { readonly note?: string };

export type ImplicationDescription = Implication & { readonly note?: string };

/** A sum that texts use and no row states. */
export interface SubtotalDescription {
  readonly name: string;
  readonly rows: readonly string[];
}
