import type { Statute } from '../types.ts';

/** 公共企事业单位信息公开规定制定办法；条文未收录。 */
export const psu2020: Statute = {
  id: 'psu-2020',
  title: '公共企事业单位信息公开规定制定办法',
  initials: 'ggqsydwxxgkgdzdbf',
  aliases: [],
  shortNames: [],
  documentNumber: '国办发〔2020〕50号',
  issuedBy: '国务院办公厅',
  promulgated: '2020-12-07',
  basis: ['ogi-2019 第五十五条'],
  verification: 'partly',
  checked: '文号、日期和第一条至第四条见过；施行日期未见到',
  unverified: ['effective'],
  notes: [],
  articles: [],
};
