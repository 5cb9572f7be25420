import type { Edition, RowSpec } from '../format/types.ts';
import { type Block, indexOfBlock, type Placed } from '../syntax/block.ts';
import { fold } from '../text/fold.ts';
import { memoByObject } from '../text/memo.ts';
import type { TableContent } from './report.ts';

/** Words of a caption that tell two tables of one kind apart: a scope, another body, a comparison. */
const OTHER_SCOPE =
  /本级|本机关|本部门|本单位|全[省市县区州旗镇]|[省市县区州旗乡镇街]{2}|各[省市县区州旗乡镇单部]|所属|下属|直属|[上去前]年|同期|对比|比较|汇总|合计|填报|范例|样表|附[表件]/;
const OTHER_REPORT = /公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)$/;
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
    const { spec, editionId } = core;
    if (!spec.isRequired || (edition && !edition.tables.includes(spec)) || isScoped(at, blocks)) continue;
    const group = `${editionId} ${spec.id} ${String(report)}`;
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
    new Map(parts.flatMap(({ rows }) => rows).map(({ spec, label }) => [spec, label] as const)),
);

/** Half of the rows of either, and none of them under a label with another suffix: 规章（市本级）. */
function haveSameRows(a: TableContent | undefined, b: TableContent): boolean {
  if (!a) return false;
  const labels = labelsOf(a);
  const rows = b.parts.flatMap(part => part.rows);
  const shared = rows.filter(({ spec }) => labels.has(spec));
  return (
    shared.length > 0 &&
    shared.length * 2 >= Math.max(rows.length, labels.size) &&
    shared.every(({ spec, label }) => labels.get(spec) === label || fold(labels.get(spec) ?? '') === fold(label))
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

const namesOtherScope = memoByObject((block: Block) => OTHER_SCOPE.test(shortTextOf(block)));
const isReportTitle = memoByObject((block: Block) => OTHER_REPORT.test(shortTextOf(block)));

/** Where titles of reports start. */
function reportTitlesIn(blocks: readonly Placed[]): readonly number[] {
  return blocks.flatMap(({ at, block }) => (shortTextOf(block) !== '' && isReportTitle(block) ? [at] : []));
}

/** A block's text where it is short enough for a title or a caption; headings of the six parts say nothing of a scope. */
function shortTextOf(block: Block): string {
  if (block.kind !== 'paragraph' && (block.kind !== 'heading' || block.numbering?.style === 'chinese')) return '';
  const { text } = block.text;
  return text.length <= LONGEST_CAPTION ? text.trim() : '';
}
