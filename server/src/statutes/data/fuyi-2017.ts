import type { Statute } from '../types.ts';

/** 行政复议法，2017年修正：2023年及以前适用，条文未收录。 */
export const fuyi2017: Statute = {
  id: 'fuyi-2017',
  title: '中华人民共和国行政复议法',
  initials: 'xzfyf',
  version: '2017年修正',
  aliases: [],
  shortNames: [],
  adopted: '1999-04-29',
  amended: ['2009-08-27', '2017-09-01'],
  firstEffective: '1999-10-01',
  superseded: { by: 'fuyi-2023', from: '2024-01-01' },
  articleCount: 43,
  verification: 'verified',
  checked: '日期已对照法律文本',
  notes: [],
  articles: [],
};
