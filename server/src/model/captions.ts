import { CAPTION_OF_ANOTHER_SCOPE } from '../format/data/vocabulary.ts';
import { type Block, indexOfBlock, type Placed } from '../syntax/block.ts';
import { memoByObject } from '../text/memo.ts';

export const LONGEST_CAPTION = 60;
const CAPTION_BLOCKS = 2;

/** Whether the words right above a table name a scope, another year, or that it is attached. */
export function isScoped(at: number, blocks: readonly Placed[]): boolean {
  return captionsOf(at, blocks).some(namesOtherScope);
}

/** Whether the words nearest above a table, or in its first row, say that it is of another year than the report. */
export function isOfOtherYear(at: number, blocks: readonly Placed[], reportYear: number | null): boolean {
  const own = blocks[indexOfBlock(blocks, at)]?.block;
  for (const block of [...(own ? [own] : []), ...captionsOf(at, blocks).reverse()]) {
    if (namesLastYear(block)) return true;
    const [year, ...others] = yearsIn(block);
    if (year !== undefined) return others.length === 0 && reportYear !== null && year !== reportYear;
  }
  return false;
}

function captionsOf(at: number, blocks: readonly Placed[]): Block[] {
  const index = indexOfBlock(blocks, at);
  return blocks.slice(Math.max(0, index - CAPTION_BLOCKS), index).map(({ block }) => block);
}

const namesOtherScope = memoByObject((block: Block) => CAPTION_OF_ANOTHER_SCOPE.test(shortTextOf(block)));
const namesLastYear = memoByObject((block: Block) => /^.{0,9}[上去]一?年(?!结转)/.test(captionOf(block)));
const yearsIn = memoByObject((block: Block): readonly number[] => [
  ...new Set([...captionOf(block).matchAll(/(?<!\d)(20\d\d)\s?年/g)].map(([, year]) => Number(year))),
]);

/** The words of a block that may be a table's caption: of a table the only text of its first row. */
function captionOf(block: Block): string {
  if (block.kind !== 'table') return shortTextOf(block);
  const [text = '', ...others] = new Set(block.rows[0]?.cells.map(cell => cell.text).filter(each => each !== ''));
  return others.length > 0 || text.length > LONGEST_CAPTION ? '' : text;
}

/**
 * A block's text where it is short enough for a title or a caption; headings of the six parts say nothing of a scope.
 */
export function shortTextOf(block: Block): string {
  if (block.kind !== 'paragraph' && (block.kind !== 'heading' || block.numbering?.style === 'chinese')) return '';
  const { text } = block.text;
  return text.length <= LONGEST_CAPTION ? text.trim() : '';
}
