import type { StatedFigure } from '../statedFigure.ts';
import { isSameMeasure } from '../measures.ts';
import type { ChainWords } from './chainWords.ts';
import { goesOnOverLines } from './itemLines.ts';
import { beginsWithNoun, isOfWay, isRepeatedBehind, isRest } from './labelForms.ts';
import { isResult } from './listFigures.ts';
import {
  countsOther,
  hasOwnVerb,
  isCase,
  isLeftOver,
  isOutcomeOf,
  sumOfParts,
  tellsAnew,
  tellsIncoming,
  tellsOutcome,
} from './listEnds.ts';
import { isSubtotal } from './nearSums.ts';
import {
  areNewAndCarried,
  areThings,
  isInLabel,
  isItem,
  isMoney,
  isOfTime,
  isOfUnit,
  isWholeOfKinds,
} from './partForms.ts';
import { haveOwnCounts, NestedCounts } from './nestedCounts.ts';
import { FARTHEST_FIGURES, LEVELS, MOST_PARTS, type Opening, type PartList } from './partList.ts';
import {
  areAllTold,
  beginsAnew,
  comesNearBehind,
  goesOnInBracket,
  goesOnInShares,
  goesOnToEtc,
  goesOnOverSentences,
  goesOnWithShares,
  hasSemicolonBehind,
  isAloneInBracket,
  isCountedBehind,
  isNoteOfPart,
  isOtherDeed,
  isSiblingOfWhole,
  isCalledAlone,
  isTotalOf,
  isTotalOfParts,
  isOfEarlierYears,
} from './partReach.ts';

const SHARES: ReadonlySet<string> = new Set(['share', 'percent']);

/** Gathers the parts of a list as far as it reaches. */
export class PartCollector {
  /** Lists of what parts consist of, read on the way. */
  readonly nested: PartList[] = [];

  constructor(private readonly words: ChainWords) {}

