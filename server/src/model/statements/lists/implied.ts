import { isOfOrigin } from '../labelWords.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isSameMeasure } from '../measures.ts';
import type { ChainWords } from './chainWords.ts';
import {
  beginsAlike,
  isBaseOfShare,
  isDescribed,
  isRepeatedBehind,
  isSummedBehind,
  isToldAlike,
} from './labelForms.ts';
import { isOutcomeOf } from './listEnds.ts';
import { isBareNumber, isResult } from './listFigures.ts';
import { isNearSum, RUNNING_DIFFERENCE } from './nearSums.ts';
import { FARTHEST_FIGURES, type FoundLists, LEVELS, type ListPart, MOST_PARTS } from './partList.ts';
import { goesOnInShares, isDeed } from './partReach.ts';

/** So many figures behind a whole are looked at for its rest. */
const MOST_TO_REST = 8;

/** Finds counts in a row that no word joins. */
export class ImpliedReader {
  constructor(
    private readonly words: ChainWords,
    private readonly found: FoundLists,
  ) {}

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
        (this.words.hasSibling(whole) && !this.areReplies(whole))
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
          const isReached = figure.stats.has('to') && this.words.figures[figure.index - 1]?.kind === 'rate';
          if (part && !part.share && !isReached && (figure.kind === 'share' || figure.kind === 'percent'))
            part.share = figure;
          last = figure;
          continue;
        }
        // 收到18件，比上年增加5件；当面7件，占38.9%；…
        if (parts.length === 0 && figure.kind === 'difference') continue;
        if (parts.length > 1 && figure.roles.has('all') && figure.kind === 'count') break;
        // 受理5件，予以公开4件，不予公开1件，按期办结5件: told of all.
        if (figure.steps.includes('replied') && areResults(parts) && !isResult(figure)) break;
        if (isBehindOrigins(parts, figure)) break;
        if (
          figure.kind !== 'count' ||
          between.opensList ||
          (between.startsClause('another') && !isOneMoreEnd(figure, parts, whole)) ||
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
        // 复议19件，维持11件、纠正3件，尚未审结5件: the last of the outcomes stands apart.
        const areEnds =
          between.level === LEVELS.comma && [...parts, { figure }].every(each => isOutcomeOf(each.figure, whole));
        if (parts.length > 1 && between.level > level && !areEnds) break;
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
      const lastPart = parts.at(-1)?.figure;
      // 甲100元，乙60元，两种方式合计上缴
      const isClosed = lastPart !== undefined && parts.length > 1 && isSummedBehind(this.words, lastPart);
      // 从属性看，制发公文172件，主动公开43件（占25%），…: one without a share is no part beside others with theirs.
      const areShared = parts.length > 1 && parts.every(({ share }) => share !== undefined);
      const isOne = this.isBehindView(whole) && !(isClosed && whole.when === 'this') && !areShared;
      if (parts.length < (areDescribed ? 1 : 2) || parts.length > MOST_PARTS || isOne) continue;
      const next = this.words.figures[i];
      const isEnded =
        next?.sentence !== whole.sentence ||
        (parts.length > 2 && next.roles.has('all')) ||
        (areResults(parts) && next.steps.includes('replied')) ||
        isOfAnotherKind(this.words, next, whole) ||
        isBehindOrigins(parts, next) ||
        // 收到4件，予以公开3件，结转下年1件，其中甲2件、乙2件: all have been told.
        (parts.at(-1)?.figure.steps.includes('carriedOut') === true && next.roles.has('among')) ||
        (parts.length > 2 && this.words.between(last, next, whole.depth).startsClause('another')) ||
        (level < LEVELS.comma && next.kind !== 'count' && this.words.between(last, next, whole.depth).level > level) ||
        this.words.between(last, next, whole.depth).level > Math.max(level, LEVELS.comma);
      this.found.addImplied({
        form: 'implied',
        whole,
        parts,
        isClosed,
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

  /** 25项任务完成19项，剩余6项: the rest, told behind, makes what stands before it the whole and a part. */
  private hasRestBehind(whole: StatedFigure): boolean {
    for (let i = whole.index + 1; i < Math.min(this.words.figures.length, whole.index + MOST_TO_REST); i++) {
      const each = this.words.figures[i] as StatedFigure;
      if (each.sentence !== whole.sentence) return false;
      if (each.roles.has('rest')) return each.kind === 'count' && isSameMeasure(each.number.unit, whole.number.unit);
    }
    return false;
  }

  /** Whether words join parts to it; those in brackets behind it leave room for others: 57件（含上年结转1件），撤回39件，受理18件. */
  private hasList(whole: StatedFigure): boolean {
    const list = this.found.ofWhole.get(whole);
    return list !== undefined && (list.parts[0]?.figure.depth ?? 0) <= whole.depth;
  }

  /** 受理121件，已答复119件，同意公开60件，…: the classes of the replies follow, whatever was told before. */
  private areReplies({ index, sentence, steps }: StatedFigure): boolean {
    const [first, second] = [this.words.figures[index + 1], this.words.figures[index + 2]];
    const isClass = (each: StatedFigure | undefined) => each?.sentence === sentence && isResult(each);
    return steps.includes('replied') && isClass(first) && isClass(second);
  }

  /** 按申请方式分，网络7件，信函5件: the first is a part as the others are. */
  private isBehindView(figure: StatedFigure): boolean {
    const { from } = this.words.gapOf(figure);
    let at = figure.token - 1;
    while (at >= from && this.words.tokens[at]?.kind !== 'sign') at--;
    return at > from && this.words.isView(from, at);
  }
}

/** 予以公开2件，另处理重复申请1件; 复议5件，维持3件，撤销1件，另有1件尚未审结: one more of the ends that are told. */
function isOneMoreEnd(figure: StatedFigure, parts: readonly { figure: StatedFigure }[], whole: StatedFigure): boolean {
  if (parts.length > 0 && [...parts, { figure }].every(each => isOutcomeOf(each.figure, whole))) return true;
  return isClass(figure) && parts.some(each => isResult(each.figure));
}

/** 另处理重复申请1件: a row of the table is a class of the replies as well. */
function isClass({ steps }: StatedFigure): boolean {
  return isResult({ steps }) || steps.some(step => step.startsWith('rejected'));
}

/** 公开69条，文件2条，动态67条，总访问量2万次; …，回应关切4次: how often it was read, or what else was done, is no further part. */
function isOfAnotherKind(words: ChainWords, figure: StatedFigure, whole: StatedFigure): boolean {
  const isRead = figure.matter === 'visits' && figure.matterSource === 'label';
  return !isSameMeasure(figure.number.unit, whole.number.unit) && (isRead || isDeed(words, figure));
}

/** 27件，26件为自然人申请，1件为法人申请，除1件外均已答复: behind all by whom or which way applications came, other things are told. */
function isBehindOrigins(parts: readonly { figure: StatedFigure }[], next: StatedFigure): boolean {
  const hasOrigin = (figure: StatedFigure) => figure.parts.some(isOfOrigin);
  return (
    parts.length > 1 && parts.every(({ figure }) => hasOrigin(figure)) && next.steps.length > 0 && !hasOrigin(next)
  );
}

function areResults(parts: readonly { figure: StatedFigure }[]): boolean {
  return parts.length > 1 && parts.every(({ figure }) => isResult(figure));
}
