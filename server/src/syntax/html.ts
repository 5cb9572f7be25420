import { trimmed, type MappedText } from '../text/mappedText.ts';
import { MappedTextBuilder } from '../text/mappedTextBuilder.ts';
import { isDigit } from '../text/numerals.ts';
import type { Span } from '../text/span.ts';
import { unify } from '../text/unify.ts';
import type { LineHints } from './headings.ts';
import { BLOCK_ELEMENTS, BOLD_ELEMENTS } from './htmlElements.ts';
import { HiddenText, parseHtml, type HtmlEvents } from './htmlParser.ts';
import { runningText, withoutLineBreaks, withoutNotes } from './inlineMarks.ts';
import { isBlank } from './lineReader.ts';
import { readStyles, type PageStyles } from './pageStyles.ts';
import { findTables, type PageTables } from './pageTables.ts';

/** A line, table or comment of a web page. Offsets count from the start of the text given. */
export type HtmlPiece =
  | { readonly kind: 'line'; readonly text: MappedText; readonly hints: LineHints }
  | { readonly kind: 'table'; readonly span: Span; readonly rows: readonly HtmlRow[] }
  | { readonly kind: 'comment'; readonly span: Span; readonly content: Span };

export interface HtmlRow {
  readonly span: Span;
  readonly cells: readonly HtmlCell[];
}

export interface HtmlCell {
  readonly text: string;
  /** Place of the text; for an empty cell the place behind its opening tag. */
  readonly span: Span;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/**
 * Reads HTML into pieces in order: block elements are lines, tables are grids, entities are decoded, script and style
 * are ignored. Never throws; missing end tags are closed as browsers do. A table that holds tables only lays out the
 * page: its contents are read as if it were not there. What is shown as a table is one, and what a form's fields hold
 * stands in its cells.
 */
export function readHtml(text: string): HtmlPiece[] {
  const styles = readStyles(text);
  const reader = new PageReader(findTables(text, styles), styles, text);
  parseHtml(text, reader);
  reader.finish(text.length);
  return reader.pieces;
}

/** Turns the parser's events into pieces. */
class PageReader implements HtmlEvents {
  readonly pieces: HtmlPiece[] = [];
  private readonly line = new LineBuilder();
  private readonly hidden = new HiddenText();
  private table: TableBuilder | undefined;
  /** What the open elements are read as. */
  private readonly names: string[] = [];

  constructor(
    private readonly tables: PageTables,
    private readonly styles: PageStyles,
    private readonly text: string,
  ) {}

  open(tag: string, attributes: Record<string, string>, start: number, end: number): void {
    const name = this.tables.nameOf(this.table ? fieldName(tag, attributes) : tag, start);
    this.names.push(name);
    const isHidden = this.table !== undefined && (name === 'option' || this.styles.display(attributes) === 'none');
    if (this.hidden.open(name, attributes, isHidden)) return;
    if (name === 'table' && !this.tables.isLayout(start)) {
      this.endLine();
      this.table ??= new TableBuilder(start);
    } else if (this.table) {
      this.table.open(name, attributes, start, end);
      if (name === 'input') this.addValue(attributes, start, end);
    } else {
      if (BLOCK_ELEMENTS.has(name)) this.endLine();
      this.line.open(name);
    }
  }

  close(tag: string, start: number, end: number): void {
    const name = this.names.pop() ?? tag;
    if (this.hidden.close()) return;
    if (this.table) {
      if (name === 'table') this.endTable(end);
      else this.table.close(name, start, end);
      return;
    }
    this.line.close(name);
    if (!BLOCK_ELEMENTS.has(name)) return;
    this.endLine();
    if (/^h[1-6]$/.test(name)) this.line.level = undefined;
  }

  addText(text: string, start: number, end: number): void {
    if (this.hidden.isHidden) return;
    this.hidden.show(text);
    if (this.table) this.table.addText(text, start, end);
    else this.line.add(text, start, end);
  }

  comment(content: string, start: number): void {
    if (this.table || this.hidden.isHidden) return;
    this.endLine();
    const from = start + 4;
    this.pieces.push({
      kind: 'comment',
      span: { start, end: Math.min(from + content.length + 3, this.text.length) },
      content: { start: from, end: Math.min(from + content.length, this.text.length) },
    });
  }

  finish(at: number): void {
    this.endTable(at);
    this.endLine();
  }

  /** What a field of a form holds, as text of the cell that it stands in. */
  private addValue({ type = 'text', value = '' }: Readonly<Record<string, string>>, start: number, end: number): void {
    if (!TYPED_FIELDS.has(type.toLowerCase()) || value === '') return;
    const written = VALUE.exec(this.text.slice(start, Math.min(end, start + LONGEST_TAG)));
    const at = start + (written ? written.index + written[0].length : 0);
    const isWritten = written !== null && this.text.startsWith(value, at);
    this.table?.addText(unify(value), isWritten ? at : start, isWritten ? at + value.length : end);
  }

  private endLine(): void {
    const line = this.line.take();
    if (line) this.pieces.push(line);
  }

