import type { Chain } from '../chains.ts';
import type { StatedFigure } from '../figures.ts';
import { isSameMeasure } from '../measures.ts';
import { isExact, isShare, sumOf } from './arithmetic.ts';
import type { Disagreement } from './disagreement.ts';

/** Numbers that the tables of the report hold and that a share may be of. */
export interface TableBases {
  readonly totals: readonly number[];
  /** The total of the tables that a step names: all replies, all new applications. */
  ofStep(step: string): number | undefined;
}

interface Reading {
  readonly part: StatedFigure | undefined;
  readonly partValue: number;
  readonly base: number;
  readonly baseFigure: StatedFigure | undefined;
}

const MARGIN = 0.5;
const FARTHEST = 25;

/** Shares that are not part ÷ whole. */
export function shares(chain: Chain, tables: TableBases): readonly Disagreement[] {
  const { figures, lists } = chain.reading;
  const found: Disagreement[] = [];
  const listed = new Map<StatedFigure, Reading>();
  const forced = new Map<StatedFigure, number>();
  for (const list of lists) {
    const { whole, parts, form } = list;
    const all = parts.flatMap(({ share }) => (share ? [share] : []));
    if (
      all.length === parts.length &&
      all.length > 1 &&
      Math.abs(all.reduce((sum, { number }) => sum + number.value, 0) - 100) < 0.005
    )
      for (const share of all) forced.set(share, all.length);
    if (form === 'implied' && !isNearly(sumOf(parts.map(({ figure }) => figure)), whole.number.value)) continue;
    for (const { figure, share } of parts)
      if (share && !listed.has(share))
        listed.set(share, {
          part: figure,
          partValue: figure.number.value,
          base: whole.number.value,
          baseFigure: whole,
        });
  }
  for (const [share, reading] of baseOfNeighbours(chain, listed)) listed.set(share, reading);
  for (const run of respectiveShares(figures)) {
    const list = lists.find(
      ({ parts }) => parts.length === run.length && (parts.at(-1)?.figure.index ?? -1) === (run[0]?.index ?? 0) - 1,
    );
    if (!list) continue;
    for (const [i, share] of run.entries()) {
      const part = list.parts[i]?.figure;
      if (part)
        listed.set(share, {
          part,
          partValue: part.number.value,
          base: list.whole.number.value,
          baseFigure: list.whole,
        });
      forced.set(share, run.length);
    }
  }
  for (const share of figures) {
    if ((share.kind !== 'share' && share.kind !== 'rate' && !listed.has(share)) || !isExact(share)) continue;
    const reading = listed.get(share) ?? readingOf(share, chain, tables);
    if (!reading || (reading.part && !isExact(reading.part)) || (reading.baseFigure && !isExact(reading.baseFigure)))
      continue;
    if (reading.partValue > reading.base * 1.5 || reading.base <= 0 || reading.partValue === 0) continue;
    if (isShare(reading.partValue, reading.base, share, forced.get(share) ?? 1)) continue;
    if (hasOtherReading(share, chain, tables, reading)) continue;
    found.push({
      kind: 'share',
      chain,
      certainty: 'warning',
      figure: share,
      figures: [share, ...(reading.part ? [reading.part] : []), ...(reading.baseFigure ? [reading.baseFigure] : [])],
      part: reading.part,
      partValue: reading.partValue,
      base: reading.base,
      computed: `${((reading.partValue / reading.base) * 100).toFixed(share.number.decimals)}%`,
    });
  }
  return [...found, ...totals(chain, new Set(found.map(({ figure }) => figure)))];
}

function isNearly(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(a, b) / 2;
}

/**
 * Shares in a row are of one base: that of which most of them are right. 网上12件，占60%；信函8件，占40%: the base may stand
 * some sentences before, or be the parts together.
 */
