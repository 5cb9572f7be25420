import { wordsOf } from '../../format/editionWords.ts';
import { indexIn, isKind, type Block, type Placed } from '../../syntax/block.ts';
import { textOf, type TextBlock } from '../../syntax/paragraphFacts.ts';
import { place } from '../../text/mappedText.ts';
import { memoByObject } from '../../text/memo.ts';
import { shift, type Span } from '../../text/span.ts';
import type { Report } from '../report.ts';
import { chainText, writtenIndex, type ChainText } from './chainText.ts';
import { readFigures } from './figures.ts';
import type { ReadingFacts, StatedFigure } from './statedFigure.ts';
import type { PartList } from './lists/partList.ts';
import { readLists } from './lists/readLists.ts';
import { PARAGRAPH_END, tokensOf, type Token } from './tokens.ts';

/** What the figures of a chain of paragraphs say. Places count from the start of its text. */
export interface ChainReading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly figures: readonly StatedFigure[];
  readonly lists: readonly PartList[];
  /** Places of the headings in the text, but for one that it begins with. */
  readonly headings: readonly Span[];
  /** Heading of the section that the chain stands in; '' above the first one. */
  readonly section: string;
  readonly facts: ReadingFacts;
}

/** The paragraphs under one heading of a section, up to a table or the next such heading. */
export interface Chain {
  readonly blocks: readonly Placed<TextBlock>[];
  /** Where each block's text starts in the text of the chain. */
  readonly starts: readonly number[];
  /** What is left out of each block's text. */
  readonly cuts: readonly ChainText['cuts'][];
  readonly reading: ChainReading;
}

/** A chain of more characters is read in several. */
const LONGEST_CHAIN = 8_000;
/** One of more characters ends at the next heading of any level, and one of twice as many behind a whole sentence. */
const LONG_CHAIN = 1_500;
/** Characters above a paragraph that are looked at for what it goes on with. */
const LONGEST_LEAD = 2_000;

/** The chains of a report, in the order of the draft. */
export const chainsOf = memoByObject(
  (report: Pick<Report, 'blocks' | 'sections' | 'edition' | 'reportYear' | 'publicBody'>): readonly Chain[] => {
    const facts = factsOf(report);
    const heads = new Set(report.sections.map(({ heading }) => heading.block as Block));
    const [top] = report.blocks;
    const kept = top ? lastReadings(top.block) : undefined;
    const readings = new Map<Block, KnownReading>();
    const chains: Chain[] = [];
    let blocks: Placed<TextBlock>[] = [];
    let length = 0;
    let section = '';
    const end = () => {
      const [first] = blocks;
      if (first) {
        const known = readingOf(blocks, { heads, section, facts }, kept?.versions ?? []);
        readings.set(first.block, known);
        chains.push({ blocks, starts: known.starts, cuts: known.cuts, reading: known.reading });
      }
      blocks = [];
      length = 0;
    };
    for (const placed of report.blocks) {
      if (!isKind(placed, 'paragraph') && !isKind(placed, 'heading')) {
        if (placed.block.kind === 'table') end();
        continue;
      }
      if (heads.has(placed.block) || endsAt(length, blocks.at(-1), placed)) end();
      if (heads.has(placed.block)) section = textOf(placed.block);
      blocks.push(placed);
      length += placed.block.text.text.length;
    }
    end();
    if (kept) kept.versions = [readings, ...kept.versions].slice(0, KEPT_VERSIONS);
    return chains;
  },
);

/** Whether a chain of so many characters ends before the next paragraph. */
function endsAt(length: number, last: Placed<TextBlock> | undefined, next: Placed<TextBlock>): boolean {
  if (length <= LONG_CHAIN) return false;
  if (length > LONGEST_CHAIN || next.block.kind === 'heading') return true;
  return length > 2 * LONG_CHAIN && last?.block.kind === 'paragraph' && last.block.text.text.endsWith('。');
}

function factsOf({
  edition,
  reportYear,
  publicBody,
}: Pick<Report, 'edition' | 'reportYear' | 'publicBody'>): ReadingFacts {
  return { year: reportYear?.value, body: publicBody?.value, edition };
}

interface KnownReading {
  readonly blocks: readonly Block[];
  /** Whether the chain begins with the heading of a section. */
  readonly isSection: boolean;
  readonly section: string;
  readonly facts: ReadingFacts;
  readonly starts: readonly number[];
  readonly cuts: Chain['cuts'];
  readonly reading: ChainReading;
}

/** The last version, and the one before it for what is undone or deleted again. */
const KEPT_VERSIONS = 2;

/**
 * The last readings of the draft that begins with a block, by the first block of each chain, and no earlier ones: where
 * chains end moves with typing, and a reading holds the version of the draft that it was read from.
 */
const lastReadings = memoByObject((_: Block): { versions: readonly ReadonlyMap<Block, KnownReading>[] } => ({
  versions: [],
}));

/** What the reading of a chain depends on besides its blocks. */
interface ChainPlace {
  /** Headings of sections. */
  readonly heads: ReadonlySet<Block>;
  readonly section: string;
  readonly facts: ReadingFacts;
}

