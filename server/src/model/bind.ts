import { editionById, editionForYear } from '../format/index.ts';
import type { Edition } from '../format/types.ts';
import {
  type Block,
  blocksByKind,
  type Directive,
  type Heading,
  indexOfBlock,
  isKind,
  type Placed,
  type Table,
} from '../syntax/block.ts';
import { fold } from '../text/fold.ts';
import type { Source } from '../text/source.ts';
import { cover, shift, type Span } from '../text/span.ts';
import { bindTable, type Binding } from './tables/binder.ts';
import { readIdentity } from './identity.ts';
import type { LocalStatutes } from '../statutes/registry/localStatutes.ts';
import { matchTitle } from './sectionTitle.ts';
import {
  type BoundColumn,
  type BoundPart,
  type BoundRow,
  type BoundTable,
  type Figure,
  type Item,
  type Report,
  type Section,
  type ShortRow,
  type Stated,
} from './report.ts';
import { textFacts } from '../syntax/paragraphFacts.ts';

/**
 * Understands a draft: which edition, which sections, which tables. `edition` overrides the choice by year;
 * `localStatutes` are those of the workspace's own.
 */
export function bind(
  source: Source,
  blocks: readonly Placed[],
  edition: Edition['id'] | null,
  localStatutes?: LocalStatutes,
): Report {
  const { directives } = blocksByKind(blocks);
  const identity = readIdentity(blocks);
  const yearDirective = directives.findLast(({ block }) => block.command.kind === 'year');
  const reportYear: Stated<number> | null =
    yearDirective?.block.command.kind === 'year'
      ? { value: yearDirective.block.command.year, span: shift(yearDirective.block.span, yearDirective.at) }
      : identity.year;
  const chosen =
    directedEdition(directives) ??
    (edition === null ? undefined : editionById(edition)) ??
    (reportYear ? editionForYear(reportYear.value) : undefined) ??
    editionByTables(blocks) ??
    null;
  const sections = bindSections(blocks, chosen, identity.title?.span);
  const { tables, otherTables } = bindTables(blocks, chosen, sections);
  return {
    source,
    blocks,
    directives,
    edition: chosen,
    reportYear,
    title: identity.title,
    publicBody: identity.publicBody,
    sections,
    tables,
    otherTables,
    ...(localStatutes ? { localStatutes } : {}),
  };
}

function directedEdition(directives: readonly Placed<Directive>[]): Edition | undefined {
  for (const { block } of directives) {
    if (block.command.kind === 'edition') {
      const edition = editionById(block.command.edition);
      if (edition) return edition;
    }
  }
  return undefined;
}

/** Without a year only labels that one edition has alone decide. */
function editionByTables(blocks: readonly Placed[]): Edition | undefined {
  for (const placed of blocksByKind(blocks).tables) {
    const binding = bindTable(placed.block, null);
    if (binding?.spec.id === 't2.disclosure') return editionById(binding.editionId);
  }
  return undefined;
}

// ── Sections ──

function bindSections(blocks: readonly Placed[], edition: Edition | null, titleSpan: Span | undefined): Section[] {
  const headings = blocksByKind(blocks).headings.filter(
    placed => !(titleSpan && placed.at <= titleSpan.start && titleSpan.start < placed.at + placed.block.length),
  );
  const first = firstLevel(headings, ({ block }) => matchTitle(block, edition)?.spec.id);
  const sections: Section[] = [];
  const starts = blocksByKind(blocks).headings.flatMap(placed =>
    first.has(placed) ? [indexOfBlock(blocks, placed.at)] : [],
  );
  for (const [i, index] of starts.entries()) {
    const heading = blocks[index] as Placed<Heading>;
    const content = blocks.slice(index + 1, starts[i + 1] ?? blocks.length);
    const found = matchTitle(heading.block, edition);
    let items: readonly Item[] | undefined;
    sections.push({
      heading,
      id: found?.spec.id ?? null,
      spec: found?.spec ?? null,
      match: found?.match ?? 'none',
      title: heading.block.text.text,
      titleSpan: textSpan(heading),
      span: { start: heading.at, end: endOf(content.at(-1) ?? heading) },
      blocks: content,
      // For the outline and what stands at a place, not for each version.
      get items() {
        return (items ??= itemsOf(content));
      },
    });
  }
  return sections;
}

