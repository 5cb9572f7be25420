import type { Statute } from '../types.ts';

/** 规定法治政府建设年度报告写什么、何时报告和公开的党内法规，2019年起适用。没有见过全文。 */
export const fazhiDucha2019: Statute = {
  id: 'fazhi-ducha-2019',
  title: '法治政府建设与责任落实督察工作规定',
  initials: 'fzzfjsyzrlsdcgzgd dcgzgd',
  aliases: ['法治政府建设与责任落实督察规定', '督察工作规定'],
  shortNames: ['规定'],
  documentNumber: '厅字〔2019〕28号',
  issuedBy: '中共中央办公厅、国务院办公厅',
  effective: '2019-04-15',
  articleCount: 35,
  verification: 'partly',
  checked: '名称、章数、条数、施行日期见期刊消息，文号见一省指引和一份报告的引用；没有见过全文，只收录见于转述的第二十四条',
  notes: [
    '共六章三十五条。没有见过全文，没有收录的条文不作说明。',
    '年度报告写五项内容：主要举措和成效，不足和原因，第一责任人职责履行情况，下一年度主要安排，其他需要报告的情况（两处转述，字样一致；在第几条没有核实）。',
    '向上报告的期限见于一省指引：县级以上地方政府和政府部门3月1日之前，省级4月1日之前。',
  ],
  articles: [
    {
      no: 24,
      title: '年度报告公开',
      items: [],
      explanation: '地方各级政府和县级以上政府部门的法治政府建设年度报告，除涉及秘密的外，每年4月1日之前通过报刊、网站等向社会公开。',
      keywords: ['年度报告', '公开'],
      keyFigures: ['4月1日之前'],
      verification: 'partly',
      checked: '见于一区主动公开目录的引用，没有见过原文',
    },
  ],
};
