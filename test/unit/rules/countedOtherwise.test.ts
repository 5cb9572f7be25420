import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/fixture.ts';

// Figures of long sentences that are right although one near them seems to contradict, and the same with a wrong one.

async function found(sentence: string): Promise<readonly string[]> {
  const draft = `# 临溪县林业局2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n${sentence}\n`;
  const findings = await findingsOf(draft);
  return findings
    .filter(({ severity, rule }) => severity !== 'hint' && rule.startsWith('prose/'))
    .map(({ rule, severity }) => `${rule} ${severity}`);
}

describe('figures that are counted otherwise', () => {
  it.each([
    // The number of an item runs into what is counted.
    '存在不足：1.栏目更新慢，全年抽查48次；2.267家企业中抽查60家，不一致的9家，占15%；3.9638条信息中，动态类4210条，占43.68%。',
    '不足有三。1.2022年报告指出的问题仍有2个未解决；2.12个乡镇中有3个镇没有专职人员；3.4件申请延期答复。',
    '全年培训：1.人均听课1.5次；2.5个百分点的差距已经补上；3.5万人参加活动，其中现场1.2万人、线上2.3万人。',
    // Who leads a group, and the body itself, are counted without a number.
    '镇长任组长，副镇长2人任副组长，9名站所负责人任成员，小组共12人。',
    '领导小组由局长任组长、副局长4人任副组长、16名科长为成员，合计21人。',
    '林业局及所辖9个林场、4个派出机构共14个单位参加了考核。',
    // Several counts together.
    '收到答卷2418份，其中很满意1602份，满意658份，一般121份，不满意37份，满意以上占93.47%。',
    '热线转办3642件，其中大气1528件、噪声1347件、水396件、其他371件；大气和噪声投诉占比近八成，为78.94%。',
    // A rate of something else.
    '收入6.42亿元，支出3.31亿元，收益3.11亿元，收益率1.49%。',
    '热线接听来电21.6万个，其中人工话务8.64万个，占比四成；群众满意率为99.2%。',
    '知识库收录问答对6480组，比改版前的3240组翻了一番，回答准确率由81%提升至92.5%。',
    '共有栏目60个，其中新增12个，更新率由81%提升至92.5%。',
    // Changes of two things in one sentence.
    '公布2022年度甲级企业3187户，比上年多402户，增长14.43%；丁级企业1054户，减少96户，下降8.35%。',
    '与2022年相比，总量减少5件，下降12.82%，但法人申请由9件增加到15件，增长66.67%。',
    '组织学习4次，128人次参加，人均不到2次。',
    // What came in, stands between the replies and their classes.
    '收到信息公开申请23件，上年结转1件，共24件，答复22件，转入下年2件。收到的23件中，个人9件，单位14件。答复结果为：同意公开12件，部分公开3件，不予公开2件，无法提供5件。',
    '本学年收到信息公开申请23件，上学年结转1件，答复22件，转入下学年2件。',
  ])('right: %s', async sentence => {
    expect(await found(sentence)).toEqual([]);
  });

  it.each([
    ['不足：1.抽查48次；2.4件延期；3.9638条信息中，动态类4210条，占43.68%。', '43.68%|34.68%', 'share'],
    ['镇长任组长，副镇长2人任副组长，9名站所负责人任成员，小组共12人。', '共12人|共14人', 'parts-total'],
    ['林业局及所辖9个林场、4个派出机构共14个单位参加了考核。', '共14个|共19个', 'parts-total'],
    [
      '收到答卷2418份，其中很满意1602份，满意658份，一般121份，不满意37份，满意以上占93.47%。',
      '93.47%|95.47%',
      'share',
    ],
    [
      '热线转办3642件，其中大气1528件、噪声1347件、水396件、其他371件；大气和噪声投诉占比近八成，为78.94%。',
      '78.94%|79.84%',
      'share',
    ],
    [
      '收到信息公开申请23件，上年结转1件，共24件，答复22件，转入下年2件。收到的23件中，个人9件，单位14件。答复结果为：同意公开12件，部分公开3件，不予公开2件，无法提供5件。',
      '同意公开12件|同意公开15件',
      'parts-total',
    ],
    [
      '公布2022年度甲级企业3187户，比上年多402户，增长14.43%；丁级企业1054户，减少96户，下降8.35%。',
      '8.35%|3.85%',
      'year-on-year',
    ],
    ['政务新媒体数量从38个压减至31个，关停7个。', '关停7个|关停4个', 'flow'],
  ] as const)('wrong: %s (%s)', async (sentence, change, rule) => {
    const [before = '', after = ''] = change.split('|');
    expect(await found(sentence)).toEqual([]);
    const wrong = await found(sentence.replace(before, after));
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toContain(`prose/${rule}`);
  });
});
