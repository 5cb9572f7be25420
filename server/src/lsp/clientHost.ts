import type { Host } from './host.ts';
import type { ConfigurationFileResult } from './protocol.ts';

const ANSWER_MS = 3000;

/**
 * Host that asks the client first, for it also knows files that are on no disk, and `fallback` where the client has no
 * answer. A client that does not know the request, or never answers it, is not asked again.
 */
export function clientHost(ask: (uri: string) => Promise<ConfigurationFileResult | null>, fallback: Host): Host {
  let isAsked = true;
  let hasAnswered = false;
  return {
    now: () => fallback.now(),
    configurationFile: async uri => {
      if (!isAsked) return fallback.configurationFile(uri);
      try {
        const answer = await within(ANSWER_MS, ask(uri));
        hasAnswered = true;
        return answer;
      } catch {
        if (!hasAnswered) isAsked = false;
        return fallback.configurationFile(uri);
      }
    },
  };
}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => { reject(new Error(`no answer within ${String(limitMs)} ms`)); }, limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
