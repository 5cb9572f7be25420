import {
  column, DEADLINES_SINCE_2019, disclosurePart, disclosureTable, OTHER_HANDLING_ROWS, requestsTable,
  REVIEW_LITIGATION_TABLE, row, SECTIONS_SINCE_2019,
} from './sharedTables.ts';
import type { Edition } from '../types.ts';

const DECISIONS = [column('decisions', '本年处理决定数量')];

/**
 * The format in force since report year 2021.
 * @see 国办公开办函〔2021〕30号 附件
 */
export const edition2021: Edition = {
  id: '2021',
  name: '政府信息公开工作年度报告（2021年格式）',
  englishName: 'Annual report, 2021 format',
  years: { from: 2021, to: null },
  issuingDocument: {
    number: '国办公开办函〔2021〕30号',
    title: '国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知',
  },
  legalBasis: { statuteId: 'ogi-2019', articles: [49, 50] },
  isPrescribed: true,
  sections: SECTIONS_SINCE_2019,
  tables: [
    disclosureTable(
      [
        disclosurePart(
          1, '第二十条第（一）项',
          [column('issued', '本年制发件数'), column('repealed', '本年废止件数'), column('effective', '现行有效件数', ['现行有效件'])],
          [row('rules', '规章'), row('normativeDocuments', '行政规范性文件')],
        ),
        disclosurePart(5, '第二十条第（五）项', DECISIONS, [row('administrativeLicense', '行政许可')]),
        disclosurePart(
          6, '第二十条第（六）项', DECISIONS,
          [row('administrativePenalty', '行政处罚'), row('administrativeCompulsion', '行政强制')],
        ),
        disclosurePart(
          8, '第二十条第（八）项',
          [{
            key: 'amountWanYuan', label: '本年收费金额（单位：万元）', type: 'amount',
            variants: ['本年收费金额（万元）', '本年收费金额'],
          }],
          [row('administrativeFee', '行政事业性收费')],
        ),
      ],
      [{
        id: 'T2-01', over: 'rows', each: ['rules', 'normativeDocuments'],
        left: ['effective'], right: ['issued'], operator: '>=', total: 'none',
      }],
    ),
    requestsTable(OTHER_HANDLING_ROWS),
    REVIEW_LITIGATION_TABLE,
  ],
  deadlines: DEADLINES_SINCE_2019,
};
