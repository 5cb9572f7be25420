import { importDocument, type Readers, type RefusedResult } from './importDocument.ts';
import type { Note } from './notes.ts';

/** One thing to do with one document; structured-cloneable, since a thread of its own does it. */
export interface Job {
  readonly kind: 'import';
  readonly bytes: Uint8Array;
}

/** What a job gave; structured-cloneable. */
export type JobResult =
  { readonly kind: 'draft'; readonly markdown: string; readonly notes: readonly Note[] } | RefusedResult;

/** Does a job. Rejects only for mistakes of the program. */
export async function doJob(job: Job, readers: Readers): Promise<JobResult> {
  const result = await importDocument(job.bytes, readers);
  return result.kind === 'draft'
    ? { kind: 'draft', markdown: result.draft.text.text, notes: result.draft.notes }
    : result;
}
