import { demandsOn, isForWords } from '../../format/cellTypes.ts';
import type { CellDemands, CellType, TableSpec } from '../../format/types.ts';
import { isNoCount } from '../../model/equations/outcome.ts';
import type { Figure } from '../../model/report.ts';
import { faultOfWords, saysNothing } from '../../model/tables/cellWords.ts';
import { rowOf } from '../support/cellNames.ts';
import { defineRule, finding, type Finding, type Severity } from '../support/rule.ts';

/**
 * 格里填的与格式文件要求的不合。
 *
 * 格式文件写明某格填是或否、从选项里选、按编号的写法填、填网址，或写明最小、最大的数的，照它核对；键值表里应填数而看不出是多少的，
 * 也说明没有核对。没有核实的表和行只作提示。
 *
 * 不报：
 * - 空白、“—”、“/”、0、“无”：这一项可能不适用。
 * - 全角半角、大小写、空格。
 * - 选项前后打勾的写法：☑是 □否、是√ 否□。
 * - 内置的表：各有自己的规则。
 *
 * English: A cell holds something else than the format file demands: yes or no, one of the choices, an identifier of
 * some form, an address, a number within bounds. What says nothing (blank, a dash, 0, 无) is left alone, width, case and
 * white space do not count, and what nobody verified gives hints.
 */
export const cellContent = defineRule({
  id: 'tables/cell-content',
  catalogue: [],
  basis: ['practice'],
  severity: 'warning',
  kinds: 'every',
  scope: 'table',
  *run({ table, standing }) {
    if (standing !== 'judged') return;
    const pairs = new Set(table.spec.parts.flatMap(({ keyValue, rows }) => (keyValue ? rows : [])));
    for (const figure of [...table.figures.values(), ...table.repeatedFigures]) {
      const demands = demandsOn(figure.row, figure.column);
      const severity = severityOn(figure, table.spec);
      const found = isForWords(demands.type)
        ? inWords(figure, demands, severity)
        : inFigures(figure, demands, severity, pairs.has(figure.row) && !table.spec.isRequired);
      if (found) yield found;
    }
  },
});

function severityOn({ row }: Figure, { isUnverified }: TableSpec): Severity {
  return isUnverified === true || row.verification === 'unverified' ? 'hint' : 'warning';
}

const WORDING = {
  yesNo: 'tables/cell-content#yesNo',
  pattern: 'tables/cell-content#pattern',
  address: 'tables/cell-content#address',
} as const;

type Demands = CellDemands & { readonly type: CellType };

function inWords(figure: Figure, demands: Demands, severity: Severity): Finding | undefined {
  const fault = faultOfWords(figure.text, demands.type, demands);
  const args = argsOf(figure);
  switch (fault) {
    case undefined:
      return undefined;
    case 'choice':
      return finding(figure.span, {
        message: 'tables/cell-content#choice',
        severity,
        args: { ...args, names: (demands.choices ?? []).join('、') },
      });
    default:
      return finding(figure.span, { message: WORDING[fault], severity, args });
  }
}

/** `isOwn`: no other rule looks at what is no number there. */
function inFigures(
  figure: Figure,
  { minimum, maximum }: Demands,
  severity: Severity,
  isOwn: boolean,
): Finding | undefined {
  const { quantity, span, text } = figure;
  const args = argsOf(figure);
  if (isOwn && quantity.kind === 'unreadable' && !saysNothing(text))
    return finding(span, { message: 'tables/cell-content', severity, args });
  if (quantity.kind !== 'value') return undefined;
  if (isOwn && isNoCount(figure)) return finding(span, { message: 'tables/cell-content#whole', severity, args });
  if (quantity.value === 0) return undefined;
  if (minimum !== undefined && quantity.value < minimum)
    return finding(span, { message: 'tables/cell-content#below', severity, args: { ...args, limit: minimum } });
  if (maximum !== undefined && quantity.value > maximum)
    return finding(span, { message: 'tables/cell-content#above', severity, args: { ...args, limit: maximum } });
  return undefined;
}

function argsOf(figure: Figure): { readonly row: string; readonly column: string; readonly found: string } {
  return { row: rowOf(figure), column: figure.column.label, found: figure.text.replaceAll('\n', ' ') };
}