/** Place of a heading's number and title. */
function textSpan({ at, block }: Placed<Heading>): Span {
  const first = block.text.pieces[0];
  const last = block.text.pieces.at(-1);
  return { start: at + (first?.from ?? 0), end: at + (last?.to ?? 0) };
}

/** Where a block's text ends, blank lines behind it left out. */
function endOf({ at, block }: Placed): number {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return at + (block.text.pieces.at(-1)?.to ?? block.length);
    case 'table':
    case 'directive':
      return at + block.span.end;
  }
}

/**
 * The headings of the first level. Numbered 一、 they are that, save a list that restarts inside a section; else the
 * form (Markdown level, （一）, 1., or titles alone) in which most of the known sections stand.
 */
function firstLevel(
  headings: readonly Placed<Heading>[],
  knows: (heading: Placed<Heading>) => string | undefined,
): ReadonlySet<Placed<Heading>> {
  const chinese = headings.filter(({ block }) => block.numbering?.style === 'chinese');
  if (chinese.length > 0) {
    const level = (chinese.find(heading => knows(heading) !== undefined) ?? chinese[0])?.block.markdownLevel;
    const main = chinese.filter(
      ({ block }) => block.markdownLevel === undefined || level === undefined || block.markdownLevel <= level,
    );
    const sequence = withoutNestedLists(main, heading => knows(heading) !== undefined);
    const alone =
      level === undefined
        ? []
        : headings.filter(({ block }) => !block.numbering && block.markdownLevel === level && !isPreface(block));
    return new Set([...sequence, ...alone]);
  }
  const groups = new Map<string, Placed<Heading>[]>();
  for (const heading of headings) {
    const { numbering, markdownLevel } = heading.block;
    const key = numbering?.style ?? (markdownLevel === undefined ? 'plain' : `#${String(markdownLevel)}`);
    const group = groups.get(key);
    if (group) group.push(heading);
    else groups.set(key, [heading]);
  }
  let best: Placed<Heading>[] = [];
  let bestCount = 1;
  for (const group of groups.values()) {
    const count = new Set(group.map(knows).filter(id => id !== undefined)).size;
    if (count > bestCount) {
      bestCount = count;
      best = group;
    }
  }
  return new Set(best.filter(({ block }) => !isPreface(block)));
}

