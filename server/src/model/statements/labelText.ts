import type { StatedFigure } from './statedFigure.ts';
import type { Token } from './tokens.ts';

/** The words before a number that say what it counts, without the white space around them. */
export function labelTextOf(
  { labelFrom, start }: Pick<StatedFigure, 'labelFrom' | 'start'>,
  { text, tokens }: { readonly text: string; readonly tokens: readonly Token[] },
): string {
  return text.slice(tokens[labelFrom]?.start ?? start, start).trim();
}
