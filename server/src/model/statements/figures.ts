import { areAllWays } from './allWays.ts';
import type { FigureTime, MatterSource, ReadingFacts, StatedFigure } from './statedFigure.ts';
import { carriedTo, isCarriedBehind, isTurnedOver } from './carriedYears.ts';
import { kindOf } from './figureKind.ts';
import {
  directionOf,
  facetsOf,
  isNoun,
  isWay,
  isWeak,
  limitsBeside,
  matterNamed,
  MEDIA_UNITS,
  partsOf,
  statsOf,
  stepsOf,
  timeOfSet,
} from './labelWords.ts';
import { endsAsBody, endsOwnName, isOwnBody } from './ownBody.ts';
import { saysHowMany } from './howMany.ts';
import { ofYears, respective, withoutAnnounced } from './respective.ts';
import { copyOf, NOTHING_SAID, type SentenceState } from './sentenceState.ts';
import type { Token, WordToken } from './tokens.ts';
import { withMeasures } from './unmeasured.ts';
import type { WrittenNumber } from './writtenNumbers.ts';

const NONE: readonly never[] = [];

/** 2022年度部门决算2条, 2022年以前制发的文件302件: the year is in the name of what is counted. */
const OF_DOCUMENT =
  /^度?(?:(?:部门|单位|财政|政府|本级|[省市县区镇乡]级){0,2}(?:预决算|预算|决算|工作报告|年报|工作要点|工作总结|审计)|(?!公开|发布|报送|编制|印发|共)[\u4e00-\u9fff]{2,16}报告\s?\d|(?:底|末|及)?(?:以前|之前|前)(?:制|印|出台|发布|形成|生成|产生|的))/;
const LONGEST_DOCUMENT = 24;

const PLANS = /^(?:计划|目标)$/;

/** Reads the figures of a chain; `topics[p]` is the matter that the heading above paragraph `p` names. */
export function readFigures(
  text: string,
  tokens: readonly Token[],
  topics: readonly (string | undefined)[],
  facts: ReadingFacts,
): readonly StatedFigure[] {
  return new FigureReader({ text, tokens, topics, facts }).read();
}

interface ReaderInput {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly topics: readonly (string | undefined)[];
  readonly facts: ReadingFacts;
}

/** Where the reader is: counted sentences and paragraphs, the first token of the label and of the gap before it. */
interface ReaderPlace {
  /** The last number of the paragraph: what stands behind it is said of no figure. */
  lastNumber: number;
  sentence: number;
  paragraph: number;
  labelFrom: number;
  gapFrom: number;
}

class FigureReader {
  private readonly figures: StatedFigure[] = [];
  private readonly brackets: { readonly token: number; readonly state: SentenceState }[] = [];
  private readonly at: ReaderPlace = { lastNumber: -1, sentence: 0, paragraph: 0, labelFrom: 0, gapFrom: 0 };
  private state = copyOf(NOTHING_SAID);
  private topic: { matter: string | undefined; source: MatterSource };

  constructor(private readonly input: ReaderInput) {
    this.topic = { matter: input.topics[0], source: 'heading' };
  }

