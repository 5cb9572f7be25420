import type { Placed, Table } from '../../syntax/block.ts';
import type { Change } from '../../text/change.ts';
import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import type { Figure, TableContent } from '../report.ts';

/** The text in which a table's places count: the draft's, or the table's own. */
export type DraftText = Pick<Source, 'text' | 'slice'>;

/** The block of a table in which a place lies. */
export function blockOf({ blocks }: Pick<TableContent, 'blocks'>, { start }: Span): Placed<Table> | undefined {
  return blocks.find(({ at, block }) => at + block.span.start <= start && start <= at + block.span.end);
}

/** Puts a figure into its cell; undefined where the layout leaves no place for it, or marks stand in it. */
export function intoCell(source: DraftText, table: TableContent, figure: Figure, text: string): Change | undefined {
  const placed = blockOf(table, figure.span);
  if (!placed) return undefined;
  if (figure.text !== '') {
    if (source.slice(figure.span) !== figure.text) return undefined;
    return placed.block.layout === 'pipe' || placed.block.layout === 'grid'
      ? inWidth(source.text, figure.span, text)
      : { span: figure.span, text };
  }
  const { start } = figure.span;
  switch (placed.block.layout) {
    case 'pipe':
      return intoPipe(source.text, start, text);
    case 'grid': {
      const span = room(source.text, start, PIPE_ENDS);
      return { span, text: ` ${text} `.padEnd(span.end - span.start) };
    }
    case 'tabbed':
      return { span: room(source.text, start, TAB_ENDS), text };
    case 'html':
      return intoHtml(source.text, start, placed, text);
    case 'delimited':
      return intoMarkup(source.text, start, text);
    case 'aligned':
    case 'cellPerLine':
    case 'inLine':
      return undefined;
  }
}

const TAB_ENDS = /[\t\r\n]/;
const PIPE_ENDS = /[|│┃║\r\n]/;

const MARKUP_ENDS = /[|&\\\r\n]/;

/** Between the signs of wikis and of LaTeX; others may part labels as well. */
function intoMarkup(text: string, at: number, figure: string): Change | undefined {
  const span = room(text, at, MARKUP_ENDS);
  const sign = text.charAt(span.start - 1);
  if (sign === '|') return intoPipe(text, at, figure);
  return sign === '&' || text.charAt(span.end) === '&' ? { span, text: ` ${figure} ` } : undefined;
}

/** The empty cell around a place, up to the signs that end it. */
function room(text: string, at: number, ends: RegExp): Span {
  let start = at;
  let end = at;
  while (start > 0 && !ends.test(text.charAt(start - 1))) start--;
  while (end < text.length && !ends.test(text.charAt(end))) end++;
  return { start, end };
}

/**
 * Another text in the place of one that blanks follow: it takes of these what it is longer, but for one, and leaves as
 * many more as it is shorter, so that columns in line stay so. Blanks on both sides of a lone figure are no columns.
 */
function inWidth(text: string, span: Span, written: string): Change {
  const difference = written.length - (span.end - span.start);
  let behind = 0;
  while (text.charAt(span.end + behind) === ' ') behind++;
  if (difference > 0) {
    const taken = Math.min(difference, Math.max(0, behind - 1));
    return { span: { start: span.start, end: span.end + taken }, text: written };
  }
  return { span, text: behind > 1 || written === '' ? written + ' '.repeat(-difference) : written };
}

/** Where there is room for it the figure takes the place of blanks, so that the columns stay in line. */
function intoPipe(text: string, at: number, figure: string): Change {
  const span = room(text, at, PIPE_ENDS);
  const blanks = text.slice(span.start, span.end);
  if (blanks === '') return { span, text: figure };
  const isPadded = /^ +$/.test(blanks) && blanks.length >= figure.length + 2;
  const behind = text.charAt(span.end) !== '|' ? '' : isPadded ? blanks.slice(figure.length + 1) : ' ';
  return { span, text: `${text.charAt(span.start - 1) === '|' ? ' ' : ''}${figure}${behind}` };
}

const INLINE_TAG = /<(?:p|div|span|font|b|strong|center|i|em|u|o:p)(?:\s[^<>]*)?>/iy;
const SPACES = /(?:\s|\u00a0|\u3000|&nbsp;|&#160;|&#xa0;|&ensp;|&emsp;)*/iy;

/** Between the innermost tags of the cell, in the place of &nbsp;. */
function intoHtml(text: string, at: number, { at: start, block }: Placed<Table>, figure: string): Change | undefined {
  const end = start + block.span.end;
  let from = at;
  for (;;) {
    SPACES.lastIndex = from;
    const spaces = SPACES.exec(text)?.[0] ?? '';
    INLINE_TAG.lastIndex = from + spaces.length;
    const tag = INLINE_TAG.exec(text)?.[0];
    const behind = from + spaces.length;
    if (tag !== undefined && behind + tag.length <= end) {
      from = behind + tag.length;
      continue;
    }
    // A line break before the next tag is the file's, not the cell's.
    const isOnlyBreak = /[\r\n]/.test(spaces) && !/[\u00a0&]/.test(spaces);
    return behind > end ? undefined : { span: { start: from, end: isOnlyBreak ? from : behind }, text: figure };
  }
}
