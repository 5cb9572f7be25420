import type { ColumnSpec, Deadline, Equation, LayoutCell, PartSpec, RowSpec, SectionSpec, TableSpec } from '../types.ts';

/** Column of whole numbers. */
export function column(key: string, label: string, variants: readonly string[] = []): ColumnSpec {
  return { key, label, type: 'count', ...(variants.length > 0 ? { variants } : {}) };
}

/** Row without merged cells before its label. */
export function row(key: string, label: string, variants: readonly string[] = []): RowSpec {
  return { key, label, path: [], ...(variants.length > 0 ? { variants } : {}) };
}

/** Cell with fixed text. */
function text(label: string, columnSpan = 1, rowSpan = 1): LayoutCell {
  return { kind: 'text', text: label, ...(columnSpan > 1 ? { columnSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) };
}

/** Cell that holds the figure of a row and column. */
function figure(rowKey: string, columnKey: string, columnSpan = 1): LayoutCell {
  return { kind: 'figure', row: rowKey, column: columnKey, ...(columnSpan > 1 ? { columnSpan } : {}) };
}

// ── Six sections: 2019年试行格式、2021年格式 ──

const OVERVIEW: SectionSpec = {
  id: 'overview',
  title: '总体情况',
  variants: ['政务公开总体情况'],
  requirement: 'required',
  guidance: '综述本机关贯彻条例的情况，按主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面写；' +
    '各级人民政府还须写工作考核、社会评议和责任追究结果。',
  basis: '第五十条第二款（统一格式）；各级人民政府另见第五十条第一款第（四）项',
  tables: [],
  initials: 'ztqk',
};

/** Sections of the uniform format since report year 2019, in their prescribed order (条例2019第五十条). */
export const SECTIONS_SINCE_2019: readonly SectionSpec[] = [
  OVERVIEW,
  {
    id: 'proactive',
    title: '主动公开政府信息情况',
    variants: ['行政机关主动公开政府信息情况', '主动公开信息情况', '主动公开政府信息详情'],
    requirement: 'required',
    guidance: '用表格报告第二十条有关各项。',
    basis: '第二十条、第五十条第一款第（一）项',
    tables: ['t2.disclosure'],
    initials: 'zdgkzfxxqk',
  },
  {
    id: 'requests',
    title: '收到和处理政府信息公开申请情况',
    variants: ['行政机关收到和处理政府信息公开申请情况', '依申请公开情况'],
    requirement: 'required',
    guidance: '用表格报告收到、处理和结转申请的情况。',
    basis: '第五十条第一款第（二）项',
    tables: ['t3.requests'],
    initials: 'sdhclzfxxgksqqk',
  },
  {
    id: 'reviewLitigation',
    title: '政府信息公开行政复议、行政诉讼情况',
    variants: [
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '因政府信息公开工作被申请行政复议和提起行政诉讼情况',
      '政府信息公开行政复议和行政诉讼情况',
      '因政府信息公开申请行政复议、提起行政诉讼的情况',
    ],
    requirement: 'required',
    guidance: '用表格报告行政复议和行政诉讼的结果。',
    basis: '第五十条第一款第（三）项、第五十一条',
    tables: ['t4.review_litigation'],
    initials: 'zfxxgkxzfyxzssqk',
  },
  {
    id: 'problems',
    title: '存在的主要问题及改进情况',
    variants: [
      '政府信息公开工作存在的主要问题及改进情况',
      '政府信息公开工作存在的主要问题和改进措施',
      '存在问题及改进情况',
      '现存问题与改进举措',
      '政府信息公开工作存在的主要问题和改进情况',
    ],
    requirement: 'required',
    guidance: '写存在的主要问题和改进情况，不能只写“无”。',
    basis: '第五十条第一款第（四）项',
    tables: [],
    initials: 'czdzywtjgjqk',
  },
  {
    id: 'other',
    title: '其他需要报告的事项',
    variants: ['其他报告事项'],
    requirement: 'required',
    guidance: '写其他应报告的内容，信息处理费的收费通知和实收情况通常写在这里；没有的可写“无”。',
    basis: '第五十条第一款第（五）项、第四十二条',
    tables: [],
    initials: 'qtxybgdsx',
  },
];

/** Deadlines of 条例（2019）第四十九条; 乡镇人民政府 and 街道办事处 have none there. */
export const DEADLINES_SINCE_2019: readonly Deadline[] = [
  { who: 'department', month: 1, day: 31, basis: '政府信息公开条例（2019）第四十九条第一款' },
  { who: 'government', month: 3, day: 31, basis: '政府信息公开条例（2019）第四十九条第二款' },
];

// ── Section two ──

const DISCLOSURE_GRID_COLUMNS = 4;

/** One caption of section two with its rows; `number` is the item of 条例（2019）第二十条. */
export function disclosurePart(
  number: number, caption: string, columns: readonly ColumnSpec[], rows: readonly RowSpec[],
): PartSpec {
  return { id: `art20_${String(number)}`, caption, corner: '信息内容', columns, rows };
}

/**
 * Section two as printed: four grid columns; the last cell of a row takes the columns that are left over.
 * Merged cells as in published reports of both editions.
 */
export function disclosureTable(parts: readonly PartSpec[], equations: readonly Equation[]): TableSpec {
  return {
    id: 't2.disclosure',
    title: '主动公开政府信息情况',
    englishTitle: 'Information disclosed on own initiative',
    section: 'proactive',
    isRequired: true,
    parts,
    equations,
    layout: parts.flatMap(disclosureLayout),
    subtotals: {},
    initials: 'b2 zdgk',
  };
}

function disclosureLayout(part: PartSpec): readonly (readonly LayoutCell[])[] {
  const span = (index: number): number =>
    index === part.columns.length - 1 ? DISCLOSURE_GRID_COLUMNS - part.columns.length : 1;
  return [
    [text(part.caption, DISCLOSURE_GRID_COLUMNS)],
    [text(part.corner), ...part.columns.map((each, index) => text(each.label, span(index)))],
    ...part.rows.map(each => [
      text(each.label),
      ...part.columns.map((of, index) => figure(each.key, of.key, span(index))),
    ]),
  ];
}

// ── Section three ──

const APPLICANTS = '申请人情况';
const ORGANISATIONS = '法人或其他组织';

/** Printed above the row labels of table three. */
const REQUESTS_CORNER = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

const REQUEST_COLUMNS: readonly ColumnSpec[] = [
  { key: 'naturalPerson', label: '自然人', group: [APPLICANTS], type: 'count' },
  { key: 'enterprise', label: '商业企业', group: [APPLICANTS, ORGANISATIONS], type: 'count' },
  { key: 'researchInstitution', label: '科研机构', group: [APPLICANTS, ORGANISATIONS], type: 'count' },
  { key: 'publicWelfareOrg', label: '社会公益组织', group: [APPLICANTS, ORGANISATIONS], type: 'count' },
  { key: 'legalServiceOrg', label: '法律服务机构', group: [APPLICANTS, ORGANISATIONS], type: 'count' },
  { key: 'otherOrg', label: '其他', group: [APPLICANTS, ORGANISATIONS], type: 'count' },
  { key: 'total', label: '总计', group: [APPLICANTS], type: 'count' },
];

const RESULTS = '三、本年度办理结果';
const REFUSED = '（三）不予公开';
const UNABLE = '（四）无法提供';
const REJECTED = '（五）不予处理';
const OTHER = '（六）其他处理';

const ROWS_BEFORE_OTHER: readonly RowSpec[] = [
  { key: 'newReceived', label: '一、本年新收政府信息公开申请数量', path: [] },
  { key: 'carriedIn', label: '二、上年结转政府信息公开申请数量', path: [] },
  { key: 'granted', label: '（一）予以公开', path: [RESULTS], clause: '第三十六条第（一）（二）项' },
  {
    key: 'partiallyGranted', label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', variants: ['（二）部分公开'],
    path: [RESULTS], clause: '第三十七条',
  },
  { key: 'refusedStateSecret', label: '1.属于国家秘密', path: [RESULTS, REFUSED], clause: '第十四条' },
  { key: 'refusedProhibitedByLaw', label: '2.其他法律行政法规禁止公开', path: [RESULTS, REFUSED], clause: '第十四条' },
  { key: 'refusedThreeSecuritiesOneStability', label: '3.危及“三安全一稳定”', path: [RESULTS, REFUSED], clause: '第十四条' },
  { key: 'refusedThirdParty', label: '4.保护第三方合法权益', path: [RESULTS, REFUSED], clause: '第十五条、第三十二条' },
  { key: 'refusedInternalAffairs', label: '5.属于三类内部事务信息', path: [RESULTS, REFUSED], clause: '第十六条第一款' },
  { key: 'refusedProcessInformation', label: '6.属于四类过程性信息', path: [RESULTS, REFUSED], clause: '第十六条第二款' },
  { key: 'refusedEnforcementFile', label: '7.属于行政执法案卷', path: [RESULTS, REFUSED], clause: '第十六条第二款' },
  { key: 'refusedAdministrativeQuery', label: '8.属于行政查询事项', path: [RESULTS, REFUSED], clause: '第三十六条第（七）项' },
  { key: 'unableNotHeld', label: '1.本机关不掌握相关政府信息', path: [RESULTS, UNABLE], clause: '第三十六条第（四）（五）项' },
  { key: 'unableNeedsCreation', label: '2.没有现成信息需要另行制作', path: [RESULTS, UNABLE], clause: '第三十八条' },
  { key: 'unableStillUnclear', label: '3.补正后申请内容仍不明确', path: [RESULTS, UNABLE], clause: '第三十条' },
  { key: 'rejectedPetition', label: '1.信访举报投诉类申请', path: [RESULTS, REJECTED], clause: '第三十九条第一款' },
  { key: 'rejectedRepeat', label: '2.重复申请', path: [RESULTS, REJECTED], clause: '第三十六条第（六）项' },
  { key: 'rejectedPublication', label: '3.要求提供公开出版物', path: [RESULTS, REJECTED], clause: '第三十九条第二款' },
  { key: 'rejectedExcessive', label: '4.无正当理由大量反复申请', path: [RESULTS, REJECTED], clause: '第三十五条' },
  { key: 'rejectedConfirmOrReissue', label: '5.要求行政机关确认或重新出具已获取信息', path: [RESULTS, REJECTED] },
];

const ROWS_AFTER_OTHER: readonly RowSpec[] = [
  { key: 'resultTotal', label: '（七）总计', path: [RESULTS] },
  { key: 'carriedOut', label: '四、结转下年度继续办理', path: [] },
];

/** （六）其他处理 of the 2019 edition: one row. */
export const OTHER_HANDLING_ROW: RowSpec = { key: 'otherHandling', label: OTHER, path: [RESULTS] };

/** （六）其他处理 of the 2021 edition: three rows. */
export const OTHER_HANDLING_ROWS: readonly RowSpec[] = [
  {
    key: 'otherNoCorrection', label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    variants: ['1.申请人无正当理由逾期不补正'], path: [RESULTS, OTHER], clause: '第三十条',
  },
  {
    key: 'otherFeeUnpaid', label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    variants: ['2.申请人逾期未按收费通知要求缴纳费用'], path: [RESULTS, OTHER], clause: '第四十二条及国办函〔2020〕109号',
  },
  { key: 'otherMisc', label: '3.其他', path: [RESULTS, OTHER] },
];

/** Table three with the given rows under （六）其他处理; all else is the same in both editions. */
export function requestsTable(otherHandling: readonly RowSpec[]): TableSpec {
  const rows = [...ROWS_BEFORE_OTHER, ...otherHandling, ...ROWS_AFTER_OTHER];
  const withPath = (label: string): string[] => rows.filter(each => each.path.includes(label)).map(each => each.key);
  const other = otherHandling.map(each => each.key);
  const results = rows.filter(each => each.path.includes(RESULTS) && each.key !== 'resultTotal').map(each => each.key);
  const applicants = REQUEST_COLUMNS.filter(each => each.key !== 'total').map(each => each.key);
  return {
    id: 't3.requests',
    title: '收到和处理政府信息公开申请情况',
    englishTitle: 'Requests received and handled',
    section: 'requests',
    isRequired: true,
    parts: [{ id: 'requests', caption: '', corner: REQUESTS_CORNER, columns: REQUEST_COLUMNS, rows }],
    equations: [
      {
        id: 'T3-01', over: 'columns', operator: '=', total: 'none',
        left: ['newReceived', 'carriedIn'], right: ['resultTotal', 'carriedOut'],
      },
      { id: 'T3-02', over: 'columns', operator: '=', total: 'left', left: ['resultTotal'], right: results },
      { id: 'T3-03', over: 'rows', operator: '=', total: 'left', left: ['total'], right: applicants },
    ],
    layout: [
      [text(REQUESTS_CORNER, 3, 3), text(APPLICANTS, 7)],
      [text('自然人', 1, 2), text(ORGANISATIONS, 5), text('总计', 1, 2)],
      REQUEST_COLUMNS.filter(each => each.group?.includes(ORGANISATIONS)).map(each => text(each.label)),
      ...requestsLayout(rows),
    ],
    // T3-05: prose speaks of these sums, no row states them.
    subtotals: { refused: withPath(REFUSED), unable: withPath(UNABLE), rejected: withPath(REJECTED), other },
    initials: 'b3 sqqk',
  };
}

/** Merged label cells: each path label stands once, beside the first of its rows. */
function requestsLayout(rows: readonly RowSpec[]): readonly (readonly LayoutCell[])[] {
  const printed = new Set<string>();
  return rows.map(each => {
    const cells: LayoutCell[] = [];
    for (const label of each.path) {
      if (printed.has(label)) continue;
      printed.add(label);
      cells.push(text(label, 1, rows.filter(other => other.path.includes(label)).length));
    }
    cells.push(text(each.label, 3 - each.path.length));
    return [...cells, ...REQUEST_COLUMNS.map(of => figure(each.key, of.key))];
  });
}

// ── Section four ──

const OUTCOMES: readonly ColumnSpec[] = [
  column('upheld', '结果维持'),
  column('corrected', '结果纠正'),
  column('other', '其他结果'),
  column('pending', '尚未审结'),
  column('total', '总计'),
];

const REVIEW = '行政复议';
const LITIGATION = '行政诉讼';
const DIRECT = '未经复议直接起诉';
const AFTER_REVIEW = '复议后起诉';

const CASES: readonly RowSpec[] = [
  { key: 'review', label: '', path: [REVIEW] },
  { key: 'litigationDirect', label: '', path: [LITIGATION, DIRECT] },
  { key: 'litigationAfterReview', label: '', path: [LITIGATION, AFTER_REVIEW] },
];

/** Table four, the same in both editions: one line of fifteen figures under group headers. */
export const REVIEW_LITIGATION_TABLE: TableSpec = {
  id: 't4.review_litigation',
  title: '政府信息公开行政复议、行政诉讼情况',
  englishTitle: 'Administrative review and litigation',
  section: 'reviewLitigation',
  isRequired: true,
  parts: [{ id: 'cases', caption: '', corner: '', columns: OUTCOMES, rows: CASES, rowsAcross: true }],
  equations: [
    { id: 'T4-01', over: 'rows', operator: '=', total: 'left', left: ['total'], right: ['upheld', 'corrected', 'other', 'pending'] },
  ],
  layout: [
    [text(REVIEW, 5), text(LITIGATION, 10)],
    [...OUTCOMES.map(each => text(each.label, 1, 2)), text(DIRECT, 5), text(AFTER_REVIEW, 5)],
    [...OUTCOMES, ...OUTCOMES].map(each => text(each.label)),
    CASES.flatMap(each => OUTCOMES.map(of => figure(each.key, of.key))),
  ],
  subtotals: {},
  initials: 'b4 fyss',
};

// ── Statistics tables before 2019 ──

/** A row of a statistics table, or the text of one that only holds a heading. */
export type StatisticsRow = RowSpec | { readonly heading: string };

/** Header, then one line per row: label, unit, figures; headings have dashes for unit and figures. */
export function statisticsTable(
  part: Omit<PartSpec, 'id' | 'caption' | 'rows'> & { readonly lines: readonly StatisticsRow[] },
): Pick<TableSpec, 'parts' | 'layout'> {
  const { lines, ...rest } = part;
  const rows = lines.filter((each): each is RowSpec => 'key' in each);
  const layout = lines.map(each => 'key' in each
    ? [text(each.label), text(each.unit ?? ''), ...part.columns.map(of => figure(each.key, of.key))]
    : [text(each.heading), text('——'), ...part.columns.map(() => text('——'))]);
  return {
    parts: [{ id: 'statistics', caption: '', ...rest, rows }],
    layout: [
      [text(part.corner), text(part.unitColumn?.label ?? ''), ...part.columns.map(each => text(each.label))],
      ...layout,
    ],
  };
}
