import { readAnyTitle } from '../../format/anyTitle.ts';
import { VOCABULARY } from '../../model/vocabulary.ts';
import type { Row } from '../../syntax/block.ts';
import { hasSaneNesting } from '../../syntax/htmlElements.ts';
import { readHtml, type HtmlPiece } from '../../syntax/html.ts';
import { readHeading } from '../../syntax/headings.ts';
import { layOut } from '../../syntax/tables/layout.ts';
import { decodeText } from '../../text/decode.ts';
import { fold } from '../../text/fold.ts';
import { LIMITS } from '../../text/limits.ts';
import { loss } from '../notes.ts';
import { withoutPhantoms, type Grid, type GridCell, type Piece, type ReadDocument } from '../pieces.ts';
import { refuse } from '../refused.ts';
import { isClipboard } from '../sniff.ts';
import { writtenText } from '../writtenText.ts';
import { tidied } from './joinText.ts';

type Line = Extract<HtmlPiece, { kind: 'line' }>;

/**
 * Reads a saved web page, or HTML from the clipboard: of a page the article alone, from the report's title to its
 * signature; menus, share links and footers are left out and counted. A page in which no report is recognised is read
 * whole.
 */
export function readPage(bytes: Uint8Array): ReadDocument {
  const decoded = decodeText(bytes);
  if (decoded === null) return refuse('documents.refused.notText', {});
  const text = isClipboard(decoded.slice(0, LONGEST_HEADER)) ? fragmentOf(decoded) : decoded;
  if (!hasSaneNesting(text)) refuse('documents.refused.tooDeep', { limit: LIMITS.documentNesting });
  const found = readHtml(text).filter(piece => piece.kind !== 'comment');
  const { article, leftOut } = articleOf(found, titleOfPage(text));
  const pieces = article.flatMap((piece): Piece[] => {
    if (piece.kind === 'table') return [{ kind: 'table', grid: gridOf(layOut(piece.rows).rows) }];
    if (piece.kind !== 'line') return [];
    const line = tidied(writtenText(piece.text, text));
    // A title on a page is set apart by its element, not by a property that is read here.
    return line.text === '' ? [] : [{ kind: 'paragraph', text: line, isCentred: true }];
  });
  const first = leftOut.find(line => line.trim() !== '')?.trim() ?? '';
  return {
    pieces,
    notes:
      leftOut.length > 0 ? [loss('documents.note.pageLines', { count: leftOut.length, text: first.slice(0, 20) })] : [],
  };
}

const LONGEST_HEADER = 1000;

/** What was copied, without the lines of offsets before it. */
function fragmentOf(clipboard: string): string {
  const start = clipboard.indexOf('<!--StartFragment-->');
  const end = clipboard.lastIndexOf('<!--EndFragment-->');
  if (start >= 0 && end > start) return clipboard.slice(start + '<!--StartFragment-->'.length, end);
  const page = clipboard.search(/<html[\s>]/i);
  return page < 0 ? clipboard : clipboard.slice(page);
}

