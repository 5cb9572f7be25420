import type { ColumnSpec, RowSpec } from '../../format/types.ts';
import type { Cell, Table } from '../../syntax/block.ts';
import { readCellValue, type Quantity } from '../../syntax/cellValue.ts';
import { fold } from '../../text/fold.ts';
import { cover } from '../../text/span.ts';
import { quantityIn, type BindingBuilder } from './bindingBuilder.ts';
import { distinctCells } from './cells.ts';
import { isUnder, keyValueLabels, type LabelledRow } from './keyValueLabels.ts';
import type { Matcher, PartMatcher } from './matcher.ts';

/**
 * Reads a part of labels and values: each label is followed by its value, up to two pairs stand in a line, and merged
 * cells before the labels name groups. A group's cell may be lost, or stand in every line. Labels that several groups
 * have (总数, 名称) belong to the group that they stand in, and without one to the first that has them next.
 *
 * `unquoted`: beginnings of lines with names and telephone numbers, of which nothing is kept.
 */
export function bindKeyValue(
  builder: BindingBuilder,
  table: Table,
  matcher: Matcher,
  unquoted: readonly string[],
): void {
  const part = matcher.parts.find(({ spec }) => spec.keyValue);
  if (part) new KeyValueBinder(builder, part, unquoted.map(fold)).bind(table);
}

/** A row that a label was read as, with what is to be known to keep it. */
interface Pair extends LabelledRow {
  readonly label: Cell;
  readonly value: Cell | undefined;
}

class KeyValueBinder {
  private readonly labels;
  /** Labels of the merged cells that rows stand under now. */
  private group: readonly string[] = [];
  /** Index of the row read last. */
  private last = -1;

  constructor(
    private readonly builder: BindingBuilder,
    private readonly part: PartMatcher,
    private readonly unquoted: readonly string[],
  ) {
    this.labels = keyValueLabels(part.spec);
  }

  bind({ rows, columnCount }: Table): void {
    // Where no cell is known to be blank, what follows a label and is none is its value, in whatever line it stands.
    if (columnCount === 0)
      this.readLine(
        rows.flatMap(({ cells }) => cells),
        true,
      );
    else for (const { cells } of rows) this.readLine(distinctCells(cells), false);
  }

  private readLine(cells: readonly Cell[], isFlat: boolean): void {
    let at = 0;
    let isKnown = false;
    while (at < cells.length) {
      const cell = cells[at];
      if (!cell || cell.text === '') at++;
      else if (this.isUnquoted(cell.text)) {
        if (!isFlat) return;
        at++;
      } else {
        let next = at + 1;
        while (cells[next]?.text === '') next++;
        const group = this.groupAt(cell, cells[next]);
        const found = group ? undefined : this.rowAt(cell);
        if (group) {
          this.group = group;
          at++;
        } else if (found && (isFlat || at + 1 < cells.length)) {
          const value = isFlat ? this.valueInLines(cells, at) : this.valueInGrid(cells, at);
          this.take({ ...found, label: cell, value: cells[value] });
          at = Math.max(value, at) + 1;
        } else if (isFlat || isKnown) at++;
        else {
          this.readUnknown(cell, cells.slice(at + 1));
          return;
        }
        isKnown ||= group !== undefined || found !== undefined;
      }
    }
  }

  private isUnquoted(text: string): boolean {
    const folded = fold(text);
    return this.unquoted.some(beginning => folded.startsWith(beginning));
  }

  /** The group that a cell names: only where no row has the words, or a label of the group follows. */
  private groupAt({ text }: Cell, next: Cell | undefined): readonly string[] | undefined {
    const groups = this.labels.groups(text);
    if (groups.length === 0) return undefined;
    const inside = groups.filter(path => this.group.every((label, depth) => path[depth] === label));
    const behind = groups.filter(path => this.firstIn(path) > this.last);
    const group = inside[0] ?? behind[0] ?? groups[0];
    if (!group || this.labels.rows(text).length === 0) return group;
    const isFollowed =
      next !== undefined &&
      (this.labels.rows(next.text).some(({ row }) => isUnder(row, group)) ||
        this.labels
          .groups(next.text)
          .some(path => path.length > group.length && path[group.length - 1] === group.at(-1)));
    return isFollowed ? group : undefined;
  }

  /** Index of the first row of a group. */
  private firstIn(path: readonly string[]): number {
    return this.part.spec.rows.findIndex(row => isUnder(row, path));
  }

  /** The row that a label names where it stands. */
  private rowAt({ text }: Cell): LabelledRow | undefined {
    const found = this.labels.rows(text);
    const { rows } = this.part.spec;
    const isFree = ({ row }: LabelledRow): boolean => !this.builder.hasRow(row);
    const here = found.filter(({ row }) => isUnder(row, this.group));
    return (
      here.find(isFree) ??
      here.find(({ row }) => row.repeats) ??
      found.find(each => isFree(each) && rows.indexOf(each.row) > this.last) ??
      found.find(isFree) ??
      here[0] ??
      found[0]
    );
  }

  /** Place of a label's value in a line of a grid; -1 where the line ends before it. */
  private valueInGrid(cells: readonly Cell[], label: number): number {
    const last = cells.length - 1;
    let at = label + 1;
    // Merged cells leave blanks behind them, or repeat.
    while (at < last && (cells[at]?.text === '' || cells[at]?.text === cells[label]?.text)) at++;
    // The label of a second pair: what stands before it is the value.
    if (at > label + 1 && at < last && this.labels.rows(cells[at]?.text ?? '').length > 0) at--;
    return at <= last ? at : -1;
  }

  /** Place of a label's value among cells without lines; -1 where another label follows. */
  private valueInLines(cells: readonly Cell[], label: number): number {
    const { text = '' } = cells[label + 1] ?? {};
    if (this.isUnquoted(text)) return -1;
    const isLabel = this.labels.rows(text).length > 0 || this.labels.groups(text).length > 0;
    return label + 1 < cells.length && !isLabel ? label + 1 : -1;
  }

  private take({ row, match, label, value }: Pair): void {
    const { spec } = this.part;
    const isAgain = this.builder.hasRow(row);
    this.group = row.path;
    this.last = spec.rows.indexOf(row);
    const span = cover([label.span, ...(value ? [value.span] : [])]) ?? label.span;
    this.builder.addRow({ part: spec, spec: row, match, label: label.text, labelSpan: label.span, span });
    const [column] = spec.columns;
    if (!column || !value) return;
    const quantity = quantityWithUnit(row, column, value.text);
    if (isAgain && row.repeats) this.builder.addRepeated(row, column, value, quantity);
    else this.builder.addFigure(row, column, value, quantity);
  }

  /** A line that begins with no label of the form. */
  private readUnknown(label: Cell, others: readonly Cell[]): void {
    if (others.some(({ text }) => text !== '' && text !== label.text)) this.builder.addExtraRow(label.text, label.span);
    this.builder.addStranger();
  }
}

/** A value without the unit that the row names: 3天 is 3 where the row counts 天. */
function quantityWithUnit(row: RowSpec, column: ColumnSpec, text: string): Quantity {
  const { unit = '' } = row;
  const quantity = quantityIn(row, column, text);
  if (unit === '' || quantity.kind === 'words' || !text.endsWith(unit)) return quantity;
  const bare = readCellValue(text.slice(0, -unit.length));
  return bare.kind === 'value' && bare.unit === undefined ? bare : quantity;
}
