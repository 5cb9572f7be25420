import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import type { PlaceInFile } from './summary.ts';

/** A span of a draft by lines and columns. */
export function placeOf(source: Source, { start, end }: Span): PlaceInFile {
  const first = source.positionAt(start);
  const last = source.positionAt(end);
  return [first.line + 1, first.character + 1, last.line + 1, last.character + 1];
}
