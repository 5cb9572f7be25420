import { REPORT_WORDS, LONGEST_WORD } from '../../format/words.ts';
import { charClassTable, charSetTable, isHan, isSignAt, WHITE_SPACE } from '../../text/charTable.ts';
import { endOfGroupedDigits, plainDigits } from '../../text/groupedDigits.ts';
import { LONG_PROSE_UNITS, NO_LONG_UNITS, NO_UNITS, NUMERAL_UNITS, PROSE_UNITS } from '../../text/measureWords.ts';
import { chineseToNumber, withoutBinaryTraces } from '../../text/numerals.ts';
import { byFirstSign, wordOf } from '../../text/wordsByFirstSign.ts';
import { endOfItemNumber, isNumbering, isShortYear } from './numberPlaces.ts';

/** A number in running text that counts or measures something. */
export interface WrittenNumber {
  readonly value: number;
  /** Decimals printed; the value is known to half a unit of the last one. */
  readonly decimals: number;
  /** Factor of 万 or 亿 behind the digits; 1 without them. */
  readonly scale: number;
  /** The measure word, or `%`, `个百分点`, `倍`; '' for a bare number. */
  readonly unit: string;
  /** `exact`; `rounded` to the last printed place (in 万 and 亿); `rough`: a bound or an estimate (余、近、约、超、以上…). */
  readonly precision: 'exact' | 'rounded' | 'rough';
  /** 超1521件: that many or more, yet counted to the last one. */
  readonly isAbove: boolean;
  /** Written in words: 三类. */
  readonly isInWords: boolean;
  /** Place of number and measure word in the text. */
  readonly start: number;
  readonly end: number;
}

/** A year that a text names: 2024年. */
export interface WrittenYear {
  readonly year: number;
  readonly start: number;
  readonly end: number;
}

const NUMERALS = '一二三四五六七八九十百千零〇两';
const [DIGIT, NUMERAL, SPACE] = [1, 2, 3] as const;
const KINDS = charClassTable('0123456789', NUMERALS, WHITE_SPACE);
const LONGEST_NUMERAL = 8;

/** What is asked of the signs around a number. */
const [POINT, COLON, CODE, DASH, BEFORE_NAME, OPEN_QUOTE, CLOSE_QUOTE] = [1, 2, 4, 8, 16, 32, 64] as const;
const [ROUGH_INSIDE, SCALE, ABOVE, RANGE, PLAIN, UNIT, NO_UNIT] = [128, 256, 512, 1024, 2048, 4096, 8192] as const;
const SIGNS = charSetTable(
  '.．',
  ':：',
  `+＋*×/／${letters('A')}${letters('a')}`,
  '-－—–~～',
  '第〔[【_@#&',
  '“"‘',
  '”"’',
  '余多几来',
  '万亿',
  '超逾',
  '—-–~～',
  '，,；;。、：:（）()〕】]！？!?\uF8FF”"\n',
  PROSE_UNITS,
  NO_UNITS,
);

function letters(first: string): string {
  return String.fromCharCode(...Array.from({ length: 26 }, (_, i) => first.charCodeAt(0) + i));
}

/** Whether the sign at `at` of a text is one of some of {@link SIGNS}; false outside the text. */
function isAt(text: string, at: number, sets: number): boolean {
  return at >= 0 && at < text.length && ((SIGNS[text.charCodeAt(at)] ?? 0) & sets) !== 0;
}

const NO_NUMERAL_BEHIND = `${NUMERALS}第每几数同某上下头前后首这那哪统唯单专万亿届`;
/** 两件套, 一条龙. */
const NO_COUNT_BEHIND = '龙套道线心体化般性';
const ROUGH_BEFORE = [
  '近',
  '约',
  '超过',
  '超',
  '逾',
  '不少于',
  '不低于',
  '至少',
  '将近',
  '大约',
  '不足',
  '不到',
  '多于',
  '高于',
  '接近',
  '突破',
  '少于',
  '不超过',
  '近约',
  '达近',
  '最多',
];
const ROUGH_BEHIND = ['以上', '左右', '上下', '以内', '以下', '之多', '多'];
const ENDS_OF_ROUGH = charClassTable(ROUGH_BEFORE.map(word => word.slice(-1)).join(''));
const STARTS_OF_ROUGH = charClassTable(ROUGH_BEHIND.map(word => word.charAt(0)).join(''));
/** 多出, 多了, 多3万: no 多 that makes a number rough. */
const BEHIND_VERB = '出了0123456789';
/** Measure words of several signs, and what counts nothing, by the sign with which they begin. */
const LONG_UNITS = byFirstSign(LONG_PROSE_UNITS);
const NO_COUNTS = byFirstSign(NO_LONG_UNITS);

