import { printedTexts } from '../../format/index.ts';
import type { RowSpec, TableSpec } from '../../format/types.ts';
import type { Placed, Table } from '../../syntax/block.ts';
import { isFigureText } from '../../syntax/cellValue.ts';
import { fold } from '../../text/fold.ts';
import { memoByObject } from '../../text/memo.ts';
import { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import { figureKey, type TableContent } from '../report.ts';

/** A row of an official table that a line break parted. */
export interface SplitRow {
  /** Label of the row; empty where the form has none. */
  readonly label: string;
  /** The line end between its halves. */
  readonly lineEnd: Span;
  /** The second half. */
  readonly rest: Span;
  /** Both halves. */
  readonly span: Span;
}

/**
 * Rows of an official table that stand on two lines, each for itself too short. Only where the halves put together have
 * exactly the cells of the form, the labels of one of its rows and figures or nothing behind them, and where the row is
 * nowhere else in the table: what else might be meant by two such lines is not known. `text`: the draft's from where
 * the table starts, as its places count.
 */
export function splitRowsOf(table: TableContent, text: string): SplitRow[] {
  const source = new Source(text);
  return table.blocks.flatMap(placed => splitRowsIn(source, table, placed));
}

const SEPARATORS: Readonly<Partial<Record<Table['layout'], '|' | '\t'>>> = { pipe: '|', tabbed: '\t' };

/** A line longer than this is no half of a row. */
const LONGEST_LINE = 2000;

function splitRowsIn(source: Source, table: TableContent, { at, block }: Placed<Table>): SplitRow[] {
  const separator = SEPARATORS[block.layout];
  if (!separator) return [];
  const found: SplitRow[] = [];
  const { width } = formOf(table.spec);
  const bars = separator === '|' ? width + 1 : width - 1;
  const first = source.lineAt(at + block.span.start);
  const last = source.lineAt(at + Math.max(block.span.start, block.span.end - 1));
  const lines: { readonly line: Span; readonly bars: number }[] = [];
  for (let number = first; number <= last + 1 && number < source.lineCount; number++) {
    const line = source.line(number);
    lines.push({ line, bars: countSigns(source.text, line, separator) });
  }
  for (let i = 0; i + 1 < lines.length; i++) {
    const [above, below] = [lines[i], lines[i + 1]];
    if (!above || !below || above.bars + below.bars !== bars || above.bars === bars || below.bars === bars) continue;
    const row = rowOfHalves(source, above.line, below.line, table.spec, separator);
    if (!row || isOnOneLine(source, table, row)) continue;
    found.push({
      label: row.label,
      lineEnd: { start: above.line.end, end: below.line.start },
      rest: below.line,
      span: { start: above.line.start, end: below.line.end },
    });
    i++;
  }
  return found;
}

function countSigns(text: string, { start, end }: Span, sign: string): number {
  const code = sign.charCodeAt(0);
  let count = 0;
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === code) count++;
  return count;
}

/** The row that two lines are when they are put together; undefined where they are none. */
function rowOfHalves(
  source: Source,
  above: Span,
  below: Span,
  spec: TableSpec,
  separator: '|' | '\t',
): RowSpec | undefined {
  if (above.end - above.start > LONGEST_LINE || below.end - below.start > LONGEST_LINE) return undefined;
  const form = formOf(spec);
  const joined = source.slice(above) + source.slice(below);
  const cells = cellsOf(joined, separator);
  if (cells?.length !== form.width) return undefined;
  const labels = cells.slice(0, form.labelColumns).filter(cell => cell !== '');
  const figures = cells.slice(form.labelColumns);
  if (!figures.every(isFigureText) || !labels.every(label => form.texts.has(fold(label)))) return undefined;
  if (form.labelColumns === 0) return figures.some(figure => /\d/.test(figure)) ? spec.parts[0]?.rows[0] : undefined;
  const label = labels.at(-1);
  return label === undefined ? undefined : form.rows.get(fold(label));
}

/** The cells of a line between its separators; a pipe row has one at both ends. Undefined where that is not so. */
function cellsOf(line: string, separator: '|' | '\t'): string[] | undefined {
  if (separator === '\t') return line.split('\t').map(cell => cell.trim());
  const row = line.trim();
  if (row.length < 2 || !row.startsWith('|') || !row.endsWith('|') || row.includes('\\|')) return undefined;
  return row
    .slice(1, -1)
    .split('|')
    .map(cell => cell.trim());
}

/** Whether all figures of a row were read from one line: then that is the row. */
function isOnOneLine(source: Source, { spec, figures }: TableContent, row: RowSpec): boolean {
  const part = spec.parts.find(({ rows }) => rows.includes(row));
  const rows = part?.rowsAcross ? part.rows : [row];
  const lines = new Set<number>();
  for (const { key } of rows) {
    for (const column of part?.columns ?? []) {
      const figure = figures.get(figureKey(key, column.key));
      if (!figure) return false;
      lines.add(source.lineAt(figure.span.start));
    }
  }
  return lines.size === 1;
}

interface Form {
  /** Cells in each row of the form's grid. */
  readonly width: number;
  /** Of these, cells of labels before the figures. */
  readonly labelColumns: number;
  /** Everything printed, folded. */
  readonly texts: ReadonlySet<string>;
  /** Rows by their folded labels. */
  readonly rows: ReadonlyMap<string, RowSpec>;
}

const formOf = memoByObject((spec: TableSpec): Form => {
  const width = (spec.layout[0] ?? []).reduce((sum, { columnSpan = 1 }) => sum + columnSpan, 0);
  const figures = Math.max(
    ...spec.parts.map(({ rows, columns, rowsAcross }) => columns.length * (rowsAcross ? rows.length : 1)),
  );
  const texts = new Set([...printedTexts(spec)].map(fold));
  const rows = new Map<string, RowSpec>();
  for (const row of spec.parts.flatMap(part => part.rows)) {
    for (const label of [row.label, ...(row.variants ?? [])]) {
      texts.add(fold(label));
      if (label !== '' && !rows.has(fold(label))) rows.set(fold(label), row);
    }
  }
  return { width, labelColumns: width - figures, texts, rows };
});
