import { labelTextOf } from '../labelText.ts';
import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import type { Token } from '../tokens.ts';
import { isOf } from './ofWords.ts';
import { hasOthersBehind } from './othersBehind.ts';
import { LEVELS } from './partList.ts';

/** Figures so far before a list are not looked at for its whole. */
export const FARTHEST = 24;

/** The words of a chain as they stand around its figures. */
export class ChainWords {
  constructor(
    readonly text: string,
    readonly tokens: readonly Token[],
    readonly figures: readonly StatedFigure[],
  ) {}

  /** The figure before another at the same depth of brackets or an outer one. */
  previous(figure: StatedFigure, isFit: (each: StatedFigure) => boolean): StatedFigure | undefined {
    for (let i = figure.index - 1; i >= 0 && figure.index - i <= FARTHEST; i--) {
      const each = this.figures[i] as StatedFigure;
      if (isFit(each)) return each;
    }
    return undefined;
  }

  /** Tokens between the figure before and this one, or its sentence's start. */
  gapOf(figure: StatedFigure): { readonly from: number; readonly before: StatedFigure | undefined } {
    const before = this.figures[figure.index - 1];
    return { from: before ? before.token + 1 : 0, before };
  }

  isBehindEnumeration(at: number): boolean {
    const before = this.tokens[at - 1];
    return before?.kind === 'sign' && before.sign === 'enumeration';
  }

  /** Whether only words stand between two tokens, no sign and no verb of a next clause. */
  isNounOnly(from: number, to: number): boolean {
    for (let at = from; at < to; at++) {
      const token = this.tokens[at];
      if (token?.kind === 'sign' || token?.kind === 'number') return false;
    }
    return true;
  }

  hasRole(from: number, to: number, role: string): boolean {
    for (let at = from; at < to; at++) {
      const token = this.tokens[at];
      if (token?.kind === 'word' && token.meaning.role === role) return true;
    }
    return false;
  }

  /** 从申请方式看, 按渠道分 */
  isView(from: number, to: number): boolean {
    let hasBy = false;
    for (let at = from; at < to; at++) {
      const token = this.tokens[at];
      if (token?.kind !== 'word') continue;
      // 就内容来说
      const isBy =
        token.meaning.role === 'by' || token.meaning.stat === 'from' || (at === from && this.textOf(at) === '就');
      if (isBy) hasBy = true;
      else if (token.meaning.role === 'view' && hasBy) return true;
    }
    // 解读形式上，文字12篇、图片8篇
    return VIEW_BY_NAME.test(this.text.slice(this.tokens[from]?.start, this.tokens[to]?.start).slice(-LONGEST_VIEW));
  }

  /** 中 before a sign, a figure, or what there is among them: 12件申请中， */
  isOf(at: number): boolean {
    return isOf(this, at);
  }

  stepsBetween(from: number, to: number): readonly string[] {
    const steps: string[] = [];
    for (let at = from; at < to; at++) {
      const token = this.tokens[at];
      if (token?.kind === 'word' && token.meaning.step !== undefined && token.meaning.step !== 'published')
        steps.push(token.meaning.step);
    }
    return steps;
  }

  matterBetween(from: number, to: number): string | undefined {
    for (let at = to - 1; at >= from; at--) {
      const token = this.tokens[at];
      if (token?.kind === 'word' && token.meaning.matter !== undefined && token.meaning.matter !== 'information')
        return token.meaning.matter;
    }
    return undefined;
  }

  /** 从申请方式看: ways are those of applications. */
  matterOfView(from: number, to: number): string | undefined {
    const isOfApplications = this.text.slice(this.tokens[from]?.start, this.tokens[to]?.start).includes('申请');
    return this.matterBetween(from, to) ?? (isOfApplications ? 'applications' : undefined);
  }

  /** Years that are named between two tokens: 2022年、2023年分别为 lists years and no parts. */
  yearsBetween(from: number, to: number): number {
    let years = 0;
    for (let at = from; at < to; at++) if (this.tokens[at]?.kind === 'year') years++;
    return years;
  }

  /** Whether 组成 or 构成 stands behind a figure, in its sentence. */
  isComposedBehind(figure: StatedFigure): boolean {
    for (let at = figure.token; at < figure.token + FARTHEST * 4; at++) {
      const token = this.tokens[at];
      if (token === undefined || (token.kind === 'sign' && (token.sign === 'stop' || token.sign === 'paragraph')))
        return false;
      if (['组成', '构成'].includes(this.textOf(at))) return true;
    }
    return false;
  }

  /** 由甲3件和乙4件组成，: what stands behind is none of its parts. */
  isComposed(at: number): boolean {
    const next = this.tokens[at + 1];
    return ['组成', '构成'].includes(this.textOf(at)) && next?.kind === 'sign' && next.sign !== 'colon';
  }

  textOf(at: number): string {
    const token = this.tokens[at];
    return token ? this.text.slice(token.start, token.end) : '';
  }