/** Numbers and years of a text, in its order. Ordinals, dates, telephone and document numbers are none. */
export function readNumbers(text: string): {
  readonly numbers: readonly WrittenNumber[];
  readonly years: readonly WrittenYear[];
} {
  const numbers: WrittenNumber[] = [];
  const years: WrittenYear[] = [];
  for (let at = 0; at < text.length; at++) {
    const kind = KINDS[text.charCodeAt(at)];
    if (kind === DIGIT) {
      const word = REPORT_WORDS.longestAt(text, at, LONGEST_WORD, 1);
      if (word && KINDS[text.charCodeAt(word.end)] !== DIGIT) {
        at = word.end - 1;
        continue;
      }
      at = readDigits(text, at, numbers, years) - 1;
    } else if (kind === NUMERAL) at = readNumeral(text, at, numbers) - 1;
  }
  return { numbers, years };
}

function readDigits(text: string, at: number, numbers: WrittenNumber[], years: WrittenYear[]): number {
  const wholeEnd = endOfGroupedDigits(text, at);
  let end = wholeEnd;
  const hasPoint = isAt(text, end, POINT) && KINDS[text.charCodeAt(end + 1)] === DIGIT;
  if (hasPoint) end = endOf(DIGIT, text, end + 1);
  const numberEnd = end;
  // 1.2.3 is a version or a chapter, 0511-8… a telephone, 8:30 a time.
  if (hasPoint && isAt(text, end, POINT) && KINDS[text.charCodeAt(end + 1)] === DIGIT) return skipCode(text, end);
  if (isCodeSign(text, end) || isCodeSign(text, at - 1)) return skipCode(text, end);
  // 第20条, 第 20 条
  if (isAt(text, at - 1, BEFORE_NAME) || (at > 1 && text.startsWith('第 ', at - 2))) return end;
  if (isAt(text, end, COLON) && isTime(text, at, end)) return endOf(DIGIT, text, end + 1);
  if (isAt(text, at - 1, OPEN_QUOTE) && isAt(text, end, CLOSE_QUOTE)) return end;
  if (isNumbering(text, at, end)) return end;
  const item = hasPoint ? endOfItemNumber(text, at, wholeEnd, end) : at;
  if (item > at) return item;
  const behind = skipSpace(text, end);
  if (isSignAt(text, behind, '年') && numberEnd === wholeEnd) {
    if (end - at === 4) {
      years.push({
        year: Number(text.slice(at, end)),
        start: at,
        end: behind + (isSignAt(text, behind + 1, '度') ? 2 : 1),
      });
      return endOfDate(text, behind + 1);
    }
    if (end - at === 2 && isShortYear(text, at, end, behind + 1)) {
      years.push({ year: 2000 + Number(text.slice(at, end)), start: at, end: behind + 1 });
      return endOfDate(text, behind + 1);
    }
    return behind + 1;
  }
  const hasRest = isAt(text, behind, ROUGH_INSIDE);
  // 1743余件 is that number, as 超1743件 is.
  const isCounted = hasRest && numberEnd === wholeEnd && isToLastDigit(Number(plainDigits(text.slice(at, numberEnd))));
  let isRough = hasRest && !isCounted;
  end = hasRest ? behind + 1 : behind;
  let scale = 1;
  if (isAt(text, end, SCALE) && !text.startsWith('万元', end) && !text.startsWith('亿元', end)) {
    scale = text.charAt(end) === '万' ? 10_000 : 100_000_000;
    end++;
    // 比年初13.6万多出1.7万: 多 is the verb of what follows.
    if (isAt(text, end, ROUGH_INSIDE) && !isSignAt(text, end + 1, BEHIND_VERB)) {
      isRough = true;
      end++;
    }
  }
  // 85.6分 are points of a score; whole ones may be minutes, but for 得分9分.
  const isPoints = isSignAt(text, end, '分') && !isSignAt(text, end + 1, '钟之');
  const isScore = isPoints && (numberEnd > wholeEnd || isScored(text, at, end + 1));
  const unit = isScore ? '分' : unitAt(text, end);
  if (unit === undefined) return numberEnd;
  // A bare number ends where its digits end.
  end = unit === '' ? (scale > 1 || hasRest ? end : numberEnd) : end + unit.length;
  const digits = plainDigits(text.slice(at, numberEnd));
  const value = scale === 1 ? Number(digits) : withoutBinaryTraces(Number(digits) * scale);
  numbers.push({
    value,
    decimals: numberEnd === wholeEnd ? 0 : numberEnd - wholeEnd - 1,
    scale,
    unit,
    precision:
      isRough || isRoughBefore(text, at, value) || isRoughBehind(text, end) || isRange(text, at, end)
        ? 'rough'
        : scale > 1
          ? 'rounded'
          : 'exact',
    isAbove: isCounted || isAt(text, at - 1, ABOVE) || text.startsWith('超过', at - 2),
    isInWords: false,
    start: at,
    end,
  });
  return end;
}

