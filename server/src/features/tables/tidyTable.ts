import type { PlannedEdits } from '../../protocol/protocol.ts';
import type { Snapshot } from '../../analysis/snapshot.ts';
import { tidyTable } from '../../model/writing/standardTable.ts';
import { toRange } from '../support/convert.ts';
import { markupOf, type DraftFile } from '../support/draftFile.ts';
import { officialTableAt } from '../support/place.ts';

/** The edits that make a standard table of the table of text at an offset; null where that cannot be done. */
export function tidyTableAt(
  { source, report, version }: Pick<Snapshot, 'source' | 'report' | 'version'>,
  offset: number,
  file: DraftFile,
): PlannedEdits | null {
  const table = officialTableAt(report, offset);
  const changes = table && tidyTable(report, table, markupOf(file) === 'markdown');
  if (!changes) return null;
  const lineEnd = source.text.includes('\r\n') ? '\r\n' : '\n';
  return {
    version,
    edits: changes.map(({ span, text }) => ({
      range: toRange(source, span),
      newText: text.replace(/\r?\n/g, lineEnd),
    })),
  };
}
