import { coreOf } from '../../text/fold.ts';
import { isLabel } from '../headings.ts';
import { labelFinder } from '../labels.ts';
import type { Line } from '../line.ts';
import { inner, isBlank, type LineReader } from '../lineReader.ts';
import { isFigureText } from '../cellValue.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { layOut, MOST_COLUMNS, type LooseCell, type TableLayout } from './layout.ts';
import { plainCell, quotedCell, type QuotedForm } from './looseCells.ts';

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

const QUOTED: QuotedForm = { followers: ['\t'], longestLine: 200 };

function recordAt(reader: LineReader, first: Line): TabRecord {
  const { start, end, next } = first;
  if (first.text.charAt(0) !== '"' && !first.text.includes('\t'))
    return { start, end, next, text: first.text, cells: undefined };
  const cells: LooseCell[] = [];
  let line = first;
  let from = first.start;
  while (cells.length < MOST_COLUMNS) {
    const quoted = line.text.charAt(from - line.start) === '"' ? quotedCell(reader, from, line, QUOTED) : undefined;
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
