import { isFigureText, isUnitText } from '../cellValue.ts';
import { wordsOf } from '../inline.ts';
import { labelFinder, LONGEST_LABEL } from '../labels.ts';
import type { Line } from '../line.ts';
import { isBlank, type LineReader } from '../lineReader.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { layOut, MOST_COLUMNS, type LooseCell, type ReadTable, type TableLayout } from './layout.ts';
import { plainCell, quotedCell, type QuotedForm } from './looseCells.ts';

/**
 * Rows with a sign between their cells, as spreadsheets save them as text (`规章,0,0,3`), also in the brackets of JSON or
 * between the `&` of LaTeX. A cell may stand in quotation marks, over several lines. Only known labels show that commas
 * part cells: the table begins with two rows that hold nothing but labels and figures.
 */
export const delimited: TableLayout = {
  id: 'delimited',
  read(reader, first, vocabulary) {
    if (first.text.length > LONGEST_LINE) return null;
    const separators = separatorsIn(first.text, vocabulary);
    const caption = separators.length === 0 ? captionAt(first, vocabulary) : undefined;
    const head = caption ? reader.lineFrom(first.next) : first;
    for (const separator of caption ? separatorsIn(head.text, vocabulary) : separators) {
      const table = tableOf(reader, head, separator, { vocabulary, caption });
      if (table) return table;
    }
    return null;
  },
};

/** A line that is a label as it stands: the caption of the rows below it. */
function captionAt({ text, start, end, next }: Line, vocabulary: Vocabulary): Record | undefined {
  if (text.length > LONGEST_LABEL || !labelFinder(vocabulary).isLabel(text.trim())) return undefined;
  return { span: { start, end }, next, cells: [plainCell(text, start)] };
}

function tableOf(
  reader: LineReader,
  first: Line,
  separator: string,
  { vocabulary, caption }: { readonly vocabulary: Vocabulary; readonly caption: Record | undefined },
): ReadTable | null {
  let record: Record | undefined = recordAt(reader, first, separator);
  if (!record || !isRowOfWords(record, vocabulary)) return null;
  const following = recordBehind(reader, record, separator);
  if (!following || !isRowOfWords(following, vocabulary)) return null;
  const rows: Record[] = caption ? [caption] : [];
  while (record) {
    rows.push(SEPARATORS.includes(separator) ? record : withWholeLabel(record, separator, vocabulary));
    const next: Record | undefined = recordBehind(reader, record, separator);
    record = next && (next.cells.length === record.cells.length || isRowOfWords(next, vocabulary)) ? next : undefined;
  }
  const last = rows.at(-1);
  if (!last || !rows.some(({ cells }) => cells.some(({ text }) => /\d/.test(text)))) return null;
  return { ...layOut(rows.map(({ span, cells }) => ({ span, cells }))), end: last.span.end, next: last.next };
}

/** In the order in which they are looked for: a comma may stand inside the cells of the others. */
const SEPARATORS: readonly string[] = ['&', ';', ','];
/** Signs that sentences have as well: only a label before the first of them shows that they part cells. */
const OTHER_SEPARATORS = /；|，| \/ |[│┃‖¦]| [·•–—→-] | ::? |\/|、/g;
const OTHER_SIGN = /[；，│┃‖¦·•–—→:/、-]/;
const LONGEST_LINE = 2000;
/** A quotation mark, behind blanks. */
const QUOTE = /^ *"/;
const LONGEST_INDENT = 12;
/** A row of LaTeX runs over no more lines than this. */
const MOST_ROW_LINES = 4;
/** Lines of marks alone between rows. */
const MOST_MARKS = 3;

interface Record {
  readonly span: { readonly start: number; readonly end: number };
  readonly next: number;
  readonly cells: readonly LooseCell[];
}

