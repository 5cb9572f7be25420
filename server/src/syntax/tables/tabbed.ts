import { coreOf } from '../../text/fold.ts';
import { isLabel } from '../headings.ts';
import { labelFinder } from '../labels.ts';
import type { Line } from '../line.ts';
import { inner, isBlank, type LineReader } from '../lineReader.ts';
import { isFigureText } from '../cellValue.ts';
import { wordsOf } from '../inline.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { layOut, MOST_COLUMNS, type LooseCell, type TableLayout } from './layout.ts';

/**
 * Tab-separated rows as Word, WPS and Excel put them on the clipboard; merged cells leave empty cells or repeat. A cell
 * with line breaks stands in quotation marks, over several lines.
 */
export const tabbed: TableLayout = {
  id: 'tabbed',
  read(reader, first, vocabulary) {
    const recordFrom = (line: Line) => withBrokenLabels(reader, recordAt(reader, line), vocabulary);
    let record = recordFrom(first);
    if (!isRow(record, vocabulary) && !isLabel(record.cells?.[0]?.text ?? record.text, vocabulary)) return null;
    let following: TabRecord | undefined = recordFrom(reader.lineBehind(record));
    if (!isRow(following, vocabulary)) return null;
    const rows: { span: { start: number; end: number }; cells: readonly LooseCell[] }[] = [];
    let end = record.end;
    let next = record.next;
    for (;;) {
      if (!isRow(record, vocabulary)) {
        if (!following || !isRow(following, vocabulary)) break;
        if (!isBlank(record.text) && !isLabel(record.cells?.[0]?.text ?? record.text, vocabulary)) break;
      }
      if (!isBlank(record.text)) {
        rows.push({
          span: { start: record.start, end: record.end },
          cells: record.cells ?? [plainCell(record.text, record.start)],
        });
        end = record.end;
        next = record.next;
      }
      if (!following) break;
      record = following;
      following = record.next >= reader.length ? undefined : recordFrom(reader.lineBehind(record));
    }
    return rows.length < 2 ? null : { ...layOut(rows), end, next };
  },
};

/** A line, or the lines over which its quoted cells run. */
interface TabRecord {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly text: string;
  /** Undefined where the whole line is one cell. */
  readonly cells: readonly LooseCell[] | undefined;
}

/** A label is broken over no more lines than this. */
const MOST_BROKEN_LINES = 6;

/** A record with the lines behind it over which the label in its last cell goes on, as breaks inside cells leave it. */
function withBrokenLabels(reader: LineReader, first: TabRecord, vocabulary: Vocabulary): TabRecord {
  const finder = labelFinder(vocabulary);
  let whole = first;
  let record = first;
  for (let count = 0; count < MOST_BROKEN_LINES && record.next < reader.length; count++) {
    const last = record.cells?.at(-1) ?? plainCell(record.text, record.start);
    if (isFigureText(last.text) || !finder.isBeginning(last.text) || finder.isLabel(last.text)) break;
    const next = recordAt(reader, reader.lineBehind(record));
    const [rest, ...others] = next.cells ?? [plainCell(next.text, next.start)];
    const text = last.text + (rest?.text ?? '');
    if (!rest || rest.text === '') break;
    if (!finder.isLabel(text) && (others.length > 0 || finder.isLabel(rest.text) || !finder.isBeginning(text))) break;
    const joined: LooseCell = { text, span: { start: last.span.start, end: rest.span.end } };
    record = {
      start: record.start,
      end: next.end,
      next: next.next,
      text: reader.slice(record.start, next.end),
      cells: [...(record.cells ?? []).slice(0, -1), joined, ...others],
    };
    if (finder.isLabel(text)) whole = record;
  }
  return whole;
}

/** A quoted cell runs over no more lines than this. */
const MOST_QUOTED_LINES = 12;
const LONGEST_QUOTED_LINE = 200;

function recordAt(reader: LineReader, first: Line): TabRecord {
  const { start, end, next } = first;
  if (first.text.charAt(0) !== '"' && !first.text.includes('\t'))
    return { start, end, next, text: first.text, cells: undefined };
  const cells: LooseCell[] = [];
  let line = first;
  let from = first.start;
  while (cells.length < MOST_COLUMNS) {
    const quoted = line.text.charAt(from - line.start) === '"' ? quotedCell(reader, from, line) : undefined;
    if (quoted) {
      cells.push(quoted.cell);
      line = quoted.line;
      from = quoted.end + 1;
      if (quoted.end >= line.end) break;
      continue;
    }
    const text = line.text.slice(from - line.start);
    const tab = text.indexOf('\t');
    cells.push(plainCell(tab < 0 ? text : text.slice(0, tab), from));
    if (tab < 0) break;
    from += tab + 1;
  }
  const text = line === first ? first.text : reader.slice(first.start, line.end);
  return { start, end: line.end, next: line.next, text, cells };
}

/**
 * The cell in quotation marks that begins at `from`; undefined where these are not closed before a tab or a line's
 * end.
 */
function quotedCell(
  reader: LineReader,
  from: number,
  first: Line,
): { readonly cell: LooseCell; readonly line: Line; readonly end: number } | undefined {
  let line = first;
  let at = from + 1;
  for (let count = 0; count < MOST_QUOTED_LINES; count++) {
    while (at < line.end) {
      const quote = line.text.indexOf('"', at - line.start);
      if (quote < 0) break;
      const end = line.start + quote + 1;
      if (line.text.charAt(quote + 1) === '"') {
        at = end + 1;
        continue;
      }
      if (end < line.end && line.text.charAt(quote + 1) !== '\t') return undefined;
      const body = reader.slice(from + 1, end - 1);
      const { start, end: to } = inner(body);
      // A break between two figures stays one: they are two.
      const text = wordsOf(body.slice(start, to).replaceAll('""', '"'))
        .replace(/(?<!\d)[\r\n\t]+|[\r\n\t]+(?!\d)/g, ' ')
        .replace(/[\r\n\t]+/g, '\n');
      return { cell: { text, span: { start: from + 1 + start, end: from + 1 + Math.max(start, to) } }, line, end };
    }
    if (line.next >= reader.length || line.text.length > LONGEST_QUOTED_LINE) return undefined;
    line = reader.lineFrom(line.next);
    at = line.start;
  }
  return undefined;
}

function plainCell(text: string, from: number): LooseCell {
  const { start, end } = inner(text);
  return start >= end
    ? { text: '', span: { start: from, end: from } }
    : { text: wordsOf(text.slice(start, end)), span: { start: from + start, end: from + end } };
}

/** A tab between cells; tabs before plain text are only an indent, before a label or figure they are empty cells. */
function isRow({ text }: TabRecord, vocabulary: Vocabulary): boolean {
  if (!text.includes('\t')) return false;
  const { start, end } = inner(text);
  if (text.indexOf('\t', start) >= 0) return true;
  if (start >= end || text.slice(0, start).split('\t').length <= 2) return false;
  const words = text.slice(start, end);
  return (
    isFigureText(words) || (words.length <= 80 && (isLabel(words, vocabulary) || vocabulary.cores.has(coreOf(words))))
  );
}
