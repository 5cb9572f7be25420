import type { ColumnSpec, PartSpec, RowSpec, TableSpec } from '../../format/types.ts';
import { coreOf, fold, withoutPunctuation } from '../../text/fold.ts';
import { memoByObject } from '../../text/memo.ts';
import { bareLabelOf } from './rowSequence.ts';
import { LabelIndex, type LabelMatch } from './labelIndex.ts';

/** A label of an official table that a text may be. */
export interface LabelHit {
  readonly matcher: Matcher;
  readonly row?: RowSpec;
  readonly column?: ColumnSpec;
  /** Whether the label occurs in no other table. */
  readonly isDistinctive?: boolean;
}

/** A row that a text may be the label of. */
export interface RowHit {
  readonly part: PartMatcher;
  readonly row: RowSpec;
  readonly match: LabelMatch;
}

/** Label lookup for one part of an official table. */
export interface PartMatcher {
  readonly spec: PartSpec;
  readonly rows: LabelIndex<RowSpec>;
  readonly columns: LabelIndex<ColumnSpec>;
}

/** Printed labels of this length and more are taken as distinctive; shorter ones (规章, 其他) occur in many tables. */
const LONG_LABEL = 12;
/** 总计 and 其他 without their numbers name columns, not rows. */
const SHORTEST_CORE = 3;
const SHORTEST_PIECE = 4;
const LONGEST_PIECE = 120;
/** The number of a label of a row or a group. */
const LABEL_NUMBER = /^(?:\d|[（(]?[一二三四五六七八九十])/;
const NONE: readonly never[] = [];

/** Label lookup for one official table. */
export class Matcher {
  readonly parts: readonly PartMatcher[];
  /** Group headers, captions and corner texts: labels of no row and no column. */
  private readonly nonDataLabels: LabelIndex<{ label: string }>;
  private readonly captions: ReadonlyMap<string, PartMatcher>;
  /** The labels that name no row and no column, without punctuation. */
  private readonly groupLabels: readonly string[];
  /** The labels of all rows without punctuation, one a line. */
  private readonly rowLabels: string;

  constructor(readonly spec: TableSpec) {
    this.parts = spec.parts.map(part => ({
      spec: part,
      rows: new LabelIndex(part.rows),
      columns: new LabelIndex(part.columns),
    }));
    const labels = new Set(
      spec.layout.flat().flatMap(cell => (cell.kind === 'text' && cell.text !== '' ? [cell.text] : [])),
    );
    for (const part of spec.parts) {
      for (const row of part.rows) labels.delete(row.label);
      for (const column of part.columns) labels.delete(column.label);
    }
    this.nonDataLabels = new LabelIndex([...labels].map(label => ({ label })));
    this.groupLabels = [...labels].map(withoutPunctuation);
    this.rowLabels = spec.parts.flatMap(({ rows }) => rows.map(bareLabelOf)).join('\n');
    this.captions = new Map(
      this.parts.filter(part => part.spec.caption !== '').map(part => [fold(part.spec.caption), part]),
    );
  }

  /** Labels of this table that a text may be. */
  hits(text: string): LabelHit[] {
    const found: LabelHit[] = [];
    for (const part of this.parts) {
      const row = part.rows.find(text);
      const entry = row?.entries[0];
      if (entry && (row.match === 'exact' || (row.entries.length === 1 && coreOf(text).length >= SHORTEST_CORE))) {
        const isDistinctive = row.match === 'exact' && entry.label.length >= LONG_LABEL;
        found.push({ matcher: this, row: entry, isDistinctive });
      }
      const column = part.columns.find(text)?.entries[0];
      if (column) found.push({ matcher: this, column });
    }
    if (this.nonDataLabels.find(text)?.match === 'exact') found.push({ matcher: this, isDistinctive: true });
    return found;
  }

  /** The part whose caption a text is. */
  caption(text: string): PartMatcher | undefined {
    return this.captions.get(fold(text));
  }

  isNonDataLabel(text: string): boolean {
    return this.nonDataLabels.find(text) !== undefined;
  }

  /** Rows of all parts that a text may be the label of. */
  rows(text: string): readonly RowHit[] {
    let hits: RowHit[] | undefined;
    for (const part of this.parts) {
      const found = part.rows.find(text);
      if (found) for (const row of found.entries) (hits ??= []).push({ part, row, match: found.match });
    }
    return hits ?? NONE;
  }

  /** The column of a part that a text is the label of. */
  column(text: string, part: PartMatcher): ColumnSpec | undefined {
    return part.columns.find(text)?.entries[0];
  }

  /** Whether a text is a label of this table, or a piece of a row's. */
  isKnown(text: string): boolean {
    return (
      this.rows(text).length > 0 ||
      this.isNonDataLabel(text) ||
      this.parts.some(part => this.column(text, part) !== undefined) ||
      this.isPieceOfRow(text)
    );
  }

  /** Whether a text is a piece of a row's label, as broken labels leave it. */
  isPieceOfRow(text: string): boolean {
    const words = text.length > LONGEST_PIECE ? '' : withoutPunctuation(text);
    return words.length >= SHORTEST_PIECE && this.rowLabels.includes(words);
  }

  /**
   * Whether a text is, with its number, the beginning of a group's label, or of an open row's other than `row`, as
   * broken labels are: 2.其他 of 2.其他法律行政法规禁止公开, （六）其他 of （六）其他处理.
   */
  beginsOther(text: string, row: RowSpec, isOpen: (row: RowSpec) => boolean): boolean {
    if (!LABEL_NUMBER.test(text) || text.length > LONGEST_PIECE) return false;
    const words = withoutPunctuation(text);
    if (bareLabelOf(row).startsWith(words)) return false;
    return (
      this.groupLabels.some(label => label.startsWith(words)) ||
      this.parts.some(({ spec }) => spec.rows.some(other => bareLabelOf(other).startsWith(words) && isOpen(other)))
    );
  }

  /** The row whose label is most like a text that is no label as it stands. */
  similarRow(text: string): RowHit | undefined {
    for (const part of this.parts) {
      const row = part.rows.similar(text);
      if (row) return { part, row, match: 'similar' };
    }
    return undefined;
  }
}

/** The matcher of an official table. */
export const matcherFor = memoByObject((spec: TableSpec) => new Matcher(spec));
