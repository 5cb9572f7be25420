import type {
  ColumnSpec,
  Edition,
  PartSpec,
  RowSpec,
  SectionId,
  SectionRole,
  SectionSpec,
  TableSpec,
} from '../format/types.ts';
import type { EditionSet } from '../format/editionSet.ts';
import type { ReportKind } from '../format/kind.ts';
import type { Directive, Heading, Placed, Table } from '../syntax/block.ts';
import type { Quantity } from '../syntax/cellValue.ts';
import type { Source } from '../text/source.ts';
import { shift, type Span } from '../text/span.ts';
import type { LocalStatutes } from '../statutes/registry/localStatutes.ts';
import type { NamedByFile } from './fileNameTitle.ts';

/** A draft understood: sections, official tables and figures, each with its place in the draft and its doubts. */
export interface Report {
  readonly source: Source;
  readonly blocks: readonly Placed[];
  readonly directives: readonly Placed<Directive>[];
  /** The kind of report that it is read as: the first where nothing tells. */
  readonly kind: ReportKind;
  /** Null when neither a directive, a setting, the title, the period nor a table tells. */
  readonly edition: Edition | null;
  /** All editions of its kind: those that it may be checked against. */
  readonly editions: EditionSet;
  readonly reportYear: Stated<number> | null;
  /** What states the report year; null where nothing does. */
  readonly yearSource: YearSource | null;
  /** The line that names the report; null in an extract without one. */
  readonly title: Stated<string> | null;
  readonly publicBody: Stated<string> | null;
  /** What the name of its file says of it; null where that is not called a report, or no file is known. */
  readonly namedByFile: NamedByFile | null;
  /** First-level sections in the order of the draft. */
  readonly sections: readonly Section[];
  readonly tables: readonly BoundTable[];
  /** Tables that are none of the official ones. */
  readonly otherTables: readonly Placed<Table>[];
  /** Statutes of the workspace's own that the draft may cite. */
  readonly localStatutes?: LocalStatutes;
}

/**
 * Where a report year comes from: a comment of the draft (年报检查 年度), the title, the text that presents the report, the
 * stated period, a heading, the name of the file.
 */
export type YearSource = 'comment' | 'title' | 'text' | 'period' | 'heading' | 'fileName';

/** A value with the place that states it; `span` is undefined where the draft does not: the name of its file does. */
export interface Stated<T> {
  readonly value: T;
  readonly span: Span | undefined;
}

export interface Section {
  readonly heading: Placed<Heading>;
  /** Null where the heading fits none of the edition's sections. */
  readonly id: SectionId | null;
  /** What it is for, where a rule knows that; it is the same in all editions. */
  readonly role: SectionRole | null;
  readonly spec: SectionSpec | null;
  readonly match: 'exact' | 'variant' | 'similar' | 'none';
  /** Number and title as written. */
  readonly title: string;
  /** Place of number and title. */
  readonly titleSpan: Span;
  /** From the heading to the next first-level heading, blank lines at the end left out. */
  readonly span: Span;
  /** Blocks behind the heading. */
  readonly blocks: readonly Placed[];
  readonly items: readonly Item[];
}

/** A heading below the first level, with those below it. */
export interface Item {
  readonly heading: Placed<Heading>;
  readonly title: string;
  readonly titleSpan: Span;
  readonly span: Span;
  readonly items: readonly Item[];
}

/**
 * What an official table holds. Section two may be written as one table or as several: they are one here. Places count
 * from the start of the draft in a {@link BoundTable}, and from the start of its first block in its `core`.
 */