function baseOfNeighbours(
  { reading: { figures, lists } }: Chain,
  listed: ReadonlyMap<StatedFigure, Reading>,
): Map<StatedFigure, Reading> {
  const found = new Map<StatedFigure, Reading>();
  const listOf = (part: StatedFigure | undefined) =>
    lists.find(({ form, parts }) => form !== 'implied' && parts.some(({ figure }) => figure === part));
  const pairs = figures.flatMap(share => {
    const part = figures[share.index - 1];
    return (share.kind === 'share' || listed.has(share)) &&
      part?.kind === 'count' &&
      part.sentence === share.sentence &&
      isExact(part) &&
      isExact(share) &&
      part.number.unit !== ''
      ? [{ share, part }]
      : [];
  });
  for (let i = 0; i < pairs.length;) {
    let end = i + 1;
    while (
      end < pairs.length &&
      isNextPair(pairs[end - 1], pairs[end]) &&
      listOf(pairs[end - 1]?.part) === listOf(pairs[end]?.part)
    )
      end++;
    const run = pairs.slice(i, end);
    i = end;
    const [first] = run;
    if (!first || run.length < 2) continue;
    const parts = new Set(run.map(({ part }) => part));
    const candidates = figures.filter(
      each =>
        each.index < first.part.index &&
        first.part.index - each.index <= 16 &&
        first.part.paragraph - each.paragraph <= 3 &&
        each.kind === 'count' &&
        isExact(each) &&
        isSameMeasure(each.number.unit, first.part.number.unit) &&
        !parts.has(each),
    );
    const named = lists.find(({ parts: of }) => of.some(({ figure }) => figure === first.part))?.whole;
    const score = (base: number) => run.filter(({ share, part }) => isShare(part.number.value, base, share)).length;
    let best: StatedFigure | undefined;
    for (const each of named ? [...candidates, named] : candidates)
      if (score(each.number.value) >= Math.max(1, score(best?.number.value ?? 0))) best = each;
    const total = sumOf(run.map(({ part }) => part));
    const isWhole = Math.abs(run.reduce((sum, { share }) => sum + share.number.value, 0) - 100) <= 12;
    const base = best && score(best.number.value) > 0 ? best : undefined;
    if (base && (score(base.number.value) > 1 || run.length === 2 || base === named)) {
      for (const { share, part } of run)
        found.set(share, { part, partValue: part.number.value, base: base.number.value, baseFigure: base });
    } else if (
      isWhole &&
      named === undefined &&
      score(total) < run.length &&
      score(total) >= run.length - 1 &&
      run.length > 1
    ) {
      for (const { share, part } of run)
        found.set(share, { part, partValue: part.number.value, base: total, baseFigure: undefined });
    }
  }
  return found;
}

function isNextPair(
  a: { share: StatedFigure; part: StatedFigure } | undefined,
  b: { share: StatedFigure; part: StatedFigure } | undefined,
): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    b.part.paragraph - a.share.paragraph <= 1 &&
    b.part.index - a.share.index <= 2 &&
    b.part.depth === a.part.depth &&
    isSameMeasure(a.part.number.unit, b.part.number.unit) &&
    b.part.sentence - a.part.sentence <= 2
  );
}

/** 占比分别为41.5%、22.6%、35.9%: several percentages in a row behind 分别. */
function respectiveShares(figures: readonly StatedFigure[]): StatedFigure[][] {
  const runs: StatedFigure[][] = [];
  for (let i = 0; i < figures.length; i++) {
    const first = figures[i] as StatedFigure;
    if (first.kind !== 'share' || !first.roles.has('allOpener')) continue;
    const run = [first];
    while (figures[i + 1]?.kind === 'share' && figures[i + 1]?.sentence === first.sentence)
      run.push(figures[++i] as StatedFigure);
    if (run.length > 1) runs.push(run);
  }
  return runs;
}

/** What a share that stands in no list is of. */
function readingOf(
  share: StatedFigure,
  { reading: { figures, tokens, lists } }: Chain,
  tables: TableBases,
): Reading | undefined {
  const before = figures[share.index - 1];
  const behind = figures[share.index + 1];
  const sameClause = (a: StatedFigure | undefined): a is StatedFigure =>
    a !== undefined && a.sentence === share.sentence && a.kind === 'count' && a.number.unit !== '' && isExact(a);
  if (share.kind === 'rate') return rateOf(share, figures, lists);
  // 主动公开的政府信息占27.27%: the thing named in the percentage's own clause.
  const named =
    share.matterSource === 'label' && share.matter !== undefined
      ? figures
          .slice(0, share.index)
          .findLast(
            each =>
              each.kind === 'count' &&
              each.matter === share.matter &&
              each.matterSource === 'label' &&
              share.sentence - each.sentence <= 2,
          )
      : undefined;
  const isDirect = before !== undefined && isNear(before, share, tokens);
  const part =
    sameClause(before) && isDirect
      ? before
      : (named ?? (sameClause(behind) && behind.roles.has('all') ? behind : undefined));
  if (!part) return undefined;
  const list = lists.find(each => each.form !== 'implied' && each.parts.some(({ figure }) => figure === part));
  if (list && part === named)
    return { part, partValue: part.number.value, base: list.whole.number.value, baseFigure: list.whole };
  const step = stepOfBase(share, tokens);
  const ofTable = step === undefined ? undefined : tables.ofStep(step);
  if (ofTable !== undefined) return { part, partValue: part.number.value, base: ofTable, baseFigure: undefined };
  const isResult = part.steps.some(step => RESULTS.has(step));
  const candidates = figures
    .slice(0, part.index)
    .filter(
      each =>
        !isItem(each, figures) &&
        !(isResult && each.steps.some(step => RESULTS.has(step))) &&
        each.kind === 'count' &&
        isSameMeasure(each.number.unit, part.number.unit) &&
        each.number.value >= part.number.value &&
        part.paragraph - each.paragraph <= 1 &&
        isExact(each) &&
        each.when !== 'last',
    );
  const clause = clauseStep(share, part, figures, tokens);
  const ofClause = clause === undefined ? undefined : tables.ofStep(clause);
  if (ofClause !== undefined) return { part, partValue: part.number.value, base: ofClause, baseFigure: undefined };
  const base =
    candidates.findLast(each => each.sentence === part.sentence && each.matter === part.matter) ??
    candidates.findLast(each => each.sentence === part.sentence - 1 || each.paragraph === part.paragraph - 1);
  return base ? { part, partValue: part.number.value, base: base.number.value, baseFigure: base } : undefined;
}

