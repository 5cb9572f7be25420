import type { JobResult } from '../documents/job.ts';
import type { Refusal } from '../documents/refused.ts';
import { LIMITS } from '../text/limits.ts';

/** How a job ends of itself. */
export interface JobEnd {
  /** It gave something. */
  done(result: JobResult): void;
  refused(refusal: Refusal): void;
  /** Whoever does it failed; `detail` says how. */
  failed(detail: string): void;
}

/**
 * Does a job with a document apart from the program, which goes on whatever the document holds. `start` begins it and
 * gives what ends it; it is ended when it gave a result, after {@link LIMITS.documentMs}, and by `signal`. Never
 * rejects.
 */
export function boundedJob(start: (end: JobEnd) => () => void, signal?: AbortSignal): Promise<JobResult> {
  return new Promise(settle => {
    const done = (result: JobResult): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      settle(result);
      stop();
    };
    const refused = (refusal: Refusal) => {
      done({ kind: 'refused', refusal });
    };
    const cancel = () => {
      refused({ message: 'documents.refused.cancelled', args: {} });
    };
    const timer = setTimeout(() => {
      refused({ message: 'documents.refused.tooLong', args: { limit: LIMITS.documentMs / 1000 } });
    }, LIMITS.documentMs);
    const stop = start({
      done,
      refused,
      failed: detail => {
        refused({ message: 'documents.refused.failed', args: { detail } });
      },
    });
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted === true) cancel();
  });
}
