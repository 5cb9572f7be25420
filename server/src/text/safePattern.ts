/**
 * Patterns that people write for codes and numbers: words, classes of characters, and counts; matched in time that
 * grows with the text alone, whatever the pattern.
 *
 * `粤ICP备[0-9]{8}号`: signs stand for themselves, `.` for any, `\d` for a digit, `[A-Z0-9]` for one of these, `[^…]`
 * for any other; `?`, `*`, `+`, `{8}`, `{6,8}` and `{1,}` behind a sign say how often it stands, and `|` parts whole
 * alternatives. `\` before any other sign lets it stand for itself. There are no groups. Signs and letters count in
 * either width and case, white space in the text does not count.
 */
export interface SafePattern {
  /** Whether the whole of a text is written so. */
  matches(text: string): boolean;
}

/** What is wrong with a pattern, and the index of the sign. */
export interface PatternFault {
  readonly at: number;
  readonly why: 'group' | 'count' | 'class' | 'nothing' | 'tooLong' | 'escape';
}

/** No sign stands more often where the pattern says how often. */
const MOST_TIMES = 100;
/** States of all alternatives together. */
const MOST_STATES = 1000;
/** A longer text matches no pattern. */
const LONGEST_TEXT = 1000;

/** A state of the matching: what it takes on to the next one. */
interface Step {
  readonly takes: (sign: string) => boolean;
  /** May be left out. */
  readonly isOptional: boolean;
  /** May take more than one sign. */
  readonly isRepeated: boolean;
}

/** The pattern, or what is wrong with it. */
export function safePattern(pattern: string): SafePattern | PatternFault {
  const reader = new PatternReader(pattern);
  const alternatives = reader.read();
  if (!alternatives) return reader.fault ?? { at: 0, why: 'nothing' };
  return {
    matches: text => {
      const signs = [...unified(text)];
      return signs.length <= LONGEST_TEXT && alternatives.some(steps => isWhole(steps, signs));
    },
  };
}

/** Whether what was made of a pattern is a fault. */
export function isPatternFault(made: SafePattern | PatternFault): made is PatternFault {
  return 'why' in made;
}

function unified(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

/** Follows all ways through the steps at once, sign by sign. */
function isWhole(steps: readonly Step[], signs: readonly string[]): boolean {
  let open = new Set<number>();
  const enter = (at: number, into: Set<number>): void => {
    for (let step = at; !into.has(step); step++) {
      into.add(step);
      if (steps[step]?.isOptional !== true) return;
    }
  };
  enter(0, open);
  for (const sign of signs) {
    const next = new Set<number>();
    for (const at of open) {
      const step = steps[at];
      if (step?.takes(sign) !== true) continue;
      if (step.isRepeated) enter(at, next);
      enter(at + 1, next);
    }
    if (next.size === 0) return false;
    open = next;
  }
  return open.has(steps.length);
}

class PatternReader {
  fault: PatternFault | undefined;
  private at = 0;
  private readonly signs: readonly string[];

  constructor(pattern: string) {
    this.signs = [...pattern];
  }

  read(): readonly (readonly Step[])[] | undefined {
    const alternatives: Step[][] = [[]];
    let states = 0;
    while (this.at < this.signs.length) {
      if (this.signs[this.at] === '|') {
        this.at++;
        alternatives.push([]);
        continue;
      }
      const start = this.at;
      const takes = this.readSign();
      const steps = takes && this.readCount(takes);
      if (!steps) return undefined;
      states += steps.length;
      if (states > MOST_STATES) return this.fail('tooLong', start);
      alternatives.at(-1)?.push(...steps);
    }
    return alternatives.some(steps => steps.length === 0) ? this.fail('nothing', 0) : alternatives;
  }

  private fail(why: PatternFault['why'], at: number): undefined {
    this.fault ??= { at, why };
    return undefined;
  }

  private readSign(): Step['takes'] | undefined {
    const at = this.at;
    const sign = this.signs[this.at++] ?? '';
    switch (sign) {
      case '.':
        return () => true;
      case '[':
        return this.readClass(at);
      case '\\':
        return this.readEscaped(at);
      case '(':
      case ')':
      case '^':
      case '$':
        return this.fail('group', at);
      case '?':
      case '*':
      case '+':
      case '{':
      case '}':
        return this.fail('count', at);
      case ']':
        return this.fail('class', at);
      default:
        return oneOf(sign);
    }
  }

  private readEscaped(at: number): Step['takes'] | undefined {
    const sign = this.signs[this.at++];
    if (sign === 'd') return isDigit;
    return sign === undefined || /[A-Za-z0-9]/.test(sign) ? this.fail('escape', at) : oneOf(sign);
  }

  private readClass(start: number): Step['takes'] | undefined {
    const isOther = this.signs[this.at] === '^';
    if (isOther) this.at++;
    const members: ((sign: string) => boolean)[] = [];
    while (this.signs[this.at] !== ']') {
      let first = this.signs[this.at++];
      if (first === undefined) return this.fail('class', start);
      if (first === '\\') {
        first = this.signs[this.at++];
        if (first === 'd') {
          members.push(isDigit);
          continue;
        }
        if (first === undefined || /[A-Za-z0-9]/.test(first)) return this.fail('escape', this.at - 1);
      }
      const last = this.signs[this.at] === '-' ? this.signs[this.at + 1] : undefined;
      if (last === undefined || last === ']') members.push(oneOf(first));
      else {
        this.at += 2;
        const [from, to] = [unified(first), unified(last)];
        if (last === '\\' || from > to) return this.fail('class', start);
        members.push(sign => from <= sign && sign <= to);
      }
    }
    this.at++;
    if (members.length === 0) return this.fail('class', start);
    return sign => members.some(takes => takes(sign)) !== isOther;
  }

  /** The steps of a sign with the count behind it. */
  private readCount(takes: Step['takes']): readonly Step[] | undefined {
    const times = (least: number, most: number): readonly Step[] => [
      ...Array.from({ length: least }, (_, i): Step => ({
        takes,
        isOptional: false,
        isRepeated: most === Infinity && i === least - 1,
      })),
      ...Array.from({ length: most === Infinity ? (least === 0 ? 1 : 0) : most - least }, (): Step => ({
        takes,
        isOptional: true,
        isRepeated: most === Infinity,
      })),
    ];
    const start = this.at;
    switch (this.signs[this.at]) {
      case '?':
        this.at++;
        return times(0, 1);
      case '*':
        this.at++;
        return times(0, Infinity);
      case '+':
        this.at++;
        return times(1, Infinity);
      case '{': {
        const end = this.signs.indexOf('}', start);
        const written = /^(\d{1,3})(,(\d{0,3}))?$/.exec(this.signs.slice(start + 1, Math.max(end, start)).join(''));
        if (end < 0 || !written) return this.fail('count', start);
        const least = Number(written[1]);
        const most = written[2] === undefined ? least : written[3] === '' ? Infinity : Number(written[3]);
        if (most < least || most === 0 || least > MOST_TIMES || (most !== Infinity && most > MOST_TIMES))
          return this.fail('count', start);
        this.at = end + 1;
        return times(least, most);
      }
      default:
        return times(1, 1);
    }
  }
}

function isDigit(sign: string): boolean {
  return /^[0-9]$/.test(sign);
}

/** A sign in either width and case; one that is several in plain signs (㈠) cannot stand for one. */
function oneOf(sign: string): (sign: string) => boolean {
  const plain = unified(sign);
  return other => other === plain;
}
