import { LIMITS } from '../../text/limits.ts';
import { NUMERAL_UNITS, PROSE_UNITS, RECORD_UNITS } from '../../text/measureWords.ts';
import { chineseToNumber, halfWidthDigits } from '../../text/numerals.ts';
import { isSignAt, charClassTable, WHITE_SPACE } from '../../text/charTable.ts';

/** A number with its measure word in running text, and the words around it. */
export interface ProseFigure {
  readonly value: number;
  /** Decimals printed; the value is known to half a unit of the last one. */
  readonly decimals: number;
  readonly unit: string;
  /**
   * `exact`; `rounded` to the last printed place (in 万 and 亿); or `rough`, a bound or an estimate (余、近、约、超、以上…),
   * which is never compared for equality.
   */
  readonly modality: 'exact' | 'rounded' | 'rough';
  /** Factor of 万 or 亿 behind the digits; 1 without them. */
  readonly scale: number;
  /** Place of number and measure word in the text. */
  readonly start: number;
  readonly end: number;
  /** Words of the clause before the number. */
  readonly subject: string;
  /** Words of the clause behind the measure word. */
  readonly tail: string;
}

/** A sentence with its figures; `start` is its place in the text. */
export interface FigureSentence {
  readonly text: string;
  readonly start: number;
  readonly figures: readonly ProseFigure[];
}

/** Measure words by their first character, the longer ones first. */
const UNITS_BY_SIGN = new Map(
  PROSE_UNITS.map(unit => [unit.charAt(0), PROSE_UNITS.filter(each => each.startsWith(unit.charAt(0)))]),
);

/** Numerals in words count things only: 三个方面 and 一项 are figures of speech, 一件 often is. */
const NUMERALS = '一二三四五六七八九十百千零〇两';
const LONGEST_NUMERAL = 8;
const COUNTED_IN_WORDS = NUMERAL_UNITS.join('');
/** 两件套, 一条龙. */
const NO_COUNT_BEHIND = '龙套道线';
const NO_NUMERAL_BEHIND = `${NUMERALS}第每几数同某上下头前后首这那哪`;

