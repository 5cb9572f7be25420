import { brokenEquation } from '../support/brokenEquation.ts';
import { equationRule, type EquationRule } from '../support/equationRule.ts';
import { bodyWithoutRules } from '../support/reportFacts.ts';
import type { LintRule } from '../support/rule.ts';
import {
  brokenLocalEquations,
  countedTwice,
  isMadeUpByRepealed,
  isOfAllYears,
  isSuspect,
  litigationAboveReview,
  partsWording,
  shortRowTotals,
} from './outcomes.ts';

const ROWS: readonly EquationRule[] = [
  /**
   * 表三某一列收到与处理的数量不平衡。
   *
   * 每一列：本年新收 + 上年结转 = 办理结果总计 + 结转下年度继续办理。这一勾稽关系印在每份官方表格上。一格填错使几个算式不
   * 平的，只在这一格报告一次；明细列不平连带总计列不平的，只报明细列。
   *
   * 不报：
   * - 整列空着。
   * - 有一格缺失或看不懂。
   * - 办理结果总计还没有填。
   * - 抄录时丢了空格，不知数字属于哪一列。
   *
   * English: A column of table three does not balance: new plus carried in must equal result total plus carried out.
   * Columns with missing or unreadable cells are not judged.
   */
  {
    id: 'totals/received-and-handled',
    catalogue: ['T3-01'],
    basis: ['edition:2019#t3.requests', 'edition:2021#t3.requests'],
    severity: 'error',
    equations: ['T3-01'],
  },
  /**
   * 表三（七）总计不等于各项办理结果之和。
   *
   * 每一列逐列核对。一格填错使几个算式不平的，只在这一格报告一次。
   *
   * 不报：
   * - （七）总计还没有填。
   * - 各项结果的总计格空着，只填了（七）总计。
   * - 有一格缺失或看不懂。
   *
   * English: In a column of table three （七）总计 is not the sum of the results. A blank total, and total cells left
   * blank in the rows above it, are fine.
   */
  {
    id: 'totals/result-total',
    catalogue: ['T3-02'],
    basis: ['edition:2019#t3.requests', 'edition:2021#t3.requests'],
    severity: 'error',
    equations: ['T3-02'],
  },
  /**
   * 表三某一行总计不等于各列之和。
   *
   * 每一行：总计 = 自然人 + 法人或其他组织五列。抄录时丢了空格的行不知数字属于哪一列，但若别的行末格都等于前面各格之和，
   * 这一行也可核对，按警告报告。
   *
   * 不报：
   * - 总计还没有填。
   * - 行里有一格缺失或看不懂。
   * - 丢了空格的行，别的行不足以说明末格是总计。
   *
   * English: In a row of table three 总计 is not the sum of the six columns. A blank total and rows that lost cells are
   * not judged, unless the other rows show that the last figure is the total.
   */
  {
    id: 'totals/row-total',
    catalogue: ['T3-03'],
    basis: ['edition:2019#t3.requests', 'edition:2021#t3.requests'],
    severity: 'error',
    equations: ['T3-03'],
    also: shortRowTotals,
  },
  /**
   * 表四总计不等于各种结果之和。
   *
   * 行政复议、未经复议直接起诉、复议后起诉三组分别核对：总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结。
   *
   * 不报：
   * - 总计还没有填。
   * - 数字行没有填完。
   * - 复议后起诉多于复议：可能是以前年度的案件。
   *
   * English: In table four a total is not the sum of its four outcomes. A blank total and a line of figures that is not
   * complete are not judged.
   */
  {
    id: 'totals/review-litigation-total',
    catalogue: ['T4-01'],
    basis: ['edition:2019#t4.review_litigation', 'edition:2021#t4.review_litigation'],
    severity: 'error',
    equations: ['T4-01'],
  },
  /**
   * 复议后起诉的件数远多于行政复议件数。
   *
   * 复议后起诉的案件先经过复议。以前年度复议、本年起诉的也计入，所以多一些是正常的；十件以上且多到复议件数三倍以上的，可能两
   * 栏填反，只作提示。
   *
   * 不报：
   * - 不到十件，或不到复议件数的三倍。
   * - 正文说明有以前年度复议的案件。
   * - 任一总计没有填，或与各项之和不符。
   *
   * English: Many more lawsuits after review than reviews. Cases reviewed in earlier years count too, so this is only
   * information, from ten cases and three times the reviews on.
   */
  {
    id: 'totals/litigation-above-review',
    catalogue: ['T4-03'],
    basis: ['practice'],
    severity: 'information',
    equations: [],
    also: litigationAboveReview,
  },
  /**
   * 办理结果多出的件数正好等于部分公开的件数。
   *
   * 部分公开是区分处理的，一件申请只计这一情形，不计其他情形。某一列办理结果与结转之和多于新收与上年结转之和，多出的正好是部分公开
   * 的件数，可能把部分公开的申请又计入了予以公开或不予公开。只作提示，不平本身另行报告。
   *
   * 不报：
   * - 表三平衡的；正文的说法不作推断。
   * - 多出的件数与部分公开不同，或已找到填错的一格。
   * - 部分公开为 0 或没有填。
   *
   * English: More was handled than came in, by exactly the number of partly granted requests: they may have been
   * counted under another result too. Only where table three does not balance; nothing is inferred from prose.
   */
  {
    id: 'totals/counted-twice',
    catalogue: ['T3-06'],
    basis: ['edition:2019#t3.requests', 'edition:2021#t3.requests'],
    severity: 'information',
    equations: ['T3-01'],
    report: countedTwice,
  },
  /**
   * 现行有效件数少于本年制发件数。
   *
   * 本年制发的文件年末一般仍然有效。
   *
   * 不报：
   * - 本年废止的件数补足了差额。
   * - 正文写明有文件失效或试行期满。
   * - 无权制定规章的机关填了规章的，另有提示。
   * - 现行有效或制发还没有填。
   *
   * English: Fewer documents are in force than were issued this year. Fine if those repealed this year make up for it,
   * or the text says that documents expired.
   */
  {
    id: 'totals/effective-below-issued',
    catalogue: ['T2-01'],
    basis: ['edition:2021#t2.disclosure'],
    severity: 'information',
    equations: ['T2-01'],
    unless: (outcome, facts) =>
      isMadeUpByRepealed(outcome) ||
      facts.remarks.has('expiredDocuments') ||
      (outcome.axis.key === 'rules' && bodyWithoutRules(facts) !== undefined),
  },
  /**
   * 本年新公开数量多于本年新制作数量。
   *
   * 2019年格式表二。新公开的一般是当年制作的文件。
   *
   * 不报：
   * - 正文写明含以前年度制作的文件。
   * - 相等或更少。
   *
   * English: More documents were newly disclosed than newly made (2019 format). Fine if the text says that documents of
   * earlier years are among them.
   */
  {
    id: 'totals/disclosed-above-made',
    catalogue: ['T2-11'],
    basis: ['edition:2019#t2.disclosure'],
    severity: 'information',
    equations: ['T2-11'],
    unless: (_, { remarks }) => remarks.has('earlierDocuments'),
  },
  /**
   * 本年新公开数量多于对外公开总数量。
   *
   * 2019年格式表二。对外公开总数量包括本年新公开的。
   *
   * 不报：
   * - 还没有填的。
   *
   * English: More documents were newly disclosed than are disclosed in all (2019 format). Blank cells are not judged.
   */
  {
    id: 'totals/disclosed-above-total',
    catalogue: ['T2-12'],
    basis: ['edition:2019#t2.disclosure'],
    severity: 'warning',
    equations: ['T2-12'],
  },
  /**
   * 上一年项目数量加本年增减后少于零。
   *
   * 2019年格式表二。“本年增/减”写作增145、减6、+3、-8、0都能读。
   *
   * 不报：
   * - 上一年项目数量还没有填。
   *
   * English: Last year's number of items plus this year's change is below zero (2019 format). Blank cells are not
   * judged.
   */
  {
    id: 'totals/items-below-zero',
    catalogue: ['T2-13'],
    basis: ['edition:2019#t2.disclosure'],
    severity: 'warning',
    equations: ['T2-13'],
  },
  /**
   * 历年累计少于本年数。
   *
   * 2018年及以前各地的统计表：历年累计包括本年。
   *
   * 不报：
   * - 还没有填的。
   *
   * English: A cumulative figure is below this year's, which it includes (statistics tables up to 2018). Blank cells
   * are not judged.
   */
  {
    id: 'cumulative/below-annual',
    catalogue: ['C01'],
    basis: ['edition:2007#fj-2018'],
    severity: 'error',
    equations: ['C01'],
  },
  /**
   * 统计表的分项之和与总数不符。
   *
   * 2018年及以前的统计表，本年度和历年累计两列。同一组行的分项是错误；历年累计的申请渠道曾有传真、电子邮件等行，
   * 只作警告；全国式样的行出处未核，只作提示。一个渠道多于总数的也报告。
   *
   * 不报：
   * - 网站与公报：同一信息在几个渠道公开，不求和。
   * - 分项全空。
   * - 总数还没有填。
   *
   * English: In a statistics table up to 2018 the parts do not add up to the total. Website and gazette overlap and are
   * not summed; cumulative channels are a warning, the unverified national form an information.
   */
  {
    id: 'cumulative/parts-total',
    catalogue: ['C02'],
    basis: ['edition:2007#fj-2018'],
    severity: 'error',
    equations: ['C02a', 'C02b', 'C02c', 'C02d', 'C02e', 'N01', 'N02', 'N03', 'N04', 'N05', 'N06', 'N07', 'N09'],
    report: outcome => brokenEquation(outcome, partsWording(outcome)),
  },
  /**
   * 答复总数多于受理总数。
   *
   * 2018年及以前福建省的统计表。上年受理、本年答复的也计入本年答复，所以本年一列以历年累计核对：累计答复不多于累计受理的，
   * 本年多出的就是上年结转。只作提示。
   *
   * 不报：
   * - 历年累计平衡的。
   * - 受理或答复已因分项之和报告错误的。
   * - 还没有填的。
   *
   * English: More requests were replied to than received (Fujian's statistics tables). Requests of the year before may
   * be replied to this year: where the cumulative figures agree, nothing is said.
   */
  {
    id: 'cumulative/replied-above-received',
    catalogue: ['C06'],
    basis: ['edition:2007#fj-2018'],
    severity: 'information',
    equations: ['C06'],
    unless: outcome => isSuspect(outcome) || !isOfAllYears(outcome),
  },
];

/** Equations that a rule of their own reports. */
const KNOWN: ReadonlySet<string> = new Set(ROWS.flatMap(({ equations }) => equations));

const LOCAL: EquationRule =
  /**
   * 格式文件里的算式不平。
   *
   * 工作区的格式文件（`.annual-report.json` 的 formats）给表格写的勾稽关系。怎样报由文件里的 severity 决定，不写的是警告；没有
   * 核实的表只作提示。
   *
   * 不报：
   * - 写明 severity 为 off 的。
   * - 内置格式的算式：另有规则。
   * - 合计还没有填，有一格缺失或看不懂的。
   *
   * English: An equation that a format file of the workspace states does not hold. The file says how that is reported;
   * a warning where it does not, a hint for tables that were not verified. Blank totals and unreadable cells are not
   * judged.
   */
  {
    id: 'totals/local-equation',
    catalogue: [],
    basis: ['practice'],
    severity: 'warning',
    equations: [],
    also: context => brokenLocalEquations(context, KNOWN),
  };

/** The rules on the equations of the official tables, one row each, in the order in which they run. */
export const EQUATION_RULES: readonly LintRule[] = [...ROWS, LOCAL].map(equationRule);
