import { Parser } from 'htmlparser2';
import type { PageStyles } from './pageStyles.ts';

/** What the tables of a page are, told before they are read. */
export interface PageTables {
  /** Whether the table that starts at an offset lays out the page: it holds other tables. */
  isLayout(start: number): boolean;
  /**
   * The name by which the element that starts at an offset is read: `table`, `tr`, `td` for elements that are shown as
   * such, `span` for a table around a figure in a cell; else its own.
   */
  nameOf(name: string, start: number): string;
}

/** Parts of a table by what an element is displayed as, or by its role. */
const PARTS: Readonly<Record<string, string>> = {
  table: 'table',
  'inline-table': 'table',
  grid: 'table',
  'table-row': 'tr',
  row: 'tr',
  'table-cell': 'td',
  cell: 'td',
  gridcell: 'td',
  columnheader: 'td',
  rowheader: 'td',
};
const DISPLAY = /(?:^|[;\s])display\s{0,9}:\s{0,9}([a-z-]{1,40})/i;
const LONGEST_STYLE = 2000;
const TABLE_PARTS: ReadonlySet<string> = new Set('table thead tbody tfoot tr td th'.split(' '));
const LONGEST_FIGURE = 16;
/** A table made of other elements has at least so many rows and cells. */
const FEWEST_ROWS = 2;
const FEWEST_CELLS = 4;

interface OpenTable {
  readonly start: number;
  /** Whether it is made of other elements than those of tables. */
  readonly isMade: boolean;
  readonly parts: { readonly start: number; readonly name: string }[];
  rows: number;
  cells: number;
  /** Open cells. */
  depth: number;
  text: string;
  /** Whether words stand outside of its cells, or tables in them: it only lays out the page. */
  isLayout: boolean;
}

/** Looks through a page for its tables. Gives nothing to do for a page with one table, as tables in drafts are. */
export function findTables(text: string, styles: PageStyles): PageTables {
  const layout = new Set<number>();
  const names = new Map<number, string>();
  const tables = {
    isLayout: (start: number) => layout.has(start),
    nameOf: (name: string, start: number) => names.get(start) ?? name,
  };
  const first = text.search(/<table\b/i);
  const hasSeveral = first >= 0 && /<table\b/i.test(text.slice(first + 6));
  if (!hasSeveral && !/table-cell|role\s{0,9}=\s{0,9}["']?(?:grid)?cell/i.test(text)) return tables;

  const open: OpenTable[] = [];
  /** The part of a table that each open element is. */
  const elements: (string | undefined)[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const part = partOf(name, attributes, styles);
        elements.push(part);
        if (part === undefined) return;
        const isMade = part !== name;
        if (part === 'table') {
          open.push({
            start: parser.startIndex,
            isMade,
            parts: [],
            rows: 0,
            cells: 0,
            depth: 0,
            text: '',
            isLayout: false,
          });
        }
        const table = open.at(-1);
        if (!table || (isMade && !table.isMade)) return;
        table.parts.push({ start: parser.startIndex, name: part });
        if (part === 'tr') table.rows++;
        else if (part === 'td' || part === 'th') {
          table.cells++;
          table.depth++;
        }
      },
      ontext(data) {
        const table = open.at(-1);
        if (!table || table.text.length > LONGEST_FIGURE) return;
        if (table.isMade && table.depth === 0 && data.trim() !== '') table.isLayout = true;
        table.text += data.trim();
      },
      onclosetag() {
        const part = elements.pop();
        const table = open.at(-1);
        if (!table) return;
        if (part === 'td' || part === 'th') table.depth = Math.max(0, table.depth - 1);
        if (part !== 'table') return;
        open.pop();
        close(table, open.at(-1));
      },
    },
    { lowerCaseTags: true },
  );
  const close = (table: OpenTable, outer: OpenTable | undefined) => {
    const { start, isMade, parts, rows, cells, isLayout } = table;
    if (isMade && (isLayout || rows < FEWEST_ROWS || cells < FEWEST_CELLS)) {
      if (outer) outer.isLayout ||= isLayout || cells > 0;
      return;
    }
    if (isMade) for (const part of parts) names.set(part.start, part.name);
    if (isLayout) layout.add(start);
    if (!outer) return;
    if (!isMade && !isLayout && cells === 1 && outer.depth > 0 && /^[\s\d.,，．]{0,16}$/.test(table.text))
      for (const part of parts) names.set(part.start, 'span');
    else outer.isLayout = true;
  };
  parser.write(text);
  parser.end();
  return tables;
}

function partOf(name: string, attributes: Readonly<Record<string, string>>, styles: PageStyles): string | undefined {
  if (TABLE_PARTS.has(name)) return name;
  const inline = DISPLAY.exec((attributes['style'] ?? '').slice(0, LONGEST_STYLE))?.[1]?.toLowerCase();
  const found = PARTS[inline ?? styles.display(attributes) ?? ''];
  return found ?? PARTS[attributes['role'] ?? ''];
}
