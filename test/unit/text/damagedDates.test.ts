import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damagedDates } from '../../../server/src/text/damagedDates.ts';

const read = (text: string) => damagedDates(text).map(({ start, end, likely }) => [text.slice(start, end), likely]);

describe('a damaged date', () => {
  it.each([
    ['统计期限为20241月1日至12月31日。', [['20241月1日', '2024年1月1日']]],
    ['截至202412月31日，发布信息9条。', [['202412月31日', '2024年12月31日']]],
    [
      '自20221月1日起至202212月31日止',
      [
        ['20221月1日', '2022年1月1日'],
        ['202212月31日', '2022年12月31日'],
      ],
    ],
    [
      '2018年11日至2018年1231日',
      [
        ['2018年11日', '2018年1月1日'],
        ['2018年1231日', '2018年12月31日'],
      ],
    ],
    ['1月1日起至202020年12月31日止', [['202020年12月31日', '2020年12月31日']]],
    [
      '2023 11日到1231日',
      [
        ['2023 11日', '2023年1月1日'],
        ['1231日', '12月31日'],
      ],
    ],
    [
      '202111日起至20211231日',
      [
        ['202111日', '2021年1月1日'],
        ['20211231日', '2021年12月31日'],
      ],
    ],
    ['自2016月1日起至2016年12月31日', [['2016月1日', undefined]]],
    ['自 2024 1 月 1 日起', [['2024 1 月 1 日', '2024年1月1日']]],
    ['自２０２４1月１日起', [['２０２４1月１日', '2024年1月1日']]],
    ['自202年1月1日起', [['202年1月1日', undefined]]],
    ['自2024年1月1至2024年12月31日', [['2024年1月1', '2024年1月1日']]],
    ['自2024年1月1日起至2024年12月31止', [['2024年12月31', '2024年12月31日']]],
    ['从20241月至12月', [['20241月', '2024年1月']]],
    ['2024年12月311日', [['2024年12月311日', undefined]]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    '编号为2023001至2023031，均依法办理。累计浏览202311次，咨询电话0000-2023112转31。',
    '自2024年1月1日起至2024年12月31日止',
    '自 2024 年 1 月 1 日起至 12 月 31 日止',
    '自2024年01月01日至2024年12月31日',
    '2024.1.1—2024.12.31，2024-01-01',
    '2024年5月1日至3日、6月1-5日',
    '网站2024年365日开放，2023年日均访问2024人次，全年120日内办结，由150日缩短到120日。',
    '2024年30日内答复，2023年12日常维护',
    '二〇二四年一月一日至十二月三十一日',
    '12345热线受理20241件，电话20241231、邮编225300',
    '共公开2024年1月至12月信息',
  ])('none in %s', text => {
    expect(read(text)).toEqual([]);
  });

  it('is none in any date as it is written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2049 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        fc.constantFrom('', ' ', '  '),
        fc.boolean(),
        (year, month, day, gap, pads) => {
          const two = (value: number) => (pads ? String(value).padStart(2, '0') : String(value));
          const text = [String(year), '年', two(month), '月', two(day), '日'].join(gap);
          expect(damagedDates(`自${text}起至${text}止。`)).toEqual([]);
        },
      ),
    );
  });

  it('reads in time that grows with the text at most', () => {
    for (const sign of ['1', '2024', '2024年', '20241月', '2024年1月1日至', '至1231日', ' ', '年 ', '2024 ']) {
      const began = process.cpuUsage();
      damagedDates(`${sign.repeat(100_000 / sign.length)}日`);
      expect(process.cpuUsage(began).user / 1000, sign).toBeLessThan(1500);
    }
  });
});
