import { column, row, statisticsTable, type StatisticsRow } from './sharedTables.ts';
import type { ColumnSpec, Edition, Equation, RowSpec, TableSpec } from '../types.ts';

const UNIT_COLUMN = { label: '计量单位', variants: ['单位'] };
const CUMULATIVE = column('cumulative', '历年累计');

function annual(year: number, variants: readonly string[]): ColumnSpec {
  return { key: 'annual', label: `${String(year)}年度`, variants: [`${String(year)}年`, ...variants], type: 'count', namesYear: true };
}

/** In each row of a table with both columns, the year's figure is part of the figure of all years. */
const CUMULATIVE_COVERS_ANNUAL: Equation = {
  id: 'C01', over: 'rows', left: ['cumulative'], right: ['annual'], operator: '>=', total: 'none',
};

/** Replies of one year may answer requests of the year before, but there are never more replies than requests in total. */
const REPLIED_AT_MOST_RECEIVED: Equation = {
  id: 'C06', over: 'columns', each: ['annual', 'cumulative'], left: ['replied'], right: ['received'], operator: '<=', total: 'none',
};

/** Fujian's appendix as seen in reports for 2017 and 2018. */
const fujian2018: TableSpec = {
  id: 'fj-2018',
  title: '政府信息公开情况统计表（福建省）',
  englishTitle: 'Statistics table (Fujian, 2017–2018)',
  section: 'other',
  isRequired: false,
  ...statisticsTable({
    corner: '指标名称',
    unitColumn: UNIT_COLUMN,
    columns: [annual(2018, ['2017年度', '2017年', '本年度', '本年']), CUMULATIVE],
    lines: [
      row('disclosedFiles', '主动公开文件数'),
      row('website', '其中：1.政府网站公开数'),
      row('gazette', '2.政府公报公开数'),
      row('received', '受理政府信息公开申请总数', ['受理政府信息依申请公开总数']),
      row('inPerson', '其中：1.当面申请数'),
      row('online', '2.网络申请数', ['2.网上申请数']),
      row('mailFax', '3.信函、传真申请数'),
      row('replied', '对申请的答复总数'),
      row('replyGranted', '其中：1.同意公开答复数'),
      row('replyPartial', '2.同意部分公开答复数'),
      row('replyRefused', '3.不予公开答复数'),
      row('replyOther', '4.其他类型答复数'),
      row('complaints', '接受行政申诉、举报数', ['接受行政诉讼、举报数']),
      row('reviews', '行政复议数'),
      row('litigations', '行政诉讼数'),
    ],
  }),
  equations: [
    CUMULATIVE_COVERS_ANNUAL,
    {
      id: 'C02a', over: 'columns', each: ['annual'], operator: '=', total: 'left',
      left: ['received'], right: ['inPerson', 'online', 'mailFax'],
    },
    {
      id: 'C02b', over: 'columns', each: ['annual', 'cumulative'], operator: '=', total: 'left',
      left: ['replied'], right: ['replyGranted', 'replyPartial', 'replyRefused', 'replyOther'],
    },
    // Channels of the older table have no row here, so past years may be missing from the parts.
    {
      id: 'C02c', over: 'columns', each: ['cumulative'], operator: '=', total: 'left',
      left: ['received'], right: ['inPerson', 'online', 'mailFax'],
    },
    // Website and gazette overlap: each is at most the whole, their sum is nothing.
    {
      id: 'C02d', over: 'columns', each: ['annual', 'cumulative'], operator: '<=', total: 'none',
      left: ['website'], right: ['disclosedFiles'],
    },
    {
      id: 'C02d', over: 'columns', each: ['annual', 'cumulative'], operator: '<=', total: 'none',
      left: ['gazette'], right: ['disclosedFiles'],
    },
    REPLIED_AT_MOST_RECEIVED,
  ],
  subtotals: {},
  initials: 'fb fjtjb',
};

