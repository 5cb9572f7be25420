import { isSameMeasure } from './measures.ts';
import type { StatedFigure } from './figures.ts';
import type { Token } from './tokens.ts';

/** How the words join the parts of a list to their whole. */
export type ListForm = 'among' | 'colon' | 'bracket' | 'opener' | 'all' | 'of' | 'view' | 'total' | 'implied';

/** A whole and the parts that the text names of it. */
export interface PartList {
  readonly form: ListForm;
  readonly whole: StatedFigure;
  readonly parts: readonly ListPart[];
  /** Words say that the parts are all there are. */
  readonly isClosed: boolean;
  /** Words say that they are not: 等, 主要. */
  readonly isOpen: boolean;
  /** The list ends with its sentence or a stronger sign than those between its parts. */
  readonly isEnded: boolean;
  /** The whole stands in an earlier sentence, or was found by what it counts. */
  readonly isLoose: boolean;
}

export interface ListPart {
  readonly figure: StatedFigure;
  /** Share stated with the part. */
  readonly share: StatedFigure | undefined;
}

const LEVELS = { enumeration: 1, comma: 2, semicolon: 3, stop: 4, paragraph: 5 } as const;
const MOST_PARTS = 60;
/** Figures so far before a list are not looked at for its whole. */
const FARTHEST = 24;
/** A name of so many characters tells which figure is meant. */
const SHORTEST_NAME = 3;

interface Opening {
  readonly form: ListForm;
  readonly whole: StatedFigure | undefined;
  readonly isClosed: boolean;
  readonly isOpen: boolean;
  readonly isLoose: boolean;
}

/** The lists of a chain. */
export function readLists(
  text: string,
  tokens: readonly Token[],
  figures: readonly StatedFigure[],
): readonly PartList[] {
  return new ListReader(text, tokens, figures).read();
}

