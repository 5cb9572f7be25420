import { describe, expect, it } from 'vitest';
import { readNumbers } from '../../../../server/src/model/statements/writtenNumbers.ts';

const read = (text: string) =>
  readNumbers(text).numbers.map(
    ({ value, unit, precision }) => `${String(value)}${unit}${precision === 'exact' ? '' : ` ${precision}`}`,
  );

describe('numbers of running text', () => {
  it.each([
    ['公开信息1,234条', ['1234条']],
    ['信息6 482条，阅读1\u2009264\u2009300次，同比3\u00a0120 %', ['6482条', '1264300次', '3120%']],
    ['共 6 482 条，用款12 308.5元', ['6482条', '12308.5元']],
    ['14 276 862 3156件、公开 12 120', ['3156件', '120']],
    ['1 120条，2 98条，3 1204条', ['120条', '98条', '1204条']],
    ['公开信息 12 条、3.5万条', ['12条', '35000条 rounded']],
    ['访问量14.3万人次', ['143000人次 rounded']],
    ['近40场、50余份、约3次、200条以上', ['40场 rough', '50份 rough', '3次 rough', '200条 rough']],
    ['受理诉求超15213件', ['15213件']],
    ['占25.70%，提高1.2个百分点，是上年的2倍', ['25.7%', '1.2个百分点', '2倍']],
    ['不予公开信息数1402。', ['1402']],
    ['召开会议三次、两场', ['3次', '2场']],
    ['3至5件', ['5件 rough']],
    ['栏目12则、报道7帧', ['12则', '7帧']],
  ])('%s', (text, numbers) => {
    expect(read(text)).toEqual(numbers);
  });

  it.each([
    '第三十二条、第2批',
    '国办公开办函〔2021〕30号',
    '2024年3月12日至12月31日',
    '联系电话：0511-85622311',
    '办公时间8:30—17:30',
    '“1+2+3”工作机制、“3550”改革',
    'V1.2.3版',
    '20个工作日内、15分钟服务圈、24小时',
    '12345热线',
    '两件套、一条龙服务',
    '同一条、每两件',
  ])('none in %s', text => {
    expect(read(text)).toEqual([]);
  });

  it('years are told apart', () => {
    expect(readNumbers('2024年公开12条，比2023年多').years.map(({ year }) => year)).toEqual([2024, 2023]);
  });
});
