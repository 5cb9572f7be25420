import type { Span } from '../../text/span.ts';

/** What to show for a place in a draft. */
export interface HoverResult {
  /** Markdown without HTML and without command links; words of the draft are escaped. */
  readonly contents: string;
  /** The thing that is explained, in the draft. */
  readonly span: Span;
}
