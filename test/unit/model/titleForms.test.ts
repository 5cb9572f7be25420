import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionForYear } from '../../../server/src/format/index.ts';
import { bind } from '../../../server/src/model/bind.ts';
import { VOCABULARY } from '../../../server/src/model/vocabulary.ts';
import { parse } from '../../../server/src/syntax/readBlocks.ts';
import { Source } from '../../../server/src/text/source.ts';
import { reportOf } from './reports.ts';

// Titles composed of invented parts: place × body × form of the year × form of the name × breaks × what stands beside.

const COUNTIES = [
  '青屿县',
  '霁川市',
  '临澜区',
  '云州市临澜区',
  '苍岭自治县',
  '北庭旗',
  '沧浪新区',
  '云州经济技术开发区',
];
const OFFICES = [
  '人民政府',
  '教育局',
  '财政局',
  '人力资源和社会保障局',
  '发展和改革委员会',
  '人民政府办公室',
  '卫生健康委',
  '政务服务和数据管理局',
  '市场监督管理局',
  '应急管理局',
  '交通运输局',
  '公安局',
  '社会保险事业管理中心',
  '管理委员会',
];
const TOWNS = ['禾塘镇', '青屿县禾塘镇', '石门乡', '临澜区明月街道'];
const TOWN_OFFICES = ['', '人民政府', '办事处'];
const bodies = fc.oneof(
  fc.tuple(fc.constantFrom(...COUNTIES), fc.constantFrom(...OFFICES)),
  fc
    .tuple(fc.constantFrom(...TOWNS), fc.constantFrom(...TOWN_OFFICES))
    .filter(([town, office]) => office === '' || (office === '办事处') === town.endsWith('街道')),
);
const years = fc.integer({ min: 2008, max: 2026 });

const NUMERALS = '零一二三四五六七八九';
const inNumerals = (year: number, zero: string) =>
  Array.from(String(year), digit => (digit === '0' ? zero : NUMERALS.charAt(Number(digit)))).join('');
const wide = (year: number) => String(year).replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const YEAR_FORMS: readonly ((year: number) => string)[] = [
  year => `${String(year)}年`,
  year => `${String(year)}年度`,
  year => ` ${String(year)} 年`,
  year => ` ${String(year)} 年度 `,
  year => `${wide(year)}年`,
  year => `${inNumerals(year, '〇')}年`,
  year => `${inNumerals(year, '○')}年度`,
  year => `${inNumerals(year, '零')}年`,
  year => `（${String(year)}年）`,
  year => `(${String(year)}年度)`,
  year => `〔${String(year)}年〕`,
];
const NAMES = [
  '政府信息公开工作年度报告',
  '政府信息公开年度报告',
  '政府信息公开工作报告',
  '政府信息公开年报',
  '政府信息公开年度工作报告',
  '政府信息公开工作情况报告',
  '政府信息公开工作情况的报告',
  '政府信息公开工作的年度报告',
  '信息公开年度报告',
  '政务公开工作年度报告',
];
const NAMES_WITH_YEAR: readonly ((year: number) => string)[] = [
  year => `政府信息公开${String(year)}年度报告`,
  year => `政府信息公开工作${String(year)}年年度报告`,
  year => `政府信息公开工作${inNumerals(year, '〇')}年度报告`,
];

/** A title: its pieces in order, between which lines are broken. */
interface Composed {
  readonly pieces: readonly string[];
  readonly year: number;
  readonly body: string;
}

const titles: fc.Arbitrary<Composed> = fc
  .record({
    body: bodies,
    year: years,
    form: fc.constantFrom(...YEAR_FORMS),
    name: fc.constantFrom(...NAMES),
    named: fc.constantFrom(...NAMES_WITH_YEAR),
    order: fc.constantFrom('body-year', 'year-body', 'in-name', 'behind', 'about', 'about-body'),
  })
  .map(({ body: [place, office], year, form, name, named, order }) => {
    const body = place + office;
    const base = { year, body };
    switch (order) {
      case 'body-year':
        return { ...base, pieces: [place, office, form(year), name] };
      case 'year-body':
        return { ...base, pieces: [form(year), place, office, name] };
      case 'in-name':
        return { ...base, pieces: [place, office, named(year)] };
      case 'behind':
        return { ...base, pieces: [place, office, name, `（${String(year)}年）`] };
      case 'about':
        return { ...base, pieces: [place, office, `关于${form(year)}`, name] };
      case 'about-body':
        return { ...base, pieces: [`关于${place}`, office, form(year), name] };
    }
  });