class ListReader {
  private readonly lists: PartList[] = [];
  /** Parts of lists found so far, by index, with their list. */
  private readonly partOf = new Map<number, PartList>();

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
    private readonly figures: readonly StatedFigure[],
  ) {}

  read(): readonly PartList[] {
    for (const figure of this.figures) {
      if (figure.kind !== 'count') continue;
      const opening = this.openingBefore(figure);
      if (opening?.whole) {
        const list = this.collect(figure, opening, opening.whole);
        if (list) this.add(list);
      }
    }
    for (const figure of this.figures) this.readTotal(figure);
    this.readImplied();
    return this.lists;
  }

  private add(list: PartList): void {
    this.lists.push(list);
    for (const { figure } of list.parts) if (!this.partOf.has(figure.index)) this.partOf.set(figure.index, list);
  }

  /** The figure before another at the same depth of brackets or an outer one. */
  private previous(figure: StatedFigure, isFit: (each: StatedFigure) => boolean): StatedFigure | undefined {
    for (let i = figure.index - 1; i >= 0 && figure.index - i <= FARTHEST; i--) {
      const each = this.figures[i] as StatedFigure;
      if (isFit(each)) return each;
    }
    return undefined;
  }

  /** Tokens between the figure before and this one, or its sentence's start. */
  private gapOf(figure: StatedFigure): { readonly from: number; readonly before: StatedFigure | undefined } {
    const before = this.figures[figure.index - 1];
    return { from: before ? before.token + 1 : 0, before };
  }

  /** How a list that begins with a figure is opened; undefined where none begins there. */
  private openingBefore(figure: StatedFigure): Opening | undefined {
    const { from, before } = this.gapOf(figure);
    let opening: Opening | undefined;
    let isMainly = false;
    let lastStop = -1;
    /** Last comma or stronger sign before the token at hand. */
    let clause = from;
    let depth = 0;
    for (let at = from; at < figure.token; at++) {
      const token = this.tokens[at] as Token;
      if (token.kind === 'sign') {
        const { sign } = token;
        if (sign === 'stop' || sign === 'paragraph') {
          lastStop = at;
          // 「具体如下：」 and the items on lines of their own.
          const isAfterColon = opening?.form === 'colon' && sign === 'paragraph';
          if (!isAfterColon && opening?.form !== 'all') opening = undefined;
          isMainly = false;
        } else if (sign === 'open') {
          depth++;
          if (figure.bracket === at) opening = this.bracketOpening(figure, before, from, at) ?? opening;
        } else if (sign === 'close') {
          depth--;
          opening = undefined;
        } else if (sign === 'colon' && depth === 0)
          opening = this.colonOpening(figure, before, from, clause, at, lastStop) ?? opening;
        else if (sign === 'dash' && before && this.isNounOnly(from, at))
          opening = { form: 'colon', whole: before, isClosed: false, isOpen: false, isLoose: false };
        if (sign === 'comma' || sign === 'semicolon' || sign === 'stop' || sign === 'paragraph') {
          if (sign === 'comma' && this.isView(clause, at))
            opening = {
              form: 'view',
              whole: this.wholeByMatter(figure),
              isClosed: false,
              isOpen: false,
              isLoose: true,
            };
          clause = at + 1;
        }
        continue;
      }
      if (token.kind !== 'word') continue;
      const { role } = token.meaning;
      if (role === 'mainly' && !this.isBehindEnumeration(at)) {
        isMainly = true;
        opening ??= {
          form: 'opener',
          whole: this.wholeBefore(figure, lastStop),
          isClosed: false,
          isOpen: true,
          isLoose: lastStop >= 0,
        };
        opening = { ...opening, isOpen: true };
      } else if (role === 'among' || role === 'opener') {
        if (opening?.form === 'bracket') {
          opening = {
            ...opening,
            isClosed: false,
            form: role === 'among' ? 'among' : 'opener',
            isOpen: opening.isOpen || role === 'opener',
          };
        } else if (!(opening?.form === 'colon' && role === 'opener'))
          opening = {
            form: role,
            whole: this.wholeBefore(figure, lastStop),
            isClosed: false,
            isOpen: isMainly,
            isLoose: lastStop >= 0,
          };
      } else if (role === 'allOpener') {
        if (opening?.form !== 'colon' && opening?.form !== 'bracket')
          opening = {
            form: 'all',
            whole: this.wholeBefore(figure, lastStop),
            isClosed: true,
            isOpen: isMainly,
            isLoose: lastStop >= 0,
          };
        else opening = { ...opening, isClosed: true };
      } else if (role === 'of' && this.isOf(at)) {
        const whole = this.wholeNamed(figure, from, clause, at, before);
        opening = { form: 'of', whole, isClosed: false, isOpen: false, isLoose: whole !== before };
      }
    }
    return opening && isMainly ? { ...opening, isOpen: true } : opening;
  }

  private bracketOpening(
    figure: StatedFigure,
    before: StatedFigure | undefined,
    from: number,
    at: number,
  ): Opening | undefined {
    if (!before || before.depth !== figure.depth - 1 || before.kind !== 'count' || !this.isNounOnly(from, at))
      return undefined;
    return { form: 'bracket', whole: before, isClosed: true, isOpen: false, isLoose: false };
  }

  private colonOpening(
    figure: StatedFigure,
    before: StatedFigure | undefined,
    from: number,
    clause: number,
    at: number,
    lastStop: number,
  ): Opening | undefined {
    const isNear = lastStop < 0 && before !== undefined && before.depth === figure.depth;
    if (isNear && before.kind === 'count' && this.isNounOnly(from, at))
      return { form: 'colon', whole: before, isClosed: true, isOpen: false, isLoose: false };
    if (isNear && before.kind === 'count' && this.hasRole(clause, at, 'allOpener'))
      return { form: 'colon', whole: before, isClosed: true, isOpen: false, isLoose: false };
    if (this.hasRole(clause, at, 'among'))
      return {
        form: 'among',
        whole: this.wholeBefore(figure, lastStop),
        isClosed: false,
        isOpen: false,
        isLoose: lastStop >= 0,
      };
    if (this.isView(clause, at) || this.hasRole(clause, at, 'allOpener'))
      return { form: 'colon', whole: this.wholeByMatter(figure), isClosed: true, isOpen: false, isLoose: true };
    return undefined;
  }

  private isBehindEnumeration(at: number): boolean {
    const before = this.tokens[at - 1];
    return before?.kind === 'sign' && before.sign === 'enumeration';
  }

  /** Whether only words stand between two tokens, no sign and no verb of a next clause. */
  private isNounOnly(from: number, to: number): boolean {
    for (let at = from; at < to; at++) {
      const token = this.tokens[at];
      if (token?.kind === 'sign' || token?.kind === 'number') return false;
    }
    return true;
  }

  private hasRole(from: number, to: number, role: string): boolean {
    for (let at = from; at < to; at++) {
      const token = this.tokens[at];
      if (token?.kind === 'word' && token.meaning.role === role) return true;
    }
    return false;
  }

  /** 从申请方式看, 按渠道分 */
  private isView(from: number, to: number): boolean {
    let hasBy = false;
    for (let at = from; at < to; at++) {
      const token = this.tokens[at];
      if (token?.kind !== 'word') continue;
      if (token.meaning.role === 'by' || token.meaning.stat === 'from') hasBy = true;
      else if (token.meaning.role === 'view' && hasBy) return true;
    }
    return false;
  }

  /** 中 before a sign, a figure, or what there is among them: 12件申请中， */
  private isOf(at: number): boolean {
    const next = this.tokens[at + 1];
    if (next === undefined || next.start > (this.tokens[at] as Token).end) return false;
    if (next.kind === 'sign') return next.sign === 'comma' || next.sign === 'colon' || next.sign === 'enumeration';
    const sign = this.text.charAt(next.start);
    return next.kind === 'number' || sign === '有' || sign === '已';
  }

  /** The whole that the words before 中 name. */
  private wholeNamed(
    figure: StatedFigure,
    from: number,
    clause: number,
    at: number,
    before: StatedFigure | undefined,
  ): StatedFigure | undefined {
    if (before && this.isNounOnly(from, at) && clause === from) return before.kind === 'count' ? before : undefined;
    if (!before) return undefined;
    const first = this.tokens[clause] as Token;
    const name = this.text.slice(first.start, (this.tokens[at] as Token).start);
    const matter = this.matterBetween(clause, at);
    const steps = this.stepsBetween(clause, at);
    let found: { figure: StatedFigure; length: number } | undefined;
    for (let i = before.index; i >= 0 && before.index - i <= FARTHEST; i--) {
      const each = this.figures[i] as StatedFigure;
      if (each.kind !== 'count' || isOfAnotherTime(each) || steps.some(step => !each.steps.includes(step))) continue;
      const length = Math.max(commonEnd(name, this.labelText(each)), commonEnd(name, this.nounText(each)));
      if (length > (found?.length ?? SHORTEST_NAME - 1)) found = { figure: each, length };
    }
    if (found) return found.figure;
    if (matter === undefined) return undefined;
    return this.previous(
      figure,
      each =>
        each.kind === 'count' &&
        each.matter === matter &&
        each.matterSource !== 'topic' &&
        each.parts.length === 0 &&
        !isOfAnotherTime(each) &&
        !this.partOf.has(each.index) &&
        steps.every(step => each.steps.includes(step)) &&
        !isOfFlow(each, steps),
    );
  }

  private stepsBetween(from: number, to: number): readonly string[] {
    const steps: string[] = [];
    for (let at = from; at < to; at++) {
      const token = this.tokens[at];
      if (token?.kind === 'word' && token.meaning.step !== undefined && token.meaning.step !== 'published')
        steps.push(token.meaning.step);
    }
    return steps;
  }

  private matterBetween(from: number, to: number): string | undefined {
    for (let at = to - 1; at >= from; at--) {
      const token = this.tokens[at];
      if (token?.kind === 'word' && token.meaning.matter !== undefined && token.meaning.matter !== 'information')
        return token.meaning.matter;
    }
    return undefined;
  }

  private labelText(figure: StatedFigure): string {
    const first = this.tokens[figure.labelFrom];
    return first && figure.labelFrom < figure.token ? this.text.slice(first.start, figure.start) : '';
  }

  private nounText(figure: StatedFigure): string {
    const last = this.tokens[figure.nounTo - 1];
    return last && figure.nounTo > figure.token + 1 ? this.text.slice(figure.end, last.end) : '';
  }

  /** The figure last named: in this sentence, else the last of the one before that is no part and is limited by nothing. */
  private wholeBefore(figure: StatedFigure, lastStop: number): StatedFigure | undefined {
    if (lastStop < 0)
      return this.previous(
        figure,
        each => each.depth <= figure.depth && each.kind === 'count' && !this.isInsideList(each, figure),
      );
    const last = this.previous(figure, each => each.depth <= figure.depth);
    if (!last || figure.sentence - last.sentence > 1) return undefined;
    return this.previous(
      figure,
      each =>
        each.sentence === last.sentence &&
        each.depth <= figure.depth &&
        each.kind === 'count' &&
        this.partOf.get(each.index) === undefined &&
        !isOfAnotherTime(each) &&
        !isOfFlow(each, []) &&
        isOfSameStep(each, figure) &&
        each.parts.every(part => part.startsWith('channel=') && figure.matter !== 'applications') &&
        isSameMeasure(each.number.unit, figure.number.unit),
    );
  }

  /** A part of a bracket or of a list that is closed is passed over: the list's whole comes before it. */
  private isInsideList(each: StatedFigure, figure: StatedFigure): boolean {
    return each.depth > figure.depth;
  }

  /** The nearest figure before that counts the same matter and is limited by nothing. */
  private wholeByMatter(figure: StatedFigure): StatedFigure | undefined {
    const { matter } = figure;
    if (matter === undefined) return this.wholeBefore(figure, 0);
    // Applicants and channels divide what was received.
    const isOfReceived = figure.parts.some(part => part.startsWith('applicant=') || part.startsWith('channel='));
    return this.previous(
      figure,
      each =>
        each.kind === 'count' &&
        each.matter === matter &&
        each.depth <= figure.depth &&
        !isOfFlow(each, []) &&
        figure.paragraph - each.paragraph <= 1 &&
        !this.partOf.has(each.index) &&
        each.parts.length === 0 &&
        !isOfAnotherTime(each) &&
        !(isOfReceived && each.steps.includes('replied')) &&
        isSameMeasure(each.number.unit, figure.number.unit),
    );
  }

  /** The parts from a figure on. */
  private collect(first: StatedFigure, opening: Opening, named: StatedFigure): PartList | undefined {
    let whole = named;
    const parts: { figure: StatedFigure; share: StatedFigure | undefined }[] = [];
    let isOpen = opening.isOpen || whole.number.precision === 'rough';
    let { isClosed } = opening;
    let level = 0;
    let isEnded = false;
    let last = first;
    const base = first.depth;
    let skipTo = -1;
    if (this.isFollowedByOf(first)) return undefined;
    for (let i = first.index; i < this.figures.length && parts.length < MOST_PARTS; i++) {
      const figure = this.figures[i] as StatedFigure;
      if (figure.depth < base || (base > 0 && figure.bracket !== first.bracket && figure.depth <= base)) {
        isEnded = true;
        break;
      }
      const between = this.between(i === first.index ? first : last, figure, base);
      if (i > first.index) {
        if (
          between.level >= LEVELS.stop &&
          !this.goesOnOverLines(first, last, figure, opening) &&
          !this.goesOnWithShares(parts, figure, between.level, opening)
        ) {
          isEnded = true;
          break;
        }
        if (skipTo >= 0 && between.level < skipTo && figure.depth === base && figure.kind === 'count') {
          last = figure;
          continue;
        }
        skipTo = -1;
      }
      if (figure.depth > base) {
        const part = parts.at(-1);
        if (
          part &&
          !part.share &&
          (figure.kind === 'share' || figure.kind === 'percent') &&
          part.figure.index === i - 1
        )
          part.share = figure;
        continue;
      }
      if (figure.kind === 'share' || figure.kind === 'percent' || figure.kind === 'rate') {
        const part = parts.at(-1);
        if (part && !part.share && figure.kind !== 'rate' && this.isOfPart(part.figure, figure)) part.share = figure;
        last = figure;
        continue;
      }
      if (i > first.index) {
        if (parts.length > 0 && (between.hasRole('another') || between.startsClause('another'))) {
          isEnded = true;
          break;
        }
        if (figure.roles.has('total') || this.isBareTotal(figure, parts)) {
          // 按申请人统计，甲3件、乙4件，合计7件: the total is the whole.
          if (opening.isLoose && parts.length > 1 && isSameMeasure(figure.number.unit, first.number.unit))
            whole = figure;
          isClosed = true;
          isEnded = true;
          break;
        }
        if (between.hasRole('etc')) {
          isOpen = true;
          isEnded = true;
          break;
        }
        if (between.opensList && parts.length > 0) {
          // A list of a part: passed over where stronger signs part its whole from the next part.
          if (level > between.nestedLevel) {
            skipTo = level;
            last = figure;
            continue;
          }
          if (parts.length === 1) return undefined;
          isOpen = isOpen || parts.length < 2;
          // The figures behind belong to the last part; whether there are more parts is not told.
          isEnded = true;
          break;
        }
        if (level === 0 && parts.length === 1) level = between.level;
        else if (
          parts.length > 1 &&
          between.level > level &&
          !(
            between.level === level + 1 &&
            between.level < LEVELS.stop &&
            (this.isAlike(parts, figure) || figure.roles.has('rest') || isItem(figure, whole)) &&
            !isAll(whole, parts)
          )
        ) {
          isEnded = true;
          break;
        }
      }
      if (figure.kind !== 'count' || figure.when === 'planned') {
        if (figure.kind === 'difference') break;
        last = figure;
        continue;
      }
      if (i > first.index && figure.when === 'last' && whole.when !== 'last' && !figure.steps.includes('carriedIn'))
        break;
      const isBare = figure.number.unit === '';
      if (
        !isBare &&
        !isSameMeasure(whole.number.unit, figure.number.unit) &&
        !areThings(whole, figure, opening.isClosed)
      ) {
        isEnded = true;
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
      if (figure.number.precision === 'rough') isOpen = true;
      if (figure.roles.has('mainly')) isOpen = true;
      parts.push({ figure, share: undefined });
      last = figure;
    }
    const end = parts.at(-1);
    if (!end || parts.length === 0) return undefined;
    if (this.isEtcBehind(end.share ?? end.figure)) isOpen = true;
    if (!isEnded) isEnded = this.figures[last.index + 1] === undefined || true;
    if (parts.some(({ figure }) => figure === whole)) return undefined;
    const hasRest = parts.length > 1 && end.figure.roles.has('rest');
    if (hasRest && !isOpen) isClosed = true;
    if (
      hasRest &&
      !this.isEtcBehind(end.share ?? end.figure) &&
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
      isLoose: opening.isLoose,
    };
  }

  /** 新收的12件申请中，: the figure is a whole itself. */
  private isFollowedByOf(figure: StatedFigure): boolean {
    for (let at = figure.token + 1; at < figure.nounTo; at++) {
      const token = this.tokens[at];
      if (token?.kind === 'word' && token.meaning.role === 'of' && this.isOf(at)) return true;
    }
    return false;
  }

  /** 甲3件、乙4件，共7件: nothing but 共 in the label, or what is said of the parts too (全年共新收12件). */
  private isBareTotal(figure: StatedFigure, parts: readonly { figure: StatedFigure }[]): boolean {
    if (parts.length < 2 || !figure.roles.has('all')) return false;
    let hasTotal = false;
    for (let at = figure.labelFrom; at < figure.token; at++) {
      const token = this.tokens[at];
      if (token?.kind !== 'word') return false;
      const { meaning } = token;
      if (this.text.slice(token.start, token.end) === '共') hasTotal = true;
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

  private isAlike(parts: readonly { figure: StatedFigure }[], figure: StatedFigure): boolean {
    const before = parts.at(-1);
    if (!before) return false;
    const [a, b] = [this.labelText(before.figure), this.labelText(figure)];
    return a.length > 1 && b.length > 1 && a.slice(-2) === b.slice(-2);
  }

  /** Items on lines of their own go on while the lines have the form of the first. */
  private goesOnOverLines(first: StatedFigure, last: StatedFigure, figure: StatedFigure, opening: Opening): boolean {
    if (opening.form !== 'colon' && opening.form !== 'all' && opening.form !== 'among') return false;
    if (figure.paragraph - last.paragraph !== 1 || !isSameMeasure(first.number.unit, figure.number.unit)) return false;
    const [own, next] = [this.itemForm(first), this.itemForm(figure)];
    if (own === undefined || next === undefined || own.isNumbered !== next.isNumbered) return false;
    return own.end === 'stop' || this.itemForm(last)?.end !== 'stop';
  }

  /** 11条热线的电话量占10%: the percentage is of what stands between, and not of the count before it. */
  private isOfPart(part: StatedFigure, share: StatedFigure): boolean {
    if (share.labelFrom > part.token + 1) return true;
    for (let at = share.labelFrom; at < share.token; at++) {
      const token = this.tokens[at];
      if (token?.kind !== 'word') continue;
      if (token.meaning.stat !== undefined) return true;
      if (token.meaning.matter !== undefined) return false;
    }
    return true;
  }

  /** 其中甲30件，占60%。乙20件，占40%: each part has a sentence and a share of its own. */
  private goesOnWithShares(
    parts: readonly { figure: StatedFigure; share: StatedFigure | undefined }[],
    figure: StatedFigure,
    level: number,
    opening: Opening,
  ): boolean {
    const last = parts.at(-1);
    const next = this.figures[figure.index + 1];
    return (
      level === LEVELS.stop &&
      opening.form === 'among' &&
      last?.share !== undefined &&
      next?.number.unit === '%' &&
      next.sentence === figure.sentence &&
      figure.sentence - last.figure.sentence === 1 &&
      figure.matter === last.figure.matter &&
      isSameMeasure(figure.number.unit, last.figure.number.unit) &&
      parts.reduce((sum, { share }) => sum + (share?.number.value ?? 100), next.number.value) <= 100.5
    );
  }

  /** The form of a line that holds one figure behind its label; undefined for any other. */
  private itemForm(figure: StatedFigure): { readonly isNumbered: boolean; readonly end: string } | undefined {
    const [before, behind] = [this.figures[figure.index - 1], this.figures[figure.index + 1]];
    if (
      before?.paragraph === figure.paragraph ||
      (behind?.paragraph === figure.paragraph && behind.number.unit !== '%')
    )
      return undefined;
    let start = figure.token;
    while (start > 0 && !this.isParagraphEnd(start - 1)) start--;
    const lead = this.text.slice(this.tokens[start]?.start ?? 0, figure.start);
    const isNumbered = NUMBERED.test(lead);
    for (let at = start; at < figure.token; at++) {
      const token = this.tokens[at];
      if (
        token?.kind === 'sign' &&
        (token.sign === 'comma' || token.sign === 'semicolon' || token.sign === 'stop') &&
        !(isNumbered && at <= start + 1)
      )
        return undefined;
    }
    let end = '';
    for (let at = figure.token + 1; at < this.tokens.length && !this.isParagraphEnd(at); at++) {
      const token = this.tokens[at];
      if (token?.kind === 'sign') end = token.sign;
    }
    return { isNumbered, end };
  }

  private isParagraphEnd(at: number): boolean {
    const token = this.tokens[at];
    return token?.kind === 'sign' && token.sign === 'paragraph';
  }

  /** Whether a sign stands behind a word, or behind the general nouns that follow it: 等信息， */
  private endsClause(at: number): boolean {
    for (let next = at + 1; next <= at + 3; next++) {
      const token = this.tokens[next];
      if (token === undefined || token.kind === 'sign') return true;
      if (token.kind !== 'word') return false;
    }
    return false;
  }

  private isEtcBehind(figure: StatedFigure): boolean {
    for (let at = figure.token + 1; at < figure.token + 4; at++) {
      const token = this.tokens[at];
      if (token?.kind === 'sign' && token.sign === 'close') continue;
      if (token?.kind === 'word' && token.meaning.role === 'etc') return this.endsClause(at);
      if (token?.kind === 'sign' || token?.kind === 'number') return false;
    }
    return false;
  }

  /** What stands between two figures at the depth of the list. */
  private between(last: StatedFigure, figure: StatedFigure, base: number): Between {
    let level = 0;
    let opensList = false;
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
        }
        isStart = hasSign = true;
        continue;
      }
      if (token.kind === 'word' && depth <= 0) {
        const { role } = token.meaning;
        if (role !== undefined && role !== 'etc') roles.add(role);
        if (role === 'etc' && !hasSign && this.endsClause(at)) roles.add(role);
        if (isStart && starts === undefined && role !== undefined) starts = role;
        if (role === 'among' || role === 'allOpener' || role === 'mainly' || role === 'opener') {
          opensList = true;
          nestedLevel = level;
        }
      }
      isStart = false;
    }
    return { level, opensList, nestedLevel, hasRole: role => roles.has(role), startsClause: role => starts === role };
  }

  /** 甲3件，乙4件，合计7件 */
  private readTotal(total: StatedFigure): void {
    if (total.kind !== 'count') return;
    if (!total.roles.has('all') && !total.roles.has('total')) return;
    if (this.lists.some(({ whole }) => whole === total) || this.partOf.has(total.index)) return;
    const parts: ListPart[] = [];
    let level = 0;
    for (let i = total.index - 1; i >= 0; i--) {
      const figure = this.figures[i] as StatedFigure;
      if (figure.sentence !== total.sentence) break;
      if (figure.depth !== total.depth || figure.kind !== 'count') continue;
      if (!isSameMeasure(figure.number.unit, total.number.unit)) break;
      const next = parts[0];
      const { level: between, opensList } = this.between(figure, next?.figure ?? total, total.depth);
      if (parts.length > 0 && opensList) {
        // A list inside: its whole stands for it.
        const whole = this.lists.find(list => list.parts[0]?.figure === next?.figure)?.whole;
        if (whole === figure) {
          const inside = this.lists.find(list => list.whole === figure);
          const kept = parts.filter(part => !inside?.parts.some(each => each.figure === part.figure));
          parts.splice(0, parts.length, { figure, share: undefined }, ...kept);
          level = 0;
          continue;
        }
        break;
      }
      if (parts.length === 1) level = Math.max(between, LEVELS.enumeration);
      if (parts.length > 1 && between > level) break;
      parts.unshift({ figure, share: undefined });
    }
    if (parts.length < 2 || (!total.roles.has('total') && !this.isBareTotal(total, parts))) return;
    const before = this.partOf.get(parts.at(-1)?.figure.index ?? -1);
    if (
      before &&
      before.whole !== total &&
      before.whole.number.value === total.number.value &&
      parts.some(({ figure }) => figure === before.whole)
    )
      return;
    if (parts.some(({ figure }) => figure.number.precision === 'rough')) return;
    this.add({ form: 'total', whole: total, parts, isClosed: true, isOpen: false, isEnded: true, isLoose: false });
  }

  /** 甲30件，占6%: an item among others. */
  private hasShare(figure: StatedFigure): boolean {
    const next = this.figures[figure.index + 1];
    return (
      next?.sentence === figure.sentence &&
      (next.kind === 'share' || next.kind === 'percent') &&
      next.token - figure.token <= 4
    );
  }

  /** 留言12条，公开答复7条，不公开答复5条: counts in a row that no word joins. */
  private readImplied(): void {
    for (let w = 0; w < this.figures.length; w++) {
      const whole = this.figures[w] as StatedFigure;
      if (
        whole.kind !== 'count' ||
        whole.number.unit === '' ||
        this.partOf.has(w) ||
        this.lists.some(list => list.whole === whole) ||
        this.hasShare(whole)
      )
        continue;
      const parts: { figure: StatedFigure; share: StatedFigure | undefined }[] = [];
      let level = 0;
      let last = whole;
      let i = w + 1;
      for (; i < this.figures.length; i++) {
        const figure = this.figures[i] as StatedFigure;
        if (figure.depth !== whole.depth) {
          const part = parts.at(-1);
          if (part && !part.share && figure.depth > whole.depth && figure.number.unit === '%') part.share = figure;
          continue;
        }
        if (figure.sentence !== whole.sentence) break;
        const between = this.between(last, figure, whole.depth);
        if (between.level >= LEVELS.stop) break;
        if (figure.number.unit === '%') {
          const part = parts.at(-1);
          if (part && !part.share && (figure.kind === 'share' || figure.kind === 'percent')) part.share = figure;
          last = figure;
          continue;
        }
        if (parts.length > 1 && figure.roles.has('all') && figure.kind === 'count') break;
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
          this.partOf.has(figure.index) ||
          this.lists.some(list => list.whole === figure)
        )
          break;
        if (
          figure.when !== whole.when &&
          (figure.when === 'last' || figure.when === 'planned' || figure.when === 'allYears')
        )
          break;
        if (parts.length === 0 && between.level < LEVELS.comma) break;
        if (parts.length === 1) level = between.level;
        if (parts.length > 1 && between.level > level) break;
        parts.push({ figure, share: undefined });
        last = figure;
      }
      if (parts.length < 2) continue;
      const next = this.figures[i];
      const isEnded = next?.sentence !== whole.sentence;
      this.lists.push({
        form: 'implied',
        whole,
        parts,
        isClosed: false,
        isOpen: this.isEtcBehind((parts.at(-1) as ListPart).figure),
        isEnded,
        isLoose: false,
      });
    }
  }
}

