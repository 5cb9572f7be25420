import { labelTextOf } from '../labelText.ts';
import type { ChainReading } from '../chains.ts';
import { MEDIA_UNITS } from '../labelWords.ts';
import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact, marginOf, sumOf } from './arithmetic.ts';
import type { ChainDisagreement } from './disagreement.ts';
import { sentencesOf } from './sums.ts';

/** 10期，每期200份，共2000份; 培训10场580人次，平均每场58人次: one mean of a sentence, or of its part, and what it is of. */
export function averages(chain: ChainReading): readonly ChainDisagreement[] {
  return sentencesOf(chain.figures).flatMap((all): ChainDisagreement[] => {
    // 每月一期, 四个季度: say how often, and count nothing.
    const sentence = all.filter(
      each => each.kind !== 'announced' && !(each.kind === 'per' && each.number.isInWords && each.number.value === 1),
    );
    return sentence.length > 2
      ? betweenSemicolons(chain, sentence).flatMap(part => averagesOf(chain, part))
      : averagesOf(chain, sentence);
  });
}

/** 培训3期86人次，平均每期29人次；检查4次: what stands between two semicolons of a sentence. */
function betweenSemicolons(
  { tokens }: ChainReading,
  sentence: readonly StatedFigure[],
): readonly (readonly StatedFigure[])[] {
  const parts: StatedFigure[][] = [];
  let last: StatedFigure | undefined;
  for (const figure of sentence) {
    const isApart =
      !last || tokens.slice(last.token, figure.token).some(each => each.kind === 'sign' && each.sign === 'semicolon');
    if (isApart) parts.push([figure]);
    else parts.at(-1)?.push(figure);
    last = figure;
  }
  return parts;
}

function averagesOf(chain: ChainReading, sentence: readonly StatedFigure[]): ChainDisagreement[] {
  if (sentence.length === 2) return yearlyMean(chain, sentence);
  const ofEach = sentence.length === 3 ? productOfEach(chain, sentence) : undefined;
  if (ofEach) return [ofEach];
  const means = sentence.filter(each => each.kind === 'average' || each.kind === 'per');
  const [mean] = means;
  if (!mean || means.length > 1) return [];
  const perUnit = unitOfEach(chain, mean);
  if (perUnit === undefined) return [];
  const others = sentence.filter(each => each !== mean && each.kind === 'count' && each.number.unit !== '');
  // 简报6期，编发74条，平均每期12.3条，采用21条: what stands before it goes before what stands behind.
  const nearest = (isFit: (each: StatedFigure) => boolean): readonly StatedFigure[] => {
    const fit = others.filter(isFit);
    const before = fit.filter(({ index }) => index < mean.index);
    return before.length > 0 ? before : fit;
  };
  const ofUnit = nearest(each => isOfMean(each, mean));
  // 刊登文件163份，赠阅1.92万份，每期赠阅800份
  const totals = ofUnit.length > 1 ? ofUnit.filter(each => isSaidOf(chain, mean, each)) : ofUnit;
  const counts = nearest(
    each => !isOfMean(each, mean) && (isCountedIn(perUnit, each.number.unit) || isThing(chain, each, perUnit)),
  );
  const [total] = totals;
  const count = counts.length > 1 ? wholeOf(chain, counts) : counts[0];
  if (!total || !count || totals.length > 1) return [];
  if (count.number.value <= 0 || count.number.scale > 1) return [];
  const isRoughMean = mean.number.precision === 'rough' && mean.number.decimals === 0;
  if (isRoughMean || total.number.precision === 'rough' || count.number.precision === 'rough') return [];
  if (!isOfThings(chain, mean, count) && !isSaidOf(chain, mean, total) && !isSummedAlone(chain, mean, total)) return [];
  const computed = total.number.value / count.number.value;
  const margin =
    mean.kind === 'average'
      ? Math.max(mean.number.scale * 10 ** -mean.number.decimals, marginOf(total) / count.number.value)
      : (marginOf(total) + marginOf(mean)) / count.number.value;
  if (Math.abs(computed - mean.number.value) <= margin + 1e-9) return [];
  const isExactly = mean.number.decimals === 0 && mean.number.value * count.number.value === total.number.value;
  if (isExactly) return [];
  return [
    {
      kind: 'average',
      certainty: 'warning',
      figure: mean.kind === 'per' ? total : mean,
      figures: [mean, total, count],
      total,
      divisor: count.number.value,
      computed: (mean.kind === 'per' ? mean.number.value * count.number.value : computed).toFixed(
        mean.kind === 'per' ? 0 : Math.max(1, mean.number.decimals),
      ),
    },
  ];
}

/** 辖25个村，包括行政村18个、社区7个，每村公开9次: each of all of them. */
function wholeOf({ lists }: ChainReading, counts: readonly StatedFigure[]): StatedFigure | undefined {
  return counts.find(whole =>
    lists.some(
      list =>
        list.whole === whole &&
        list.form !== 'implied' &&
        sumOf(list.parts.map(({ figure }) => figure)) === whole.number.value &&
        counts.every(each => each === whole || list.parts.some(({ figure }) => figure === each)),
    ),
  );
}

