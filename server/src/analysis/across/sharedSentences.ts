import type { Body } from '../../model/across/body.ts';
import type { Summary } from '../../model/summary/summary.ts';
import { memoByObject } from '../../text/memo.ts';

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
  isShared({ group }: Pick<Summary, 'group'>, words: string): boolean {
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
      for (const report of reports) if (report.group === group) for (const words of sentencesOf(report)) own.add(words);
      for (const words of own) {
        const count = (counts.get(words) ?? 0) + 1;
        counts.set(words, count);
        if (count === SHARED_BY) shared.add(words);
      }
    }
    return shared;
  }
}

/**
 * Hashes of a report's sentences: the only part of a summary that is asked of all reports of a group, while the summary
 * itself may have to be read for it. One text takes less room than many.
 */
const sentenceHashes = memoByObject(({ sections }: Summary): string =>
  [...new Set(sections.flatMap(({ sentences }) => sentences.map(({ words }) => words)))].join('\n'),
);

function sentencesOf(report: Summary): readonly string[] {
  return sentenceHashes(report).split('\n');
}
