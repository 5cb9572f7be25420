import { wordsOf } from '../inline.ts';
import type { Line } from '../line.ts';
import { inner, isBlank } from '../lineReader.ts';
import { layOut, MOST_COLUMNS, type LooseCell, type TableLayout } from './layout.ts';

/**
 * Tables of MediaWiki, from `{|` to `|}`, of AsciiDoc, between two lines `|===`, and of LaTeX, with merged cells.
 * Programs that convert documents write them; cells may stand on lines of their own.
 */
export const markup: TableLayout = {
  id: 'delimited',
  read(reader, first) {
    if (!first.text.includes('{|') && !first.text.startsWith('|=') && !first.text.includes('\\begin{')) return null;
    const form = FORMS.find(({ opening }) => opening.test(first.text));
    if (!form || first.next >= reader.length) return null;
    const rows = new Rows();
    let line = reader.lineFrom(first.next);
    for (let count = 0; count < MOST_LINES; count++) {
      if (form.closing.test(line.text))
        return rows.isEmpty ? null : { ...layOut(rows.finish()), end: line.end, next: line.next };
      // Another one begins: this one was not closed.
      if (line.next >= reader.length || form.opening.test(line.text)) return null;
      form.take(rows, line);
      line = reader.lineFrom(line.next);
    }
    return null;
  },
};

interface Form {
  readonly opening: RegExp;
  readonly closing: RegExp;
  take(rows: Rows, line: Line): void;
}

const MOST_LINES = 1500;

const FORMS: readonly Form[] = [
  { opening: /^\s*\{\|/, closing: /^\s*\|\}/, take: takeOfMediaWiki },
  { opening: /^\|={3,}\s*$/, closing: /^\|={3,}\s*$/, take: takeOfAsciiDoc },
  {
    opening: /^\s*\\begin\{(?:long|super)?tab(?:le|ular)[xuy*]?\}(?!.*\\\\)/,
    closing: /^\s*\\end\{(?:long|super)?tab(?:le|ular)[xuy*]?\}/,
    take: takeOfLatex,
  },
];

/** Rows that are being collected. */
class Rows {
  private readonly rows: LooseCell[][] = [];
  private isOpen = false;
  private hasBreak = false;

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  /** Whether a line of the open row broke within a cell. */
  get isBroken(): boolean {
    return this.hasBreak;
  }

  breakLine(): void {
    this.hasBreak = true;
  }

  /** What comes next is another row. */
  close(): void {
    this.isOpen = false;
    this.hasBreak = false;
  }

  add(cell: LooseCell): void {
    if (!this.isOpen) this.rows.push([]);
    this.isOpen = true;
    const row = this.rows.at(-1);
    if (row && row.length < MOST_COLUMNS) row.push(cell);
  }

  /** The row that is open has another cell, of which nothing was read yet. */
  openCell(at: number): void {
    this.add({ text: '', span: { start: at, end: at } });
  }

  get hasOpenRow(): boolean {
    return this.isOpen;
  }

  /** The cell read last covers so many columns. */
  widen(columnSpan: number): void {
    const row = this.rows.at(-1);
    const last = row?.pop();
    if (row && last) row.push({ ...last, columnSpan });
  }

  /** More words of the cell read last, on another line; two figures stay two. */
  goOn(text: string, end: number): void {
    const row = this.rows.at(-1);
    const last = row?.pop();
    if (!row || !last) return;
    const start = last.text === '' ? end - text.length : last.span.start;
    const between = /\d$/.test(last.text) && /^\d/.test(text) ? '\n' : '';
    row.push({ ...last, text: last.text + between + text, span: { start, end } });
  }

  finish(): readonly {
    readonly span: { readonly start: number; readonly end: number };
    readonly cells: LooseCell[];
  }[] {
    return this.rows.map(cells => ({
      span: { start: cells[0]?.span.start ?? 0, end: cells.at(-1)?.span.end ?? 0 },
      cells,
    }));
  }
}

/** `|-` begins a row; behind `|` and `!` stand cells, parted by `||` and `!!`, each behind its attributes and a `|`. */
function takeOfMediaWiki(rows: Rows, { text, start }: Line): void {
  const from = inner(text).start;
  const sign = text.charAt(from);
  if (text.startsWith('|-', from)) rows.close();
  else if ((sign === '|' || sign === '!') && text.charAt(from + 1) !== '+') {
    const separator = sign === '!' && text.includes('!!') ? '!!' : '||';
    for (let at = from + 1; at <= text.length;) {
      const bar = text.indexOf(separator, at);
      const end = bar < 0 ? text.length : bar;
      const attributes = ATTRIBUTES.exec(text.slice(at, end))?.[0] ?? '';
      rows.add(cellIn(text, { start: at + attributes.length, end }, start, spansIn(attributes)));
      at = bar < 0 ? text.length + 1 : bar + separator.length;
    }
  } else if (!isBlank(text) && !rows.isEmpty) rows.goOn(wordsOf(text.trim()), start + text.length);
}

const ATTRIBUTES = /^(?:\s*[a-z-]{2,20}\s*=\s*(?:"[^"|]{0,200}"|[^\s"|]{1,40}))+\s*\|/i;

