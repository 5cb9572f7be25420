import type { Statute } from '../types.ts';

/** 2021年度起的法治政府建设年度报告引用的纲要。没有见过全文。 */
export const fazhiGangyao2021: Statute = {
  id: 'fazhi-gangyao-2021',
  title: '法治政府建设实施纲要（2021—2025年）',
  initials: 'fzzfjsssgy',
  aliases: [
    '法治政府建设实施纲要（2021——2025年）',
    '法治政府建设实施纲要（2021～2025年）',
    '法治政府建设实施纲要（2021至2025年）',
    '法治政府建设实施纲要（2021年—2025年）',
    '法治政府建设实施纲要（2021—2025）',
  ],
  shortNames: ['纲要'],
  documentNumber: '中发〔2021〕33号',
  promulgated: '2021',
  unverified: ['promulgated', 'repeal'],
  verification: 'partly',
  checked: '题名和文号见一省指引和各地报告的引用；没有见过全文，发文机关和日期没有核实',
  notes: ['题名、文号见于各地报告的引用；接替它的文件没有核实。'],
  articles: [],
};
