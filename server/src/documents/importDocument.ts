import type { Container } from './container.ts';
import { openZip } from './container.ts';
import { writeDraft, type ImportedDraft } from './draft.ts';
import type { RefusedResult } from './job.ts';
import type { ReadDocument } from './pieces.ts';
import { openCompound } from './read/compound.ts';
import { readDocx } from './read/docx.ts';
import { isWordDocument, mainPartOf } from './read/docxPackage.ts';
import { readPage } from './read/page.ts';
import type { PdfDocument } from './read/pdfPage.ts';
import { pdfPieces } from './read/pdfPages.ts';
import { checkPdf } from './read/pdfWhole.ts';
import { workbookPieces, type Sheet } from './read/sheets.ts';
import { refusalOf, refuse } from './refused.ts';
import { sniff } from './sniff.ts';

/** Readers whose library is loaded only when a document needs it. */
export interface Readers {
  readonly sheets: (bytes: Uint8Array) => Promise<readonly Sheet[]>;
  readonly pages: (bytes: Uint8Array) => Promise<PdfDocument>;
}

export type ImportResult = { readonly kind: 'draft'; readonly draft: ImportedDraft } | RefusedResult;

/** Reads a document as a draft. What it is, its first bytes say. Never rejects for what a file holds. */
export async function importDocument(bytes: Uint8Array, readers: Readers): Promise<ImportResult> {
  return refusedOr(async () => {
    const document = await readAny(bytes, readers);
    if (!document.pieces.some(piece => piece.kind === 'table' || piece.kind === 'paragraph'))
      refuse('documents.refused.noText', {});
    return { kind: 'draft', draft: writeDraft(document) };
  });
}

/** What the work gives, or why it was refused. */
export async function refusedOr<T>(work: () => Promise<T>): Promise<T | RefusedResult> {
  try {
    return await work();
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return { kind: 'refused', refusal };
  }
}

async function readAny(bytes: Uint8Array, readers: Readers): Promise<ReadDocument> {
  const kind = sniff(bytes);
  switch (kind) {
    case 'zip':
      return readZip(bytes, readers);
    case 'compound':
      return readCompound(bytes, readers);
    case 'page':
      return readPage(bytes);
    case 'empty':
      return refuse('documents.refused.empty', {});
    case 'text':
      return refuse('documents.refused.isText', {});
    case 'pdf':
      checkPdf(bytes);
      return pdfPieces(await readers.pages(bytes));
    case 'rtf':
      return refuse('documents.refused.otherFormat', { detail: 'RTF' });
    case 'mhtml':
      return refuse('documents.refused.otherFormat', { detail: 'MHT' });
    case 'wordXml':
      return refuse('documents.refused.otherFormat', { detail: 'Word XML' });
    case 'unknown':
      return refuse('documents.refused.unknown', {});
  }
}

async function readZip(bytes: Uint8Array, readers: Readers): Promise<ReadDocument> {
  const container = openZip(bytes);
  switch (kindOfZip(container)) {
    case 'docx':
      return readDocx(container);
    case 'workbook':
      // The library checks neither sizes nor sums.
      for (const name of container.names) if (/\.(?:xml|rels)$/i.test(name)) container.bytes(name);
      return workbookPieces(await readers.sheets(bytes));
    case 'presentation':
      return refuse('documents.refused.otherFormat', { detail: 'PowerPoint' });
    case 'openDocument':
      return refuse('documents.refused.otherFormat', { detail: 'ODF（.odt .ods）' });
    case 'ofd':
      return refuse('documents.refused.otherFormat', { detail: 'OFD' });
    case undefined:
      return refuse('documents.refused.unknown', {});
  }
}

function kindOfZip(container: Container): 'docx' | 'workbook' | 'presentation' | 'openDocument' | 'ofd' | undefined {
  if (container.has('OFD.xml')) return 'ofd';
  if (container.has('mimetype') && container.has('content.xml')) return 'openDocument';
  if (!container.has('[Content_Types].xml')) return undefined;
  const main = mainPartOf(container) ?? '';
  if (main.startsWith('xl/')) return 'workbook';
  if (main.startsWith('ppt/')) return 'presentation';
  return isWordDocument(container) ? 'docx' : undefined;
}

async function readCompound(bytes: Uint8Array, readers: Readers): Promise<ReadDocument> {
  const found = openCompound(bytes);
  return found.kind === 'word' ? found.read() : workbookPieces(await readers.sheets(bytes));
}
