import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Job, JobResult } from '../documents/job.ts';
import { LIMITS } from '../text/limits.ts';
import { boundedJob } from './boundedJob.ts';

/** Does a job with a document in a thread of its own, which ends with it. Never rejects. */
export function runJob(job: Job, signal?: AbortSignal): Promise<JobResult> {
  return boundedJob(({ done, refused, failed }) => {
    const worker = new Worker(join(__dirname, 'documents.js'), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.documentMegabytes },
    });
    worker.on('message', done);
    worker.on('error', (error: Error & { readonly code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        refused({ message: 'documents.refused.memory', args: { limit: LIMITS.documentMegabytes } });
      else failed(error.message);
    });
    worker.on('exit', code => {
      failed(String(code));
    });
    return () => void worker.terminate();
  }, signal);
}
