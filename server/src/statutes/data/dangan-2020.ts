import type { Statute } from '../types.ts';

/** 档案法，2020年修订；条文未收录。 */
export const dangan2020: Statute = {
  id: 'dangan-2020',
  title: '中华人民共和国档案法',
  initials: 'daf',
  version: '2020年修订',
  aliases: [],
  shortNames: [],
  adopted: '1987-09-05',
  amended: ['2020-06-20'],
  effective: '2021-01-01',
  verification: 'verified',
  checked: '日期已对照法律文本',
  notes: [
    '查阅场所和档案移交。',
  ],
  articles: [],
};
