import { ANOTHER_OWNER, ANOTHER_TIME_OR_PART, SCOPES, SCOPES_BESIDE_CHANNELS } from '../../format/data/vocabulary.ts';
import { figureTextOf } from '../../model/prose/figureText.ts';
import type { Metric } from '../../format/metrics.ts';
import type { FigureSentence, ProseFigure } from '../../model/prose/numbers.ts';
import { cellExpressionsOf } from '../../model/links/cellExpressions.ts';
import type { ReportQuantity } from '../../model/links/reportQuantities.ts';
import type { TextBlock, TextFact } from '../../syntax/paragraphFacts.ts';
import { isKind, type Placed } from '../../syntax/block.ts';
import type { Span } from '../../text/span.ts';
import type { ReportOutline } from '../support/contexts.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 同一个数前后两处不一致。
 *
 * 正文两处说的是同一件事（同一网站的同一专栏发布的信息，主动公开、申请、复议、诉讼的总数），范围的词也相同，数却不同。12345
 * 平台与信箱受理的件数只差一点的，可能口径不同，只提示核对。
 *
 * 不报：
 * - 范围不同（全市、市本级，某一渠道，某月，累计）或年度不同的。
 * - 约数；单位不同的；一处说总数、一处说其中一部分。
 * - 有三种以上数字的：多半是几个单位、几个栏目各说各的。
 * - 表格有这个数的（与表格比），总数与分项之和已报的。
 *
 * English: The same metric with the same scope is stated twice with different values. Other scopes, years and channels
 * are other metrics; nearly equal counts of a hotline are only pointed out.
 */
export const sameMetric = defineRule({
  id: 'prose/same-metric',
  catalogue: ['P06'],
  basis: ['practice'],
  severity: 'warning',
  scope: 'report',
  readers: { named: readNamedIn },
  *run({ report, paragraphs, quantities }, { named }) {
    for (const [earlier, later] of conflicts([...stated(report, quantities), ...namedIn(report, named)])) {
      const [first, second] = [blockOf(paragraphs, earlier), blockOf(paragraphs, later)];
      // Side by side in one paragraph they are told apart by what stands around them.
      if (!first || !second || first === second) continue;
      if (earlier.kind === 'total' && !(isOfWhole(paragraphs, earlier, first) && isOfWhole(paragraphs, later, second)))
        continue;
      // One after the other, each with its year: a list of years, one of them mistyped, is more likely.
      if (earlier.isOfNamedYear && later.isOfNamedYear && second.at === first.at + first.block.length) continue;
      yield finding(later.span, {
        message: earlier.kind === 'hotline' ? 'prose/same-metric#hotline' : 'prose/same-metric',
        ...(earlier.kind === 'hotline' ? { severity: 'information' as const } : {}),
        args: {
          stated: textOf(later),
          earlier: textOf(earlier),
          difference: Math.abs(later.figure.value - earlier.figure.value),
        },
        related: [{ span: earlier.span, message: 'related.figure', args: { text: textOf(earlier) } }],
      });
    }
  },
});

/** A figure with what it is said of; equal keys name the same thing. */
interface Mention {
  /** `column`: of a column of a website, `hotline`: of 12345, `total`: of the whole report. */
  readonly kind: 'column' | 'hotline' | 'total';
  readonly key: string;
  readonly figure: ProseFigure;
  readonly span: Span;
  /** Its clause begins with a year. */
  readonly isOfNamedYear: boolean;
}

/** Two counts of a hotline that differ by less than this are likely to be meant as one. */
const NEARLY_EQUAL = 0.01;
const MANY_CALLS = 100;
const SOME_CALLS = /满意|有效|无效|转|派|交办|回访|办结|答复|咨询|建议|求助/;

/** Totals of the report that its tables do not state. */
function stated(report: ReportOutline, quantities: readonly ReportQuantity[]): Mention[] {
  const isInTables = new Map<Metric, boolean>();
  return quantities.flatMap(({ metric, period, figure, sentence, span }): Mention[] => {
    if (period !== 'annual' || figure.value === 0) return [];
    const isKnown = isInTables.get(metric) ?? cellExpressionsOf(report, metric, period).length > 0;
    isInTables.set(metric, isKnown);
    if (isKnown) return [];
    const before = leading(sentence, figure);
    if (ANOTHER_TIME_OR_PART.test(before)) return [];
    return [
      {
        kind: 'total',
        key: [metric, wordsOf(figure), figure.unit, scopeOf(before)].join(' '),
        figure,
        span,
        isOfNamedYear: /^\s*20\d\d年/.test(before),
      },
    ];
  });
}

