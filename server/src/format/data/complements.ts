/**
 * Words of two parts that together are all there is: what is not one is the other. A label that holds a word of one side
 * and none of the other is on that side.
 */
export const COMPLEMENTS: readonly (readonly [one: string, other: string])[] = [
  ['主办 独办 牵头', '会办 协办 分办 参办 协同办理 配合办理'],
  ['原创 自采 自产 自主产生 自主采编 本级产生', '转载 转发 外部 转推'],
  ['线上', '线下'],
  ['本级 局机关 局本部', '下属 所属 直属 下级 基层 镇街 乡镇 街道'],
  ['县直 区直 市直 部门', '乡镇 镇街 街道 镇（街道） 乡（镇） 各镇'],
  ['公办', '民办'],
  ['专职', '兼职'],
  ['男性', '女性'],
  ['省内', '省外'],
  ['市内', '市外'],
  ['国内', '国外 境外'],
  ['城镇 城市', '农村 乡村'],
  ['简易程序', '一般程序 普通程序'],
  ['正刊', '增刊'],
  ['个人', '单位 集体'],
  ['事前', '事后'],
  ['一审', '二审'],
];

/** What is of two kinds by its name alone: 双公示 are licences and penalties. */
export const TWOFOLD: readonly { readonly names: readonly string[]; readonly kinds: readonly [string, string] }[] = [
  { names: ['双公示'], kinds: ['许可', '处罚'] },
  { names: ['建议提案', '建议和提案', '建议、提案', '建议及提案'], kinds: ['建议', '提案'] },
];
