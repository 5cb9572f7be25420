import type { Meaning, Role, Whose } from '../../format/words.ts';
import type { Token, WordToken } from './tokens.ts';
import type { WrittenNumber } from './writtenNumbers.ts';

/** What kind of number a figure is. */
export type FigureKind =
  'count' | 'difference' | 'average' | 'per' | 'share' | 'rate' | 'change' | 'percent' | 'points' | 'times';

/** Of which time a figure is. `this`: the report year. `year`: another named one. `unclear`: the words do not tell. */
export type FigureTime =
  'this' | 'last' | 'next' | 'year' | 'partial' | 'several' | 'cumulative' | 'allYears' | 'planned' | 'unclear';

/** Where a figure's matter was read: in its label, behind it, in the clauses before it, in what was spoken of before. */
export type MatterSource = 'label' | 'noun' | 'clause' | 'topic' | 'heading';

/** A figure of a chain of paragraphs and what the words around it say. Places count from the start of the chain. */
export interface StatedFigure {
  readonly index: number;
  readonly number: WrittenNumber;
  readonly start: number;
  readonly end: number;
  /** Its token, the first one of its label, and the one behind its noun. */
  readonly token: number;
  readonly labelFrom: number;
  readonly nounTo: number;
  /** Brackets around it, and the token that opens the innermost; -1 for none. */
  readonly depth: number;
  readonly bracket: number;
  readonly sentence: number;
  readonly paragraph: number;
  readonly kind: FigureKind;
  readonly matter: string | undefined;
  readonly matterSource: MatterSource | undefined;
  /** Steps and parts named in the label or the noun, the last one last. */
  readonly steps: readonly string[];
  readonly parts: readonly string[];
  /** Parts named in the clauses before it. */
  readonly limits: readonly string[];
  readonly whose: Whose | 'other' | undefined;
  readonly when: FigureTime | undefined;
  /** A year that its own label names. */
  readonly year: number | undefined;
  readonly direction: 'up' | 'down' | undefined;
  readonly roles: ReadonlySet<Role>;
  /** Statistics that its label names. */
  readonly stats: ReadonlySet<string>;
  /** Characters of label and noun that no word covers. */
  readonly unknown: number;
}

/** What a reading depends on besides the words. */
export interface ReadingFacts {
  readonly year: number | undefined;
  readonly body: string | undefined;
}

const ORGANISATION_ENDS = '局委办厅院所站镇乡处心校会府部队科股室园';
const SHORTEST_ORGANISATION = 3;

interface SentenceState {
  whose: StatedFigure['whose'];
  when: FigureTime | undefined;
  limits: string[];
}

/** Reads the figures of a chain; `topics[p]` is the matter that the heading above paragraph `p` names. */
export function readFigures(
  text: string,
  tokens: readonly Token[],
  topics: readonly (string | undefined)[],
  facts: ReadingFacts,
): readonly StatedFigure[] {
  return new FigureReader(text, tokens, topics, facts).read();
}

