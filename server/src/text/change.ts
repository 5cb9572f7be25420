import type { Span } from './span.ts';

/** Replacement of a place in the draft. */
export interface Change {
  readonly span: Span;
  readonly text: string;
}
