import { shortened } from '../../text/shortened.ts';
import type { Span } from '../../text/span.ts';
import type { ShortRow, TableContent } from '../report.ts';

/** What of a recognised table was not read: figures whose row or column is not known for sure. */
export interface Unread {
  /** Lines of figures. */
  readonly count: number;
  /** Rows of the form whose figures were read. */
  readonly read: number;
  /** The first of the lines: its place and its figures as written. */
  readonly span: Span;
  readonly text: string;
}

/** Figures of a row that stand run together in one cell, which a message of their own tells. */
export function isRun({ values }: ShortRow): boolean {
  return values.length === 1 && /^[\d.-]{2,}$/.test(values[0]?.text ?? '');
}

/** Whether figures of a table stand in no row for sure, and none in one. */
export function isUnread({ figures, unplaced }: TableContent): boolean {
  return figures.size === 0 && unplaced.length > 0;
}

/**
 * What was not read of a table, but for what stands in lines of which something else is said; undefined where every
 * figure has its place.
 */
export function unreadOf(table: TableContent, told: readonly Span[] = []): Unread | undefined {
  const { unplaced, shortRows, figures, blocks } = table;
  const isFlat = blocks.some(({ block }) => block.columnCount === 0);
  const lines = [
    ...unplaced.map(({ span: { start }, texts }) => ({
      span: { start, end: start + (texts[0]?.length ?? 0) },
      text: texts.join(' '),
    })),
    ...shortRows
      .filter(row => row.values.some(({ text }) => text !== ''))
      .filter(row => (isFlat ? !isRun(row) : !lacksColumns(table, row)))
      .map(({ values }) => ({
        span: values.find(({ text }) => text !== '')?.span ?? { start: 0, end: 0 },
        text: values.map(({ text }) => text).join(' '),
      })),
  ]
    .filter(({ span: { start } }) => !told.some(each => each.start <= start && start < each.end))
    .sort((a, b) => a.span.start - b.span.start);
  const [first] = lines;
  if (!first) return undefined;
  const read = new Set([...figures.values()].map(({ row }) => row)).size;
  return { count: lines.length, read, span: first.span, text: shortened(first.text.trim(), LONGEST_EXAMPLE) };
}

/** Whether a row is short of the columns that the head lacks too: then the columns are what is missing. */
function lacksColumns({ parts }: TableContent, { row, values }: ShortRow): boolean {
  const part = parts.find(({ spec }) => spec.rows.includes(row));
  return part !== undefined && values.length === part.seenColumns.size;
}

/** UTF-16 units of a text that a message quotes. */
const LONGEST_EXAMPLE = 30;