interface Between {
  readonly level: number;
  readonly opensList: boolean;
  readonly nestedLevel: number;
  hasRole(role: string): boolean;
  startsClause(role: string): boolean;
}

/** 便民宣传产品12件，分别为海报3张、手册4册: things of several kinds. */
function areThings(whole: StatedFigure, part: StatedFigure, isClosed: boolean): boolean {
  const isThing = ({ number: { unit, decimals } }: StatedFigure) =>
    decimals === 0 && unit !== '' && (isClosed ? !NO_THINGS.some(each => unit.includes(each)) : THINGS.includes(unit));
  return isThing(whole) && isThing(part);
}

const NO_THINGS = ['人', '名', '%', '元', '次', '家', '户', '倍', '点'];
const THINGS = ['条', '件', '份', '篇', '期', '张', '册', '集', '幅', '则', '条次', '篇次', '部', '种', '本'];

/** An item of a list: nothing is said of it but what it is. */
function isItem(
  { steps, parts, stats, roles, whose, matter, matterSource }: StatedFigure,
  whole: StatedFigure,
): boolean {
  const isOther =
    matterSource === 'label' &&
    (matter === 'reviews' || matter === 'litigation' || matter === 'applications') &&
    matter !== whole.matter;
  return (
    !isOther &&
    steps.length === 0 &&
    parts.length === 0 &&
    stats.size === 0 &&
    whose === undefined &&
    !roles.has('among') &&
    !roles.has('total')
  );
}

