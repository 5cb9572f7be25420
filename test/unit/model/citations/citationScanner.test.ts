import { type Citation, type CitationContext, contextOfYear } from '../../../../server/src/model/citations/citation.ts';
import { describe, expect, test } from 'vitest';
import { citationsIn, readCitations } from '../../../../server/src/model/citations/citationScanner.ts';
import { clauseOf, statuteById, statutes } from '../../../../server/src/statutes/index.ts';
import { numberToChinese } from '../../../../server/src/text/numerals.ts';

const IN_2024 = contextOfYear(2024);
const IN_2018 = contextOfYear(2018);

/** `statute article.paragraph.item` of each citation, 0 for a part that is not named. */
function read(text: string, context: CitationContext = IN_2024): string[] {
  return citationsIn(text, context).map(brief);
}

function brief({ statuteId, article, paragraph = 0, item = 0 }: Citation): string {
  return `${statuteId ?? '?'} ${[article, paragraph, item].join('.')}`;
}

function quoted(text: string, context: CitationContext = IN_2024): string[] {
  return citationsIn(text, context).map(({ span }) => text.slice(span.start, span.end));
}

describe('clauses', () => {
  test.each([
    ['《条例》第二十条', '20.0.0'],
    ['《条例》第二十条第（一）项', '20.0.1'],
    ['《条例》第四条第二款第（三）项', '4.2.3'],
    ['《条例》第４条第２款第（３）项', '4.2.3'],
    ['《条例》第 4 条第 2 款第 3 项', '4.2.3'],
    ['《条例》第4条第二款第(三)项', '4.2.3'],
    ['《条例》第四条第二款第三项', '4.2.3'],
    ['《条例》第四条第二款（三）项', '4.2.3'],
    ['《条例》第四条第二款第〔三〕项', '4.2.3'],
    ['《条例》第四条第二款第㈢项', '4.2.3'],
    ['《条例》第四条第二款第⑶项', '4.2.3'],
    ['《条例》\u00a0第四条\u3000第二款 第（ 三 ）项', '4.2.3'],
    ['《条例》的第三十三条第二款', '33.2.0'],
    ['《条例》规定的第三十三条', '33.0.0'],
    ['《条例》第三\u200c十 三 条', '33.0.0'],
    ['〈条例〉第三十三条', '33.0.0'],
    ['<条例>第三十三条', '33.0.0'],
    ['“条例”第三十三条', '33.0.0'],
    ['根据条例第三十三条', '33.0.0'],
    ['按照本条例第三十三条', '33.0.0'],
    ['《政府信息公开条例》第三十三条', '33.0.0'],
    ['政府信息公开条例第三十三条', '33.0.0'],
    ['《中华人民共和国政府信息公开条例》第三十三条', '33.0.0'],
    ['《中华人民共和国 政府信息公开条例》第三十三条', '33.0.0'],
    ['《中华人民共和国政府信息公开条例》（国务院令第711号）第三十三条', '33.0.0'],
    ['《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）第三十三条', '33.0.0'],
    ['第三十三条', '33.0.0'],
    ['第三十三条规定', '33.0.0'],
  ])('%s', (text, clause) => {
    expect(read(text)).toEqual([`ogi-2019 ${clause}`]);
  });

  test('every article of both versions, in Chinese, Arabic and full-width numerals', () => {
    for (const [id, context] of [
      ['ogi-2019', IN_2024],
      ['ogi-2007', IN_2018],
    ] as const) {
      for (const { no, paragraphs = 1, items } of statuteById(id)!.articles) {
        const wide = [...String(no)].map(digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
        for (const numeral of [numberToChinese(no), String(no), wide]) {
          for (const name of ['《条例》', '《中华人民共和国政府信息公开条例》', '政府信息公开条例']) {
            expect(read(`依照${name}第${numeral}条的规定办理`, context)).toEqual([`${id} ${String(no)}.0.0`]);
          }
          expect(read(`第${numeral}条`, context)).toEqual([`${id} ${String(no)}.0.0`]);
          for (let paragraph = 1; paragraph <= paragraphs; paragraph++) {
            expect(read(`《条例》第${numeral}条第${numberToChinese(paragraph)}款`, context)).toEqual([
              `${id} ${String(no)}.${String(paragraph)}.0`,
            ]);
          }
          for (const list of items) {
            for (let item = 1; item <= list.count; item++) {
              const [found] = citationsIn(`《条例》第${numeral}条第（${numberToChinese(item)}）项`, context);
              expect(found).toMatchObject({ statuteId: id, article: no, item });
              expect(clauseOf(statuteById(id)!, found!).kind).toBe('found');
            }
          }
        }
      }
    }
  });

  test('the span holds name and clause, nothing else', () => {
    expect(quoted('现按照《条例》（以下称条例）第五十条的要求编制')).toEqual(['《条例》（以下称条例）第五十条']);
    expect(quoted('表中的第二十条第（一）项为制发件数')).toEqual(['第二十条第（一）项']);
    expect(quoted('依据《条例》第十九条、第二十条第（一）项至第（五）项公开')).toEqual([
      '《条例》第十九条',
      '第二十条第（一）项',
      '第（五）项',
    ]);
  });
});

describe('chains', () => {
  test.each([
    ['《条例》第十九条、第二十条第（一）项至第（五）项', ['19.0.0', '20.0.1', '20.0.5']],
    ['《条例》第三十六条第（一）（二）项', ['36.0.1', '36.0.2']],
    ['《条例》第三十六条第（四）、（五）项', ['36.0.4', '36.0.5']],
    ['《条例》第三十六条第（四）项、第（五）项', ['36.0.4', '36.0.5']],
    ['《条例》第十六条第一款和第二款', ['16.1.0', '16.2.0']],
    ['《条例》第十六条第一、二款', ['16.1.0', '16.2.0']],
    ['《条例》第十九、二十条', ['19.0.0', '20.0.0']],
    ['《条例》第19-22条', ['19.0.0', '22.0.0']],
    ['《条例》第四十九条及第五十条第一款第（四）项以及第五十一条', ['49.0.0', '50.1.4', '51.0.0']],
    ['《条例》第四条第二款第（一）项、第（三）项，第五条', ['4.2.1', '4.2.3', '5.0.0']],
    ['第二十条第（五）项、第二十条第(六)项、第二十条第(八)项', ['20.0.5', '20.0.6', '20.0.8']],
  ])('%s', (text, clauses) => {
    expect(read(text)).toEqual(clauses.map(clause => `ogi-2019 ${clause}`));
  });

  test('members know their form and where their range begins', () => {
    const [first, second, third] = citationsIn('《条例》第十九条、第二十条第（一）项至第（五）项', IN_2024);
    expect([first?.how, second?.how, third?.how]).toEqual(['abbreviation', 'chain', 'chain']);
    expect(third?.rangeFrom).toEqual({ article: 20, item: 1 });
    expect(second?.rangeFrom).toBeUndefined();
    expect(citationsIn('第十九条至第二十二条', IN_2024)[1]).toMatchObject({ article: 22, rangeFrom: { article: 19 } });
    expect(citationsIn('第二十条第（一）至（五）项', IN_2024)[1]).toMatchObject({
      item: 5,
      rangeFrom: { article: 20, item: 1 },
    });
  });

  test('a new name ends a chain', () => {
    expect(read('《条例》第五十一条和《行政复议法》第二十三条第一款第（四）项')).toEqual([
      'ogi-2019 51.0.0',
      'fuyi-2023 23.1.4',
    ]);
  });
});

describe('which statute and version', () => {
  test('《条例》 alone follows the report year', () => {
    expect(read('《条例》第三十一条', contextOfYear(2008))).toEqual(['ogi-2007 31.0.0']);
    expect(read('《条例》第三十一条', IN_2018)).toEqual(['ogi-2007 31.0.0']);
    expect(read('《条例》第三十一条', contextOfYear(2019))).toEqual(['ogi-2019 31.0.0']);
    expect(citationsIn('《条例》第三十一条', contextOfYear(null))[0]).toMatchObject({
      statuteId: 'ogi-2019',
      reason: 'newest',
    });
    expect(citationsIn('《条例》第三十一条', IN_2018)[0]?.reason).toBe('reportYear');
  });

  test.each([
    ['新《条例》第五条', 'ogi-2019'],
    ['新修订的《条例》第五条', 'ogi-2019'],
    ['新修订《条例》第五条', 'ogi-2019'],
    ['修订后的《条例》第五条', 'ogi-2019'],
    ['新条例第五条', 'ogi-2019'],
    ['新修订的条例第五条', 'ogi-2019'],
    ['新修订的《中华人民共和国政府信息公开条例》第五条', 'ogi-2019'],
    ['《新条例》第五条', 'ogi-2019'],
    ['2019年《条例》第五条', 'ogi-2019'],
    ['2019年修订的《条例》第五条', 'ogi-2019'],
    ['《条例》（2019年修订）第五条', 'ogi-2019'],
    ['条例（2019）第五条', 'ogi-2019'],
    ['《条例》（国务院令第711号）第五条', 'ogi-2019'],
    ['国务院令第711号第五条', 'ogi-2019'],
    ['《条例》第五条', 'ogi-2007'],
    ['原《条例》第五条', 'ogi-2007'],
    ['现行条例第五条', 'ogi-2007'],
    ['不断创新《条例》第五条', 'ogi-2007'],
  ])('in a report on 2018: %s', (text, id) => {
    expect(read(text, IN_2018)).toEqual([`${id} 5.0.0`]);
  });

  test.each([
    ['原《条例》第五条', 'ogi-2007'],
    ['旧条例第五条', 'ogi-2007'],
    ['修订前的《条例》第五条', 'ogi-2007'],
    ['2007年条例第五条', 'ogi-2007'],
    ['政府信息公开条例（2007）第五条', 'ogi-2007'],
    ['《条例》（国务院令第492号）第五条', 'ogi-2007'],
    ['《行政复议法》第五条', 'fuyi-2023'],
    ['行政复议法（2017年修正）第五条', 'fuyi-2017'],
    ['行政诉讼法第五条', 'susong-2017'],
    ['国办函〔2020〕109号第五条', 'ogi-fee-2020'],
    ['法释[2025]8号第五条', 'spc-2025'],
    ['《政府信息公开信息处理费管理办法》第五条', 'ogi-fee-2020'],
    ['立法法（2023）第五条', 'lifa-2023'],
  ])('in a report on 2024: %s', (text, id) => {
    expect(read(text)).toEqual([`${id} 5.0.0`]);
  });

  test('other laws follow the report year, too', () => {
    expect(read('《行政复议法》第五条', contextOfYear(2023))).toEqual(['fuyi-2017 5.0.0']);
    expect(read('《保守国家秘密法》第五条', contextOfYear(2023))).toEqual(['baomi-2010 5.0.0']);
    expect(citationsIn('《行政处罚法》第五条', IN_2018)[0]).toMatchObject({
      statuteId: 'chufa-2021',
      reason: 'noneInForce',
    });
  });

  test('short names count once the draft introduces them', () => {
    expect(read('《办法》第五条')).toEqual(['? 5.0.0']);
    const text =
      '根据《中华人民共和国政府信息公开条例》（以下简称《条例》）、《政府信息公开信息处理费管理办法》（以下简称《办法》）编制，依照《办法》第五条和办法第六条，以及《条例》第七条。';
    expect(read(text)).toEqual(['ogi-fee-2020 5.0.0', 'ogi-fee-2020 6.0.0', 'ogi-2019 7.0.0']);
    expect(citationsIn(text, IN_2024)[0]).toMatchObject({ how: 'abbreviation', name: '《办法》'.slice(1, -1) });
  });

  test('a short name introduced for another rule means that rule', () => {
    expect(read('《某省绿化条例》（以下简称《条例》）第三条；《条例》第四条')).toEqual(['? 3.0.0', '? 4.0.0']);
  });

  test('a short name keeps the version with which it was introduced', () => {
    const text =
      '根据《中华人民共和国政府信息公开条例》（国务院令第711号）（以下简称“条例”）。按照《条例》第二十条办理。';
    expect(citationsIn(text, IN_2018)).toMatchObject([{ statuteId: 'ogi-2019', article: 20, reason: 'stated' }]);
  });

  test('a bare clause belongs to the statute of its sentence, else to the regulation', () => {
    expect(citationsIn('《行政复议法》修订后，第二十三条第一款第（四）项有新规定。', IN_2024)).toMatchObject([
      { statuteId: 'fuyi-2023', how: 'sentence' },
    ]);
    expect(citationsIn('学习《行政复议法》。按第二十条第（一）项统计。', IN_2024)).toMatchObject([
      { statuteId: 'ogi-2019', how: 'bare' },
    ]);
    expect(citationsIn('第二十条第（一）项', IN_2018)).toMatchObject([{ statuteId: 'ogi-2007', how: 'bare' }]);
  });

  test.each([
    '公司章程第五条',
    '《某市网站管理办法》第五条',
    '本市信息公开实施细则第五条',
    '某省政府信息公开条例第五条',
    '绿化条例第五条',
    '本办法的第五条',
  ])('not known here: %s', text => {
    expect(read(text)).toEqual(['? 5.0.0']);
  });

  test.each([
    '开通第二条热线',
    '第三条线路',
    '提出第一条建议',
    '第二十',
    '第条',
    '第（一）项',
    '共收到20条',
    '第二十条条',
    '排名第二',
    '第1项任务',
  ])('no citation: %s', text => {
    expect(read(text)).toEqual([]);
  });
});

describe('mentions', () => {
  test('names with and without clauses, and what stands behind them', () => {
    const text =
      '依据新修订的《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）和《某市办法》编制，落实新条例。';
    const found = readCitations(text, IN_2018).mentions;
    expect(found.map(({ name, statuteId, introduces }) => [name, statuteId, introduces])).toEqual([
      ['中华人民共和国政府信息公开条例', 'ogi-2019', '条例'],
      ['某市办法', null, undefined],
      ['新条例', 'ogi-2019', undefined],
    ]);
    expect(text.slice(found[0]!.nameSpan.start, found[0]!.span.end)).toBe(
      '《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）',
    );
  });

  test('the notice that issues the format, with its nested title', () => {
    const text =
      '《国务院办公厅政府信息与政务公开办公室关于印发<中华人民共和国政府信息公开工作年度报告格式>的通知》（国办公开办函〔2021〕30号）';
    expect(readCitations(text, IN_2024).mentions).toMatchObject([
      { statuteId: 'format-2021', span: { start: 0, end: text.length } },
    ]);
  });

  test('every statute is found by its title and its number', () => {
    for (const { title, documentNumber } of statutes) {
      expect(readCitations(`《${title}》`, IN_2024).mentions[0]?.statuteId).not.toBeNull();
      if (documentNumber !== undefined)
        expect(readCitations(documentNumber, IN_2024).mentions[0]?.statuteId).not.toBeNull();
    }
  });
});

describe('versions', () => {
  test('a version that was new at the time is meant by 新', () => {
    expect(citationsIn('新颁布的《条例》第五条', contextOfYear(2009))).toMatchObject([
      { statuteId: 'ogi-2007', reason: 'stated' },
    ]);
    expect(citationsIn('新《行政复议法》第五条', contextOfYear(2018))).toMatchObject([
      { statuteId: 'fuyi-2017', reason: 'stated' },
    ]);
    expect(citationsIn('新《行政复议法》第五条', contextOfYear(2024))).toMatchObject([
      { statuteId: 'fuyi-2023', reason: 'stated' },
    ]);
  });
});

describe('any text', () => {
  const SIZE = 200_000;
  test.each([
    '第',
    '第二十条',
    '第（一）项',
    '第（一）（二）',
    '第一、',
    '《',
    '“',
    '（',
    '《条例》',
    '《条例》（',
    '办法',
    '条例',
    '中华人民共和国',
    '法',
    '新',
    '政府信息公开条例',
    '第二十条、',
    '以下简称《条例》',
    ' ',
    '第 ',
    '<中',
    '一',
  ])('a long line of %s ends soon', unit => {
    const context: CitationContext = {
      reportYear: 2024,
      abbreviations: new Map([['办法', { name: '办法', title: '某办法', candidates: [], hint: {} }]]),
    };
    expect(() => citationsIn(unit.repeat(Math.ceil(SIZE / unit.length)), context)).not.toThrow();
  });

  test('a line of 5 MB', () => {
    const line =
      '按照《条例》第二十条第（一）项，本机关全年主动公开各类信息若干条，群众满意度持续提升，各项工作有序推进'.repeat(
        100_000,
      );
    expect(citationsIn(line, IN_2024)).toHaveLength(100_000);
  }, 20_000);

  test('random cuts of a dense text never throw and spans stay inside and in order', () => {
    const text =
      '据《条例》（2019年修订，以下简称“新条例”）第十九条、第二十条第（一）（二）项至第⑤项；国办函〔2020〕109号第四条和《甲〈乙〉办法》第3条第2款。';
    for (let start = 0; start < text.length; start++) {
      for (let end = start; end <= text.length; end++) {
        const part = text.slice(start, end);
        let last = 0;
        for (const { span } of citationsIn(part, IN_2024)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeLessThanOrEqual(part.length);
          last = span.end;
        }
      }
    }
  });
});