/** Fujian's appendix of report years 2009 to 2016. Its parts were filled in too loosely to demand sums. */
const fujian2009: TableSpec = {
  id: 'fj-2009',
  title: '政府信息公开情况统计表（福建省2009年式样）',
  englishTitle: 'Statistics table (Fujian, 2009–2016)',
  section: 'other',
  isRequired: false,
  ...statisticsTable({
    corner: '指标名称',
    unitColumn: UNIT_COLUMN,
    columns: [
      annual(2009, [
        ...[2010, 2011, 2012, 2013, 2014, 2015, 2016].flatMap(year => [`${String(year)}年度`, `${String(year)}年`]),
        '本年度', '本年', '年末统计',
      ]),
      CUMULATIVE,
    ],
    lines: [
      row('disclosed', '主动公开信息数'),
      row('website', '其中：1.政府网站', ['其中：1.网站公开']),
      row('gazette', '2.政府公报', ['2.政府公报公开']),
      row('received', '受理依申请公开信息总数'),
      row('inPerson', '其中：1.当面申请数'),
      row('fax', '2.传真申请数'),
      row('email', '3.电子邮件申请数'),
      row('online', '4.网上申请数'),
      row('letter', '5.信函申请数'),
      row('otherChannel', '6.其它形式申请数', ['6.其他形式申请数']),
      row('replied', '本年度对申请的答复总数', ['对申请的答复总数']),
      row('replyGranted', '其中：1.同意公开答复数'),
      row('replyPartial', '2.同意部分公开答复数'),
      row('replyRefused', '3.否决公开答复总数'),
      row('reviews', '行政复议数'),
      row('litigations', '行政诉讼数'),
      row('complaints', '行政申诉数'),
    ],
  }),
  equations: [CUMULATIVE_COVERS_ANNUAL, REPLIED_AT_MOST_RECEIVED],
  subtotals: {},
  initials: 'fb09 fjtjb',
};

function counted(key: string, label: string, unit: string): RowSpec {
  return { key, label, path: [], unit };
}

function paid(key: string, label: string): RowSpec {
  return { key, label, path: [], unit: '万元', type: 'amount' };
}

const NATIONAL_LINES: readonly StatisticsRow[] = [
  { heading: '一、主动公开情况' },
  counted('disclosed', '（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）', '条'),
  counted('disclosedNormative', '其中：主动公开规范性文件数', '条'),
  counted('normativeIssued', '制发规范性文件总数', '件'),
  { heading: '（二）通过不同渠道和方式公开政府信息的情况' },
  counted('chGazette', '1.政府公报公开政府信息数', '条'),
  counted('chWebsite', '2.政府网站公开政府信息数', '条'),
  counted('chWeibo', '3.政务微博公开政府信息数', '条'),
  counted('chWechat', '4.政务微信公开政府信息数', '条'),
  counted('chOther', '5.其他方式公开政府信息数', '条'),
  { heading: '二、回应解读情况' },
  counted('responses', '（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）', '次'),
  { heading: '（二）通过不同渠道和方式回应解读的情况' },
  counted('press', '1.参加或举办新闻发布会总次数', '次'),
  counted('pressHead', '其中：主要负责同志参加新闻发布会次数', '次'),
  counted('interview', '2.政府网站在线访谈次数', '次'),
  counted('interviewHead', '其中：主要负责同志参加政府网站在线访谈次数', '次'),
  counted('articles', '3.政策解读稿件发布数', '篇'),
  counted('weiboResp', '4.微博微信回应事件数', '次'),
  counted('otherResp', '5.其他方式回应事件数', '次'),
  { heading: '三、依申请公开情况' },
  counted('received', '（一）收到申请数', '件'),
  counted('r1', '1.当面申请数', '件'),
  counted('r2', '2.传真申请数', '件'),
  counted('r3', '3.网络申请数', '件'),
  counted('r4', '4.信函申请数', '件'),
  counted('closed', '（二）申请办结数', '件'),
  counted('closedOnTime', '1.按时办结数', '件'),
  counted('closedExtended', '2.延期办结数', '件'),
  counted('replied', '（三）申请答复数', '件'),
  counted('a1', '1.属于已主动公开范围数', '件'),
  counted('a2', '2.同意公开答复数', '件'),
  counted('a3', '3.同意部分公开答复数', '件'),
  counted('a4', '4.不同意公开答复数', '件'),
  counted('a4a', '其中：涉及国家秘密', '件'),
  counted('a4b', '涉及商业秘密', '件'),
  counted('a4c', '涉及个人隐私', '件'),
  counted('a4d', '危及国家安全、公共安全、经济安全和社会稳定', '件'),
  counted('a4e', '不是《条例》所指政府信息', '件'),
  counted('a4f', '法律法规规定的其他情形', '件'),
  counted('a5', '5.不属于本行政机关公开数', '件'),
  counted('a6', '6.申请信息不存在数', '件'),
  counted('a7', '7.告知作出更改补充数', '件'),
  counted('a8', '8.告知通过其他途径办理数', '件'),
  counted('p4', '四、行政复议数量', '件'),
  counted('p4a', '（一）维持具体行政行为数', '件'),
  counted('p4b', '（二）被依法纠错数', '件'),
  counted('p4c', '（三）其他情形数', '件'),
  counted('p5', '五、行政诉讼数量', '件'),
  counted('p5a', '（一）维持具体行政行为或者驳回原告诉讼请求数', '件'),
  counted('p5b', '（二）被依法纠错数', '件'),
  counted('p5c', '（三）其他情形数', '件'),
  counted('p6', '六、举报投诉数量', '件'),
  paid('p7', '七、依申请公开信息收取的费用'),
  { heading: '八、机构建设和保障经费情况' },
  counted('p8a', '（一）政府信息公开工作专门机构数', '个'),
  counted('p8b', '（二）设置政府信息公开查阅点数', '个'),
  counted('p8c', '（三）从事政府信息公开工作人员数', '人'),
  counted('p8c1', '1.专职人员数（不包括政府公报及政府网站工作人员数）', '人'),
  counted('p8c2', '2.兼职人员数', '人'),
  paid('p8d', '（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）'),
  { heading: '九、政府信息公开会议和培训情况' },
  counted('p9a', '（一）召开政府信息公开工作会议或专题会议数', '次'),
  counted('p9b', '（二）举办各类培训班数', '次'),
  counted('p9c', '（三）接受培训人员数', '人次'),
];

