import { ALL_YEARS, ANOTHER_MATTER, ANOTHER_SCOPE, ANOTHER_YEAR } from '../../format/data/vocabulary.ts';
import type { MetricPeriod, NamedMetric as Metric } from '../../format/metrics.ts';
import { isSignAt } from '../../text/charTable.ts';
import { isSameUnit, type FigureSentence, type ProseFigure } from './numbers.ts';

/** A figure in a text that states such a quantity. */
export interface QuantityMention {
  readonly metric: Metric;
  readonly period: MetricPeriod;
  /** Year that the words before it name; undefined where they name none. */
  readonly year: number | undefined;
  readonly figure: ProseFigure;
  readonly sentence: FigureSentence;
}

/** A figure further behind the beginning of its sentence is in none that anybody reads. */
const LONGEST_BEFORE = 2_000;

/** Figures of sentences that state a quantity which the tables hold too. Loose wordings are left out. */
export function quantityMentionsIn(sentences: readonly FigureSentence[], text: string): readonly QuantityMention[] {
  const isOnApplications = text.includes('申请');
  const mentions: QuantityMention[] = [];
  for (const sentence of sentences) {
    for (const figure of sentence.figures) {
      if (figure.start - sentence.start > LONGEST_BEFORE) continue;
      const metric = metricOf(figure, sentence, isOnApplications);
      if (!metric) continue;
      const before = sentence.text.slice(0, figure.start - sentence.start);
      if (ANOTHER_YEAR.test(before)) continue;
      const period = ALL_YEARS.test(before.slice(-40)) ? 'cumulative' : 'annual';
      // Cases carried over name the year to which they are carried.
      const named =
        metric === 'carriedOut' || ALL_YEARS.test(before)
          ? undefined
          : [...before.matchAll(/((?:19|20)\d\d)年/g)].at(-1)?.[1];
      mentions.push({ metric, period, year: named === undefined ? undefined : Number(named), figure, sentence });
    }
  }
  return mentions;
}

/** Last characters of the words that state a metric, whichever it is. */
const ENDS = '费额共计为息开的供理转请到议件数讼至年度续办复项了收结可罚制定';

function metricOf(figure: ProseFigure, sentence: FigureSentence, isOnApplications: boolean): Metric | undefined {
  const isFee = figure.unit === '元' && figure.modality !== 'rough';
  if (!isFee && (figure.modality !== 'exact' || figure.decimals > 0 || !isSameUnit(figure.unit, '件')))
    return undefined;
  const subject = figure.subject.trim();
  if (!isSignAt(subject, subject.length - 1, ENDS)) return undefined;
  if (isFee)
    return /行政事业性收费(?:金额|总额)?(?:共|共计|为)?$/.test(subject) && !/其中|信息/.test(subject)
      ? 'fees'
      : undefined;
  if (/^其中[，,]?主动公开(?:的)?政府信息$/.test(subject)) return 'disclosed';
  const tail = figure.tail.trim();
  const result = figure.unit === '条' || !isOnApplications ? undefined : resultNamed(subject);
  const count = countOf(subject, tail, sentence, isOnApplications);
  if (!result && !count) return undefined;
  const before = sentence.text.slice(0, figure.start - sentence.start);
  if (result && isOfAll(before)) return result;
  if (
    ANOTHER_SCOPE.test(subject) ||
    ANOTHER_MATTER.test(subject + tail) ||
    before.includes('其中') ||
    isInBrackets(before)
  )
    return undefined;
  return count;
}

