import type { Statute } from '../types.ts';

/** 个人信息保护法；条文未收录。 */
export const pipl2021: Statute = {
  id: 'pipl-2021',
  title: '中华人民共和国个人信息保护法',
  initials: 'grxxbhf',
  version: '2021年通过',
  aliases: [],
  shortNames: [],
  adopted: '2021-08-20',
  effective: '2021-11-01',
  verification: 'verified',
  checked: '日期已对照法律文本',
  notes: [
    '涉及个人隐私信息的判断参照。',
  ],
  articles: [],
};
