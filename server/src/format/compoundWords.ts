import type { WordEntry } from './meanings.ts';

// Words that are put together of pieces, each with the meaning of its first one: 上 + 一年 + 末, 我 + 市, 全 + 县.

const YEAR = ['年', '年度', '学年', '学年度'];
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

const CARRYING = '结转 转入 遗留 顺延 跨年 转接 结存';
const RISING = '增长 增加 上升 提高 提升 上涨 增多 攀升 递增 升高';
const FALLING = '减少 下降 降低 回落 下滑 缩减 压减 递减 压缩 精简';

export const COMPOUND_WORDS: readonly WordEntry[] = [
  compound({ when: 'last' }, ['上', '上一', '上个', '去'], YEAR),
  compound({ when: 'last' }, ['上年', '上年度', '上一年', '去年', '上一年度'], ['末', '底', '年底', '年末', '同期']),
  compound({ when: 'this' }, ['今', '本', '当', '全'], YEAR),
  compound({ when: 'next' }, ['下', '下一', '下个', '明', '次', '来'], YEAR),
  compound({ whose: 'own' }, ['我', '本'], BODIES.split(' ')),
  compound({ whose: 'own' }, ['我'], ['社', '们']),
  compound({ whose: 'area' }, ['全'], AREAS.split(' ')),
  compound({ whose: 'ownLevel' }, [...LEVELS.split(' '), ''], ['本级']),
  compound({ role: 'among' }, ['其', '当'], ['中'], ['', '有', '包括', '包含', '含']),
  compound({ role: 'total' }, ['合', '总', '共'], ['计'], ['', '为', '达']),
  compound(
    { role: 'total' },
    ['以上', '上述', '两', '二', '三', '四', '五', '六', '各'],
    ['项', '类', '者', '部分', '渠道', '方面', '平台'],
    ['合计', '共计', '总计', '相加', '加总', '总共'],
  ),
  compound({ stat: 'compared' }, ['同', '环', '相', '对'], ['比']),
  compound({ stat: 'up' }, ['', '同比', '环比', '净'], RISING.split(' '), ['', '了', '幅度', '率']),
  compound({ stat: 'down' }, ['', '同比', '环比', '净'], FALLING.split(' '), ['', '了', '幅度', '率']),
  compound({ stat: 'to' }, [...RISING.split(' '), ...FALLING.split(' ')], ['到', '至', '为']),
  compound({ step: 'newReceived' }, ['新', '本年新', '当年新', '本年度新', '年度新'], ['收', '受理', '接收', '收到']),
  compound({ step: 'carriedIn' }, ['上年', '上年度', '上一年', '上一年度', '去年', '上学年'], CARRYING.split(' '), [
    '',
    '的',
    '件',
    '申请',
  ]),
  compound(
    { step: 'carriedOut' },
    ['结转', '转入', '顺延', '转', '留待', '递延'],
    ['', '至', '到'],
    ['下年', '下年度', '下一年', '下一年度', '次年', '明年', '下学年'],
    ['', '办理', '继续办理', '处理'],
  ),
];