/** 每次邀请代表27名，共邀请135名: nothing but a word of sums before the total, and what was done each time. */
function isSummedAlone(chain: ChainReading, mean: StatedFigure, total: StatedFigure): boolean {
  const [, verb = ''] = SUMMED.exec(labelTextOf(total, chain)) ?? [];
  const at = chain.text.lastIndexOf('每', mean.start);
  return total.index === mean.index + 1 && verb !== '' && chain.text.slice(at, mean.start).includes(verb);
}

const SUMMED = /^(?:全年|累计|一?共计?|总共|合计)+([\u4e00-\u9fff]{2,4})$/;

/** 每期47人，共188人次: persons who came are counted once each time. */
function isOfMean(total: StatedFigure, mean: StatedFigure): boolean {
  const [a, b] = [total.number.unit, mean.number.unit];
  const areReadings = total.matter === 'visits' && mean.matter === 'visits' && a.endsWith('次') && b.endsWith('次');
  return areReadings || isSameMeasure(a, b) || (PERSONS.has(a) && PERSONS.has(b));
}

const PERSONS: ReadonlySet<string> = new Set(['人', '名', '人次']);

/** 为12个社区各配置公示栏3块，共36块: so many for each of them. */
function productOfEach(chain: ChainReading, sentence: readonly StatedFigure[]): ChainDisagreement | undefined {
  const [count, each, total] = sentence;
  if (!count || !each || !total || sentence.some(figure => figure.kind !== 'count' || !isExact(figure)))
    return undefined;
  if (!isSameMeasure(each.number.unit, total.number.unit) || isSameMeasure(count.number.unit, each.number.unit))
    return undefined;
  if (!total.roles.has('all') && !total.roles.has('total') && !isSummedUp(chain, total)) return undefined;
  const hasEach = chain.tokens
    .slice(each.labelFrom, each.token)
    .some(({ start, end }) => chain.text.slice(start, end) === '各');
  const computed = count.number.value * each.number.value;
  if (!hasEach || computed === total.number.value) return undefined;
  return {
    kind: 'average',
    certainty: 'information',
    figure: total,
    figures: [each, total, count],
    total,
    divisor: count.number.value,
    computed: String(computed),
  };
}

/** 累计36块, 合起来36块 */
function isSummedUp({ text, tokens }: ChainReading, { labelFrom, start }: StatedFigure): boolean {
  return /累计|总|合/.test(labelTextOf({ labelFrom, start }, { text, tokens }));
}

/** 每批接待30人，全年接待270人: what each was is said of the total too. */
function isSaidOf({ text, tokens }: ChainReading, mean: StatedFigure, total: StatedFigure): boolean {
  const own = text.slice(tokens[mean.token - 1]?.start ?? mean.start, mean.start).trim();
  // 平均每条阅读42次: the measure word behind 每 is not said of the total.
  const behind = text.lastIndexOf('每', mean.start) + 2;
  const name = mean.start - behind < own.length ? text.slice(behind, mean.start).trim() : own;
  const isVerbAlone =
    name.length === 1 && /^\p{Script=Han}$/u.test(name) && text.slice(mean.start - 3, mean.start - 2) === '每';
  return (name.length > 1 || isVerbAlone) && labelTextOf(total, { text, tokens }).includes(name);
}

/** Parts of a year by the words that say a mean of them; days and weeks only come near. */
const PARTS_OF_YEAR: readonly (readonly [words: readonly string[], count: number])[] = [
  [['月均', '每月', '月平均'], 12],
  [['季均', '每季度', '季平均'], 4],
];

/** 全年推送588条，月均49条: two figures of one sentence, no more. Whoever began within the year has another mean. */
function yearlyMean(chain: ChainReading, [first, second]: readonly StatedFigure[]): ChainDisagreement[] {
  const [mean, total] = first?.kind === 'count' ? [second, first] : [first, second];
  if (!mean || total?.kind !== 'count' || (mean.kind !== 'average' && mean.kind !== 'per')) return [];
  if (!isExact(total) || !isSameMeasure(total.number.unit, mean.number.unit)) return [];
  if (total.when !== undefined && total.when !== 'this') return [];
  // 每月5条的任务
  if (QUOTA.test(chain.text.slice(mean.end, mean.end + LONGEST_QUOTA))) return [];
  const label = labelTextOf(mean, chain);
  if (!isExact(mean) && !label.includes('日均')) return [];
  const ofYear = PARTS_OF_YEAR.find(([words]) => words.some(word => label.includes(word)))?.[1];
  const count = ofYear === MONTHS ? monthsBefore(chain, total) : ofYear;
  if (count === undefined) return label.includes('日均') ? dailyMean(mean, total) : [];
  const margin = mean.number.scale * 10 ** -mean.number.decimals + marginOf(total) / count;
  return Math.abs(total.number.value / count - mean.number.value) <= margin + 1e-9
    ? []
    : [wrongMean(mean, total, count)];
}

