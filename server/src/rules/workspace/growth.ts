import { proseKey, readingOfStatement, readingsOf, type Reading } from '../../model/across/readings.ts';
import type { KnownReport } from '../../model/across/body.ts';
import { similarity } from '../../text/fold.ts';
import type { ChangeSummary, RateSummary } from '../../model/summary/summary.ts';
import { broken, defineAcrossRule, HOLDS, UNKNOWN, type Verdict } from '../support/across.ts';
import { mayCompareMetric, skipWithoutFormat } from '../support/statedYears.ts';

/** Share of the change by which words such as 约 may be off, and the least percentage or number. */
const ROUGH = { share: 0.2, least: 1 };

/**
 * 同比增减与上年报告不符。
 *
 * 正文只写了本年的数和增减（“收到3646件，同比增长1.08%”“比2023年增加39件”“与上年持平”），没有写上年数的，用上年报告的表格和正文核对。
 * 两年同一种口径对得上就算对；百分比按印出的位数，末位差一以内都算对。
 *
 * 不报：
 * - 上年报告里没有这个数的；两年的数写在同一句里的，由“增减数不符”核对。
 * - 与上季度、上月、上半年相比的，年均。
 * - 百分点：上年报告里没有说法相近的比率的，或有一个比率对得上的。
 * - 表格里没有的数（网站发布多少条）：上年报告里没有同样说法、同样单位的，或有一个对得上的；说法略有出入的只作提示。
 * - 机构改革、更正或口径调整，两年范围不同的。
 *
 * English: A change against last year that the text states without last year’s figure fits some reading of both
 * reports. Changes in points, and of what no table counts, are compared with figures that are worded alike. Quarters
 * and averages are not judged.
 */
export const growth = defineAcrossRule({
  id: 'workspace/growth',
  catalogue: ['P04'],
  basis: ['practice'],
  severity: 'warning',
  scope: 'years',
  matter: 'figures',
  topics: ['requests', 'documents', 'items', 'disclosure', 'cases'],
  silencedBy: ['firstYear'],
  skip: skipWithoutFormat,
  *run(context) {
    const { earlier, later } = context;
    for (const change of later.changes) {
      const { metric } = change;
      if (change.base !== 'last' && change.base !== earlier.year) continue;
      if (metric === null) {
        yield judgeByWords({ earlier, later, change });
        continue;
      }
      if (!mayCompareMetric(context, metric)) continue;
      const before = [
        ...readingsOf(earlier, metric, 'annual'),
        ...later.statements
          .filter(each => each.metric === metric && (each.period === 'last' || each.period === earlier.year))
          .map(readingOfStatement),
      ];
      const now = readingsOf(later, metric, 'annual');
      const usable = before.filter(({ low, high }) => low > 0 && high !== null);
      const [first] = [...usable].sort((a, b) => rank(a) - rank(b));
      if (!first) yield judgeByWords({ earlier, later, change });
      else if (usable.some(base => nowFor(base, change, usable, now).some(value => fits(change, middle(base), value))))
        yield HOLDS;
      else yield brokenChange({ earlier, later, change, base: first, all: usable });
    }
  },
});

/**
 * Figures of this year that a figure of last year is held against: the one that the text says has changed, and those of
 * the tables in the same way; none where the tables hold what has changed in another way than last year’s figure.
 */
function nowFor(
  base: Reading,
  { of }: ChangeSummary,
  before: readonly Reading[],
  now: readonly Reading[],
): readonly number[] {
  const ways = new Set(before.flatMap(({ nth, low }) => (nth !== undefined && low === base.low ? [nth] : [])));
  const alike = now.filter(({ nth }) => nth !== undefined && ways.has(nth)).map(({ low }) => low);
  const isOther =
    alike.length > 0 && !alike.includes(of) && now.some(({ nth, low }) => nth !== undefined && low === of);
  if (isOther) return [];
  return [of, ...(ways.size > 0 ? alike : now.map(({ low }) => low))];
}

/** Labels that are so much alike name the same rate; those that are less so perhaps. */
const SAME_LABEL = 0.8;
const ALIKE_LABEL = 0.5;
/** The words of a count that tell by themselves what it is of: 门户网站主动公开信息. */
const TELLING_LABEL = 8;

/**
 * A change in points, or of what no table tells of last year: against the figures of its text in the same unit. Only
 * where none fits, those are asked whose words are like this one's.
 */
function judgeByWords({ earlier, later, change }: Omit<BrokenChange, 'base' | 'all'>): Verdict {
  const alike = earlier.rates
    .filter(({ unit }) => unit === change.unit)
    .map(rate => ({ rate, likeness: similarity(rate.label, change.label) }))
    .sort((a, b) => b.likeness - a.likeness);
  const isFit = ({ value, margin }: RateSummary) =>
    change.kind === 'points'
      ? Math.abs(change.of - value - pointsOf(change)) <= margin + change.margin * 2 + 1e-9
      : fits(change, value, change.of);
  const fitting = alike.some(
    ({ rate, likeness }) => (change.kind === 'points' || likeness >= ALIKE_LABEL) && isFit(rate),
  );
  if (fitting) return HOLDS;
  const [best, ...others] = alike.filter(({ likeness }) => likeness >= leastLikeness(change));
  if (!best) return UNKNOWN;
  const isLoose = best.likeness < SAME_LABEL || (change.kind !== 'points' && !isTelling(change, best.likeness));
  const [base, ...rest] = [best, ...others].map(({ rate: { value, margin, place } }): Reading => ({
    low: value - margin,
    high: value + margin,
    place,
    key: 'prose.rate',
    isLoose,
  }));
  return base ? brokenChange({ earlier, later, change, base, all: [base, ...rest] }) : UNKNOWN;
}

