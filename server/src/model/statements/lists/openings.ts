import type { StatedFigure } from '../statedFigure.ts';
import { isSameMeasure } from '../measures.ts';
import type { Token } from '../tokens.ts';
import type { ChainWords } from './chainWords.ts';
import type { FoundLists, Opening } from './partList.ts';
import {
  dividesBefore,
  isAloneBefore,
  isComposedOfCount,
  openingBehindReplies,
  openingOfAspect,
  openingOfBracket,
  openingOfDivision,
  openingOfKinds,
  openingOfLines,
  openingOfReplies,
} from './leadIns.ts';
import { wholeCalled, wholeNamed } from './namedWholes.ts';
import { onlyInSentence, wholeBefore, wholeByMatter } from './nearestWholes.ts';
import { isAttribute, isOfNames, namesUncounted } from './uncounted.ts';

/** Finds how lists are opened and which figure is their whole. */
export class OpeningReader {
  constructor(
    private readonly words: ChainWords,
    private readonly found: FoundLists,
  ) {}

  /** How a list that begins with a figure is opened; undefined where none begins there. */
  openingBefore(figure: StatedFigure): Opening | undefined {
    const { from, before } = this.words.gapOf(figure);
    let opening: Opening | undefined;
    let isMainly = false;
    let mainlyAt = -1;
    /** Last word of its sentence that says that not all is named. */
    let namedFrom = -1;
    /** Last full stop, or semicolon before a clause that opens the list itself. */
    let lastStop = -1;
    let openedAt = -1;
    /** 其中 or a word like 包括, up to the end of its clause. */
    let openerAt = -1;
    /** Last comma or stronger sign before the token at hand. */
    let clause = from;
    let depth = 0;
    for (let at = from; at < figure.token; at++) {
      const token = this.words.tokens[at] as Token;
      if (token.kind === 'sign') {
        const { sign } = token;
        if (sign === 'stop' || sign === 'paragraph') {
          lastStop = at;
          // 「具体如下：」「具体如下。」 and the items on lines of their own.
          const isAfterColon = opening?.form === 'colon' && sign === 'paragraph';
          if (!isAfterColon && !(opening?.form === 'all' && openedAt >= at - 1)) opening = undefined;
          isMainly = false;
          namedFrom = -1;
        } else if (sign === 'open') {
          depth++;
          if (figure.bracket === at) opening = openingOfBracket(this.words, figure, before, { from, at }) ?? opening;
        } else if (sign === 'close') {
          depth--;
          opening = undefined;
        } else if (sign === 'colon' && depth <= 0)
          opening =
            this.colonOpening(figure, before, from, clause, at, this.apartFrom(clause, from, at, lastStop)) ?? opening;
        else if (sign === 'dash' && before && this.words.isNounOnly(from, at))
          opening = { form: 'colon', whole: before, isClosed: false, isOpen: false, isLoose: false };
        else if (sign === 'dash' && before && !this.found.partOf.has(before.index) && !this.found.fromFirst.has(before))
          opening = openingOfLines(this.words, figure, before, { from, at }) ?? opening;
        if (sign === 'comma' || sign === 'semicolon' || sign === 'stop' || sign === 'paragraph') {
          if (sign === 'comma' && this.words.isView(clause, at))
            opening = {
              form: 'view',
              whole: onlyInSentence(this.words, figure) ?? wholeByMatter(this.words, this.found, figure, clause, at),
              isClosed: false,
              isOpen: false,
              isLoose: onlyInSentence(this.words, figure) === undefined,
            };
          if (sign === 'comma') opening = openingOfAspect(this.words, figure, clause, at) ?? opening;
          // 市、县网站分别开设专栏，公开36条、25条: what was done apart ends with the clause.
          if (opening?.form === 'all' && this.words.textOf(openedAt) === '分别') opening = undefined;
          // 主要涉及收费、执法等领域，2件结转下年；通过微信发布30条: what was opened holds no figure.
          if (
            opening?.form === 'opener' &&
            (sign === 'semicolon' || (sign === 'comma' && mainlyAt >= 0 && mainlyAt < at - 1))
          ) {
            opening = undefined;
            isMainly = false;
            mainlyAt = -1;
          }
          // 含2024年预算和2023年决算，推送信息90条; 其中《甲》获得好评；公开信息80条: nor did what it opened.
          if (openerAt >= 0 && (sign === 'semicolon' || isOfNames(this.words, openerAt, at))) opening = undefined;
          if (openerAt < at - 1) openerAt = -1;
          if (sign === 'semicolon') isMainly = false;
          if (sign === 'comma') lastStop = this.apartFrom(clause, from, at, lastStop);
          clause = at + 1;
        }
        continue;
      }
      if (token.kind !== 'word') continue;
      const { role, stat } = token.meaning;
      // 由甲3件、乙4件组成
      if (
        stat === 'from' &&
        before &&
        this.apartFrom(clause, from, at, lastStop) < 0 &&
        this.words.isComposedBehind(figure)
      )
        opening = {
          form: 'all',
          whole: wholeBefore(this.words, this.found, figure, lastStop),
          isClosed: true,
          isOpen: isMainly,
          isLoose: false,
        };
      if (role === 'mainly' && !this.words.isBehindEnumeration(at) && !isAttribute(this.words, clause, at)) {
        isMainly = true;
        namedFrom = at;
        // No rank: 最多, 其次.
        if (this.words.textOf(at).startsWith('主要')) mainlyAt = at;
        // 投诉13条。发布最多的是5月（152条）: of what its clause names, and not of the count in the sentence before.
        const isOfOther = lastStop >= 0 && at > clause && this.words.textOf(at).startsWith('最多');
        opening ??= {
          form: 'opener',
          whole: isOfOther ? undefined : wholeBefore(this.words, this.found, figure, lastStop),
          isClosed: false,
          isOpen: true,
          isLoose: lastStop >= 0,
        };
        opening = { ...opening, isOpen: true };
      } else if (role === 'opener' && this.isOfRow(figure, before, at)) {
        // 来自部门的118名，来自乡镇的70名: the next of a row, and no part of the one before.
      } else if (role === 'among' || role === 'opener') {
        openerAt = at;
        // 其中区级3件、局级7件；审核覆盖公文1073件
        if (role === 'opener') lastStop = this.apartFrom(clause, from, at, lastStop);
        // 公开98条，主要包括职能、预算等内容，其中网站公开32条、微信公开66条: of all, and not of what was mainly told.
        // 252条，大部分为甲和乙，其中甲128条、乙90条: what is told are those that were named.
        if (role === 'among' && at === clause) isMainly = namedFrom >= 0 && this.isNamed(figure, namedFrom, at);
        if (opening?.form === 'bracket') {
          opening = {
            ...opening,
            isClosed: false,
            form: role === 'among' ? 'among' : 'opener',
          };
        } else if (!(opening?.form === 'colon' && role === 'opener'))
          opening = {
            form: opening?.form === 'among' ? 'among' : role,
            whole:
              (role === 'opener' ? wholeCalled(this.words, figure, clause, at) : undefined) ??
              (namesUncounted(this.words, from, clause, at)
                ? undefined
                : wholeBefore(this.words, this.found, figure, lastStop)),
            isClosed: false,
            isOpen: isMainly,
            isLoose: lastStop >= 0,
          };
      } else if (
        role === 'allOpener' &&
        // 近三年分别为27条、45条、47条
        figure.when !== 'several' &&
        !this.words.isComposed(at) &&
        !this.words.isBehindEnumeration(at) &&
        this.words.yearsBetween(from, figure.token) < 2
      ) {
        openedAt = at;
        // 公开2条，分别为甲和乙；网站和公众号分别发布400条
        lastStop = this.apartFrom(clause, from, at, lastStop);
        if (opening?.form !== 'colon' && opening?.form !== 'bracket')
          opening = {
            form: 'all',
            whole:
              (lastStop >= 0 ? wholeCalled(this.words, figure, clause, at) : undefined) ??
              (namesUncounted(this.words, from, clause, at)
                ? undefined
                : wholeBefore(this.words, this.found, figure, lastStop)),
            isClosed: true,
            isOpen: isMainly,
            isLoose: lastStop >= 0,
          };
        else opening = { ...opening, isClosed: true };
      } else if (role === 'allOpener' && isComposedOfCount(this.words, figure, before, at)) {
        // 由6个账号组成，微信1个，其余5个: what it is composed of is counted, and then divided.
        opening = { form: 'all', whole: before, isClosed: false, isOpen: isMainly, isLoose: false };
      } else if (role === 'of' && this.words.textOf(at - 1) === '其' && this.words.textOf(at) === '中') {
        opening = {
          form: 'among',
          whole: wholeBefore(this.words, this.found, figure, lastStop),
          isClosed: false,
          isOpen: isMainly,
          isLoose: lastStop >= 0,
        };
      } else if (role === 'of' && this.words.isOf(at)) {
        const whole = wholeNamed(this.words, this.found, figure, { from, clause, at });
        opening = { form: 'of', whole, isClosed: false, isOpen: false, isLoose: whole !== before };
      }
    }
    const ofReplies = opening ? undefined : openingBehindReplies(this.words, figure, before);
    if (ofReplies) return ofReplies;
    if (!opening?.whole) opening = openingOfDivision(this.words, this.found, figure, from) ?? opening;
    opening ??= openingOfReplies(this.words, this.found, figure, from);
    if (!opening) return undefined;
    const isLoose = opening.isLoose || (opening.whole !== undefined && opening.whole.sentence !== figure.sentence);
    return { ...opening, isOpen: opening.isOpen || isMainly, isLoose };
  }

