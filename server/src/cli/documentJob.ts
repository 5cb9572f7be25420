import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Job, JobResult } from '../documents/jobs.ts';
import type { Refusal } from '../documents/refused.ts';
import { sniff } from '../documents/sniff.ts';
import type { Language } from '../messages/message.ts';
import { LIMITS } from '../text/limits.ts';
import type { Unreadable } from './files.ts';
import { sayOf } from './words.ts';

/** Whether bytes are a document that is converted before it is checked; whatever else they are is read as text. */
export function isDocument(bytes: Uint8Array): boolean {
  const kind = sniff(bytes);
  return kind !== 'text' && kind !== 'page' && kind !== 'empty' && kind !== 'unknown';
}

/**
 * Does a job with a document in a thread of its own, which ends with it: whatever the document holds, the program goes
 * on. Never rejects.
 */
export function runJob(job: Job): Promise<JobResult> {
  return new Promise(done => {
    const end = (result: JobResult): void => {
      clearTimeout(timer);
      done(result);
      void worker.terminate();
    };
    const refused = (refusal: Refusal) => {
      end({ kind: 'refused', refusal });
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
  });
}

/** A refusal as the reason why an input cannot be read. */
export function unreadableFor(refusal: Refusal, language: Language): Unreadable {
  return { reason: 'cli.documentRefused', detail: sayOf(language, refusal) };
}
