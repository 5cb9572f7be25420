import {
  CASE_ROWS,
  cellMetric,
  FEE_CELL,
  RESULT_METRICS,
  type CellMetric,
  type Metric,
  type NamedMetric,
} from '../../format/metrics.ts';
import { TABLES } from '../../format/roles.ts';
import type { Span } from '../../text/span.ts';
import { cellExpressionsOf } from '../links/cellExpressions.ts';
import type { Report } from '../report.ts';

/** What a sentence states: applications, what was issued and decided, reviews and cases in court. */
export const SENTENCE_KINDS = ['requests', 'proactive', 'cases'] as const;
export type SentenceKind = (typeof SENTENCE_KINDS)[number];

/** The part of a report from which sentences are written. */
export type ReportTables = Pick<Report, 'edition' | 'tables'>;

/**
 * The usual sentence of a report's overview with the figures of its tables; undefined where these do not tell, or do
 * not add up: what is written must be right. Parts that are 0 are left out. With `former`, last year's report, the
 * change of the applications is stated as well.
 */
export function writeSentence(report: ReportTables, kind: SentenceKind, former?: ReportTables): string | undefined {
  return WRITERS[kind](report, former);
}

/** Such a sentence in a text. */
export interface FoundSentence {
  readonly kind: SentenceKind;
  readonly span: Span;
  readonly text: string;
  /** Whether it states the change against last year. */
  readonly statesChange: boolean;
}