  labelText(figure: StatedFigure): string {
    return figure.labelFrom < figure.token ? labelTextOf(figure, this) : '';
  }

  nounText(figure: StatedFigure): string {
    const last = this.tokens[figure.nounTo - 1];
    return last && figure.nounTo > figure.token + 1 ? this.text.slice(figure.end, last.end) : '';
  }

  /** 新收的12件申请中，: the figure is a whole itself. */
  isFollowedByOf(figure: StatedFigure): boolean {
    for (let at = figure.token + 1; at < figure.nounTo; at++) {
      const token = this.tokens[at];
      if (token?.kind === 'word' && token.meaning.role === 'of' && this.isOf(at)) return true;
    }
    return false;
  }

  /** 135件办结件中，有77件在10日内答复: the second is no whole of what a later sentence tells. */
  isAmong({ index, sentence }: StatedFigure): boolean {
    for (let i = index - 1; i >= Math.max(0, index - FARTHEST); i--) {
      const each = this.figures[i] as StatedFigure;
      if (each.sentence !== sentence) return false;
      if (each.kind === 'count' && this.hasRole(each.token + 1, each.nounTo, 'of')) return true;
    }
    return false;
  }

  /** 《甲计划》《乙报告》共3期; 解读、预算、执法等信息合计128条: a total of what is named before it alone. */
  namesWorks(figure: StatedFigure): boolean {
    const label = this.labelText(figure);
    return label.includes('《') || NAMED_ONES.test(label);
  }

  /** 甲3件、乙4件，共7件: nothing but 共 in the label, or what is said of the parts too (全年共新收12件). */
  isBareTotal(figure: StatedFigure, parts: readonly { figure: StatedFigure }[]): boolean {
    if (parts.length < 2 || !figure.roles.has('all') || this.namesWorks(figure)) return false;
    let hasTotal = false;
    for (let at = figure.labelFrom; at < figure.token; at++) {
      const token = this.tokens[at];
      if (token?.kind !== 'word') return false;
      const { meaning } = token;
      if (this.textOf(at) === '共' || this.textOf(at) === '计') hasTotal = true;
      else if (meaning.step !== undefined && !parts.every(part => part.figure.steps.includes(meaning.step ?? '')))
        return false;
      else if (
        meaning.matter !== undefined ||
        meaning.part !== undefined ||
        meaning.whose !== undefined ||
        meaning.role === 'rest'
      )
        return false;
    }
    return hasTotal;
  }

  isAlike(parts: readonly { figure: StatedFigure }[], figure: StatedFigure): boolean {
    const before = parts.at(-1);
    if (!before) return false;
    const [a, b] = [this.labelText(before.figure), this.labelText(figure)];
    return a.length > 1 && b.length > 1 && a.slice(-2) === b.slice(-2);
  }

  /** 11条热线的电话量占10%; 窗口66件，网上占78%: the percentage is of what its label names, not of the count before it. */
  isOfPart(part: StatedFigure, share: StatedFigure): boolean {
    // A verb that no word covers may say a change, and a name another thing.
    if (share.kind === 'percent' && share.unknown > 1) return false;
    // 部门文件56条，图解比例75%: of what is called so, and not of the part.
    // 准确率由81%提升至92%: what was reached is called as what it was before.
    const from = share.stats.has('to') ? this.figures[share.index - 1] : undefined;
    const label = this.labelText(from?.stats.has('from') === true ? from : share);
    const name = RATE_OF_OTHER.exec(label)?.[1];
    if (name !== undefined && !label.includes('占') && !this.labelText(part).includes(name)) return false;
    const isBehindSign = share.labelFrom > part.token + 1;
    for (let at = share.labelFrom; at < share.token; at++) {
      const token = this.tokens[at];
      if (token?.kind !== 'word') continue;
      const { stat, matter, part: value } = token.meaning;
      if (stat !== undefined) return true;
      if (value !== undefined && !part.parts.includes(value)) return false;
      if (matter !== undefined && (!isBehindSign || share.kind === 'percent')) return false;
    }
    return true;
  }

  isParagraphEnd(at: number): boolean {
    const token = this.tokens[at];
    return token?.kind === 'sign' && token.sign === 'paragraph';
  }

  /** Whether a sign stands behind a word, or behind the general nouns that follow it: 等信息， */
  endsClause(at: number): boolean {
    for (let next = at + 1; next <= at + 3; next++) {
      const token = this.tokens[next];
      if (token === undefined || token.kind === 'sign') return true;
      if (token.kind !== 'word' && (token.kind !== 'unknown' || token.end - token.start > LONGEST_NOUN)) return false;
    }
    return false;
  }

