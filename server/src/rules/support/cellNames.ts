import type { Figure } from '../../model/report.ts';

/**
 * Name of a cell's row; empty where it has none but a group header. Beside a label that stands in several groups (总数)
 * no head tells them apart, so that the group is named too.
 */
export function rowOf({ row: { label, path }, column }: Pick<Figure, 'row' | 'column'>): string {
  const group = path.at(-1) ?? '';
  return column.label === '' && label !== '' && group !== '' && group !== label ? `${group}·${label}` : label;
}
