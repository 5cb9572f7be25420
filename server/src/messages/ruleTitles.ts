import type { Language } from './message.ts';

/** A name in both languages. */
type Title = Readonly<Record<Language, string>>;

function title(chinese: string, english: string): Title {
  return { 'zh-CN': chinese, en: english };
}

/**
 * What people call each rule: in the list of problems, on the rule's page, and in comments that silence it. The Chinese
 * title holds no blank and no colon, since such a comment goes on with the reason behind it. Where a title is changed,
 * drafts still name the old one: it goes to {@link FORMER_TITLES}.
 */
export const RULE_TITLES: Readonly<Record<string, Title>> = {
  'structure/missing-section': title('缺少规定的部分', 'Missing part'),
  'structure/section-order': title('部分次序不对', 'Parts out of order'),
  'structure/glued-heading': title('标题没有另起一行', 'Heading inside a paragraph'),
  'structure/empty-section': title('应有的内容没有写', 'Content left out'),
  'structure/parts-count': title('部分数与引言不符', 'Parts announced'),
  'structure/heading-wording': title('标题与规定不同', 'Wording of a heading'),
  'structure/numbering': title('编号不连续', 'Numbering'),
  'tables/split-row': title('表格的一行断成两行', 'Row parted in two'),
  'tables/missing-table': title('缺少规定的表格', 'Missing table'),
  'tables/misplaced-table': title('表格放错部分', 'Misplaced table'),
  'tables/repeated-table': title('表格重复', 'Repeated table'),
  'tables/missing-row': title('表格缺行缺列', 'Missing row or column'),
  'tables/extra-row': title('表格多行或改行名', 'Extra or renamed row'),
  'tables/row-order': title('表格行列次序不对', 'Order of rows or columns'),
  'tables/other-edition': title('表样不是本年度的', 'Table of another year'),
  'tables/run-together': title('表格数字连写', 'Figures run together'),
  'tables/blank-cells': title('表格有空格', 'Blank cells'),
  'tables/fee-unit': title('收费金额的单位', 'Unit of the fees'),
  'tables/amount-without-unit': title('采购金额没有单位', 'Amount without unit'),
  'tables/not-a-count': title('件数不是整数', 'No whole number'),
  'tables/look-alike-digits': title('字符形近数字', 'Look-alike digits'),
  'tables/full-width-digits': title('表格用全角数字', 'Full-width digits'),
  'tables/unit-in-cell': title('表格里带单位', 'Unit in a cell'),
  'tables/cell-content': title('格内写法不合', 'Content of a cell'),
  'tables/should-be-blank': title('填否仍有内容', 'Should be blank'),
  'tables/full-width-pipe': title('竖线是全角的', 'Full-width pipes'),
  'tables/not-readable': title('表格数字认不准', 'Figures not readable'),
  'tables/no-rulemaking-power': title('无权制定规章', 'No power to make rules'),
  'totals/received-and-handled': title('收到与处理不平', 'Received and handled'),
  'totals/result-total': title('办理结果总计不平', 'Total of the results'),
  'totals/row-total': title('一行的总计不平', 'Total of a row'),
  'totals/review-litigation-total': title('复议诉讼总计不平', 'Total of reviews or lawsuits'),
  'totals/litigation-above-review': title('复议后起诉多于复议', 'More lawsuits than reviews'),
  'totals/counted-twice': title('办理结果重复计数', 'Results counted twice'),
  'totals/effective-below-issued': title('现行有效少于制发', 'Fewer in force than issued'),
  'totals/disclosed-above-made': title('新公开多于新制作', 'More disclosed than made'),
  'totals/disclosed-above-total': title('新公开多于公开总数', 'More disclosed than in all'),
  'totals/items-below-zero': title('项目数量少于零', 'Items below zero'),
  'totals/local-equation': title('格式文件的算式不平', 'Equation of a format file'),
  'cumulative/below-annual': title('历年累计少于本年', 'Cumulative below annual'),
  'cumulative/parts-total': title('统计表分项不平', 'Parts of the statistics'),
  'cumulative/replied-above-received': title('答复多于受理', 'More replies than requests'),
  'prose/outdated-sentence': title('与表格不同的旧句', 'Sentence older than its tables'),
  'prose/parts-total': title('正文分项合计不符', 'Parts in the text'),
  'prose/share': title('占比不符', 'Share'),
  'prose/against-table': title('正文与表格不符', 'Text against table'),
  'prose/none-statement': title('正文说无表格有数', 'None in the text only'),
  'prose/complete-claim': title('没有全部办结', 'Not all closed'),
  'prose/all-upheld': title('没有全部维持', 'Not all upheld'),
  'cumulative/prose-total': title('正文累计与统计表不符', 'Cumulative text against table'),
  'prose/part-above-whole': title('其中一项多于总数', 'Part above its whole'),
  'prose/flow': title('收到结转办结对不上', 'Received, carried over, closed'),
  'prose/shares-total': title('占比合计不足或超过', 'Sum of shares'),
  'prose/year-on-year': title('增减数不符', 'Change against last year'),
  'prose/average': title('平均数不符', 'Average'),
  'prose/same-metric': title('前后数字不一致', 'One figure, two values'),
  'prose/mixed-units': title('前后量词不一致', 'Mixed measure words'),
  'prose/listed-count': title('项数与列举不符', 'Number of items listed'),
  'prose/fee-not-mentioned': title('没有写收费情况', 'Fees not mentioned'),
  'prose/fee-amount': title('收费金额不合标准', 'Amount of a fee'),
  'dates/reporting-period': title('统计期限不全或没写', 'Reporting period'),
  'dates/title-without-year': title('标题没有写年度', 'Title without year'),
  'dates/file-name-year': title('文件名的年度与标题不同', 'Year in the file name'),
  'dates/year-without-edition': title('没有这一年度的格式', 'Year without a format'),
  'dates/damaged-date': title('日期残缺', 'Damaged date'),
  'dates/signature-year': title('成文日期的年份不对', 'Year of the signature'),
  'dates/other-year': title('沿用别的年份', 'Another year'),
  'dates/plan-year': title('计划的年份不是下一年', 'Year of the plan'),
  'dates/year-range': title('年段起止不对', 'Range of years'),
  'dates/late-publication': title('逾期公布', 'Late publication'),
  'wording/merge-conflict': title('合并冲突没有解决', 'Merge conflict'),
  'wording/odd-signs': title('不可见字符和部首字', 'Invisible or odd signs'),
  'wording/wrong-encoding': title('文件编码不对', 'Wrong encoding'),
  'wording/personal-data': title('含有个人信息', 'Personal data'),
  'wording/phrase-slip': title('固定用语有误', 'Slip in a fixed phrase'),
  'wording/traditional-characters': title('繁体字', 'Traditional characters'),
  'wording/other-body': title('单位名称不一致', 'Name of another body'),
  'wording/file-name-body': title('文件名的单位与标题不同', 'Body in the file name'),
  'wording/as-of': title('截止应为截至', 'To end for as of'),
  'wording/doubled-word': title('字词或句子重复', 'Doubled words'),
  'wording/punctuation': title('标点和全角数字', 'Punctuation'),
  'wording/leftover': title('模板内容没有改掉', 'Left of the template'),
  'citations/no-basis': title('没有写法定依据', 'Legal basis not named'),
  'citations/report-basis': title('编制依据的条文不对', 'Basis of the report'),
  'citations/misquoted-title': title('题名写错', 'Misquoted title'),
  'citations/basis-number': title('依据文件的文号不对', 'Number of the basis'),
  'citations/wrong-number': title('文号与题名不符', 'Wrong document number'),
  'citations/number-form': title('文号写法不规范', 'Form of a document number'),
  'citations/not-in-force': title('引用的文件当时无效', 'Not in force'),
  'citations/no-such-clause': title('没有这一条款', 'No such clause'),
  'citations/superseded-clause': title('旧条例的条文号', 'Clause of the old regulation'),
  'citations/short-name': title('简称没有说明', 'Short name'),
  'citations/caption-item': title('小标题的条款项不对', 'Item in a caption'),
  'workspace/carry-over': title('上年结转接不上', 'Carried over from last year'),
  'workspace/in-force': title('现行有效接不上上年', 'In force against last year'),
  'workspace/prior-items': title('上年项目数接不上', 'Items of the year before'),
  'workspace/disclosed-total': title('公开总数接不上上年', 'Total against last year'),
  'workspace/cumulative-total': title('历年累计接不上上年', 'All years against last year'),
  'workspace/cumulative-decrease': title('历年累计减少', 'All years have fallen'),
  'workspace/restated-figure': title('上年数与上年报告不符', 'Figure of last year'),
  'workspace/growth': title('同比与上年报告不符', 'Change and last report'),
  'workspace/roll-up-sum': title('汇总不等于各单位之和', 'Sum of the bodies below'),
  'workspace/roll-up-part': title('汇总少于下级单位', 'Total below a part'),
  'workspace/copied-section': title('问题部分与上年相同', 'Problems as last year'),
  'workspace/copied-text': title('文字与上年相同', 'Text as last year'),
  'workspace/copied-figures': title('表格与上年相同', 'Tables as last year'),
  'workspace/stale-year': title('年份没有更新', 'Year not updated'),
  'workspace/stale-name': title('单位旧名称', 'Former name'),
  'workspace/stale-citation': title('编制通知没有更新', 'Notice not updated'),
  'workspace/edition-mix': title('各单位格式不同', 'Mixed editions'),
  'workspace/second-report': title('同年有两份报告', 'Second report'),
  'wording/unknown-silence': title('要忽略的规则不存在', 'Unknown rule silenced'),
  'wording/unused-silence': title('不再需要的忽略', 'Needless silence'),
  'wording/silence-without-reason': title('忽略没有写理由', 'Silence without reason'),
  'wording/unreadable-directive': title('检查指令看不懂', 'Comment not understood'),
};

