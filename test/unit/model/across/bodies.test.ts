import { describe, expect, it } from 'vitest';
import { findBodies } from '../../../../server/src/model/across/bodies.ts';
import { NO_BODY_SETTINGS, type BodySettings } from '../../../../server/src/model/across/bodySettings.ts';
import { bodyKey, groupOf } from '../../../../server/src/model/summary/bodyNames.ts';
import { settingsFrom, summaryOfText } from '../../../support/across.ts';

/** Reports by path: body and year of their titles, with more text behind. */
function bodiesOf(reports: Readonly<Record<string, string>>, settings: BodySettings = NO_BODY_SETTINGS) {
  const summaries = Object.entries(reports).map(([path, words]) => {
    const [name = '', year = '', more = ''] = words.split(' ');
    return summaryOfText(
      path,
      `# ${name}${year}年政府信息公开工作年度报告\n\n## 一、总体情况\n\n依法公开。\n\n${more}\n`,
    );
  });
  const { bodies, unidentified } = findBodies(summaries, () => settings);
  return {
    bodies: bodies.map(({ id, reports: all, duplicates, parent, why }) => ({
      id,
      years: all.map(({ year }) => year),
      ...(duplicates.length > 0 ? { duplicates: duplicates.map(({ path }) => path) } : {}),
      parent,
      why,
    })),
    unidentified: unidentified.map(({ path }) => path),
  };
}

describe('names', () => {
  it.each([
    ['海东县人民政府', '海东县'],
    ['海东县政府', '海东县'],
    ['海东县人民政府办公室', '海东县政府办公室'],
    ['海东县人民政府办公室（汇总）', '海东县政府办公室'],
    ['海东县交通与建设局', '海东县交通和建设局'],
    ['海东县人力资源和社会保障局', '海东县人力资源和社会保障局'],
    ['城关街道办事处', '城关街道'],
    ['海东经济开发区管理委员会', '海东经济开发区'],
    ['海东县财政局（国有资产监督管理局）', '海东县财政局(国有资产监督管理局)'],
  ])('%s is compared as %s', (name, key) => {
    expect(bodyKey(name)).toBe(key);
  });

  it.each([
    ['湖北省天门市教育局', '湖北省'],
    ['天门市教育局', '天门市'],
    ['海东县石桥镇', '海东县'],
    ['平潭综合实验区经济发展局', '平潭综合实验区'],
    ['教育局', '教育局'],
  ])('%s begins with %s', (key, group) => {
    expect(groupOf(key)).toBe(group);
  });
});

