import { LIMITS } from '../text/limits.ts';
import type { Host } from './host.ts';
import type { ConfigurationFileResult, DraftFileEntry, FilesParams, FilesResult } from '../protocol/protocol.ts';

/** Thrown where the client does not answer in time. */
export class TooLate extends Error {}

/** Requests that a client answers. */
export interface ClientRequests {
  configurationFile(uri: string): Promise<ConfigurationFileResult | null>;
  files(params: FilesParams): Promise<FilesResult>;
  drafts(): Promise<readonly DraftFileEntry[]>;
}

/**
 * Host that asks the client first, for it also knows files that are on no disk, and `fallback` where the client has no
 * answer. A client that does not know a request, or never answers it, is not asked it again; one for which `canAsk` is
 * false is not asked at all.
 */
export function clientHost(client: ClientRequests, fallback: Host, canAsk: () => boolean = () => true): Host {
  const asking = <P, R>(ask: (params: P) => Promise<R>, instead: (params: P) => Promise<R>) =>
    askOr(ask, instead, canAsk);
  const drafts = asking(
    (_: null) => client.drafts(),
    () => fallback.drafts(),
  );
  return {
    now: () => fallback.now(),
    configurationFile: asking(
      uri => client.configurationFile(uri),
      uri => fallback.configurationFile(uri),
    ),
    drafts: () => drafts(null),
    files: asking(
      params => client.files(params),
      params => fallback.files(params),
    ),
  };
}

function askOr<P, R>(
  ask: (params: P) => Promise<R>,
  fallback: (params: P) => Promise<R>,
  canAsk: () => boolean,
): (params: P) => Promise<R> {
  let isAsked = true;
  let hasAnswered = false;
  return async params => {
    if (!isAsked || !canAsk()) return fallback(params);
    try {
      const answer = await within(LIMITS.answerMs, ask(params));
      hasAnswered = true;
      return answer;
    } catch {
      if (!hasAnswered) isAsked = false;
      return fallback(params);
    }
  };
}

/** The work's result; rejects with {@link TooLate} where it takes longer. */
export async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  if (limitMs === Infinity) return work;
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
