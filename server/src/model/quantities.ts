import { chineseToNumber, halfWidthDigits } from '../text/numerals.ts';

/** A number with its measure word in running text, and what it is said of. */
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
  /** 1, or what 万 and 亿 behind the digits multiply by. */
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

const UNITS = ['人次', '万元', '亿元', '个百分点', '条', '件', '起', '次', '场', '期', '项', '宗', '份', '篇', '人', '家', '部', '批', '户', '元', '个', '%'];
const FIGURE = new RegExp(`(?<!\\d)(\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(\\.\\d+)?(万|亿)?\\s?(余|多)?\\s?(${UNITS.join('|')})`, 'g');
/** Numerals in words count things only: 三个方面 and 一项 are figures of speech, 一件 often is. */
const IN_WORDS = /([一二三四五六七八九十百千零〇两]{1,8})([条件份宗起篇次场期])(?![龙套道线])/g;
const NOT_BEHIND = '一二三四五六七八九十百千零〇两第每几数同某上下头前后首这那哪';
const HAS_NUMBER = /\d|[一二三四五六七八九十百千零〇两][条件份宗起篇次场期]/;
const ROUGH_BEFORE = /(?:近|约|超过|超|逾|不少于|不低于|至少|达到?约|将近|大约)\s?$/;
const ROUGH_BEHIND = /^\s?(?:以上|左右|上下|多|余)/;
const NO_QUANTITY_BEHIND = /^(?:工作日|月|小时|百分点|自然日|交易日)/;
const CLAUSE_SIGNS = '，,；;。：:！!？?（）()';
const LONGEST_SUBJECT = 60;

const LONGEST_TEXT = 60000;
const SENTENCE = /[^。！？!?\n]+/g;

/** Sentences of a text that hold figures. Numbers in names, document numbers and dates are none. */
export function readSentences(whole: string): readonly FigureSentence[] {
  const text = halfWidthDigits(whole.slice(0, LONGEST_TEXT));
  const found: FigureSentence[] = [];
  if (!HAS_NUMBER.test(text)) return found;
  for (const { 0: sentence, index: start } of text.matchAll(SENTENCE)) {
    if (!HAS_NUMBER.test(sentence)) continue;
    const numbers = numbersIn(sentence);
    if (numbers.length > 0 || /\d/.test(sentence)) found.push({ text: sentence, start, figures: figuresIn(sentence, start, numbers) });
  }
  return found;
}

/** A number with its measure word, wherever it stands. */
interface NumberInText {
  readonly at: number;
  readonly end: number;
  readonly value: number;
  readonly decimals: number;
  readonly scale: number;
  readonly isRough: boolean;
  readonly unit: string;
}

function numbersIn(sentence: string): readonly NumberInText[] {
  const numbers = [...sentence.matchAll(FIGURE)].map((match): NumberInText => {
    const [whole, digits = '', fraction = '', sign, more, unit = ''] = match;
    const scale = sign === '万' ? 10_000 : sign === '亿' ? 100_000_000 : 1;
    return {
      at: match.index, end: match.index + whole.length, value: Number((Number(digits.replaceAll(',', '') + fraction) * scale).toFixed(6)),
      decimals: Math.max(0, fraction.length - 1), scale, isRough: more !== undefined, unit,
    };
  });
  const inWords = [...sentence.matchAll(IN_WORDS)].flatMap((match): NumberInText[] => {
    const [whole, words = '', unit = ''] = match;
    const value = isOrdinary(sentence, match.index, words) ? chineseToNumber(words) : undefined;
    return value === undefined ? [] : [{ at: match.index, end: match.index + whole.length, value, decimals: 0, scale: 1, isRough: false, unit }];
  });
  return inWords.length === 0 ? numbers : [...numbers, ...inWords].sort((a, b) => a.at - b.at);
}

/** Not 第三条, 每两件, 上一次; nor 一件 alone. */
function isOrdinary(sentence: string, at: number, words: string): boolean {
  return words !== '一' && (at === 0 || !NOT_BEHIND.includes(sentence.charAt(at - 1)));
}

function figuresIn(sentence: string, offset: number, numbers: readonly NumberInText[]): readonly ProseFigure[] {
  const figures: ProseFigure[] = [];
  const isInName = namesIn(sentence);
  for (const { at, end, value, decimals, scale, isRough, unit } of numbers) {
    const before = sentence.slice(Math.max(0, at - LONGEST_SUBJECT), at);
    const behind = sentence.slice(end, end + 12);
    if (/[\d.第〔[A-Za-z+*×-]$/.test(before) || NO_QUANTITY_BEHIND.test(behind) || isInName(at)) continue;
    const previous = figures.at(-1);
    const from = Math.max(lastSign(before) + 1, previous ? previous.end - offset - Math.max(0, at - LONGEST_SUBJECT) : 0);
    figures.push({
      value, decimals, scale, unit,
      modality: isRough || ROUGH_BEFORE.test(before) || ROUGH_BEHIND.test(behind) ? 'rough' : scale > 1 ? 'rounded' : 'exact',
      start: offset + at, end: offset + end,
      subject: before.slice(from).replace(/^[、和及与]\s?/, ''), tail: behind.slice(0, firstSign(behind)),
    });
  }
  return figures;
}

function lastSign(text: string): number {
  for (let i = text.length - 1; i >= 0; i--) if (CLAUSE_SIGNS.includes(text.charAt(i))) return i;
  return -1;
}

function firstSign(text: string): number {
  for (let i = 0; i < text.length; i++) if (CLAUSE_SIGNS.includes(text.charAt(i))) return i;
  return text.length;
}

/** Whether a place stands between 《 and 》; to be asked of one place after the other, so that a sentence is gone through once. */
function namesIn(sentence: string): (at: number) => boolean {
  const lastEnd = sentence.lastIndexOf('》');
  let read = 0;
  let isOpen = false;
  return at => {
    for (; read <= at; read++) {
      const sign = sentence.charAt(read);
      if (sign === '《' || sign === '》') isOpen = sign === '《';
    }
    return isOpen && lastEnd >= at;
  };
}

/** Measure words that count the same things: 件 and 条 of information or applications. */
export function isSameUnit(a: string, b: string): boolean {
  return a === b || (COUNTS.has(a) && COUNTS.has(b));
}

const COUNTS = new Set(['条', '件', '份', '宗', '起', '篇']);

/** Whether a stated number may be this one: equal, or within half of the last printed place where it is rounded. */
export function mayBe({ value, modality, scale, decimals }: ProseFigure, other: number): boolean {
  if (modality === 'rounded') return Math.abs(value - other) <= (scale * 10 ** -decimals) / 2 + 1e-6;
  return modality === 'exact' && Math.abs(value - other) < 1e-9;
}