describe('reports of one body', () => {
  it('are those with the same name, however it is spelt', () => {
    expect(
      bodiesOf({ 'a.md': '海东县交通与建设局 2023', 'b.md': '海东县交通和建设局 2024', 'c.md': '海东县交通局 2024' })
        .bodies,
    ).toMatchObject([{ id: '海东县交通和建设局', years: [2023, 2024] }, { id: '海东县交通局' }]);
  });

  it('may differ by outer places, unless a third one makes that doubtful', () => {
    expect(bodiesOf({ 'a.md': '湖北省天门市教育局 2023', 'b.md': '天门市教育局 2024' }).bodies).toMatchObject([
      { years: [2023, 2024], why: 'alias' },
    ]);
    expect(
      bodiesOf({ 'a.md': '云州市城关区教育局 2023', 'b.md': '石州市城关区教育局 2023', 'c.md': '城关区教育局 2024' })
        .bodies,
    ).toHaveLength(3);
  });

  it('are not those with names that are alike', () => {
    expect(
      bodiesOf({ 'a.md': '海东县教育局 2023', 'b.md': '海西县教育局 2024', 'c.md': '海东县体育局 2024' }).bodies,
    ).toHaveLength(3);
  });

  it('take a place from the signature, or from the folder’s government', () => {
    expect(bodiesOf({ 'a.md': '教育局 2023 海东县教育局', 'b.md': '海东县教育局 2024' }).bodies).toMatchObject([
      { id: '海东县教育局', years: [2023, 2024] },
    ]);
    expect(
      bodiesOf({
        '海东/县.md': '海东县人民政府 2024',
        '海东/局.md': '教育局 2023',
        '海东/新/局.md': '海东县教育局 2024',
      }).bodies,
    ).toMatchObject([{ id: '海东县' }, { id: '海东县教育局', years: [2023, 2024], parent: '海东县' }]);
  });

  it('are joined by the settings, under an id of their own', () => {
    const { across } = settingsFrom({
      bodies: [
        { id: 'wl', names: ['海东县文化和旅游局', '海东县文化广电新闻出版局'], parent: 'x' },
        { id: 'x', names: ['海东县人民政府'] },
      ],
    });
    expect(
      bodiesOf(
        { 'a.md': '海东县文化广电新闻出版局 2018', 'b.md': '海东县文化和旅游局 2019', 'c.md': '海东县人民政府 2019' },
        across,
      ).bodies,
    ).toMatchObject([{ id: 'wl', years: [2018, 2019], parent: 'x', why: 'config' }, { id: 'x' }]);
  });

  it('are suggested by a folder of years, of one place and without overlap', () => {
    const named = (second: string) =>
      bodiesOf({ '文旅/2018.md': '海东县文化广电新闻出版局 2018', [second]: '海东县文化和旅游局 2019' }).bodies;
    expect(named('文旅/2019.md')).toMatchObject([{ years: [2018, 2019], why: 'folder' }]);
    expect(named('文旅/文旅局.md')).toHaveLength(2);
    expect(named('其他/2019.md')).toHaveLength(2);
  });

  it('are two of one year: identical ones count once', () => {
    expect(bodiesOf({ 'a.md': '海东县教育局 2023', 'b.md': '海东县教育局 2023' }).bodies).toMatchObject([
      { years: [2023], duplicates: ['b.md'] },
    ]);
  });

  it('are left out where body or year is not known', () => {
    expect(bodiesOf({ 'a.md': '某 2023', 'b.md': '海东县教育局 某' }).unidentified).toContain('b.md');
  });
});

describe('the body above', () => {
  it('is the government of the longest place', () => {
    const { bodies } = bodiesOf({
      'a.md': '云州市人民政府 2024',
      'b.md': '云州市海东县人民政府 2024',
      'c.md': '云州市海东县石桥镇人民政府 2024',
      'd.md': '云州市海东县人民政府办公室 2024',
      'e.md': '云州市财政局 2024',
    });
    expect(Object.fromEntries(bodies.map(({ id, parent }) => [id, parent]))).toEqual({
      云州市: null,
      云州市海东县: '云州市',
      云州市海东县石桥镇: '云州市海东县',
      云州市海东县政府办公室: '云州市海东县',
      云州市财政局: '云州市',
    });
  });

  it('is else the only government in the folder above', () => {
    expect(bodiesOf({ '县/县.md': '海东县人民政府 2024', '县/局/a.md': '河西区卫生局 2024' }).bodies).toMatchObject([
      { id: '河西区卫生局', parent: '海东县' },
      { id: '海东县' },
    ]);
    // No county is below another one; the longer name of the same is no other.
    expect(bodiesOf({ '县.md': '海东县人民政府 2024', '林业/a.md': '青禾县林业局 2024' }).bodies).toMatchObject([
      { id: '海东县' },
      { id: '青禾县林业局', parent: null },
    ]);
    expect(bodiesOf({ '县.md': '云州市海东县人民政府 2024', '林业/a.md': '海东县林业局 2024' }).bodies).toMatchObject([
      { id: '云州市海东县' },
      { id: '海东县林业局', parent: '云州市海东县' },
    ]);
  });

  it('is never an office', () => {
    expect(bodiesOf({ 'a.md': '海东县人民政府办公室 2024', 'b.md': '海东县教育局 2024' }).bodies).toMatchObject([
      { parent: null },
      { parent: null },
    ]);
  });
});
