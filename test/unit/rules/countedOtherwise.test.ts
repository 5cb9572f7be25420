import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/fixture.ts';

// Long sentences that are right although a figure near seems to contradict, and the same with a wrong one.

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
    // A name before 中, a total behind a change, a verb behind a semicolon, a numeral within a name.
    '完成抽检4860批次，合格4752批次，不合格108批次。不合格样品中，农药残留46批次、添加剂39批次、微生物17批次、其他6批次。',
    '处罚事项713项，增加21项后为734项；强制事项26项，取消2项后为24项。',
    '规范性文件15件，其中区级3件、局级12件；公开属性审核覆盖公文1073件，退回修改96件次。',
    '补贴信息最多，达167条：地力补贴22条、农机9条、救助72条、高龄津贴48条、残疾人两项补贴16条；仅高龄津贴一项涉及老人1536名。',
    '公开信息3357条（其中机关633条、直属2724条），占总数21630条的15.52%。',
    '公开信息3316条；其中，网站1986条、新媒体1047条、简报283条，三者占比依次为59.89%、31.57%和8.53%。',
    // Years told by commas, and the court behind the reviews.
    '2020年，2021年，2022年收到申请分别为178件，215件，276件，三年累计669件。',
    '2021年、2022年分别公开农情256条和240条，“十四五”以来累计公开501条。',
    '被提起行政诉讼6件，其中直接起诉4件，一审胜诉3件、败诉1件。经复议后起诉2件，1件尚未审结。',
  ])('right: %s', async sentence => {
    expect(await found(sentence)).toEqual([]);
    expect(await found(sentence.replace(/(?<=\p{Script=Han})(?=\d)|(?<=\d)(?=[\p{Script=Han}%])/gu, ' '))).toEqual([]);
    expect(await found(sentence.replaceAll('，', ',').replaceAll('；', ';').replaceAll('：', ':'))).toEqual([]);
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
    [
      '完成抽检4860批次，合格4752批次，不合格108批次。不合格样品中，农药残留46批次、添加剂39批次、微生物17批次、其他6批次。',
      '微生物17批次|微生物27批次',
      'parts-total',
    ],
    ['公开信息3357条（其中机关633条、直属2724条），占总数21630条的15.52%。', '15.52%|12.59%', 'share'],
    ['政务新媒体数量从38个压减至31个，关停7个。', '关停7个|关停4个', 'flow'],
  ] as const)('wrong: %s (%s)', async (sentence, change, rule) => {
    const [before = '', after = ''] = change.split('|');
    expect(await found(sentence)).toEqual([]);
    const wrong = await found(sentence.replace(before, after));
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toContain(`prose/${rule}`);
  });

  it.each([
    ['从渠道看，当面提交34件，邮政寄送57件，网上平台提交77件。', '77件|97件', 'parts-total'],
    ['从内容看，涉及征地的61件，涉及规划的52件，涉及档案的17件，其余38件分散在12个领域。', '52件|72件', 'parts-total'],
  ] as const)('each view of the applications has a paragraph: %s (%s)', async (view, change, rule) => {
    const heading = '（二）依申请公开';
    const received =
      '全年收到政府信息公开申请168件，比上年减少24件，下降12.5%；加上上年结转7件，已办结164件，结转下年度11件。';
    const applicants = '从申请人身份看，自然人132件，占78.57%；法人和其他组织36件，占21.43%。';
    const [before = '', after = ''] = change.split('|');
    expect(await found([heading, received, applicants, view].join('\n\n'))).toEqual([]);
    const [wrong = '', ...others] = await found(
      [heading, received, applicants, view.replace(before, after)].join('\n\n'),
    );
    expect([wrong.includes(rule), others]).toEqual([true, []]);
  });
});
