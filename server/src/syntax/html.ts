import { Parser } from 'htmlparser2';
import type { MappedText, Piece } from '../text/mappedText.ts';
import { trimmed } from '../text/mappedText.ts';
import type { Span } from '../text/span.ts';
import type { LineHints } from './headings.ts';
import { isBlank } from './lineReader.ts';

/** What a web page holds, in order. Offsets count from the start of the text given. */
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
  /** The text; for an empty cell the place behind its opening tag. */
  readonly span: Span;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'br',
  'caption',
  'center',
  'dd',
  'details',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'html',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'title',
  'tr',
  'ul',
]);
const IGNORED = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'select',
  'textarea',
  'svg',
  'button',
  'iframe',
  'object',
]);
const BOLD = new Set(['b', 'strong']);
const MOST_SPAN = 100;

/** Whether a draft is a saved web page: its first sign is a tag, not a comment. */
export function isWebPage(text: string): boolean {
  const at = text.search(/[^\s\u3000\u00a0\ufeff]/);
  if (at < 0 || text.charAt(at) !== '<') return false;
  return hasSaneNesting(text) && looksLikePage(text, at);
}

function looksLikePage(text: string, at: number): boolean {
  return (
    (/^<(?:!doctype|html|head|body|meta|title|div|p|h[1-6]|section|article|main|center|span|table|style|ul|header|font)[\s>/]/i.test(
      text.slice(at, at + 20),
    ) &&
      !/^<table[\s>]/i.test(text.slice(at, at + 20))) ||
    /^\s*<\?xml|^\s*<!doctype/i.test(text.slice(at, at + 20))
  );
}

/**
 * Reads HTML: block elements are lines, tables are grids, entities are decoded, script and style are ignored. Never
 * throws; missing end tags are closed as browsers do. A table that holds tables only lays out the page: it is no table.
 */
