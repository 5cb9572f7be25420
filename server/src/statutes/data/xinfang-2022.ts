import type { Statute } from '../types.ts';

/** 信访工作条例，2022年；条文未收录。 */
export const xinfang2022: Statute = {
  id: 'xinfang-2022',
  title: '信访工作条例',
  initials: 'xfgztl',
  version: '2022年发布',
  aliases: [],
  shortNames: [],
  promulgated: '2022-02-25',
  effective: '2022-05-01',
  verification: 'verified',
  checked: '日期已对照法律文本',
  notes: [
    '信访举报投诉类申请的相应渠道。',
  ],
  articles: [],
};
