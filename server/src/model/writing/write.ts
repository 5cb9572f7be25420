import { OGI_REPORT } from '../../format/builtInKinds.ts';
import type { Edition, LayoutCell, SectionId, SectionSpec, TableSpec } from '../../format/types.ts';
import { citeLegalBasis } from '../citations/reportBasis.ts';
import { numberToChinese } from '../../text/numerals.ts';
import type { HeadingForm } from './headingForm.ts';
import { writePipeRows, type PipeCell, type TableAlignment } from './pipeRows.ts';

/** How a heading is written: `一、总体情况` or `## 一、总体情况`. */
export type HeadingStyle = 'plain' | 'markdown';

/** How a table is written. Only HTML keeps merged cells; the others leave the covered places empty. */
export type TableLayout = 'pipe' | 'html' | 'tabbed';

/** Text of a figure, written as it is; an empty text leaves the cell blank. */
export type FigureText = (row: string, column: string, table: TableSpec) => string;

/** How text for a draft is written. */
export interface WriteOptions {
  readonly style: HeadingStyle;
  /** Writes the headings of sections in place of `style`. */
  readonly heading?: HeadingForm;
  readonly layout: TableLayout;
  /** Cells are left blank without it. */
  readonly figure?: FigureText;
  /**
   * Year in column labels that name it (2018年度); without it they keep that of the official form. Here and below a
   * text may stand for the year, as a snippet's tab stop does.
   */
  readonly reportYear?: number | string;
  /** `\n` when left out. */
  readonly lineEnd?: string;
  /** How the cells of pipe tables are aligned; they are not without it. */
  readonly alignment?: TableAlignment;
}

/** A whole report to be written. */
export interface SkeletonOptions extends WriteOptions {
  readonly reportYear: number | string;
  readonly publicBody: string;
  /** Text of sections, one paragraph per entry. A section without text gets its guidance as a comment. */
  readonly sections?: Readonly<Partial<Record<SectionId, readonly string[]>>>;
  /** Date of signature as written (2025年1月15日); without it the report is not signed. */
  readonly signedOn?: string;
}

/** Heading of a first-level section with its Chinese number: `三、收到和处理政府信息公开申请情况`. */
export function writeHeading(section: Pick<SectionSpec, 'title'>, ordinal: number, style: HeadingStyle): string {
  return `${style === 'markdown' ? '## ' : ''}${numberToChinese(ordinal)}、${section.title}`;
}

/** What a section must report and why, as a comment: no reader of the published report takes it for text. */
export function writeGuidance(section: SectionSpec): string {
  const basis = section.basis.startsWith('第') ? `《条例》${section.basis}` : section.basis;
  return `<!-- 提示：${section.guidance}依据：${basis}。 -->`;
}

/** The official table with its merged cells, without line end behind it. */
export function writeTable(
  table: TableSpec,
  layout: TableLayout,
  figure: FigureText = () => '',
  options: Pick<WriteOptions, 'reportYear' | 'lineEnd' | 'alignment'> = {},
): string {
  const write = (cell: LayoutCell): string =>
    cell.kind === 'figure' ? figure(cell.row, cell.column, table) : labelFor(table, cell.text, options.reportYear);
  return writeGrid(table.layout, layout, write, options);
}

/** A table of given cells with their merged places, without line end behind it. */
export function writeGrid(
  grid: readonly (readonly LayoutCell[])[],
  layout: TableLayout,
  write: (cell: LayoutCell) => string,
  options: Pick<WriteOptions, 'lineEnd' | 'alignment'> = {},
): string {
  const lines = layout === 'html' ? htmlLines(grid, write) : gridLines(grid, layout, write, options.alignment);
  return lines.join(options.lineEnd ?? '\n');
}

/** Text as it stands in a cell of a layout: signs that would end the cell are written so that they do not. */
export function cellText(text: string, layout: TableLayout): string {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  switch (layout) {
    case 'pipe':
      return line.replaceAll('|', '\\|');
    case 'html':
      return line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    case 'tabbed':
      return line;
  }
}

/** A section: its heading, then its text, or its guidance where it has neither text nor table, then its tables. */
export function writeSection(
  edition: Edition,
  section: SectionSpec,
  ordinal: number,
  options: WriteOptions,
  text: readonly string[] = [],
): string {
  const lineEnd = options.lineEnd ?? '\n';
  const tables = edition.tables.filter(table => table.isRequired && section.tables.includes(table.id));
  const guidance = text.length === 0 && tables.length === 0 ? [writeGuidance(section)] : text;
  return [
    options.heading?.write(ordinal, section.title) ?? writeHeading(section, ordinal, options.style),
    ...guidance,
    ...tables.map(table => writeTable(table, options.layout, options.figure, options)),
  ].join(lineEnd + lineEnd);
}

