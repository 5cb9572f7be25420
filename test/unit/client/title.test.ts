import { describe, expect, it } from 'vitest';
import { carriesReportTitle } from '../../../client/src/title.ts';

const carries = (text: string) => {
  const lines = text.split('\n');
  return carriesReportTitle(line => lines[line]);
};

describe('carriesReportTitle', () => {
  it.each([
    '海门市2018年政府信息公开工作年度报告',
    '# 财政局2016年政府信息公开年度报告',
    '　　**2024年度政府信息公开工作年度报告**',
    '海门市２０１８年度政府信息公开年报（公开版）',
    '教育局政府信息公开工作2013年年度报告',
    '某县2024年政务公开工作年度报告',
    '淮安市人民政府\n      2024 年政府信息公开工作年度报告',
    '- 索 引 号:012340096/2020-01892\n- 成文时间:2020年03月05日\n\n关于2019年政府信息公开工作年度报告',
    '标题: 某县2012年度政府信息公开工作年度报告\n发布时间: 2013-01-01',
    '某县2020年政府信息公开工作年度报告 根据《中华人民共和国政府信息公开条例》编制。',
    '根据有关要求,现公布西区办事处2017年政府信息公开工作年度报告。',
  ])('finds %j', text => {
    expect(carries(text)).toBe(true);
  });

  it.each([
    '',
    '会议记录\n讨论了政府信息公开工作年度报告的分工。',
    '国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知',
    '请各单位于1月31日前报送《2024年政府信息公开工作年度报告》。',
    '一、总体情况',
    '某公司2023年年度报告',
    `${'说明\n'.repeat(10)}海门市2018年政府信息公开工作年度报告`,
  ])('does not find %j', text => {
    expect(carries(text)).toBe(false);
  });
});
