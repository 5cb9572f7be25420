import type { Statute } from '../types.ts';

/** 行政许可法，2019年修正；条文未收录。 */
export const xuke2019: Statute = {
  id: 'xuke-2019',
  title: '中华人民共和国行政许可法',
  initials: 'xzxkf',
  version: '2019年修正',
  aliases: [],
  shortNames: [],
  adopted: '2003-08-27',
  amended: ['2019-04-23'],
  firstEffective: '2004-07-01',
  verification: 'verified',
  checked: '日期已对照法律文本',
  notes: [
    '第二部分行政许可处理决定数量。',
  ],
  articles: [],
};
