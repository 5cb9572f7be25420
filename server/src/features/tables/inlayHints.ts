import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { Snapshot } from '../../analysis/snapshot.ts';
import type { Language, MessageId } from '../../messages/message.ts';
import { message } from '../../messages/text.ts';
import { computedTotals, verdicts, type Verdict } from '../../model/equations/totals.ts';
import { toPosition, toRange, toSpan } from '../support/convert.ts';
import { tablesWithEquations } from './equations.ts';
import { equationText, plainNumber } from './equationText.ts';

/** Which totals get a hint: none, blank and broken ones, or all. */
export type InlayHintMode = 'off' | 'broken' | 'always';

/**
 * Computed values behind the totals in a range: `= 12` behind a blank one (accepting the hint writes it), `应为 12`
 * behind the one cell that explains several broken equations, `12 可平` behind the total of one, where a part may be
 * wrong as well, `各项合计 12` where correcting it would break another, and, if wanted, ✓ behind totals that hold. The
 * tooltip says the equations with today's figures.
 */
export function inlayHints(
  snapshot: Pick<Snapshot, 'source' | 'report'>,
  range: Range,
  mode: InlayHintMode,
  language: Language,
): InlayHint[] {
  if (mode === 'off') return [];
  const { source, report } = snapshot;
  const wanted = toSpan(source, range);
  const hints = new Map<number, InlayHint>();
  for (const table of tablesWithEquations(report)) {
    if (table.span.end < wanted.start || table.span.start > wanted.end) continue;
    const style = { language, computed: computedTotals(table) };
    for (const verdict of verdicts(table)) {
      const at = verdict.figure.span.end;
      const isWanted = (mode === 'always' || verdict.kind !== 'holds') && wanted.start <= at && at <= wanted.end;
      // A merged cell may stand for several figures; it is one place.
      if (!isWanted || hints.has(at)) continue;
      const tooltip = verdict.outcomes
        .map(outcome => equationText(outcome, style))
        .filter(text => text !== undefined)
        .join('\n');
      const value = verdict.values.map(plainNumber);
      hints.set(at, {
        position: toPosition(source, at),
        label: message(language, labelOf(verdict), { value: value.join(message(language, 'inlay.or')) }),
        paddingLeft: true,
        ...(tooltip === '' ? {} : { tooltip }),
        ...(isToBeFilled(verdict)
          ? { textEdits: [{ range: toRange(source, verdict.figure.span), newText: value.join('') }] }
          : {}),
      });
    }
  }
  return [...hints.entries()].sort(([a], [b]) => a - b).map(([, hint]) => hint);
}

function labelOf({ kind, isBlamed, values }: Verdict): Extract<MessageId, `inlay.${string}`> {
  return kind === 'wrong' && !(isBlamed && values.length === 1) ? 'inlay.fitting' : `inlay.${kind}`;
}

/** Only an empty cell with one value to write: what a draft states is never changed by a double click. */
function isToBeFilled({ kind, figure, values }: Verdict): boolean {
  return kind === 'blank' && figure.quantity.kind === 'blank' && values.length === 1;
}
