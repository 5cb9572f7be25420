import { describe, expect, it } from 'vitest';
import { phraseSlips } from '../../../../server/src/model/wording/phraseSlips.ts';
import { FIXED_PHRASES, IDIOMS, KNOWN_SLIPS } from '../../../../server/src/format/data/fixedPhrases.ts';
import { EDITIONS } from '../../../../server/src/format/index.ts';

const found = (text: string) => phraseSlips(text).map(({ start, end, right }) => [text.slice(start, end), right]);

describe('slips in fixed phrases', () => {
  it.each([
    ['答复质量残差不齐。', '残差不齐', '参差不齐'],
    ['不子公开5件', '不子公开', '不予公开'],
    ['进—步完善', '进—步', '进一步'],
    ['更新政府息公开目录。', '政府息公开目录', '政府信息公开目录'],
    ['坚持因制地宜推进。', '因制地宜', '因地制宜'],
    ['收到和理政府信息公开申请情况', '收到和理政府信息公开申请情况', '收到和处理政府信息公开申请情况'],
    ['主动公公开政府信息', '主动公公开政府信息', '主动公开政府信息'],
    ['通过公报公开信11条', '公开信', '公开信息'],
  ])('finds %s', (text, wrong, right) => {
    expect(found(text)).toEqual([[wrong, right]]);
  });

  it.each([
    '现行有效的规范性文件',
    '执纪情况',
    '财政预决算公开',
    '自己公开隐私',
    '年末收到来信',
    '公示兰州路改造',
    '行政服务中心',
    '《政府信息公开条列》',
    '回复公开信3封',
  ])('is silent in %s', text => {
    expect(found(text)).toEqual([]);
  });

  it('finds nothing in what is right', () => {
    const titles = EDITIONS.flatMap(({ sections }) => sections.map(({ title }) => title));
    for (const phrase of [...FIXED_PHRASES, ...IDIOMS, ...titles, ...KNOWN_SLIPS.map(([, right]) => right)])
      expect(found(phrase), phrase).toEqual([]);
  });

  it('knows slips that differ from what they stand for, each once', () => {
    const wrong = KNOWN_SLIPS.map(([slip]) => slip);
    expect(KNOWN_SLIPS.filter(([slip, right]) => slip === right)).toEqual([]);
    expect(wrong.filter((slip, i) => wrong.indexOf(slip) !== i)).toEqual([]);
  });

  it('takes no longer than the text grows', () => {
    const timed = (count: number) => {
      const text = '不子公开，残差不齐，政府信息公指南'.repeat(count);
      const before = process.cpuUsage();
      phraseSlips(text);
      return process.cpuUsage(before).user;
    };
    timed(500);
    const small = timed(500);
    expect(timed(4000)).toBeLessThan(Math.max(small, 20_000) * 40);
  });
});
