import type { TextEdit } from 'vscode-languageserver-types';
import type { Snapshot } from '../../analysis/snapshot.ts';
import { hasMergeMarker } from '../../model/mergeConflicts.ts';
import { alignPipeTable, applied } from '../../model/writing/alignPipeTable.ts';
import type { Change } from '../../text/change.ts';
import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import type { AmbiguousWidth } from '../../text/width.ts';
import { toRange } from '../support/convert.ts';

export interface FormattingOptions {
  readonly ambiguousWidth: AmbiguousWidth;
}

/**
 * Edits that align the pipe tables of a draft, or those lines of them that meet `range`.
 *
 * Only the blanks beside pipes and the dashes of the line below the header change: no edit touches a figure or a word.
 * In official tables the columns of figures stand in line and labels run across what they cover, in others all columns.
 * Other layouts, prose, line ends, indentation and missing outer pipes stay as they are; so does a table that alignment
 * would blow up, one with a merge conflict, and one that would be read otherwise afterwards.
 */
export function formatting(
  { source, report }: Pick<Snapshot, 'source' | 'report'>,
  range: Span | undefined,
  options: FormattingOptions,
): TextEdit[] {
  const edits: TextEdit[] = [];
  const tables = new Map(report.tables.flatMap(table => table.blocks.map(({ at }) => [at, table] as const)));
  for (const placed of report.blocks) {
    const { at, block } = placed;
    if (block.kind !== 'table' || block.layout !== 'pipe' || hasMergeMarker(block)) continue;
    if (range && (at + block.span.end < range.start || range.end < at + block.span.start)) continue;
    const official = tables.get(at);
    const changes = alignPipeTable(source, { at, block }, official, options.ambiguousWidth).filter(
      ({ span }) => !range || meetsLineOf(source, span, range),
    );
    for (const { span, text } of edits.length + changes.length > MOST_EDITS ? asOne(source, changes) : changes) {
      edits.push({ range: toRange(source, span), newText: text });
    }
  }
  return edits;
}

/** More edits than this are sent as one for each table. */
const MOST_EDITS = 20_000;

function asOne(source: Source, changes: readonly Change[]): Change[] {
  const first = changes[0];
  const last = changes.at(-1);
  if (!first || !last) return [];
  const span = { start: first.span.start, end: last.span.end };
  return [{ span, text: applied(source.slice(span), changes, span.start) }];
}

/** Whether a range holds part of the line that a change stands on. */
function meetsLineOf(source: Source, { start }: Span, range: Span): boolean {
  const line = source.line(source.lineAt(start));
  return line.start <= range.end && range.start <= line.end;
}
