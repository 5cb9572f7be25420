import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importDocument, type Readers } from '../../server/src/documents/importDocument.ts';
import type { Note } from '../../server/src/documents/notes.ts';
import { readSheets } from '../../server/src/documents/read/xlsx.ts';
import type { PdfDocument } from '../../server/src/documents/read/pdfPage.ts';
import type { RefusalId } from '../../server/src/documents/refused.ts';

const READERS: Readers = { sheets: async bytes => readSheets(bytes), pages: readPages };

const TABLES = join(import.meta.dirname, '../../node_modules/pdfjs-dist/cmaps');

/** The pages of a PDF file; the library is loaded as late as in the product, and without its words about canvases. */
export async function readPages(bytes: Uint8Array): Promise<PdfDocument> {
  const { warn } = console;
  console.warn = () => undefined;
  const { readPdf } = await import('../../server/src/documents/read/pdf.ts').finally(() => {
    console.warn = warn;
  });
  return readPdf(bytes, name => new Uint8Array(readFileSync(join(TABLES, `${name}.bcmap`))));
}

/** A document as a draft, with the ids of its notes. Fails where it is refused. */
export async function imported(
  bytes: Uint8Array,
): Promise<{ readonly markdown: string; readonly notes: readonly Note[]; readonly noteIds: readonly string[] }> {
  const result = await importDocument(bytes, READERS);
  if (result.kind === 'refused') throw new Error(result.refusal.message);
  const { text, notes } = result.draft;
  return { markdown: text.text, notes, noteIds: notes.map(({ message }) => message.replace('documents.note.', '')) };
}

/** Lines of the draft that are not blank, its first comment left out. */
export async function importedLines(bytes: Uint8Array): Promise<string[]> {
  const { markdown } = await imported(bytes);
  return markdown.split('\n').filter(line => line !== '' && !line.startsWith('<!-- 导入说明'));
}

/** Why a document is refused; undefined where it is read. */
export async function refusalOfImport(bytes: Uint8Array): Promise<RefusalId | undefined> {
  const result = await importDocument(bytes, READERS);
  return result.kind === 'refused' ? result.refusal.message : undefined;
}
