import type { StatedFigure } from '../statedFigure.ts';
import { isSameMeasure } from '../measures.ts';
import type { ChainWords } from './chainWords.ts';
import { isRepeatedBehind, isRunningTotal, isSumming } from './labelForms.ts';
import {
  areTimesOfYear,
  isCountedAlike,
  isNearSum,
  isOfLongerTime,
  isOfOtherThings,
  namesOwnParts,
  isOfSameThings,
  isSlipAway,
  isToldApart,
  isTotalAlone,
} from './nearSums.ts';
import { FARTHEST_FIGURES, type FoundLists, LEVELS, type ListPart, MOST_PARTS } from './partList.ts';
import { isOfComing } from './wholes.ts';
import { dimensionOf, isWay } from '../labelWords.ts';

/** Finds totals behind their parts. */
export class TotalReader {
  constructor(
    private readonly words: ChainWords,
    private readonly found: FoundLists,
  ) {}

  /** 甲3件，乙4件，合计7件 */
  readTotal(total: StatedFigure): void {
    // 甲3件、乙4件，合计占总量12件的58.3%: what they are a share of.
    if (total.kind !== 'count' || total.stats.has('share')) return;
    if (this.words.figures[total.index - 1]?.sentence !== total.sentence) return;
    const isSaid = total.roles.has('all') || total.roles.has('total') || isSumming(this.words, total);
    if (!isSaid && total.when !== 'this') return;
    // 收到6件，上年结转1件，共计7件。其中…: what a next sentence divides may be a total.
    const isDivided = this.found.ofWhole.get(total)?.parts[0]?.figure.sentence === total.sentence;
    const isComing = isOfComing(this.words.figures, total, isDivided);
    const isSummed = total.roles.has('total') && total.roles.size === 1;
    if ((isDivided && !isComing && !isSummed) || this.found.partOf.has(total.index)) return;
    if (this.isOneOfRow(total) || this.words.namesWorks(total) || isOutcomeOfChange(this.words, total)) return;
    if (isOneOfDimension(this.words, total)) return;
    const parts: ListPart[] = [];
    let level = 0;
    const start = Math.max(0, total.index - FARTHEST_FIGURES);
    for (let i = total.index - 1; i >= start; i--) {
      const figure = this.words.figures[i] as StatedFigure;
      if (figure.sentence !== total.sentence) break;
      if (figure.depth !== total.depth || figure.kind !== 'count') continue;
      if (!isSameMeasure(figure.number.unit, total.number.unit)) break;
      const next = parts[0];
      const { level: between, opensList, hasRole } = this.words.between(figure, next?.figure ?? total, total.depth);
      // 图解8篇、问答7篇、其余为文字说明，共9篇: the last of the parts.
      if (parts.length === 0 && hasRole('rest')) return;
      if (parts.length > 0 && opensList) {
        // A list inside: its whole stands for it.
        const whole = next && this.found.fromFirst.get(next.figure)?.whole;
        if (whole === figure) {
          const inside = this.found.ofWhole.get(figure);
          const kept = parts.filter(part => !inside?.parts.some(each => each.figure === part.figure));
          parts.splice(0, parts.length, { figure, share: undefined }, ...kept);
          level = 0;
          continue;
        }
        break;
      }
      if (parts.length === 1) level = Math.max(between, LEVELS.enumeration);
      if (parts.length > 1 && between > level) break;
      // 清单7个批次，共计87项；清单2个批次，共计18项: the one before has been a total itself.
      if (next && figure.roles.has('total') && !next.figure.roles.has('total')) break;
      parts.unshift({ figure, share: undefined });
      if (parts.length > MOST_PARTS) return;
    }
    if (parts.length < 2 || namesOwnParts(this.words, total, parts)) return;
    const ofYear = areTimesOfYear(this.words, total, parts);
    if (!isSaid && !ofYear) return;
    const isCounted = isCountedAlike(this.words, total, parts);
    const isNear =
      isCounted || (!ofYear && !isTotalAlone(this.words, total, parts) && !this.words.isBareTotal(total, parts));
    if (isNear && !isComing && !isCounted && !this.isSumNear(total, parts)) return;
    if (
      !isCounted &&
      (isOfOtherThings(this.words, total, parts) || (isNear && !isComing && isToldApart(this.words, total, parts)))
    )
      return;
    const before = this.found.partOf.get(parts.at(-1)?.figure.index ?? -1);
    if (
      before &&
      before.whole !== total &&
      before.whole.number.value === total.number.value &&
      parts.some(({ figure }) => figure === before.whole)
    )
      return;
    if (parts.some(({ figure }) => figure.number.precision === 'rough')) return;
    const [first, ...others] = parts;
    const sum = (list: readonly ListPart[]) => list.reduce((all, { figure }) => all + figure.number.value, 0);
    if (
      first &&
      others.length > 1 &&
      sum(parts) !== total.number.value &&
      this.isWholeAgain(first.figure, others, total, sum(others))
    ) {
      // 办理189件，甲100件、乙89件，合计189件: the whole is said twice.
      for (const whole of [total, first.figure])
        this.found.add({
          form: 'total',
          whole,
          parts: others,
          isClosed: true,
          isOpen: false,
          isEnded: true,
          isLoose: false,
        });
      return;
    }
    const isOpen = this.words.isEtcBehind((parts.at(-1) as ListPart).figure);
    this.found.add({
      form: 'total',
      whole: total,
      parts,
      isClosed: !isOpen,
      isOpen,
      isEnded: true,
      isLoose: false,
      isNear,
    });
  }