function isPreface(block: Heading): boolean {
  return /^(?:引言|前言|导语|目录|\(?附)/.test(fold(block.title.text));
}

/** Drops 一、二、… that restart inside a section: unknown titles that begin again at 一 or stand before a known successor. */
function withoutNestedLists(
  headings: readonly Placed<Heading>[],
  isKnown: (heading: Placed<Heading>) => boolean,
): Placed<Heading>[] {
  // Where each number last stands before a known title: then it is still to come.
  const lastKnown = new Map<number, number>();
  for (const [i, heading] of headings.entries())
    if (isKnown(heading)) lastKnown.set(heading.block.numbering?.value ?? 0, i);
  const kept: Placed<Heading>[] = [];
  let last = 0;
  let nested = 0;
  for (const [i, heading] of headings.entries()) {
    const value = heading.block.numbering?.value ?? 0;
    const goesOnLater = (lastKnown.get(last + 1) ?? -1) > i;
    const restarts = value === 1 && last > 1;
    const isNested =
      !isKnown(heading) && (restarts || (goesOnLater && value <= last) || (nested > 0 && value === nested + 1));
    nested = isNested ? value : 0;
    if (isNested) continue;
    kept.push(heading);
    last = value;
  }
  return kept;
}

interface GrowingItem {
  readonly heading: Placed<Heading>;
  readonly key: string;
  readonly items: GrowingItem[];
  end: number;
}

/** Headings below the first level as a tree; forms nest in the order in which the section uses them. */
function itemsOf(blocks: readonly Placed[]): readonly Item[] {
  const roots: GrowingItem[] = [];
  const open: GrowingItem[] = [];
  let end = 0;
  const closeFrom = (depth: number) => {
    for (const item of open.splice(depth)) item.end = end;
  };
  for (const placed of blocks) {
    if (isKind(placed, 'heading')) {
      const { numbering, markdownLevel } = placed.block;
      const key = numbering?.style ?? `#${String(markdownLevel ?? 7)}`;
      const same = open.findIndex(item => item.key === key);
      closeFrom(same >= 0 ? same : open.length);
      const item: GrowingItem = { heading: placed, key, items: [], end: 0 };
      (open.at(-1)?.items ?? roots).push(item);
      open.push(item);
    }
    end = endOf(placed);
  }
  closeFrom(0);
  const finish = (item: GrowingItem): Item => ({
    heading: item.heading,
    title: item.heading.block.text.text,
    titleSpan: textSpan(item.heading),
    span: { start: item.heading.at, end: Math.max(item.end, textSpan(item.heading).end) },
    items: item.items.map(finish),
  });
  return roots.map(finish);
}

// ── Tables ──

interface PlacedBinding {
  readonly placed: Placed<Table>;
  readonly binding: Binding;
  readonly section: Section | undefined;
}

function bindTables(
  blocks: readonly Placed[],
  edition: Edition | null,
  sections: readonly Section[],
): { tables: BoundTable[]; otherTables: Placed<Table>[] } {
  const otherTables: Placed<Table>[] = [];
  const groups: PlacedBinding[][] = [];
  for (const placed of blocksByKind(blocks).tables) {
    const binding = bindTable(placed.block, edition);
    if (!binding || (binding.rows.length === 0 && binding.figures.size === 0) || isOnlyLabels(placed.block, binding)) {
      otherTables.push(placed);
      continue;
    }
    const section = sections.findLast(({ span }) => span.start <= placed.at);
    const previous = groups.at(-1);
    const isContinued =
      previous?.[0]?.binding.spec === binding.spec &&
      previous[0].section === section &&
      !previous.some(each => each.binding.rows.some(row => binding.rows.some(other => other.spec === row.spec)));
    if (isContinued) previous.push({ placed, binding, section });
    else groups.push([{ placed, binding, section }]);
  }
  return { tables: markRepeats(groups.map(merge), blocks, edition), otherTables };
}

/** Labels without a single figure, torn off a table that lost its layout. */
function isOnlyLabels(block: Table, { figures, shortRows }: Binding): boolean {
  return block.columnCount === 0 && figures.size === 0 && shortRows.every(({ values }) => values.length === 0);
}

/** One official table out of the blocks that it is written in, with places counted from the start of the draft. */
function merge(group: readonly PlacedBinding[]): BoundTable {
  const [first] = group;
  if (!first) throw new Error('a table has at least one block');
  const figures = new Map<string, Figure>();
  const rows: (BoundRow & { part: unknown })[] = [];
  const extraRows: { label: string; span: Span }[] = [];
  const shortRows: ShortRow[] = [];
  const seen = new Map<unknown, Set<string>>();
  const headers = new Map<unknown, BoundColumn[]>();
  for (const {
    placed: { at },
    binding,
  } of group) {
    const lift = (figure: Figure): Figure => ({ ...figure, span: shift(figure.span, at) });
    for (const [key, figure] of binding.figures) if (!figures.has(key)) figures.set(key, lift(figure));
    for (const row of binding.rows)
      rows.push({ ...row, labelSpan: shift(row.labelSpan, at), span: shift(row.span, at) });
    for (const row of binding.extraRows) extraRows.push({ ...row, span: shift(row.span, at) });
    for (const row of binding.shortRows) shortRows.push({ row: row.row, values: row.values.map(lift) });
    for (const [part, columns] of binding.seenColumns) seen.set(part, new Set([...(seen.get(part) ?? []), ...columns]));
    for (const [part, columns] of binding.headers) {
      const known = headers.get(part) ?? [];
      const added = columns.filter(({ spec }) => !known.some(each => each.spec === spec));
      headers.set(part, [...known, ...added.map(column => ({ ...column, labelSpan: shift(column.labelSpan, at) }))]);
    }
  }
  const { spec, editionId } = first.binding;
  const parts = spec.parts.map((part): BoundPart => ({
    spec: part,
    rows: rows.filter(row => row.part === part),
    seenColumns: seen.get(part) ?? new Set(),
    header: headers.get(part) ?? [],
  }));
  const spans = group.map(({ placed }) => shift(placed.block.span, placed.at));
  return {
    spec,
    editionId,
    blocks: group.map(({ placed }) => placed),
    span: cover(spans) ?? { start: 0, end: 0 },
    sectionId: first.section?.id ?? null,
    parts,
    figures,
    repeats: null,
    extraRows,
    shortRows,
  };
}

// ── The same table twice ──

/** Words of a caption that tell two tables of one kind apart: a scope, another body, a comparison. */
const OTHER_SCOPE =
  /本级|本机关|本部门|本单位|全[省市县区州旗镇]|[省市县区州旗乡镇街]{2}|各[省市县区州旗乡镇单部]|所属|下属|直属|[上去前]年|同期|对比|比较|汇总|合计|填报|范例|样表|附[表件]/;
const OTHER_REPORT = /公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)$/;
const LONGEST_CAPTION = 60;
const CAPTION_BLOCKS = 2;