function pointsOf({ direction, value }: ChangeSummary): number {
  return direction === 'down' ? -value : value;
}

/** Many things are counted in words that are half alike; rates are few. */
function leastLikeness({ kind }: ChangeSummary): number {
  return kind === 'points' ? ALIKE_LABEL : SAME_LABEL;
}

/** Whether the words before a count leave no doubt about what is counted. */
function isTelling({ label }: ChangeSummary, likeness: number): boolean {
  return likeness === 1 && label.length >= TELLING_LABEL;
}

/** A figure of the text is of the same wording as the change, so it comes before those of the tables. */
function rank({ key }: Reading): number {
  return key.startsWith('prose.') ? 0 : 1;
}

function middle({ low, high }: Reading): number {
  return (low + (high ?? low)) / 2;
}

function changeOf({ kind }: ChangeSummary, before: number, after: number): number {
  if (kind === 'percent') return ((after - before) / before) * 100;
  return kind === 'times' ? after / before - 1 : after - before;
}

function fits(change: ChangeSummary, before: number, after: number): boolean {
  const computed = changeOf(change, before, after);
  const { value, direction, isRough, kind } = change;
  // One unit of the last place: rounded or cut off.
  const margin = isRough ? Math.max(ROUGH.least, value * ROUGH.share) : change.margin * 2;
  const isRight = (stated: number) =>
    Math.abs(Math.abs(stated) - value) <= margin + 1e-9 &&
    (direction === null || stated === 0 || value === 0 || stated > 0 === (direction === 'up'));
  // 增长2倍 is also said of what has become twice as much.
  return isRight(computed) || (kind === 'times' && isRight(computed + 1));
}

interface BrokenChange {
  readonly earlier: KnownReport;
  readonly later: KnownReport;
  readonly change: ChangeSummary;
  readonly base: Reading;
  readonly all: readonly Reading[];
}

function brokenChange({ earlier, later, change, base, all }: BrokenChange): Verdict {
  const before = Number(middle(base).toFixed(6));
  const computed = changeOf(change, before, change.of);
  const decimals = change.kind === 'count' ? 0 : Math.max(change.kind === 'points' ? 2 : 1, decimalsOf(change));
  const shown = Number(computed.toFixed(decimals));
  const given = { stated: change.text, found: change.ofText, year: earlier.year, before };
  const isRatio = change.kind === 'times' && change.direction === null;
  const isUncertain = change.isLoose === true || change.isRough === true || base.isLoose;
  return broken({
    ...(isRatio
      ? {
          message: 'workspace/growth#times' as const,
          args: { ...given, computed: `${String(Number((change.of / before).toFixed(decimals)))}倍` },
        }
      : {
          message: 'workspace/growth' as const,
          args: {
            ...given,
            direction: DIRECTIONS[change.direction ?? 'unsaid'],
            computed: `${String(Math.abs(shown))}${unitOf(change)}`,
            sign: Math.sign(shown),
          },
        }),
    report: later,
    place: change.place,
    ...(isUncertain ? { severity: 'information' } : {}),
    stated: change.direction === 'down' ? -change.value : change.value,
    expected: shown,
    terms: [
      { sign: '+', report: later, key: keyOf(change), value: change.of },
      { sign: '-', report: earlier, key: base.key, value: before },
    ],
    keys: [`${keyOf(change)}.change`],
    related: [
      ...[base, ...all.filter(each => each !== base)].map(each => ({
        report: earlier,
        place: each.place,
        message: 'related.yearFigure' as const,
        args: { year: earlier.year, value: middle(each) },
      })),
      {
        report: later,
        place: change.ofPlace,
        message: 'related.yearFigure',
        args: { year: later.year, value: change.of },
      },
    ],
  });
}

/** Which way a change is said to go, as a sign. */
const DIRECTIONS = { up: 1, down: -1, unsaid: 0 } as const;

/** The measure word of a change. */
function unitOf({ kind, unit }: ChangeSummary): string {
  return kind === 'count' ? (unit ?? '') : UNITS[kind];
}

const UNITS = { percent: '%', times: '倍', points: '个百分点' } as const;

function keyOf({ metric }: ChangeSummary): string {
  return metric === null ? 'prose.rate' : proseKey(metric);
}

function decimalsOf({ margin }: ChangeSummary): number {
  return margin === 0 ? 0 : Math.max(0, Math.round(-Math.log10(margin * 2)));
}
