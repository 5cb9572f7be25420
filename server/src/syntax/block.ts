import type { MappedText } from '../text/mappedText.ts';
import { memoByObject } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
import type { WrittenSigns } from './writtenSigns.ts';

/**
 * A block is one piece of a draft's layout. It does not know where it stands: all spans in it count from its own
 * start, so that an untouched block is the same object in the next version of the draft.
 */
export type Block = Heading | Paragraph | Table | Directive;

/** A block and the offset in the draft at which it starts. */
export interface Placed<B extends Block = Block> {
  readonly at: number;
  readonly block: B;
}

interface BlockBase {
  /** UTF-16 units up to the next block: line ends, blank lines and tags behind it included. */
  readonly length: number;
  /** Signs in its text that are read as others than they are; undefined for none. */
  readonly signs?: WrittenSigns;
}

/** Forms of numbering, from the outermost to the innermost as official documents nest them (GB/T 9704). */
export type NumberingStyle = 'chinese' | 'chineseBracket' | 'arabic' | 'arabicBracket' | 'circled';

/** The number in front of a heading or an item: 一、 （一） 1. （1） ①. */
export interface Numbering {
  readonly style: NumberingStyle;
  readonly value: number;
  /** The number with its brackets and separator, as written. */
  readonly span: Span;
  /** A stray 是 between the number and the title, as in `（一）是持续加大…`. */
  readonly stray?: Span;
  /** The signs that stand for its numeral and only look like one: — for 一. */
  readonly lookAlike?: Span;
}

/** A title of a section or of an item. */
export interface Heading extends BlockBase {
  readonly kind: 'heading';
  /** The heading without Markdown signs, tags and white space at its ends: `一、总体情况`. */
  readonly text: MappedText;
  /** The heading without its number: `总体情况`. */
  readonly title: MappedText;
  readonly numbering?: Numbering;
  /** Number of `#`, or of an h1–h6 tag. */
  readonly markdownLevel?: number;
  /** The sign behind the title that `text` leaves out: `：` of a heading that opens a list, `。`. */
  readonly closing?: string;
  /** Whether text follows the heading on its own line; that text is the next block. */
  readonly runsOn: boolean;
}

/** Running text, one physical line (or one paragraph of a web page). */
export interface Paragraph extends BlockBase {
  readonly kind: 'paragraph';
  readonly text: MappedText;
  /** The number it starts with, where it is an item too long to be a heading. */
  readonly numbering?: Numbering;
}

/** How a table is written. */
export type LayoutId = 'html' | 'pipe' | 'grid' | 'tabbed' | 'delimited' | 'aligned' | 'cellPerLine' | 'inLine';

/** A table as rows of cells; the model tells which official table it is. */
export interface Table extends BlockBase {
  readonly kind: 'table';
  readonly layout: LayoutId;
  readonly rows: readonly Row[];
  /** Grid columns; 0 for a layout that keeps no columns (one cell per line). */
  readonly columnCount: number;
  /** Extent of the table without blank lines behind it. */
  readonly span: Span;
}

export interface Row {
  readonly span: Span;
  /** Cells in grid order; a merged cell is the same object in every place that it covers. */
  readonly cells: readonly Cell[];
}

export interface Cell {
  /**
   * The cell's words: without tags, marks and notes, entities decoded, white space at the ends removed; a line break
   * inside is one space, between two figures a line break.
   */
  readonly text: string;
  /** The text's place; for an empty cell the empty span at which its text would be written. */
  readonly span: Span;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A comment for the checker: `<!-- 年报检查 忽略 totals/row-total：理由 -->`, `年度 2024`, `格式 2019`. */
export interface Directive extends BlockBase {
  readonly kind: 'directive';
  readonly span: Span;
  readonly command: DirectiveCommand;
}

export type DirectiveCommand =
  | { readonly kind: 'silence'; readonly rule: string; readonly ruleSpan: Span; readonly reason: string }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'edition'; readonly edition: string; readonly editionSpan: Span }
  | { readonly kind: 'unreadable'; readonly text: string }
  /** A comment for people. */
  | { readonly kind: 'note' };

/** Index of the block that starts at `at`; -1 for none. */
export function indexOfBlock(blocks: readonly Placed[], at: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = blocks[middle]?.at ?? Infinity;
    if (found === at) return middle;
    if (found < at) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The last block that starts at or before an offset, if it reaches that far. */
export function blockAt(blocks: readonly Placed[], offset: number): Placed | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.at ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  const placed = blocks[low];
  return placed && placed.at <= offset && offset <= placed.at + placed.block.length ? placed : undefined;
}

/** Blocks of each kind, in order. */
export interface BlocksByKind {
  readonly headings: readonly Placed<Heading>[];
  readonly tables: readonly Placed<Table>[];
  readonly directives: readonly Placed<Directive>[];
}

export const blocksByKind = memoByObject((blocks: readonly Placed[]): BlocksByKind => {
  const headings: Placed<Heading>[] = [];
  const tables: Placed<Table>[] = [];
  const directives: Placed<Directive>[] = [];
  for (const placed of blocks) {
    if (isKind(placed, 'heading')) headings.push(placed);
    else if (isKind(placed, 'table')) tables.push(placed);
    else if (isKind(placed, 'directive')) directives.push(placed);
  }
  return { headings, tables, directives };
});

/** Whether a block of this kind stands at this place; narrows the type. */
export function isKind<K extends Block['kind']>(
  placed: Placed,
  kind: K,
): placed is Placed<Extract<Block, { kind: K }>> {
  return placed.block.kind === kind;
}

/** Index of a block in its draft; -1 for one of another. */
export function indexIn({ blocks }: { readonly blocks: readonly Placed[] }, { at }: Placed): number {
  return indexOfBlock(blocks, at);
}
