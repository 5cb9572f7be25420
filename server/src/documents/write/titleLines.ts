import { part, trimmed, type MappedText } from '../../text/mappedText.ts';

/** Longest title on one line. */
const TITLE_LINE = 20;

/** The lines of a title as they are set: a long one in one line is broken between the body and the year. */
export function titleLines(lines: readonly MappedText[]): readonly MappedText[] {
  const [only, ...others] = lines;
  if (only === undefined || others.length > 0 || only.text.length <= TITLE_LINE) return lines;
  const year = only.text.search(/(?:19|20)\d\d\s*年/);
  if (year <= 0) return lines;
  return [trimmed(part(only, 0, year)), part(only, year, only.text.length)];
}