/** Whether a percentage is of the count before it: only a sign, or nothing that is counted, stands between. */
function isNear(before: StatedFigure, share: StatedFigure, tokens: Chain['reading']['tokens']): boolean {
  if (before.sentence !== share.sentence || share.labelFrom - before.token > 4) return false;
  if (share.labelFrom > before.token + 1) return true;
  for (let at = share.labelFrom; at < share.token; at++) {
    const token = tokens[at];
    if (token?.kind === 'unknown') return false;
    if (token?.kind !== 'word') continue;
    if (token.meaning.stat !== undefined) return true;
    if (token.meaning.matter !== undefined) return false;
  }
  return true;
}

/** 甲30件，占6%: a part with a share of its own is the base of no other. */
function isItem(figure: StatedFigure, figures: readonly StatedFigure[]): boolean {
  const next = figures[figure.index + 1];
  return next?.kind === 'share' && next.sentence === figure.sentence && next.token - figure.token <= 4;
}

/** 占办结总数的: the step whose total is the base. */
function stepOfBase(share: StatedFigure, tokens: Chain['reading']['tokens']): string | undefined {
  let isBehind = false;
  for (let at = share.labelFrom; at < share.token; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    if (token.meaning.stat === 'share') isBehind = true;
    else if (isBehind && token.meaning.step !== undefined) return token.meaning.step;
  }
  return undefined;
}

const RESULTS = new Set([
  'granted',
  'partiallyGranted',
  'grantedAndPartial',
  'refused',
  'unable',
  'rejected',
  'otherHandling',
  'unableNotHeld',
]);

/** 办结的申请中，…: the step named before 中 in the sentence, where no figure stands before it. */
function clauseStep(
  share: StatedFigure,
  part: StatedFigure,
  figures: readonly StatedFigure[],
  tokens: Chain['reading']['tokens'],
): string | undefined {
  const first = figures.find(({ sentence }) => sentence === share.sentence);
  if (!first || (first !== part && first !== share && !first.parts.some(each => each.startsWith('applicant='))))
    return undefined;
  let step: string | undefined;
  let from = first.token;
  while (from > 0) {
    const token = tokens[from - 1];
    if (token?.kind === 'sign' && (token.sign === 'stop' || token.sign === 'paragraph')) break;
    from--;
  }
  for (let at = from; at < first.token; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    if (token.meaning.step !== undefined) step = token.meaning.step;
    else if (token.meaning.role === 'of') return step;
  }
  return undefined;
}

/** 收到1200件，办结1100件，办结率91.7%: a rate of the last two counts of its sentence. */
function rateOf(
  share: StatedFigure,
  figures: readonly StatedFigure[],
  lists: Chain['reading']['lists'],
): Reading | undefined {
  if (share.matterSource === 'label') {
    const own = lists.find(
      ({ whole, parts }) =>
        whole.sentence === share.sentence &&
        parts.some(
          ({ figure }) =>
            figure.matter === share.matter && figure.matterSource === 'label' && figure.matter !== whole.matter,
        ),
    );
    const part = own?.parts.find(
      ({ figure }) => figure.matter === share.matter && figure.matterSource === 'label',
    )?.figure;
    if (own && part) return { part, partValue: part.number.value, base: own.whole.number.value, baseFigure: own.whole };
  }
  const counts = figures
    .slice(0, share.index)
    .filter(
      each => each.sentence === share.sentence && each.kind === 'count' && each.number.unit !== '' && isExact(each),
    );
  const part = counts.at(-1);
  if (!part || share.when === 'planned' || share.index - part.index > 1 || part.depth !== share.depth) return undefined;
  const list = lists.find(each => each.parts.some(({ figure }) => figure === part) && each.form !== 'implied');
  if (share.number.value === 100 && !part.steps.some(step => step === 'replied' || step === 'done')) return undefined;
  const isOnTime = share.parts.includes('manner=onTime');
  if (isOnTime !== part.parts.includes('manner=onTime')) return undefined;
  if (list?.parts.length === 1)
    return { part, partValue: part.number.value, base: list.whole.number.value, baseFigure: list.whole };
  const base = counts
    .slice(0, -1)
    .findLast(
      each =>
        isSameMeasure(each.number.unit, part.number.unit) &&
        (each.matter === part.matter || part.matterSource !== 'label'),
    );
  return base && counts.length <= 4
    ? { part, partValue: part.number.value, base: base.number.value, baseFigure: base }
    : undefined;
}

