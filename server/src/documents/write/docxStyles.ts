import { AlignmentType, LineRuleType, type IParagraphStyleOptions } from 'docx';
import type { FontSet } from '../job.ts';
import { fontNames } from './docxFonts.ts';
import { TABLE_TEXT } from './tableLayout.ts';

const LATIN = 'Times New Roman';

/** 22 lines on 12756 twips (GB/T 9704—2012, 5.2.4). */
export const LINE = 579;
const INDENT = { firstLine: 630, firstLineChars: 200 };

/** Page of GB/T 9704—2012, 5.2 in twips: A4, 37 mm above, 28 mm at the binding, type area 156 × 225 mm. */
export const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, bottom: 1984, left: 1588, right: 1474, footer: 1304, header: 851, gutter: 0 },
};

const font = (eastAsia: string) => ({ ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia });

/** Styles of paragraphs, by their ids. */
export function paragraphStyles(fonts: FontSet): IParagraphStyleOptions[] {
  const names = fontNames(fonts);
  const exact = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 });
  // 28 characters of 16 pt are 448 pt, the type area has 442.
  const body = { size: 32, characterSpacing: -5 };
  const heading = (level: number, name: string): IParagraphStyleOptions => ({
    id: `Heading${String(level)}`,
    name: `heading ${String(level)}`,
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { ...body, font: font(name), bold: false, color: '000000' },
    paragraph: { spacing: exact(LINE), indent: INDENT, keepNext: true, outlineLevel: level - 1 },
  });
  return [
    {
      id: 'Normal',
      name: 'Normal',
      quickFormat: true,
      run: { ...body, font: font(names.body) },
      paragraph: { spacing: exact(LINE), indent: INDENT, alignment: AlignmentType.JUSTIFIED },
    },
    {
      id: 'ReportTitle',
      name: 'Title',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { size: 44, characterSpacing: 0, font: font(names.title) },
      paragraph: {
        spacing: exact(680),
        indent: { firstLine: 0, firstLineChars: 0 },
        alignment: AlignmentType.CENTER,
        keepNext: true,
      },
    },
    heading(1, names.heading),
    heading(2, names.subheading),
    heading(3, names.body),
    {
      id: 'SignatureBody',
      name: 'Signature Body',
      basedOn: 'Normal',
      paragraph: {
        spacing: exact(LINE),
        indent: { firstLine: 0, firstLineChars: 0, right: 630 },
        alignment: AlignmentType.RIGHT,
        keepNext: true,
      },
    },
    {
      id: 'SignatureDate',
      name: 'Signature Date',
      basedOn: 'Normal',
      paragraph: {
        spacing: exact(LINE),
        indent: { firstLine: 0, firstLineChars: 0, right: 1260 },
        alignment: AlignmentType.RIGHT,
      },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { size: TABLE_TEXT, characterSpacing: 0 },
      paragraph: {
        spacing: exact(240),
        indent: { firstLine: 0, firstLineChars: 0 },
        alignment: AlignmentType.CENTER,
      },
    },
    {
      id: 'TableLabel',
      name: 'Table Label',
      basedOn: 'TableText',
      paragraph: {
        spacing: exact(240),
        indent: { firstLine: 0, firstLineChars: 0 },
        alignment: AlignmentType.LEFT,
      },
    },
    {
      id: 'PageNumber',
      name: 'Page Number Line',
      basedOn: 'Normal',
      run: { size: 28, characterSpacing: 0, font: font(names.page) },
      paragraph: { spacing: exact(340), indent: { firstLine: 0, firstLineChars: 0 } },
    },
  ];
}
