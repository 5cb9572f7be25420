import { describe, expect, it } from 'vitest';
import { halfWidthDigits } from '../../../server/src/text/numerals.ts';
import { reportOf } from './reports.ts';

/** Title, year and public body as read; each must stand in the draft where it is said to. */
function identityOf(text: string): [title: string | undefined, year: number | undefined, body: string | undefined] {
  const { title, reportYear, publicBody, source } = reportOf(text);
  if (title?.span) expect(halfWidthDigits(source.slice(title.span))).toBe(title.value);
  if (publicBody?.span) expect(source.slice(publicBody.span)).toBe(publicBody.value);
  if (reportYear?.span && /^\d{4}$/.test(source.slice(reportYear.span)))
    expect(Number(source.slice(reportYear.span))).toBe(reportYear.value);
  return [title?.value, reportYear?.value, publicBody?.value];
}

const SECTIONS = '\n\n一、总体情况\n\n本局认真贯彻条例。\n';

describe('the title', () => {
  it.each([
    ['海东县林业局2024年政府信息公开工作年度报告', 2024, '海东县林业局'],
    ['2024年海东县林业局政府信息公开工作年度报告', 2024, '海东县林业局'],
    ['海东县林业局政府信息公开2024年度报告', 2024, '海东县林业局'],
    ['海东县林业局2024年度政府信息公开工作年度报告', 2024, '海东县林业局'],
    ['海东县林业局 2024 年政府信息公开工作年度报告', 2024, '海东县林业局'],
    ['海东县林业局２０２４年政府信息公开工作年度报告', 2024, '海东县林业局'],
    ['海东县林业局二〇二四年政府信息公开工作年度报告', 2024, '海东县林业局'],
    ['海东县林业局2024政府信息公开工作年度报告', 2024, '海东县林业局'],
    ['海东县人民政府2018年政务公开年报', 2018, '海东县人民政府'],
    ['海东县林业局2024年政府信息公开工作年度报告（公开版）', 2024, '海东县林业局'],
  ])('%s', (line, year, body) => {
    for (const text of [line, `# ${line}`, `**${line}**`, `\u3000\u3000${line}`, `\ufeff${line}`]) {
      expect(identityOf(text + SECTIONS).slice(1), text).toEqual([year, body]);
    }
  });

  it('may have the body on the line above', () => {
    expect(identityOf(`海东县林业局\n2024年政府信息公开工作年度报告${SECTIONS}`)).toEqual([
      '2024年政府信息公开工作年度报告',
      2024,
      '海东县林业局',
    ]);
    expect(identityOf(`# 海东县人民政府\n# 2024年政府信息公开工作年度报告${SECTIONS}`)).toEqual([
      '2024年政府信息公开工作年度报告',
      2024,
      '海东县人民政府',
    ]);
  });

  it('may be broken within the name', () => {
    const text = `海东县林业局 2024 年政府信息公开\n\n工作年度报告${SECTIONS}`;
    const { title, reportYear, publicBody, source } = reportOf(text);
    expect(title?.value).toBe('海东县林业局 2024 年政府信息公开工作年度报告');
    expect(source.slice(title!.span!)).toBe('海东县林业局 2024 年政府信息公开\n\n工作年度报告');
    expect([reportYear?.value, publicBody?.value]).toEqual([2024, '海东县林业局']);
  });

  it('may come behind the data of a web page', () => {
    expect(
      identityOf(
        `索引号：000014349/2025-00012\n标 题：海东县林业局2024年政府信息公开工作年度报告\n发布日期：2025年1月20日${SECTIONS}`,
      ),
    ).toEqual(['海东县林业局2024年政府信息公开工作年度报告', 2024, '海东县林业局']);
  });

  it('may lack its year: then the period tells', () => {
    expect(
      identityOf(
        `海东县林业局政府信息公开工作年度报告\n\n本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。${SECTIONS}`,
      ),
    ).toEqual(['海东县林业局政府信息公开工作年度报告', 2023, '海东县林业局']);
    expect(identityOf(`海东县林业局政府信息公开工作年度报告${SECTIONS}`)).toEqual([
      '海东县林业局政府信息公开工作年度报告',
      undefined,
      '海东县林业局',
    ]);
  });

  it('has its place in a page', () => {
    const page =
      '<html><body><p>首页</p><h1>海东县林业局<b>2024&nbsp;年</b>政府信息公开工作年度报告</h1><p>一、总体情况</p></body></html>';
    const { title, reportYear, publicBody, source } = reportOf(page);
    expect([reportYear?.value, publicBody?.value]).toEqual([2024, '海东县林业局']);
    expect([source.slice(reportYear!.span!), source.slice(publicBody!.span!)]).toEqual(['2024', '海东县林业局']);
    expect(source.slice(title!.span!)).toBe('海东县林业局<b>2024&nbsp;年</b>政府信息公开工作年度报告');
  });
});

