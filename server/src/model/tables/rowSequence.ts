import type { Equation, PartSpec, RowSpec, TableSpec } from '../../format/types.ts';
import type { Cell } from '../../syntax/block.ts';
import { withoutPunctuation } from '../../text/fold.ts';
import { memoByObject } from '../../text/memo.ts';
import { cover, type Span } from '../../text/span.ts';
import type { LabelMatch } from './labelIndex.ts';
import { addUp, rowEquationOf } from './rowEquation.ts';

/**
 * What a table holds from its first row to its last: rows with their label, and lines of figures without one, whose
 * owner is found by their place. Everything else (captions, heads, labels of groups) only stands between them.
 */
export type SequenceItem =
  | { readonly kind: 'row'; readonly row: RowSpec }
  | {
      readonly kind: 'line';
      readonly cells: readonly Cell[];
      readonly words: string;
      /** Place of the words. */
      readonly labelSpan?: Span | undefined;
    }
  | { readonly kind: 'other'; readonly words: string };

export type FigureLine = Extract<SequenceItem, { kind: 'line' }>;

/** A line of figures and the row that it is. */
export interface PlacedLine {
  readonly row: RowSpec;
  readonly line: FigureLine;
  /** Whether its words and those right before and behind it are the row's label, which was broken. */
  readonly isLabelled: boolean;
}

/** What of a row's label stands beside the line that was found to be the row; places as in the line. */
export function labelOfPlaced(
  { row, line, isLabelled }: PlacedLine,
  isGrid: boolean,
): { readonly label: string; readonly labelSpan: Span | undefined; readonly match: LabelMatch } {
  const span = cover(line.cells.map(cell => cell.span));
  // Without a grid labels are broken and lost on the way; with one they were written so.
  if (!isGrid || isLabelled) return { label: row.label, labelSpan: span, match: 'variant' };
  if (line.words === '') return { label: '', labelSpan: span, match: 'variant' };
  return { label: line.words, labelSpan: line.labelSpan ?? span, match: 'similar' };
}

/** A row's label without white space and punctuation. */
export const bareLabelOf = memoByObject((row: RowSpec) => withoutPunctuation(row.label));

/** Words that are shorter name no row. */
const SHORTEST_WORDS = 4;
/** A row of fewer figures may be a number alone. */
const LEAST_COLUMNS = 5;

/**
 * Finds the rows of lines of figures without a label. A line is placed only where its numbers add up and nothing
 * else fits: the words beside it are a piece of one open row's label alone, or it stands right behind a label
 * without figures, or between two known rows there are as many lines as open rows. `isFilled`: whether a row has
 * its figures already; `figuresOf`: these.
 */
export function placeLines(
  spec: TableSpec,
  sequence: readonly SequenceItem[],
  isFilled: (row: RowSpec) => boolean,
  figuresOf: (row: RowSpec) => readonly Cell[],
): { readonly placed: readonly PlacedLine[]; readonly left: readonly FigureLine[] } {
  const lines = sequence.filter(item => item.kind === 'line');
  const [part, ...others] = spec.parts;
  const total = part ? rowEquationOf(spec, part.columns) : undefined;
  if (lines.length === 0 || !part || others.length > 0 || !total) return { placed: [], left: lines };
  const placer = new Placer(part, total, sequence, isFilled, figuresOf);
  placer.byWords();
  placer.byLabelBefore();
  placer.byCount();
  return {
    placed: placer.placed,
    left: lines.filter(line => !placer.isPlaced(line) && !placer.isBesideTheTable(line)),
  };
}

/**
 * The lines of figures of a table in which each row of the form, from the first to the last, stands as its label with
 * its figures beside it, or with one line behind it that has as many as the row has columns: no line can be another
 * row's. Undefined for any other table.
 */
export function alternatingLines(
  { parts }: TableSpec,
  sequence: readonly SequenceItem[],
  isFilled: (row: RowSpec) => boolean,
): readonly { readonly part: PartSpec; readonly row: RowSpec; readonly line: FigureLine }[] | undefined {
  const items = sequence.filter(item => item.kind !== 'other');
  const found: { part: PartSpec; row: RowSpec; line: FigureLine }[] = [];
  let at = 0;
  for (const part of parts)
    for (const row of part.rows) {
      const label = items[at++];
      if (label?.kind !== 'row' || label.row !== row) return undefined;
      if (isFilled(row)) continue;
      const line = items[at++];
      if (line?.kind !== 'line' || line.words !== '' || line.cells.length !== part.columns.length) return undefined;
      found.push({ part, row, line });
    }
  return at === items.length ? found : undefined;
}

/**
 * Whether each row's figures stand before its label: the table begins with figures, goes on with the form's first
 * row and, where its rows have sums, ends with a label that has none. Then what stands behind a label is the next
 * row's.
 */
export function hasFiguresFirst(
  spec: TableSpec,
  sequence: readonly SequenceItem[],
  isFilled: (row: RowSpec) => boolean,
): boolean {
  const items = sequence.filter(item => item.kind !== 'other');
  const first = items.findIndex(item => item.kind === 'row');
  const label = items[first];
  const last = items.at(-1);
  const [part] = spec.parts;
  return (
    first > 0 &&
    label?.kind === 'row' &&
    label.row === part?.rows[0] &&
    (rowEquationOf(spec, part.columns) === undefined || (first === 1 && last?.kind === 'row' && !isFilled(last.row)))
  );
}

class Placer {
  private readonly owners = new Map<FigureLine, RowSpec>();
  private readonly taken = new Set<RowSpec>();

