import type { ChosenEdition } from '../format/editionSet.ts';
import { blocksByKind, type Heading, indexOfBlock, isKind, type Placed } from '../syntax/block.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Item, Section } from './report.ts';
import { matchTitle } from './sectionTitle.ts';

/**
 * First-level sections in the order of the draft. `titlePlace`: the lines of the report's own title, which are no
 * sections.
 */
export function bindSections(
  blocks: readonly Placed[],
  chosen: ChosenEdition,
  titlePlace: Span | undefined,
): Section[] {
  const headings = blocksByKind(blocks).headings.filter(
    ({ at }) => !(titlePlace && titlePlace.start <= at && at < titlePlace.end),
  );
  const first = firstLevel(headings, ({ block }) => matchTitle(block, chosen)?.spec.id, chosen);
  const others = chosen.edition?.sections.find(({ takesOthers }) => takesOthers);
  const sections: Section[] = [];
  const starts = blocksByKind(blocks).headings.flatMap(placed =>
    first.has(placed) ? [indexOfBlock(blocks, placed.at)] : [],
  );
  for (const [i, index] of starts.entries()) {
    const heading = blocks[index] as Placed<Heading>;
    const content = blocks.slice(index + 1, starts[i + 1] ?? blocks.length);
    const found = matchTitle(heading.block, chosen);
    const spec = found?.spec ?? others ?? null;
    let items: readonly Item[] | undefined;
    sections.push({
      heading,
      id: spec?.id ?? null,
      role: spec?.role ?? null,
      spec,
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
  chosen: ChosenEdition,
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
    return new Set([...sequence, ...alone, ...inGaps(headings, sequence, chosen)]);
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

/**
 * Headings that stand where a number of the first level is missing, bear this number in another form or none, and
 * have the title that the edition prescribes there: ㈠总体情况 before 二、.
 */
function inGaps(
  headings: readonly Placed<Heading>[],
  sequence: readonly Placed<Heading>[],
  chosen: ChosenEdition,
): Placed<Heading>[] {
  const { edition } = chosen;
  if (!edition?.isPrescribed) return [];
  const found: Placed<Heading>[] = [];
  let last = 0;
  for (const [i, heading] of sequence.entries()) {
    const value = heading.block.numbering?.value ?? 0;
    const ordinal = last + 1;
    const spec = value === ordinal + 1 ? edition.sections[last] : undefined;
    if (spec) {
      const from = sequence[i - 1]?.at ?? -1;
      const between = headings.filter(({ at }) => at > from && at < heading.at);
      const missing = between.find(({ block }) => {
        const match = matchTitle(block, chosen);
        return (
          match?.spec.id === spec.id && match.match !== 'similar' && (block.numbering?.value ?? ordinal) === ordinal
        );
      });
      const style = missing?.block.numbering?.style;
      // An item in a list of its own kind is no section, whatever it is called.
      const isItem = between.some(
        ({ at, block }) => missing && at < missing.at && block.numbering && block.numbering.style === style,
      );
      if (missing && !isItem) found.push(missing);
    }
    last = value;
  }
  return found;
}

function isPreface(block: Heading): boolean {
  return /^(?:引言|前言|导语|目录|\(?附)/.test(fold(block.title.text));
}

/**
 * Drops 一、二、… that restart inside a section: unknown titles that begin again at 一 or stand before a known successor,
 * and paragraphs that begin with a number (一、加强领导。确定专人…) where another heading of this number stands alone on its line.
 */
function withoutNestedLists(
  headings: readonly Placed<Heading>[],
  isKnown: (heading: Placed<Heading>) => boolean,
): Placed<Heading>[] {
  // Where each number last stands before a known title: then it is still to come.
  const lastKnown = new Map<number, number>();
  for (const [i, heading] of headings.entries())
    if (isKnown(heading)) lastKnown.set(heading.block.numbering?.value ?? 0, i);
  const alone = new Set(
    headings.filter(heading => !heading.block.runsOn && isKnown(heading)).map(({ block }) => block.numbering?.value),
  );
  const kept: Placed<Heading>[] = [];
  let last = 0;
  let nested = 0;
  for (const [i, heading] of headings.entries()) {
    const value = heading.block.numbering?.value ?? 0;
    const goesOnLater = (lastKnown.get(last + 1) ?? -1) > i;
    const restarts = value === 1 && last > 1;
    const goesOn = nested > 0 && value === nested + 1;
    const isNested =
      (heading.block.runsOn && (alone.has(value) || goesOn)) ||
      (!isKnown(heading) && (restarts || (goesOnLater && value <= last) || goesOn));
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
