import type { Statute } from '../types.ts';

/** 中山市政府信息公开规定；条文未收录。 */
export const zhongshanOgi2008: Statute = {
  id: 'zhongshan-ogi-2008',
  title: '中山市政府信息公开规定',
  initials: 'zsszfxxgkgd',
  aliases: [],
  shortNames: ['规定'],
  issuedBy: '中山市人民政府',
  promulgated: '2008-05-28',
  basis: ['ogi-2007', '广东省政府信息公开规定'],
  verification: 'partly',
  checked: '题名、制定机关和日期见于市政府页面；文号和后来的修订未核实',
  unverified: ['documentNumber', 'repeal'],
  notes: [],
  articles: [],
};