/** Any pair of counts of this sentence and the one before, the tables' totals, the parts together, what is left. */
function hasOtherReading(
  share: StatedFigure,
  { reading: { figures, lists } }: Chain,
  tables: TableBases,
  { partValue, base }: Reading,
): boolean {
  const near = figures.filter(
    each =>
      each.kind === 'count' &&
      each.number.unit !== '' &&
      ((each.sentence <= share.sentence && each.sentence >= share.sentence - 1) ||
        (each.paragraph >= share.paragraph - 1 &&
          each.paragraph <= share.paragraph &&
          each.index < share.index &&
          each.index > share.index - 12)),
  );
  const inList = lists.find(({ parts }) => parts.some(part => part.share === share));
  const isSure =
    inList !== undefined &&
    !inList.isLoose &&
    inList.form !== 'implied' &&
    inList.parts.every(
      part => part.share === undefined || part.share === share || isShare(part.figure.number.value, base, part.share),
    );
  const values = new Set(near.map(({ number }) => number.value));
  if (!isSure) {
    for (const a of values) for (const b of values) if (a !== b && a <= b && isShare(a, b, share, 0.6)) return true;
  } else for (const b of values) if (b >= partValue && isShare(partValue, b, share, 0.6)) return true;
  if (tables.totals.some(total => total >= partValue && isShare(partValue, total, share, 0.6))) return true;
  if (inList) {
    const index = inList.parts.findIndex(part => part.share === share);
    const sofar = sumOf(inList.parts.slice(0, index + 1).map(({ figure }) => figure));
    if (index > 0 && isShare(sofar, base, share, 0.6)) return true;
  }
  return false;
}

/** Shares of all parts of a closed list that do not make up 100 percent. */
function totals(chain: Chain, known: ReadonlySet<StatedFigure>): readonly Disagreement[] {
  const listed = chain.reading.lists.flatMap(list => {
    const all = list.parts.flatMap(({ share }) => (share ? [share] : []));
    if (all.length !== list.parts.length || all.length < 3 || list.isOpen || all.some(each => known.has(each)))
      return [];
    return totalOf(chain, all, list.isClosed);
  });
  return [...listed, ...bareShares(chain)];
}

/** Percentages of a list that states no counts: 甲占30%，乙占50%，其他占20%. */
function bareShares(chain: Chain): readonly Disagreement[] {
  const { figures, lists } = chain.reading;
  const inLists = new Set(lists.flatMap(({ parts }) => parts.flatMap(({ share }) => (share ? [share] : []))));
  const runs: StatedFigure[][] = [];
  for (let i = 0; i < figures.length; i++) {
    const run: StatedFigure[] = [];
    for (
      let each = figures[i];
      each?.kind === 'share' && each.sentence === (run[0] ?? each).sentence && !inLists.has(each);
      each = figures[++i]
    )
      run.push(each);
    if (run.length >= 3 && run.at(-1)?.roles.has('rest') === true && !run.some(each => each.roles.has('mainly')))
      runs.push(run);
  }
  return runs.flatMap(run => totalOf(chain, run, true));
}

function totalOf(chain: Chain, all: readonly StatedFigure[], isClosed: boolean): Disagreement[] {
  if (!isClosed || all.some(each => !isExact(each))) return [];
  const total = Number(all.reduce((sum, { number }) => sum + number.value, 0).toFixed(2));
  const rounding = all.reduce((sum, { number }) => sum + 10 ** -number.decimals / 2, 0);
  const last = all.at(-1);
  if (!last || Math.abs(total - 100) <= Math.max(MARGIN, rounding) || Math.abs(total - 100) > FARTHEST) return [];
  return [{ kind: 'sharesTotal', chain, certainty: 'warning', figure: last, figures: all, shares: all, total }];
}
