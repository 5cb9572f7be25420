import type { Body } from '../../model/across/body.ts';
import type { Summary } from '../../model/summary/summary.ts';

/** A sentence that so many bodies of a group write is nobody's own. */
const SHARED_BY = 3;

/** Which sentences several bodies of a group have. Only the group that was asked for last is kept. */
export class SharedSentences {
  private readonly byGroup = new Map<string, Body[]>();
  private last: { readonly group: string; readonly shared: ReadonlySet<string> } | undefined;

  constructor(bodies: readonly Body[]) {
    for (const body of bodies) {
      for (const group of new Set(body.reports.map(each => each.group))) {
        const known = this.byGroup.get(group);
        if (known) known.push(body);
        else this.byGroup.set(group, [body]);
      }
    }
  }

  /** Whether bodies of the report's group share a sentence. */
  isShared({ group }: Summary, words: string): boolean {
    if (this.last?.group !== group) this.last = { group, shared: this.sharedIn(group) };
    return this.last.shared.has(words);
  }

  private sharedIn(group: string): ReadonlySet<string> {
    const shared = new Set<string>();
    const bodies = this.byGroup.get(group) ?? [];
    if (bodies.length < SHARED_BY) return shared;
    const counts = new Map<string, number>();
    for (const { reports } of bodies) {
      const own = new Set<string>();
      for (const report of reports)
        if (report.group === group)
          for (const { sentences } of report.sections) for (const { words } of sentences) own.add(words);
      for (const words of own) {
        const count = (counts.get(words) ?? 0) + 1;
        counts.set(words, count);
        if (count === SHARED_BY) shared.add(words);
      }
    }
    return shared;
  }
}
