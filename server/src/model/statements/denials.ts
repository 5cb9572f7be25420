import type { Metric } from '../../format/metrics.ts';
import { memoByObject } from '../../text/memo.ts';
import type { ChainReading } from './chains.ts';
import type { Token } from './tokens.ts';

/** A statement that there were none of something: 未收到政府信息公开申请. Places count from the start of the chain. */
export interface Denial {
  readonly metric: Metric;
  readonly start: number;
  readonly end: number;
  /** The year that its sentence names. */
  readonly year: number | undefined;
}

const METRICS: Readonly<Record<string, readonly Metric[]>> = {
  applications: ['received'],
  reviews: ['review'],
  litigation: ['litigation'],
  legalCases: ['review', 'litigation'],
};
/** Steps that deny the thing itself, and not what became of it. */
const ARRIVALS: ReadonlySet<string> = new Set(['received', 'newReceived', 'made']);
/** What was carried over is named by its step: 无上年结转申请, 没有结转下年度继续办理的. */
const CARRIED: Readonly<Record<string, readonly Metric[]>> = { carriedIn: ['carriedIn'], carriedOut: ['carriedOut'] };
/** Words behind the noun that leave it whole. */
const NEUTRAL: ReadonlySet<string> = new Set([
  '案件',
  '申请',
  '情况',
  '情形',
  '事项',
  '的',
  '件',
  '案',
  '及',
  '和',
  '与',
  '或',
  '以及',
  '或者',
  '发生',
  '产生',
  '案件数',
]);
/** Negations of what follows that do not say that there was none: 未经行政复议. */
const QUALIFYING: ReadonlySet<string> = new Set(['未经', '非', '不', '不再']);
const JOINING: ReadonlySet<string> = new Set(['及', '和', '与', '或', '以及', '或者']);
/** Times by which a denial is of another time than the report year. */
const OTHER_TIMES: ReadonlySet<string> = new Set([
  'last',
  'next',
  'partial',
  'several',
  'cumulative',
  'allYears',
  'planned',
]);
/** Cases of every kind, and not those on disclosure alone; nor are bare 申请 applications for information. */
const UNNAMED = '案件';

/** How far a denial reaches, in words and signs; a longer clause is not read. */
const FARTHEST = 40;

/** Statements of a chain that there were none of what the tables count. */
export const denialsIn = memoByObject((reading: ChainReading): readonly Denial[] => {
  const denials: Denial[] = [];
  const { tokens } = reading;
  let isLimited = false;
  let year: number | undefined;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'sign' && (token.sign === 'stop' || token.sign === 'paragraph')) {
      isLimited = false;
      year = undefined;
    } else if (token.kind === 'year') year = token.year;
    else if (token.kind === 'word') {
      const { when, whose, part, role } = token.meaning;
      if (role === 'not' && !QUALIFYING.has(reading.text.slice(token.start, token.end))) {
        if (!isLimited) denials.push(...denialAt(reading, at, year));
      } else if ((when !== undefined && OTHER_TIMES.has(when)) || whose === 'subordinate' || part !== undefined)
        isLimited = true;
    }
  }
  return denials;
});

/** Nothing was carried over: all up to the end of the clause is of that, and no figure stands in it. */
function carriedAt(
  { tokens }: ChainReading,
  { at, start }: { readonly at: number; readonly start: number },
  metrics: readonly Metric[],
): readonly Denial[] {
  let end = start;
  for (let next = at; next < tokens.length && next < at + FARTHEST; next++) {
    const token = tokens[next] as Token;
    if (token.kind === 'sign' && token.sign !== 'open') break;
    if (token.kind === 'sign' || token.kind === 'number') return [];
    if (token.kind === 'word' && token.meaning.part !== undefined) return [];
    end = token.end;
  }
  return metrics.map(metric => ({ metric, start, end, year: undefined }));
}

/** What the word of denial at `at` denies: the nouns up to the end of its clause, joined by 、 or 和. */
function denialAt(reading: ChainReading, at: number, year: number | undefined): readonly Denial[] {
  const { tokens, text } = reading;
  const start = tokens[at]?.start ?? 0;
  let isJoined = false;
  const named: { readonly metrics: readonly Metric[]; readonly end: number }[] = [];
  for (let next = at + 1; next < tokens.length; next++) {
    const token = tokens[next] as Token;
    if (next > at + FARTHEST) return [];
    if (token.kind === 'sign') {
      isJoined = token.sign === 'enumeration' && named.length > 0;
      if (isJoined) continue;
      if (token.sign === 'open' || token.sign === 'colon' || token.sign === 'dash' || token.sign === 'enumeration')
        return [];
      break;
    }
    const word = text.slice(token.start, token.end);
    if (NEUTRAL.has(word) && (token.kind === 'unknown' || named.length > 0)) {
      isJoined = JOINING.has(word);
      continue;
    }
    if (token.kind !== 'word') return [];
    const { matter, step, part, whose, when, stat, role } = token.meaning;
    const carried = named.length === 0 && step !== undefined ? CARRIED[step] : undefined;
    if (carried) return carriedAt(reading, { at: next, start }, carried);
    const isNamed =
      matter !== undefined &&
      word !== UNNAMED &&
      (matter !== 'applications' || word.includes('公开') || word.includes('信息'));
    const metrics = isNamed ? METRICS[matter] : undefined;
    if (metrics && part === undefined) named.push({ metrics, end: token.end });
    else if (named.length > 0) {
      // 行政诉讼和举报: something else that there was none of.
      if (!isJoined || matter === undefined || step !== undefined || part !== undefined) return [];
    } else if (
      part !== undefined ||
      whose !== undefined ||
      stat !== undefined ||
      (when !== undefined && when !== 'this')
    )
      return [];
    else if (matter !== undefined && matter !== 'information' && role !== 'subset') return [];
    else if (step !== undefined && !ARRIVALS.has(step)) return [];
  }
  return named.flatMap(({ metrics, end }) => metrics.map(metric => ({ metric, start, end, year })));
}
