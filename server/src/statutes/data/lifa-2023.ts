import type { Statute } from '../types.ts';

/** 立法法，2023年修正；用于判断哪些机关可以制定规章。 */
export const lifa2023: Statute = {
  id: 'lifa-2023',
  title: '中华人民共和国立法法',
  initials: 'lff',
  version: '2023年修正',
  aliases: [],
  shortNames: [],
  adopted: '2000-03-15',
  amended: ['2015-03-15', '2023-03-13'],
  firstEffective: '2000-07-01',
  verification: 'verified',
  checked: '第九十一条、第九十三条和日期已对照法律文本',
  notes: [
    '第二部分“规章”行：第九十一条列出可制定部门规章的国务院机构；第九十三条列出可制定地方政府规章的政府（省、自治区、直辖市、设区的市、自治州）。地方各级部门、县级政府、乡镇和街道不在其列。',
  ],
  articles: [
    {
      no: 91, title: '部门规章',
      items: [],
      explanation: '列出可以制定部门规章的国务院机构；用于第二部分“规章”行。',
      keywords: ['部门规章'], keyFigures: [],
    },
    {
      no: 93, title: '地方政府规章',
      items: [],
      explanation: '列出可以制定地方政府规章的政府：省、自治区、直辖市、设区的市、自治州。地方各级部门、县级政府、乡镇和街道不在其列，其“规章”行一般为0。',
      keywords: ['地方政府规章', '规章'], keyFigures: [],
    },
  ],
};
