import './pdfGlobals.ts';
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { LIMITS } from '../../text/limits.ts';
import { refuse, refuseDamaged } from '../refused.ts';
import { readContent, type PdfFont } from './pdfContent.ts';
import type { Matrix } from './pdfMatrix.ts';
import type { PdfDocument, PdfPage } from './pdfPage.ts';

/** Tables of the character sets that a PDF file may name without holding them, by their names. */
export type CharacterTables = (name: string) => Uint8Array | undefined;

/** Annotations that are words of a reader about the file. */
const COMMENTS: ReadonlySet<string> = new Set([
  'Text',
  'FreeText',
  'Highlight',
  'Underline',
  'StrikeOut',
  'Squiggly',
  'Caret',
  'Stamp',
  'Ink',
]);

/** Pixels of a picture that is decoded, since it may be a line; the others are counted. */
const LARGEST_PICTURE = 16;

/**
 * The pages of a PDF file as they are shown: signs and lines with their places. Of all that is read this alone needs
 * the library, and lies in a bundle of its own with it. Nothing that the file names is fetched or run.
 */
export async function readPdf(bytes: Uint8Array, tables: CharacterTables): Promise<PdfDocument> {
  Object.assign(globalThis, { pdfjsWorker: { WorkerMessageHandler } });
  const warnings = new Warnings();
  const task = getDocument({
    // The library takes the bytes for its own.
    data: bytes.slice(),
    BinaryDataFactory: class {
      readonly fetch = ({ filename }: { readonly filename: string }): Promise<Uint8Array> => {
        const table = tables(filename.replace(/\.bcmap$/, ''));
        return table ? Promise.resolve(table.slice()) : Promise.reject(new Error(filename));
      };
    },
    // Only that the library asks for the tables; there is no such place.
    cMapUrl: 'tables/',
    cMapPacked: true,
    // Where fonts would be loaded, if anything were shown.
    ...{ ownerDocument: { fonts: new Set() } },
    useWorkerFetch: false,
    useSystemFonts: false,
    useWasm: false,
    disableFontFace: false,
    fontExtraProperties: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    maxImageSize: LARGEST_PICTURE,
    verbosity: 1,
  });
  try {
    const document = await opened(task.promise);
    if (document.numPages > LIMITS.documentPages)
      refuse('documents.refused.tooManyPages', { limit: LIMITS.documentPages });
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      pages.push(await readPage(page, warnings));
      page.cleanup();
    }
    return { pages, isBroken: warnings.isBroken };
  } finally {
    warnings.end();
    await task.destroy();
  }
}

async function opened(document: Promise<PDFDocumentProxy>): Promise<PDFDocumentProxy> {
  try {
    return await document;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') return refuse('documents.refused.password', {});
    return refuseDamaged('PDF');
  }
}

async function readPage(page: PDFPageProxy, warnings: Warnings): Promise<PdfPage> {
  const before = warnings.pictures;
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const annotations = (await page.getAnnotations()) as readonly { readonly id: string; readonly subtype: string }[];
  const { fnArray, argsArray } = await page.getOperatorList();
  const fonts = new Map<string, PdfFont | undefined>();
  const fontOf = (id: string): PdfFont | undefined => {
    if (!fonts.has(id)) fonts.set(id, page.commonObjs.has(id) ? (page.commonObjs.get(id) as PdfFont) : undefined);
    return fonts.get(id);
  };
  return {
    ...readContent({
      operators: fnArray,
      operands: argsArray,
      fontOf,
      toPage: transform as unknown as Matrix,
      width,
      height,
      fields: new Set(annotations.filter(({ subtype }) => subtype === 'Widget').map(({ id }) => id)),
    }),
    pictures: warnings.pictures - before,
    comments: annotations.filter(({ subtype }) => COMMENTS.has(subtype)).length,
  };
}

/** What the library says by warnings alone: what it leaves out, and what it reads although it is not whole. */
class Warnings {
  pictures = 0;
  isBroken = false;
  private readonly own = console.warn;

  constructor() {
    console.warn = (message: unknown) => {
      const text = String(message);
      if (text.includes('Image exceeded')) this.pictures++;
      else if (BROKEN.test(text)) this.isBroken = true;
    };
  }

  end(): void {
    console.warn = this.own;
  }
}

/** Warnings after which words of the file may be missing; most others are about looks. */
const BROKEN =
  /Indexing all PDF objects|ignoring errors|Unable to decode|Invalid stream|corrupted|bad FCHECK|Error during font loading|Could not find a stream|Missing endstream|Unable to load CMap/i;