  /**
   * 一季度6件；二季度11件；三、四季度合计10件: one of those that it stands behind. 2022年、2023年分别公开5条和7条，五年累计20条: of
   * more years than are named.
   */
  private isOneOfRow(total: StatedFigure): boolean {
    const { index, sentence, parts, when } = total;
    const before = this.words.figures[index - 1];
    const first = before?.kind === 'count' ? before : this.words.figures[index - 2];
    if (first?.sentence !== sentence) return false;
    const isAlike =
      parts.some(part => part.startsWith('time=') && first.parts.some(each => each.startsWith('time='))) &&
      !isOfLongerTime(total, first);
    const isOfYear = first.when === 'year' || first.when === 'last';
    const isOfMore = when === 'cumulative' || when === 'allYears';
    return isAlike || (isOfMore && (isOfYear || this.words.labelText(total).includes('以来')));
  }

  /** Whether a figure sums up what stands before it although only its closeness, and a word like 共, tell so. */
  private isSumNear(total: StatedFigure, parts: readonly ListPart[]): boolean {
    const last = parts.at(-1)?.figure;
    const ofChannels = parts.filter(({ figure }) => figure.parts.some(isWay));
    const sum = parts.reduce((all, { figure }) => all + figure.number.value, 0);
    // The same piece of information goes out by several channels, and is counted once.
    if (ofChannels.length > 1 && sum > total.number.value) return false;
    // 受理5件，予以公开4件，不予公开1件，共承办14件: a whole among them, with its own parts.
    if (parts.some(({ figure }, i) => i + 2 < parts.length && hasPartsBehind(figure, parts.slice(i + 1)))) return false;
    return (
      (isNearSum(total, parts) || isSlipAway(total, parts)) &&
      (isRunningTotal(this.words, total) || isOfSameThings(this.words, total, parts)) &&
      (last === undefined || !isRepeatedBehind(this.words, last)) &&
      !isRepeatedBehind(this.words, total)
    );
  }

  /** Whether the first of the figures before a total is the whole that the total says again. */
  private isWholeAgain(whole: StatedFigure, others: readonly ListPart[], total: StatedFigure, sum: number): boolean {
    if (sum === total.number.value || whole.number.value === total.number.value || whole.number.value === sum)
      return whole.number.value >= Math.max(...others.map(({ figure }) => figure.number.value));
    return false;
  }
}

/** 申请人是自然人的20件，申请人为组织的59件: 为 says what it is, and the one before is of the same dimension. */
function isOneOfDimension(words: ChainWords, total: StatedFigure): boolean {
  const before = words.figures[total.index - 1];
  if (before?.sentence !== total.sentence || total.roles.has('total') || SUMS.test(words.labelText(total)))
    return false;
  return total.parts.some(part => before.parts.some(each => each !== part && dimensionOf(each) === dimensionOf(part)));
}

const SUMS = /[共总计合全均都]/;

/** 处罚事项713项，增加21项后为734项: what the change before it leads to, of one of the things. */
function isOutcomeOfChange(words: ChainWords, { index, sentence, token }: StatedFigure): boolean {
  const before = words.figures[index - 1];
  if (before?.sentence !== sentence) return false;
  return words.text.slice(before.end, words.tokens[token]?.start).trim().startsWith('后');
}

/** Whether a figure is what some of those directly behind it make up. */
function hasPartsBehind({ number }: StatedFigure, behind: readonly ListPart[]): boolean {
  let sum = 0;
  return behind.some(({ figure }, i) => {
    sum += figure.number.value;
    return i > 0 && sum === number.value;
  });
}
