import { labelTextOf } from '../labelText.ts';
import type { ChainReading } from '../chains.ts';
import { isWay } from '../labelWords.ts';
import { isApart } from '../lists/listFigures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isEqual, isExact } from './arithmetic.ts';
import type { ChainDisagreement } from './disagreement.ts';
import { sentencesOf } from './sums.ts';

/** 年初 + 新增 − 关停 = 年末, 上年累计 + 本年 = 累计, where one sentence names them all. */
export function stocks(chain: ChainReading): readonly ChainDisagreement[] {
  return sentencesOf(chain.figures).flatMap((sentence): ChainDisagreement[] => {
    if (sentence.length < 3) return [];
    const counts = sentence.filter(each => each.kind === 'count' || each.kind === 'difference');
    if (counts.length < 3 || counts.length > 5 || counts.some(each => !isExact(each) || each.depth > 0)) return [];
    const [first] = counts;
    if (!first || counts.some(each => each.number.unit !== first.number.unit)) return [];
    // 2022年、2023年分别公开25条和24条，“十四五”以来累计公开501条: of more years than are named.
    const years = new Set(counts.flatMap(({ year }) => (year === undefined ? [] : [year])));
    if (years.size > 1 && !years.has(chain.facts.year ?? NaN)) return [];
    // 年初有效118件，新制定9件、废止7件，年末有效120件
    const inForce = counts.filter(each => isInForce(each, chain));
    const isOfForce = inForce.length === 2 && inForce[0] === first && inForce[1] === counts.at(-1);
    const signOf = (each: StatedFigure) =>
      (isOfForce && each.steps.includes('repealed')) ||
      each.steps.includes('removed') ||
      isTakenAway(each) ||
      (each.kind === 'difference' && each.direction === 'down')
        ? -1
        : (isOfForce && each.steps.some(step => step === 'issued' || step === 'made')) ||
            each.steps.includes('added') ||
            (each.kind === 'difference' && each.direction === 'up')
          ? 1
          : 0;
    const isStart = (each: StatedFigure) => each.kind === 'count' && each.when === 'last' && signOf(each) === 0;
    const starts = counts.filter(
      each =>
        isStart(each) ||
        each.stats.has('from') ||
        (each.when === 'cumulative' &&
          each.year !== undefined &&
          each.year !== chain.facts.year &&
          each !== counts.at(-1)),
    );
    const ends = counts.filter(
      each =>
        each.kind === 'count' &&
        !starts.includes(each) &&
        (each.when === 'cumulative' ||
          each.when === 'allYears' ||
          each.stats.has('to') ||
          (each === counts.at(-1) && (isLeft(each, chain) || isReached(each, chain)))) &&
        signOf(each) === 0,
    );
    const [start, end] = isOfForce ? inForce : [starts[0], ends[0]];
    if (!start || !end || (!isOfForce && (starts.length > 1 || ends.length > 1))) return [];
    const all = counts.filter(each => each !== start && each !== end);
    // 新增1637人、取消472人，净增1165人: the difference is what the moves come to, and none besides.
    const counted = all.filter(({ kind }) => kind === 'count');
    const moves = counted.length > 1 ? counted : all;
    if ([start, ...moves].some(each => isOfAnother(each, end))) return [];
    // 由上年3.2万增加4.0万，达到7.2万
    const isTo = end.stats.has('to') || isReached(end, chain);
    if (start.stats.has('from') ? !isTo : end.stats.has('to')) return [];
    const isFromTo = start.stats.has('from');
    // 比上年减少5件，法人申请由9件增加到15件: what stands before them is of something else.
    const isOfOther = moves.every(({ kind, index }) => kind === 'difference' && index < start.index);
    if (isFromTo && end.index === start.index + 1 && isOfOther) return [];
    const isYear = !isFromTo && moves.length === 1 && moves[0]?.when !== 'cumulative' && moves[0]?.kind === 'count';
    if (moves.length === 0 || !(isYear || moves.every(each => signOf(each) !== 0))) return [];
    const computed = moves.reduce(
      (sum, each) => sum + (isYear && signOf(each) === 0 ? 1 : signOf(each)) * each.number.value,
      start.number.value,
    );
    if (isEqual(computed, end.number.value, counts)) return [];
    const sum = [start, ...moves]
      .map((each, i) => (i === 0 ? String(each.number.value) : `${signOf(each) < 0 ? '−' : '+'} ${each.number.value}`))
      .join(' ');
    const signs = new Set(moves.map(signOf));
    // 由12件增加5件，达到17件 tells all of it.
    const isTold = moves.every(({ kind, index }) => kind === 'difference' && index < end.index);
    const isOneWay = isFromTo && signs.size < 2 && !isTold;
    // 由15个减少到12个，关停4个: others may have come; of fewer than went it is odd, and of what was but made less.
    const isExplained = signs.has(1) === computed > end.number.value && !REDUCED.test(labelTextOf(end, chain));
    if (isOneWay && (isOfOtherThings(moves, end) || isExplained)) return [];
    const certainty = isOneWay ? 'information' : 'warning';
    return [{ kind: 'stock', certainty, figure: end, figures: [start, ...moves, end], computed, sum }];
  });
}