describe('the title of a page with links to other reports above it', () => {
  const links = (from: number, to: number) =>
    Array.from(
      { length: to - from },
      (_, i) => `<li><a>石泉镇${String(from + i)}年政府信息公开工作年度报告</a></li>`,
    ).join('\n');
  const OWN = '海东县林业局2024年政府信息公开工作年度报告';

  it.each([
    ['of several years', `<ul>${links(2019, 2024)}</ul><p>${OWN}</p>`],
    ['one of them, and a main heading', `<ul>${links(2023, 2024)}</ul><h1>${OWN}</h1>`],
    ['more of them than lines are looked at, and a main heading', `<ul>${links(2000, 2024)}</ul><h1>${OWN}</h1>`],
  ])('%s', (_, page) => {
    expect(identityOf(`${page}<p>一、总体情况</p><p>本局认真贯彻条例。</p>`)).toEqual([OWN, 2024, '海东县林业局']);
  });

  it('of one other year, where the period is that of the lower one', () => {
    const period = '<p>所列数据的统计期限自2024年1月1日起至2024年12月31日止。</p>';
    expect(identityOf(`<div>${links(2022, 2023)}</div><div>${OWN}</div>${period}${SECTIONS}`)).toEqual([
      OWN,
      2024,
      '海东县林业局',
    ]);
    expect(identityOf(`<div>${OWN}</div><div>${links(2022, 2023)}</div>${period}${SECTIONS}`)[1]).toBe(2024);
  });

  it('but a link below the title is none', () => {
    expect(identityOf(`<p>${OWN}</p><p>石泉镇2023年政府信息公开工作年度报告</p>${SECTIONS}`)[1]).toBe(2024);
  });
});

describe('what is no title', () => {
  it.each([
    '首页 > 政府信息公开 > 政府信息公开年报',
    '首页>>政府信息公开年报',
    '政务公开|政府信息公开年报',
    '根据《条例》编制本政府信息公开工作年度报告',
    '现将2024年政府信息公开工作年度报告',
    '按照要求公布2024年政府信息公开年报',
    '本局编制了政府信息公开工作年度报告，现予公布。',
    '今天下午三点开会。',
  ])('%s', line => {
    expect(identityOf(line + SECTIONS)[0]).toBeUndefined();
  });

  it('a heading or what stands behind the first one', () => {
    expect(identityOf(`一、总体情况\n\n海东县林业局2024年政府信息公开工作年度报告\n`)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the year', () => {
  it('is that of a comment before all else', () => {
    const { reportYear, edition } = reportOf(
      `海东县林业局2024年政府信息公开工作年度报告\n\n<!-- 年报检查 年度 2020 -->${SECTIONS}`,
    );
    expect([reportYear?.value, edition?.id]).toEqual([2020, '2019']);
  });

  it('is never that of a publication date', () => {
    expect(identityOf(`海东县林业局政府信息公开工作年度报告\n\n发布日期：2025年1月20日${SECTIONS}`)[1]).toBeUndefined();
  });

  it('is unknown where the period spans two', () => {
    expect(
      identityOf(`海东县林业局政府信息公开工作年度报告\n\n统计期限自2023年1月1日起至2024年12月31日止。${SECTIONS}`)[1],
    ).toBeUndefined();
  });

  it('may be named in the introduction of an extract', () => {
    expect(identityOf(`现公布2022年度政府信息公开工作年度报告，内容如下。${SECTIONS}`)).toEqual([
      undefined,
      2022,
      undefined,
    ]);
  });
});

describe('the edition', () => {
  it.each([
    [2008, '2007'],
    [2018, '2007'],
    [2019, '2019'],
    [2020, '2019'],
    [2021, '2021'],
    [2025, '2021'],
  ])('of %d is %s', (year, edition) => {
    expect(reportOf(`海东县林业局${String(year)}年政府信息公开工作年度报告${SECTIONS}`).edition?.id).toBe(edition);
  });

  it('is that of a comment, else of a setting, else by the year', () => {
    const title = '海东县林业局2024年政府信息公开工作年度报告';
    expect(reportOf(title + SECTIONS, '2007').edition?.id).toBe('2007');
    expect(reportOf(`${title}\n<!-- 年报检查 格式 2019 -->${SECTIONS}`, '2007').edition?.id).toBe('2019');
    expect(reportOf(`${title}\n<!-- 年报检查 格式 1999 -->${SECTIONS}`).edition?.id).toBe('2021');
  });

  it('is unknown where nothing tells', () => {
    expect(reportOf(SECTIONS).edition).toBeNull();
    expect(reportOf('').edition).toBeNull();
    expect(reportOf(`海东县林业局2004年政府信息公开工作年度报告${SECTIONS}`).edition).toBeNull();
  });
});
