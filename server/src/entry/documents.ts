// The thread that does one job with one document and ends. What does it lies in bundles beside this one, which a
// browser loads as well.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Job } from '../documents/job.ts';
import type * as jobs from '../documents/jobs.ts';
import type * as pdf from './documentsPdf.ts';
import type * as workbook from '../documents/workbookLibrary.ts';
import type * as word from '../documents/write/docx.ts';

type JobsBundle = Pick<typeof jobs, 'doJob'>;
type WorkbookBundle = Pick<typeof workbook, 'workbookLibrary'>;
type PdfBundle = Pick<typeof pdf, 'readPages'>;
type WordBundle = Pick<typeof word, 'packDocx'>;

/** Loads a bundle beside this one by its name; what is not asked for is never read. */
const load = createRequire(__filename);

const { doJob } = load('./documentsJobs.js') as JobsBundle;
const workbooks = () => (load('./documentsWorkbook.js') as WorkbookBundle).workbookLibrary;

void doJob(workerData as Job, {
  sheets: async bytes => workbooks().readSheets(bytes),
  writeSheets: sheets => workbooks().writeSheets(sheets),
  pages: bytes => (load('./documentsPdf.js') as PdfBundle).readPages(bytes),
  packDocx: (blocks, fonts) => (load('./documentsWord.js') as WordBundle).packDocx(blocks, fonts),
}).then(result => {
  parentPort?.postMessage(result);
});
