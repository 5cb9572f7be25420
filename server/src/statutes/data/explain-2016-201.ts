import type { Statute } from '../types.ts';

/** 年度报告有关项目填报问题的解释，2016年，针对2007年版条例第三十二条作出。 */
export const explain2016201: Statute = {
  id: 'explain-2016-201',
  title: '国务院办公厅政府信息与政务公开办公室关于政府信息公开年度报告有关项目填报问题的解释',
  initials: 'gyzfxxgkndbgygxmtbwtdjs',
  aliases: [],
  shortNames: [],
  documentNumber: '国办公开办函〔2016〕201号',
  issuedBy: '国务院办公厅政府信息与政务公开办公室',
  promulgated: '2016-09-01',
  basis: ['ogi-2007 第三十二条'],
  verification: 'partly',
  checked: '全文见于两处转载；2019年条例修订后是否继续有效未核实',
  unverified: ['repeal'],
  notes: [
    '复议机关作共同被告的诉讼案件，年报只计原行为主体，不计复议机关。',
  ],
  articles: [],
};
