import type { Metric } from '../../format/metrics.ts';
import { memoByObject } from '../../text/memo.ts';
import { memoByTableAnswers, tableNumbersOf, type TableAnswers } from '../links/tableNumbers.ts';
import type { Report } from '../report.ts';
import { chainsOf, type Chain, type ChainReading } from './chains.ts';
import type { StatedFigure } from './statedFigure.ts';
import type { PartList } from './lists/partList.ts';
import { quantitiesOf } from './quantities.ts';
import type { StatedQuantity } from './statedQuantity.ts';
import { ratesAboveAll } from './relations/aboveAll.ts';
import { sharesInWords } from './relations/inWords.ts';
import { breakdowns } from './relations/breakdown.ts';
import { casesLeft } from './relations/casesLeft.ts';
import { changes } from './relations/change.ts';
import { exceptions } from './relations/exceptions.ts';
import { flats } from './relations/flats.ts';
import {
  rightValues,
  type Certainty,
  type ChainDisagreement,
  type Disagreement,
  type DisagreementOf,
} from './relations/disagreement.ts';
import { repliesToAll } from './relations/allReplied.ts';
import { dispositions } from './relations/dispositions.ts';
import { handledAbove, otherReplies } from './relations/replies.ts';
import { restatements } from './relations/restated.ts';
import { retellings } from './relations/retold.ts';
import { pairedTotals } from './relations/pairedTotals.ts';
import { repeats } from './relations/same.ts';
import { remainders } from './relations/remainders.ts';
import { shares } from './relations/share.ts';
import { isShare } from './relations/arithmetic.ts';
import { averages } from './relations/means.ts';
import { nets, stocks } from './relations/stocks.ts';
import { flows } from './relations/sums.ts';
import { spokenChanges } from './relations/trends.ts';
import { againstTables } from './relations/table.ts';

/** What the chains of a report state of the tables' quantities, in the order of the draft. */
export const statedQuantities = memoByObject(
  (report: Report): readonly (StatedQuantity & { readonly chain: Chain })[] =>
    chainsOf(report).flatMap(chain => quantitiesOf(chain.reading).map(quantity => ({ ...quantity, chain }))),
);

const RELATIONS = [
  breakdowns,
  pairedTotals,
  exceptions,
  casesLeft,
  remainders,
  handledAbove,
  changes,
  flats,
  spokenChanges,
  flows,
  dispositions,
  repliesToAll,
  stocks,
  nets,
  averages,
  ratesAboveAll,
] as const;

/** What follows from the words of a chain alone. */
const ownRelations = memoByObject((chain: ChainReading): readonly ChainDisagreement[] =>
  RELATIONS.flatMap(relation => relation(chain)),
);

/** Disagreements of a chain: one for each wrong figure. */
const disagreementsIn = memoByTableAnswers(
  (chain: ChainReading, tables: TableAnswers): readonly ChainDisagreement[] => {
    const quantities = quantitiesOf(chain);
    const found = [
      ...againstTables(chain, quantities, tables),
      ...ownRelations(chain)
        .filter(each => !isOfTwoReadings(each, quantities, tables) && !isCarriedInByTable(each, tables))
        .map(each => withoutCarriedIn(each, tables)),
      ...(chain.figures.some(({ number }) => number.unit === '%') ? shares(chain, tables) : []),
      ...sharesInWords(chain, tables),
    ];
    return [...withoutConsequences(oneForEach(found)), ...otherReplies(chain, tables)];
  },
);

/** Figures of the running text that do not fit each other or the tables: one for each wrong figure. */
export const disagreementsOf = memoByObject((report: Report): readonly Disagreement[] => {
  const tables = tableNumbersOf(report);
  const chains = chainsOf(report).filter(({ reading }) => reading.figures.length > 0);
  const known = withoutRepeats(
    chains.flatMap(chain => disagreementsIn(chain.reading, tables).map(found => ({ chain, found }))),
  );
  const again = [...repeats(chains, known, tables), ...restatements(chains, known)];
  return [...known, ...again, ...retellings(chains, [...known, ...again])];
});

/** 受理127件 with and without what was carried over: the whole fits one reading of the table, its parts another. */
function isOfTwoReadings(
  found: ChainDisagreement,
  quantities: readonly StatedQuantity[],
  tables: TableAnswers,
): boolean {
  if (found.kind !== 'partsTotal') return false;
  const quantity = quantities.find(({ figure }) => figure === found.list.whole);
  if (!quantity || quantity.wording === 'cell') return false;
  const values = tables.valuesOf(quantity.metric, quantity.period);
  return values.includes(found.sum) && values.includes(found.list.whole.number.value);
}

