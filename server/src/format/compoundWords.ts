import type { WordEntry } from './meanings.ts';

// Words that are put together of pieces, each with the meaning of its first one: 上 + 一年 + 末, 我 + 市, 全 + 县.

const YEAR = ['年', '年度'];
const BODIES =
  '市 县 区 省 州 旗 盟 镇 乡 街道 街 局 委 办 厅 院 所 站 中心 单位 部门 机关 行政机关 会 队 支队 大队 部 园区 管委会 校 公司 集团';
const AREAS = '市 县 区 省 州 旗 盟 镇 乡 街道 系统 域';
const LEVELS = '市 县 区 省 镇 州 旗';

/** Entries of which the words are the pieces of the lists, each with each. */
function compound(meaning: Omit<WordEntry, 'words'>, ...pieces: readonly (readonly string[])[]): WordEntry {
  const words = pieces.reduce<readonly string[]>(
    (before, next) => before.flatMap(word => next.map(piece => word + piece)),
    [''],
  );
  return { ...meaning, words: words.join(' ') };
}

export const COMPOUND_WORDS: readonly WordEntry[] = [
  compound({ when: 'last' }, ['上', '上一', '上个', '去'], YEAR),
  compound({ when: 'last' }, ['上年', '上年度', '上一年', '去年', '上一年度'], ['末', '底', '年底', '年末', '同期']),
  compound({ when: 'this' }, ['今', '本', '当', '全'], YEAR),
  compound({ when: 'next' }, ['下', '下一', '下个', '明', '次', '来'], YEAR),
  compound({ whose: 'own' }, ['我', '本'], BODIES.split(' ')),
  compound({ whose: 'own' }, ['我'], ['社', '们']),
  compound({ whose: 'area' }, ['全'], AREAS.split(' ')),
  compound({ whose: 'ownLevel' }, [...LEVELS.split(' '), ''], ['本级']),
];
