import { readIdentity } from '../model/identity.ts';
import type { BoundTable, Report } from '../model/report.ts';
import { looksLikeBody } from '../model/publicBody.ts';
import { hasCells } from '../model/writing/aroundTable.ts';
import { isKind, type Heading, type Paragraph, type Placed, type Table } from '../syntax/block.ts';
import { joined, part, place, plain, trimmed, type MappedText } from '../text/mappedText.ts';
import { loss, remark, type Note } from './notes.ts';
import { ownTable, standardTable, type PublishedTable } from './publishedTable.ts';
import { writtenText } from './writtenText.ts';

/**
 * A block of a report as it is published; what export writes, in whatever form. Its words know where they stand in the
 * draft.
 */
export type PublishedBlock =
  | { readonly kind: 'title'; readonly lines: readonly MappedText[] }
  | ({ readonly kind: 'heading'; readonly level: 1 | 2 | 3 } & MappedText)
  | ({ readonly kind: 'paragraph' } & MappedText)
  | ({ readonly kind: 'signature'; readonly isDate: boolean } & MappedText)
  | PublishedTable;

/**
 * What of a draft is published, in order. Comments never are; figures without a place in the official table, footnotes
 * and what else is left out is noted. Nothing is corrected: what is blank stays blank.
 */
export function publishedBlocks(report: Report): {
  readonly blocks: readonly PublishedBlock[];
  readonly notes: readonly Note[];
} {
  const { source } = report;
  const notes: Note[] = [];
  const blocks: PublishedBlock[] = [];
  const title = readIdentity(report.blocks, report.kind).place;
  const footnotes = new Set<string>();
  const written = new Set<BoundTable>();
  const boundAt = new Map(report.tables.flatMap(table => table.blocks.map(part => [part.at, table] as const)));
  let comments = 0;
  let joins: MappedText | undefined;
  const left = { pictures: 0, links: 0 };
  const addText = (words: MappedText, add: (words: MappedText) => PublishedBlock): void => {
    if (FOOTNOTE.test(words.text)) footnotes.add(words.text);
    else if (RULE.test(words.text) && source.text.charAt(place(words, 0, 1).start - 1) !== '\\') return;
    else if (words.text !== '') blocks.push(add(words));
  };
  for (const [i, placed] of report.blocks.entries()) {
    const { at, block } = placed;
    if (block.kind !== 'directive') countLeft(left, source.text.slice(at, at + block.length));
    const isTitle = title !== undefined && title.start <= at && at < title.end;
    if (block.kind === 'directive') comments++;
    else if (block.kind === 'table') {
      const table = placed as Placed<Table>;
      const bound = boundAt.get(at);
      if (!bound || hasCells(table.block)) blocks.push(ownTable(table));
      else if (!written.has(bound)) {
        written.add(bound);
        const { table: standard, notPlaced } = standardTable(bound);
        blocks.push(standard);
        if (notPlaced.length > 0) notes.push(loss('documents.note.notPlaced', { items: notPlaced.join('；') }));
      }
    } else if (isTitle) {
      const words = wordsOf(source.text, placed as Placed<Heading | Paragraph>);
      const last = blocks.at(-1);
      if (last?.kind === 'title') blocks[blocks.length - 1] = { ...last, lines: [...last.lines, words] };
      else blocks.push({ kind: 'title', lines: [words] });
    } else if (isKind(placed, 'heading')) {
      const next = report.blocks[i + 1];
      const words = wordsOf(source.text, placed);
      const gap = next && placed.block.runsOn ? gapBehind(source.text, placed, next) : undefined;
      const whole = withSign(words, gap ?? placed.block.closing ?? '');
      if (gap === undefined) addText(whole, own => ({ kind: 'heading', level: levelOf(placed.block), ...own }));
      else joins = whole;
    } else if (isKind(placed, 'paragraph')) {
      const words = wordsOf(source.text, placed);
      addText(joins ? joined(joins, words) : words, own => ({ kind: 'paragraph', ...own }));
      joins = undefined;
    }
  }
  if (comments > 0) notes.push(remark('documents.note.commentsLeft', { count: comments }));
  if (left.pictures > 0) notes.push(loss('documents.note.picturesLeft', { count: left.pictures }));
  if (left.links > 0) notes.push(remark('documents.note.linksLeft', { count: left.links }));
  if (footnotes.size > 0) notes.push(loss('documents.note.footnotesLeft', { count: footnotes.size }));
  return { blocks: signed(blocks), notes };
}