/** 收到72件，办结75件; 收到9件。其中予以公开8件，不予公开3件: the table has what was carried in, or may have it. */
function isCarriedInByTable(found: ChainDisagreement, tables: TableAnswers): boolean {
  const isOfCameIn =
    found.kind === 'flow' ||
    (found.kind === 'partsTotal' && found.list.isLoose && found.list.whole.matter === 'applications');
  return (
    isOfCameIn && found.certainty === 'information' && tables.valuesOf('carriedIn', 'annual').some(value => value > 0)
  );
}

/** 收到72件，办结75件，结转下年2件: where the table has nothing carried in, no more than came in can have gone out. */
function withoutCarriedIn(found: ChainDisagreement, tables: TableAnswers): ChainDisagreement {
  if (found.kind !== 'flow' || found.certainty !== 'information') return found;
  const values = tables.valuesOf('carriedIn', 'annual');
  return values.length > 0 && values.every(value => value === 0) ? { ...found, certainty: 'warning' } : found;
}

/** The same number for the same cell, said in several places, is one finding. */
function withoutRepeats(all: readonly Disagreement[]): readonly Disagreement[] {
  const seen = { table: new Map<Metric, Set<number>>(), cumulative: new Map<Metric, Set<number>>() };
  return all.filter(({ found }) => {
    if (found.kind !== 'table' && found.kind !== 'cumulative') return true;
    const { value } = found.figure.number;
    const values = seen[found.kind].get(found.metric);
    if (values?.has(value)) return false;
    if (values) values.add(value);
    else seen[found.kind].set(found.metric, new Set([value]));
    return true;
  });
}

/** What a figure of a list would have to be so that the list adds up. */
function rightValue({ whole }: PartList, sum: number, figure: StatedFigure): number {
  return figure === whole ? sum : figure.number.value + whole.number.value - sum;
}

function addsUpWith({ whole, parts }: PartList, figure: StatedFigure, value: number): boolean {
  const sum = parts.reduce((total, part) => total + (part.figure === figure ? value : part.figure.number.value), 0);
  return Math.abs(sum - (whole === figure ? value : whole.number.value)) < 1e-6;
}

/** Whether a disagreement goes away when the blamed figure gets the number of its cell. */
function isExplained(other: ChainDisagreement, best: ChainDisagreement, figure: StatedFigure): boolean {
  // A share of a whole that is wrong is right where it fits what the whole should be.
  if (best.kind === 'partsTotal' && other.kind === 'share')
    return (
      figure === other.figure ||
      figure === other.part ||
      isShare(other.partValue, best.sum, other.figure) ||
      wrongPart(best, other) !== undefined
    );
  // 参加31人（甲21人、乙20人），旁听25人，赞成8人: what may be another list of it waits until this one adds up.
  if (best.kind === 'partsTotal' && other.kind === 'partsTotal')
    return (
      (best.certainty !== 'information' && other.certainty === 'information') ||
      addsUpWith(other.list, figure, rightValue(best.list, best.sum, figure))
    );
  if ((best.kind !== 'table' && best.kind !== 'cumulative') || other.kind !== 'partsTotal') return true;
  const { whole, parts } = other.list;
  return best.values.some(value => {
    const sum = parts.reduce((total, part) => total + (part.figure === figure ? value : part.figure.number.value), 0);
    return sum === (whole === figure ? value : whole.number.value);
  });
}

/** The part that is wrong, and not the whole: with what the list needs there to add up, its share is right, too. */
function wrongPart(
  { list: { whole, parts }, sum }: DisagreementOf<'partsTotal'>,
  share: ChainDisagreement,
): StatedFigure | undefined {
  if (share.kind !== 'share' || !parts.some(({ figure }) => figure === share.part)) return undefined;
  const value = share.partValue + whole.number.value - sum;
  return isShare(value, share.base, share.figure) ? share.part : undefined;
}

/** A list that does not add up, at the part that its share tells to be wrong. */
function atWrongPart(best: ChainDisagreement, others: readonly ChainDisagreement[]): ChainDisagreement {
  if (best.kind !== 'partsTotal') return best;
  const [figure] = others.flatMap(other => wrongPart(best, other) ?? []);
  return figure ? { ...best, figure } : best;
}

/** Paragraphs between a count and what is a share of it. */
const FARTHEST_BASE = 2;

/**
 * Without those that hold once a figure that another one tells to be wrong is what it has to be. The one is as certain
 * as they are.
 */
function withoutConsequences(found: readonly ChainDisagreement[]): readonly ChainDisagreement[] {
  if (found.length < 2) return found;
  const causes = new Map<ChainDisagreement, Certainty>();
  const kept = found.filter(each => {
    const cause = found.find(other => other !== each && followsFrom(each, other));
    if (cause && RANK[each.certainty] > RANK[causes.get(cause) ?? cause.certainty]) causes.set(cause, each.certainty);
    return cause === undefined;
  });
  return kept.map(each => {
    const certainty = causes.get(each);
    return certainty ? { ...each, certainty } : each;
  });
}

