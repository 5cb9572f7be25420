import type { Statute } from '../types.ts';

/** 最高人民法院审理政府信息公开行政案件的规定，2025年6月1日被新解释取代；条文未收录。 */
export const spc2011: Statute = {
  id: 'spc-2011',
  title: '最高人民法院关于审理政府信息公开行政案件若干问题的规定',
  initials: 'zgrmfy sfjs',
  aliases: ['2011年司法解释'],
  shortNames: [],
  documentNumber: '法释〔2011〕17号',
  issuedBy: '最高人民法院',
  adopted: '2010-12-13',
  promulgated: '2011-07-29',
  effective: '2011-08-13',
  superseded: { by: 'spc-2025', from: '2025-06-01' },
  articleCount: 13,
  verification: 'verified',
  checked: '条文和日期已对照法律文本；文号见于评论文章',
  notes: [],
  articles: [],
};
