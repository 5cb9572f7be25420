import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';

interface Result {
  readonly resultId: string;
  readonly data: readonly number[];
}

/** The semantic tokens last sent for each draft, so that the next answer may name only what changed. */
export class TokenResults {
  private readonly results = new Map<string, Result>();
  private lastId = 0;

  /** All tokens; they are remembered. */
  full(uri: string, data: number[]): SemanticTokens & Pick<Result, 'resultId'> {
    const resultId = String(++this.lastId);
    this.results.set(uri, { resultId, data });
    return { resultId, data };
  }

  /** One edit from the tokens of `previousResultId`; all tokens where those are no longer known. */
  delta(uri: string, data: number[], previousResultId: string): SemanticTokens | SemanticTokensDelta {
    const previous = this.results.get(uri);
    const all = this.full(uri, data);
    if (previous?.resultId !== previousResultId) return all;
    return { resultId: all.resultId, edits: difference(previous.data, data) };
  }

  forget(uri: string): void {
    this.results.delete(uri);
  }
}

/** The one stretch of numbers in which two results differ; none where they are equal. */
function difference(before: readonly number[], after: readonly number[]): SemanticTokensDelta['edits'] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return [{ start, deleteCount: before.length - start - tail, data: after.slice(start, after.length - tail) }];
}