function followsFrom(each: ChainDisagreement, wrong: ChainDisagreement): boolean {
  const values = rightValues(wrong);
  // 受理14件，其中当面1件、网上9件。…7件，占70%: of the ten that they are.
  if (each.kind === 'share')
    return (
      wrong.figure.index < each.figure.index &&
      each.figure.paragraph - wrong.figure.paragraph <= FARTHEST_BASE &&
      values.some(value => value > 0 && isShare(each.partValue, value, each.figure))
    );
  // 公开288条，其中甲159条；公众号发布159篇，其中乙129篇: the part that is missing, with another number.
  return (
    each.kind === 'partsTotal' &&
    wrong.figure.sentence === each.list.whole.sentence &&
    wrong.figure.index > (each.list.parts.at(-1)?.figure.index ?? 0) &&
    values.includes(each.list.whole.number.value - each.sum)
  );
}

const RANK: Readonly<Record<Certainty, number>> = { error: 3, warning: 2, information: 1 };
const KINDS: readonly ChainDisagreement['kind'][] = [
  'table',
  'cumulative',
  'partsTotal',
  'flow',
  'stock',
  'change',
  'partAboveWhole',
  'share',
  'aboveAll',
  'sharesTotal',
  'average',
  'same',
];

/** Disagreements of one chain: one for each wrong figure, in the order of the text. */
function oneForEach(found: readonly ChainDisagreement[]): readonly ChainDisagreement[] {
  if (found.length < 2) return found;
  return withSharedFigures(withoutPartial(found))
    .flatMap(oneForEachOf)
    .sort((a, b) => a.figure.start - b.figure.start);
}

/** 新收35件，上年结转2件。其中，…: a list of the first count alone says less than the flow of both. */
function withoutPartial(found: readonly ChainDisagreement[]): readonly ChainDisagreement[] {
  const flows = new Map<StatedFigure, ReadonlySet<StatedFigure>>();
  for (const { kind, figures } of found) {
    if (kind !== 'flow') continue;
    const own = new Set(figures);
    for (const figure of figures) flows.set(figure, own);
  }
  return found.filter(({ kind, figure, figures }) => {
    const flow = flows.get(figure);
    return kind !== 'partsTotal' || !flow || flow.size <= figures.length || !figures.every(each => flow.has(each));
  });
}

/** Groups of disagreements, each in its order: none shares a figure with one of another group. */
function withSharedFigures(found: readonly ChainDisagreement[]): readonly (readonly ChainDisagreement[])[] {
  /** By place: a disagreement of the same group, the last one itself. */
  const towards = found.map((_, i) => i);
  const lastOf = (i: number): number => {
    let last = i;
    while (towards[last] !== last) last = towards[last] = towards[towards[last] ?? last] ?? last;
    return last;
  };
  const known = new Map<StatedFigure, number>();
  for (const [i, { figures }] of found.entries())
    for (const figure of figures) {
      const other = known.get(figure);
      if (other !== undefined) towards[lastOf(other)] = lastOf(i);
      known.set(figure, i);
    }
  const groups = new Map<number, ChainDisagreement[]>();
  for (const [i, each] of found.entries()) {
    const group = groups.get(lastOf(i));
    if (group) group.push(each);
    else groups.set(lastOf(i), [each]);
  }
  return [...groups.values()];
}

/**
 * One wrong figure is one finding. The figure that stands in most disagreements is blamed for them; one that differs
 * from its cell before any other. The strongest disagreement of a figure is kept.
 */
function oneForEachOf(found: readonly ChainDisagreement[]): readonly ChainDisagreement[] {
  if (found.length < 2) return found;
  const kept: ChainDisagreement[] = [];
  let open = [...found];
  while (open.length > 0) {
    const counts = new Map<StatedFigure, number>();
    for (const { figures, kind } of open)
      for (const figure of new Set(figures))
        counts.set(figure, (counts.get(figure) ?? 0) + (kind === 'table' || kind === 'cumulative' ? 10 : 1));
    let blamed: StatedFigure | undefined;
    for (const [figure, count] of counts)
      if (blamed === undefined || count > (counts.get(blamed) ?? 0)) blamed = figure;
    if (!blamed) break;
    const figure = blamed;
    const own = open.filter(each => each.figures.includes(figure));
    own.sort((a, b) => RANK[b.certainty] - RANK[a.certainty] || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
    const [best] = own;
    if (best) kept.push(atWrongPart(best, own));
    open = open.filter(
      each => !own.includes(each) || (each !== best && best !== undefined && !isExplained(each, best, figure)),
    );
  }
  return kept;
}
