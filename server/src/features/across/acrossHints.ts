import type { InlayHint, Location, Range } from 'vscode-languageserver-types';
import type { ReportedAcross } from '../../analysis/across/reported.ts';
import type { Snapshot } from '../../analysis/snapshot.ts';
import { CARRIED_OVER } from '../../format/metrics.ts';
import type { Language, MessageId } from '../../messages/message.ts';
import { message } from '../../messages/text.ts';
import { continuedFrom } from '../../model/across/cellsAround.ts';
import type { Neighbours } from '../../model/across/neighbours.ts';
import { figureKey, valueOf } from '../../model/report.ts';
import { toPosition, toSpan } from '../support/convert.ts';
import { plainNumber } from '../tables/equationText.ts';
import type { LocatePlace } from './acrossDiagnostics.ts';

/** Which cells get a hint from other reports: none, those that differ, or all. */
export type AcrossHintMode = 'off' | 'differences' | 'always';

/** Rules whose expected number stands behind their cell, and how it is called. */
const EXPECTED: ReadonlyMap<string, Extract<MessageId, `inlay.${string}`>> = new Map([
  ['workspace/in-force', 'inlay.expected'],
  ['workspace/prior-items', 'inlay.expected'],
  ['workspace/disclosed-total', 'inlay.expected'],
  ['workspace/cumulative-total', 'inlay.expected'],
  ['workspace/roll-up-sum', 'inlay.ofBodiesBelow'],
]);

/** What comparing says of an open draft. */
export interface ComparedDraft {
  readonly neighbours: Neighbours;
  readonly findings: readonly ReportedAcross[];
  readonly locate: LocatePlace;
}

/**
 * Numbers of other reports behind the cells of a range: last year's `上年报告 118` behind what was carried over, and what
 * findings expect behind theirs. Labels lead to the other report. Nothing stands where nothing could be compared,
 * unless all are wanted: then last year's number is said as it is.
 */
export function acrossHints(
  { source, report }: Pick<Snapshot, 'source' | 'report'>,
  range: Range,
  { neighbours, findings, locate }: ComparedDraft,
  mode: AcrossHintMode,
  language: Language,
): InlayHint[] {
  if (mode === 'off') return [];
  const wanted = toSpan(source, range);
  const hints: InlayHint[] = [];
  const add = (at: number, id: Extract<MessageId, `inlay.${string}`>, value: number, location?: Location) => {
    if (at < wanted.start || at > wanted.end) return;
    const label = message(language, id, { value: plainNumber(value) });
    hints.push({
      position: toPosition(source, at),
      label: location ? [{ value: label, location }] : label,
      paddingLeft: true,
    });
  };
  const carriedOver = findings.some(({ rule, silenced }) => rule === 'workspace/carry-over' && !silenced);
  for (const table of report.tables) {
    const { id } = table.spec;
    if (id !== CARRIED_OVER.table || !(carriedOver || mode === 'always')) continue;
    for (const column of table.spec.parts.flatMap(part => part.columns)) {
      const key = figureKey(CARRIED_OVER.into, column.key);
      const figure = table.figures.get(key);
      const from = figure && continuedFrom(neighbours, { table: id, key });
      if (!from || (mode === 'differences' && from.value === (valueOf(figure) ?? 0))) continue;
      add(figure.span.end, 'inlay.lastYear', from.value, locate(from.report, from.place));
    }
  }
  for (const { rule, report: own, place, comparison, related, silenced } of findings) {
    const label = EXPECTED.get(rule);
    const at = locate(own, place);
    if (!label || !at || comparison.expected === null || silenced) continue;
    const [nearest] = related;
    add(source.offsetAt(at.range.end), label, comparison.expected, nearest && locate(nearest.report, nearest.place));
  }
  return hints;
}