/** The sentence before a figure, or the end of it where that is very long. */
function leading(sentence: FigureSentence, figure: ProseFigure): string {
  const end = figure.start - sentence.start;
  return sentence.text.slice(Math.max(0, end - FARTHEST), end);
}

const FARTHEST = 200;

function blockOf(
  paragraphs: readonly Placed<TextBlock>[],
  { span: { start } }: Mention,
): Placed<TextBlock> | undefined {
  return paragraphs.findLast(({ at }) => at <= start);
}

/** The same total with parts that do not add up is reported there. */
function isTotalOfBrokenList(placed: Placed<TextBlock>, figure: ProseFigure): boolean {
  return (
    isKind(placed, 'paragraph') &&
    figureTextOf(placed.block).lists.some(
      ({ whole, parts, completeness }) =>
        whole.start === figure.start &&
        completeness !== 'partial' &&
        parts.reduce((sum, part) => sum + part.figure.value, 0) !== whole.value,
    )
  );
}

/**
 * The words of a clause without those for the year, the whole and the report's own body: 收到 and 受理 need not count the
 * same.
 */
function wordsOf({ subject }: ProseFigure): string {
  return subject.replace(
    /\s|(?:19|20)\d\d年(?:度)?|全年|今年|本年度?|年度内?|年内|[我本](?:机关|单位|部门|街道|局|委|办|县|市|区|镇|乡|省|厅|院|所|中心)|共计|总共|一共|共|累计|总计|合计|的/g,
    '',
  );
}

function scopeOf(text: string): string {
  return [...new Set(text.match(SCOPES) ?? [])].sort().join('、');
}

/**
 * Whether nothing around a total narrows it: before it in its paragraph stand only the year, the report's own body, a
 * label of the whole matter, and general words; so does the heading above it unless that is one of the first level.
 */
function isOfWhole(
  paragraphs: readonly Placed<TextBlock>[],
  { figure, span }: Mention,
  placed: Placed<TextBlock>,
): boolean {
  if (!isKind(placed, 'paragraph') || isTotalOfBrokenList(placed, figure)) return false;
  const { text } = placed.block.text;
  const heading = paragraphs.findLast(each => isKind(each, 'heading') && each.at < span.start);
  if (
    heading &&
    isKind(heading, 'heading') &&
    heading.block.numbering?.style !== 'chinese' &&
    !LABEL.test(heading.block.title.text)
  )
    return false;
  const clauses = text.slice(0, figure.start).split(/[，,。；;：:！!]/);
  const subject = clauses.pop() ?? '';
  return (
    subject.length < LONGEST_CLAUSE &&
    clauses.every(clause => {
      const words = clause
        .replace(/^\s*[（(]?[一二三四五六七八九十\d]{1,3}(?:[)）、.．]|是)/, '')
        .replace(NEUTRAL, '')
        .trim();
      return words === '' || LABEL.test(words) || (GENERAL.test(words) && !NARROW.test(words) && scopeOf(words) === '');
    })
  );
}

const NEUTRAL =
  /(?:19|20)\d\d年(?:度)?|全年|今年(?:以来)?|本年度?|一年来|年度内?|[我本](?:机关|单位|部门|街道|局|委|办|县|市|区|镇|乡|省|厅|院|所|中心)/g;
/** A label or heading of the whole matter. */
const LABEL =
  /^(?:主动公开|依申请公开|政府信息公开|信息公开|总体|基本)(?:政府信息)?(?:的)?(?:数量|情况|工作)*$|^(?:概述|总体情况|基本情况)$/;
const GENERAL = /按照|根据|依据|贯彻|落实|坚持|严格|加强|做好|推进|深化|完善|提高|提升|内容涉及/;
const NARROW = /方面|类|领域|通过|利用|栏|\d|[一二三四五六七八九十]是|局|站|中心|科|股/;
const LONGEST_CLAUSE = 40;

