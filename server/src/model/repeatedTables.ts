import { CAPTION_OF_ANOTHER_SCOPE } from '../format/data/vocabulary.ts';
import { endsWithReportName } from '../format/reportNames.ts';
import type { Edition, RowSpec } from '../format/types.ts';
import { type Block, indexOfBlock, type Placed } from '../syntax/block.ts';
import { fold } from '../text/fold.ts';
import { memoByObject } from '../text/memo.ts';
import type { BoundRow, TableContent } from './report.ts';

const LONGEST_CAPTION = 60;
const CAPTION_BLOCKS = 2;

/**
 * Which tables only state another one again, by their places in the list. The first with a figure counts, so that an
 * empty form above the table that was filled in is the repetition.
 */
export function repeatedTables(
  tables: readonly { readonly core: TableContent; readonly at: number }[],
  blocks: readonly Placed[],
  edition: Edition | null,
): ReadonlyMap<number, number> {
  const repeats = new Map<number, number>();
  const titles = reportTitlesIn(blocks);
  const kept = new Map<string, number[]>();
  let report = 0;
  for (const [i, { core, at }] of tables.entries()) {
    while ((titles[report] ?? Infinity) < core.span.start + at) report++;
    const { spec, edition: own } = core;
    if (!spec.isRequired || (edition && !edition.tables.includes(spec)) || isScoped(at, blocks)) continue;
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

/** Whether the words right above a table name a scope, another year, or that it is attached. */
function isScoped(at: number, blocks: readonly Placed[]): boolean {
  const index = indexOfBlock(blocks, at);
  for (let i = Math.max(0, index - CAPTION_BLOCKS); i < index; i++) {
    const block = blocks[i]?.block;
    if (block && namesOtherScope(block)) return true;
  }
  return false;
}

const namesOtherScope = memoByObject((block: Block) => CAPTION_OF_ANOTHER_SCOPE.test(shortTextOf(block)));
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

/**
 * A block's text where it is short enough for a title or a caption; headings of the six parts say nothing of a scope.
 */
function shortTextOf(block: Block): string {
  if (block.kind !== 'paragraph' && (block.kind !== 'heading' || block.numbering?.style === 'chinese')) return '';
  const { text } = block.text;
  return text.length <= LONGEST_CAPTION ? text.trim() : '';
}