export interface TableContent {
  readonly spec: TableSpec;
  /** Edition whose labels the table bears; may differ from the report's. */
  readonly edition: Edition;
  readonly blocks: readonly Placed<Table>[];
  readonly span: Span;
  readonly parts: readonly BoundPart[];
  /** By `row.column`. A cell that the draft does not have, or whose column is not known, has no figure here. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** Cells of groups that stand once more, as one for each account; {@link figures} has those of the first. */
  readonly repeatedFigures: readonly Figure[];
  /** Rows that the draft writes and the edition does not have. */
  readonly extraRows: readonly ExtraRow[];
  /** Rows whose cells could not be told apart by column. */
  readonly shortRows: readonly ShortRow[];
  /** Lines of figures of which it is not known which rows they are. */
  readonly unplaced: readonly UnplacedLine[];
}

/** An official table found in the draft. */
export interface BoundTable extends TableContent {
  /** The same content as `core`, with its places in the draft; made when first asked for. */
  readonly core: TableContent;
  /** Where the first block starts: the origin of the places in `core`. */
  readonly at: number;
  /** Section it stands in. */
  readonly sectionId: SectionId | null;
  /** Whether the words above it say that it is of another year than the report. */
  readonly isOfOtherYear: boolean;
  /**
   * The table that this one states again: same kind, same rows, no words between them that tell them apart (a scope,
   * another year). Null in the one that counts: the first that holds a figure.
   */
  readonly repeats: BoundTable | null;
}

/** A row that the edition does not have. */
export interface ExtraRow {
  readonly label: string;
  readonly span: Span;
}

export interface BoundPart {
  readonly spec: PartSpec;
  readonly rows: readonly BoundRow[];
  /** Columns seen in the part's header; empty where it has none. */
  readonly seenColumns: ReadonlySet<string>;
  /** Each column's label where the header first writes it; empty where rows stand side by side. */
  readonly header: readonly BoundColumn[];
}

export interface BoundColumn {
  readonly spec: ColumnSpec;
  /** Label as written. */
  readonly label: string;
  readonly labelSpan: Span;
  /** Grid column that it stands in; undefined in a layout without columns. */
  readonly gridColumn: number | undefined;
}

export interface BoundRow {
  readonly spec: RowSpec;
  /** As written; empty where the table lost it, or the form has none. */
  readonly label: string;
  /** Place of the label; of the row where it has none. */
  readonly labelSpan: Span;
  readonly span: Span;
  /** How well the label fits. */
  readonly match: 'exact' | 'variant' | 'similar';
}

/** A row of a flattened table that lost cells: the values are known, their columns are not. */
export interface ShortRow {
  readonly row: RowSpec;
  readonly values: readonly Figure[];
}

/** Figures without a label that tells their row. */
export interface UnplacedLine {
  readonly span: Span;
  /** The words beside the figures; empty where there are none. */
  readonly words: string;
  readonly texts: readonly string[];
}

export interface Figure {
  readonly row: RowSpec;
  readonly column: ColumnSpec;
  readonly quantity: Quantity;
  /** The cell's text; the empty place of it in a blank cell. */
  readonly span: Span;
  /** The cell's text as written. */
  readonly text: string;
  /**
   * Set where figures stood run together and were parted because only one way fits: findings on it are warnings at
   * most.
   */
  readonly isSplit?: boolean;
}

/** Key of a figure in {@link BoundTable.figures}. */
export function figureKey(row: string, column: string): string {
  return `${row}.${column}`;
}

/** Number that a figure states, undefined for blank, dash and unreadable ones. */
export function valueOf(figure: Figure | undefined): number | undefined {
  return figure?.quantity.kind === 'value' ? figure.quantity.value : undefined;
}

/** Whether a cell states nothing: neither a figure nor a dash nor words. */
export function isBlank({ quantity }: Figure): boolean {
  return quantity.kind === 'blank' || (quantity.kind === 'words' && quantity.text === '');
}

/** Place of a table's first cell that holds a text: where something is said of the table as a whole. */
export function firstCellOf({ blocks: [first], span }: Pick<TableContent, 'blocks' | 'span'>): Span {
  for (const { cells } of first?.block.rows ?? []) {
    const cell = cells.find(({ text }) => text !== '');
    if (first && cell) return shift(cell.span, first.at);
  }
  return span;
}
