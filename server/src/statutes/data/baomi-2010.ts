import type { Statute } from '../types.ts';

/** 保守国家秘密法，2010年修订，2024年5月1日前适用；条文未收录。 */
export const baomi2010: Statute = {
  id: 'baomi-2010',
  title: '中华人民共和国保守国家秘密法',
  initials: 'bsgjmmf bmf',
  version: '2010年修订',
  aliases: [],
  shortNames: [],
  adopted: '1988-09-05',
  amended: ['2010-04-29'],
  effective: '2010-10-01',
  superseded: { by: 'baomi-2024', from: '2024-05-01' },
  verification: 'verified',
  checked: '日期已对照法律文本',
  notes: [
    '条例第十七条保密审查的依据（2024-05-01前）。',
  ],
  articles: [],
};