function readingOf(
  placed: readonly Placed<TextBlock>[],
  around: ChainPlace,
  lately: readonly ReadonlyMap<Block, KnownReading>[],
): KnownReading {
  const blocks = placed.map(({ block }) => block);
  const [first] = blocks;
  const { heads, section, facts } = around;
  const isSection = first !== undefined && heads.has(first);
  for (const version of lately) {
    const known = first && version.get(first);
    const isPlaced = known?.isSection === isSection && known.section === section;
    if (isPlaced && areSameFacts(known.facts, facts) && areSame(known.blocks, blocks)) return known;
  }
  return { blocks, isSection, section, facts, ...readChain(blocks, around) };
}

function areSameFacts(a: ReadingFacts, b: ReadingFacts): boolean {
  return a.year === b.year && a.body === b.body && a.edition === b.edition;
}

function areSame(a: readonly Block[], b: readonly Block[]): boolean {
  return a.length === b.length && a.every((block, i) => block === b[i]);
}

/**
 * What the figures of a text say that goes on in a paragraph of the draft, behind what stands above it in its chain:
 * for what is about to be written there.
 */
export function readingBehind(
  report: Pick<Report, 'blocks' | 'sections' | 'edition' | 'reportYear' | 'publicBody'>,
  paragraph: Placed<TextBlock>,
  lead: string,
): Chain {
  const heads = new Set(report.sections.map(({ heading }) => heading.block as Block));
  const blocks: Placed<TextBlock>[] = [];
  let length = 0;
  for (let i = indexIn(report, paragraph); i >= 0 && length < LONGEST_LEAD; i--) {
    const placed = report.blocks[i];
    if (!placed || placed.block.kind === 'table') break;
    if (!isKind(placed, 'paragraph') && !isKind(placed, 'heading')) continue;
    blocks.unshift(placed);
    length += placed.block.text.text.length;
    if (heads.has(placed.block)) break;
  }
  const head = report.sections.findLast(({ heading }) => heading.at <= paragraph.at)?.heading.block;
  const around = { heads, section: head ? textOf(head) : '', facts: factsOf(report) };
  return {
    blocks,
    ...readChain(
      blocks.map(({ block }) => block),
      around,
      lead,
    ),
  };
}

/** `lead` stands in place of the last block's text. */
function readChain(
  blocks: readonly TextBlock[],
  { heads, section, facts }: ChainPlace,
  lead?: string,
): Pick<KnownReading, 'starts' | 'cuts' | 'reading'> {
  let text = '';
  const starts: number[] = [];
  const cuts: ChainText['cuts'][] = [];
  /** First block of each paragraph of the text: a heading and what follows on its line are one. */
  const paragraphs: number[] = [];
  for (const [i, block] of blocks.entries()) {
    const before = blocks[i - 1];
    const isJoined = before?.kind === 'heading' && before.runsOn;
    if (before?.kind === 'heading') text += before.closing ?? '';
    if (before && !isJoined) text += PARAGRAPH_END;
    if (!isJoined) paragraphs.push(i);
    starts.push(text.length);
    const own = chainText(lead !== undefined && i === blocks.length - 1 ? lead : textOf(block));
    cuts.push(own.cuts);
    text += own.text;
  }
  const tokens = tokensOf(text, wordsOf(facts.edition).words);
  const topics = topicsOf(tokens, blocks, starts, heads);
  const figures = readFigures(
    text,
    tokens,
    paragraphs.map(i => topics[i]),
    facts,
  );
  const headings = blocks.flatMap((block, i): Span[] =>
    block.kind === 'heading' && i > 0 ? [{ start: starts[i] ?? 0, end: starts[i + 1] ?? text.length }] : [],
  );
  return {
    starts,
    cuts,
    reading: { text, tokens, figures, lists: readLists(text, tokens, figures), headings, section, facts },
  };
}

/** The matter that the heading above each block names, or the block itself where it is one. */
function topicsOf(
  tokens: readonly Token[],
  blocks: readonly TextBlock[],
  starts: readonly number[],
  heads: ReadonlySet<Block>,
): readonly (string | undefined)[] {
  const topics: (string | undefined)[] = [];
  let topic: string | undefined;
  let at = 0;
  for (const [i, block] of blocks.entries()) {
    const [start, end] = [starts[i] ?? 0, starts[i + 1] ?? Infinity];
    if (block.kind === 'heading') {
      const matters = new Set<string>();
      while (at < tokens.length && (tokens[at]?.start ?? 0) < start) at++;
      for (; at < tokens.length && (tokens[at]?.start ?? 0) < end; at++) {
        const token = tokens[at];
        if (token?.kind === 'word' && token.meaning.matter !== undefined) matters.add(token.meaning.matter);
      }
      matters.delete('information');
      topic = matters.size === 1 ? [...matters][0] : undefined;
    } else if (heads.has(block)) topic = undefined;
    topics.push(topic);
  }
  return topics;
}

/** Place in the draft of the characters `start`–`end` of a chain's text; they lie in one paragraph. */
export function placeInChain({ blocks, starts, cuts }: Chain, start: number, end: number): Span {
  let index = starts.length - 1;
  while (index > 0 && (starts[index] ?? 0) > start) index--;
  const placed = blocks[index] as Placed<TextBlock>;
  const from = starts[index] ?? 0;
  const own = { cuts: cuts[index] ?? [] };
  const first = writtenIndex(own, start - from);
  const last = end > start ? writtenIndex(own, end - from - 1) + 1 : first;
  return shift(place(placed.block.text, first, last), placed.at);
}
