import { writeTable } from '../../server/src/model/writing/write.ts';
import type { LayoutCell, TableSpec } from '../../server/src/format/types.ts';
import { displayWidth } from '../../server/src/text/width.ts';

/** Text of a figure. */
type FigureText = (row: string, column: string) => string;

/** A way of writing a table that drafts show and the product reads, whether or not it writes it. */
export type Layout = (table: TableSpec, figure: FigureText) => string;

/** Makes a line too long to be a mere row; no sentence of it comes twice. */
const LONG_PROSE =
  '本部分数据由各科室报送，办公室汇总后逐项核对，并与上级主管部门的登记台账相互印证。填写时以年度报告格式的说明为准，没有发生的事项一律填零。' +
  '涉及跨年度办理的申请，按照收到的时间计入相应年份，结转情况由承办人签字确认。汇总表经主要负责人审核后存档，供社会公众查阅和监督，如有疑问可以向办公室咨询。' +
  '各乡镇和县直单位另行编制本单位的报告，不列入下表。表内的分类与条例规定一致，解释口径由主管部门统一掌握，填报人员已经参加专门培训。';

interface Placed {
  readonly text: string;
  readonly isFigure: boolean;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** The printed cells on their grid; a merged cell is the same object wherever it stands. */
function gridOf(table: TableSpec, figure: FigureText): Placed[][] {
  const grid: Placed[][] = table.layout.map(() => []);
  for (const [row, cells] of table.layout.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]![column]) column++;
      const placed: Placed = {
        text: textOf(cell, figure),
        isFigure: cell.kind === 'figure',
        row,
        column,
        rowSpan: cell.rowSpan ?? 1,
        columnSpan: cell.columnSpan ?? 1,
      };
      for (let down = 0; down < placed.rowSpan; down++)
        for (let right = 0; right < placed.columnSpan; right++) grid[row + down]![column + right] = placed;
      column += placed.columnSpan;
    }
  }
  return grid;
}

function textOf(cell: LayoutCell, figure: FigureText): string {
  return cell.kind === 'figure' ? figure(cell.row, cell.column) : cell.text;
}

/** Cells in reading order, merged ones once. */
function flow(table: TableSpec, figure: FigureText): Placed[] {
  return [...new Set(gridOf(table, figure).flat())].filter(({ text }) => text !== '');
}

const startsHere = (cells: readonly Placed[], row: number) => [...new Set(cells)].filter(cell => cell.row === row);

/** All layouts by name. */
export const LAYOUTS: Readonly<Record<string, Layout>> = {
  pipe: (table, figure) => writeTable(table, 'pipe', figure),
  'pipe without outer pipes': (table, figure) =>
    writeTable(table, 'pipe', figure)
      .split('\n')
      .map(line => line.replace(/^\| /, '').replace(/ \|$/, ''))
      .join('\n'),
  html: (table, figure) => writeTable(table, 'html', figure),
  'html with paragraphs and without end tags': (table, figure) =>
    writeTable(table, 'html', figure)
      .replace(/<td([^>]*)>([^<]*)<\/td>/g, '<td$1><p>$2</p>')
      .replaceAll('</tr>', ''),
  'tabs as from a spreadsheet': (table, figure) => writeTable(table, 'tabbed', figure),
  'tabs as from a word processor': (table, figure) =>
    gridOf(table, figure)
      .map((cells, row) => [...new Set(cells)].map(cell => (cell.row === row ? cell.text : '')).join('\t'))
      .join('\n'),
  'tabs with merged cells repeated': (table, figure) =>
    gridOf(table, figure)
      .map(cells => cells.map(({ text }) => text).join('\t'))
      .join('\n'),
  'one cell per line': (table, figure) =>
    flow(table, figure)
      .map(({ text }) => text)
      .join('\n\n'),
  'one cell per line with bars': (table, figure) =>
    flow(table, figure)
      .map(({ text }) => `${text} |`)
      .join('\n'),
  'aligned by spaces': (table, figure) =>
    gridOf(table, figure)
      .map((cells, row) =>
        startsHere(cells, row)
          .map(({ text }) => text + ' '.repeat(Math.max(2, 12 - displayWidth(text))))
          .join('')
          .trimEnd(),
      )
      .join('\n\n'),
  'rows with single spaces': (table, figure) =>
    gridOf(table, figure)
      .map((cells, row) =>
        startsHere(cells, row)
          .map(({ text }) => text)
          .join(' '),
      )
      .join('\n'),
  grid: gridTable,
  'MediaWiki, a cell per line': (table, figure) => mediaWiki(table, figure, '\n| '),
  'MediaWiki, a row per line': (table, figure) => mediaWiki(table, figure, ' || '),
  'AsciiDoc, a row per line': (table, figure) =>
    ['|===', ...asciiDocRows(table, figure).map(cells => cells.join(' ')), '|==='].join('\n'),
  'AsciiDoc, a cell per line': (table, figure) =>
    ['|===', ...asciiDocRows(table, figure).map(cells => `${cells.join('\n')}\n`), '|==='].join('\n'),
  LaTeX: (table, figure) => latex(table, figure, text => text),
  'LaTeX, cells over several lines': (table, figure) =>
    latex(table, figure, text => `\\begin{minipage}[b]{\\linewidth}\\raggedright\n${text}\n\\end{minipage}`),
  Textile: (table, figure) =>
    gridOf(table, figure)
      .map((cells, row) => {
        const texts = startsHere(cells, row).map(({ text, rowSpan, columnSpan }) => {
          const spans = `${columnSpan > 1 ? `\\${columnSpan}` : ''}${rowSpan > 1 ? `/${rowSpan}` : ''}`;
          return spans === '' ? text : `${spans}. ${text}`;
        });
        return `|${texts.join('|')}|`;
      })
      .join('\n'),
  'inside one line': (table, figure) =>
    `　　${LONG_PROSE} ${flow(table, figure)
      .map(({ text }) => text)
      .join(' ')}`,
};

