import { labelTextOf } from '../labelText.ts';
import type { ChainReading } from '../chains.ts';
import type { StatedFigure } from '../statedFigure.ts';
import type { TableAnswers } from '../../links/tableNumbers.ts';
import { isSameMeasure } from '../measures.ts';
import { isExact, isShare, sumOf } from './arithmetic.ts';
import type { ChainDisagreement } from './disagreement.ts';
import { basesInBrackets } from './bracketBases.ts';
import { fractions } from './fractions.ts';
import { jointShares } from './jointShares.ts';
import type { ShareReading } from './rates.ts';
import { countsNamed, isJointRate, isNamedRatio, isOfChange, namesAnother } from './shareLabels.ts';
import { namedBase, respectiveShares } from './respectiveShares.ts';
import { agreeWithNeighbours, sharesBeforeCounts } from './shareNeighbours.ts';
import { baseOfNeighbours, readingOf, stepOfBase, totalOfStep } from './shareReadings.ts';
import { rowBefore } from './sharesTogether.ts';

const MARGIN = 0.5;
const FARTHEST = 25;
/** So many figures before a share are looked at for another reading. */
const MOST_NEAR = 24;

/** Shares that are not part ÷ whole. */
export function shares(chain: ChainReading, tables: TableAnswers): readonly ChainDisagreement[] {
  const { figures, lists } = chain;
  const found: ChainDisagreement[] = [];
  const listed = new Map<StatedFigure, ShareReading>();
  const forced = new Map<StatedFigure, number>();
  const unread = new Set<StatedFigure>();
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
    for (const { figure, share } of parts) {
      if (!share || listed.has(share)) continue;
      const named = countsNamed(share, chain);
      if (
        named?.isJoint === true ||
        // 文字31篇，图解29篇，视频14篇，多元化占58.1%: of none that is called so.
        named?.counts.length === 0 ||
        isOfOtherTime(share, figure, chain.facts.year) ||
        isOfOtherMatter(share, figure, chain) ||
        // 办理1527件，其中予以公开占58.5%; 解读204份，解读比例达100%
        (form === 'implied' &&
          (namesAnother(share, figure, chain.tokens, chain.text) ||
            (share.number.value === 100 && isNamedRatio(share, chain))))
      ) {
        unread.add(share);
        continue;
      }
      const [part = figure] = named?.counts ?? [];
      listed.set(share, { part, partValue: part.number.value, base: whole.number.value, baseFigure: whole });
    }
  }
  const ofBrackets = basesInBrackets(chain);
  for (const [share, reading] of [
    ...baseOfNeighbours(chain, listed, ofBrackets),
    ...sharesBeforeCounts(chain),
    ...ofBrackets,
  ])
    listed.set(share, reading);
  for (const run of respectiveShares(figures)) {
    const list = lists.find(
      ({ parts }) => parts.length === run.length && (parts.at(-1)?.figure.index ?? -1) === (run[0]?.index ?? 0) - 1,
    );
    if (!list) {
      const named = namedBase(run, figures);
      const parts = partsBefore(run, figures, named);
      const base = named?.number.value ?? sumOf(parts);
      for (const [i, share] of run.entries()) {
        const part = parts[i];
        if (part) listed.set(share, { part, partValue: part.number.value, base, baseFigure: named });
        else unread.add(share);
        forced.set(share, run.length);
      }
      continue;
    }
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
  for (const [share, reading] of jointShares(chain))
    if (reading) {
      listed.set(share, reading);
      unread.delete(share);
    } else unread.add(share);
  for (const share of figures) {
    // 完成计划的112.9%: of what was planned, which is no whole.
    if (unread.has(share) || share.when === 'planned' || isJointRate(share, chain) || isOfChange(share, chain))
      continue;
    const step = listed.has(share) ? stepOfBase(share, chain.tokens) : undefined;
    const ofTable = step === undefined ? undefined : totalOfStep(step, tables);
    const known = listed.get(share);
    if (known && ofTable !== undefined) listed.set(share, { ...known, base: ofTable, baseFigure: undefined });
    if ((share.kind !== 'share' && share.kind !== 'rate' && !listed.has(share)) || !isExact(share)) continue;
    const reading = listed.get(share) ?? readingOf(share, chain, tables);
    if (!reading || (reading.part && !isExact(reading.part)) || (reading.baseFigure && !isExact(reading.baseFigure)))
      continue;
    if (reading.part && isOfOtherTime(share, reading.part, chain.facts.year)) continue;
    if (reading.partValue > reading.base * 1.5 || reading.base <= 0 || reading.partValue === 0) continue;
    if (share.number.value > 100 && isOfPlan(share, chain)) continue;
    if (isShare(reading.partValue, reading.base, share, forced.get(share) ?? 1)) continue;
    if (reading.isNamed !== true && hasOtherReading(share, chain, tables, reading)) continue;
    found.push({
      kind: 'share',
      certainty: 'warning',
      figure: share,
      figures: [share, ...(reading.part ? [reading.part] : []), ...(reading.baseFigure ? [reading.baseFigure] : [])],
      part: reading.part,
      partValue: reading.partValue,
      base: reading.base,
      computed: `${((reading.partValue / reading.base) * 100).toFixed(share.number.decimals)}%`,
    });
  }
  const named = fractions(chain);
  const known = new Set([...found, ...named].map(({ figure }) => figure));
  const others = found.filter(({ figure }) => !named.some(each => each.figure === figure));
  return [...others, ...named, ...totals(chain, known)];
}

