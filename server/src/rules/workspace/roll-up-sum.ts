import type { KnownReport } from '../../model/across/body.ts';
import type { LevelsContext } from '../support/acrossContexts.ts';
import { broken, defineAcrossRule, differenceOf, HOLDS, labelsOf, UNKNOWN, type Verdict } from '../support/across.ts';
import { largest, rolledCells, rolledFinding, toldCells, type RolledCell } from '../support/rollUp.ts';

/** Rows of one table that are named singly; more become one finding. */
const MOST_ROWS = 3;
const SHOWN_UNITS = 3;

/**
 * 汇总数不等于各单位之和。
 *
 * 设置里写明下级单位齐全（`"children": "complete"`）、而且每个单位都有报告的，表二、表三每一格核对各单位之和。差额恰为某一单位各项的，指出可能
 * 漏加或重复计入这个单位。一张表里三行以内逐行报告，再多只报告一次。
 *
 * 不报：
 * - 设置没有写明下级齐全，或缺任何一个单位的。
 * - 结转的两行（申请可能在单位之间移送），表四（共同被告只计一次），行名注明本级的。
 * - 报告写明只是本级、本机关的。
 *
 * English: With all bodies below a government at hand, each cell of its tables two and three is the sum of theirs. The
 * rows carried over, and table four, are no sums.
 */
export const rollUpSum = defineAcrossRule({
  id: 'workspace/roll-up-sum',
  catalogue: ['U01'],
  basis: ['practice'],
  severity: 'warning',
  scope: 'levels',
  skip({ isComplete, parent, parentBody }) {
    if ((parent.scope ?? parentBody.scope) === 'body') return 'scope-differs';
    return isComplete ? undefined : 'children-missing';
  },
  *run(context): Iterable<Verdict> {
    const wrong = new Map<string, RolledCell[]>();
    const all = new Map<string, RolledCell[]>();
    for (const cell of rolledCells(context)) {
      if (cell?.isBound === true) continue;
      if (!cell || cell.unknown > 0) {
        yield UNKNOWN;
        continue;
      }
      add(all, cell);
      if (Math.abs(cell.stated - cell.sum) <= cell.margin + 1e-6) yield HOLDS;
      else add(wrong, cell);
    }
    for (const [table, cells] of wrong) yield* tell(context, table, cells, all.get(table) ?? []);
  },
});

function add(cells: Map<string, RolledCell[]>, cell: RolledCell): void {
  const known = cells.get(cell.table);
  if (known) known.push(cell);
  else cells.set(cell.table, [cell]);
}

function* tell(
  context: LevelsContext,
  table: string,
  wrong: readonly RolledCell[],
  all: readonly RolledCell[],
): Iterable<Verdict> {
  const [first] = wrong;
  if (!first) return;
  const unit = unitOf(context, all);
  const rows = [...new Set(wrong.map(({ row }) => row))];
  const isOne = unit !== undefined || rows.length > MOST_ROWS;
  const told = new Set(toldCells(wrong).slice(0, isOne ? 1 : MOST_ROWS));
  for (const cell of wrong) {
    if (told.has(cell)) yield found(context, cell, { unit, rows: isOne && !unit ? rows.length : 0, table });
    else yield { kind: 'broken' };
  }
}

/** The body whose figures are the whole difference: left out, or counted twice. */
function unitOf(
  { children }: LevelsContext,
  cells: readonly RolledCell[],
): { readonly report: KnownReport; readonly isTwice: boolean } | undefined {
  for (const { report } of children) {
    for (const isTwice of [false, true]) {
      let isTelling = false;
      const fits = cells.every(({ stated, sum, parts, margin }) => {
        const own = parts.find(part => part.report === report)?.value ?? 0;
        if (own !== 0) isTelling = true;
        return Math.abs(stated - sum - (isTwice ? own : -own)) <= margin + 1e-6;
      });
      if (fits && isTelling) return { report, isTwice };
    }
  }
  return undefined;
}

function found(
  { parent, children }: LevelsContext,
  cell: RolledCell,
  { unit, rows, table }: { readonly unit: ReturnType<typeof unitOf>; readonly rows: number; readonly table: string },
): Verdict {
  const { key, stated, sum } = cell;
  const units = largest(cell);
  const args = {
    ...labelsOf(parent, table, key),
    stated,
    computed: sum,
    difference: differenceOf(stated, sum),
    count: children.length,
    parts: units
      .slice(0, SHOWN_UNITS)
      .map(({ report, value }) => `${report.body} ${String(value)}`)
      .join('、'),
  };
  const named = cell.parts.find(({ report }) => report === unit?.report);
  const shown = named ? [named, ...units.filter(each => each !== named)] : units;
  const rest = rolledFinding(parent, cell, { expected: sum, parts: cell.parts, shown });
  if (unit)
    return unit.isTwice
      ? broken({ message: 'workspace/roll-up-sum#twice', args: { ...args, body: unit.report.body }, ...rest })
      : broken({ message: 'workspace/roll-up-sum#unit', args: { ...args, body: unit.report.body }, ...rest });
  if (rows > 0) return broken({ message: 'workspace/roll-up-sum#table', args: { ...args, others: rows - 1 }, ...rest });
  return broken({ message: 'workspace/roll-up-sum', args, ...rest });
}