const INTRODUCTION = (year: number) =>
  `根据《中华人民共和国政府信息公开条例》编制本报告。所列数据的统计期限自${String(year)}年1月1日起至${String(year)}年12月31日止。`;
const REST = '\n\n一、总体情况\n\n认真贯彻条例。\n\n二、主动公开政府信息情况\n\n按时更新目录。\n';

function expectIdentity(text: string, { year, body }: Composed): void {
  const report = reportOf(text);
  expect(
    {
      year: report.reportYear?.value,
      source: report.yearSource,
      body: report.publicBody?.value,
      edition: report.edition?.id,
      sections: report.sections.map(({ id }) => id),
    },
    text,
  ).toEqual({
    year,
    source: 'title',
    body,
    edition: editionForYear(year)?.id,
    sections: ['overview', 'proactive'],
  });
}

const runs = (count: number) => ({ numRuns: count });

describe('a title of any form', () => {
  it('on one line names its year and body, whatever the period says', () => {
    fc.assert(
      fc.property(titles, years, (title, periodYear) => {
        expectIdentity(`${title.pieces.join('')}\n\n${INTRODUCTION(periodYear)}${REST}`, title);
      }),
      runs(600),
    );
  });

  it('with words, tags, dates and numbers of documents beside it', () => {
    const before = fc.constantFrom(
      '附件：',
      '附件1：',
      '附件 ',
      '标题：',
      '标 题: ',
      '现公布',
      '现发布',
      '现予公布',
      '特向社会公布',
      '公布',
      '【公示】',
      '[年报] ',
      '（送审稿）',
      '青政办发〔2025〕3号 ',
      '青政办发[2026]12号',
      '2025-01-20 ',
      '2025年1月20日 ',
      '# ',
      '## ',
      '　　',
      '1. ',
    );
    const behind = fc.constantFrom(
      '',
      '（公开版）',
      '（征求意见稿）',
      '(定稿)',
      '。',
      '（青政办发〔2025〕3号）',
      '【终稿】',
      '：',
      '（草案）：',
    );
    fc.assert(
      fc.property(titles, before, behind, (title, lead, tail) => {
        expectIdentity(`${lead}${title.pieces.join('')}${tail}\n\n${INTRODUCTION(title.year)}${REST}`, title);
      }),
      runs(1200),
    );
  });

  it('in bold and in marks that wrap it', () => {
    const marks = fc.constantFrom(
      ['**', '**'],
      ['# **', '**'],
      ['__', '__'],
      ['《', '》'],
      ['〈', '〉'],
      ['# 《', '》：'],
    );
    fc.assert(
      fc.property(titles, years, marks, (title, periodYear, [open = '', close = '']) => {
        expectIdentity(`${open}${title.pieces.join('')}${close}\n\n${INTRODUCTION(periodYear)}${REST}`, title);
      }),
      runs(300),
    );
  });

  it('with a period behind it that is the whole year', () => {
    const periods = fc.constantFrom<(year: number) => string>(
      year => `${String(year)}年1月—12月`,
      year => `${String(year)}年1月至12月`,
      year => `${String(year)} 年 1 月-12 月`,
      year => `${String(year)}年01月01日－12月31日`,
      year => `${String(year)}年1月1日至${String(year)}年12月31日`,
      year => `${String(year)}年1月1日起至12月31日止`,
      year => `${String(year)}.1.1-${String(year)}.12.31`,
      year => `${String(year)}.01—${String(year)}.12`,
      year => `${inNumerals(year, '〇')}年一月至十二月`,
    );
    fc.assert(
      fc.property(bodies, years, fc.constantFrom(...NAMES), periods, ([place, office], year, name, period) => {
        const title = { pieces: [], year, body: place + office };
        expectIdentity(`${title.body}${name}（${period(year)}）\n\n${INTRODUCTION(year - 1)}${REST}`, title);
      }),
      runs(300),
    );
  });

  it.each([
    '2024年1月—6月',
    '2024年7月1日至2024年12月31日',
    '2023年1月1日至2024年12月31日',
    '2024-01-12',
    '2024年1月12日',
  ])('but not with %s behind it', period => {
    const report = reportOf(`青屿县教育局政府信息公开工作年度报告（${period}）\n\n${INTRODUCTION(2022)}${REST}`);
    expect(report.yearSource).toBe('period');
  });

  it('with a comma behind the year', () => {
    fc.assert(
      fc.property(bodies, years, fc.constantFrom(...NAMES), ([place, office], year, name) => {
        fc.pre(office !== '');
        const title = { pieces: [], year, body: place + office };
        expectIdentity(`${String(year)}年，${title.body}${name}\n\n${INTRODUCTION(year - 1)}${REST}`, title);
      }),
      runs(200),
    );
  });

  it('over two or three lines, broken between its parts', () => {
    const mark = fc.constantFrom('', '# ', '　　', '          ');
    const gap = fc.constantFrom('\n', '\n\n', '\r\n');
    fc.assert(
      fc.property(
        titles,
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 2 }),
        mark,
        gap,
        (title, breaks, lead, lineEnd) => {
          const at = new Set(breaks);
          const lines = title.pieces.reduce<string[]>((made, piece, i) => {
            if (i === 0 || (at.has(i) && piece.trim() !== '')) return [...made, piece];
            return [...made.slice(0, -1), `${made.at(-1) ?? ''}${piece}`];
          }, []);
          const text = lines
            .filter(line => line !== '')
            .map(line => `${lead}${line}`)
            .join(lineEnd);
          expectIdentity(`${text}\n\n${INTRODUCTION(title.year)}${REST}`, title);
        },
      ),
      runs(1200),
    );
  });

  it('broken within its name or its body', () => {
    fc.assert(
      fc.property(titles, fc.nat(), fc.constantFrom('\n', '\n\n', '\n　　'), (title, seed, lineEnd) => {
        const whole = title.pieces.join('');
        const at = 3 + (seed % Math.max(1, whole.length - 6));
        // Not within a year or 关于.
        fc.pre(!/[\d０-９〇○零一二三四五六七八九年度（(〔 关]$/.test(whole.slice(0, at)));
        fc.pre(!/^[\d０-９〇○零年度）)〕 ]/.test(whole.slice(at)));
        // 人民政府信息公开: whose 政府 it is can be told on one line only.
        fc.pre(!whole.includes('人民政府信息公开') || whole.includes('政府政府'));
        // Within the name of a place only before its last sign: 青屿 and 县教育局.
        const place = [...COUNTIES, ...TOWNS]
          .filter(each => whole.includes(each))
          .sort((a, b) => b.length - a.length)[0];
        const inPlace = at - whole.indexOf(place ?? '');
        fc.pre(place === undefined || inPlace <= 0 || inPlace >= place.length - 1);
        expectIdentity(
          `${whole.slice(0, at)}${lineEnd}${whole.slice(at)}\n\n${INTRODUCTION(title.year)}${REST}`,
          title,
        );
      }),
      runs(1500),
    );
  });

  it('with the introduction behind it on its line, as pages and joined lines have it', () => {
    fc.assert(
      fc.property(titles, fc.constantFrom('', ' ', '　　'), (title, gap) => {
        fc.pre(
          /年度|年报/.test(
            title.pieces
              .slice(2)
              .join('')
              .replace(/[\d０-９〇○零一二三四五六七八九]\s?年度/, ''),
          ),
        );
        expectIdentity(`${title.pieces.join('')}${gap}${INTRODUCTION(title.year)}${REST}`, title);
      }),
      runs(300),
    );
  });

  it('in traditional characters', () => {
    expectIdentity(`雲州縣人民政府關於2024年政府信息公開工作情況的報告\n\n${INTRODUCTION(2024)}${REST}`, {
      pieces: [],
      year: 2024,
      body: '雲州縣人民政府',
    });
  });

  it('with characters of names that are traditional elsewhere', () => {
    for (const body of ['青屿县於潜镇人民政府', '霁川市谿口街道办事处']) {
      const line = `${body.slice(0, 4)} ${body.slice(4)}2024年政府信息公开工作年度报告`;
      expectIdentity(`${line}\n\n${INTRODUCTION(2024)}${REST}`, { pieces: [], year: 2024, body });
    }
  });

  it('below the data of a page', () => {
    const above = fc.array(
      fc.constantFrom(
        '索引号：000014349/2025-00012',
        '发布机构：市政府办公室',
        '发布日期：2025年1月20日',
        '成文日期: 2025-01-20',
        '首页 > 政府信息公开 > 政府信息公开年报',
        '青政办发〔2025〕3号',
        '欢迎访问霁川市人民政府门户网站',
        '政府信息公开年报',
        '- 1 -',
      ),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(titles, above, (title, lines) => {
        // A line that is itself called a report is the title; the composed one then is not the first.
        fc.pre(!lines.includes('政府信息公开年报'));
        expectIdentity(`${lines.join('\n')}\n${title.pieces.join('')}\n\n${INTRODUCTION(title.year)}${REST}`, title);
      }),
      runs(400),
    );
  });
});

