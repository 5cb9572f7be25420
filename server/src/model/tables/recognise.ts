import type { ChosenEdition, EditionSet } from '../../format/editionSet.ts';
import type { ColumnSpec, Edition, RowSpec } from '../../format/types.ts';
import type { Table } from '../../syntax/block.ts';
import { BoundedCache } from '../../text/boundedCache.ts';
import { memoByObject } from '../../text/memo.ts';
import { matcherFor, type LabelHit, type Matcher } from './matcher.ts';

/** An official table that a table of a draft was recognised as. */
export interface Recognised {
  readonly matcher: Matcher;
  readonly edition: Edition;
}

/** A table with a lower score is not an official one. */
const LEAST_SCORE = 2;
/** Factor for the report's own edition: it wins unless another one fits clearly better, as editions share labels. */
const OWN_EDITION = 1.15;

/** The official table whose labels a table bears most, of any edition; null where too few labels fit. */
export function recogniseTable(table: Table, { edition, editions }: ChosenEdition): Recognised | null {
  const scores = scoresOf(textsOf(table), hitsIn(editions));
  let best: (Recognised & { readonly score: number }) | undefined;
  for (const candidate of editions.editions) {
    for (const spec of candidate.tables) {
      const matcher = matcherFor(spec);
      const score = (scores.get(matcher)?.score ?? 0) * (candidate === edition ? OWN_EDITION : 1);
      if (score > (best?.score ?? 0)) best = { matcher, edition: candidate, score };
    }
  }
  return best && best.score >= LEAST_SCORE ? best : null;
}

/** Counts the different labels of one official table that occur in a table. */
class Tally {
  private readonly rows = new Set<RowSpec>();
  private readonly columns = new Set<ColumnSpec>();
  private distinctive = 0;

  add({ row, column, isDistinctive }: LabelHit): void {
    if (row) this.rows.add(row);
    if (column) this.columns.add(column);
    if (isDistinctive) this.distinctive++;
  }

  /** Columns weigh more than rows, as they differ between editions. */
  get score(): number {
    return this.rows.size + this.columns.size * 1.5 + this.distinctive * 0.5;
  }
}

function scoresOf(texts: ReadonlySet<string>, hits: BoundedCache<readonly LabelHit[]>): ReadonlyMap<Matcher, Tally> {
  const tallies = new Map<Matcher, Tally>();
  for (const text of texts) {
    for (const hit of hits.get(text)) {
      let tally = tallies.get(hit.matcher);
      if (!tally) tallies.set(hit.matcher, (tally = new Tally()));
      tally.add(hit);
    }
  }
  return tallies;
}

const MOST_HITS = 2000;
/** Labels of all official tables by text. Drafts hold the same labels again and again. */
const hitsIn = memoByObject(
  ({ tables }: EditionSet) =>
    new BoundedCache(MOST_HITS, (text: string): readonly LabelHit[] =>
      tables.flatMap(spec => matcherFor(spec).hits(text)),
    ),
);

/** Numbers, dashes and single punctuation marks are not labels. */
const NO_LABEL = /^[\d\s.,%/—–-]*$/;
const LONGEST_LABEL = 120;

function textsOf(table: Table): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const { cells } of table.rows)
    for (const { text } of cells)
      if (text !== '' && text.length <= LONGEST_LABEL && !NO_LABEL.test(text)) texts.add(text);
  return texts;
}