  private endTable(behind: number): void {
    // The parser closes what is open at the end one character behind it.
    const end = Math.min(behind, this.text.length);
    const piece = this.table?.finish(end);
    this.table = undefined;
    if (piece) this.pieces.push(piece);
  }
}

/** Fields into which words and figures are typed; the others are buttons and boxes, or are not shown. */
const TYPED_FIELDS: ReadonlySet<string> = new Set(['text', 'number', 'tel', 'search']);

const VALUE = /\svalue\s{0,9}=\s{0,9}["']?/i;
const LONGEST_TAG = 2000;

/** The fields of a form whose words are shown are read as words in a cell: what was typed, what was chosen. */
function fieldName(name: string, attributes: Readonly<Record<string, string>>): string {
  if (name === 'textarea' || name === 'select') return 'span';
  return name === 'option' && attributes['selected'] !== undefined ? 'span' : name;
}

/** The line of text that is being read, with the level and weight of its elements. */
class LineBuilder {
  /** Level of the h1–h6 element around the line. */
  level: number | undefined;
  private readonly text = new MappedTextBuilder();
  private boldDepth = 0;
  private isFilled = false;
  private hasThin = false;

  open(name: string): void {
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level !== undefined) this.level = Number(level);
    if (BOLD_ELEMENTS.has(name)) this.boldDepth++;
  }

  close(name: string): void {
    if (BOLD_ELEMENTS.has(name)) this.boldDepth = Math.max(0, this.boldDepth - 1);
  }

  add(text: string, start: number, end: number): void {
    if (!isBlank(text)) {
      this.isFilled = true;
      if (this.boldDepth === 0) this.hasThin = true;
    }
    // A line break in the file is white space in the page.
    this.text.add(text.replace(/[\r\t]/g, ' '), start, end);
  }

  /** The line read so far, undefined for a blank one; the next one begins. */
  take(): HtmlPiece | undefined {
    const { isFilled, hasThin } = this;
    const text = runningText(withoutLineBreaks(trimmed(this.text.take())));
    this.isFilled = false;
    this.hasThin = false;
    if (!isFilled) return undefined;
    return {
      kind: 'line',
      text: trimmed(text),
      hints: { isBold: !hasThin, ...(this.level === undefined ? {} : { level: this.level }) },
    };
  }
}

/** White space as one space, but a line break between two figures: they are not one. */
function withSpaces(text: string): string {
  return text.replace(/\s+/g, (gap, at: number) =>
    gap.includes('\n') && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + gap.length)) ? '\n' : ' ',
  );
}

const MOST_SPAN = 100;

/** The table that is being read. */
class TableBuilder {
  private readonly rows: { start: number; end: number; cells: HtmlCell[] }[] = [];
  private readonly text = new MappedTextBuilder();
  private cell: { from: number; rowSpan: number; columnSpan: number } | undefined;

  constructor(private readonly start: number) {}

  open(name: string, attributes: Record<string, string>, start: number, end: number): void {
    if (name === 'tr') {
      this.endCell(start);
      this.rows.push({ start, end, cells: [] });
    } else if (name === 'td' || name === 'th') {
      this.endCell(start);
      if (this.rows.length === 0) this.rows.push({ start, end, cells: [] });
      this.cell = { from: end, rowSpan: spanOf(attributes['rowspan']), columnSpan: spanOf(attributes['colspan']) };
    } else this.breakLine(name, start);
  }

  close(name: string, start: number, end: number): void {
    if (name === 'td' || name === 'th') this.endCell(start);
    else if (name === 'tr') {
      this.endCell(start);
      const row = this.rows.at(-1);
      if (row) row.end = end;
    } else this.breakLine(name, start);
  }

  addText(text: string, start: number, end: number): void {
    if (this.cell) this.text.add(text.replace(/[\r\n\t]/g, ' '), start, end);
  }

  /** The table; undefined for one without cells. */
  finish(end: number): HtmlPiece | undefined {
    this.endCell(end);
    const rows = this.rows
      .filter(row => row.cells.length > 0)
      .map(row => ({ span: { start: row.start, end: row.end }, cells: row.cells }));
    return rows.length === 0 ? undefined : { kind: 'table', span: { start: this.start, end }, rows };
  }

  /** A block element inside a cell begins a new line there. */
  private breakLine(name: string, at: number): void {
    if (this.cell && BLOCK_ELEMENTS.has(name)) this.text.add('\n', at, at);
  }

  private endCell(at: number): void {
    const { cell } = this;
    if (!cell) return;
    this.cell = undefined;
    const text = withoutNotes(trimmed(this.text.take()));
    const first = text.pieces[0];
    const last = text.pieces.at(-1);
    const isEmpty = isBlank(text.text) || !first || !last;
    const row = this.rows.at(-1);
    if (!row) return;
    row.cells.push({
      text: isEmpty ? '' : withSpaces(text.text),
      span: isEmpty ? { start: cell.from, end: cell.from } : { start: first.from, end: last.to },
      rowSpan: cell.rowSpan,
      columnSpan: cell.columnSpan,
    });
    row.end = at;
  }
}

function spanOf(attribute: string | undefined): number {
  const value = Number.parseInt(attribute ?? '1', 10);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, MOST_SPAN) : 1;
}
