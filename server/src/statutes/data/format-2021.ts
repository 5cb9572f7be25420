import type { Statute } from '../types.ts';

/** 年度报告格式，报告年度2021年起适用。 */
export const format2021: Statute = {
  id: 'format-2021',
  title: '中华人民共和国政府信息公开工作年度报告格式',
  initials: 'zfxxgkgzndbggs ndbggs',
  version: '2021年格式',
  aliases: ['政府信息公开工作年度报告格式', '年度报告格式', '国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知'],
  shortNames: [],
  documentNumber: '国办公开办函〔2021〕30号',
  miscitedNumbers: ['国办发〔2021〕30号', '国办函〔2021〕30号', '国办公开函〔2021〕30号', '国办公开〔2021〕30号'],
  issuedBy: '国务院办公厅政府信息与政务公开办公室',
  promulgated: '2021-09-26',
  firstReportYear: 2021,
  basis: ['ogi-2019 第五十条'],
  verification: 'partly',
  checked: '题名、文号、日期已核对；正文读过一部分',
  notes: [
    '文号中年份的括号写作[2021]或（2021）只是写法不同，文号没有错。',
  ],
  articles: [],
};