function nationalSum(id: string, total: string, parts: readonly string[]): Equation {
  return { id, over: 'columns', each: ['value'], left: [total], right: parts, operator: '=', total: 'left' };
}

/** National statistics table. The original was not found; many rows are from memory. @see 国办发〔2014〕32号 */
const national2014: TableSpec = {
  id: 'national-2014',
  title: '政府信息公开情况统计表（全国式样）',
  englishTitle: 'National statistics table (2014–2018)',
  section: 'other',
  isRequired: false,
  isUnverified: true,
  ...statisticsTable({
    corner: '统计指标',
    unitColumn: { label: '单位', variants: ['计量单位'] },
    columns: [column('value', '统计数')],
    lines: NATIONAL_LINES,
  }),
  equations: [
    nationalSum('N01', 'received', ['r1', 'r2', 'r3', 'r4']),
    nationalSum('N02', 'closed', ['closedOnTime', 'closedExtended']),
    nationalSum('N03', 'replied', ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8']),
    nationalSum('N04', 'a4', ['a4a', 'a4b', 'a4c', 'a4d', 'a4e', 'a4f']),
    nationalSum('N05', 'p4', ['p4a', 'p4b', 'p4c']),
    nationalSum('N06', 'p5', ['p5a', 'p5b', 'p5c']),
    nationalSum('N07', 'p8c', ['p8c1', 'p8c2']),
    { id: 'N09', over: 'columns', each: ['value'], left: ['disclosedNormative'], right: ['disclosed'], operator: '<=', total: 'none' },
  ],
  subtotals: {},
  initials: 'tjb qgtjb',
};

/**
 * Reports under the regulation of 2007. No national format: provinces set their own outline, so only the matters of
 * article 32 are asked for, under whatever heading.
 * @see 政府信息公开条例（2007）第三十一条、第三十二条
 */
export const edition2007: Edition = {
  id: '2007',
  name: '2007年条例时期的年度报告',
  englishName: 'Annual report under the 2007 regulation',
  years: { from: 2008, to: 2018 },
  issuingDocument: null,
  legalBasis: { statuteId: 'ogi-2007', articles: [31, 32] },
  isPrescribed: false,
  sections: [
    {
      id: 'overview',
      title: '概述',
      variants: [
        '总体情况', '主要工作概述', '主要任务落实情况', '基本工作情况', '政府信息公开工作的基本概况', '政府信息公开工作要点落实情况',
        '年度政府信息公开工作概述',
      ],
      requirement: 'optional',
      guidance: '综述组织领导、制度、平台和工作部署。',
      basis: '政府信息公开条例（2007）第三十二条未列，惯例',
      tables: [],
      initials: 'gs',
    },
    {
      id: 'proactive',
      title: '主动公开政府信息的情况',
      variants: ['主动公开政府信息情况', '主动公开情况', '主动公开信息情况', '政府信息主动公开情况'],
      requirement: 'content',
      guidance: '写主动公开的数量、类别、形式以及解读回应。',
      basis: '政府信息公开条例（2007）第三十二条第（一）项',
      tables: [],
      initials: 'zdgkzfxxdqk',
    },
    {
      id: 'interpretation',
      title: '回应解读情况',
      variants: ['开展政策解读工作情况'],
      requirement: 'optional',
      guidance: '写政策解读和舆情回应。',
      basis: '政府信息公开条例（2007）惯例',
      tables: [],
      initials: 'hyjdqk',
    },
    {
      id: 'requests',
      title: '依申请公开政府信息和不予公开政府信息的情况',
      variants: [
        '政府信息依申请公开办理情况', '依申请公开政府信息受理情况', '依申请公开政府信息及咨询受理情况', '依申请公开政府信息情况',
        '依申请公开办理及相关复议、诉讼情况', '依申请公开政府信息和不予公开政府信息情况', '依申请公开政府信息办理情况',
        '政府信息依申请公开工作情况',
      ],
      requirement: 'content',
      guidance: '写收到申请的数量和渠道、办结情况、答复类别和不予公开的原因。',
      basis: '政府信息公开条例（2007）第三十二条第（二）项',
      tables: [],
      initials: 'ysqgkzfxxhbygkzfxxdqk',
    },
    {
      id: 'fees',
      title: '政府信息公开的收费及减免情况',
      variants: ['政府信息公开相关费用情况', '公开收费情况', '收费及减免情况'],
      requirement: 'content',
      guidance: '写检索、复制、邮寄等成本费用的收取和减免。',
      basis: '政府信息公开条例（2007）第三十二条第（三）项',
      tables: [],
      initials: 'zfxxgkdsfjjmqk',
    },
    {
      id: 'reviewLitigation',
      title: '因政府信息公开申请行政复议、提起行政诉讼的情况',
      variants: [
        '因政府信息公开申请行政复议和提起行政诉讼的情况', '申请行政复议、提起行政诉讼情况', '行政复议、行政诉讼和投诉情况',
        '因政府信息公开被申请行政复议、提起行政诉讼的情况',
      ],
      requirement: 'content',
      guidance: '写行政复议和行政诉讼的本年数和历年数。',
      basis: '政府信息公开条例（2007）第三十二条第（四）项',
      tables: [],
      initials: 'yzfxxgksqxzfytqxzssdqk',
    },
    {
      id: 'problems',
      title: '政府信息公开工作存在的主要问题及改进情况',
      variants: [
        '政府信息公开工作存在的主要问题及改进措施', '存在的主要问题及改进措施', '存在的主要问题和改进措施', '存在问题及改进措施',
        '存在问题及工作打算', '当前工作中存在的主要问题及改进情况', '政府信息公开存在的问题及改进措施',
      ],
      requirement: 'content',
      guidance: '写存在的主要问题、改进措施和下年打算。',
      basis: '政府信息公开条例（2007）第三十二条第（五）项',
      tables: [],
      initials: 'zfxxgkgzczdzywtjgjqk',
    },
    {
      id: 'other',
      title: '其他需要报告的事项',
      variants: ['需要说明的其他事项与附表', '需要说明的事项与附表', '其他报告事项', '附表', '政府信息公开情况统计表'],
      requirement: 'optional',
      guidance: '写需要说明的事项，并附统计表。',
      basis: '政府信息公开条例（2007）第三十二条第（六）项',
      tables: ['fj-2018', 'fj-2009', 'national-2014'],
      initials: 'qtxybgdsx',
    },
  ],
  tables: [fujian2018, fujian2009, national2014],
  deadlines: [{ who: 'everybody', month: 3, day: 31, basis: '政府信息公开条例（2007）第三十一条' }],
};
