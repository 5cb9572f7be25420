import type { Statute } from '../types.ts';

/** 信访条例，2005年；条文未收录。 */
export const xinfang2005: Statute = {
  id: 'xinfang-2005',
  title: '信访条例',
  initials: 'xftl',
  version: '2005年公布',
  aliases: [],
  shortNames: [],
  documentNumber: '国务院令第431号',
  promulgated: '2005-01-10',
  effective: '2005-05-01',
  verification: 'verified',
  checked: '日期已对照法律文本',
  unverified: ['repeal'],
  notes: [
    '信访类申请；现由信访工作条例规范（被替代关系未核）。',
  ],
  articles: [],
};