class FigureReader {
  private readonly figures: StatedFigure[] = [];
  private readonly brackets: number[] = [];
  private sentence = 0;
  private paragraph = 0;
  private state: SentenceState = { whose: undefined, when: undefined, limits: [] };
  private topic: { matter: string | undefined; source: MatterSource };
  private labelFrom = 0;
  private gapFrom = 0;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
    private readonly topics: readonly (string | undefined)[],
    private readonly facts: ReadingFacts,
  ) {
    this.topic = { matter: topics[0], source: 'heading' };
  }

  read(): readonly StatedFigure[] {
    for (const [at, token] of this.tokens.entries()) {
      if (token.kind === 'number') {
        this.add(at, token.number);
        this.labelFrom = this.gapFrom = at + 1;
      } else if (token.kind === 'sign') this.readSign(at, token.sign);
    }
    return this.figures;
  }

  private readSign(at: number, sign: string): void {
    this.readClause(this.labelFrom, at);
    this.labelFrom = at + 1;
    if (sign === 'open') this.brackets.push(at);
    else if (sign === 'close') this.brackets.pop();
    else if (sign === 'stop' || sign === 'paragraph' || sign === 'semicolon') {
      if (sign !== 'semicolon') this.brackets.length = 0;
      this.state = { whose: undefined, when: undefined, limits: [] };
      if (sign === 'semicolon') return;
      this.gapFrom = at + 1;
      this.sentence++;
      if (sign !== 'paragraph') return;
      this.paragraph++;
      this.topic = { matter: this.topics[this.paragraph], source: 'heading' };
    }
  }

  /** A clause without a figure, or what stands behind the last one: its words hold for the figures that follow. */
  private readClause(from: number, to: number): void {
    const words = this.wordsBetween(from, to);
    this.readScope(from, to);
    const matter = words.findLast(({ meaning }) => meaning.matter !== undefined && !isWeak(meaning))?.meaning.matter;
    if (matter !== undefined) this.topic = { matter, source: 'topic' };
    for (const { meaning } of words) if (meaning.part !== undefined) this.state.limits.push(meaning.part);
  }

  /** Whose and when of a run of tokens, kept for the rest of the sentence. */
  private readScope(from: number, to: number): { time: FigureTime | undefined; year: number | undefined } {
    const found = new Set<FigureTime>();
    let isSaid = false;
    let year: number | undefined;
    let isCompared = false;
    let isCarried = false;
    for (let at = from; at < to; at++) {
      const token = this.tokens[at];
      if (token?.kind === 'year') {
        year = token.year;
        found.add(this.timeOf(token.year));
      } else if (token?.kind === 'word') {
        const { whose, when, stat, step } = token.meaning;
        if (whose !== undefined) this.state.whose = this.isOwnName(token) ? 'own' : whose;
        if (when !== undefined) found.add(when);
        if (when === 'this') isSaid = true;
        if (stat === 'compared' || stat === 'from' || stat === 'to') isCompared = true;
        if (step === 'carry' || step === 'carriedIn' || step === 'carriedOut') isCarried = true;
      } else if (token?.kind === 'unknown') this.readOrganisation(token, at);
    }
    // 全年累计 is of the year.
    if (isSaid) found.delete('cumulative');
    const time = timeOfSet(found);
    if (time !== undefined && !isCompared && !isCarried) this.state.when = time;
    return { time, year };
  }

  private timeOf(year: number): FigureTime {
    if (this.facts.year === undefined) return 'unclear';
    const difference = year - this.facts.year;
    return difference === 0 ? 'this' : difference === -1 ? 'last' : difference === 1 ? 'next' : 'year';
  }

  private isOwnName(token: Token): boolean {
    return token.end - token.start > 2 && (this.facts.body ?? '').endsWith(this.text.slice(token.start, token.end));
  }

  private readOrganisation(token: Token, at: number): void {
    const name = this.text.slice(token.start, token.end);
    const last = name.charAt(name.length - 1);
    if (name.length < SHORTEST_ORGANISATION || !ORGANISATION_ENDS.includes(last)) return;
    this.state.whose = this.isOfBody(name) ? 'own' : 'other';
    void at;
  }

  private isOfBody(name: string): boolean {
    const { body } = this.facts;
    return body !== undefined && (body.includes(name) || name.includes(body));
  }

  private wordsBetween(from: number, to: number): readonly WordToken[] {
    const words: WordToken[] = [];
    for (let at = from; at < to; at++) {
      const token = this.tokens[at];
      if (token?.kind === 'word') words.push(token);
    }
    return words;
  }

  private unknownBetween(from: number, to: number): number {
    let count = 0;
    for (let at = from; at < to; at++) {
      const token = this.tokens[at];
      if (token?.kind !== 'unknown') continue;
      const name = this.text.slice(token.start, token.end);
      if (!this.isOfBody(name)) count += token.end - token.start;
    }
    return count;
  }

  private add(token: number, number: WrittenNumber): void {
    const { labelFrom, gapFrom } = this;
    let nounTo = token + 1;
    while (
      nounTo < this.tokens.length &&
      this.tokens[nounTo]?.kind !== 'sign' &&
      this.tokens[nounTo]?.kind !== 'number'
    )
      nounTo++;
    const isFollowed = this.tokens[nounTo]?.kind === 'number';
    const label = this.wordsBetween(labelFrom, token);
    const noun = isFollowed && label.length > 0 ? [] : this.wordsBetween(token + 1, nounTo);
    const before = { ...this.state, limits: [...this.state.limits] };
    const scope = this.readScope(labelFrom, token);
    const own = [...label, ...noun];
    const countsMedia = MEDIA_UNITS.includes(number.unit);
    const kind = this.kindOf(number, label, token);
    const matter = this.matterOf(label, noun, gapFrom, labelFrom, countsMedia);
    const steps = stepsOf(label, noun, scope.time);
    const nounTime = timeOfSet(
      new Set(noun.flatMap(({ meaning }) => (meaning.when === undefined ? [] : [meaning.when]))),
    );
    this.figures.push({
      index: this.figures.length,
      number,
      start: number.start,
      end: number.end,
      token,
      labelFrom,
      nounTo,
      depth: this.brackets.length,
      bracket: this.brackets.at(-1) ?? -1,
      sentence: this.sentence,
      paragraph: this.paragraph,
      kind,
      matter: matter.matter,
      matterSource: matter.source,
      steps,
      parts: own.flatMap(({ meaning }) =>
        meaning.part === undefined || (countsMedia && isMedium(meaning)) ? [] : [meaning.part],
      ),
      limits: before.limits,
      whose: this.state.whose,
      when: scope.time ?? this.state.when ?? (nounTime === 'planned' ? nounTime : undefined),
      year: scope.year,
      direction: directionOf(label),
      roles: new Set(label.flatMap(({ meaning }) => (meaning.role === undefined ? [] : [meaning.role]))),
      stats: new Set(label.flatMap(({ meaning }) => (meaning.stat === undefined ? [] : [meaning.stat]))),
      unknown:
        this.unknownBetween(labelFrom, token) +
        (label.length === 0 && !isFollowed ? this.unknownBetween(token + 1, nounTo) : 0),
    });
    if (matter.matter !== undefined && (matter.source === 'label' || matter.source === 'noun') && !matter.isWeak)
      this.topic = { matter: matter.matter, source: 'topic' };
    for (const { meaning } of label)
      if (meaning.part?.startsWith('manner=') === true || meaning.part?.startsWith('channel=') === true)
        this.state.limits.push(meaning.part);
  }

  private matterOf(
    label: readonly WordToken[],
    noun: readonly WordToken[],
    gapFrom: number,
    labelFrom: number,
    countsMedia: boolean,
  ): { matter: string | undefined; source: MatterSource | undefined; isWeak: boolean } {
    for (const [words, source] of [
      [label, 'label'],
      [noun, 'noun'],
      [this.wordsBetween(gapFrom, labelFrom), 'clause'],
    ] as const) {
      const named = words.filter(({ meaning }) => meaning.matter !== undefined && (countsMedia || !isMedium(meaning)));
      const found = named.findLast(({ meaning }) => !isWeak(meaning)) ?? named.at(-1);
      if (!found) continue;
      const weak = isWeak(found.meaning);
      if (weak && this.topic.matter !== undefined && source === 'clause') continue;
      return { matter: found.meaning.matter, source, isWeak: weak };
    }
    return {
      matter: this.topic.matter,
      source: this.topic.matter === undefined ? undefined : this.topic.source,
      isWeak: false,
    };
  }

  private kindOf({ unit }: WrittenNumber, label: readonly WordToken[], token: number): FigureKind {
    const stats = label.flatMap(({ meaning }) => (meaning.stat === undefined ? [] : [meaning.stat]));
    const last = stats.findLast(stat => stat !== 'compared' && stat !== 'from' && stat !== 'to');
    if (unit === '%') {
      if (last === 'share' || last === 'rate') return last;
      if (last === 'up' || last === 'down' || last === 'change') return 'change';
      const before = this.figures.at(-1);
      if (before && this.isDirectlyBehind(before, token)) return 'share';
      if (before && before.number.unit === '%' && before.sentence === this.sentence && stats.length === 0)
        return before.kind;
      return 'percent';
    }
    if (unit === '个百分点' || unit === '百分点') return 'points';
    if (unit === '倍') return 'times';
    if (stats.includes('average')) return 'average';
    if (stats.includes('per')) return 'per';
    return (last === 'up' || last === 'down') && this.isLastWord(label, token) ? 'difference' : 'count';
  }

  /** 12件（3.5%）: nothing but an opening bracket stands between. */
  private isDirectlyBehind(before: StatedFigure, token: number): boolean {
    const between = this.tokens.slice(before.token + 1, token);
    const [first, ...others] = between;
    return (
      first?.kind === 'sign' &&
      (first.sign === 'open' || first.sign === 'comma') &&
      others.every(
        each =>
          each.kind === 'word' &&
          each.meaning.matter === undefined &&
          each.meaning.step === undefined &&
          each.meaning.stat === undefined,
      )
    );
  }

  /** Whether the word of change stands directly before the number, but for words without meaning of their own. */
  private isLastWord(label: readonly WordToken[], token: number): boolean {
    for (let i = label.length - 1; i >= 0; i--) {
      const { meaning } = label[i] as WordToken;
      if (meaning.stat === 'up' || meaning.stat === 'down') {
        const next = this.tokens[token - 1];
        return next?.kind !== 'unknown';
      }
      if (meaning.matter !== undefined || meaning.step !== undefined || meaning.part !== undefined) return false;
    }
    return false;
  }
}