function mediaWiki(table: TableSpec, figure: FigureText, between: string): string {
  const rows = gridOf(table, figure).map((cells, row) => {
    const written = startsHere(cells, row).map(({ text, rowSpan, columnSpan }) => {
      const spans = [columnSpan > 1 ? `colspan="${columnSpan}"` : '', rowSpan > 1 ? `rowspan=${rowSpan}` : ''];
      const attributes = spans.filter(each => each !== '').join(' ');
      return attributes === '' ? text : `${attributes} | ${text}`;
    });
    return `| ${written.join(between)}`;
  });
  return `{| class="wikitable"\n${rows.join('\n|-\n')}\n|}`;
}

function latex(table: TableSpec, figure: FigureText, wrap: (text: string) => string): string {
  const rows = gridOf(table, figure).map((cells, row) =>
    cells.flatMap((cell, column) => {
      // A merged cell stands in its first row; below it empty ones do.
      if (cell.column !== column) return [];
      const { rowSpan, columnSpan } = cell;
      const own = cell.row !== row ? '' : cell.isFigure ? cell.text : wrap(cell.text.replaceAll('%', '\\%'));
      const high = rowSpan > 1 && cell.row === row ? `\\multirow{${rowSpan}}{*}{${own}}` : own;
      return [columnSpan > 1 ? `\\multicolumn{${columnSpan}}{l}{${high}}` : high];
    }),
  );
  const types = 'l'.repeat(gridOf(table, figure)[0]!.length);
  const lines = rows.map(cells => `${cells.join(' & ')} \\\\`);
  return ['\\begin{longtable}[]{@{}', `${types}@{}}`, '\\toprule', ...lines, '\\bottomrule', '\\end{longtable}'].join(
    '\n',
  );
}

function asciiDocRows(table: TableSpec, figure: FigureText): string[][] {
  return gridOf(table, figure).map((cells, row) =>
    startsHere(cells, row).map(({ text, rowSpan, columnSpan }) => {
      const spans = `${columnSpan > 1 ? columnSpan : ''}${rowSpan > 1 ? `.${rowSpan}` : ''}`;
      return `${spans === '' ? '' : `${spans}+`}| ${text}`;
    }),
  );
}

/** As pandoc writes it: merged cells have no border between them. */
function gridTable(table: TableSpec, figure: FigureText): string {
  const grid = gridOf(table, figure);
  const width = Math.max(...grid.map(cells => cells.length));
  const widths = Array.from({ length: width }, (_, c) =>
    Math.max(
      4,
      ...grid.map(cells => {
        const cell = cells[c]!;
        return cell.columnSpan === 1
          ? displayWidth(cell.text) + 2
          : Math.ceil((displayWidth(cell.text) + 2) / cell.columnSpan);
      }),
    ),
  );
  // Where a cell goes on below, there is no border; corners are bars between two such cells and blanks inside one.
  const border = (above: readonly Placed[], below: readonly Placed[] | undefined): string => {
    const goesOn = (c: number) => below !== undefined && above[c] !== undefined && above[c] === below[c];
    const corner = (c: number) =>
      !(goesOn(c - 1) || c === 0) || !(goesOn(c) || c === width) ? '+' : above[c - 1] === above[c] ? ' ' : '|';
    return `${widths.map((columns, c) => corner(c) + (goesOn(c) ? ' ' : '-').repeat(columns)).join('')}${corner(width)}`;
  };
  const lines = [`${widths.map(w => `+${'-'.repeat(w)}`).join('')}+`];
  for (const [r, cells] of grid.entries()) {
    let line = '';
    for (let c = 0; c < width;) {
      const cell = cells[c]!;
      const span = widths.slice(c, c + cell.columnSpan).reduce((sum, w) => sum + w, 0) + cell.columnSpan - 1;
      const text = cell.row === r ? ` ${cell.text}` : '';
      line += `|${text}${' '.repeat(Math.max(0, span - displayWidth(text)))}`;
      c += cell.columnSpan;
    }
    lines.push(`${line}|`, border(cells, grid[r + 1]));
  }
  return lines.join('\n');
}
