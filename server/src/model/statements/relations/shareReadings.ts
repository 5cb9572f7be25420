import type { Metric } from '../../../format/metrics.ts';
import type { TableAnswers } from '../../links/tableNumbers.ts';
import type { ChainReading } from '../chains.ts';
import { isResult } from '../lists/listFigures.ts';
import { isWeak } from '../labelWords.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isSameMeasure } from '../measures.ts';
import { oddCount } from './shareNeighbours.ts';
import { ofAllBefore } from './sharesTogether.ts';
import { isExact, isShare, sumOf } from './arithmetic.ts';
import { rateByOwnName } from './namedRates.ts';
import { isOfOtherThings, rateOf, type ShareReading } from './rates.ts';
import { countsNamed, isNamedRatio, mayBeBase, namesAnother, partSaidBehind, isItem } from './shareLabels.ts';

/** Steps of which the tables hold the total. */
const TOTALS: Readonly<Partial<Record<string, Metric>>> = {
  replied: 'replied',
  newReceived: 'newReceived',
  received: 'newReceived',
  handled: 'replied',
};

/** The total of the tables that a step names: all replies, all new applications. */
export function totalOfStep(step: string, tables: TableAnswers): number | undefined {
  const metric = TOTALS[step];
  return metric === undefined ? undefined : tables.valuesOf(metric, 'annual')[0];
}

/**
 * Shares in a row are of one base: that of which most of them are right. 网上12件，占60%；信函8件，占40%: the base may stand
 * some sentences before, or be the parts together.
 */
