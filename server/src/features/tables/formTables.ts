import type { ChosenEdition } from '../../format/editionSet.ts';
import type { ColumnSpec, RowSpec, SectionId, TableSpec } from '../../format/types.ts';
import { isOfEdition } from '../../model/equations/judgedTables.ts';
import type { BoundTable, Report, Section } from '../../model/report.ts';
import { bindTable } from '../../model/tables/binder.ts';
import { matcherFor } from '../../model/tables/matcher.ts';
import type { Placed, Table } from '../../syntax/block.ts';
import { LIMITS } from '../../text/limits.ts';

/** An official table of the form: one that the draft has, or one that it should have. */
export interface TableOfForm {
  /** Role in the report, `#2` behind the second of the same role. */
  readonly id: string;
  readonly spec: TableSpec;
  /** Undefined where the draft does not have it. */
  readonly table: BoundTable | undefined;
  /** Whether its figures are checked: not those of a table of another edition. */
  readonly isChecked: boolean;
  /** Its heads, where the draft has these alone. */
  readonly heads: Placed<Table> | undefined;
  /** The section that it belongs to, if the draft has that. */
  readonly section: Section | undefined;
}

/**
 * The tables of a draft's form, those of its edition first, in the edition's order. One that repeats another has no
 * place of its own.
 */
export function tablesOfForm(report: Report): readonly TableOfForm[] {
  const { edition } = report;
  const own = report.tables.filter(({ repeats }) => repeats === null);
  const counts = new Map<SectionId, number>();
  const entry = (spec: TableSpec, table: BoundTable | undefined): TableOfForm => {
    // A form without sections names its tables alone.
    const role = spec.section || spec.id;
    const count = (counts.get(role) ?? 0) + 1;
    counts.set(role, count);
    return {
      id: count === 1 ? role : `${role}#${String(count)}`,
      spec,
      table,
      isChecked: table !== undefined && isOfEdition(table, report),
      heads: table ? undefined : report.otherTables.find(({ block }) => isHeadsOf(block, spec, report)),
      section: report.sections.find(({ id }) => id === spec.section),
    };
  };
  const prescribed = (edition?.tables ?? []).flatMap(spec => {
    const found = own.filter(table => table.spec === spec);
    if (found.length > 0) return found.map(table => entry(spec, table));
    const isThere = own.some(({ spec: { id } }) => id === spec.id);
    return spec.isRequired && edition?.isPrescribed === true && !isThere ? [entry(spec, undefined)] : [];
  });
  const others = own.filter(table => edition === null || !isOfEdition(table, report));
  return [...prescribed, ...others.map(table => entry(table.spec, table))].slice(0, LIMITS.formTables);
}

/** Whether a block holds labels of a table and nothing else. */
function isHeadsOf(block: Table, spec: TableSpec, chosen: ChosenEdition): boolean {
  if (bindTable(block, chosen)?.spec !== spec) return false;
  const matcher = matcherFor(spec);
  return block.rows.every(({ cells }) => cells.every(({ text }) => text === '' || matcher.isKnown(text)));
}

/** Name of a cell of the form: `requests newReceived total`. */
export function cellId({ id }: Pick<TableOfForm, 'id'>, row: string, column: string): string {
  return `${id} ${row} ${column}`;
}

/** A cell of the form. */
export interface CellOfForm {
  readonly table: TableOfForm;
  readonly row: RowSpec;
  readonly column: ColumnSpec;
}

/** The cell of a name; undefined where the form has none. */
export function cellById(tables: readonly TableOfForm[], id: string): CellOfForm | undefined {
  const [tableId, rowKey, columnKey] = id.split(' ');
  const table = tables.find(each => each.id === tableId);
  for (const { rows, columns } of table?.spec.parts ?? []) {
    const row = rows.find(({ key }) => key === rowKey);
    const column = columns.find(({ key }) => key === columnKey);
    if (table && row && column) return { table, row, column };
  }
  return undefined;
}
