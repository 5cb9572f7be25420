import type { Report } from '../model/report.ts';
import { fold } from '../text/fold.ts';

/** Marks before the first word of a line: bars, signs of Markdown, tags. */
const MARKS = /^(?:[\s|*_>#-]|<[^<>]{0,200}>)+/;
/** So much of a line is looked at. */
const BEGINNING = 1000;

/**
 * Tells whether a place of a draft lies in a line that holds names and telephone numbers, as its edition says: a
 * finding there would quote them. Undefined where the edition names no such lines.
 */
export function unquotedLines({
  edition,
  source,
}: Pick<Report, 'edition' | 'source'>): ((offset: number) => boolean) | undefined {
  const beginnings = edition?.unquoted.map(fold) ?? [];
  if (beginnings.length === 0) return undefined;
  return offset => {
    const { start } = source.line(source.lineAt(offset));
    const [line = ''] = source.text.slice(start, start + BEGINNING).split(/[\r\n]/, 1);
    const words = fold(line.replace(MARKS, ''));
    return beginnings.some(beginning => words.startsWith(beginning));
  };
}