  /** Whether more than is counted belongs to what a figure ends: 等, or 另有部分申请不予公开 without a number. */
  isEtcBehind(figure: StatedFigure): boolean {
    if (hasOthersBehind(this.text, figure.end)) return true;
    for (let at = figure.token + 1; at < figure.token + 4; at++) {
      const token = this.tokens[at];
      if (token?.kind === 'sign' && (token.sign === 'close' || this.textOf(at + 1) === '等等')) continue;
      if (token?.kind === 'word' && token.meaning.role === 'etc') return this.endsClause(at);
      if (token?.kind === 'sign' || token?.kind === 'number') return false;
    }
    return false;
  }

  /** What stands between two figures at the depth of the list. */
  between(last: StatedFigure, figure: StatedFigure, base: number): Between {
    let level = 0;
    let opensList = false;
    let mainlyAt = -1;
    let isOpener = false;
    let nestedLevel = 0;
    const roles = new Set<string>();
    let depth = last.depth - base;
    let starts: string | undefined;
    let isStart = false;
    let hasSign = false;
    for (let at = last.token + 1; at < figure.token; at++) {
      const token = this.tokens[at] as Token;
      if (token.kind === 'sign') {
        if (token.sign === 'open') depth++;
        else if (token.sign === 'close') depth--;
        else if (depth <= 0) {
          if (token.sign === 'colon') {
            if (level > 0 || at > last.token + 1) opensList = opensList || figure.depth === base;
          } else if (token.sign !== 'dash') level = Math.max(level, LEVELS[token.sign]);
          // What a sentence opens ends with it, 主要涉及征地、规划， with its clause, 包括机构、职能等； with a semicolon.
          const endsMainly = mainlyAt >= 0 && mainlyAt < at - 1 && token.sign !== 'enumeration';
          const isEnd = token.sign === 'semicolon' ? isOpener : token.sign === 'stop' || token.sign === 'paragraph';
          if (isEnd || endsMainly) opensList = false;
        }
        isStart = hasSign = true;
        continue;
      }
      if (token.kind === 'word' && depth <= 0) {
        const { role } = token.meaning;
        if (role !== undefined && role !== 'etc') roles.add(role);
        if (role === 'etc' && !hasSign && this.endsClause(at)) roles.add(role);
        if (isStart && starts === undefined && role !== undefined) starts = role;
        if (role === 'of' && this.isOf(at)) {
          opensList = true;
          nestedLevel = level;
        }
        if (
          role === 'among' ||
          (role === 'allOpener' && !this.isBehindEnumeration(at)) ||
          role === 'mainly' ||
          (role === 'opener' && !(last.roles.has('opener') && this.labelText(last).includes(this.textOf(at))))
        ) {
          mainlyAt = !opensList && this.textOf(at).startsWith('主要') ? at : -1;
          isOpener = !opensList && role === 'opener';
          opensList = true;
          nestedLevel = level;
        }
      }
      isStart = false;
    }
    return { level, opensList, nestedLevel, hasRole: role => roles.has(role), startsClause: role => starts === role };
  }

  /** Whether a count of the same things stands before it in its sentence: it is one of a row, or a part. */
  hasSibling(figure: StatedFigure): boolean {
    for (let i = figure.index - 1; i >= 0; i--) {
      const each = this.figures[i] as StatedFigure;
      if (each.sentence !== figure.sentence) return false;
      const { level } = this.between(each, figure, figure.depth);
      if (level >= LEVELS.semicolon) return false;
      if (each.kind !== 'count' || each.depth !== figure.depth) continue;
      if (isSameMeasure(each.number.unit, figure.number.unit)) return true;
      // 参训61家，发现问题35个: what stands before something else is of no row with it.
      if (figure.matterSource === 'label' && each.number.unit !== '') return false;
    }
    return false;
  }

  /** 甲30件，占6%: an item among others. */
  hasShare(figure: StatedFigure): boolean {
    const next = this.figures[figure.index + 1];
    return (
      next?.sentence === figure.sentence &&
      (next.kind === 'share' || next.kind === 'percent') &&
      next.token - figure.token <= 4
    );
  }
}

/** What something is divided by, at the end of a clause. */
const VIEW_BY_NAME = /(?:形式|方式|渠道|类型|类别|内容|结构|来源|载体|领域)上$/;
const LONGEST_VIEW = 8;

/** 执法等信息合计; 等共计 is said of the figures before it. */
const NAMED_ONES = /[\p{Script=Han}]{2}等[\p{Script=Han}]{0,6}(?:合计|总计|共计|共)$/u;
/** The two signs before 率 or 比例 at the end of a label. */
const RATE_OF_OTHER = /(\p{Script=Han}{2})(?:率|比例|比率)[为达是由从]?$/u;

/** What stands between two figures. */
export interface Between {
  readonly level: number;
  readonly opensList: boolean;
  readonly nestedLevel: number;
  hasRole(role: string): boolean;
  startsClause(role: string): boolean;
}

/** What no word covers behind 等: 等多个领域. */
const LONGEST_NOUN = 4;