/** 占年度计划的104%: of what was planned more may be done; of what there is it is a part. */
function isOfPlan({ labelFrom, start }: StatedFigure, { tokens, text }: ChainReading): boolean {
  const label = labelTextOf({ labelFrom, start }, { text, tokens });
  return PLANNED.some(word => label.includes(word));
}

const PLANNED = ['计划', '目标', '任务', '预算'];

/** 种植文件4条，强制性标准解读比例100%: a rate of something else than the part before it, whose base is not told. */
function isOfOtherMatter(share: StatedFigure, part: StatedFigure, { tokens, text }: ChainReading): boolean {
  if (share.matterSource !== 'label' || part.matterSource !== 'label' || share.matter === part.matter) return false;
  return !labelTextOf(share, { text, tokens }).includes('占');
}

/** 解读56篇，占比由2023年的65%提高到73%: the share of another year is of none of this one's counts. */
function isOfOtherTime(share: StatedFigure, part: StatedFigure, own: number | undefined): boolean {
  const isOther = share.when === 'last' || (share.when === 'year' && share.year !== own);
  return isOther && part.when !== share.when;
}

/** 自然人86件，法人34件，分别占71.7%和28.3%: the counts before shares of all; none where they are not told as many. */
function partsBefore(
  run: readonly StatedFigure[],
  figures: readonly StatedFigure[],
  base: StatedFigure | undefined,
): readonly StatedFigure[] {
  const end = (base ?? run[0])?.index ?? 0;
  const parts = figures.slice(Math.max(0, end - run.length), end);
  const isAll = Math.abs(run.reduce((sum, { number }) => sum + number.value, 0) - 100) <= MOST_TOO_MUCH;
  const [first] = parts;
  return isAll &&
    first !== undefined &&
    parts.length === run.length &&
    parts.every(
      each =>
        each.kind === 'count' &&
        isExact(each) &&
        each.sentence === run[0]?.sentence &&
        isSameMeasure(each.number.unit, first.number.unit),
    )
    ? parts
    : [];
}

/** So far from one hundred percent a row of shares with a wrong one may be. */
const MOST_TOO_MUCH = 12;

function isNearly(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(a, b) / 2;
}