/** A line of dashes or asterisks, which only parts what stands above from what stands below. */
const RULE = /^(?:[-*_] ?){3,}$/;

/** Pictures, and links of which only the words are written. */
const LEFT = /(!?)(?<!\\)\[[^\]\n]{0,300}\]\(\s{0,9}[^\s)]|<(img|a)\s[^>]{0,2000}?(?:src|href)\s{0,9}=/gi;

function countLeft(left: { pictures: number; links: number }, source: string): void {
  for (const [, mark, element] of source.matchAll(LEFT)) {
    if (mark === '!' || element?.toLowerCase() === 'img') left.pictures++;
    else left.links++;
  }
}

/** Text of a footnote: `[^1]: …`. */
const FOOTNOTE = /^\[\^[^\]\s]{1,20}\]:/;

/** Words as the draft writes them, without what only marks them. */
function wordsOf(source: string, { at, block }: Placed<Heading | Paragraph>): MappedText {
  const words = trimmed(writtenText(block.text, source, at));
  const isEscaped = source.charAt(place(words, 0, 1).start - 1) === '\\';
  const mark = isEscaped ? 0 : (/^(?:[-*+]|>)\s+/.exec(words.text)?.[0].length ?? 0);
  return mark > 0 ? part(words, mark, words.text.length) : words;
}

/** Words with a sign behind them that stands there in the draft. */
function withSign(words: MappedText, sign: string): MappedText {
  return sign === '' ? words : joined(words, plain(sign, place(words, 0, words.text.length).end));
}

/**
 * What stands between a heading and the text that runs on behind it; undefined where only marks part them, and the
 * heading needs a line of its own to be told.
 */
function gapBehind(source: string, { at, block }: Placed<Heading>, next: Placed): string | undefined {
  if (next.block.kind !== 'paragraph') return undefined;
  const end = place(block.text, 0, block.text.text.length).end;
  const gap = source.slice(at + end, next.at);
  if (/[\r\n]/.test(gap.trim()) || /\*\*|__|<\/?[a-z]/i.test(gap)) return undefined;
  return block.closing ?? (gap === '' ? '' : ' ');
}

function levelOf({ numbering, markdownLevel }: Heading): 1 | 2 | 3 {
  switch (numbering?.style) {
    case 'chinese':
      return 1;
    case 'chineseBracket':
      return 2;
    case 'arabic':
    case 'arabicBracket':
    case 'circled':
      return 3;
    case undefined:
      return markdownLevel === undefined || markdownLevel <= 2 ? 1 : markdownLevel === 3 ? 2 : 3;
  }
}

const DATE_LINE =
  /^(?:19|20|二[〇○零OＯ0])[\d０-９〇○零一二三四五六七八九]{2}\s?年\s?[\d０-９一二三四五六七八九十]{1,2}\s?月\s?[\d０-９一二三四五六七八九十]{1,3}\s?日$/;

/** The last lines as a signature, where they are one: the date, and the body before it. */
function signed(blocks: readonly PublishedBlock[]): PublishedBlock[] {
  const last = blocks.at(-1);
  if (last?.kind !== 'paragraph' || !DATE_LINE.test(last.text)) return [...blocks];
  const before = blocks.at(-2);
  const isBody = before?.kind === 'paragraph' && looksLikeBody(before.text);
  return [
    ...blocks.slice(0, isBody ? -2 : -1),
    ...(isBody ? [{ ...before, kind: 'signature' as const, isDate: false }] : []),
    { ...last, kind: 'signature', isDate: true },
  ];
}