/**
 * A whole report to fill in: title, introduction, all sections in their order with guidance and standard tables.
 * Of a form without sections the title and all its tables, with their titles where there are several.
 * Optional sections of the 2007 edition are written too; provinces decide which of them they keep.
 */
export function writeSkeleton(edition: Edition, options: SkeletonOptions): string {
  const lineEnd = options.lineEnd ?? '\n';
  const title = `${options.style === 'markdown' ? '# ' : ''}${writeTitle(options.publicBody, options.reportYear, edition.kind)}`;
  // A form is its tables, with no text around them.
  if (edition.sections.length === 0) {
    const { tables: all } = edition;
    const tables = all.flatMap(table => [
      ...(all.length > 1 ? [table.title] : []),
      writeTable(table, options.layout, options.figure, options),
    ]);
    return [title, ...tables].join(lineEnd + lineEnd) + lineEnd;
  }
  const blocks = [
    title,
    writeIntroduction(edition, options.publicBody, options.reportYear),
    ...edition.sections.map((section, index) =>
      writeSection(edition, section, index + 1, options, options.sections?.[section.id]),
    ),
  ];
  if (options.signedOn !== undefined) blocks.push(options.publicBody, options.signedOn);
  return blocks.join(lineEnd + lineEnd) + lineEnd;
}

/** Title of a report: `海门市人民政府2024年政府信息公开工作年度报告`. */
export function writeTitle(publicBody: string, reportYear: number | string, { name } = OGI_REPORT): string {
  return `${publicBody}${String(reportYear)}年${name}`;
}

/** Statement of the reporting period: the calendar year. */
export function writePeriod(reportYear: number | string): string {
  const year = String(reportYear);
  return `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`;
}

/** Introduction: legal basis, format document; the period, where the report consists of figures of it. */
export function writeIntroduction(edition: Edition, publicBody: string, reportYear: number | string): string {
  const format = edition.issuingDocument;
  const document =
    format === null ? '' : `《${format.title.replace('《', '〈').replace('》', '〉')}》（${format.number}）`;
  const basis = [citeLegalBasis(edition), document].filter(each => each !== '').join('和');
  return (
    `${basis === '' ? '' : `根据${basis}的规定，`}现公布${writeTitle(publicBody, reportYear, edition.kind)}。` +
    (edition.tables.length > 0 || edition.kind === OGI_REPORT ? writePeriod(reportYear) : '')
  );
}

/** Label as printed, with the report year where the form names its own. */
export function labelFor(table: TableSpec, label: string, reportYear: number | string | undefined): string {
  if (reportYear === undefined) return label;
  const isYear = table.parts.some(part =>
    part.columns.some(column => column.namesYear === true && column.label === label),
  );
  return isYear ? `${String(reportYear)}年度` : label;
}

function htmlLines(grid: TableSpec['layout'], write: (cell: LayoutCell) => string): string[] {
  const rows = grid.map(cells => {
    const written = cells.map(
      cell => `<td${spanOf('rowspan', cell.rowSpan)}${spanOf('colspan', cell.columnSpan)}>${write(cell)}</td>`,
    );
    return `<tr>${written.join('')}</tr>`;
  });
  return ['<table>', ...rows, '</table>'];
}

function spanOf(name: string, value: number | undefined): string {
  return value === undefined ? '' : ` ${name}="${String(value)}"`;
}

function gridLines(
  grid: TableSpec['layout'],
  layout: 'pipe' | 'tabbed',
  write: (cell: LayoutCell) => string,
  alignment: TableAlignment | undefined,
): string[] {
  const rows = expand(grid).map(cells =>
    cells.map((cell): PipeCell =>
      cell === 'covered' ? { text: '', isFigure: false } : { text: write(cell), isFigure: cell.kind === 'figure' },
    ),
  );
  if (layout === 'tabbed') return rows.map(cells => cells.map(({ text }) => text).join('\t'));
  // Markdown knows one header line; the other header rows of the official table follow it as plain rows.
  return writePipeRows(rows, alignment);
}

/** The rectangular grid: each cell at its first place, `covered` at all others that it takes. */
function expand(layout: TableSpec['layout']): (LayoutCell | 'covered')[][] {
  const grid: (LayoutCell | 'covered')[][] = layout.map(() => []);
  layout.forEach((cells, at) => {
    let column = 0;
    for (const cell of cells) {
      const first = grid[at] ?? [];
      while (first[column] !== undefined) column++;
      for (const line of grid.slice(at, at + (cell.rowSpan ?? 1))) {
        for (let x = column; x < column + (cell.columnSpan ?? 1); x++) line[x] = 'covered';
      }
      first[column] = cell;
    }
  });
  return grid;
}
