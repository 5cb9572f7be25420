import { judgedTables } from './evaluate.ts';
import { figureSentences, isSameUnit, type FigureSentence, type ProseFigure } from './quantities.ts';
import { figureKey, isKind, valueOf, type BoundTable, type Figure, type Report } from './report.ts';
import { place, type MappedText } from '../text/mapped.ts';
import { shift, type Span } from '../text/span.ts';

/** Quantities that running text states and the official tables hold too. */
export type Metric =
  | 'received' | 'replied' | 'carriedOut' | 'review' | 'litigation' | 'issued' | 'repealed' | 'effective' | 'disclosed'
  | 'grantedAndPartial' | 'refused' | 'rejected';

/** A figure in the text that states such a quantity. */
export interface Statement {
  readonly metric: Metric;
  /** `annual`: of the report year. `cumulative`: of all years so far. */
  readonly period: 'annual' | 'cumulative';
  readonly figure: ProseFigure;
  readonly sentence: FigureSentence;
  readonly span: Span;
}

/** What the tables say of a quantity: readings that the text may mean, the likeliest first. */
export interface TableReading {
  readonly value: number;
  readonly figures: readonly Figure[];
}

/** Another scope or year than the whole report's: not comparable with its tables. */
const OTHER_SCOPE = /县区|区县|各县|各区|各镇|乡镇|各乡|街道|下级|本级|市级|区级|县级|市直|县直|区直|部门收到|各级|其中|网上|网络|网站|平台|当面|现场|信函|邮寄|传真|电子邮件|在线|自然人|企业|法人|组织|代收|转办|撤回|补正|延期/;
const OTHER_YEAR = /去年|上年|上一年|前年|同期|比20|近[2-9二三四五六七八九]年|“十[二三四五]/;
const OTHER_MATTER = /建议|提案|信箱|热线|12345|投诉|诉求|来信|来访|信访|咨询|留言|审批|办件|证照/;
const CUMULATIVE = /历年|累计|截至/;

const statementsByReport = new WeakMap<Report, readonly Statement[]>();

/** What the report's running text states of quantities that stand in its tables. Loose wordings are left out. */
export function statementsOf(report: Report): readonly Statement[] {
  let known = statementsByReport.get(report);
  if (!known) statementsByReport.set(report, (known = readStatements(report)));
  return known;
}

function readStatements(report: Report): readonly Statement[] {
  const statements: Statement[] = [];
  for (const placed of report.blocks) {
    if (!isKind(placed, 'paragraph')) continue;
    for (const found of statementsIn(placed.block.text, report.reportYear?.value)) {
      const { text } = placed.block;
      statements.push({ ...found, span: shift(place(text, found.figure.start, found.figure.end), placed.at) });
    }
  }
  return statements;
}

type Unplaced = Omit<Statement, 'span'>;

const unplaced = new WeakMap<MappedText, { year: number | undefined; found: readonly Unplaced[] }>();

function statementsIn(text: MappedText, year: number | undefined): readonly Unplaced[] {
  const known = unplaced.get(text);
  if (known && known.year === year) return known.found;
  const found = figureSentences(text).flatMap(sentence => sentence.figures.flatMap((figure): Unplaced[] => {
    const metric = figure.modality === 'exact' && figure.decimals === 0 && isSameUnit(figure.unit, '件') ? metricOf(figure, sentence, text.text) : undefined;
    if (!metric || isOfOtherYear(figure, sentence, year)) return [];
    const before = sentence.text.slice(0, figure.start - sentence.start);
    return [{ metric, period: CUMULATIVE.test(before.slice(-40)) ? 'cumulative' : 'annual', figure, sentence }];
  }));
  unplaced.set(text, { year, found });
  return found;
}

function isOfOtherYear(figure: ProseFigure, sentence: FigureSentence, year: number | undefined): boolean {
  const before = sentence.text.slice(0, figure.start - sentence.start);
  if (OTHER_YEAR.test(before)) return true;
  const named = [...before.matchAll(/((?:19|20)\d\d)年/g)].at(-1)?.[1];
  return named !== undefined && year !== undefined && Number(named) !== year && !CUMULATIVE.test(before);
}