/** Quantity that a figure counts, by the words around it, whatever its scope. */
function countOf(
  subject: string,
  tail: string,
  sentence: FigureSentence,
  isOnApplications: boolean,
): Metric | undefined {
  if (/行政复议(?:案件|申请)?(?:共|共计|数)?$/.test(subject) && !/诉讼|和|(?<!涉)及|或/.test(subject)) return 'review';
  if (/行政诉讼(?:案件)?(?:共|共计|数)?$/.test(subject) && !/复议|和|(?<!涉)及|或/.test(subject)) return 'litigation';
  if (/复议|诉讼/.test(subject)) return undefined;
  if (
    /结转(?:至|到)?(?:下年度?|下一年度?|(?:19|20)\d\d年度?)?(?:继续)?(?:办理|答复)?(?:的)?(?:申请)?$/.test(subject) &&
    /下|20\d\d/.test(subject)
  )
    return 'carriedOut';
  if (
    /(?:收到|受理|接收|新收|收办)(?:了)?(?:的)?(?:政府)?(?:信息)?(?:依)?(?:公开)?(?:依)?(?:申请)(?:公开)?(?:政府信息)?(?:共|共计|事项|数)?$/.test(
      subject,
    )
  )
    return 'received';
  if (/(?:收到|受理|接收)(?:了)?$/.test(subject) && /^(?:政府)?信息公开申请|^依申请公开/.test(tail)) return 'received';
  if (
    /(?:已|共|均已|实际)?(?:答复|办结)(?:政府信息公开申请|依申请公开(?:政府信息|事项)?|申请)?(?:共|共计)?$/.test(
      subject,
    ) &&
    isOnApplications &&
    !/复议|诉讼|提案/.test(sentence.text.slice(0, 30))
  )
    return 'replied';
  if (/(?:制发|印发|制定|出台|发布)(?:行政)?规范性文件$/.test(subject) && !/公开/.test(subject)) return 'issued';
  if (/废止(?:行政)?规范性文件$/.test(subject)) return 'repealed';
  if (/现行有效(?:的)?(?:行政)?规范性文件$/.test(subject)) return 'effective';
  const decision = /(?:作出|做出)(?:的)?行政(许可|处罚|强制)(?:处理)?(?:决定)?(?:共|共计)?$/.exec(subject)?.[1];
  if (decision !== undefined)
    return decision === '许可' ? 'licenses' : decision === '处罚' ? 'penalties' : 'compulsions';
  if (!subject.includes('主动公开')) return undefined;
  if (
    /^(?:(?:19|20)\d\d年(?:度)?)?(?:全年|今年|本年度?)?(?:我[局街镇乡委区县市]|[^，]{0,12})?(?:共|累计)?主动公开(?:的)?政府信息(?:共|数|总数)?$/.test(
      subject,
    ) &&
    !/其他|其它|应当?主动|和[^，]{0,8}主动/.test(subject)
  )
    return 'disclosed';
  return undefined;
}

/** Whether a bracket is open at the end of a text. */
function isInBrackets(text: string): boolean {
  return (
    Math.max(text.lastIndexOf('（'), text.lastIndexOf('(')) > Math.max(text.lastIndexOf('）'), text.lastIndexOf(')'))
  );
}

/** Kinds of result, also behind 其中; only in a text about applications. */
const RESULTS: readonly (readonly [Metric, RegExp])[] = [
  ['grantedAndPartial', /^予以公开(?:及|和|、|或|与)部分公开(?:的)?$/],
  ['granted', /^(?:其中[，,：:]?)?(?:予以公开|同意公开)(?:的)?$/],
  ['partiallyGranted', /^(?:其中[，,：:]?)?(?:予以)?部分公开(?:的)?$/],
  ['refused', /^(?:其中[，,：:]?)?不予公开(?:的)?$/],
  ['unable', /^(?:其中[，,：:]?)?无法提供(?:的)?$/],
  ['rejected', /^(?:其中[，,：:]?)?不予处理(?:的)?$/],
  ['other', /^其他处理(?:的)?$/],
  ['carriedIn', /^(?:其中[，,：:]?)?(?:上年度?|上一年度?)结转(?:的)?(?:政府信息公开)?(?:申请)?(?:办理)?$/],
  ['newReceived', /^(?:其中[，,：:]?)?(?:本年度?)?新(?:收到?|受理)(?:的)?(?:政府信息公开)?(?:申请)?$/],
];

function resultNamed(subject: string): Metric | undefined {
  for (const [metric, pattern] of RESULTS) if (pattern.test(subject)) return metric;
  return undefined;
}

/** Whether the words before a figure leave it to all applications, not to those of one channel, scope or applicant. */
function isOfAll(before: string): boolean {
  return !/复议|诉讼/.test(before.slice(-80)) && !ANOTHER_SCOPE.test(before.replace(/其中/g, '').slice(-80));
}