/** 新增12个，取消8个，净增4个: what came and went, told directly before what it comes to. */
export function nets(chain: ChainReading): readonly ChainDisagreement[] {
  return chain.figures.flatMap((net): ChainDisagreement[] => {
    if (net.direction === undefined) return [];
    const word = NET.exec(labelTextOf(net, chain))?.[1];
    const before = [chain.figures[net.index - 2], chain.figures[net.index - 1]].flatMap(each =>
      each?.sentence === net.sentence && each.number.unit === net.number.unit && isExact(each) ? [each] : [],
    );
    const came = before.filter(each => each.steps.includes('added'));
    const went = before.filter(each => each.steps.includes('removed') || isTakenAway(each));
    const [[a], [b]] = [came, went];
    if (word === undefined || !a || !b || a === b || !isExact(net)) return [];
    const [more, less] = word === '增' ? [a, b] : [b, a];
    const computed = more.number.value - less.number.value;
    if (isEqual(computed, net.number.value, [net])) return [];
    const sum = `${String(more.number.value)} − ${String(less.number.value)}`;
    return [{ kind: 'stock', certainty: 'warning', figure: net, figures: [more, less, net], computed, sum }];
  });
}

const NET = /净(增|减)[加长少]?了?$/;

/** 到12月末还有53个, 现余12个: what there is in the end. */
function isLeft(figure: StatedFigure, chain: ChainReading): boolean {
  return LEFT.test(labelTextOf(figure, chain));
}

const LEFT =
  /(?:(?:12月|十二月|年|期)[底末份]|还有|还剩|仍有|尚有|现有|现存|剩下|余下)(?:还|仍|尚|共|有|剩|为|计|存|余){0,3}$/;
const REDUCED = /(?:精简|压减|压缩|缩减|核减|精减)[为到至了]$/;

function isReached(figure: StatedFigure, chain: ChainReading): boolean {
  return /达到?了?$/.test(labelTextOf(figure, chain));
}

/** 年初有效118件; 2023年末存量文件64件 */
function isInForce(figure: StatedFigure, chain: ChainReading): boolean {
  const { kind, steps, matter } = figure;
  const isOfDocuments = matter === 'normative' || (matter === 'information' && figure.when !== 'this');
  return (
    kind === 'count' &&
    ((steps.includes('effective') && isOfDocuments) ||
      (steps.length === 0 && labelTextOf(figure, chain).includes('存量')))
  );
}

/** 账号由12个减少到8个，新增专栏3个 */
function isOfOtherThings(moves: readonly StatedFigure[], end: StatedFigure): boolean {
  return moves.some(each => each.matter !== end.matter);
}

/** 微信累计发布956条，…，公开信息485条; 累计公开707条，…，受理申请2件: by another way, or of another kind. */
function isOfAnother(figure: StatedFigure, end: StatedFigure): boolean {
  const isOfInformation = figure.matter === 'information' || figure.matter === 'disclosure';
  const ofChannels = isOfInformation ? figure.parts.filter(isWay) : [];
  return ofChannels.some(part => !end.parts.includes(part)) || isApart(figure) !== isApart(end);
}

/** 撤销栏目2个; of decisions it is an outcome. */
function isTakenAway({ steps, matter }: StatedFigure): boolean {
  return steps.includes('corrected') && (matter === 'columns' || matter === 'accounts' || matter === 'places');
}