  /** Whether the words between two tokens name what a figure behind them counts. */
  private isNamed(figure: StatedFigure, from: number, to: number): boolean {
    const { tokens, text } = this.words;
    const label = text.slice(tokens[to]?.end, figure.start).trim();
    return label.length > 1 && text.slice(tokens[from]?.start, tokens[to]?.start).includes(label);
  }

  /** 转载2条；公开政府信息，其中甲87条: the clause behind the semicolon names a whole of its own, as behind a full stop. */
  private apartFrom(clause: number, from: number, at: number, lastStop: number): number {
    const sign = this.words.tokens[clause - 1];
    const isBehind = clause > from && sign?.kind === 'sign' && sign.sign === 'semicolon';
    return isBehind && at - clause > 1 ? Math.max(lastStop, clause - 1) : lastStop;
  }

  /** Whether the figure before is told with the same word. */
  private isOfRow(figure: StatedFigure, before: StatedFigure | undefined, at: number): boolean {
    if (before?.sentence !== figure.sentence) return false;
    const word = this.words.textOf(at);
    // 1件来自网站，2件来自信函
    const isBehindBoth = this.words.nounText(before).startsWith(word) && this.words.nounText(figure).startsWith(word);
    return isBehindBoth || (before.roles.has('opener') && this.words.labelText(before).includes(word));
  }

