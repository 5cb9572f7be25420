import type { Figure, Report, BoundTable } from '../report.ts';
import { figureKey } from '../report.ts';
import { evaluate } from '../equations/evaluate.ts';
import { ownYearFirst } from '../equations/judgedTables.ts';
import { fold } from '../../text/fold.ts';
import type { Source } from '../../text/source.ts';
import { ownForm } from './forms.ts';
import type { CellSummary, ReportScope, TableSummary } from './summary.ts';

/** The tables that count, by their ids: of several of one kind the first that states figures of the report's year. */
export function summariseTables(report: Report): Readonly<Record<string, TableSummary>> {
  const found: Record<string, TableSummary> = {};
  for (const table of ownYearFirst(report.tables)) {
    if (table.repeats !== null || found[table.spec.id]) continue;
    found[table.spec.id] = summariseTable(table, report.source);
  }
  return found;
}

function summariseTable(table: BoundTable, source: Source): TableSummary {
  const cells: Record<string, CellSummary> = {};
  const scopes: Record<string, ReportScope> = {};
  const labels: Record<string, readonly [number, number]> = {};
  for (const part of table.parts) {
    for (const { spec, label, labelSpan } of part.rows) {
      const scope = scopeOfLabel(label);
      if (scope) scopes[spec.key] = scope;
      const { line, character } = source.positionAt(labelSpan.start);
      for (const column of part.spec.columns) {
        const key = figureKey(spec.key, column.key);
        const figure = table.figures.get(key);
        if (!figure) continue;
        const cell = (cells[key] = summariseCell(figure, source));
        if (cell[1] > line + 1) labels[spec.key] = [line + 1, character + 1];
      }
    }
  }
  const form = ownForm(table.spec, table.edition);
  return {
    edition: table.edition.root,
    cells,
    broken: brokenCells(table),
    ...(Object.keys(labels).length > 0 ? { labels } : {}),
    ...(Object.keys(scopes).length > 0 ? { scopes } : {}),
    ...(form ? { form } : {}),
  };
}

function summariseCell({ quantity, span, isSplit }: Figure, source: Source): CellSummary {
  const { line, character } = source.positionAt(span.start);
  const state =
    quantity.kind === 'value'
      ? quantity.decimals > 0
        ? quantity.value.toFixed(Math.min(quantity.decimals, 20))
        : quantity.value
      : quantity.kind === 'blank'
        ? null
        : quantity.kind === 'dash'
          ? '-'
          : '?';
  const place = [state, line + 1, character + 1, span.end - span.start] as const;
  return isSplit ? [...place, true] : place;
}

/** Cells that broken relations stand on; of one that is to blame, what it should be. */
function brokenCells({ core }: BoundTable): Readonly<Record<string, number | null>> {
  const broken: Record<string, number | null> = {};
  for (const { kind, culprit, left, right } of evaluate(core)) {
    if (kind !== 'broken' && kind !== 'blocked') continue;
    for (const { row, column, figure } of [...left, ...right])
      if (figure) broken[figureKey(row.key, column.key)] ??= null;
    if (culprit) broken[figureKey(culprit.figure.row.key, culprit.figure.column.key)] = culprit.corrected;
  }
  return broken;
}

/** Scope that a row names behind its label: 行政处罚（市本级）. */
function scopeOfLabel(label: string): ReportScope | undefined {
  const suffix = /\(([^()]{2,12})\)$/.exec(fold(label))?.[1] ?? '';
  if (/本级|本机关|本部门|本单位/.test(suffix)) return 'body';
  return /全[省市县区州旗镇乡]|汇总|含下级/.test(suffix) ? 'area' : undefined;
}
