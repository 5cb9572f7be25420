import type { LevelsContext } from '../support/acrossContexts.ts';
import { broken, defineAcrossRule, differenceOf, HOLDS, labelsOf, UNKNOWN, type Verdict } from '../support/across.ts';
import { largest, rolledCells, rolledFinding, toldCells, type RolledCell } from '../support/rollUp.ts';

const MOST_ROWS = 3;

/**
 * 汇总数比下级单位还少。
 *
 * 政府的汇总报告每一格不应少于任何一个下级单位的同一格，也不应少于手头各单位之和。报告写明或设置写明是全市（全县）汇总的，比一个单位还少是警告，其余是提示；
 * 没有写明的，只提示差得最多的一行。
 *
 * 不报：
 * - 报告写明只是本级、本机关的，行名注明本级的；表四。
 * - 看不清、没有的格子。
 *
 * English: No cell of a government’s report is below that of a body under it, nor below the sum of those at hand. A
 * warning only where the report says that it counts the whole area.
 */
export const rollUpPart = defineAcrossRule({
  id: 'workspace/roll-up-part',
  catalogue: ['U01'],
  basis: ['practice'],
  severity: 'information',
  scope: 'levels',
  skip: ({ parent, parentBody }) => ((parent.scope ?? parentBody.scope) === 'body' ? 'scope-differs' : undefined),
  *run(context): Iterable<Verdict> {
    const isArea = (context.parent.scope ?? context.parentBody.scope) === 'area';
    const wrong: RolledCell[] = [];
    for (const cell of rolledCells(context)) {
      const [most] = cell ? largest(cell) : [];
      // With all bodies at hand the sums are checked.
      if (cell && context.isComplete && !cell.isBound) continue;
      if (!cell || cell.parts.length === 0) yield UNKNOWN;
      else if (!isBelow(cell, Math.max(most?.value ?? 0, cell.sum))) yield HOLDS;
      else wrong.push(cell);
    }
    const told = new Set(isArea ? toldCells(wrong).slice(0, MOST_ROWS) : worst(wrong));
    for (const cell of wrong) yield told.has(cell) ? found(context, cell, isArea) : { kind: 'broken' };
  },
});

function isBelow({ stated, margin }: RolledCell, value: number): boolean {
  return stated + margin + 1e-6 < value;
}

function worst(wrong: readonly RolledCell[]): readonly RolledCell[] {
  return [...toldCells(wrong)].sort((a, b) => b.sum - b.stated - (a.sum - a.stated)).slice(0, 1);
}

function found({ parent }: LevelsContext, cell: RolledCell, isArea: boolean): Verdict {
  const { table, key, stated, sum, isBound } = cell;
  const units = largest(cell);
  const [most] = units;
  const isBelowOne = most !== undefined && isBelow(cell, most.value);
  const args = {
    ...labelsOf(parent, table, key),
    stated,
    difference: differenceOf(stated, isBelowOne ? most.value : sum),
  };
  const rest = {
    ...rolledFinding(
      parent,
      cell,
      isBelowOne ? { expected: most.value, parts: [most] } : { expected: sum, parts: cell.parts, shown: units },
    ),
    ...(isBelowOne && isArea && !isBound ? { severity: 'warning' as const } : {}),
  };
  return isBelowOne
    ? broken({
        message: 'workspace/roll-up-part',
        args: { ...args, body: most.report.body, computed: most.value },
        ...rest,
      })
    : broken({
        message: 'workspace/roll-up-part#sum',
        args: { ...args, count: cell.parts.length, computed: sum },
        ...rest,
      });
}
