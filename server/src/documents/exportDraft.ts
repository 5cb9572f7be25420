import { zipSync, type Zippable } from 'fflate';
import { openZip, type Container } from './container.ts';
import { publishedBlocks, type PublishedBlock } from './fromReport.ts';
import type { ExportOptions, FontSet } from './job.ts';
import { isComplete, progressOf } from '../model/progress.ts';
import type { Report } from '../model/report.ts';
import { remark, type Note } from './notes.ts';
import { readReport } from './readReport.ts';
import { fontTable } from './write/docxFonts.ts';
import { writeHtml, writePrintPage } from './write/html.ts';

/** Writes Word documents; its library is loaded only when it is needed. */
export type PackDocx = (blocks: readonly PublishedBlock[], fonts: FontSet) => Promise<Uint8Array>;

/** A draft in a form to publish, and what of it is left out. The same draft gives the same bytes. */
export async function exportDraft(
  markdown: string,
  { form, fonts, edition, formats }: ExportOptions,
  packDocx: PackDocx,
): Promise<{ readonly bytes: Uint8Array; readonly notes: readonly Note[] }> {
  const report = readReport(markdown, edition, { formats });
  const published = publishedBlocks(report);
  const { blocks } = published;
  const notes = [...published.notes, ...unwrittenNotes(report)];
  const encode = (text: string) => new TextEncoder().encode(text);
  switch (form) {
    case 'html':
      return { bytes: encode(writeHtml(blocks)), notes };
    case 'print':
      return { bytes: encode(writePrintPage(blocks)), notes };
    case 'docx':
      return { bytes: settled(await packDocx(blocks, fonts), fonts), notes };
  }
}

/** That parts or tables are still to be written: a page that is published looks as if nothing were missing. */
function unwrittenNotes(report: Report): readonly Note[] {
  const progress = progressOf(report);
  if (report.title === null || !progress || isComplete(progress)) return [];
  const { sections, sectionsWritten, tables, tablesFilled } = progress;
  const items = `${String(tablesFilled)}/${String(tables)}`;
  return [remark('documents.note.unwritten', { count: sectionsWritten, total: sections, items })];
}

/** Word's earliest time in a zip file; a fixed one for all parts. */
const TIME = new Date(1980, 0, 1);
const CORE =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"/>';

/** The document without times and authors, its parts in a fixed order, with its table of fonts. */
function settled(bytes: Uint8Array, fonts: FontSet): Uint8Array {
  const container = openZip(bytes);
  const parts: Zippable = {};
  // Programs tell a Word document by its first part.
  const first = '[Content_Types].xml';
  for (const name of [first, ...container.names.filter(each => each !== first && !each.endsWith('/')).sort()]) {
    const text = settledText(name, container, fonts);
    parts[name] = text === undefined ? (container.bytes(name) ?? new Uint8Array(0)) : new TextEncoder().encode(text);
  }
  return zipSync(parts, { level: 6, mtime: TIME });
}

/** A part that is written anew; undefined for one that stays as it is. */
function settledText(name: string, container: Container, fonts: FontSet): string | undefined {
  switch (name) {
    case 'docProps/core.xml':
      return CORE;
    case 'word/fontTable.xml':
      return fontTable(fonts);
    case 'word/styles.xml':
      // Lines are as high as they say, whatever the grid; the library has no word for it.
      return container.text(name)?.replace(/<w:spacing (?=[^>]*w:line=)/g, '<w:snapToGrid w:val="0"/>$&');
    default:
      return undefined;
  }
}