/** Chinese titles that rules once had, and the rules that had them. */
const FORMER_TITLES: Readonly<Record<string, string>> = {};

/** The groups of rules: the first half of their ids. */
export const RULE_GROUPS: Readonly<Record<string, Title>> = {
  structure: title('结构', 'Structure'),
  tables: title('表格', 'Tables'),
  totals: title('勾稽关系', 'Equations'),
  cumulative: title('历年累计', 'Cumulative figures'),
  dates: title('日期', 'Dates'),
  wording: title('文字与检查指令', 'Wording and comments for the checker'),
  prose: title('正文与表格', 'Text and tables'),
  citations: title('引用', 'Citations'),
  workspace: title('跨年与汇总', 'Across reports'),
};

const RULES_BY_TITLE: ReadonlyMap<string, string> = new Map([
  ...Object.entries(FORMER_TITLES),
  ...Object.entries(RULE_TITLES).map(([id, titles]) => [titles['zh-CN'], id] as const),
]);

/** Title of a rule; its id where it has none. */
export function ruleTitle(language: Language, id: string): string {
  return Object.hasOwn(RULE_TITLES, id) ? (RULE_TITLES[id]?.[language] ?? id) : id;
}

/** Name of the group that a rule's id begins with; the beginning itself where the group has none. */
export function ruleGroup(language: Language, id: string): string {
  const [group = id] = id.split('/');
  return Object.hasOwn(RULE_GROUPS, group) ? (RULE_GROUPS[group]?.[language] ?? group) : group;
}

/** Id of the rule that a draft names by its Chinese title or by its id. */
export function ruleNamed(name: string): string {
  return RULES_BY_TITLE.get(name) ?? name;
}