function metricOf(figure: ProseFigure, sentence: FigureSentence, whole: string): Metric | undefined {
  const subject = figure.subject.trim();
  const tail = figure.tail.trim();
  if (/^其中[，,]?主动公开(?:的)?政府信息$/.test(subject)) return 'disclosed';
  if (OTHER_SCOPE.test(subject) || OTHER_MATTER.test(subject + tail)) return undefined;
  const before = sentence.text.slice(0, figure.start - sentence.start);
  if (/其中|[（(][^）)]*$/.test(before)) return undefined;
  if (/行政复议(?:案件|申请)?(?:共|共计|数)?$/.test(subject) && !/诉讼|和|(?<!涉)及|或/.test(subject)) return 'review';
  if (/行政诉讼(?:案件)?(?:共|共计|数)?$/.test(subject) && !/复议|和|(?<!涉)及|或/.test(subject)) return 'litigation';
  if (/复议|诉讼/.test(subject)) return undefined;
  if (/结转(?:至|到)?(?:下年度?|下一年度?|(?:19|20)\d\d年度?)?(?:继续)?(?:办理|答复)?(?:的)?(?:申请)?$/.test(subject) && /下|20\d\d/.test(subject)) return 'carriedOut';
  if (/(?:收到|受理|接收|新收|收办)(?:了)?(?:的)?(?:政府)?(?:信息)?(?:依)?(?:公开)?(?:依)?(?:申请)(?:公开)?(?:政府信息)?(?:共|共计|事项|数)?$/.test(subject)) return 'received';
  if (/(?:收到|受理|接收)(?:了)?$/.test(subject) && /^(?:政府)?信息公开申请|^依申请公开/.test(tail)) return 'received';
  if (/(?:已|共|均已|实际)?(?:答复|办结)(?:政府信息公开申请|依申请公开(?:政府信息|事项)?|申请)?(?:共|共计)?$/.test(subject) && /申请/.test(whole) && !/复议|诉讼|提案/.test(sentence.text.slice(0, 30))) return 'replied';
  if (/^(?:予以公开(?:及|和|、|或)部分公开)$/.test(subject)) return 'grantedAndPartial';
  if (/^不予公开$/.test(subject)) return 'refused';
  if (/^不予处理$/.test(subject)) return 'rejected';
  if (/(?:制发|印发|制定|出台|发布)(?:行政)?规范性文件$/.test(subject) && !/公开/.test(subject)) return 'issued';
  if (/废止(?:行政)?规范性文件$/.test(subject)) return 'repealed';
  if (/现行有效(?:的)?(?:行政)?规范性文件$/.test(subject)) return 'effective';
  if (/^(?:(?:19|20)\d\d年(?:度)?)?(?:全年|今年|本年度?)?(?:我[局街镇乡委区县市]|[^，]{0,12})?(?:共|累计)?主动公开(?:的)?政府信息(?:共|数|总数)?$/.test(subject)) return 'disclosed';
  return undefined;
}

