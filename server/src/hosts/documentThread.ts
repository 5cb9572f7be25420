import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Job, JobResult } from '../documents/job.ts';
import type { Refusal } from '../documents/refused.ts';
import { LIMITS } from '../text/limits.ts';

/**
 * Does a job with a document in a thread of its own, which ends with it: whatever the document holds, the program goes
 * on. `signal` ends it before its time. Never rejects.
 */
export function runJob(job: Job, signal?: AbortSignal): Promise<JobResult> {
  return new Promise(done => {
    const end = (result: JobResult): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      done(result);
      void worker.terminate();
    };
    const refused = (refusal: Refusal) => {
      end({ kind: 'refused', refusal });
    };
    const cancel = () => {
      refused({ message: 'documents.refused.cancelled', args: {} });
    };
    const timer = setTimeout(() => {
      refused({ message: 'documents.refused.tooLong', args: { limit: LIMITS.documentMs / 1000 } });
    }, LIMITS.documentMs);
    const worker = new Worker(join(__dirname, 'documents.js'), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.documentMegabytes },
    });
    worker.on('message', (result: JobResult) => {
      end(result);
    });
    worker.on('error', (error: Error & { readonly code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        refused({ message: 'documents.refused.memory', args: { limit: LIMITS.documentMegabytes } });
      else refused({ message: 'documents.refused.failed', args: { detail: error.message } });
    });
    worker.on('exit', code => {
      refused({ message: 'documents.refused.failed', args: { detail: String(code) } });
    });
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted === true) cancel();
  });
}