/** Any pair of counts of this sentence and the one before, the tables' totals, the parts together, what is left. */
function hasOtherReading(
  share: StatedFigure,
  chain: ChainReading,
  tables: TableAnswers,
  { partValue, base }: ShareReading,
): boolean {
  const { figures, lists } = chain;
  const near = figures
    .slice(Math.max(0, share.index - MOST_NEAR), share.index + MOST_NEAR / 2)
    .filter(
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
  // 8件申请均按时办结，办结率100%: of all of them, whatever was counted before.
  if (share.number.value === 100 && !inList && share.kind === 'rate' && partValue <= base) return true;
  if (agreeWithNeighbours(share, chain)) return true;
  // 计划876条，公开989条，完成计划的112.9%: of less than was done.
  const isOver = share.number.value > 100 && isOfPlan(share, chain);
  if (isOver && near.some(a => near.some(b => a !== b && isShare(b.number.value, a.number.value, share, 0.6))))
    return true;
  // 抽检2945批，不合格35批，合格率98.8%: of what the count leaves out.
  if (share.kind === 'rate' && isShare(base - partValue, base, share, 0.6)) return true;
  const values = new Set(near.map(({ number }) => number.value));
  if (!isSure) {
    for (const a of near)
      for (const b of near)
        if (a !== b && a.number.value <= b.number.value && isShare(a.number.value, b.number.value, share, 0.6))
          return true;
  } else for (const b of values) if (b >= partValue && isShare(partValue, b, share, 0.6)) return true;
  // 清理126条，删除18条，更正4条，占17.5%: the last ones together.
  const row = rowBefore(share, figures);
  for (let i = row.length - 2; i >= 0; i--) {
    const together = sumOf(row.slice(i));
    for (const b of values) if (b >= together && isShare(together, b, share, 0.6)) return true;
  }
  if (tables.hasTotal(total => total >= partValue && isShare(partValue, total, share, 0.6))) return true;
  if (inList) {
    const index = inList.parts.findIndex(part => part.share === share);
    const sofar = sumOf(inList.parts.slice(0, index + 1).map(({ figure }) => figure));
    if (index > 0 && isShare(sofar, base, share, 0.6)) return true;
  }
  return false;
}

/** Shares of all parts of a closed list that do not make up 100 percent. */
function totals(chain: ChainReading, known: ReadonlySet<StatedFigure>): readonly ChainDisagreement[] {
  const listed = chain.lists.flatMap(list => {
    const all = list.parts.flatMap(({ share }) => (share ? [share] : []));
    if (all.length !== list.parts.length || all.length < 3 || list.isOpen || all.some(each => known.has(each)))
      return [];
    return totalOf(all, list.isClosed);
  });
  return [...listed, ...bareShares(chain)];
}

/** Percentages of a list that states no counts: 甲占30%，乙占50%，其他占20%. */
function bareShares(chain: ChainReading): readonly ChainDisagreement[] {
  const { figures, lists } = chain;
  const inLists = new Set(lists.flatMap(({ parts }) => parts.flatMap(({ share }) => (share ? [share] : []))));
  const found: ChainDisagreement[] = [];
  for (let i = 0; i < figures.length; i++) {
    const run: StatedFigure[] = [];
    for (
      let each = figures[i];
      each?.kind === 'share' &&
      each.sentence === (run[0] ?? each).sentence &&
      !inLists.has(each) &&
      !each.roles.has('total');
      each = figures[++i]
    )
      run.push(each);
    if (run.length > 0) i--;
    const isClosed =
      (run.length >= 3 && (run.at(-1)?.roles.has('rest') === true || isSaidOfAll(run, chain))) ||
      (run.length === 2 && areAll(run));
    const isOpen = !isClosed && run.length >= 3 && areAnswers(run, chain);
    if ((isClosed || isOpen) && !run.some(each => each.roles.has('mainly'))) found.push(...totalOf(run, isClosed));
  }
  return found;
}

/** 民生类、经济类、其他类分别占40%、30%、30%; 三者合为100%: words around them say that they are all there are. */
function isSaidOfAll(run: readonly StatedFigure[], { figures, tokens, text }: ChainReading): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return false;
  if (first.roles.has('allOpener')) {
    const label = labelTextOf(first, { text, tokens });
    const before = text.slice(Math.max(0, first.start - LONGEST_NAMES), first.start);
    return /其[他它余][^、，。]*分别/.test(label) || /、其[他它余][^、，。]*分别占?$/.test(before);
  }
  const next = figures[last.index + 1];
  return (
    next?.sentence === last.sentence && next.number.unit === '%' && next.number.value === 100 && next.roles.has('total')
  );
}

const LONGEST_NAMES = 60;

/** “非常满意”的占42.6%，“满意”的占38.9%，…; 满意占88%，一般占9%，不满意占3%: the answers to one question, or some of them. */
function areAnswers(run: readonly StatedFigure[], chain: ChainReading): boolean {
  const names = run.map(share => labelTextOf(share, chain).replace(/(?:的)?占比?[为达约]?$/, ''));
  const isDenied = (name: string) => names.some(other => other !== name && other.length > 1 && name === `不${other}`);
  return names.every(name => /^.{0,6}[“"‘].+[”"’]/.test(name)) || names.some(isDenied);
}

/** 公民申请占35.5%，组织申请占64.5%: all that there are, by the table's own columns. */
function areAll(run: readonly StatedFigure[]): boolean {
  const values = run.flatMap(({ parts }) => parts);
  return values.includes('applicant=naturalPerson') && values.includes('applicant=organisations');
}

function totalOf(all: readonly StatedFigure[], isClosed: boolean): ChainDisagreement[] {
  if (all.some(each => !isExact(each))) return [];
  const total = Number(all.reduce((sum, { number }) => sum + number.value, 0).toFixed(2));
  const rounding = all.reduce((sum, { number }) => sum + 10 ** -number.decimals / 2, 0);
  const last = all.at(-1);
  // Shares of one whole are never more than all of it.
  if (
    !last ||
    (!isClosed && total < 100) ||
    Math.abs(total - 100) <= Math.max(MARGIN, rounding) ||
    Math.abs(total - 100) > FARTHEST
  )
    return [];
  return [{ kind: 'sharesTotal', certainty: 'warning', figure: last, figures: all, shares: all, total }];
}
