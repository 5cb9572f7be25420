// The worker of a browser that does one job with one document. All that is large lies in bundles of their own, the same
// that the thread of Node.js loads; who started the worker says where.
import type * as jobs from '../documents/jobs.ts';
import type * as workbook from '../documents/workbookLibrary.ts';
import type * as word from '../documents/write/docx.ts';
import type { DocumentPart, FromDocumentWorker, ToDocumentWorker } from '../hosts/documentWorker.ts';
import type * as pdf from './documentsPdf.ts';

interface Parts {
  readonly documentsJobs: Pick<typeof jobs, 'doJob'>;
  readonly documentsWord: Pick<typeof word, 'packDocx'>;
  readonly documentsWorkbook: Pick<typeof workbook, 'workbookLibrary'>;
  readonly documentsPdf: Pick<typeof pdf, 'readPages'>;
}

const tell = (message: FromDocumentWorker): void => {
  self.postMessage(message);
};

/** What waits for the address of a part. */
const waiting = new Map<DocumentPart, (address: string) => void>();

function load<Part extends DocumentPart>(part: Part): Promise<Parts[Part]> {
  return new Promise((resolve, reject) => {
    waiting.set(part, address => {
      try {
        importScripts(address);
        resolve((globalThis as unknown as Parts)[part]);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    tell({ kind: 'needs', part });
  });
}

const workbooks = async () => (await load('documentsWorkbook')).workbookLibrary;

self.addEventListener('message', ({ data }: MessageEvent<ToDocumentWorker>) => {
  if (data.kind === 'part') {
    waiting.get(data.part)?.(data.address);
    waiting.delete(data.part);
    return;
  }
  load('documentsJobs')
    .then(({ doJob }) =>
      doJob(data.job, {
        sheets: async bytes => (await workbooks()).readSheets(bytes),
        writeSheets: async sheets => (await workbooks()).writeSheets(sheets),
        pages: async bytes => (await load('documentsPdf')).readPages(bytes),
        packDocx: async (blocks, fonts) => (await load('documentsWord')).packDocx(blocks, fonts),
      }),
    )
    .then(
      result => {
        tell({ kind: 'done', result });
      },
      (error: unknown) => {
        tell({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) });
      },
    );
});