/** Before a number that is part of a name, a decimal or a product. */
const NO_NUMBER_BEHIND = /[\d.第〔[A-Za-z+*×-]/;
const ROUGH_BEFORE = /(?:近|约|超过|超|逾|不少于|不低于|至少|达到?约|将近|大约)$/;
const ROUGH_ENDS = '近约过超逾于少';
const LONGEST_ROUGH_WORD = 3;
const ROUGH_BEHIND = ['以上', '左右', '上下', '多', '余'];
const NO_QUANTITY_BEHIND = ['工作日', '月', '小时', '百分点', '自然日', '交易日'];
/** Words between two parts of a list, which belong to neither. */
const JOINS = '、和及与';
const LONGEST_SUBJECT = 60;
const LONGEST_TAIL = 12;

/** Signs of figures in full width, and commas between digits. */
const WIDE = /[０-９．％＋－]|\d，\d/;

const [DIGIT, NUMERAL, CLAUSE_END, OPENING, CLOSING, SPACE, SENTENCE_END] = [1, 2, 3, 4, 5, 6, 7] as const;
const KINDS = charClassTable('0123456789', NUMERALS, '，,；;：:（）()', '《', '》', WHITE_SPACE, '。！？!?\n');

/** Sentences of a text that hold figures. Numbers in names, document numbers and dates are none. */
export function readSentences(whole: string): readonly FigureSentence[] {
  const written = whole.slice(0, LIMITS.figuresLength);
  const text = WIDE.test(written) ? halfWidthDigits(written) : written;
  const found: FigureSentence[] = [];
  for (let start = 0; start < text.length;) {
    const reader = new SentenceReader(text, start);
    const end = reader.read();
    if (reader.holdsNumbers) found.push({ text: text.slice(start, end), start, figures: reader.figures });
    start = end + 1;
  }
  return found;
}

/** Goes through a sentence once, from its start on. */
class SentenceReader {
  readonly figures: ProseFigure[] = [];
  /** Whether a number of any kind stands there. */
  holdsNumbers = false;
  /** Place behind the last sign that ends a clause. */
  private clause: number;
  /** Whether a 《 is open, and where the last 》 of the sentence stands, once it is known. */
  private isInName = false;
  private lastClosing: number | undefined;

  constructor(
    private readonly text: string,
    private readonly start: number,
  ) {
    this.clause = start;
  }

  /** Reads the sentence's figures; gives its end. */
  read(): number {
    const { text } = this;
    let at = this.start;
    for (; at < text.length; at++) {
      const kind = KINDS[text.charCodeAt(at)];
      if (kind === DIGIT) at = this.readDigits(at) - 1;
      else if (kind === NUMERAL) at = this.readNumeral(at) - 1;
      else if (kind === CLAUSE_END) this.clause = at + 1;
      else if (kind === OPENING || kind === CLOSING) this.isInName = kind === OPENING;
      else if (kind === SENTENCE_END) break;
    }
    return at;
  }

  /** A number in digits, a figure if a measure word follows: 1,234.5万余元. Gives its end. */
  private readDigits(at: number): number {
    this.holdsNumbers = true;
    const { text } = this;
    const wholeEnd = endOfWhole(text, at);
    let end = wholeEnd;
    if (text.charCodeAt(end) === POINT && endOf(DIGIT, text, end + 1) > end + 1) end = endOf(DIGIT, text, end + 1);
    const numberEnd = end;
    const sign = text.charAt(end);
    const scale = sign === '万' ? 10_000 : sign === '亿' ? 100_000_000 : 1;
    if (scale > 1) end++;
    end = skipSpace(text, end);
    const isRough = isSignAt(text, end, '余多');
    if (isRough) end = skipSpace(text, end + 1);
    else end = skipSpace(text, end);
    const unit = unitAt(text, end);
    if (unit === undefined) return endOf(DIGIT, text, at);
    end += unit.length;
    const size = valueOf(text, at, numberEnd);
    const value = scale === 1 && numberEnd === wholeEnd ? size : Number((size * scale).toFixed(6));
    this.add(at, end, value, Math.max(0, numberEnd - wholeEnd - 1), scale, isRough, unit);
    return end;
  }

  /** A number in words; a figure if a measure word follows, but not 第三条, 每两件, 上一次, nor 一件 alone. Gives its end. */
  private readNumeral(at: number): number {
    const { text } = this;
    const end = endOf(NUMERAL, text, at);
    if (
      !isSignAt(text, end, COUNTED_IN_WORDS) ||
      isSignAt(text, end + 1, NO_COUNT_BEHIND) ||
      end - at > LONGEST_NUMERAL
    )
      return end;
    if (at > this.start && isSignAt(text, at - 1, NO_NUMERAL_BEHIND)) return end;
    const words = text.slice(at, end);
    const value = words === '一' ? undefined : chineseToNumber(words);
    if (value === undefined) return end;
    this.holdsNumbers = true;
    this.add(at, end + 1, value, 0, 1, false, text.charAt(end));
    return end + 1;
  }

  private add(
    at: number,
    end: number,
    value: number,
    decimals: number,
    scale: number,
    isRough: boolean,
    unit: string,
  ): void {
    const { text, start } = this;
    if (at > start && NO_NUMBER_BEHIND.test(text.charAt(at - 1))) return;
    if (NO_QUANTITY_BEHIND.some(word => text.startsWith(word, end)) || this.isName(at)) return;
    const subject = text.slice(Math.max(this.clause, at - LONGEST_SUBJECT, this.figures.at(-1)?.end ?? 0), at);
    let tail = end;
    while (tail < end + LONGEST_TAIL && !endsClause(KINDS[text.charCodeAt(tail)])) tail++;
    this.figures.push({
      value,
      decimals,
      unit,
      scale,
      modality:
        isRough || this.isRoughBefore(at) || isRoughBehind(text, end) ? 'rough' : scale > 1 ? 'rounded' : 'exact',
      start: at,
      end,
      subject: isSignAt(subject, 0, JOINS) ? subject.slice(skipSpace(subject, 1)) : subject,
      tail: text.slice(end, tail),
    });
  }

  /** Whether the place stands between 《 and 》. */
  private isName(at: number): boolean {
    if (!this.isInName) return false;
    if (this.lastClosing === undefined) {
      let end = at;
      while (end < this.text.length && KINDS[this.text.charCodeAt(end)] !== SENTENCE_END) end++;
      this.lastClosing = this.text.slice(at, end).lastIndexOf('》') + at;
    }
    return this.lastClosing >= at;
  }

  private isRoughBefore(at: number): boolean {
    const end = KINDS[this.text.charCodeAt(at - 1)] === SPACE ? at - 1 : at;
    return (
      end > this.start &&
      isSignAt(this.text, end - 1, ROUGH_ENDS) &&
      ROUGH_BEFORE.test(this.text.slice(Math.max(this.start, end - LONGEST_ROUGH_WORD), end))
    );
  }
}

const POINT = '.'.charCodeAt(0);
const COMMA = ','.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);
/** Longest run of commas and digits that is read as one number. */
const LONGEST_THOUSANDS = 32;
/** So many digits are put together without rounding. */
const LONGEST_EXACT = 15;

