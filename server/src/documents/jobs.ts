import { annotateDocument } from './annotate.ts';
import { exportDraft, type PackDocx } from './exportDraft.ts';
import { importDocument, refusedOr, type Readers } from './importDocument.ts';
import type { Job, JobResult, WrittenSheet } from './job.ts';
import { nextYearDraft } from './nextYear.ts';

/** Libraries that are loaded only when a document needs them. */
export interface Libraries extends Readers {
  readonly packDocx: PackDocx;
  readonly writeSheets: (sheets: readonly WrittenSheet[]) => Uint8Array | Promise<Uint8Array>;
}

/** Does a job. Rejects only for mistakes of the program. */
export function doJob(job: Job, libraries: Libraries): Promise<JobResult> {
  return refusedOr(async (): Promise<JobResult> => {
    switch (job.kind) {
      case 'import': {
        const result = await importDocument(job.bytes, libraries);
        return result.kind === 'draft'
          ? { kind: 'draft', markdown: result.draft.text.text, notes: result.draft.notes }
          : result;
      }
      case 'annotate':
        return { kind: 'file', bytes: annotateDocument(job.bytes, job.remarks, job.date), notes: [] };
      case 'export':
        return { kind: 'file', ...(await exportDraft(job.markdown, job.options, libraries.packDocx)) };
      case 'nextYear':
        return nextYearDraft(job.markdown, job.options);
      case 'workbook':
        return { kind: 'file', bytes: await libraries.writeSheets(job.sheets), notes: [] };
    }
  });
}