/** Brackets around a row of JSON; what ends a row of LaTeX. */
const OPENING = /^\s*\[{1,2}(?=")/;
const CLOSING = /(?<=")\]{1,2},?\s*$|\\\\\s*(?:\\hline\s*)?$/;
/** Lines of LaTeX that hold no cells: `\hline`, `\toprule`. */
const MARKS = /^\s*\\[a-z]{3,12}(?:\{[^{}]{0,40}\})?\s*$/;
/** A cell that spans others: `\multicolumn{4}{|c|}{…}`. */
const SPANNING = /^\\multi(?:column|row)\{(\d{1,3})\}\{[^{}]{0,40}\}\{([^{}]{0,200})\}$/;

/** The signs that may part cells in a line. */
function separatorsIn(text: string, vocabulary: Vocabulary): readonly string[] {
  let separators = NONE;
  for (const sign of SEPARATORS) {
    const at = text.indexOf(sign);
    if (at >= 0 && at <= LONGEST_LABEL) separators = [...separators, sign];
  }
  const end = text.charAt(text.length - 1);
  if (end === '。' || end === '：' || text.includes('。') || !OTHER_SIGN.test(text)) return separators;
  for (const { 0: sign, index } of text.slice(0, LONGEST_LABEL).matchAll(OTHER_SEPARATORS))
    if (!separators.includes(sign) && labelFinder(vocabulary).isLabel(text.slice(0, index).trim()))
      separators = [...separators, sign];
  return separators;
}

const NONE: readonly string[] = [];

/** A label holds no more of such signs. */
const MOST_SIGNS_IN_LABEL = 4;

/** A row whose label holds the sign that parts the others: （二）部分公开（区分处理的，只计这一情形，…）. */
function withWholeLabel(record: Record, separator: string, vocabulary: Vocabulary): Record {
  const { cells } = record;
  const from = cells.findIndex(({ text }) => text !== '');
  for (let to = Math.min(cells.length, from + MOST_SIGNS_IN_LABEL + 1); from >= 0 && to > from + 1; to--) {
    const pieces = cells.slice(from, to);
    const text = pieces.map(piece => piece.text).join(separator);
    const [first] = pieces;
    const last = pieces.at(-1);
    if (!first || !last || !labelFinder(vocabulary).isLabel(text)) continue;
    const label = { text, span: { start: first.span.start, end: last.span.end } };
    return { ...record, cells: [...cells.slice(0, from), label, ...cells.slice(to)] };
  }
  return record;
}

/** The record behind another one. */
function recordBehind(reader: LineReader, { next }: Record, separator: string): Record | undefined {
  let line: Line | undefined = next < reader.length ? reader.lineFrom(next) : undefined;
  for (let count = 0; line && separator === '&' && MARKS.test(line.text) && count < MOST_MARKS; count++)
    line = line.next < reader.length ? reader.lineFrom(line.next) : undefined;
  return line && recordAt(reader, line, separator);
}

/** The cells of a row; of LaTeX, those of all lines up to the sign that ends the row. Undefined for fewer than two. */
function recordAt(reader: LineReader, first: Line, separator: string): Record | undefined {
  let record = lineAt(reader, first, separator);
  if (separator !== '&') return record;
  let line = first;
  for (let count = 0; record && !CLOSING.test(line.text) && count < MOST_ROW_LINES; count++) {
    if (line.next >= reader.length) return record;
    line = reader.lineFrom(line.next);
    const rest = lineAt(reader, line, separator, 1);
    const [end, ...others] = rest?.cells ?? [];
    const last = record.cells.at(-1);
    if (!rest || !end || !last || isBlank(line.text)) return record;
    const joined: LooseCell = last.text === '' ? end : { ...last, text: last.text + end.text };
    record = {
      span: { start: first.start, end: line.end },
      next: line.next,
      cells: [...record.cells.slice(0, -1), joined, ...others],
    };
  }
  return record;
}

/** The cells of a line, and of those behind it over which quoted cells run; undefined where there are fewer. */
function lineAt(reader: LineReader, first: Line, separator: string, least = 2): Record | undefined {
  if (first.text.length > LONGEST_LINE) return undefined;
  if (least > 1 && !first.text.includes(separator) && !QUOTE.test(first.text)) return undefined;
  const cells: LooseCell[] = [];
  const form: QuotedForm = { followers: [separator, ']'], longestLine: LONGEST_LINE };
  let line = first;
  let end = first.end - (CLOSING.exec(first.text)?.[0].length ?? 0);
  let from = first.start + (OPENING.exec(first.text)?.[0].length ?? 0);
  while (cells.length < MOST_COLUMNS) {
    const opening = QUOTE.exec(line.text.slice(from - line.start, from - line.start + LONGEST_INDENT))?.[0].length;
    const quoted = opening === undefined ? undefined : quotedCell(reader, from + opening - 1, line, form);
    if (quoted) {
      // A break as JSON writes it.
      cells.push({ ...quoted.cell, text: quoted.cell.text.replaceAll('\\n', ' ') });
      if (quoted.line !== line) end = quoted.line.end - (CLOSING.exec(quoted.line.text)?.[0].length ?? 0);
      line = quoted.line;
      from = quoted.end + 1;
      if (quoted.end >= end) break;
      continue;
    }
    const found = line.text.indexOf(separator, from - line.start);
    const to = found < 0 || line.start + found > end ? end : line.start + found;
    const cell = cellOf(line.text.slice(from - line.start, to - line.start), from);
    cells.push(cell);
    if (to === end) break;
    from = to + separator.length;
  }
  return cells.length < least ? undefined : { span: { start: first.start, end: line.end }, next: line.next, cells };
}

/** A cell without quotation marks; of LaTeX it may span others. */
function cellOf(text: string, from: number): LooseCell {
  const cell = plainCell(text, from);
  const words = text.slice(cell.span.start - from, cell.span.end - from);
  const spanning = SPANNING.exec(words);
  if (!spanning) return cell;
  const [, count = '', inside = ''] = spanning;
  return {
    text: wordsOf(inside),
    span: cell.span,
    ...(words.startsWith('\\multicolumn') ? { columnSpan: Math.min(MOST_COLUMNS, Math.max(1, Number(count))) } : {}),
  };
}

/** Whether a row holds labels, pieces of them and figures, and nothing else. */
function isRowOfWords({ cells }: Record, vocabulary: Vocabulary): boolean {
  const finder = labelFinder(vocabulary);
  const texts = cells.map(({ text }) => text).filter(text => !isBlank(text));
  return (
    texts.every(text => isFigureText(text) || finder.isLabel(text) || isUnitText(text) || finder.isFragment(text)) &&
    texts.some(text => finder.isLabel(text) || (texts.length > 2 && isFigureText(text)))
  );
}