export function readHtml(text: string): HtmlPiece[] {
  const reader = new HtmlReader(layoutTables(text), text.length);
  const parser: Parser = new Parser(
    reader.handlers(() => parser),
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(text);
  parser.end();
  reader.finish(text.length);
  return reader.pieces;
}

/** Elements whose end tags pages leave out, or that have none: they do not nest. */
const UNNESTED = new Set([
  'p',
  'li',
  'td',
  'th',
  'tr',
  'dd',
  'dt',
  'br',
  'img',
  'hr',
  'input',
  'meta',
  'link',
  'col',
  'option',
  'tbody',
  'thead',
  'tfoot',
]);
const DEEPEST = 3000;

/** Whether tags nest no deeper than any page does: reading deeper ones costs the square of the depth. */
export function hasSaneNesting(text: string): boolean {
  const tag = /<(\/?)([a-z][a-z0-9]{0,20})/gi;
  let depth = 0;
  for (let match = tag.exec(text); match; match = tag.exec(text)) {
    if (UNNESTED.has((match[2] ?? '').toLowerCase())) continue;
    depth = Math.max(0, depth + (match[1] === '/' ? -1 : 1));
    if (depth > DEEPEST) return false;
  }
  return true;
}

/** Start offsets of the tables that hold other tables. */
function layoutTables(text: string): ReadonlySet<number> {
  const layout = new Set<number>();
  if (!/<table\b/i.test(text.slice(text.search(/<table\b/i) + 6))) return layout;
  const open: number[] = [];
  const parser = new Parser(
    {
      onopentag(name) {
        if (name !== 'table') return;
        const outer = open.at(-1);
        if (outer !== undefined) layout.add(outer);
        open.push(parser.startIndex);
      },
      onclosetag(name) {
        if (name === 'table') open.pop();
      },
    },
    { lowerCaseTags: true },
  );
  parser.write(text);
  parser.end();
  return layout;
}

/** Text that grows character by character together with its pieces. */
class Growing {
  private text = '';
  private pieces: Piece[] = [];

  add(text: string, from: number, to: number): void {
    if (text === '') return;
    const last = this.pieces.at(-1);
    const isVerbatim = to - from === text.length;
    if (last && isVerbatim && last.to === from && last.to - last.from === last.length) {
      this.pieces[this.pieces.length - 1] = { ...last, length: last.length + text.length, to };
    } else this.pieces.push({ at: this.text.length, length: text.length, from, to });
    this.text += text;
  }

  take(): MappedText {
    const taken = { text: this.text, pieces: this.pieces };
    this.text = '';
    this.pieces = [];
    return taken;
  }

  get isBlank(): boolean {
    return isBlank(this.text);
  }
}

interface OpenTable {
  readonly start: number;
  readonly rows: { start: number; end: number; cells: HtmlCell[] }[];
  cell: { from: number; rowSpan: number; columnSpan: number } | undefined;
}

class HtmlReader {
  readonly pieces: HtmlPiece[] = [];
  private readonly line = new Growing();
  private readonly cellText = new Growing();
  private table: OpenTable | undefined;
  private ignored = 0;
  private level: number | undefined;
  private bold = 0;
  private hasThin = false;

  constructor(
    private readonly layout: ReadonlySet<number>,
    private readonly length: number,
  ) {}

  handlers(parser: () => Parser) {
    return {
      onopentag: (name: string, attributes: Record<string, string>) => {
        this.open(name, attributes, parser().startIndex, parser().endIndex + 1);
      },
      onclosetag: (name: string) => {
        this.close(name, parser().startIndex, parser().endIndex + 1);
      },
      ontext: (text: string) => {
        this.text(text, parser().startIndex, parser().endIndex + 1);
      },
      oncomment: (content: string) => {
        this.comment(content, parser().startIndex);
      },
    };
  }

  finish(at: number): void {
    this.endTable(at);
    this.endLine();
  }

  private open(name: string, attributes: Record<string, string>, start: number, end: number): void {
    if (IGNORED.has(name)) this.ignored++;
    if (name === 'table' && !this.layout.has(start)) {
      this.endLine();
      this.table ??= { start, rows: [], cell: undefined };
      return;
    }
    const table = this.table;
    if (table) {
      if (name === 'tr') {
        this.endCell(start);
        table.rows.push({ start, end, cells: [] });
      } else if (name === 'td' || name === 'th') {
        this.endCell(start);
        if (table.rows.length === 0) table.rows.push({ start, end, cells: [] });
        table.cell = { from: end, rowSpan: spanOf(attributes['rowspan']), columnSpan: spanOf(attributes['colspan']) };
      } else if (BLOCKS.has(name) && table.cell) this.cellText.add(' ', start, start);
      return;
    }
    if (BLOCKS.has(name)) {
      this.endLine();
      const level = /^h([1-6])$/.exec(name);
      if (level) this.level = Number(level[1]);
    }
    if (BOLD.has(name)) this.bold++;
  }

  private close(name: string, start: number, end: number): void {
    if (IGNORED.has(name)) this.ignored = Math.max(0, this.ignored - 1);
    if (this.table) {
      if (name === 'td' || name === 'th') this.endCell(start);
      else if (name === 'tr') {
        this.endCell(start);
        const row = this.table.rows.at(-1);
        if (row) row.end = end;
      } else if (name === 'table') this.endTable(end);
      else if (BLOCKS.has(name) && this.table.cell) this.cellText.add(' ', start, start);
      return;
    }
    if (BOLD.has(name)) this.bold = Math.max(0, this.bold - 1);
    if (BLOCKS.has(name)) {
      this.endLine();
      if (/^h[1-6]$/.test(name)) this.level = undefined;
    }
  }

  private text(text: string, start: number, end: number): void {
    if (this.ignored > 0) return;
    if (this.table) {
      if (this.table.cell) this.cellText.add(text, start, end);
      return;
    }
    if (this.bold === 0 && !isBlank(text)) this.hasThin = true;
    // A line break in the file is white space in the page.
    this.line.add(text.replace(/[\r\n\t]/g, ' '), start, end);
  }

  private comment(content: string, start: number): void {
    if (this.table || this.ignored > 0) return;
    this.endLine();
    const from = start + 4;
    this.pieces.push({
      kind: 'comment',
      span: { start, end: Math.min(from + content.length + 3, this.length) },
      content: { start: from, end: Math.min(from + content.length, this.length) },
    });
  }

  private endLine(): void {
    const isEmpty = this.line.isBlank;
    const text = this.line.take();
    const isBold = !this.hasThin;
    this.hasThin = false;
    if (isEmpty) return;
    this.pieces.push({
      kind: 'line',
      text: trimmed(text),
      hints: { isBold, ...(this.level === undefined ? {} : { level: this.level }) },
    });
  }

  private endCell(at: number): void {
    const table = this.table;
    const cell = table?.cell;
    if (!table || !cell) return;
    table.cell = undefined;
    const text = trimmed(this.cellText.take());
    const first = text.pieces[0];
    const last = text.pieces.at(-1);
    const isEmpty = isBlank(text.text) || !first || !last;
    const row = table.rows.at(-1);
    row?.cells.push({
      text: isEmpty ? '' : text.text.replace(/[\s\u00a0]+/g, ' '),
      span: isEmpty ? { start: cell.from, end: cell.from } : { start: first.from, end: last.to },
      rowSpan: cell.rowSpan,
      columnSpan: cell.columnSpan,
    });
    if (row) row.end = at;
  }

  private endTable(behind: number): void {
    const table = this.table;
    if (!table) return;
    // The parser closes what is open at the end one character behind it.
    const at = Math.min(behind, this.length);
    this.endCell(at);
    this.table = undefined;
    const rows = table.rows
      .filter(row => row.cells.length > 0)
      .map(row => ({ span: { start: row.start, end: row.end }, cells: row.cells }));
    if (rows.length > 0) this.pieces.push({ kind: 'table', span: { start: table.start, end: at }, rows });
  }
}

function spanOf(attribute: string | undefined): number {
  const value = Number.parseInt(attribute ?? '1', 10);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, MOST_SPAN) : 1;
}