/** The sentences of a text that have exactly the form in which {@link writeSentence} writes them. */
export function sentencesIn(text: string): FoundSentence[] {
  const found: FoundSentence[] = [];
  for (const kind of SENTENCE_KINDS) {
    for (const { opening, shape } of SHAPES[kind]) {
      for (let at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at + opening.length)) {
        shape.lastIndex = at;
        const match = shape.exec(text)?.[0];
        if (match === undefined) continue;
        const span = { start: at, end: at + match.length };
        found.push({ kind, span, text: match, statesChange: STATES_CHANGE.test(match) });
      }
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

const WRITERS: Readonly<Record<SentenceKind, (report: ReportTables, former?: ReportTables) => string | undefined>> = {
  requests: writeRequests,
  proactive: writeProactive,
  cases: writeCases,
};

/** A number of things by its name in the sentence. */
type Item = readonly [label: string, count: number];

const valueOf = (report: ReportTables, metric: Metric): number | undefined => {
  const value = cellExpressionsOf(report, metric, 'annual')[0]?.value;
  return value !== undefined && value >= 0 ? value : undefined;
};

/** A number of whole things. */
function countOf(report: ReportTables, metric: Metric): number | undefined {
  const value = valueOf(report, metric);
  return value !== undefined && Number.isInteger(value) ? value : undefined;
}

/** The counts by their names; undefined where one is not known. */
function itemsOf(report: ReportTables, metrics: readonly (readonly [label: string, metric: Metric])[]) {
  const items: Item[] = [];
  for (const [label, metric] of metrics) {
    const count = countOf(report, metric);
    if (count === undefined) return undefined;
    items.push([label, count]);
  }
  return items;
}

function sumOf(items: readonly Item[]): number {
  return items.reduce((sum, [, count]) => sum + count, 0);
}

/** `予以公开47件，部分公开12件`, without what is 0. */
function listed(items: readonly Item[], separator = '，'): string {
  return items.flatMap(([label, count]) => (count > 0 ? [`${label}${String(count)}件`] : [])).join(separator);
}

/** `，其中…` where there is anything to list; `，均为…` where it is all one thing. */
function among(items: readonly Item[]): string {
  const [first, ...others] = items.filter(([, count]) => count > 0);
  if (!first) return '';
  return others.length === 0 ? `，均为${first[0]}` : `，其中${listed(items)}`;
}

const NONE_RECEIVED = '全年未收到政府信息公开申请。';
const NO_CASES = '全年未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况。';

function writeRequests(report: ReportTables, former: ReportTables | undefined): string | undefined {
  const flow = itemsOf(report, [
    ['新收', 'newReceived'],
    ['上年结转', 'carriedIn'],
    ['办结', 'replied'],
    ['结转下年度', 'carriedOut'],
  ]);
  const results = itemsOf(report, RESULT_METRICS);
  if (!flow || !results) return undefined;
  const [received = 0, carriedIn = 0, replied = 0, carriedOut = 0] = flow.map(([, count]) => count);
  if (received + carriedIn !== replied + carriedOut || sumOf(results) !== replied) return undefined;
  if (sumOf(flow) === 0) return NONE_RECEIVED;
  return (
    `全年新收政府信息公开申请${String(received)}件${changeOf(received, former && countOf(former, 'newReceived'))}，` +
    `上年结转${String(carriedIn)}件；办结${String(replied)}件${among(results)}；结转下年度${String(carriedOut)}件。`
  );
}

/** `，同比增长12.35%`; empty where last year's number is not known, or 0. */
function changeOf(present: number, former: number | undefined): string {
  if (former === undefined || former === 0) return '';
  if (present === former) return '，与上年持平';
  const rate = ((Math.abs(present - former) / former) * 100).toFixed(2);
  return `，同比${present > former ? '增长' : '下降'}${rate}%`;
}

function writeProactive(report: ReportTables): string | undefined {
  const rules = documents(report, 'rules', '规章');
  const normative = documents(report, 'normativeDocuments', '行政规范性文件');
  const decisions = itemsOf(report, DECISIONS);
  const fee = valueOf(report, cellMetric(FEE_CELL.table, FEE_CELL.row, FEE_CELL.column));
  if (rules === undefined || normative === undefined || !decisions || fee === undefined) return undefined;
  const made = listed(decisions, '、');
  const clauses = [
    rules,
    normative,
    made === '' ? '' : `作出${made}`,
    fee === 0 ? '' : `收取行政事业性收费${String(fee)}万元`,
  ].filter(clause => clause !== '');
  return clauses.length === 0 ? undefined : `全年${clauses.join('；')}。`;
}

const DECISIONS = [
  ['行政许可决定', 'licenses'],
  ['行政处罚决定', 'penalties'],
  ['行政强制决定', 'compulsions'],
] as const satisfies readonly (readonly [label: string, metric: Metric])[];

/**
 * `制发行政规范性文件2件，现行有效9件`; empty where there are none. Rules are named each time, or else the number would
 * be taken for that of the documents.
 */
function documents(report: ReportTables, row: string, name: string): string | undefined {
  const again = row === 'rules' ? name : '';
  const cell = (column: string): CellMetric => cellMetric(TABLES.disclosure, row, column);
  const issued = countOf(report, cell('issued'));
  const rest = itemsOf(report, [
    [`废止${again}`, cell('repealed')],
    [`现行有效${again}`, cell('effective')],
  ]);
  if (issued === undefined || !rest) return undefined;
  if (issued + sumOf(rest) === 0) return '';
  return [`制发${name}${String(issued)}件`, ...(sumOf(rest) === 0 ? [] : [listed(rest)])].join('，');
}

const OUTCOMES = [
  ['结果维持', 'upheld'],
  ['结果纠正', 'corrected'],
  ['其他结果', 'other'],
  ['尚未审结', 'pending'],
] as const;

function writeCases(report: ReportTables): string | undefined {
  const review = casesOf(report, 'review');
  const litigation = casesOf(report, 'litigation');
  const [direct, after] = CASE_ROWS.litigation.map(row => countOf(report, cellMetric(TABLES.cases, row, 'total')));
  if (!review || !litigation || direct === undefined || after === undefined || direct + after !== litigation.total)
    return undefined;
  if (review.total + litigation.total === 0) return NO_CASES;
  const clauses = [
    ...(review.total > 0 ? [`被申请行政复议${String(review.total)}件${among(review.outcomes)}`] : []),
    ...(litigation.total > 0 ? [`被提起行政诉讼${String(litigation.total)}件${among(litigation.outcomes)}`] : []),
  ];
  return `全年因政府信息公开工作${clauses.join('；')}。`;
}

function casesOf(
  report: ReportTables,
  row: Extract<NamedMetric, 'review' | 'litigation'>,
): { readonly total: number; readonly outcomes: readonly Item[] } | undefined {
  const outcomes = itemsOf(
    report,
    OUTCOMES.map(([label, column]) => [label, cellMetric(TABLES.cases, row, column)] as const),
  );
  const total = countOf(report, cellMetric(TABLES.cases, row, 'total'));
  return outcomes && total !== undefined && sumOf(outcomes) === total ? { total, outcomes } : undefined;
}

// ── The form in which they are written ──

interface Shape {
  readonly opening: string;
  readonly shape: RegExp;
}

/** One or more of `label12件`, parted by a sign. */
function list(labels: readonly string[], separator: string): string {
  const item = `(?:${labels.join('|')})\\d+件`;
  return `${item}(?:${separator}${item})*`;
}

/** What {@link among} writes. */
function amongShape(labels: readonly string[]): string {
  return `(?:，其中${list(labels, '，')}|，均为(?:${labels.join('|')}))?`;
}

function shape(opening: string, rest: string): Shape {
  return { opening, shape: new RegExp(`${opening}${rest}`, 'y') };
}

const RESULTS = amongShape(RESULT_METRICS.map(([label]) => label));
const STATES_CHANGE = /，(?:同比|与上年持平)/;
const CHANGE = '(?:，同比(?:增长|下降)[\\d.]+%|，与上年持平)?';
const DISCLOSED = [
  '制发规章\\d+件(?:，废止规章\\d+件)?(?:，现行有效规章\\d+件)?',
  '制发行政规范性文件\\d+件(?:，废止\\d+件)?(?:，现行有效\\d+件)?',
  `作出${list(
    DECISIONS.map(([label]) => label),
    '、',
  )}`,
  '收取行政事业性收费[\\d.]+万元',
].join('|');
const JUDGED = `\\d+件${amongShape(OUTCOMES.map(([label]) => label))}`;

/** Each sentence by its first words, so that a text is searched for these alone. */
const SHAPES: Readonly<Record<SentenceKind, readonly Shape[]>> = {
  requests: [
    shape(NONE_RECEIVED, ''),
    shape('全年新收政府信息公开申请', `\\d+件${CHANGE}，上年结转\\d+件；办结\\d+件${RESULTS}；结转下年度\\d+件。`),
  ],
  proactive: ['全年制发', '全年作出行政', '全年收取行政'].map(opening => ({
    opening,
    shape: new RegExp(`全年(?:${DISCLOSED})(?:；(?:${DISCLOSED}))*。`, 'y'),
  })),
  cases: [
    shape(NO_CASES, ''),
    shape(
      '全年因政府信息公开工作被',
      `(?:申请行政复议${JUDGED}(?:；被提起行政诉讼${JUDGED})?|提起行政诉讼${JUDGED})。`,
    ),
  ],
};