/** Measure words that count media; behind other ones their names are channels. */
const MEDIA_UNITS = ['个', '家'];

function isMedium({ matter, part }: Meaning): boolean {
  return matter === 'accounts' && part !== undefined;
}

const FLOW = new Set(['carriedIn', 'carriedOut', 'newReceived', 'carry']);

/** Steps of label and noun: carrying × year is one of two rows, and what the label says of the flow goes before the noun. */
function stepsOf(
  label: readonly WordToken[],
  noun: readonly WordToken[],
  time: FigureTime | undefined,
): readonly string[] {
  const named = (words: readonly WordToken[]) =>
    words.flatMap(({ meaning }) => (meaning.step === undefined ? [] : [meaning.step]));
  const own = named(label);
  const all = own.some(step => FLOW.has(step)) ? own : [...own, ...named(noun)];
  if (!all.includes('carry')) return all;
  const carried = time === 'last' || time === 'year' ? 'carriedIn' : time === 'next' ? 'carriedOut' : undefined;
  return carried === undefined ? all : [...all.filter(step => step !== 'carry'), carried];
}

/** General words that stand for what was spoken of as well. */
function isWeak({ matter }: Meaning): boolean {
  return matter === 'information' || matter === 'units' || matter === 'tasks' || matter === 'staff';
}

function directionOf(label: readonly WordToken[]): 'up' | 'down' | undefined {
  const word = label.findLast(({ meaning }) => meaning.stat === 'up' || meaning.stat === 'down');
  return word?.meaning.stat === 'up' || word?.meaning.stat === 'down' ? word.meaning.stat : undefined;
}

function timeOfSet(found: ReadonlySet<FigureTime>): FigureTime | undefined {
  if (found.size === 0) return undefined;
  for (const time of ['planned', 'allYears', 'partial', 'several'] as const) if (found.has(time)) return time;
  if (found.has('cumulative')) return found.has('this') ? 'unclear' : 'cumulative';
  for (const time of ['last', 'next', 'year', 'unclear', 'this'] as const) if (found.has(time)) return time;
  return undefined;
}