describe('a year in the title that is not written well', () => {
  const read = (line: string) => {
    const { reportYear, yearSource, publicBody } = reportOf(`${line}\n\n${INTRODUCTION(2023)}${REST}`);
    return [reportYear?.value, yearSource, publicBody?.value];
  };

  it('is read without 年 before a body', () => {
    fc.assert(
      fc.property(bodies, years, fc.constantFrom(...NAMES), ([place, office], year, name) => {
        expect(read(`${String(year)}${place}${office}${name}`)).toEqual([year, 'title', place + office]);
        expect(read(`关于${wide(year)}${place}${office}${name}`)).toEqual([year, 'title', place + office]);
      }),
      runs(200),
    );
  });

  it.each([
    ['2010社区管理办公室2024年政府信息公开工作年度报告', 2024, '2010社区管理办公室'],
    ['1958文化街区办事处政府信息公开工作年度报告（2024年）', 2024, '1958文化街区办事处'],
    ['2010社区管理办公室政府信息公开工作年度报告（2024年）', 2024, '2010社区管理办公室'],
  ])('but not in a name: %s', (line, year, body) => {
    expect(read(line)).toEqual([year, 'title', body]);
  });

  it('is none, and no part of the body, where it cannot be told', () => {
    const forms = fc.constantFrom('24年', '2O24年', '20XX年', '202X年', '20××年度', 'XXXX年', '（24年）', '20__年');
    fc.assert(
      fc.property(bodies, forms, fc.constantFrom(...NAMES), ([place, office], form, name) => {
        expect(read(`${place}${office}${form}${name}`)).toEqual([2023, 'period', place + office]);
        expect(read(`${form}${place}${office}${name}`)).toEqual([2023, 'period', place + office]);
      }),
      runs(200),
    );
  });

  it('leaves a name with a number as it is', () => {
    expect(read('青屿县12年一贯制学校2024年政府信息公开工作年度报告')).toEqual([2024, 'title', '青屿县12年一贯制学校']);
  });
});

