// The bundle that reads PDF files: the library, and the tables of Chinese character sets that it needs.
import unicodeOfGb1 from 'pdfjs-dist/cmaps/Adobe-GB1-UCS2.bcmap';
import gbEucH from 'pdfjs-dist/cmaps/GB-EUC-H.bcmap';
import gbEucV from 'pdfjs-dist/cmaps/GB-EUC-V.bcmap';
import gbkEucH from 'pdfjs-dist/cmaps/GBK-EUC-H.bcmap';
import gbkEucV from 'pdfjs-dist/cmaps/GBK-EUC-V.bcmap';
import gbk2kH from 'pdfjs-dist/cmaps/GBK2K-H.bcmap';
import gbk2kV from 'pdfjs-dist/cmaps/GBK2K-V.bcmap';
import gbkpEucH from 'pdfjs-dist/cmaps/GBKp-EUC-H.bcmap';
import gbkpEucV from 'pdfjs-dist/cmaps/GBKp-EUC-V.bcmap';
import gbpcEucH from 'pdfjs-dist/cmaps/GBpc-EUC-H.bcmap';
import gbpcEucV from 'pdfjs-dist/cmaps/GBpc-EUC-V.bcmap';
import uniGbUcs2H from 'pdfjs-dist/cmaps/UniGB-UCS2-H.bcmap';
import uniGbUcs2V from 'pdfjs-dist/cmaps/UniGB-UCS2-V.bcmap';
import uniGbUtf16H from 'pdfjs-dist/cmaps/UniGB-UTF16-H.bcmap';
import uniGbUtf16V from 'pdfjs-dist/cmaps/UniGB-UTF16-V.bcmap';
import { readPdf } from '../documents/read/pdf.ts';
import type { PdfDocument } from '../documents/read/pdfPage.ts';

/** The character sets for simplified Chinese that a PDF file may name without holding them (ISO 32000-1, 9.7.5.2). */
const TABLES: Readonly<Record<string, Uint8Array>> = {
  'Adobe-GB1-UCS2': unicodeOfGb1,
  'GB-EUC-H': gbEucH,
  'GB-EUC-V': gbEucV,
  'GBK-EUC-H': gbkEucH,
  'GBK-EUC-V': gbkEucV,
  'GBK2K-H': gbk2kH,
  'GBK2K-V': gbk2kV,
  'GBKp-EUC-H': gbkpEucH,
  'GBKp-EUC-V': gbkpEucV,
  'GBpc-EUC-H': gbpcEucH,
  'GBpc-EUC-V': gbpcEucV,
  'UniGB-UCS2-H': uniGbUcs2H,
  'UniGB-UCS2-V': uniGbUcs2V,
  'UniGB-UTF16-H': uniGbUtf16H,
  'UniGB-UTF16-V': uniGbUtf16V,
};

/** The pages of a PDF file. */
export function readPages(bytes: Uint8Array): Promise<PdfDocument> {
  return readPdf(bytes, name => TABLES[name]);
}