/** Whether what was done with a part was done with its whole, as far as the words tell. */
function isOfSameStep(whole: StatedFigure, part: StatedFigure): boolean {
  return (
    part.steps.length === 0 ||
    whole.steps.length === 0 ||
    whole.steps.some(step => part.steps.includes(step) || GENERAL_STEPS.has(step))
  );
}

const GENERAL_STEPS = new Set(['received', 'newReceived', 'handled', 'published', 'made', 'issued']);

/** Whether the parts so far are all of the whole. */
function isAll({ number }: StatedFigure, parts: readonly { figure: StatedFigure }[]): boolean {
  return parts.reduce((sum, { figure }) => sum + figure.number.value, 0) === number.value;
}

/** Not of the whole report year. */
function isOfAnotherTime({ when }: StatedFigure): boolean {
  return when === 'last' || when === 'planned' || when === 'partial' || when === 'several';
}

/** 1. 1、 （1） （一） ① at the beginning of a line. */
const NUMBERED = /^(?:[（(]?[\d一二三四五六七八九十]{1,2}[）)]?[.、．]?|[①-⑳])/;

/** Carried over, or one of the results: no whole that a list without its own is of. */
function isOfFlow({ steps }: StatedFigure, named: readonly string[]): boolean {
  return steps.some(step => FLOW_STEPS.has(step) && !named.includes(step));
}

const FLOW_STEPS = new Set([
  'carriedIn',
  'carriedOut',
  'carry',
  'pending',
  'refused',
  'unable',
  'rejected',
  'otherHandling',
  'granted',
  'partiallyGranted',
  'grantedAndPartial',
  'upheld',
  'corrected',
  'otherOutcome',
]);

/** Length of the words with which both texts end. */
function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.charAt(a.length - 1 - length) === b.charAt(b.length - 1 - length))
    length++;
  return length;
}
