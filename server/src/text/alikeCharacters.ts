import { SOUND_ALIKES } from './data/soundAlikes.ts';
import { WORD_PAIRS } from './data/wordPairs.ts';
import { once } from './memo.ts';

/** Characters that are taken for each other by their form. */
const LOOK_ALIKES =
  '己已巳 末未 子予于 干千于 人入八 土士 日曰 大太犬 天无夫 问向间同 体休 清请情晴精 侍待持特 拆折析 候侯 戊戌戍 网同 办为 力刀 ' +
  '开并幵井 公么分 息急思 政改攻 府付 信倍 令今 含舍 乂义 文丈 主王玉 士工 工土 见贝 占站 拦栏 兰栏 部陪倍 音章 复夏履 议仪义 诉拆 ' +
  '例列 除徐 渡度 账帐 账胀 径经 巨臣 既即 完宪 定宅 宣宜 官宫 治冶 洽治 活话 说悦 设没 没役 坏环还 抬拾 拔拨 扰优 抚扶 报服 技枝 ' +
  '接按 推准 提题 授受 援缓 换唤 损捐 抗坑 杆秆 格洛 构沟 相箱 检捡 校较 杂朵 机肌 束柬 贷货 货贸 贫贪 责贵 质货 资贤 费贵 ' +
  '处外 各名 备各 务备 冬冭 众从 全金 合舍 企全 会合 余佘 佘余 便使 使便 值植 住往 任仟 份分 仍乃 代伐 休体 作住 位拉 ' +
  '社杜 祖租组 祝视 神伸 秘密 种钟 积织 称你 科料 稳隐 程呈 稿搞 竟竞竟 章竟 童章 第弟 笔毛 等寺 签答 管菅 算篇 ' +
  '育盲 肓盲 肯背 胜肚 能熊 脉永 艰难 艺芝 节书 苦若 荐存 获荻 营莹 萤营 落洛 薄簿 著着 蓝篮 贯惯 实买 买卖 头买 ' +
  '辩辨辫 辨辩 达还 过迁 迁迂 近进 进讲 远运 连莲 迟迄 适话 逐遂 通逋 速束 造适 遍偏编 遣遗 避僻 邮郎 都部 配酝 ' +
  '长常 门问 闭闲 间问 闻间 阅闽 阶价 阴阳 际标 陈阵 限很 险检 随隋 隶录 难准 集焦 需霜 青责 静争 非菲 面而 页贞 ' +
  '项顶 须顺 预颂 领颈 频颁 颗题 额客 风凤 马鸟 鸟乌 拟似 权杈 规现 观现 现规 视规 党堂 常带 带常 市巾 布市 师帅 希布 ' +
  '应座 庄压 庆床 床庆 序库 底低抵 店占 建健 异导 导异 弃奔 式武 弓引 强张 录求 彻切 征证 律津 徽微 德得 心必 必心 忘忙 志忠 ' +
  '快块 念含 怀坏 怎作 思恩 总悉 性姓 恢灰 恰洽 悉番 患忠 惠恵 愿原 慢漫 戏战 成戌 我找 或域 战占 户卢 扩护 托存 承丞 把吧 投设 ' +
  '收牧 攻功 放仿 故固 效郊 教数 敬警 整正 斗计 料科 断继 新亲 方万 施拖 旗期 时对 昌冒 明朋 易昜 昔借 星是 春看 显湿 晚免 普晋 善普 景影 智知 更史 ' +
  '最取 月目 有育 服报 朝潮 期斯 其期 木本 本木 术木 未来 杯怀 板版 林材 果杲 架加 查宣 标际 栋拣 样祥 核该 根很 案安 档挡 梁粱 模摸 次欠 欢次';

/** Whether `b` follows `a` inside some common word. */
export function isWordPair(a: string, b: string): boolean {
  return a !== '' && b !== '' && secondsOf(a).includes(b);
}

/** Characters that come second behind one; looked up in the whole list, as a draft asks for few. */
function secondsOf(first: string): string {
  const known = asked().get(first);
  if (known !== undefined) return known;
  const at = lastGroupUpTo(first.charCodeAt(0));
  const seconds = WORD_PAIRS.startsWith(first, at + 1)
    ? WORD_PAIRS.slice(at + 1 + first.length, WORD_PAIRS.indexOf('|', at + 1))
    : '';
  asked().set(first, seconds);
  return seconds;
}

/** Place of the | before the last group of a character that is not behind `code`; the groups are in their order. */
function lastGroupUpTo(code: number): number {
  let low = 0;
  for (let high = WORD_PAIRS.length - 1; high - low > 1;) {
    const middle = (low + high) >> 1;
    const group = WORD_PAIRS.indexOf('|', middle);
    if (group >= high) high = middle;
    else if (WORD_PAIRS.charCodeAt(group + 1) <= code) low = group;
    else high = group;
  }
  return low;
}

/** Whether two characters have the same reading, tones aside. */
export function soundsAlike(a: string, b: string): boolean {
  const sound = soundsOf().get(a);
  return sound !== undefined && sound === soundsOf().get(b);
}

/** Whether two characters are taken for each other by their form. */
export function looksAlike(a: string, b: string): boolean {
  return looksOf().get(a)?.includes(b) === true;
}

const asked = once(() => new Map<string, string>());

const soundsOf = once(() => {
  const found = new Map<string, number>();
  for (const [sound, each] of SOUND_ALIKES.split(' ').entries())
    for (const sign of each.replace(/^[a-z]+/, '')) found.set(sign, sound);
  return found;
});

const looksOf = once(() => {
  const found = new Map<string, string>();
  for (const group of LOOK_ALIKES.split(' '))
    for (const sign of group) found.set(sign, (found.get(sign) ?? '') + group.replaceAll(sign, ''));
  return found;
});
