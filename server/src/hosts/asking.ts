import { LIMITS } from '../text/limits.ts';

/** Thrown where the client does not answer in time. */
export class TooLate extends Error {}

const LONGEST_PATIENCE_MS = 10 * LIMITS.answerMs;

interface Asking<P, R> {
  ask(params: P): Promise<R>;
  /** What stands for an answer that the client does not give; `error` is what it answered in its place, or too late. */
  instead(params: P, error?: unknown): Promise<R>;
  /** Whether the client is asked at all. */
  canAsk(): boolean;
  /** Whether the client said that it answers this: then an error says nothing about the next time. */
  readonly isOffered?: boolean;
  /**
   * Called when an answer comes after all, later than {@link LIMITS.answerMs}: what was read without it is to be read
   * again.
   */
  onLate(): void;
}

/**
 * Asks the client one kind of question. A client that does not know it is not asked again; one that does not answer in
 * time is not asked either until its answer comes, and from then on is given ten times as long.
 */
export function asking<P, R>({
  ask,
  instead,
  canAsk,
  isOffered = false,
  onLate,
}: Asking<P, R>): (params: P) => Promise<R> {
  let isAsked = true;
  let hasAnswered = isOffered;
  let patienceMs: number = LIMITS.answerMs;
  return async params => {
    if (!isAsked || !canAsk()) return instead(params);
    let answer: Promise<R> | undefined;
    try {
      answer = ask(params);
      const found = await within(patienceMs, answer);
      hasAnswered = true;
      return found;
    } catch (error) {
      if (error instanceof TooLate) {
        isAsked = false;
        answer?.then(
          () => {
            isAsked = true;
            hasAnswered = true;
            patienceMs = LONGEST_PATIENCE_MS;
            onLate();
          },
          () => {
            isAsked = hasAnswered;
          },
        );
      } else if (!hasAnswered) isAsked = false;
      return instead(params, error);
    }
  };
}

/** The work's result; rejects with {@link TooLate} where it takes longer. */
async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TooLate(`no answer within ${String(limitMs)} ms`));
    }, limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
