import type { AcrossFinding, AcrossRule } from '../../rules/support/across.ts';

/** A finding with the rule that made it and how its reports were put together. */
export interface FoundAcross {
  readonly rule: AcrossRule;
  readonly finding: AcrossFinding;
  readonly kind: 'years' | 'levels';
  /** The reports were taken for one body's because of their folder. */
  readonly isSuggested: boolean;
}

/**
 * A wrong figure in the middle of three years breaks the relation to both: it lies above what the year before gives by
 * as much as the year behind lies below what it gives. Then one finding stands there and names both neighbours.
 */
export function chainedTogether(found: readonly FoundAcross[]): readonly FoundAcross[] {
  const gone = new Set<FoundAcross>();
  const kept: FoundAcross[] = [];
  for (const each of found) {
    if (gone.has(each)) continue;
    const next = found.find(other => isNext(each, other));
    if (!next) kept.push(each);
    else {
      gone.add(next);
      kept.push({ ...each, finding: withNext(each.finding, next.finding) });
    }
  }
  return kept;
}

function isNext(a: FoundAcross, b: FoundAcross): boolean {
  const [first, second] = [a.finding, b.finding];
  return (
    a.rule === b.rule &&
    first.chained !== undefined &&
    second.chained !== undefined &&
    first.chained === -second.chained &&
    first.keys.join() === second.keys.join() &&
    second.terms[0]?.report === first.report
  );
}

function withNext(finding: AcrossFinding, next: AcrossFinding): AcrossFinding {
  const year = next.report.year ?? 0;
  return {
    ...finding,
    related: [
      ...finding.related,
      {
        report: next.report,
        place: next.place,
        message: 'related.yearFigure',
        args: { year, value: next.stated ?? '' },
      },
    ],
    notes: [...finding.notes, { message: 'across.middle', args: { year } }],
  };
}