  constructor(
    private readonly part: PartSpec,
    private readonly total: Equation,
    private readonly sequence: readonly SequenceItem[],
    private readonly isFilled: (row: RowSpec) => boolean,
    private readonly figuresOf: (row: RowSpec) => readonly Cell[],
  ) {}

  get placed(): readonly PlacedLine[] {
    const at = new Map(this.sequence.map((item, i) => [item, i]));
    return [...this.owners].map(([line, row]) => {
      const i = at.get(line) ?? 0;
      const [before, behind] = [this.sequence[i - 1], this.sequence[i + 1]].map(item =>
        item?.kind === 'other' ? item.words : '',
      );
      const label = bareLabelOf(row);
      const isLabelled = [
        ['', ''],
        [before, ''],
        ['', behind],
        [before, behind],
      ].some(([first = '', last = '']) => withoutPunctuation(first + line.words + last) === label);
      return { line, row, isLabelled };
    });
  }

  isPlaced(line: FigureLine): boolean {
    return this.owners.has(line);
  }

  /**
   * Whether a line is a number alone between two rows that follow each other in the form, the one above it complete: no
   * row's figure is missing there, so that it is a page's number, or else no part of the table.
   */
  isBesideTheTable(line: FigureLine): boolean {
    const { rows, columns } = this.part;
    if (line.cells.length !== 1 || line.words !== '' || columns.length < LEAST_COLUMNS) return false;
    if (!/^\d{1,3}$/.test(line.cells[0]?.text ?? '')) return false;
    const at = this.sequence.indexOf(line);
    const above = this.sequence.slice(0, at).findLast(item => item.kind !== 'other');
    const below = this.sequence.slice(at + 1).find(item => item.kind !== 'other');
    const [first, second] = [above, below].map(item => (item?.kind === 'row' ? item.row : item && this.rowOf(item)));
    return (
      first !== undefined &&
      second !== undefined &&
      rows.indexOf(second) === rows.indexOf(first) + 1 &&
      this.isBalanced(first)
    );
  }

  /** Lines beside words that are a piece of one open row's label, and of no other. */
  byWords(): void {
    const named = new Set(this.sequence.flatMap(item => (item.kind === 'row' ? [item.row] : [])));
    for (const line of this.sequence) {
      if (line.kind !== 'line' || !this.isWhole(line)) continue;
      const words = withoutPunctuation(line.words);
      if (words.length < SHORTEST_WORDS) continue;
      const fitting = this.part.rows.filter(row => bareLabelOf(row).includes(words));
      const [row] = fitting;
      if (row && fitting.length === 1 && !named.has(row) && this.isOpen(row)) this.own(line, row);
    }
  }

  /** A label without figures, one line of figures right behind it, and then no further one. */
  byLabelBefore(): void {
    let last: SequenceItem | undefined;
    for (const [i, item] of this.sequence.entries()) {
      const [before, line] = [last, this.sequence[i + 1]];
      if (item.kind !== 'other') last = item;
      if (item.kind !== 'row' || line?.kind !== 'line' || this.sequence[i + 2]?.kind === 'line') continue;
      // The line before it is no other row's: either may be this one's.
      const isOpen = before?.kind === 'line' && before.cells.length === line.cells.length && !this.isPlaced(before);
      if (isOpen && mayBe(before, item.row)) continue;
      if (this.isOpen(item.row) && !this.isPlaced(line) && this.isWhole(line) && mayBe(line, item.row))
        this.own(line, item.row);
    }
  }

  /** As many lines as open rows between two rows whose figures are known. */
  byCount(): void {
    const { rows } = this.part;
    let from = 0;
    let first = 0;
    for (let at = 0; at <= this.sequence.length; at++) {
      const item = this.sequence[at];
      const known = item === undefined ? undefined : this.rowOf(item);
      if (item !== undefined && known === undefined) continue;
      const last = known ? rows.indexOf(known) : rows.length;
      if (last < first) continue;
      const between = this.sequence.slice(from, at);
      const lines = between.filter(each => each.kind === 'line');
      const open = rows.slice(first, last).filter(row => this.isOpen(row));
      if (
        lines.length > 0 &&
        lines.length === open.length &&
        // Labels of other rows: the table lost its order.
        between.every(each => each.kind !== 'row' || open.includes(each.row)) &&
        lines.every((line, i) => this.isWhole(line) && mayBe(line, open[i]))
      )
        for (const [i, line] of lines.entries()) this.own(line, open[i] as RowSpec);
      from = at + 1;
      first = last + 1;
    }
  }

  /** The row whose figures an item is, or that is known to have some. */
  private rowOf(item: SequenceItem): RowSpec | undefined {
    if (item.kind === 'line') return this.owners.get(item);
    return item.kind === 'row' && this.isFilled(item.row) ? item.row : undefined;
  }

  private isOpen(row: RowSpec): boolean {
    return !this.isFilled(row) && !this.taken.has(row);
  }

  /** Whether a row's figures are all there and add up. */
  private isBalanced(row: RowSpec): boolean {
    const placed = [...this.owners].find(([, owner]) => owner === row)?.[0].cells ?? this.figuresOf(row);
    return placed.length === this.part.columns.length && addUp(placed, this.total, this.part.columns);
  }

  private isWhole({ cells }: FigureLine): boolean {
    const { columns } = this.part;
    return cells.length === columns.length && addUp(cells, this.total, columns);
  }

  private own(line: FigureLine, row: RowSpec): void {
    this.owners.set(line, row);
    this.taken.add(row);
  }
}

/** Whether the words beside a line are no piece of another label than the row's. */
function mayBe({ words }: FigureLine, row: RowSpec | undefined): boolean {
  const folded = withoutPunctuation(words);
  return row !== undefined && (folded.length < SHORTEST_WORDS || bareLabelOf(row).includes(folded));
}