const QUOTA = /^的?(?:任务|目标|要求|标准|指标|计划)/;
const LONGEST_QUOTA = 4;

const MONTHS = 12;

/** 5个月里共审核130篇: the months that a total is of, where its sentence says how many. */
function monthsBefore({ text }: ChainReading, { start }: StatedFigure): number {
  const months = /(\d{1,2})个月[^。；]{0,24}$/.exec(text.slice(Math.max(0, start - 32), start))?.[1];
  return months === undefined || Number(months) === 0 ? MONTHS : Number(months);
}

/** A mean that is not its total divided by so many. */
function wrongMean(mean: StatedFigure, total: StatedFigure, divisor: number): ChainDisagreement {
  return {
    kind: 'average',
    certainty: 'information',
    figure: mean,
    figures: [mean, total],
    total,
    divisor,
    computed: (total.number.value / divisor).toFixed(Math.max(1, mean.number.decimals)),
  };
}

/** 访问522.3万次，日均14310次: of all days or of the working days, as far as a mean may be rounded. */
function dailyMean(mean: StatedFigure, total: StatedFigure): ChainDisagreement[] {
  const days = total.number.value / mean.number.value;
  // 日均3.5万次 is known to half a unit of its last place.
  const half = (mean.number.scale * 10 ** -mean.number.decimals) / 2;
  const margin = days * (isExact(mean) ? half / Math.max(1, mean.number.value) : ROUGH_MEAN);
  const isOfTotal = mean.matter === total.matter || mean.matterSource !== 'label';
  if (!isOfTotal || days < FEWEST_DAYS || days > MOST_DAYS) return [];
  if (DAYS_OF_YEAR.some(([least, most]) => days >= least - margin && days <= most + margin)) return [];
  return [wrongMean(mean, total, 365)];
}

/** Working days and days of a year. */
const DAYS_OF_YEAR: readonly (readonly [least: number, most: number])[] = [
  [240, 255],
  [360, 367],
];
const ROUGH_MEAN = 0.08;
/** With fewer or more, the mean is of something else. */
const [FEWEST_DAYS, MOST_DAYS] = [120, 800] as const;

/** 每县 of 7个县, of 16个试点县 */
function isThing({ text }: ChainReading, { end, number }: StatedFigure, per: string): boolean {
  const name = /^[\u4e00-\u9fff]{1,6}/.exec(text.slice(end, end + LONGEST_THING))?.[0] ?? '';
  return MEDIA_UNITS.includes(number.unit) && name.includes(per);
}

const LONGEST_THING = 6;

/** 每批 of 9批次, 人均 of 13名, 日均 of 365天. */
function isCountedIn(per: string, unit: string): boolean {
  return unit.startsWith(per) || isSameMeasure(per, unit) || (SAME_COUNT[per] ?? '').includes(unit);
}

const SAME_COUNT: Readonly<Record<string, string>> = { 个: '家', 人: '名位', 日: '天', 天: '日' };

/** The measure word behind 每: 每期, 每个. */
function unitOfEach({ text, tokens }: ChainReading, mean: StatedFigure): string | undefined {
  const of = unitOfMean(text, tokens, mean);
  if (of !== undefined) return of;
  const at = text.lastIndexOf('每', mean.start);
  return at < 0 || mean.start - at > 16 ? undefined : text.charAt(at + 1);
}

/** 场均65人, 人均报送信息12条: what is counted once each. */
function unitOfMean(
  text: string,
  tokens: ChainReading['tokens'],
  { labelFrom, start }: StatedFigure,
): string | undefined {
  const label = labelTextOf({ labelFrom, start }, { text, tokens });
  const at = label.lastIndexOf('均');
  const unit = label.charAt(at - 1);
  // 单期平均播放47.3万次
  return at > 0 && unit !== '平' ? unit : /单([\u4e00-\u9fff])平均/.exec(label)?.[1];
}

/** 平均每个窗口 and 40个窗口: what each of them is, where it is said, is what was counted. */
function isOfThings({ text, tokens }: ChainReading, mean: StatedFigure, count: StatedFigure): boolean {
  if (unitOfMean(text, tokens, mean) !== undefined) return true;
  const at = text.lastIndexOf('每', mean.start);
  const name = text
    .slice(at + 2, mean.start)
    .replace(/^平均|[约为达是有]|平均$/g, '')
    .trim();
  if (name === '' || isVerb(tokens, at + 2, mean)) return true;
  const first = tokens[count.labelFrom]?.start ?? count.start;
  const last = tokens[count.nounTo - 1]?.end ?? count.end;
  return text.slice(Math.min(first, count.start), Math.max(last, count.end)).includes(name.slice(0, 2));
}

/** 每期印发50份: what was done with each, and no thing of another kind. */
function isVerb(tokens: ChainReading['tokens'], from: number, { token }: StatedFigure): boolean {
  for (let at = token - 1; at >= 0; at--) {
    const each = tokens[at];
    if (each === undefined || each.start < from) return at < token - 1;
    if (each.kind !== 'word' || each.meaning.step === undefined || each.meaning.matter !== undefined) return false;
  }
  return false;
}