  /** The parts from a figure on. */
  collect(first: StatedFigure, opening: Opening, named: StatedFigure): PartList | undefined {
    let whole = named;
    const parts: { figure: StatedFigure; share: StatedFigure | undefined }[] = [];
    let isOpen = opening.isOpen || whole.number.precision === 'rough';
    let { isClosed } = opening;
    let [isNear, isEnded] = [false, true];
    let level = 0;
    /** Each part has counts of its own, and the next one stands behind a semicolon. */
    let isOfTwoLevels = false;
    const nested = new NestedCounts();
    let last = first;
    const base = first.depth;
    /** So many parts have been summed up. */
    let [skipTo, subtotalled] = [-1, 0];
    if (this.words.isFollowedByOf(first)) return undefined;
    const end = Math.min(this.words.figures.length, first.index + FARTHEST_FIGURES);
    for (let i = first.index; i < end && parts.length < MOST_PARTS; i++) {
      const figure = this.words.figures[i] as StatedFigure;
      // 未归入上述三类的8077条
      if (figure.kind === 'announced' && i > first.index) continue;
      const isOtherBracket = base > 0 && figure.bracket !== first.bracket && figure.depth <= base;
      if (
        figure.depth < base ||
        (isOtherBracket && (opening.form === 'bracket' || !isAloneInBracket(this.words, figure)))
      )
        break;
      if (i - last.index > MOST_PARTS) break;
      const between = this.words.between(i === first.index ? first : last, figure, base);
      if (i > first.index) {
        if (
          between.level >= LEVELS.stop &&
          !goesOnOverLines(this.words, first, last, figure, opening) &&
          !goesOnWithShares(this.words, parts, figure, between.level, opening) &&
          !goesOnOverSentences(this.words, parts, figure, between.level, opening)
        ) {
          break;
        }
        if (skipTo >= 0 && between.level < skipTo && figure.depth === base && figure.kind === 'count') {
          if (isOfTwoLevels && isSameMeasure(figure.number.unit, whole.number.unit)) nested.add(figure);
          last = figure;
          continue;
        }
        nested.endOf(parts.at(-1)?.figure);
        skipTo = -1;
      }
      if (figure.depth > base) {
        const part = parts.at(-1);
        if (part && !part.share && SHARES.has(figure.kind) && part.figure.index === i - 1) part.share = figure;
        continue;
      }
      if (SHARES.has(figure.kind) || figure.kind === 'rate' || figure.kind === 'change') {
        const part = parts.at(-1);
        const isOfSubtotal = subtotalled === parts.length;
        if (part && !part.share && !isOfSubtotal && SHARES.has(figure.kind) && this.words.isOfPart(part.figure, figure))
          part.share = figure;
        last = figure;
        continue;
      }
      if (isNoteOfPart(this.words, figure, parts, base)) {
        if (figure.kind === 'difference') last = figure;
        continue;
      }
      // 无法提供4件，主要是不掌握信息，有3件: so many of the part before it.
      if (parts.length > 0 && between.hasRole('mainly') && this.words.labelText(figure) === '有') continue;
      // 其中甲案件2件、罚款8万元，乙案件3件: of the part before it.
      if (parts.length > 0 && isMoney(figure) && !isMoney(whole)) continue;
      if (i > first.index) {
        // 2件予以公开，3件无法提供，另外1件其他处理: another class of the replies is one of them.
        const isAnother = between.hasRole('another') || between.startsClause('another');
        if (isAnother && parts.length > 0 && !(isResult(figure) && parts.some(each => isResult(each.figure)))) break;
        const isOfRow = figure.parts.some(isOfTime) && parts.at(-1)?.figure.parts.some(isOfTime) === true;
        const isTotal =
          (figure.roles.has('total') && !isOfRow && !this.words.namesWorks(figure)) ||
          this.words.isBareTotal(figure, parts);
        // 概况类5条，政务类96条，其他信息共计24条: an item among others.
        const isItemInAll =
          isTotal && between.level <= Math.max(level, LEVELS.comma) && isCalledAlone(this.words, figure, parts, whole);
        // 办结20件：甲7件、乙3件，两项合计10件；丙10件: of the parts behind the last such total alone.
        if (isTotal && isSubtotal(this.words, figure, parts.slice(subtotalled), whole)) {
          subtotalled = parts.length;
          last = figure;
          continue;
        }
        if (isTotal && !isItemInAll) {
          // 按申请人统计，甲3件、乙4件，合计7件: the total is the whole.
          if (
            opening.isLoose &&
            parts.length > 1 &&
            whole.sentence !== figure.sentence &&
            isSameMeasure(figure.number.unit, first.number.unit)
          )
            whole = figure;
          // 其中甲27件，乙22件，共举办191场: of something else. 其中甲25条；某局发布信息共计932条: told for itself.
          isClosed ||=
            isSameMeasure(figure.number.unit, first.number.unit) && isTotalOf(this.words, figure, parts, whole);
          break;
        }
        // 其中目录类甲3条、乙4条，共发布7条；专栏类…: a total of these parts alone.
        if (isTotalOfParts(this.words, figure, parts, whole)) {
          whole = figure;
          isClosed = isNear = true;
          break;
        }
        if (between.hasRole('etc')) {
          isOpen = true;
          break;
        }
        // 按类别分：甲60条、乙20条；按渠道分：网站50条、…: the same is divided in another way.
        if (between.opensList && parts.length > 1 && this.words.isView(last.token + 1, figure.token)) break;
        if (between.opensList && parts.length > 0) {
          // A list of a part: passed over where stronger signs part its whole from the next part.
          if (level > between.nestedLevel) {
            skipTo = level;
            last = figure;
            continue;
          }
          if (parts.length === 1) {
            // 网站40条，其中首页10条、专栏30条；微信20条: the next part stands behind the semicolon.
            // 公开91条，其中向甲报送91条，包括：乙54条，…；丙37条: all of it.
            if (parts[0]?.figure.number.value === whole.number.value) return undefined;
            if (level > 0 || !hasSemicolonBehind(this.words, figure)) return undefined;
            level = skipTo = LEVELS.semicolon;
            last = figure;
            continue;
          }
          isOpen = isOpen || parts.length < 2;
          // The figures behind belong to the last part; whether there are more parts is not told.
          break;
        }
        if (
          between.level >= LEVELS.semicolon &&
          ((tellsAnew(figure, parts, whole) && !(level === between.level && beginsWithNoun(this.words, figure))) ||
            (parts.length > 1 && beginsAnew(this.words, last, figure, whole))) &&
          !goesOnInShares(this.words, parts, figure)
        )
          break;
        if (opening.form !== 'bracket' && parts.length > 1 && countsOther(figure, parts, whole)) break;
        if (parts.length > 1 && isOtherDeed(this.words, figure, parts, whole)) break;
        if (tellsIncoming(figure, parts, whole)) {
          isEnded = between.level > Math.max(level, LEVELS.comma);
          break;
        }
        if (
          isOutcomeOf(figure, parts.at(-1)?.figure) &&
          (level === 0 ? hasSemicolonBehind(this.words, figure) : level > between.level)
        ) {
          // 复议7件，维持6件；诉讼4件，维持2件: what became of a part, and the next part behind the semicolon.
          level = LEVELS.semicolon;
          last = figure;
          continue;
        }
        // 其中专栏40条；通过微信发布30条: another way than that of the whole.
        if (
          level === 0 &&
          between.level === LEVELS.semicolon &&
          isOfWay(this.words, figure) &&
          !isOfWay(this.words, first)
        )
          break;
        if (level === 0 && parts.length === 1) level = between.level;
        else if (parts.length > 1 && between.level > level) {
          const isNextOfRow =
            between.level === level + 1 &&
            between.level < LEVELS.stop &&
            (figure.roles.has('rest') ||
              (isOfUnit(figure, parts) &&
                ((this.words.isAlike(parts, figure) && !hasOwnVerb(figure, parts)) || isItem(figure, whole)))) &&
            sumOfParts(parts) < whole.number.value &&
            // 其他文件4条；其他信息93条；办事指南1条: what is called 其他 is no end where there is room for more.
            (parts.at(-1)?.figure.roles.has('rest') !== true ||
              sumOfParts(parts) + figure.number.value <= whole.number.value);
          const isNearBehind =
            between.level >= LEVELS.comma &&
            between.level <= LEVELS.semicolon &&
            (comesNearBehind(this.words, parts, figure, whole) || isLeftOver(figure, parts, whole));
          const isSlip = base > 0 && between.level === LEVELS.comma && goesOnInBracket(figure, parts, whole);
          // 甲7件、乙3件，两类合计10件；丙10件
          const isBehindSubtotal = subtotalled === parts.length && between.level <= LEVELS.semicolon;
          if (!isNextOfRow && !isNearBehind && !isSlip && !isBehindSubtotal) break;
          // 甲1条、乙2条；丙3条；丁4条: further ones stand behind such signs too.
          if (isNearBehind || isBehindSubtotal) level = between.level;
        }
      }
      if (areNewAndCarried(parts) && !figure.steps.includes('carriedIn')) break;
      // 已答复91件中：予以公开22件…；结转下年5件: what is carried over was not answered.
      const isCarriedOver = figure.steps.includes('carriedOut') && parts.length > 1 && whole.steps.includes('replied');
      if (isCarriedOver && opening.form === 'of' && !whole.steps.includes('handled')) break;
      if (tellsOutcome(figure, parts) || isCase(figure, parts)) break;
      if (isSiblingOfWhole(this.words, parts, figure, whole, between.level)) break;
      // All of it is told, or something else is counted: 账号23个，…，涉及9个单位.
      if (
        areAllTold(this.words, parts, figure, whole, between.level) ||
        (parts.length > 1 &&
          figure.matterSource === 'noun' &&
          figure.matter === 'units' &&
          whole.matter !== 'units' &&
          whole.matterSource !== 'noun')
      ) {
        break;
      }
      // 占办结总量97件的: the base of a share; 71件申请分三类: a whole of its own.
      if (figure.stats.has('share')) {
        last = figure;
        continue;
      }
      if (parts.length === 0 && isWholeOfKinds(this.words, figure, whole, opening)) {
        whole = figure;
        last = figure;
        continue;
      }
      if (figure.kind !== 'count' || figure.when === 'planned') {
        if (figure.kind === 'difference') break;
        last = figure;
        continue;
      }
      if (i > first.index && figure.when === 'last' && whole.when !== 'last' && !figure.steps.includes('carriedIn'))
        break;
      if (i === first.index && isOfEarlierYears(figure, this.words.figures[i + 1], whole)) break;
      if (i > first.index && isInLabel(this.words, figure)) continue;
      const isBare = figure.number.unit === '';
      if (
        !isBare &&
        !isSameMeasure(whole.number.unit, figure.number.unit) &&
        !areThings(whole, figure, opening.isClosed)
      ) {
        // 解读12篇（文字8篇、访谈4人）: how far it goes on is not told.
        if (opening.form === 'bracket' && figure.bracket === first.bracket) isOpen = true;
        break;
      }
      if (
        parts.length === 0 &&
        opening.form !== 'bracket' &&
        (figure.parts.includes('kind=full') ||
          (figure.number.value === whole.number.value &&
            figure.roles.has('all') &&
            figure.index === whole.index + 1 &&
            opening.form === 'of'))
      ) {
        whole = figure;
        last = figure;
        isOpen = isOpen || figure.number.precision === 'rough';
        continue;
      }
      // 37件，其中上年结转2件，予以公开3件，…: what was carried in is told of the whole.
      const isEnd = isResult(figure) || figure.steps.includes('replied');
      if (parts.length === 1 && isEnd && parts[0]?.figure.steps.includes('carriedIn') === true) parts.pop();
      if (figure.number.precision === 'rough') isOpen = true;
      if (figure.roles.has('mainly')) isOpen = true;
      parts.push({ figure, share: undefined });
      last = figure;
      if (parts.length === 1) isOfTwoLevels = haveOwnCounts(this.words, figure, whole);
      if (isOfTwoLevels) level = skipTo = LEVELS.semicolon;
    }
    const lastPart = parts.at(-1);
    if (!lastPart) return undefined;
    nested.endOf(lastPart.figure);
    this.nested.push(...nested.listsIn(parts, whole));
    const isOverlapping = isRepeatedBehind(this.words, last, ['overlap']);
    if (this.words.isEtcBehind(lastPart.share ?? lastPart.figure) || isOverlapping) isOpen = true;
    if (!isClosed && goesOnToEtc(this.words, last)) isOpen = true;
    if (parts.some(({ figure }) => figure === whole)) return undefined;
    if (parts.length > 1 && isCountedBehind(this.words, last, parts.length)) {
      isClosed = true;
      isOpen = false;
    }
    const hasRest = parts.length > 1 && isRest(this.words, lastPart.figure);
    if (hasRest && !isOpen) isClosed = true;
    if (
      hasRest &&
      !this.words.isEtcBehind(lastPart.share ?? lastPart.figure) &&
      whole.number.precision !== 'rough' &&
      parts.every(({ figure }) => figure.number.precision !== 'rough')
    ) {
      isClosed = true;
      isOpen = false;
    }
    return {
      form: opening.form,
      whole,
      parts,
      isClosed: isClosed && !isOpen,
      isOpen,
      isEnded,
      isLoose: opening.isLoose && !isNear,
      isNear,
      isOverlapping,
    };
  }
}