/** 得分9分（满分10分）, 扣2分。: points by the word before them, with no word behind. */
function isScored(text: string, start: number, end: number): boolean {
  const before = text
    .slice(Math.max(0, start - LONGEST_SCORED), start)
    .trimEnd()
    .replace(/[为是]$/, '');
  return !isHan(text.charCodeAt(end)) && SCORED.some(word => before.endsWith(word));
}

const LONGEST_SCORED = 6;
const SCORED: readonly string[] = ['得分', '评分', '扣', '得', '加', '计'];

/** Unit behind a number: '' where nothing or a sign stands there, undefined where the number counts nothing. */
function unitAt(text: string, at: number): string | undefined {
  const sign = text.charAt(at);
  if (sign === '%' || sign === '％') return '%';
  if (sign === '倍') return sign;
  if (sign === '‰' || sign === '℃') return undefined;
  if (wordOf(NO_COUNTS, text, at) !== undefined) return undefined;
  const long = wordOf(LONG_UNITS, text, at);
  // 421件次之 are 421件, the second of a row.
  if (long !== undefined)
    return long.endsWith('次') && isSignAt(text, at + long.length, '之') ? long.slice(0, -1) : long;
  if (isAt(text, at, NO_UNIT)) return undefined;
  if (!isHan(text.charCodeAt(at))) return sign === '' || isAt(text, at, PLAIN) ? '' : undefined;
  if (isAt(text, at, UNIT)) return sign;
  // A word begins here: the number stands before its name (12345热线).
  const word = REPORT_WORDS.longestAt(text, at, LONGEST_WORD, 1);
  if (word && word.end > at + 1) {
    const { stat } = word.value;
    return stat === 'to' || stat === 'up' || stat === 'down' ? '' : undefined;
  }
  return word ? undefined : sign;
}

function isCodeSign(text: string, at: number): boolean {
  if (isAt(text, at, CODE)) return true;
  return isAt(text, at, DASH) && KINDS[text.charCodeAt(at - 1)] === DIGIT && KINDS[text.charCodeAt(at + 1)] === DIGIT;
}

function skipCode(text: string, end: number): number {
  while (
    end < text.length &&
    (KINDS[text.charCodeAt(end)] === DIGIT || isCodeSign(text, end) || isSignAt(text, end, '.:'))
  )
    end++;
  return end;
}

function isTime(text: string, at: number, end: number): boolean {
  return end - at <= 2 && KINDS[text.charCodeAt(end + 1)] === DIGIT && endOf(DIGIT, text, end + 1) === end + 3;
}

