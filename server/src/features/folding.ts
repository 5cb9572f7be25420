import { FoldingRangeKind } from 'vscode-languageserver-types';
import type { FoldingRange } from 'vscode-languageserver-types';
import type { Snapshot } from '../analysis/snapshot.ts';
import type { Item, Section } from '../model/report.ts';
import type { Source } from '../text/source.ts';
import { shift } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import { toLines } from './support/convert.ts';

/**
 * Whole-line folding ranges of sections, items, tables and comments over several lines, in the order of the draft.
 *
 * Where two begin on the same line only the longer one is given: clients fold by first line. `limit` keeps the longest.
 */
export function folding(snapshot: Pick<Snapshot, 'source' | 'report' | 'blocks'>, limit?: number): FoldingRange[] {
  const { source, report, blocks } = snapshot;
  const byStart = new Map<number, FoldingRange>();
  const add = (span: Span, kind?: FoldingRangeKind) => {
    const lines = toLines(source, span);
    const known = byStart.get(lines.start);
    if (lines.end <= lines.start || (known && known.endLine >= lines.end)) return;
    byStart.set(lines.start, { startLine: lines.start, endLine: lines.end, ...(kind === undefined ? {} : { kind }) });
  };
  const addHeading = (heading: Section | Item) => {
    add(heading.span);
    heading.items.forEach(addHeading);
  };
  report.sections.forEach(addHeading);
  for (const { at, block } of blocks) if (block.kind === 'table') add(shift(block.span, at));
  for (const comment of comments(source)) add(comment, FoldingRangeKind.Comment);
  const ranges = [...byStart.values()].sort((a, b) => a.startLine - b.startLine);
  if (limit === undefined || ranges.length <= limit) return ranges;
  const longest = new Set(
    [...ranges].sort((a, b) => b.endLine - b.startLine - (a.endLine - a.startLine)).slice(0, limit),
  );
  return ranges.filter(range => longest.has(range));
}

/** Comments of Markdown and HTML; one that is not closed is none. */
function* comments({ text }: Source): Iterable<Span> {
  let start = text.indexOf('<!--');
  while (start >= 0) {
    const end = text.indexOf('-->', start + 4);
    if (end < 0) return;
    yield { start, end: end + 3 };
    start = text.indexOf('<!--', end + 3);
  }
}
