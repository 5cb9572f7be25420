import { endsWithReportName } from '../format/reportNames.ts';
import type { Edition, RowSpec } from '../format/types.ts';
import { type Block, type Placed } from '../syntax/block.ts';
import { fold } from '../text/fold.ts';
import { memoByObject } from '../text/memo.ts';
import { isScoped, LONGEST_CAPTION, shortTextOf } from './captions.ts';
import type { BoundRow, TableContent } from './report.ts';

/**
 * Which tables only state another one again, by their places in the list. The first with a figure counts, so that an
 * empty form above the table that was filled in is the repetition.
 */
export function repeatedTables(
  tables: readonly { readonly core: TableContent; readonly at: number; readonly isOfOtherYear: boolean }[],
  blocks: readonly Placed[],
  edition: Edition | null,
): ReadonlyMap<number, number> {
  const repeats = new Map<number, number>();
  const titles = reportTitlesIn(blocks);
  const kept = new Map<string, number[]>();
  let report = 0;
  for (const [i, { core, at, isOfOtherYear }] of tables.entries()) {
    while ((titles[report] ?? Infinity) < core.span.start + at) report++;
    const { spec, edition: own } = core;
    if (!spec.isRequired || (edition && !edition.tables.includes(spec)) || isOfOtherYear) continue;
    if (isScoped(at, blocks)) continue;
    const group = `${own.id} ${spec.id} ${String(report)}`;
    const known = kept.get(group) ?? [];
    kept.set(group, known);
    const place = known.findIndex(k => haveSameRows(tables[k]?.core, core));
    const first = known[place];
    const other = first === undefined ? undefined : tables[first]?.core;
    if (first === undefined || !other) known.push(i);
    else if (hasFigure(other) || !hasFigure(core)) repeats.set(i, first);
    else {
      repeats.set(first, i);
      known[place] = i;
    }
  }
  return repeats;
}

const hasFigure = memoByObject(({ figures, shortRows }: TableContent) =>
  [...figures.values(), ...shortRows.flatMap(({ values }) => values)].some(({ quantity }) => quantity.kind === 'value'),
);

const labelsOf = memoByObject(
  ({ parts }: TableContent): ReadonlyMap<RowSpec, string> =>
    new Map(parts.flatMap(({ rows }) => rows).map(row => [row.spec, labelOf(row)] as const)),
);

/** A row's label as written; the form's where it is broken or lost. */
function labelOf({ spec, label, match }: BoundRow): string {
  return label === '' || match === 'similar' ? spec.label : label;
}

/** Half of the rows of either, and none of them under a label with another suffix: 规章（市本级）. */
function haveSameRows(a: TableContent | undefined, b: TableContent): boolean {
  if (!a) return false;
  const labels = labelsOf(a);
  const rows = b.parts.flatMap(part => part.rows);
  const shared = rows.filter(({ spec }) => labels.has(spec));
  return (
    shared.length > 0 &&
    shared.length * 2 >= Math.max(rows.length, labels.size) &&
    shared.every(row => {
      const [label, other] = [labelOf(row), labels.get(row.spec) ?? ''];
      return label === other || fold(label) === fold(other);
    })
  );
}

const isReportTitle = memoByObject((block: Block) => {
  const text = shortTextOf(block);
  return text !== '' && endsWithReportName(text);
});

/** Where titles of reports start. */
function reportTitlesIn(blocks: readonly Placed[]): readonly number[] {
  const titles: number[] = [];
  for (const { at, block } of blocks)
    if ('text' in block && block.text.text.length <= LONGEST_CAPTION && isReportTitle(block)) titles.push(at);
  return titles;
}