  private colonOpening(
    figure: StatedFigure,
    before: StatedFigure | undefined,
    from: number,
    clause: number,
    at: number,
    lastStop: number,
  ): Opening | undefined {
    const ofKinds = openingOfKinds(this.words, figure, before, at);
    if (ofKinds) return ofKinds;
    // 重点领域公开（67条）：甲类52条；乙类15条
    if (before?.kind === 'count' && before.depth === figure.depth + 1 && isAloneBefore(this.words, before, figure, at))
      return { form: 'colon', whole: before, isClosed: true, isOpen: false, isLoose: false };
    const isNear = lastStop < 0 && before !== undefined && before.depth === figure.depth;
    if (isNear && before.kind === 'count' && this.words.isNounOnly(from, at))
      return { form: 'colon', whole: before, isClosed: true, isOpen: false, isLoose: false };
    if (isNear && before.kind === 'count' && this.words.hasRole(clause, at, 'allOpener'))
      return { form: 'colon', whole: before, isClosed: true, isOpen: false, isLoose: false };
    if (
      isNear &&
      before.kind === 'count' &&
      isSameMeasure(before.number.unit, figure.number.unit) &&
      ['为', '是', '有'].includes(this.words.textOf(at - 1))
    )
      return { form: 'colon', whole: before, isClosed: true, isOpen: false, isLoose: false };
    // 热线诉求5145件，按性质划分：⏎1.投诉422件
    if (
      isNear &&
      before.kind === 'count' &&
      before.sentence + 1 === figure.sentence &&
      isSameMeasure(before.number.unit, figure.number.unit) &&
      this.words.isView(clause, at)
    )
      return { form: 'colon', whole: before, isClosed: true, isOpen: false, isLoose: true };
    // 来信240封，按性质：…; 文件96份，共分三档：…: behind a comma, what was counted last is divided.
    if (
      isNear &&
      before.kind === 'count' &&
      before.sentence === figure.sentence &&
      !this.found.partOf.has(before.index) &&
      isSameMeasure(before.number.unit, figure.number.unit) &&
      dividesBefore(this.words, clause, at)
    )
      return { form: 'colon', whole: before, isClosed: true, isOpen: false, isLoose: false };
    if (this.words.hasRole(clause, at, 'among'))
      return {
        form: 'among',
        whole: wholeBefore(this.words, this.found, figure, lastStop),
        isClosed: false,
        isOpen: false,
        isLoose: lastStop >= 0,
      };
    if (this.words.isView(clause, at) || this.words.hasRole(clause, at, 'allOpener'))
      return {
        form: 'colon',
        whole: wholeByMatter(this.words, this.found, figure, clause, at),
        isClosed: true,
        isOpen: false,
        isLoose: true,
      };
    return undefined;
  }
}
