import type { PartSpec, RowSpec } from '../../format/types.ts';
import { coreOf, fold } from '../../text/fold.ts';
import { memoByObject } from '../../text/memo.ts';

/** A row that a text may be the label of. */
export interface LabelledRow {
  readonly row: RowSpec;
  /** `exact` as printed; `variant` as one of its variants, or without the unit in brackets behind it. */
  readonly match: 'exact' | 'variant';
}

/** The labels of a part of labels and values: those of its rows, and those of the merged cells before them. */
export interface KeyValueLabels {
  /** Rows in the order of the form. */
  rows(text: string): readonly LabelledRow[];
  /** Labels down to those of the groups that a text may name, outermost first, in the order of the form. */
  groups(text: string): readonly (readonly string[])[];
}

/** No label is longer. */
const LONGEST_LABEL = 120;

export const keyValueLabels = memoByObject(({ rows }: PartSpec): KeyValueLabels => {
  const byText = new Map<string, LabelledRow[]>();
  const add = (text: string, row: RowSpec, match: LabelledRow['match']): void => {
    const known = byText.get(text);
    if (!known) byText.set(text, [{ row, match }]);
    else if (!known.some(each => each.row === row)) known.push({ row, match });
  };
  const groups = new Map<string, Map<string, readonly string[]>>();
  for (const row of rows) {
    add(fold(row.label), row, 'exact');
    for (const variant of row.variants ?? []) add(fold(variant), row, 'variant');
    for (const text of [row.label, ...(row.variants ?? [])]) add(coreOf(text), row, 'variant');
    for (const [depth, label] of row.path.entries()) {
      const path = row.path.slice(0, depth + 1);
      for (const text of [fold(label), coreOf(label)]) {
        const known = groups.get(text) ?? new Map<string, readonly string[]>();
        groups.set(text, known.set(path.join('\n'), path));
      }
    }
  }
  return {
    rows: text => {
      if (text === '' || text.length > LONGEST_LABEL) return [];
      const printed = byText.get(fold(text)) ?? [];
      const others = (byText.get(coreOf(text)) ?? []).filter(({ row }) => !printed.some(each => each.row === row));
      return [...printed, ...others.map(({ row }): LabelledRow => ({ row, match: 'variant' }))];
    },
    groups: text => {
      if (text === '' || text.length > LONGEST_LABEL) return [];
      return [...(groups.get(fold(text)) ?? groups.get(coreOf(text)) ?? new Map<string, never>()).values()];
    },
  };
});

/** Whether a row stands under the merged cells of a path, or of one that it goes on with. */
export function isUnder({ path }: RowSpec, group: readonly string[]): boolean {
  return group.every((label, depth) => path[depth] === label);
}
