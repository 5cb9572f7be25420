import type { EquationEntry, EquationList } from '../../protocol/protocol.ts';
import type { Snapshot } from '../../analysis/snapshot.ts';
import type { Language, MessageId } from '../../messages/message.ts';
import { message } from '../../messages/text.ts';
import { evaluate } from '../../model/equations/evaluate.ts';
import { judgedTables } from '../../model/equations/judgedTables.ts';
import { isNoCount, type Outcome, type Term } from '../../model/equations/outcome.ts';
import type { BoundTable, Report, TableContent } from '../../model/report.ts';
import { anchorOf, computedTotals, totalFigures } from '../../model/equations/totals.ts';
import type { Span } from '../../text/span.ts';
import { toRange } from '../support/convert.ts';
import { cellName, columnName, equationText, rowName, type EquationStyle } from './equationText.ts';
import { officialTableAt } from '../support/place.ts';

/** How many equations of a table hold, are broken, and are undecided. */
export interface EquationCounts {
  readonly holds: number;
  readonly broken: number;
  readonly unknown: number;
}

/** Tables whose figures are judged by equations: official ones of the report's edition, copies left out. */
export function tablesWithEquations(report: Report): readonly BoundTable[] {
  return judgedTables(report).filter(table => evaluate(table).length > 0);
}

/** Counts a table's equations; one that is broken only because of a cell named elsewhere is broken all the same. */
export function countEquations(table: BoundTable): EquationCounts {
  const counts = { holds: 0, broken: 0, unknown: 0 };
  for (const outcome of evaluate(table)) counts[kindOf(outcome)]++;
  return counts;
}

/** The equations of the official table at an offset of the draft; null where there is none, or none that is judged. */
export function equationsAt(
  snapshot: Pick<Snapshot, 'source' | 'report'>,
  offset: number,
  language: Language,
): EquationList | null {
  const { source, report } = snapshot;
  const table = officialTableAt(report, offset);
  if (!table || !tablesWithEquations(report).includes(table)) return null;
  const style: EquationStyle = { language, computed: computedTotals(table) };
  const totals = totalFigures(table);
  const order = [...evaluate(table)].sort((a, b) => ORDER[a.kind] - ORDER[b.kind]);
  return {
    title: language === 'en' ? table.spec.englishTitle : table.spec.title,
    equations: order.map((outcome): EquationEntry => {
      const doubt = outcome.kind === 'unknown' ? doubtOf(outcome, totals, language) : undefined;
      return {
        kind: kindOf(outcome),
        name: 'path' in outcome.axis ? rowName(outcome.axis) : columnName(outcome.axis),
        text: equationText(outcome, style) ?? doubt?.reason ?? '',
        ...(doubt ? { reason: doubt.reason } : {}),
        range: toRange(source, doubt?.span ?? anchorOf(outcome)?.span ?? someCell(outcome) ?? table.span),
      };
    }),
  };
}

const ORDER: Readonly<Record<Outcome['kind'], number>> = { broken: 0, blocked: 1, unknown: 2, holds: 3 };

function kindOf({ kind }: Outcome): EquationEntry['kind'] {
  return kind === 'blocked' ? 'broken' : kind;
}

/** The first thing that keeps an equation from being decided, and its place. */
function doubtOf(
  outcome: Outcome,
  totals: ReadonlySet<unknown>,
  language: Language,
): { reason: string; span: Span | undefined } | undefined {
  const terms = [...outcome.left, ...outcome.right];
  const because = (
    id: Extract<MessageId, `equations.${string}`>,
    term: Term,
  ): { reason: string; span: Span | undefined } => ({
    reason: message(language, id, { cell: cellName(term), text: term.figure?.text ?? '' }),
    span: term.figure?.span ?? rowOf(term, outcome.table) ?? someCell(outcome),
  });
  const isBlank = ({ figure }: Term): boolean => figure?.quantity.kind === 'blank' || figure?.quantity.kind === 'dash';
  const missing = terms.find(({ figure }) => !figure);
  if (missing) return because('equations.missing', missing);
  const unreadable = terms.find(({ figure }) => figure?.quantity.kind === 'unreadable');
  if (unreadable) return because('equations.unreadable', unreadable);
  const notCount = terms.find(({ figure }) => figure && isNoCount(figure));
  if (notCount) return because('equations.notCount', notCount);
  const [empty] = [outcome.left, outcome.right].filter(side => side.length > 1 && side.every(isBlank));
  if (empty?.[0]) return because('equations.allBlank', empty[0]);
  const blank = terms.find(term => isBlank(term) && totals.has(term.figure)) ?? terms.find(isBlank);
  return blank && because(totals.has(blank.figure) ? 'equations.blankTotal' : 'equations.blankCell', blank);
}

/** Place of the label of the row in which a cell is missing. */
function rowOf({ row }: Term, table: TableContent): Span | undefined {
  return table.parts.flatMap(part => part.rows).find(({ spec }) => spec === row)?.labelSpan;
}

function someCell({ left, right }: Outcome): Span | undefined {
  return [...left, ...right].find(({ figure }) => figure)?.figure?.span;
}
