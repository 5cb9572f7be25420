import type { Statute } from '../types.ts';

/** 2016—2018年前后的法治政府建设情况报告的依据。没有见过全文。 */
export const fazhiGangyao2015: Statute = {
  id: 'fazhi-gangyao-2015',
  title: '法治政府建设实施纲要（2015—2020年）',
  initials: 'fzzfjsssgy',
  aliases: [
    '法治政府建设实施纲要（2015——2020年）',
    '法治政府建设实施纲要（2015～2020年）',
    '法治政府建设实施纲要（2015至2020年）',
    '法治政府建设实施纲要（2015年—2020年）',
    '法治政府建设实施纲要（2015—2020）',
  ],
  shortNames: ['纲要'],
  documentNumber: '中发〔2015〕36号',
  issuedBy: '中共中央、国务院',
  promulgated: '2015-12-27',
  unverified: ['repeal'],
  verification: 'partly',
  checked: '文号见一县司法局消息，日期和报告义务见一篇研究文章；没有见过全文',
  notes: [
    '县级以上地方各级政府和政府部门每年第一季度报告上一年的法治政府建设情况，并公开（见于转述）；没有规定写什么。',
  ],
  articles: [],
};
