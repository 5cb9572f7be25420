import type { Statute } from '../types.ts';

/** 年度报告格式（试行），报告年度2019年、2020年适用。 */
export const format2019: Statute = {
  id: 'format-2019',
  title: '中华人民共和国政府信息公开工作年度报告格式（试行）',
  initials: 'zfxxgkgzndbggs ndbggs',
  version: '2019年格式（试行）',
  aliases: ['政府信息公开工作年度报告格式（试行）', '政府信息公开工作年度报告格式', '年度报告格式', '国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知'],
  shortNames: [],
  documentNumber: '国办公开办函〔2019〕60号',
  miscitedNumbers: ['国办公开函〔2019〕60号', '国办公开〔2019〕60号'],
  issuedBy: '国务院办公厅政府信息与政务公开办公室',
  promulgated: '2019',
  superseded: { by: 'format-2021' },
  firstReportYear: 2019,
  basis: ['ogi-2019 第五十条'],
  verification: 'partly',
  checked: '文号、通知题名和附件题名已核对；印发日期未核实',
  unverified: ['promulgated'],
  notes: [
    '随《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》印发。',
  ],
  articles: [],
};
