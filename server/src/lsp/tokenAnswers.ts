import { SemanticTokensBuilder } from 'vscode-languageserver';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import type { SemanticToken } from '../features/semanticTokens.ts';

/**
 * Encodes semantic tokens for the protocol; of each draft the last answer is kept, so that the next may name only the
 * change.
 */
export class TokenAnswers {
  private readonly builders = new Map<string, SemanticTokensBuilder>();

  full(uri: string, tokens: readonly SemanticToken[]): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    this.builders.set(uri, builder);
    return filled(builder, tokens).build();
  }

  /** The change since the answer `previousResultId`; all tokens where that is not the last answer. */
  delta(uri: string, tokens: readonly SemanticToken[], previousResultId: string): SemanticTokens | SemanticTokensDelta {
    const builder = this.builders.get(uri);
    if (!builder) return this.full(uri, tokens);
    builder.previousResult(previousResultId);
    return filled(builder, tokens).buildEdits();
  }

  forget(uri: string): void {
    this.builders.delete(uri);
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