function endOf(kind: number, text: string, at: number): number {
  while (at < text.length && KINDS[text.charCodeAt(at)] === kind) at++;
  return at;
}

/** End of the digits at `at` with commas between thousands: 12,345. */
function endOfWhole(text: string, at: number): number {
  const first = endOf(DIGIT, text, at);
  if (first - at > 3) return first;
  for (let end = first; end < first + LONGEST_THOUSANDS;) {
    const next = text.charCodeAt(end) === COMMA ? endOf(DIGIT, text, end + 1) : end;
    if (next === end + 4) end = next;
    // No thousands if fewer or more digits follow the last comma.
    else return next > end + 4 ? first : end;
  }
  return first;
}

/** Value of digits with commas between thousands and a fraction. */
function valueOf(text: string, at: number, end: number): number {
  let value = 0;
  for (let next = at; next < end; next++) {
    if (KINDS[text.charCodeAt(next)] !== DIGIT || next - at === LONGEST_EXACT)
      return Number(text.slice(at, end).replaceAll(',', ''));
    value = value * 10 + text.charCodeAt(next) - ZERO;
  }
  return value;
}

function unitAt(text: string, at: number): string | undefined {
  const units = UNITS_BY_SIGN.get(text.charAt(at));
  if (units) for (const unit of units) if (text.startsWith(unit, at)) return unit;
  return undefined;
}

/** Skips one white space, which may stand between a number and its measure word. */
function skipSpace(text: string, at: number): number {
  return KINDS[text.charCodeAt(at)] === SPACE ? at + 1 : at;
}

function isRoughBehind(text: string, end: number): boolean {
  const first = skipSpace(text, end);
  return ROUGH_BEHIND.some(word => text.startsWith(word, first));
}

function endsClause(kind: number | undefined): boolean {
  return kind === undefined || kind === CLAUSE_END || kind === SENTENCE_END;
}

/** Measure words that count the same things: 件 and 条 of information or applications. */
export function isSameUnit(a: string, b: string): boolean {
  return a === b || (RECORD_UNITS.has(a) && RECORD_UNITS.has(b));
}

/** Whether a stated number may be this one: equal, or within half of the last printed place where it is rounded. */
export function mayBe({ value, modality, scale, decimals }: ProseFigure, other: number): boolean {
  if (modality === 'rounded') return Math.abs(value - other) <= (scale * 10 ** -decimals) / 2 + 1e-6;
  return modality === 'exact' && Math.abs(value - other) < 1e-9;
}
