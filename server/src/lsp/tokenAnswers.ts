import { SemanticTokensBuilder } from 'vscode-languageserver';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import type { SemanticToken } from '../features/semanticTokens.ts';

/**
 * Encodes semantic tokens for the protocol; of each draft the last answer is kept, so that the next may name only the
 * change.
 */
export class TokenAnswers {
  private readonly known = new Map<string, { readonly builder: SemanticTokensBuilder; id: string }>();
  private lastId = 0;

  full(uri: string, tokens: readonly SemanticToken[]): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    const id = this.newId();
    this.known.set(uri, { builder, id });
    return { ...filled(builder, tokens).build(), resultId: id };
  }

  /** The change since the answer `previousResultId`; all tokens where that is not the last answer. */
  delta(uri: string, tokens: readonly SemanticToken[], previousResultId: string): SemanticTokens | SemanticTokensDelta {
    const known = this.known.get(uri);
    if (known?.id !== previousResultId) return this.full(uri, tokens);
    const { builder } = known;
    builder.previousResult(builder.id);
    known.id = this.newId();
    return { ...filled(builder, tokens).buildEdits(), resultId: known.id };
  }

  forget(uri: string): void {
    this.known.delete(uri);
  }

  /** The builder's own ids are times, which two answers in one millisecond share. */
  private newId(): string {
    return String(++this.lastId);
  }
}

/** Tokens of a part of a draft; no later answer builds on them. */
export function encodeTokens(tokens: readonly SemanticToken[]): SemanticTokens {
  return { data: filled(new SemanticTokensBuilder(), tokens).build().data };
}

function filled(builder: SemanticTokensBuilder, tokens: readonly SemanticToken[]): SemanticTokensBuilder {
  for (const { line, character, length, type, modifiers } of tokens)
    builder.push(line, character, length, type, modifiers);
  return builder;
}
