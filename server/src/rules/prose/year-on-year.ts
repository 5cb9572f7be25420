import { LAST_YEAR, THIS_YEAR } from '../../format/data/vocabulary.ts';
import { alternatives, PROSE_UNITS } from '../../text/measureWords.ts';
import { sentencesOf } from '../../model/prose/passages.ts';
import { isSameUnit } from '../../model/prose/numbers.ts';
import { halfWidthDigits } from '../../text/numerals.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 与上年比的增减数不符。
 *
 * 一句话里写了两年的数，又写了增减的数或幅度的，把两年的数相减核对：“46件，比上年的41件增加5件”“由46件降至41件，减少
 * 5件，下降10.9%”。幅度按印出的位数比，末位相差一个单位以内都算对。
 *
 * 不报：
 * - 只写幅度或只写增减数，没有写上年数的。
 * - 约数，倍数，年均、累计的增减，几项并列的“分别”。
 * - 两年的单位或口径不同的。
 *
 * English: Both years' values and the change stand in one sentence, and the change does not fit. Rates alone, rough
 * numbers and several years are not judged.
 */
export const yearOnYear = defineRule({
  id: 'prose/year-on-year',
  catalogue: ['P04'],
  basis: ['practice'],
  severity: 'information',
  scope: 'paragraph',
  reader: changesIn,
  *run({ text, place }, changes) {
    for (const fact of changes) {
      yield finding(place(fact.start, fact.end), {
        message: 'prose/year-on-year',
        args: {
          stated: text.slice(fact.start, fact.end),
          before: fact.before,
          after: fact.after,
          sign: Math.sign(fact.after - fact.before),
          computed: fact.computed,
        },
      });
    }
  },
});

/** A change that does not fit, by its place in the text. */
interface WrongChange {
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
  /** What it should be, with its unit. */
  readonly computed: string;
}

const NUMBER = String.raw`(?<!\d|\d[.,])(\d{1,3}(?:,\d{3}){1,3}(?!\d)|\d{1,9}(?:\.\d{1,2})?)(?![\d年月日号])\s?`;
const UNIT = `(${alternatives(PROSE_UNITS)})`;
const UP = '增加|增长|上升|提高|提升|增|多';
const DOWN = '减少|下降|降低|回落|减|少';
const CHANGE = `(?:同比|净|比上年|较上年|较去年|比去年)?(${UP}|${DOWN})了?${NUMBER}${UNIT}`;

/** 46件，比上年的41件增加5件 */
const COMPARED = new RegExp(
  `${NUMBER}${UNIT}[^,;；:：。()（）\\d]{0,16},?(?:比|较|与)${LAST_YEAR}[^,;；。\\d增减升降多少]{0,6}${NUMBER}${UNIT}?(?:相比)?,?${CHANGE}`,
  'g',
);
/** 由46件降至41件，减少5件 */
const FROM_TO = new RegExp(
  `[由从](?:${LAST_YEAR})?[^,;；。\\d]{0,8}?${NUMBER}(?:${UNIT}[^,;；。\\d]{0,4}?)?(?:增加|增长|上升|提高|提升|下降|减少|降低|增|升|降|减)[至到为](?:${THIS_YEAR})?[^,;；。\\d]{0,6}?${NUMBER}(?:${UNIT}[^,;；。\\d]{0,8})?[,(（]${CHANGE}`,
  'g',
);
/** 2023年公开41件，2024年公开46件，增加5件 */
const TWO_YEARS = new RegExp(
  `((?:19|20)\\d\\d)年度?([^,;；。\\d]{0,16})${NUMBER}${UNIT}[^,;；。、\\d]{0,8}[,、]((?:19|20)\\d\\d)年度?([^,;；。\\d]{0,16})${NUMBER}${UNIT}[^,;；。、\\d]{0,8}[,、]${CHANGE}`,
  'g',
);
/** …，下降10.9% */
const FURTHER = new RegExp(`[,、(（]${CHANGE}|[,、(（](?:同比)?(增|降)幅(?:为|达到?)?${NUMBER}(%)`, 'y');
const NOT_COMPARED = /[约近超逾余几]|\d\s?多|以上|左右|不足|倍|接近|累计|平均|均|每|分别/;

function changesIn(whole: string): readonly WrongChange[] {
  if (!/[增减升降多少].{0,6}[\d０-９]/.test(whole)) return [];
  const halfWidth = halfWidthDigits(whole);
  return sentencesOf(halfWidth).flatMap(({ text, start }) =>
    readChange(text, halfWidth.slice(Math.max(0, start - FARTHEST), start)).map(change => ({
      ...change,
      start: start + change.start,
      end: start + change.end,
    })),
  );
}

/** Numbers so far before the sentence may be the ones that are compared. */
const FARTHEST = 300;

