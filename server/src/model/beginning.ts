import { findTitleOf } from '../format/anyTitle.ts';
import type { ReportKind } from '../format/kind.ts';
import { TITLE_LINES, type TitleLines } from '../format/reportTitle.ts';
import { isKind, type Placed } from '../syntax/block.ts';
import type { TextBlock } from '../syntax/paragraphFacts.ts';
import { memoByObject, memoByObjectAndKey } from '../text/memo.ts';
import { simplifiedText } from '../text/traditional.ts';

/** A paragraph or heading with its text in simplified characters. */
export interface Line {
  readonly placed: Placed<TextBlock>;
  readonly text: string;
}

/** The first paragraphs and headings of a draft. */
export interface Beginning {
  readonly all: readonly Line[];
  /** Those before the first section, among which the title stands. */
  readonly before: readonly Line[];
}

/** Behind the introduction the report may still be presented: 现就2024年度政府信息公开工作报告如下. */
const LATER_BLOCKS = 40;

export function beginningOf(blocks: readonly Placed[]): Beginning {
  const all = linesOf(blocks.slice(0, TITLE_LINES + LATER_BLOCKS));
  const section = all.findIndex(isSectionLine);
  const lines = section < 0 ? all : all.slice(0, section);
  const end = blocks[TITLE_LINES]?.at ?? Infinity;
  // A page may have any number of links above its heading.
  const main = lines.findIndex(isMainHeading);
  return { all, before: lines.filter(({ placed }, i) => placed.at < end || i <= main) };
}

function linesOf(blocks: readonly Placed[]): Line[] {
  return blocks.flatMap(placed =>
    isKind(placed, 'heading') || isKind(placed, 'paragraph') ? [{ placed, text: simplifiedOf(placed.block) }] : [],
  );
}

/** Text of a paragraph or heading in simplified characters. */
export const simplifiedOf = memoByObject((block: TextBlock) => simplifiedText(block.text.text));

/** Whether a line is a heading numbered 一、. */
export function isSectionLine({ placed: { block } }: Line): boolean {
  return block.kind === 'heading' && block.numbering?.style === 'chinese';
}

/** Whether a line is the heading of a whole document: `# …`, `<h1>`. */
function isMainHeading({ placed: { block } }: Line): boolean {
  return block.kind === 'heading' && block.markdownLevel === 1;
}

interface KnownTitle {
  readonly main: number;
  readonly texts: readonly string[];
  readonly found: TitleLines | undefined;
}

/** By the first of the lines: the title of a kind that was last found in them. */
const lastTitles = memoByObjectAndKey((_first: TextBlock, _kind: ReportKind): { title?: KnownTitle } => ({}));

/** The title of a kind in lines; looked for once as long as they stay the same. */
export function titleIn(lines: readonly Line[], kind: ReportKind): TitleLines | undefined {
  const [first] = lines;
  if (!first) return undefined;
  const last = lastTitles(first.placed.block, kind);
  const { title } = last;
  const main = lines.findIndex(isMainHeading);
  const isSame = title?.texts.length === lines.length && lines.every(({ text }, i) => text === title.texts[i]);
  if (isSame && title.main === main) return title.found;
  const texts = lines.map(({ text }) => text);
  const found = titleFrom(texts, main, kind) ?? findTitleOf(kind, texts);
  last.title = { main, texts, found };
  return found;
}

/** The dated title that a line begins with, whatever links stand above it. */
function titleFrom(texts: readonly string[], at: number, kind: ReportKind): TitleLines | undefined {
  const found = at > 0 ? findTitleOf(kind, texts.slice(at)) : undefined;
  if (found?.first !== 0 || found.title.year === undefined) return undefined;
  return { first: at, last: at + found.last, text: found.text, title: found.title };
}