/** The rest of a date behind its year: 3月12日. */
function endOfDate(text: string, at: number): number {
  let end = at;
  for (let part = 0; part < 2; part++) {
    const digits = endOf(DIGIT, text, end);
    if (digits === end || digits > end + 2 || !isSignAt(text, digits, '月日号')) break;
    end = digits + 1;
  }
  return end;
}

function isRoughBefore(text: string, at: number, value: number): boolean {
  const end = KINDS[text.charCodeAt(at - 1)] === SPACE ? at - 1 : at;
  if (ENDS_OF_ROUGH[text.charCodeAt(end - 1)] !== 1) return false;
  const word = ROUGH_BEFORE.find(each => text.endsWith(each, end));
  if (word === undefined) return false;
  // Nobody rounds to the last digit: 超15213件 is that number.
  return !((word === '超' || word === '逾' || word === '超过') && isToLastDigit(value));
}

function isToLastDigit(value: number): boolean {
  return value >= 100 && value % 10 !== 0;
}

function isRoughBehind(text: string, end: number): boolean {
  const first = skipSpace(text, end);
  return (
    STARTS_OF_ROUGH[text.charCodeAt(first)] === 1 &&
    ROUGH_BEHIND.some(word => text.startsWith(word, first)) &&
    !(text.charAt(first) === '多' && isSignAt(text, first + 1, BEHIND_VERB)) &&
    !text.startsWith('多种', first) &&
    !text.startsWith('多个', first)
  );
}

/** 3至5件, 3—5件 */
function isRange(text: string, at: number, end: number): boolean {
  const before = isAt(text, at - 1, RANGE) || text.charAt(at - 1) === '至' ? at - 2 : at;
  if (before !== at && KINDS[text.charCodeAt(before)] === DIGIT) return true;
  return isAt(text, end, RANGE) && KINDS[text.charCodeAt(end + 1)] === DIGIT;
}

function readNumeral(text: string, at: number, numbers: WrittenNumber[]): number {
  const end = endOf(NUMERAL, text, at);
  if (!isSignAt(text, end, NUMERAL_UNITS) || isSignAt(text, end + 1, NO_COUNT_BEHIND) || end - at > LONGEST_NUMERAL)
    return end;
  if (at > 0 && isSignAt(text, at - 1, NO_NUMERAL_BEHIND)) return end;
  // 无一件超期, 没有一件
  if (end === at + 1 && isSignAt(text, at, '一') && isSignAt(text, at - 1, '无有') && isNoneAt(text, at)) return end;
  if (wordOf(NO_COUNTS, text, end) !== undefined || isSession(text, at, end)) return end;
  const word = REPORT_WORDS.longestAt(text, at, LONGEST_WORD, 1);
  if (word && word.end > end) return word.end;
  const value = chineseToNumber(text.slice(at, end));
  if (value === undefined) return end;
  const unit = wordOf(LONG_UNITS, text, end) ?? text.charAt(end);
  numbers.push({
    value,
    decimals: 0,
    scale: 1,
    unit,
    precision:
      isRoughBefore(text, at, value) || isRoughBehind(text, end + unit.length) || isSignAt(text, end, '余多')
        ? 'rough'
        : 'exact',
    isAbove: false,
    isInWords: true,
    start: at,
    end: end + unit.length,
  });
  return end + unit.length;
}

function isNoneAt(text: string, at: number): boolean {
  return isSignAt(text, at - 1, '无') || isSignAt(text, at - 2, '没未');
}

/** 县十六届人大三次会议: the third one. */
function isSession(text: string, at: number, end: number): boolean {
  return (
    isSignAt(text, end, '次') &&
    isSignAt(text, end + 1, '会全') &&
    text.slice(Math.max(0, at - LONGEST_BODY), at).includes('届')
  );
}

/** 届人大, 届政协常委会, 届人民代表大会 */
const LONGEST_BODY = 10;

function endOf(kind: number, text: string, at: number): number {
  while (at < text.length && KINDS[text.charCodeAt(at)] === kind) at++;
  return at;
}

function skipSpace(text: string, at: number): number {
  while (KINDS[text.charCodeAt(at)] === SPACE) at++;
  return at;
}
