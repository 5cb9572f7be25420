import type { Statute } from '../types.ts';

/** 2014年的政府信息公开情况统计报送通知，报告年度2018年及以前的统计表由此而来。 */
export const stat2014: Statute = {
  id: 'stat-2014',
  title: '国务院办公厅关于加强和规范政府信息公开情况统计报送工作的通知',
  initials: 'gyjqhgfzfxxgkqktjbsgzdtz',
  aliases: [],
  shortNames: [],
  documentNumber: '国办发〔2014〕32号',
  issuedBy: '国务院办公厅',
  promulgated: '2014',
  verification: 'partly',
  checked: '题名、文号和统计范围已核对；印发日期未核实',
  unverified: ['promulgated'],
  notes: [
    '统计内容：主动公开、依申请公开、政策解读、回应社会关切、行政复议、行政诉讼、举报投诉、机构建设和培训；附《政府信息公开情况统计表》。',
  ],
  articles: [],
};
