import type { StatedFigure } from '../statedFigure.ts';
import { isSameMeasure } from '../measures.ts';
import type { ChainWords } from './chainWords.ts';
import {
  beginsAlike,
  isBaseOfShare,
  isDescribed,
  isRepeatedBehind,
  isRunningTotal,
  isSumming,
  isToldAlike,
} from './labelForms.ts';
import { areReplies, isBareNumber, isResult } from './listFigures.ts';
import {
  areTimesOfYear,
  isNearSum,
  namesOwnParts,
  isOfOtherThings,
  isOfSameThings,
  isToldApart,
  isTotalAlone,
  RUNNING_DIFFERENCE,
} from './nearSums.ts';
import { FARTHEST_FIGURES, type FoundLists, LEVELS, type ListPart, MOST_PARTS } from './partList.ts';
import { goesOnInShares } from './partReach.ts';
import { isOfComing } from './wholes.ts';
import { isWay } from '../labelWords.ts';

/** Finds totals behind their parts, and counts in a row that no word joins. */
export class TotalReader {
  constructor(
    private readonly words: ChainWords,
    private readonly found: FoundLists,
  ) {}

  /** 甲3件，乙4件，合计7件 */
  readTotal(total: StatedFigure): void {
    if (total.kind !== 'count') return;
    if (this.words.figures[total.index - 1]?.sentence !== total.sentence) return;
    const isSaid = total.roles.has('all') || total.roles.has('total') || isSumming(this.words, total);
    if (!isSaid && total.when !== 'this') return;
    // 收到6件，上年结转1件，共计7件。其中…: what a next sentence divides may be a total.
    const isDivided = this.found.ofWhole.get(total)?.parts[0]?.figure.sentence === total.sentence;
    const isComing = isOfComing(this.words.figures, total, isDivided);
    if ((isDivided && !isComing) || this.found.partOf.has(total.index)) return;
    if (this.isOneOfRow(total) || this.words.namesWorks(total)) return;
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
    const isNear = !ofYear && !isTotalAlone(this.words, total, parts) && !this.words.isBareTotal(total, parts);
    if (isNear && !isComing && !this.isSumNear(total, parts)) return;
    if (isOfOtherThings(this.words, total, parts) || (isNear && !isComing && isToldApart(this.words, total, parts)))
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

  /** 不予处理10件。信访类1件，重复申请3件，其余6件。: with the rest at its end, a sentence may tell the parts of the count before it. */
  private wholeBefore(first: StatedFigure, parts: readonly ListPart[]): StatedFigure | undefined {
    const last = parts.at(-1)?.figure;
    const former = this.words.figures[first.index - 1];
    if (
      last?.roles.has('rest') !== true ||
      former?.kind !== 'count' ||
      first.sentence - former.sentence !== 1 ||
      this.found.partOf.has(former.index) ||
      former.when === 'last' ||
      former.roles.has('rest') ||
      !isSameMeasure(former.number.unit, first.number.unit) ||
      (former.paragraph !== first.paragraph && former.number.unit !== first.number.unit) ||
      this.words.isEtcBehind(last) ||
      this.words.isAmong(former)
    )
      return undefined;
    const sum = parts.reduce((all, { figure }) => all + figure.number.value, 0);
    // The first of them is no whole of the others.
    const isOwnWhole = Math.abs(sum - first.number.value) <= first.number.value * RUNNING_DIFFERENCE;
    return isOwnWhole || !isNearSum(former, [{ figure: first, share: undefined }, ...parts]) ? undefined : former;
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
    const isAlike = parts.some(part => part.startsWith('time=') && first.parts.some(each => each.startsWith('time=')));
    const isOfYear = first.when === 'year' || first.when === 'last';
    const isOfMore = when === 'cumulative' || when === 'allYears';
    return isAlike || (isOfMore && (isOfYear || this.words.labelText(total).includes('以来')));
  }

  /** 25项任务完成19项，剩余6项: the rest, told behind, makes what stands before it the whole and a part. */
  private hasRestBehind(whole: StatedFigure): boolean {
    for (let i = whole.index + 1; i < Math.min(this.words.figures.length, whole.index + MOST_TO_REST); i++) {
      const each = this.words.figures[i] as StatedFigure;
      if (each.sentence !== whole.sentence) return false;
      if (each.roles.has('rest')) return each.kind === 'count' && isSameMeasure(each.number.unit, whole.number.unit);
    }
    return false;
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
      isNearSum(total, parts) &&
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

  /** Whether words join parts to it; those in brackets behind it leave room for others: 57件（含上年结转1件），撤回39件，受理18件. */
  private hasList(whole: StatedFigure): boolean {
    const list = this.found.ofWhole.get(whole);
    return list !== undefined && (list.parts[0]?.figure.depth ?? 0) <= whole.depth;
  }

  /** 按申请方式分，网络7件，信函5件: the first is a part as the others are. */
  private isBehindView(figure: StatedFigure): boolean {
    const { from } = this.words.gapOf(figure);
    let at = figure.token - 1;
    while (at >= from && this.words.tokens[at]?.kind !== 'sign') at--;
    return at > from && this.words.isView(from, at);
  }

  /** 留言12条，公开答复7条，不公开答复5条: counts in a row that no word joins. */
  readImplied(): void {
    for (let w = 0; w < this.words.figures.length; w++) {
      const whole = this.words.figures[w] as StatedFigure;
      if (
        whole.kind !== 'count' ||
        isBareNumber(whole) ||
        this.found.partOf.has(w) ||
        this.hasList(whole) ||
        this.words.hasShare(whole) ||
        (this.words.hasSibling(whole) && !areReplies(whole, this.words.figures))
      )
        continue;
      const parts: { figure: StatedFigure; share: StatedFigure | undefined }[] = [];
      let level = 0;
      let first = 0;
      let last = whole;
      let i = w + 1;
      const end = Math.min(this.words.figures.length, w + FARTHEST_FIGURES);
      for (; i < end; i++) {
        const figure = this.words.figures[i] as StatedFigure;
        if (figure.depth !== whole.depth) {
          const part = parts.at(-1);
          if (part && !part.share && figure.depth > whole.depth && figure.number.unit === '%') part.share = figure;
          continue;
        }
        if (figure.sentence !== whole.sentence) break;
        if (figure.kind === 'announced' || isBaseOfShare(this.words, figure)) continue;
        const between = this.words.between(last, figure, whole.depth);
        if (between.level >= LEVELS.stop) break;
        if (figure.number.unit === '%') {
          const part = parts.at(-1);
          if (part && !part.share && (figure.kind === 'share' || figure.kind === 'percent')) part.share = figure;
          last = figure;
          continue;
        }
        if (parts.length > 1 && figure.roles.has('all') && figure.kind === 'count') break;
        // 受理5件，予以公开4件，不予公开1件，按期办结5件: told of all.
        if (figure.steps.includes('replied') && areResults(parts) && !isResult(figure)) break;
        if (
          figure.kind !== 'count' ||
          between.opensList ||
          between.startsClause('another') ||
          between.hasRole('etc') ||
          figure.roles.has('total')
        )
          break;
        if (
          !isSameMeasure(whole.number.unit, figure.number.unit) ||
          this.found.partOf.has(figure.index) ||
          (this.hasList(figure) && this.found.ofWhole.get(figure)?.isLoose !== true)
        )
          break;
        if (
          figure.when !== whole.when &&
          (whole.when === 'last' || figure.when === 'last' || figure.when === 'planned' || figure.when === 'allYears')
        )
          break;
        if (
          parts.length === 0 &&
          between.level < LEVELS.comma &&
          !isToldAlike(this.words, figure) &&
          !this.hasRestBehind(whole)
        )
          break;
        if (parts.length === 0) first = Math.max(between.level, LEVELS.comma);
        // 收到69件，受理47件；办理19件: another matter begins.
        const [earlier] = parts;
        const isBeyond = earlier !== undefined && between.level > first;
        if (isBeyond && !goesOnInShares(this.words, parts, figure) && !beginsAlike(this.words, earlier.figure, figure))
          break;
        if (parts.length === 1) level = between.level;
        if (parts.length > 1 && between.level > level) break;
        parts.push({ figure, share: undefined });
        if (parts.length > MOST_PARTS) break;
        last = figure;
      }
      const former = this.wholeBefore(whole, parts);
      if (former) {
        this.found.add({
          form: 'among',
          whole: former,
          parts: [{ figure: whole, share: undefined }, ...parts],
          isClosed: true,
          isOpen: false,
          isEnded: true,
          isLoose: true,
          isNear: true,
        });
        continue;
      }
      const areDescribed =
        !isDescribed(this.words, whole) && parts.every(({ figure }) => isDescribed(this.words, figure));
      if (areDescribed && parts.length === 1 && first > LEVELS.comma) continue;
      if (parts.length < (areDescribed ? 1 : 2) || parts.length > MOST_PARTS || this.isBehindView(whole)) continue;
      const next = this.words.figures[i];
      const isEnded =
        next?.sentence !== whole.sentence ||
        (parts.length > 2 && next.roles.has('all')) ||
        (areResults(parts) && next.steps.includes('replied')) ||
        (parts.length > 2 && this.words.between(last, next, whole.depth).startsClause('another')) ||
        (level < LEVELS.comma && next.kind !== 'count' && this.words.between(last, next, whole.depth).level > level) ||
        this.words.between(last, next, whole.depth).level > Math.max(level, LEVELS.comma);
      this.found.addImplied({
        form: 'implied',
        whole,
        parts,
        isClosed: false,
        isOpen:
          this.words.isEtcBehind((parts.at(-1) as ListPart).figure) ||
          isRepeatedBehind(this.words, (parts.at(-1) as ListPart).figure),
        isEnded,
        isLoose: false,
        isDescribed: areDescribed,
        isSetOff: parts.length > 1 && level < LEVELS.comma,
      });
    }
  }
}

/** Whether a figure is what some of those directly behind it make up. */
function hasPartsBehind({ number }: StatedFigure, behind: readonly ListPart[]): boolean {
  let sum = 0;
  return behind.some(({ figure }, i) => {
    sum += figure.number.value;
    return i > 0 && sum === number.value;
  });
}

function areResults(parts: readonly { figure: StatedFigure }[]): boolean {
  return parts.length > 1 && parts.every(({ figure }) => isResult(figure));
}

/** So many figures behind a whole are looked at for its rest. */
const MOST_TO_REST = 8;