/** The article's title as the page's head states it. */
function titleOfPage(text: string): string | undefined {
  const head = text.slice(0, LONGEST_HEAD);
  const meta = /<meta\b[^>]{0,200}\bname\s{0,9}=\s{0,9}["']?ArticleTitle\b[^>]{0,600}>/i.exec(head)?.[0];
  const content = meta === undefined ? undefined : /\bcontent\s{0,9}=\s{0,9}["']([^"']{0,300})["']/i.exec(meta)?.[1];
  const title = content ?? /<title>([^<]{0,300})<\/title>/i.exec(head)?.[1]?.split(/[_|—]/)[0];
  return title !== undefined && readAnyTitle(title.trim()) ? title.trim() : undefined;
}

const LONGEST_HEAD = 50_000;

/** The pieces of a page that are its article, and the lines that are not. */
function articleOf(
  pieces: readonly HtmlPiece[],
  title: string | undefined,
): { article: readonly HtmlPiece[]; leftOut: readonly string[] } {
  const numbers = pieces.map(piece => (piece.kind === 'line' ? sectionNumber(piece) : undefined));
  const first = numbers.indexOf(1);
  const last = numbers.findLastIndex(number => number !== undefined);
  if (first < 0) return { article: pieces, leftOut: [] };
  const start = titleIndex(pieces.slice(0, first), title);
  if (start === undefined) return { article: pieces, leftOut: [] };
  const end = endOf(pieces, last);
  const body = pieces.slice(start + 1, end);
  const isPageLine = (piece: HtmlPiece, i: number) =>
    start + 1 + i < first &&
    piece.kind === 'line' &&
    PAGE_LINE.test(piece.text.text) &&
    !piece.text.text.includes('。');
  return {
    article: [...pieces.slice(start, start + 1), ...body.filter((piece, i) => !isPageLine(piece, i))],
    leftOut: [...pieces.slice(0, start), ...body.filter(isPageLine), ...pieces.slice(end)].map(piece =>
      piece.kind === 'line' ? piece.text.text : '',
    ),
  };
}

/** What stands below the title on a page and is none of the report. */
const PAGE_LINE =
  /来源|发布|公布时间|时间|日期|浏览|阅读|点击|访问|字体|字号|打印|分享|编辑|索引号|文号|收藏|关闭|保护视力/;
/** What follows an article that is not signed. */
const BEHIND_ARTICLE =
  /^(?:附件|分享|上一[篇条]|下一[篇条]|主办|承办|版权|扫一扫|[【[]?(?:打印|关闭)|相关|责任编辑|网站地图|来源)/;
const DATE_LINE =
  /^(?:19|20|二[〇○零OＯ0])[\d〇○零一二三四五六七八九]{2}\s?年\s?[\d一二三四五六七八九十]{1,2}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日$/;

function sectionNumber(line: Line): number | undefined {
  const shape = readHeading(line.text.text, VOCABULARY, line.hints);
  return shape?.numbering?.style === 'chinese' ? shape.numbering.value : undefined;
}

/** Index of the article's title: what the page's head says, else the last line that is a report's title. */
function titleIndex(before: readonly HtmlPiece[], title: string | undefined): number | undefined {
  const texts = before.map(piece => (piece.kind === 'line' ? piece.text.text : ''));
  const stated = title === undefined ? -1 : texts.findLastIndex(text => fold(text) === fold(title));
  if (stated >= 0) return stated;
  const heading = before.findLastIndex(
    (piece, i) => piece.kind === 'line' && piece.hints.level === 1 && readAnyTitle(texts[i] ?? '') !== undefined,
  );
  if (heading >= 0) return heading;
  const found = texts.findLastIndex(text => text.length < LONGEST_TITLE && readAnyTitle(text) !== undefined);
  return found < 0 ? undefined : found;
}

const LONGEST_TITLE = 80;

/** Index behind the article: behind the date of its signature, else where the page goes on. */
function endOf(pieces: readonly HtmlPiece[], lastHeading: number): number {
  const isLine = (test: RegExp) => (piece: HtmlPiece, i: number) =>
    i > lastHeading && piece.kind === 'line' && test.test(piece.text.text.trim());
  const date = pieces.findIndex(isLine(DATE_LINE));
  if (date >= 0) return date + 1;
  const behind = pieces.findIndex(isLine(BEHIND_ARTICLE));
  return behind < 0 ? pieces.length : behind;
}

/** The grid of a table whose rows repeat a merged cell in each place that it covers. */
function gridOf(rows: readonly Row[]): Grid {
  const columnCount = Math.max(0, ...rows.map(({ cells }) => cells.length));
  if (columnCount > LIMITS.documentColumns) refuse('documents.refused.tableTooWide', { limit: LIMITS.documentColumns });
  if (columnCount * rows.length > LIMITS.documentCells)
    refuse('documents.refused.tableTooLarge', { limit: LIMITS.documentCells });
  return withoutPhantoms({
    columnCount,
    rows: rows.map(({ cells }, row) =>
      [...new Set(cells)]
        .filter(cell => cell.row === row)
        .map(({ column, columnSpan, rowSpan, text, span }): GridCell => ({
          column,
          columnSpan,
          rowSpan,
          text: tidied({ text, pieces: [{ at: 0, length: text.length, from: span.start, to: span.end }] }),
        })),
    ),
  });
}
