import type { Statute } from '../types.ts';

/** 四川省地方标准：年度报告编制发布规范。 */
export const db512660: Statute = {
  id: 'db51-2660',
  title: '政府信息公开工作年度报告编制发布规范',
  initials: 'zfxxgkgzndbgbzfbgf',
  aliases: [],
  shortNames: [],
  documentNumber: 'DB51/T 2660—2019',
  promulgated: '2019-12-30',
  effective: '2020-02-01',
  verification: 'partly',
  checked: '标准号、日期和2.1条见过；其余未读',
  notes: [
    '四川省地方标准；统计时间段为上一年度1月1日至12月31日。',
  ],
  articles: [],
};