  read(): readonly StatedFigure[] {
    const { tokens } = this.input;
    this.at.lastNumber = this.lastNumberFrom(0);
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at] as Token;
      if (token.kind === 'number') {
        if (saysHowMany(tokens, at)) continue;
        this.add(at, token.number);
        this.at.labelFrom = this.at.gapFrom = at + 1;
      } else if (token.kind === 'sign') this.readSign(at, token.sign);
    }
    const figures = ofYears(respective(this.figures, tokens), tokens, year => this.timeOf(year));
    return withMeasures(withoutAnnounced(figures, tokens), tokens);
  }

  /** The last number of the paragraph that begins with a token; -1 for none. */
  private lastNumberFrom(from: number): number {
    const { tokens } = this.input;
    let last = -1;
    for (let at = from; at < tokens.length; at++) {
      const token = tokens[at] as Token;
      if (token.kind === 'number') last = at;
      else if (token.kind === 'sign' && token.sign === 'paragraph') break;
    }
    return last;
  }

  private readSign(at: number, sign: string): void {
    if (at < this.at.lastNumber) this.readClause(this.at.labelFrom, at);
    this.at.labelFrom = at + 1;
    // What is said in brackets is said of what stands in them.
    if (sign === 'open')
      this.brackets.push({
        token: at,
        state: copyOf(this.state),
      });
    else if (sign === 'close') this.state = this.brackets.pop()?.state ?? this.state;
    else if (sign === 'stop' || sign === 'paragraph' || sign === 'semicolon') {
      if (sign !== 'semicolon') this.brackets.length = 0;
      this.state = copyOf(NOTHING_SAID);
      if (sign === 'semicolon') return;
      this.at.gapFrom = at + 1;
      // A full stop and the end of its paragraph end one sentence.
      const before = this.input.tokens[at - 1];
      if (sign !== 'paragraph' || before?.kind !== 'sign' || before.sign !== 'stop') this.at.sentence++;
      if (sign !== 'paragraph') return;
      this.at.paragraph++;
      this.at.lastNumber = this.lastNumberFrom(at + 1);
      this.topic = { matter: this.input.topics[this.at.paragraph], source: 'heading' };
    }
  }

  /** A clause without a figure, or what stands behind the last one: its words hold for the figures that follow. */
  private readClause(from: number, to: number): void {
    if (from >= to) return;
    this.readScope(from, to);
    let namesWhole = false;
    for (let at = from; at < to; at++) {
      const token = this.input.tokens[at];
      if (token?.kind !== 'word') continue;
      const { matter, part, role } = token.meaning;
      if (matter !== undefined && !isWeak(token.meaning)) this.topic = { matter, source: 'topic' };
      if (part !== undefined) this.state.limits.push(part);
      if (role === 'of' || role === 'view') namesWhole = true;
    }
    if (namesWhole)
      this.state.among = this.wordsBetween(from, to).flatMap(({ meaning }) =>
        meaning.step === undefined ? [] : [meaning.step],
      );
  }

  /** Whose and when of a run of tokens, kept for the rest of the sentence. */
  private readScope(from: number, to: number): { time: FigureTime | undefined; year: number | undefined } {
    let found: Set<FigureTime> | undefined;
    let isSaid = false;
    let year: number | undefined;
    let isCompared = false;
    let isCarried = false;
    for (let at = from; at < to; at++) {
      const token = this.input.tokens[at];
      if (token?.kind === 'year') {
        if (OF_DOCUMENT.test(this.input.text.substr(token.end, LONGEST_DOCUMENT))) continue;
        year = token.year;
        (found ??= new Set()).add(this.timeOf(token.year));
      } else if (token?.kind === 'word') {
        const { whose, when, stat, step } = token.meaning;
        if (whose !== undefined) this.state.whose = this.isOwnName(token) ? 'own' : whose;
        if (when !== undefined && !this.isPlanCounted(at, from, to)) (found ??= new Set()).add(when);
        if (when === 'this') isSaid = true;
        if (stat === 'compared' || stat === 'from' || stat === 'to') isCompared = true;
        if (step === 'carry' || step === 'carriedIn' || step === 'carriedOut') isCarried = true;
      } else if (token?.kind === 'unknown') this.readOrganisation(token);
    }
    // 全年累计 is of the year.
    if (isSaid) found?.delete('cumulative');
    const time = found && timeOfSet(found);
    if (time !== undefined && !isCompared && !isCarried) this.state.when = time;
    if (year !== undefined && !isCompared && !isCarried) this.state.year = year;
    return { time, year };
  }

  /** 审计计划3条, 计划规划3条: what is counted, and nothing that is planned. */
  private isPlanCounted(at: number, from: number, to: number): boolean {
    const token = this.input.tokens[at] as Token;
    if (!PLANS.test(this.input.text.slice(token.start, token.end))) return false;
    const [before, next] = [this.input.tokens[at - 1], this.input.tokens[at + 1]];
    const isBehindNoun = at > from && (before?.kind === 'unknown' || (before?.kind === 'word' && isNoun(before)));
    const isBeforeNoun = next?.kind === 'word' && isNoun(next) && at + 2 === to;
    return this.input.tokens[to]?.kind === 'number' && ((isBehindNoun && at + 1 === to) || isBeforeNoun);
  }

  /** 与上年（24件）相比: a number alone in brackets is of the time that is named before them. */
  private timeBeforeBracket(token: number): FigureTime | undefined {
    const [open, word] = [this.input.tokens[token - 1], this.input.tokens[token - 2]];
    if (open?.kind !== 'sign' || open.sign !== 'open') return undefined;
    if (word?.kind === 'year') return this.timeOf(word.year);
    return word?.kind === 'word' ? word.meaning.when : undefined;
  }

  private timeOf(year: number): FigureTime {
    if (this.input.facts.year === undefined) return 'unclear';
    const difference = year - this.input.facts.year;
    return difference === 0 ? 'this' : difference === -1 ? 'last' : difference === 1 ? 'next' : 'year';
  }

  private isOwnName(token: Token): boolean {
    return endsOwnName(this.input.text.slice(token.start, token.end), this.input.facts.body);
  }

  private readOrganisation(token: Token): void {
    const name = this.input.text.slice(token.start, token.end);
    if (!endsAsBody(name)) return;
    this.state.whose = isOwnBody(name, this.input.facts.body) ? 'own' : 'other';
  }

  private wordsBetween(from: number, to: number): readonly WordToken[] {
    let words: WordToken[] | undefined;
    for (let at = from; at < to; at++) {
      const token = this.input.tokens[at];
      if (token?.kind === 'word') (words ??= []).push(token);
    }
    return words ?? NONE;
  }

  private unknownBetween(from: number, to: number): number {
    let count = 0;
    for (let at = from; at < to; at++) {
      const token = this.input.tokens[at];
      if (token?.kind !== 'unknown') continue;
      const name = this.input.text.slice(token.start, token.end);
      if (!isOwnBody(name, this.input.facts.body)) count += token.end - token.start;
    }
    return count;
  }

  private add(token: number, number: WrittenNumber): void {
    const { labelFrom, gapFrom } = this.at;
    let nounTo = token + 1;
    while (
      nounTo < this.input.tokens.length &&
      this.input.tokens[nounTo]?.kind !== 'sign' &&
      this.input.tokens[nounTo]?.kind !== 'number'
    )
      nounTo++;
    const isFollowed = this.input.tokens[nounTo]?.kind === 'number';
    const label = this.wordsBetween(labelFrom, token);
    const noun = isFollowed && label.length > 0 ? NONE : this.wordsBetween(token + 1, nounTo);
    const { among, year } = this.state;
    const scope = this.readScope(labelFrom, token);
    const bracketed = this.timeBeforeBracket(token);
    const countsMedia = MEDIA_UNITS.includes(number.unit);
    const { text, tokens } = this.input;
    const kind = kindOf(number, label, token, {
      text,
      tokens,
      before: this.figures.at(-1),
      sentence: this.at.sentence,
    });
    const matter = this.matterOf(label, noun, gapFrom, labelFrom, number.unit);
    const isFirst = this.figures.at(-1)?.sentence !== this.at.sentence;
    const isOfAllWays =
      isFirst && matter.matter === 'applications' && areAllWays(this.input.tokens, gapFrom, labelFrom, token);
    const named = partsOf(label, noun, countsMedia);
    const parts = isOfAllWays ? named.filter(part => !isWay(part)) : named;
    if (isOfAllWays) this.state.limits = this.state.limits.filter(part => !isWay(part));
    // 接收通过邮寄、现场等方式提交的申请: the verb stands before the ways.
    const verb = isOfAllWays ? this.wordsBetween(gapFrom, labelFrom) : NONE;
    const told = stepsOf([...label, ...verb], noun, carriedTo(this.input, noun, token, nounTo) ?? scope.time);
    const isLeft = told.every(step => step === 'pending') && !isFollowed;
    const isCarried = isTurnedOver(this.input, token) || (isLeft && isCarriedBehind(this.input, nounTo));
    const steps = isCarried ? [...told, 'carriedOut'] : told;
    const nounTime = timeOfSet(facetsOf(noun, 'when'));
    const ownUnknown =
      this.unknownBetween(labelFrom, token) +
      (label.length === 0 && !isFollowed ? this.unknownBetween(token + 1, nounTo) : 0);
    // 受理来信142件，已办结115件: what is not known of the one is not known of the other.
    const isNamed = matter.source === 'label' || matter.source === 'noun';
    if (isNamed) this.state.unknown = 0;
    const unknown = ownUnknown + (kind === 'count' ? this.state.unknown : 0);
    this.state.unknown = Math.max(this.state.unknown, ownUnknown);
    this.figures.push({
      index: this.figures.length,
      number,
      start: number.start,
      end: number.end,
      token,
      labelFrom,
      nounTo,
      depth: this.brackets.length,
      bracket: this.brackets.at(-1)?.token ?? -1,
      sentence: this.at.sentence,
      paragraph: this.at.paragraph,
      kind,
      matter: matter.matter,
      matterSource: matter.source,
      steps,
      parts,
      limits: limitsBeside(parts, this.state),
      among,
      // 43件由下属单位收到
      whose:
        (label.length === 0 ? noun.findLast(({ meaning }) => meaning.whose !== undefined)?.meaning.whose : undefined) ??
        this.state.whose,
      when: scope.time ?? bracketed ?? this.state.when ?? (nounTime === 'planned' ? nounTime : undefined),
      year: scope.year ?? year,
      direction: directionOf(label),
      roles: facetsOf(label, 'role'),
      stats: statsOf(label, kind, text.charAt(number.end)),
      unknown,
    });
    if (matter.matter !== undefined && (matter.source === 'label' || matter.source === 'noun') && !matter.isWeak)
      this.topic = { matter: matter.matter, source: 'topic' };
    for (const { meaning } of label)
      if (meaning.part?.startsWith('manner=') === true || (meaning.part !== undefined && isWay(meaning.part)))
        if (!isOfAllWays) this.state.ways.push(meaning.part);
  }

  private matterOf(
    label: readonly WordToken[],
    noun: readonly WordToken[],
    gapFrom: number,
    labelFrom: number,
    unit: string,
  ): { matter: string | undefined; source: MatterSource | undefined; isWeak: boolean } {
    return (
      this.matterIn(label, 'label', unit) ??
      this.matterIn(noun, 'noun', unit) ??
      this.matterIn(this.wordsBetween(gapFrom, labelFrom), 'clause', unit) ?? {
        matter: this.topic.matter,
        source: this.topic.matter === undefined ? undefined : this.topic.source,
        isWeak: false,
      }
    );
  }

  private matterIn(
    words: readonly WordToken[],
    source: MatterSource,
    unit: string,
  ): { matter: string | undefined; source: MatterSource; isWeak: boolean } | undefined {
    const found = matterNamed(words, unit, source === 'noun');
    if (found === undefined) return undefined;
    const weak = isWeak(found);
    if (weak && this.topic.matter !== undefined && source === 'clause') return undefined;
    return { matter: found.matter, source, isWeak: weak };
  }
}
