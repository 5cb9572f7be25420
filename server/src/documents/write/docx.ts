import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  HeightRule,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type FileChild,
} from 'docx';
import type { PublishedBlock } from '../fromReport.ts';
import type { FontSet } from '../job.ts';
import type { PublishedCell, PublishedTable } from '../publishedTable.ts';
import { LINE, PAGE, paragraphStyles } from './docxStyles.ts';
import { UNWRITABLE } from './html.ts';
import { columnWidths, standsUpright, TABLE_TEXT, textSizes, TYPE_AREA } from './tableLayout.ts';
import { titleLines } from './titleLines.ts';

/**
 * A report as a Word document in the layout of official documents (GB/T 9704—2012). The library alone lies in this
 * bundle; times and what else differs from run to run is taken out by the caller.
 */
export async function packDocx(blocks: readonly PublishedBlock[], fonts: FontSet): Promise<Uint8Array> {
  const children = blocks.flatMap((block, i) => childrenOf(block, blocks[i - 1], blocks[i + 1]));
  const document = new Document({
    creator: '',
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: true,
    styles: { paragraphStyles: paragraphStyles(fonts) },
    sections: [
      {
        properties: {
          page: { ...PAGE },
          grid: { type: DocumentGridType.LINES, linePitch: LINE },
        },
        footers: {
          default: pageNumber(AlignmentType.RIGHT),
          even: pageNumber(AlignmentType.LEFT),
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** Between dashes, one character from the outer edge. */
function pageNumber(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer {
  const indent = alignment === AlignmentType.LEFT ? { left: 280 } : { right: 280 };
  return new Footer({
    children: [
      new Paragraph({
        style: 'PageNumber',
        alignment,
        indent: { ...indent, firstLine: 0, firstLineChars: 0 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

function childrenOf(
  block: PublishedBlock,
  before: PublishedBlock | undefined,
  next: PublishedBlock | undefined,
): FileChild[] {
  switch (block.kind) {
    case 'title':
      return [...titleLines(block.lines).map(({ text }) => paragraph(text, 'ReportTitle')), paragraph('')];
    case 'heading':
      return [paragraph(block.text, `Heading${String(block.level)}`)];
    case 'paragraph':
      return [paragraph(block.text)];
    case 'signature': {
      const isFirst = before?.kind !== 'signature';
      return [
        ...(isFirst ? [paragraph('')] : []),
        paragraph(block.text, block.isDate ? 'SignatureDate' : 'SignatureBody'),
      ];
    }
    case 'table':
      // Two tables that nothing parts would be one.
      return [
        table(block, before?.kind === 'heading'),
        ...(next === undefined || next.kind === 'table' ? [paragraph('')] : []),
      ];
  }
}

/** A paragraph in a style; `size` in half-points where it is not the style's. */
function paragraph(text: string, style?: string, size?: number): Paragraph {
  const run = { text: writable(text), ...(size === undefined ? {} : { size }) };
  return new Paragraph({
    ...(style === undefined ? {} : { style }),
    ...(text === '' ? {} : { children: [new TextRun(run)] }),
  });
}

function writable(text: string): string {
  return text.replace(UNWRITABLE, '');
}

// ── Tables ──

const BORDER = { style: BorderStyle.SINGLE, size: 4, space: 0, color: 'auto' };
/** Twips: the least height of a row of the form. */
const [ROW_HEIGHT, LOW_ROW_HEIGHT] = [454, 312];
/** More rows than these are lower, so that table three fits a page. */
const MANY_ROWS = 20;

function table(published: PublishedTable, isBelowHeading: boolean): Table {
  const { rows, spec } = published;
  const widths = columnWidths(published);
  const sizes = textSizes(published, widths);
  const headerRows =
    spec && rows.length > MANY_ROWS ? rows.findIndex(cells => cells.some(({ isLabel }) => !isLabel)) : 0;
  return new Table({
    width: { size: TYPE_AREA, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { top: 0, bottom: 0, left: 28, right: 28, marginUnitType: WidthType.DXA },
    borders: {
      top: BORDER,
      bottom: BORDER,
      left: BORDER,
      right: BORDER,
      insideHorizontal: BORDER,
      insideVertical: BORDER,
    },
    rows: rows.map(
      (cells, i) =>
        new TableRow({
          cantSplit: true,
          ...(i < headerRows ? { tableHeader: true } : {}),
          height: { value: rows.length > MANY_ROWS ? LOW_ROW_HEIGHT : ROW_HEIGHT, rule: HeightRule.ATLEAST },
          // A heading stays with its table, and the table on one page.
          ...(isBelowHeading && spec !== null && i < rows.length - 1 ? { keepNext: true } : {}),
          children: cells.map(cell => tableCell(cell, published, widths, sizes)),
        }),
    ),
  });
}

function tableCell(
  cell: PublishedCell,
  published: PublishedTable,
  widths: readonly number[],
  sizes: readonly number[],
): TableCell {
  const { rows } = published;
  const size = cell.isLabel || cell.columnSpan > 1 ? TABLE_TEXT : (sizes[cell.column] ?? TABLE_TEXT);
  const width = widths.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, each) => sum + each, 0);
  const isUpright = standsUpright(cell, published);
  const isRowLabel = cell.isLabel && rows.length > MANY_ROWS && !isUpright && cell.column + cell.columnSpan <= 3;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(cell.columnSpan > 1 ? { columnSpan: cell.columnSpan } : {}),
    ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    ...(isUpright ? { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT } : {}),
    children: cell.text
      .split('\n')
      .map(line =>
        paragraph(
          line,
          isRowLabel && cell.rowSpan === 1 ? 'TableLabel' : 'TableText',
          size === TABLE_TEXT ? undefined : size,
        ),
      ),
  });
}
