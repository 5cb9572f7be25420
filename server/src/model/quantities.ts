import type { MappedText } from '../text/mapped.ts';
import { halfWidthDigits } from '../text/numerals.ts';

/** A number with its measure word in running text, and what it is said of. */
export interface ProseFigure {
  readonly value: number;
  /** Decimals printed; the value is known to half a unit of the last one. */
  readonly decimals: number;
  readonly unit: string;
  /** `exact`, or a bound or rough number (余、近、约、超、以上…), which is never compared for equality. */
  readonly modality: 'exact' | 'rough';
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
const ROUGH_BEFORE = /(?:近|约|超过|超|逾|不少于|不低于|至少|达到?约|将近|大约)\s?$/;
const ROUGH_BEHIND = /^\s?(?:以上|左右|上下|多|余)/;
const NO_QUANTITY_BEHIND = /^(?:工作日|月|小时|百分点|自然日|交易日)/;
const CLAUSE_SIGNS = '，,；;。：:！!？?（）()';
const LONGEST_SUBJECT = 60;

const sentences = new WeakMap<MappedText, readonly FigureSentence[]>();

/** Sentences of a text that hold figures, read once for each text. Numbers in names, document numbers and dates are none. */
export function figureSentences(mapped: MappedText): readonly FigureSentence[] {
  let known = sentences.get(mapped);
  if (!known) sentences.set(mapped, (known = readSentences(mapped.text)));
  return known;
}

const LONGEST_TEXT = 60000;

/** {@link figureSentences} of a plain text. */
export function readSentences(whole: string): readonly FigureSentence[] {
  const text = halfWidthDigits(whole.slice(0, LONGEST_TEXT));
  if (!/\d/.test(text)) return [];
  const found: FigureSentence[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !'。！？!?\n'.includes(text.charAt(i))) continue;
    const sentence = text.slice(start, i);
    if (/\d/.test(sentence)) found.push({ text: sentence, start, figures: figuresIn(sentence, start) });
    start = i + 1;
  }
  return found;
}

function figuresIn(sentence: string, offset: number): readonly ProseFigure[] {
  const figures: ProseFigure[] = [];
  FIGURE.lastIndex = 0;
  for (let match = FIGURE.exec(sentence); match; match = FIGURE.exec(sentence)) {
    const [whole, digits = '', fraction = '', scale, more, unit = ''] = match;
    const at = match.index;
    const end = at + whole.length;
    const before = sentence.slice(Math.max(0, at - LONGEST_SUBJECT), at);
    const behind = sentence.slice(end, end + 12);
    if (/[\d.第〔[A-Za-z+*×-]$/.test(before) || NO_QUANTITY_BEHIND.test(behind) || isInName(sentence, at)) continue;
    const factor = scale === '万' ? 10_000 : scale === '亿' ? 100_000_000 : 1;
    const previous = figures.at(-1);
    const from = Math.max(lastSign(before) + 1, previous ? previous.end - offset - Math.max(0, at - LONGEST_SUBJECT) : 0);
    const subject = before.slice(from).replace(/^[、和及与]\s?/, '');
    figures.push({
      value: Number(digits.replaceAll(',', '') + fraction) * factor,
      decimals: Math.max(0, fraction.length - 1),
      unit,
      modality: more !== undefined || factor > 1 || ROUGH_BEFORE.test(before) || ROUGH_BEHIND.test(behind) ? 'rough' : 'exact',
      start: offset + at, end: offset + end,
      subject, tail: behind.slice(0, firstSign(behind)),
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

/** Between 《 and 》. */
function isInName(sentence: string, at: number): boolean {
  return sentence.lastIndexOf('《', at) > sentence.lastIndexOf('》', at) && sentence.indexOf('》', at) >= 0;
}

/** Measure words that count the same things: 件 and 条 of information or applications. */
export function isSameUnit(a: string, b: string): boolean {
  return a === b || (COUNTS.has(a) && COUNTS.has(b));
}

const COUNTS = new Set(['条', '件', '份', '宗', '起', '篇']);