interface Named {
  readonly kind: 'column' | 'hotline';
  readonly key: string;
  readonly figure: ProseFigure;
  readonly years: readonly number[];
}

function readNamedIn(text: string, block: TextBlock): readonly Named[] {
  return /栏目|专栏|12345|１２３４５/.test(text) ? figureTextOf(block).sentences.flatMap(readNamed) : [];
}

/** Figures that name their column or the hotline themselves. */
function readNamed(sentence: FigureSentence): Named[] {
  return sentence.figures.flatMap((figure): Named[] => {
    if (
      figure.modality !== 'exact' ||
      figure.decimals > 0 ||
      figure.unit === '%' ||
      !/栏目|专栏|12345/.test(figure.subject)
    )
      return [];
    const before = leading(sentence, figure);
    if (ANOTHER_TIME_OR_PART.test(before)) return [];
    const years = [...before.matchAll(/((?:19|20)\d\d)年/g)].map(([, year]) => Number(year));
    if (ANOTHER_OWNER.test(before)) return [];
    const column = columnOf(figure.subject);
    if (column !== undefined)
      return [{ kind: 'column', key: `${column} ${figure.unit} ${narrowing(before)}`, figure, years }];
    const isCall =
      /12345(?!\d)/.test(figure.subject) &&
      /受理|接收|接到|收到/.test(figure.subject) &&
      figure.value >= MANY_CALLS &&
      !SOME_CALLS.test(figure.subject + figure.tail);
    return isCall ? [{ kind: 'hotline', key: `12345 ${figure.unit} ${narrowing(before)}`, figure, years }] : [];
  });
}

/** Words of scope apart from those of channels, which the key holds already. */
function narrowing(before: string): string {
  return [...new Set(before.match(SCOPES_BESIDE_CHANNELS) ?? [])].sort().join('、');
}

/** 「我局在县政府网站的农业补贴栏目发布信息」 → 「农业补贴」; undefined where no column of a site is named. */
function columnOf(subject: string): string | undefined {
  const match =
    /(?:网站|平台)[上的“"]{0,3}([\u4e00-\u9fff]{2,12}?)[”"]?(?:栏目|专栏)(?:上|中|内)?(?:共计|共|累计)?(?:发布|公开|公布)(?:了)?(?:各类|有关|相关)?(?:政府)?信息(?:共计|共)?$/.exec(
      subject.replace(/\s|门户(?=网站)/g, ''),
    );
  const site = match && /([\u4e00-\u9fff]{0,8})(?:网站|平台)/.exec(match.input.slice(0, match.index + 2));
  return match ? `${match[1] ?? ''}@${site?.[1]?.slice(-3) ?? ''}` : undefined;
}

function namedIn(report: ReportOutline, all: readonly TextFact<Named>[]): Mention[] {
  const years = new Set(all.flatMap(({ fact }) => fact.years));
  // An extract without a title may still speak of one year only.
  const year = report.reportYear?.value ?? (years.size === 1 ? [...years][0] : undefined);
  return all
    .filter(({ fact }) => fact.years.every(each => each === year))
    .map(({ fact, place }) => ({
      kind: fact.kind,
      key: fact.key,
      figure: fact.figure,
      isOfNamedYear: false,
      span: place(fact.figure.start, fact.figure.end),
    }));
}

/** Pairs of mentions of one thing with different values. */
function* conflicts(mentions: readonly Mention[]): Iterable<readonly [Mention, Mention]> {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = `${mention.kind} ${mention.key}`;
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  }
  for (const group of groups.values()) {
    const [earlier] = group;
    const later = group.find(({ figure }) => figure.value !== earlier?.figure.value);
    if (!earlier || !later || new Set(group.map(({ figure }) => figure.value)).size > 2) continue;
    const [a, b] = [earlier.figure.value, later.figure.value];
    if (earlier.kind === 'hotline' && (group.length > 2 || Math.abs(a - b) > Math.max(a, b) * NEARLY_EQUAL)) continue;
    yield [earlier, later];
  }
}

function textOf({ figure: { value, unit } }: Mention): string {
  return `${String(value)}${unit}`;
}
