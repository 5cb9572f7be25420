import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VOCABULARY } from '../../../server/src/model/vocabulary.ts';
import { parse } from '../../../server/src/syntax/readBlocks.ts';
import { reparse } from '../../../server/src/syntax/reparse.ts';
import { brief, expectSound } from './reading.ts';

const LONG = '本年度坚持以公开为常态、不公开为例外，及时更新公开指南和目录，全年主动公开信息120条，';

describe('a paragraph that is broken into lines', () => {
  it.each([
    ['behind a comma', '2024年，\n全区收到申请8件。', '¶2024年，全区收到申请8件。'],
    [
      'within a bracket',
      '由区政府办公室（地址：清水路1号\n邮编000000）编制。',
      '¶由区政府办公室（地址：清水路1号邮编000000）编制。',
    ],
    [
      'within a title',
      '根据《中华人民共和国政府信\n息公开条例》编制。',
      '¶根据《中华人民共和国政府信息公开条例》编制。',
    ],
    ['before a figure', '主动公开。新收申请\n49件，结转1件。', '¶主动公开。新收申请49件，结转1件。'],
    ['where the line is full', `${LONG}组织培训和\n督查，取得成效。`, `¶${LONG}组织培训和督查，取得成效。`],
    ['with the first line indented', `　　${LONG.slice(0, 30)}\n${LONG.slice(30)}组织培训。`, `¶${LONG}组织培训。`],
    ['with a margin', `      ${LONG.slice(0, 28)}\n  ${LONG.slice(28)}组织培训。`, `¶${LONG}组织培训。`],
    ['around a page number', `${LONG}组织\n\n— 3 —\n\n培训和督查。`, `¶${LONG}组织培训和督查。`],
    ['between Latin words', `${LONG}见 annual\nreport 栏目。`, `¶${LONG}见 annual report 栏目。`],
    [
      'within a numbered item that states counts',
      '（一）全年公开信息64条，其中会议纪要20条、办事指南30条、人事信息4条、财\n政信息4条、招标信息2条、规划信息2条，其他信息2条。另有解读9篇。',
      '¶chineseBracket 1 （一）全年公开信息64条，其中会议纪要20条、办事指南30条、人事信息4条、财政信息4条、招标信息2条、规划信息2条，其他信息2条。另有解读9篇。',
    ],
    ['within a number', `${LONG}图片8\n1条。`, `¶${LONG}图片81条。`],
    ['within a decimal', `${LONG}占6\n.3%。`, `¶${LONG}占6.3%。`],
    ['behind a year', `${LONG}截至2024\n12月。`, `¶${LONG}截至2024 12月。`],
    ['CRLF', '2024年，\r\n全区收到申请8件。\r\n', '¶2024年，全区收到申请8件。'],
    [
      'within an item of a clause',
      '按照条例第二十条第\n（一）项，公开规章。',
      '¶按照条例第二十条第（一）项，公开规章。',
    ],
  ])('%s is one', (_, text, expected) => {
    expect(brief(text)).toEqual([expected]);
    expectSound(text);
  });

  it.each([
    ['sentences that end', '全年公开信息8条。\n收到申请3件。'],
    ['items', '一是完善制度，明确责任\n二是加强培训，提高能力'],
    ['numbered items', '1.完善制度，明确责任\n2.加强培训，提高能力'],
    ['a numbered heading and its text', '（一）完善制度，明确责任，健全公开工作机制\n明确专人负责，全年培训8次。'],
    ['a heading with a count and its text', '（二）公开信息64条，解读9篇\n全年公开信息64条，其中会议纪要20条。'],
    ['labels', '地址：清水路1号，邮编000000\n电话：0000-0000000'],
    ['signature and day', '特此报告，如有不当请指正\n清水县林业局\n2025年1月20日'],
    ['indented paragraphs', '　　全年公开信息8条，均按时更新\n　　收到申请3件，均按时答复。'],
    ['a blank line between', `${LONG}组织\n\n培训和督查。`],
    ['a title and its text', '清水县林业局2024年政府信息公开工作年度报告\n根据《条例》规定，编制本报告。'],
    ['short lines without full stops', '公开信息120条，解读8条\n收到申请8件，答复8件'],
    ['sentences behind a bracket that nobody closed', '公开信息（含转载8条，\n来自网站。\n收到申请3件。'],
    ['an introduction and its list', '具体情况如下：\n公开信息8条，收到申请3件。'],
  ])('%s are several', (_, text) => {
    expect(brief(text).length).toBeGreaterThan(1);
    expectSound(text);
  });

  it('is left by a heading, a table, a comment', () => {
    expect(brief('2024年，\n## 二、主动公开政府信息情况\n')).toHaveLength(2);
    expect(brief('2024年，\n| 规章 | 1 |\n| --- | --- |\n')[0]).toBe('¶2024年，');
    expect(brief('2024年，\n<!-- 备注 -->\n收到申请。')).toEqual(['¶2024年，', '<note>', '¶收到申请。']);
  });

  it('goes on behind a comment that runs over lines', () => {
    expect(brief('新收<!-- 核\n对 -->申请8件。\n')).toEqual(['¶新收申请8件。']);
  });
});

describe('reading again after an edit', () => {
  it('joins and splits lines as a fresh reading does', () => {
    const piece = fc.constantFrom(
      '2024年，',
      '全区收到申请',
      '8件。',
      '\n',
      '\n\n',
      '　　',
      '（一）',
      '一、总体情况',
      LONG,
      '— 3 —',
      '<!--',
      '-->',
      '<del>',
      '</del>',
      '**',
      '\u200b',
      '<table>',
      '<tr><td>1</td></tr>',
      '</table>',
      '<<<<<<< 甲\n',
      '=======\n',
      '>>>>>>> 乙\n',
      '```\n',
    );
    const text = fc.array(piece, { maxLength: 30 }).map(pieces => pieces.join(''));
    fc.assert(
      fc.property(
        text,
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(6), piece), { maxLength: 6 }),
        (draft, edits) => {
          let parsed = parse(draft, VOCABULARY);
          for (const [where, removed, inserted] of edits) {
            const at = Math.floor(where * parsed.text.length);
            const next = parsed.text.slice(0, at) + inserted + parsed.text.slice(at + removed);
            parsed = reparse(parsed, next, VOCABULARY);
            expect(parsed.blocks).toEqual(parse(next, VOCABULARY).blocks);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
