import type { Statute } from '../types.ts';

/** 福建省政府信息公开办法；条文未收录。 */
export const fujianOgi2014: Statute = {
  id: 'fujian-ogi-2014',
  title: '福建省政府信息公开办法',
  initials: 'fjszfxxgkbf',
  aliases: [],
  shortNames: ['办法'],
  documentNumber: '福建省人民政府令第134号',
  issuedBy: '福建省人民政府',
  adopted: '2014-02-11',
  promulgated: '2014-02-16',
  effective: '2014-05-01',
  verification: 'partly',
  checked: '令号和日期见于两个法规页面；是否已废止未核实',
  unverified: ['repeal'],
  notes: [
    '2014年2月11日省政府第17次常务会议通过。',
  ],
  articles: [],
};