export function baseOfNeighbours(
  { figures, lists }: ChainReading,
  listed: ReadonlyMap<StatedFigure, ShareReading>,
  told: ReadonlyMap<StatedFigure, ShareReading>,
): Map<StatedFigure, ShareReading> {
  const found = new Map<StatedFigure, ShareReading>();
  const listOf = (part: StatedFigure | undefined) =>
    lists.find(({ form, parts }) => form !== 'implied' && parts.some(({ figure }) => figure === part));
  const pairs = figures.flatMap(share => {
    const part = figureBefore(share, figures);
    // Of a verb that is not known the others of the row tell that it is 占.
    const mayBeShare = share.kind === 'share' || (share.kind === 'percent' && share.unknown <= 1);
    return (mayBeShare || listed.has(share)) &&
      !told.has(share) &&
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
    const candidates = figures
      .slice(Math.max(0, first.part.index - 16), first.part.index)
      .filter(
        each =>
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
    // 网上2条，占4.5%，现场42条，占95.5%: right among themselves, whatever stands before them.
    const isFar = !candidates.some(
      ({ paragraph, sentence }) => paragraph === first.part.paragraph && first.part.sentence - sentence <= 1,
    );
    if (isWhole && isFar && score(total) === run.length) {
      for (const { share, part } of run)
        found.set(share, { part, partValue: part.number.value, base: total, baseFigure: undefined });
    } else if (base && (score(base.number.value) > 1 || run.length === 2 || base === named)) {
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
    } else if (named === undefined && !base) {
      const odd = oddCount(run);
      if (odd) found.set(odd.share, { ...odd, partValue: odd.part.number.value, baseFigure: undefined });
    }
  }
  return found;
}

/** The figure before a share; brackets behind that, as in 其他41件（其中撤销36件），占49.4%, are passed over. */
function figureBefore(share: StatedFigure, figures: readonly StatedFigure[]): StatedFigure | undefined {
  let at = share.index - 1;
  while ((figures[at]?.depth ?? 0) > share.depth && figures[at]?.sentence === share.sentence) at--;
  return figures[at];
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

/** What a share that stands in no list is of. */
export function readingOf(share: StatedFigure, chain: ChainReading, tables: TableAnswers): ShareReading | undefined {
  const { figures, tokens, lists, text } = chain;
  const before = figureBefore(share, figures);
  const behind = figures[share.index + 1];
  const sameClause = (a: StatedFigure | undefined): a is StatedFigure =>
    a !== undefined && a.sentence === share.sentence && a.kind === 'count' && a.number.unit !== '' && isExact(a);
  // 自然人申请29件，占新收总量98件的29.6%: the base is named in the share.
  if (
    before &&
    before.kind === 'count' &&
    before.stats.has('share') &&
    before.sentence === share.sentence &&
    isExact(before)
  ) {
    // 公开3357条（其中机关633条、直属2724条），占总数21630条的15.5%: what brackets divide is the part.
    const of = figureBefore(before, figures);
    // 甲312件、乙245件，合计占总量1620件的34.4%
    if (before.roles.has('total')) return ofAllBefore(before, chain);
    return of?.kind === 'count' && of.sentence === share.sentence && isExact(of) && of.number.value > 0
      ? { part: of, partValue: of.number.value, base: before.number.value, baseFigure: before, isNamed: true }
      : undefined;
  }
  if (share.kind === 'rate' || share.when === 'planned' || isNamedRatio(share, chain))
    return rateOf(share, chain) ?? rateByOwnName(share, chain);
  // 主动公开的政府信息占27.27%: the thing named in the percentage's own clause.
  const named =
    share.matterSource === 'label' && share.matter !== undefined && share.unknown === 0
      ? figures
          .slice(
            firstSince(figures, share, each => share.sentence - each.sentence <= 2),
            share.index,
          )
          .findLast(
            each =>
              each.kind === 'count' &&
              each.matter === share.matter &&
              each.matterSource === 'label' &&
              share.parts.every(part => each.parts.includes(part)),
          )
      : undefined;
  const isDirect =
    before !== undefined &&
    isNear(before, share, tokens, figures[before.index - 1]?.sentence === before.sentence) &&
    !namesAnother(share, before, tokens, text);
  const ofPart =
    partNamed(share, figures, tokens) ?? (sameClause(behind) ? partSaidBehind(share, behind, chain) : undefined);
  const part = ofPart
    ? ofPart
    : sameClause(before) && isDirect
      ? before
      : (named ?? (sameClause(behind) && behind.roles.has('all') ? behind : undefined));
  if (!part) return undefined;
  // 133件申请中，由自然人提交的占35.3%; 三家单位合计占21.4%: of what is counted elsewhere, of several together.
  const isOfAnother = share.parts.length > 0 && !share.parts.some(each => part.parts.includes(each));
  if ((part === before && part !== ofPart && isOfAnother) || countsNamed(share, chain)?.isJoint === true)
    return undefined;
  const list = lists.find(each => each.form !== 'implied' && each.parts.some(({ figure }) => figure === part));
  if (list && part === named)
    return { part, partValue: part.number.value, base: list.whole.number.value, baseFigure: list.whole };
  const step = stepOfBase(share, tokens);
  const ofTable = step === undefined ? undefined : totalOfStep(step, tables);
  if (ofTable !== undefined) return { part, partValue: part.number.value, base: ofTable, baseFigure: undefined };
  const isClass = isResult(part);
  const candidates = figures
    .slice(
      firstSince(figures, part, each => part.paragraph - each.paragraph <= 1),
      part.index,
    )
    .filter(
      each =>
        !isItem(each, figures) &&
        !(isClass && isResult(each)) &&
        each.kind === 'count' &&
        isSameMeasure(each.number.unit, part.number.unit) &&
        !(each.number.unit !== part.number.unit && (each.sentence !== part.sentence || isOfOtherThings(each, part))) &&
        each.number.value >= part.number.value &&
        isExact(each) &&
        each.when !== 'last',
    );
  const clause = clauseStep(share, part, figures, tokens);
  const ofClause = clause === undefined ? undefined : totalOfStep(clause, tables);
  if (ofClause !== undefined) return { part, partValue: part.number.value, base: ofClause, baseFigure: undefined };
  const matter = matterOfBase(share, tokens);
  const base =
    candidates.findLast(each => each.sentence === part.sentence && each.matter === part.matter) ??
    // 发布会11场，部门负责人出席7场，占63.6%: who came is no other matter.
    (part.matterSource !== 'label' || isWeak(part)
      ? candidates.findLast(
          each => each.sentence === part.sentence && each.index >= part.index - (part.index > share.index ? 2 : 1),
        )
      : undefined) ??
    (matter === undefined
      ? undefined
      : candidates.findLast(each => each.sentence === part.sentence && each.matter === matter)) ??
    candidates.findLast(each => each.sentence === part.sentence && each.stats.has('share')) ??
    candidates.findLast(
      each =>
        (each.sentence === part.sentence - 1 || each.paragraph === part.paragraph - 1) &&
        !countsOther(each, part) &&
        mayBeBase(each, share, chain),
    );
  return base ? { part, partValue: part.number.value, base: base.number.value, baseFigure: base } : undefined;
}

/** Whether two counts are of different matters that their words name: 办理建议37件。⏎14件申请出自个人，占52%. */
function countsOther(a: StatedFigure, b: StatedFigure): boolean {
  const isTold = ({ matter, matterSource }: StatedFigure) =>
    matter !== undefined && matter !== 'information' && matterSource !== 'heading';
  return a.matter !== b.matter && isTold(a) && isTold(b);
}

/** 网上246件，窗口66件，网上占78.8%: the count of its sentence that has the part which the percentage names. */
function partNamed(
  share: StatedFigure,
  figures: readonly StatedFigure[],
  tokens: ChainReading['tokens'],
): StatedFigure | undefined {
  let named: string | undefined;
  for (let at = share.labelFrom; at < share.token; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    if (token.meaning.stat === 'share') break;
    named = token.meaning.part ?? named;
  }
  if (named === undefined) return undefined;
  const of = figures
    .slice(Math.max(0, share.index - 8), share.index)
    .filter(
      each =>
        each.sentence === share.sentence &&
        each.kind === 'count' &&
        each.parts.includes(named) &&
        each.depth === share.depth,
    );
  return of.length === 1 ? of[0] : undefined;
}

/** Index of the first of the figures that stand before one and are near it. */
function firstSince(
  figures: readonly StatedFigure[],
  { index }: StatedFigure,
  isNear: (before: StatedFigure) => boolean,
): number {
  let first = index;
  for (let before = figures[first - 1]; before && isNear(before); before = figures[first - 1]) first--;
  return first;
}

/** Whether a percentage is of the count before it: only a sign, or nothing that is counted, stands between. */
function isNear(before: StatedFigure, share: StatedFigure, tokens: ChainReading['tokens'], hasBase: boolean): boolean {
  // 有12家得分在90分以上，占27.3%: a noun with more words may stand between.
  const isBehindNoun = hasBase && share.labelFrom === before.nounTo + 1 && share.token - share.labelFrom === 1;
  if (before.sentence !== share.sentence || (share.labelFrom - before.token > 4 && !isBehindNoun)) return false;
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

/** 占办结总数的: the step whose total is the base. */
export function stepOfBase(share: StatedFigure, tokens: ChainReading['tokens']): string | undefined {
  let isBehind = false;
  for (let at = share.labelFrom; at < share.token; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    if (token.meaning.stat === 'share') isBehind = true;
    else if (isBehind && token.meaning.step !== undefined) return token.meaning.step;
  }
  return undefined;
}

/** 占全部信息的: the matter of the base. */
function matterOfBase(share: StatedFigure, tokens: ChainReading['tokens']): string | undefined {
  let isBehind = false;
  for (let at = share.labelFrom; at < share.token; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    if (token.meaning.stat === 'share') isBehind = true;
    else if (isBehind && token.meaning.matter !== undefined) return token.meaning.matter;
  }
  return undefined;
}

/** 办结的申请中，…: the step named before 中 in the sentence, where no figure stands before it. */
function clauseStep(
  share: StatedFigure,
  part: StatedFigure,
  figures: readonly StatedFigure[],
  tokens: ChainReading['tokens'],
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
