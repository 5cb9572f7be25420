import type { Job, JobResult } from '../documents/job.ts';
import { boundedJob } from './boundedJob.ts';

/** Bundles that the worker loads when a job needs them; each sets a global variable of its name. */
export type DocumentPart = 'documentsJobs' | 'documentsWord' | 'documentsWorkbook' | 'documentsPdf';

/** Page or extension → worker. */
export type ToDocumentWorker =
  | { readonly kind: 'job'; readonly job: Job }
  /** Where a part that was asked for lies. */
  | { readonly kind: 'part'; readonly part: DocumentPart; readonly address: string };

/** Worker → page or extension. */
export type FromDocumentWorker =
  | { readonly kind: 'needs'; readonly part: DocumentPart }
  | { readonly kind: 'done'; readonly result: JobResult }
  | { readonly kind: 'failed'; readonly detail: string };

/** Where the scripts of the worker lie: addresses of the worker itself, and of a part of it. May reject. */
export interface DocumentScripts {
  worker(): Promise<string>;
  part(part: DocumentPart): Promise<string>;
}

/**
 * Does a job with a document in a worker of the browser, which ends with it. A browser lets nobody bound its memory.
 * Never rejects.
 */
export function runJobIn(scripts: DocumentScripts, job: Job, signal?: AbortSignal): Promise<JobResult> {
  return boundedJob(({ done, failed }) => {
    let worker: Worker | undefined;
    let hasEnded = false;
    const fail = (error: unknown) => {
      failed(error instanceof Error ? error.message : String(error));
    };
    const send = (message: ToDocumentWorker) => {
      worker?.postMessage(message);
    };
    const begin = async () => {
      const address = await scripts.worker();
      if (hasEnded) return;
      worker = new Worker(address);
      worker.addEventListener('message', ({ data }: MessageEvent<FromDocumentWorker>) => {
        if (data.kind === 'done') done(data.result);
        else if (data.kind === 'failed') failed(data.detail);
        else
          scripts.part(data.part).then(found => {
            send({ kind: 'part', part: data.part, address: found });
          }, fail);
      });
      worker.addEventListener('error', ({ message }) => {
        failed(message);
      });
      send({ kind: 'job', job });
    };
    begin().catch(fail);
    return () => {
      hasEnded = true;
      worker?.terminate();
    };
  }, signal);
}
