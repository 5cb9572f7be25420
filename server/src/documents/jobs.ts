import { annotateDocument, type Remark } from './annotate.ts';
import { exportDraft, type ExportOptions, type PackDocx } from './exportDraft.ts';
import { importDocument, refusedOr, type Readers, type RefusedResult } from './importDocument.ts';
import type { Note } from './notes.ts';
import type { WrittenSheet } from './write/workbook.ts';

/** One thing to do with one document; structured-cloneable, since a thread of its own does it. */
export type Job =
  | { readonly kind: 'import'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'annotate';
      readonly bytes: Uint8Array;
      readonly remarks: readonly Remark[];
      readonly date: string | null;
    }
  | { readonly kind: 'export'; readonly markdown: string; readonly options: ExportOptions }
  | { readonly kind: 'workbook'; readonly sheets: readonly WrittenSheet[] };

/** What a job gave; structured-cloneable. */
export type JobResult =
  | { readonly kind: 'draft'; readonly markdown: string; readonly notes: readonly Note[] }
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly notes: readonly Note[] }
  | RefusedResult;

/** Libraries that are loaded only when a document needs them. */
export interface Libraries extends Readers {
  readonly packDocx: PackDocx;
  readonly writeSheets: (sheets: readonly WrittenSheet[]) => Uint8Array;
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
      case 'workbook':
        return { kind: 'file', bytes: libraries.writeSheets(job.sheets), notes: [] };
    }
  });
}
