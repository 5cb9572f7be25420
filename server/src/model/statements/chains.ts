import { isKind, type Block, type Placed } from '../../syntax/block.ts';
import { textOf, type TextBlock } from '../../syntax/paragraphFacts.ts';
import { place } from '../../text/mappedText.ts';
import { memoByObject } from '../../text/memo.ts';
import { shift, type Span } from '../../text/span.ts';
import type { Report } from '../report.ts';
import { readFigures, type ReadingFacts, type StatedFigure } from './figures.ts';
import { readLists, type PartList } from './lists.ts';
import { PARAGRAPH_END, tokensOf, type Token } from './tokens.ts';

/** What the figures of a chain of paragraphs say. Places count from the start of its text. */
export interface ChainReading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly figures: readonly StatedFigure[];
  readonly lists: readonly PartList[];
}

/** The paragraphs under one heading of a section, up to a table or the next such heading. */
export interface Chain {
  readonly blocks: readonly Placed<TextBlock>[];
  /** Where each block's text starts in the text of the chain. */
  readonly starts: readonly number[];
  readonly reading: ChainReading;
}

/** A chain of more characters is read in several. */
const LONGEST_CHAIN = 20_000;

/** The chains of a report that hold figures, in the order of the draft. */
export const chainsOf = memoByObject((report: Pick<Report, 'blocks' | 'sections' | 'reportYear' | 'publicBody'>): readonly Chain[] => {
  const facts = { year: report.reportYear?.value, body: report.publicBody?.value };
  const heads = new Set(report.sections.map(({ heading }) => heading.block as Block));
  const chains: Chain[] = [];
  let blocks: Placed<TextBlock>[] = [];
  let length = 0;
  const end = () => {
    const chain = blocks.length > 0 ? chainFrom(blocks, heads, facts) : undefined;
    if (chain && chain.reading.figures.length > 0) chains.push(chain);
    blocks = [];
    length = 0;
  };
  for (const placed of report.blocks) {
    if (!isKind(placed, 'paragraph') && !isKind(placed, 'heading')) {
      if (placed.block.kind === 'table') end();
      continue;
    }
    if (heads.has(placed.block) || length > LONGEST_CHAIN) end();
    blocks.push(placed);
    length += placed.block.text.text.length;
  }
  end();
  return chains;
});

interface KnownReading {
  readonly blocks: readonly Block[];
  readonly facts: ReadingFacts;
  readonly reading: ChainReading;
}

/** The last reading of the chain that begins with a block. */
const lastReading = memoByObject((_: TextBlock): { known: KnownReading | undefined } => ({ known: undefined }));

function chainFrom(blocks: readonly Placed<TextBlock>[], heads: ReadonlySet<Block>, facts: ReadingFacts): Chain | undefined {
  const [first] = blocks;
  if (!first) return undefined;
  const texts = blocks.map(({ block }) => textOf(block));
  const starts: number[] = [];
  let at = 0;
  for (const text of texts) {
    starts.push(at);
    at += text.length + 1;
  }
  const slot = lastReading(first.block);
  const { known } = slot;
  if (known && known.facts.year === facts.year && known.facts.body === facts.body && known.blocks.length === blocks.length && known.blocks.every((block, i) => block === blocks[i]?.block))
    return { blocks, starts, reading: known.reading };
  const reading = readChain(texts, blocks.map(({ block }) => block), heads, facts);
  slot.known = { blocks: blocks.map(({ block }) => block), facts, reading };
  return { blocks, starts, reading };
}

function readChain(texts: readonly string[], blocks: readonly TextBlock[], heads: ReadonlySet<Block>, facts: ReadingFacts): ChainReading {
  const text = texts.join(PARAGRAPH_END);
  const tokens = tokensOf(text);
  const figures = readFigures(text, tokens, topicsOf(tokens, blocks, heads), facts);
  return { text, tokens, figures, lists: readLists(text, tokens, figures) };
}

/** The matter that the heading above each paragraph names. */
function topicsOf(tokens: readonly Token[], blocks: readonly TextBlock[], heads: ReadonlySet<Block>): readonly (string | undefined)[] {
  const topics: (string | undefined)[] = [];
  let topic: string | undefined;
  let at = 0;
  for (const block of blocks) {
    const matters = new Set<string>();
    for (; at < tokens.length; at++) {
      const token = tokens[at] as Token;
      if (token.kind === 'sign' && token.sign === 'paragraph') break;
      if (token.kind === 'word' && token.meaning.matter !== undefined) matters.add(token.meaning.matter);
    }
    at++;
    if (block.kind === 'heading') {
      matters.delete('information');
      topic = matters.size === 1 ? [...matters][0] : undefined;
    } else if (heads.has(block)) topic = undefined;
    topics.push(topic);
  }
  return topics;
}

/** Place in the draft of the characters `start`–`end` of a chain's text; they lie in one paragraph. */
export function placeInChain({ blocks, starts }: Chain, start: number, end: number): Span {
  let index = starts.length - 1;
  while (index > 0 && (starts[index] ?? 0) > start) index--;
  const placed = blocks[index] as Placed<TextBlock>;
  const from = starts[index] ?? 0;
  return shift(place(placed.block.text, start - from, end - from), placed.at);
}