function spansIn(attributes: string): Spans {
  const of = (name: string) => new RegExp(`${name}\\s*=\\s*"?(\\d{1,3})`, 'i').exec(attributes)?.[1];
  return { columnSpan: of('colspan'), rowSpan: of('rowspan') };
}

/**
 * Cells begin with `|`, before which `2+`, `.3+` and `2.3+` say how many columns and rows they cover. A row has a line
 * of its own, or its cells have one each and a blank line stands behind them. ` +` at a line's end breaks it in a cell.
 */
function takeOfAsciiDoc(rows: Rows, { text: written, start }: Line): void {
  const text = written.replace(BREAK, '');
  if (isBlank(text)) {
    rows.close();
    return;
  }
  const marks = [...text.matchAll(CELL_MARK)];
  const from = marks[0]?.index ?? text.length;
  const isWholeRow = marks.length > 1 && from === 0;
  if (isWholeRow) rows.close();
  if (from > 0 && !rows.isEmpty) rows.goOn(wordsOf(text.slice(0, from).trim()), start + from);
  for (const [i, { 0: mark, 1: columnSpan, 2: rowSpan, index }] of marks.entries())
    rows.add(
      cellIn(text, { start: index + mark.length, end: marks[i + 1]?.index ?? text.length }, start, {
        columnSpan,
        rowSpan,
      }),
    );
  if (text === written && (marks.length > 1 || rows.isBroken)) rows.close();
  else if (text !== written) rows.breakLine();
}

const BREAK = / \+$/;
const CELL_MARK = /(?:(?<=^|\s)(?:(\d{1,2})?(?:\.(\d{1,2}))?\+)?[<^>.]{0,4}[a-z]?)?\|/g;

/**
 * `&` parts cells and two backslashes end a row, over as many lines as it has. Cells that a merged one covers downwards
 * are written empty.
 */
function takeOfLatex(rows: Rows, { text: written, start }: Line): void {
  if (COLUMN_TYPES.test(written)) return;
  const text = written.replace(LATEX_MARKS, marks => ' '.repeat(marks.length));
  for (let at = 0; at < text.length;) {
    LATEX_PART.lastIndex = at;
    const part = LATEX_PART.exec(text);
    const end = part?.index ?? text.length;
    const words = text.slice(at, end);
    if (!rows.hasOpenRow && (part?.[0] === '&' || !isBlank(words))) rows.openCell(start + at);
    if (!isBlank(words)) takeWords(rows, words, start + at);
    if (part?.[0] === '&') rows.openCell(start + end + 1);
    else if (part) rows.close();
    at = end + (part?.[0].length ?? 1);
  }
}

/** The words of a cell, without the marks of one that is merged or in other type around them. */
function takeWords(rows: Rows, words: string, at: number): void {
  const columns = /\\multicolumn\{(\d{1,3})\}/.exec(words)?.[1];
  if (columns !== undefined) rows.widen(Math.min(MOST_COLUMNS, Number(columns)));
  const bare = words.replace(LATEX_WRAPPERS, marks => ' '.repeat(marks.length)).replace(/[{}]/g, ' ');
  const { start, end } = inner(bare);
  if (end > start) rows.goOn(wordsOf(bare.slice(start, end).replace(/\\(?=[%&_#$])/g, '')), at + end);
}

const LATEX_PART = /(?<!\\)&|\\\\(?:\[[^\]]{0,20}\])?/g;
/** Types of columns, which stand before the rows. */
const COLUMN_TYPES = /^\s*(?:>\{|@\{|[|clrpX]{2,}\s*@?\{?\}+\s*$)/;
/** Commands that hold no words. */
const LATEX_MARKS =
  /\\(?:begin|end)\{minipage\}(?:\[[a-z]\])?(?:\{[^{}]{0,60}\})?|\\(?:raggedright|raggedleft|centering|arraybackslash|(?:top|mid|bottom)rule|hline|endhead|endfirsthead|endfoot|endlastfoot|strut|tabularnewline)(?![a-z])|\\c(?:line|midrule)(?:\([a-z]+\))?\{[^{}]{0,20}\}/g;
const LATEX_WRAPPERS =
  /\\multicolumn\{\d{1,3}\}\{[^{}]{0,40}(?:\{[^{}]{0,40}\}[^{}]{0,40})?\}|\\multirow(?:\[[a-z]\])?\{-?\d{1,3}\}\{[^{}]{0,40}\}|\\text(?:bf|it|rm|sf)|\\(?:bfseries|small|footnotesize)(?![a-z])/g;

interface Spans {
  readonly columnSpan: string | undefined;
  readonly rowSpan: string | undefined;
}

function cellIn(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  at: number,
  spans: Spans,
): LooseCell {
  const body = text.slice(start, end);
  const words = inner(body);
  return {
    text: wordsOf(body.slice(words.start, words.end)),
    span: { start: at + start + words.start, end: at + start + Math.max(words.start, words.end) },
    columnSpan: Math.min(MOST_COLUMNS, Math.max(1, Number(spans.columnSpan ?? 1))),
    rowSpan: Math.max(1, Number(spans.rowSpan ?? 1)),
  };
}