/**
 * Tells which tables only state another one again. The first with a figure counts, so that an empty form above the
 * table that was filled in is the repetition.
 */
function markRepeats(tables: readonly BoundTable[], blocks: readonly Placed[], edition: Edition | null): BoundTable[] {
  const result = [...tables];
  const titles = [...reportTitlesIn(blocks)].map(({ placed }) => placed.at);
  const kept = new Map<string, number[]>();
  for (const [i, table] of tables.entries()) {
    if (!table.spec.isRequired || (edition && !edition.tables.includes(table.spec)) || isScoped(table, blocks))
      continue;
    const group = `${table.editionId} ${table.spec.id} ${String(titles.filter(at => at < table.span.start).length)}`;
    const known = kept.get(group) ?? [];
    kept.set(group, known);
    const place = known.findIndex(k => haveSameRows(tables[k], table));
    const first = known[place];
    const other = first === undefined ? undefined : tables[first];
    if (first === undefined || !other) known.push(i);
    else if (hasFigure(other) || !hasFigure(table)) result[i] = { ...table, repeats: other };
    else {
      result[first] = { ...other, repeats: table };
      known[place] = i;
    }
  }
  return result;
}

function hasFigure({ figures, shortRows }: BoundTable): boolean {
  return [...figures.values(), ...shortRows.flatMap(({ values }) => values)].some(
    ({ quantity }) => quantity.kind === 'value',
  );
}

/** Half of the rows of either, and none of them under a label with another suffix: 规章（市本级）. */
function haveSameRows(a: BoundTable | undefined, b: BoundTable): boolean {
  if (!a) return false;
  const labels = new Map(a.parts.flatMap(({ rows }) => rows).map(({ spec, label }) => [spec, label] as const));
  const rows = b.parts.flatMap(part => part.rows);
  const shared = rows.filter(({ spec }) => labels.has(spec));
  return (
    shared.length > 0 &&
    shared.length * 2 >= Math.max(rows.length, labels.size) &&
    shared.every(({ spec, label }) => labels.get(spec) === label || fold(labels.get(spec) ?? '') === fold(label))
  );
}

/** Whether the words right above a table name a scope, another year, or that it is attached. */
function isScoped({ blocks: [first] }: BoundTable, blocks: readonly Placed[]): boolean {
  const index = first ? indexOfBlock(blocks, first.at) : -1;
  return (
    index > 0 &&
    blocks
      .slice(Math.max(0, index - CAPTION_BLOCKS), index)
      .flatMap(({ block }) => textsIn(block))
      .some(text => OTHER_SCOPE.test(text))
  );
}

const reportTitlesIn = textFacts((_, block) => (textsIn(block).some(text => OTHER_REPORT.test(text)) ? [true] : []));

/** A block's text where it is short enough for a title or a caption; headings of the six parts say nothing of a scope. */
function textsIn(block: Block): string[] {
  const text =
    block.kind === 'paragraph' || (block.kind === 'heading' && block.numbering?.style !== 'chinese')
      ? block.text.text
      : '';
  return text !== '' && text.length <= LONGEST_CAPTION ? [text.trim()] : [];
}
