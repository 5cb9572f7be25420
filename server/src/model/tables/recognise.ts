import { EDITIONS } from '../../format/index.ts';
import type { ColumnSpec, Edition, RowSpec, TableSpec } from '../../format/types.ts';
import type { Table } from '../../syntax/block.ts';
import { BoundedCache } from '../../text/boundedCache.ts';
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
export function recogniseTable(table: Table, edition: Edition | null): Recognised | null {
  const scores = scoresOf(textsOf(table));
  let best: (Recognised & { readonly score: number }) | undefined;
  for (const candidate of EDITIONS) {
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

function scoresOf(texts: ReadonlySet<string>): ReadonlyMap<Matcher, Tally> {
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

/** The different official tables; editions share some. */
const TABLES: readonly TableSpec[] = [...new Set(EDITIONS.flatMap(({ tables }) => tables))];
const MOST_HITS = 2000;
/** Labels of all official tables by text. Drafts hold the same labels again and again. */
const hits = new BoundedCache(MOST_HITS, (text): readonly LabelHit[] =>
  TABLES.flatMap(spec => matcherFor(spec).hits(text)),
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