describe('without a year in the title', () => {
  const name = '青屿县教育局政府信息公开工作年度报告';
  const read = (text: string, fileName?: string) => {
    const source = new Source(text);
    const { reportYear, yearSource } = bind(source, parse(text, VOCABULARY).blocks, null, { fileName });
    return [reportYear?.value, yearSource, reportYear?.span && source.slice(reportYear.span)];
  };
  const period = INTRODUCTION(2023);

  it('the text that presents the report tells it, then the period, then the name of the file', () => {
    const said = '现将2022年度政府信息公开工作情况报告如下：';
    expect(read(`${name}\n\n${said}\n\n${period}${REST}`, '2021年报.md')).toEqual([2022, 'text', '2022']);
    expect(read(`${name}\n\n${period}${REST}`, '2021年报.md')).toEqual([2023, 'period', '2023']);
    expect(read(`${name}${REST}`, '2021年报.md')).toEqual([2021, 'fileName', undefined]);
    expect(read(`${name}${REST}`)).toEqual([undefined, null, undefined]);
    expect(read(`${name}${REST}`, '青屿县教育局年报（2025年1月20日）.md')).toEqual([undefined, null, undefined]);
  });

  it('the text may present it behind the first heading', () => {
    expect(
      read(`根据条例编制。\n\n一、总体情况\n\n现就2024年度政府信息公开工作报告如下：\n\n2023年，我局公开信息60条。\n`),
    ).toEqual([2024, 'text', '2024']);
    expect(read('一、总体情况\n\n按时公布2023年度政府信息公开工作年度报告，接受监督。\n')).toEqual([
      undefined,
      null,
      undefined,
    ]);
  });

  it('a file that was named for another year does not tell it', () => {
    expect(read('一、总体情况\n\n2023年，我局公开信息60条。\n', '2025.md')).toEqual([undefined, null, undefined]);
    expect(read('一、总体情况\n\n2023年，我局公开信息60条。\n', '年报2023.md')).toEqual([2023, 'fileName', undefined]);
  });

  it.each(['〇', '○', '零', 'O', '0', '０'])('a year in Chinese numerals with %s is read alike everywhere', zero => {
    const year = `二${zero}二四`;
    expect(read(`青屿县教育局${year}年政府信息公开工作年度报告${REST}`)).toEqual([2024, 'title', year]);
    expect(read(`${name}${REST}`, `青屿县教育局${year}年年报.md`)).toEqual([2024, 'fileName', undefined]);
    const stated = `本报告数据的统计期限为${year}年一月一日至十二月三十一日。`;
    expect(read(`${name}\n\n${stated}${REST}`)).toEqual([2024, 'period', year]);
  });

  it('a damaged period still tells its year', () => {
    expect(read('数据统计期限自20131月1日起至201312月31日止。\n\n一、概述\n')).toEqual([2013, 'period', '2013']);
  });
});
