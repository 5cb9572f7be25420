import type { Statute } from '../types.ts';

/** 保守国家秘密法，2024年修订。 */
export const baomi2024: Statute = {
  id: 'baomi-2024',
  title: '中华人民共和国保守国家秘密法',
  initials: 'bsgjmmf bmf',
  version: '2024年修订',
  aliases: [],
  shortNames: [],
  adopted: '1988-09-05',
  amended: ['2010-04-29', '2024-02-27'],
  effective: '2024-05-01',
  verification: 'verified',
  checked: '日期已对照法律文本',
  notes: [
    '条例第十七条保密审查的依据；第六十四条规定工作秘密管理。',
  ],
  articles: [
    {
      no: 64, title: '工作秘密',
      items: [],
      explanation: '规定工作秘密的管理。',
      keywords: ['工作秘密'], keyFigures: [],
    },
  ],
};