function readChange(text: string, before: string): WrongChange[] {
  const wrong: WrongChange[] = [];
  for (const match of text.matchAll(COMPARED)) {
    const [, after = '', unit = '', lastYear = '', unitBefore = unit, word = '', change = '', unitOfChange = ''] =
      match;
    // Where another number before it fits, that one was meant.
    const others = [...(before + text.slice(0, match.index)).matchAll(new RegExp(`${NUMBER}${unit}`, 'g'))].map(
      ([, each = '']) => each,
    );
    if (!isSameUnit(unit, unitBefore)) continue;
    const found = judge(text, match, { before: lastYear, after, unit }, [{ word, change, unit: unitOfChange }]);
    if (
      found &&
      !others.some(
        other => !judge(text, match, { before: lastYear, after: other, unit }, [{ word, change, unit: unitOfChange }]),
      )
    )
      wrong.push(found);
  }
  for (const match of text.matchAll(FROM_TO)) {
    const [, first = '', unitBefore, after = '', unitAfter, word = '', change = '', unitOfChange = ''] = match;
    if (unitBefore !== undefined && unitAfter !== undefined && !isSameUnit(unitBefore, unitAfter)) continue;
    const found = judge(text, match, { before: first, after, unit: unitAfter ?? unitBefore }, [
      { word, change, unit: unitOfChange },
    ]);
    if (found) wrong.push(found);
  }
  for (const match of text.matchAll(TWO_YEARS)) {
    const [
      ,
      year = '',
      subject = '',
      first = '',
      unit = '',
      next = '',
      nextSubject = '',
      after = '',
      unitAfter = '',
      word = '',
      change = '',
      unitOfChange = '',
    ] = match;
    if (
      Number(next) !== Number(year) + 1 ||
      !isSameUnit(unit, unitAfter) ||
      (nextSubject !== '' && nextSubject !== subject)
    )
      continue;
    const found = judge(text, match, { before: first, after, unit }, [{ word, change, unit: unitOfChange }]);
    if (found) wrong.push(found);
  }
  return wrong;
}

interface Change {
  readonly word: string;
  readonly change: string;
  readonly unit: string;
}

/** The first change behind two values that does not fit them. */
function judge(
  text: string,
  match: RegExpExecArray,
  values: { before: string; after: string; unit: string | undefined },
  [first]: readonly Change[],
): WrongChange | undefined {
  if (
    !first ||
    NOT_COMPARED.test(text.slice(Math.max(0, match.index - 6), match.index) + match[0]) ||
    /^\s?(?:余|多|以上|左右)/.test(text.slice(match.index + match[0].length))
  )
    return undefined;
  const end = match.index + match[0].length;
  const changes = [
    { ...first, start: text.lastIndexOf(first.word, end - first.change.length - first.unit.length), end },
  ];
  FURTHER.lastIndex = end;
  const further = FURTHER.exec(text);
  if (further && !NOT_COMPARED.test(further[0])) {
    const [whole, word = '', change = '', unit = '', width, rate = '', percent = ''] = further;
    changes.push({
      word: width === undefined ? word : width === '增' ? '增' : '降',
      change: change || rate,
      unit: unit || percent,
      start: end + 1,
      end: end + whole.length,
    });
  }
  for (const each of changes) {
    const computed = expected(values, each);
    if (computed !== undefined)
      return {
        start: each.start,
        end: each.end,
        before: numberOf(values.before),
        after: numberOf(values.after),
        computed,
      };
  }
  return undefined;
}

/** What a change should be; undefined where it fits or cannot be judged. */
function expected(
  values: { before: string; after: string; unit: string | undefined },
  { word, change, unit }: Change,
): string | undefined {
  const [before, after, stated] = [numberOf(values.before), numberOf(values.after), numberOf(change)];
  const difference = after - before;
  const isUp = new RegExp(`^(?:${UP})$`).test(word);
  const isRate = unit === '%';
  // 97% up to 99% is by 2 points, and many write 2%.
  if (
    isRate
      ? values.unit === '%' || before <= 0
      : unit === '个百分点'
        ? values.unit !== '%'
        : values.unit !== undefined && !isSameUnit(values.unit, unit)
  )
    return undefined;
  const decimals = Math.max(...[values.before, values.after, change].map(decimalsOf));
  const exact = isRate ? (Math.abs(difference) / before) * 100 : Math.abs(difference);
  const isRounded = decimals > 0 || /元|%|百分点/.test(unit);
  const tolerance = isRate ? 10 ** -decimalsOf(change) : isRounded ? 10 ** -decimals : 0;
  if (Math.abs(exact - stated) <= tolerance + 1e-9 && (difference === 0 || difference > 0 === isUp || stated === 0))
    return undefined;
  return `${exact.toFixed(isRate ? decimalsOf(change) : decimals)}${unit}`;
}

function numberOf(text: string): number {
  return Number(text.replaceAll(',', ''));
}

function decimalsOf(text: string): number {
  return text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
}
