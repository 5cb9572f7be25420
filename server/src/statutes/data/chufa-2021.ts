import type { Statute } from '../types.ts';

/** 行政处罚法，2021年修订；条文未收录。 */
export const chufa2021: Statute = {
  id: 'chufa-2021',
  title: '中华人民共和国行政处罚法',
  initials: 'xzcff',
  version: '2021年修订',
  aliases: [],
  shortNames: [],
  adopted: '1996-03-17',
  amended: ['2021-01-22'],
  effective: '2021-07-15',
  verification: 'verified',
  checked: '日期已对照法律文本',
  notes: [
    '第二部分行政处罚处理决定数量。',
  ],
  articles: [],
};
