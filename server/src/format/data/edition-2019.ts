import {
  column, DEADLINES_SINCE_2019, disclosurePart, disclosureTable, OTHER_HANDLING_ROW, requestsTable,
  REVIEW_LITIGATION_TABLE, row, SECTIONS_SINCE_2019,
} from './sharedTables.ts';
import type { ColumnSpec, Edition } from '../types.ts';

const PREVIOUS_ITEMS = column('previousItems', '上一年项目数量');
const CHANGE: ColumnSpec = { key: 'change', label: '本年增/减', type: 'change' };
const ITEMS = [PREVIOUS_ITEMS, CHANGE, column('decisions', '处理决定数量')];
const DOCUMENTS = ['rules', 'normativeDocuments'];

/**
 * The trial format of report years 2019 and 2020.
 * @see 国办公开办函〔2019〕60号 附件
 */
export const edition2019: Edition = {
  id: '2019',
  name: '政府信息公开工作年度报告（2019年试行格式）',
  englishName: 'Annual report, 2019 trial format',
  years: { from: 2019, to: 2020 },
  issuingDocument: {
    number: '国办公开办函〔2019〕60号',
    title: '国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知',
  },
  legalBasis: { statuteId: 'ogi-2019', articles: [49, 50] },
  isPrescribed: true,
  sections: SECTIONS_SINCE_2019,
  tables: [
    disclosureTable(
      [
        disclosurePart(
          1, '第二十条第（一）项',
          [column('newlyMade', '本年新制作数量'), column('newlyDisclosed', '本年新公开数量'), column('totalDisclosed', '对外公开总数量')],
          [row('rules', '规章'), row('normativeDocuments', '规范性文件')],
        ),
        disclosurePart(
          5, '第二十条第（五）项', ITEMS,
          [row('administrativeLicense', '行政许可'), row('otherExternalServices', '其他对外管理服务事项')],
        ),
        disclosurePart(
          6, '第二十条第（六）项', ITEMS,
          [row('administrativePenalty', '行政处罚'), row('administrativeCompulsion', '行政强制')],
        ),
        disclosurePart(8, '第二十条第（八）项', [PREVIOUS_ITEMS, CHANGE], [row('administrativeFee', '行政事业性收费')]),
        disclosurePart(
          9, '第二十条第（九）项',
          [
            column('procurementItems', '采购项目数量'),
            { key: 'procurementAmount', label: '采购总金额', type: 'amount', variants: ['采购总金额（万元）', '采购总金额（元）'] },
          ],
          [row('governmentProcurement', '政府集中采购')],
        ),
      ],
      [
        { id: 'T2-11', over: 'rows', each: DOCUMENTS, left: ['newlyDisclosed'], right: ['newlyMade'], operator: '<=', total: 'none' },
        { id: 'T2-12', over: 'rows', each: DOCUMENTS, left: ['newlyDisclosed'], right: ['totalDisclosed'], operator: '<=', total: 'none' },
        {
          id: 'T2-13', over: 'rows', left: ['previousItems', 'change'], right: [], operator: '>=', total: 'none',
          each: [
            'administrativeLicense', 'otherExternalServices', 'administrativePenalty', 'administrativeCompulsion', 'administrativeFee',
          ],
        },
      ],
    ),
    requestsTable([OTHER_HANDLING_ROW]),
    REVIEW_LITIGATION_TABLE,
  ],
  deadlines: DEADLINES_SINCE_2019,
};