/** Readings of a quantity in the report's tables; none where the tables do not tell. */
export function readingsOf(report: Report, metric: Metric, period: Statement['period']): readonly TableReading[] {
  const tables = judgedTables(report);
  const table = (id: string) => tables.find(({ spec }) => spec.id === id);
  const statistics = table('fj-2018') ?? table('fj-2009');
  if (statistics) {
    return readings((STATISTICS_ROWS[metric] ?? []).map(row => [[statistics, row, period]]));
  }
  if (period === 'cumulative') return [];
  const requests = table('t3.requests');
  const cases = table('t4.review_litigation');
  const disclosure = table('t2.disclosure');
  const cell = (of: BoundTable | undefined, row: string, column: string, sign = 1): Cell[] => (of ? [[of, row, column, sign]] : []);
  switch (metric) {
    case 'received': return requests ? readings([
      cell(requests, 'newReceived', 'total'),
      [...cell(requests, 'newReceived', 'total'), ...cell(requests, 'carriedIn', 'total')],
      cell(requests, 'resultTotal', 'total'),
      [...cell(requests, 'resultTotal', 'total'), ...cell(requests, 'carriedOut', 'total')],
    ]) : [];
    case 'replied': return requests ? readings([cell(requests, 'resultTotal', 'total')]) : [];
    case 'carriedOut': return requests ? readings([cell(requests, 'carriedOut', 'total')]) : [];
    case 'grantedAndPartial': return requests ? sums(requests, ['granted', 'partiallyGranted']) : [];
    case 'refused': return requests ? sums(requests, requests.spec.subtotals['refused'] ?? []) : [];
    case 'rejected': return requests ? sums(requests, requests.spec.subtotals['rejected'] ?? []) : [];
    case 'review': return cases ? readings([
      cell(cases, 'review', 'total'), [...cell(cases, 'review', 'total'), ...cell(cases, 'review', 'pending', -1)],
    ]) : [];
    case 'litigation': return cases ? readings([
      [...cell(cases, 'litigationDirect', 'total'), ...cell(cases, 'litigationAfterReview', 'total')],
      cell(cases, 'litigationDirect', 'total'), cell(cases, 'litigationAfterReview', 'total'),
      [...cell(cases, 'litigationDirect', 'total'), ...cell(cases, 'litigationAfterReview', 'total'), ...cell(cases, 'litigationDirect', 'pending', -1), ...cell(cases, 'litigationAfterReview', 'pending', -1)],
    ]) : [];
    case 'issued':
    case 'repealed':
    case 'effective': return disclosure && report.edition?.id === '2021' ? readings([
      cell(disclosure, 'normativeDocuments', metric), [...cell(disclosure, 'normativeDocuments', metric), ...cell(disclosure, 'rules', metric)],
      // Those in force may be counted before this year's are added.
      ...(metric === 'effective' ? [[...cell(disclosure, 'normativeDocuments', metric), ...cell(disclosure, 'normativeDocuments', 'issued', -1)]] : []),
    ]) : [];
    case 'disclosed': return [];
  }
}

/** Rows of the statistics tables before 2019, in the newer form and the older one. */
const STATISTICS_ROWS: Readonly<Partial<Record<Metric, readonly string[]>>> = {
  received: ['received'], replied: ['replied'], review: ['reviews'], litigation: ['litigations'], disclosed: ['disclosedFiles', 'disclosed'],
};

type Cell = readonly [table: BoundTable, row: string, column: string, sign?: number];

/** Sums of cells with their signs; a reading with a blank first cell, or an unreadable one, is none. */
function readings(sumsOfCells: readonly (readonly Cell[])[]): readonly TableReading[] {
  return sumsOfCells.flatMap((cells): TableReading[] => {
    const figures: Figure[] = [];
    let value = 0;
    for (const [i, [table, row, column, sign = 1]] of cells.entries()) {
      const figure = table.figures.get(figureKey(row, column));
      const stated = valueOf(figure);
      if (!figure || figure.quantity.kind === 'unreadable' || (i === 0 && stated === undefined)) return [];
      figures.push(figure);
      value += sign * (stated ?? 0);
    }
    return cells.length > 0 ? [{ value, figures }] : [];
  });
}

/** Sum of rows over all applicants, by their totals or, where those are blank, by the six columns. */
function sums(table: BoundTable, rows: readonly string[]): readonly TableReading[] {
  const columns = table.spec.parts[0]?.columns ?? [];
  const figures: Figure[] = [];
  let value = 0;
  for (const row of rows) {
    const total = table.figures.get(figureKey(row, 'total'));
    const cells = valueOf(total) === undefined ? columns.filter(({ key }) => key !== 'total').map(({ key }) => table.figures.get(figureKey(row, key))) : [total];
    for (const cell of cells) {
      if (!cell || cell.quantity.kind === 'unreadable') return [];
      figures.push(cell);
      value += valueOf(cell) ?? 0;
    }
  }
  return figures.length > 0 && figures.some(figure => valueOf(figure) !== undefined) ? [{ value, figures }] : [];
}
