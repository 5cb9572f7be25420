import { describe, expect, it, test } from 'vitest';
import { beginsAsReport, FIRST_LINE, readAnyTitle } from '../../../server/src/format/anyTitle.ts';
import { BUILT_IN_KINDS } from '../../../server/src/format/builtInKinds.ts';
import { readKindAnnouncement, readKindTitle } from '../../../server/src/format/kindTitle.ts';
import { findPattern, readTitlePattern, sampleOf } from '../../../server/src/format/titlePattern.ts';

const RULE_OF_LAW = BUILT_IN_KINDS.find(({ id }) => id === 'rule-of-law-report')!;

function partsOf(line: string) {
  const found = readKindTitle(line, RULE_OF_LAW);
  return found.is === 'title' ? [found.title.year?.value, found.title.body?.text] : found.is;
}

describe('titles of reports on law-based government', () => {
  test.each([
    ['2020年青屿县法治政府建设情况报告', 2020, '青屿县'],
    ['临溪镇2023年法治政府建设年度报告', 2023, '临溪镇'],
    ['临溪市人民政府关于2016年度法治政府建设情况的报告', 2016, '临溪市人民政府'],
    ['中共青屿县委 青屿县人民政府关于2024年法治政府建设情况的报告', 2024, '中共青屿县委青屿县人民政府'],
    ['标题: 青屿县水务局关于2022年法治工作情况暨2023年工作要点的报告', 2022, '青屿县水务局'],
    ['青屿县2023年度法治政府建设情况报告及2024年工作方案', 2023, '青屿县'],
    ['# 青屿县2023年法治政府建设工作总结', 2023, '青屿县'],
    ['2023年度法治政府建设工作总结暨2024年工作计划', 2023, undefined],
    ['关于青屿县2023年度法治政府建设工作情况的汇报', 2023, '青屿县'],
    ['青屿县法治政府建设年度报告（2023年度）', 2023, '青屿县'],
    ['青屿县法治政府建设2023年度报告', 2023, '青屿县'],
    ['青屿县司法局2023年推进依法行政、建设法治政府工作情况的报告', 2023, '青屿县司法局'],
    ['二〇二三年度青屿县法治政府建设年度报告', 2023, '青屿县'],
    ['青屿县2023年法治政府建设年度报告（公开版）', 2023, '青屿县'],
    ['法治政府建设年度报告', undefined, undefined],
  ])('%s', (line, year, body) => {
    expect(partsOf(line)).toEqual([year, body]);
    expect(readAnyTitle(line)?.year?.value).toBe(year);
    expect(beginsAsReport(`\n${line}\n\n一、主要成效\n`)).toBe(true);
    expect(new RegExp(FIRST_LINE).test(line)).toBe(true);
  });

  test.each([
    '【文字解读】《青屿县2023年法治政府建设情况的报告》文件解读',
    '《青屿县2023年法治政府建设年度报告》解读',
    '一图读懂青屿县2023年法治政府建设年度报告',
    '关于报送2023年度法治政府建设年度报告的通知',
    '关于做好2023年度法治政府建设年度报告公开工作的通知',
    '青屿县人民政府关于印发2023年法治政府建设年度报告的通知',
    '青屿县2024年上半年法治政府建设工作总结',
    '青屿县2024年第一季度法治政府建设工作情况报告',
    '青屿县近五年法治政府建设工作情况报告',
    '青屿县2021—2025年法治政府建设情况报告',
    '“十四五”期间青屿县法治政府建设情况报告',
    '青屿县法治政府建设年度报告制定和公开工作办法',
    '青屿县2024年法治政府建设工作要点',
    '青屿县2023年法治政府建设督察情况报告',
    '青屿县法治政府建设示范创建工作报告',
    '青屿县县长2023年度述职述法报告',
    '法治政府建设实施纲要（2021—2025年）',
    '青屿县公布2023年法治政府建设年度报告',
  ])('%s is none', line => {
    expect(['other', 'nothing']).toContain(partsOf(line));
    expect(readAnyTitle(line)).toBeUndefined();
    expect(beginsAsReport(`${line}\n\n一、背景依据\n`)).toBe(false);
    expect(new RegExp(FIRST_LINE).test(line)).toBe(false);
  });

  it('are none of the first kind, nor the other way round', () => {
    expect(partsOf('青屿县2023年政府信息公开工作年度报告')).toBe('nothing');
    expect(partsOf('青屿县2023年法治政府建设和政府信息公开工作报告')).toBe('nothing');
  });

  it('may stand in the sentence that presents the report', () => {
    const read = (text: string) => {
      const found = readKindAnnouncement(text, RULE_OF_LAW);
      return found && [found.year?.value, found.body?.text];
    };
    expect(read('根据有关规定，现将青屿县人民政府2022年法治政府建设工作情况报告如下。')).toEqual([
      2022,
      '青屿县人民政府',
    ]);
    expect(read('现将法治政府建设工作情况汇报如下：')).toEqual([undefined, undefined]);
    expect(read('现将上半年法治政府建设工作情况报告如下：')).toBeUndefined();
    expect(read('现将2022年政府信息公开和法治政府建设情况报告如下：')).toBeUndefined();
    expect(read('推进法治政府建设。')).toBeUndefined();
  });
});

describe('patterns of titles', () => {
  const find = (pattern: string, text: string) => {
    const found = findPattern(readTitlePattern(pattern)!, text);
    return found && text.slice(found.from, found.to);
  };

  test.each([
    ['节能*报告', '青屿县2024年公共机构节能工作情况报告', '节能工作情况报告'],
    ['节能[工作][#]{年报|报告}', '青屿县节能工作2024年度报告', '节能工作2024年度报告'],
    ['节能[工作][#]{年报|报告}', '青屿县节能年报', '节能年报'],
    ['#节能', '（2024年度）节能', '（2024年度）节能'],
    ['工作{计划|打算}$', '三、下一步工作打算。', '工作打算。'.slice(0, 4)],
    ['工作{计划|打算}$', '一、工作计划完成情况', undefined],
    ['节能*报告', '节能，另一份报告', undefined],
  ])('%s in %s', (pattern, text, found) => {
    expect(find(pattern, text)).toBe(found);
  });

  test.each(['', '*', '#', '[甲]', '甲]', '[甲', '{}', '{甲|}', '{|甲}', '[[甲]]乙', '{甲|*}', '[甲]{#}', '甲|乙'])(
    '%s is none',
    pattern => {
      expect(readTitlePattern(pattern)).toBeUndefined();
    },
  );

  it('take time that grows with the text', () => {
    const pattern = readTitlePattern(`${'*甲'.repeat(90)}丁`)!;
    const begin = performance.now();
    expect(findPattern(pattern, '甲'.repeat(200))).toBeUndefined();
    expect(performance.now() - begin).toBeLessThan(3000);
  });

  it('have a sample with their shortest words', () => {
    expect(sampleOf(readTitlePattern('节能[工作]*#{年报|报告}')!)).toBe('节能2024年年报');
  });
});
