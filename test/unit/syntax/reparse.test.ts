import { describe, expect, it } from 'vitest';
import { VOCABULARY } from '../../../server/src/model/vocabulary.ts';
import { knownBlocksOf } from '../../../server/src/syntax/knownBlocks.ts';
import { parse, type Parsed } from '../../../server/src/syntax/readBlocks.ts';
import { reparse } from '../../../server/src/syntax/reparse.ts';
import { sampleReport } from '../../support/sample.ts';

/** The draft with `removed` characters behind the first `mark` replaced, read again; it must equal a fresh reading. */
function edit(before: Parsed, mark: string, inserted: string, removed = 0): Parsed {
  const at = before.text.indexOf(mark) + mark.length;
  expect(at).toBeGreaterThanOrEqual(mark.length);
  const text = before.text.slice(0, at) + inserted + before.text.slice(at + removed);
  const after = reparse(before, text, VOCABULARY);
  knownBlocksOf(VOCABULARY).clear();
  expect(after.blocks).toEqual(parse(text, VOCABULARY).blocks);
  return after;
}

/** How many blocks of a version are not objects of the one before. */
function countFresh(before: Parsed, after: Parsed): number {
  const old = new Set(before.blocks.map(({ block }) => block));
  return after.blocks.filter(({ block }) => !old.has(block)).length;
}

const KINDS = ['pipe', 'html', 'tabbed'] as const;

describe('separators of lines and paragraphs', () => {
  const TABLE = ['| 规章 | 3 | 1 |', '| --- | --- | --- |', '| 行政规范性文件 | 2 | 4 |'];
  const kinds = (text: string) => parse(text, VOCABULARY).blocks.map(({ block }) => block.kind);

  it.each(['\u0085', '\u2028', '\u2029'])('end lines where there are no other ends (%j)', sign => {
    expect(kinds(['一、总体情况', '正文。', ...TABLE].join(sign))).toEqual(['heading', 'paragraph', 'table']);
  });

  it('end paragraphs beside other line ends, and are white space within a cell', () => {
    expect(kinds(`正文。\u2029二、主动公开政府信息情况\n正文。\u2028\u2028${TABLE.join('\n')}`)).toEqual([
      'paragraph',
      'heading',
      'paragraph',
      'table',
    ]);
    expect(kinds(TABLE.join('\n').replace('规范性', '规范\u2028性'))).toEqual(['table']);
  });

  it('are read again as a fresh reading does when they come, meet and go', () => {
    let version = parse('一、总体情况\n正文。甲\u2028乙\u2028丙', VOCABULARY);
    for (const text of [
      '一、总体情况\n正文。甲\u2028\u2028丙',
      '一、总体情况\n正文。甲丙',
      '一、总体情况\n正文。甲\u2029丙',
      '一、总体情况正文。甲\u2029丙',
    ]) {
      version = reparse(version, text, VOCABULARY);
      knownBlocksOf(VOCABULARY).clear();
      expect(version.blocks).toEqual(parse(text, VOCABULARY).blocks);
    }
  });
});

describe('reading again after an edit', () => {
  it.each(KINDS)('keeps the blocks that the edit did not touch: %s', layout => {
    const before = parse(sampleReport(layout), VOCABULARY);
    expect(before.blocks.length).toBeGreaterThan(15);
    for (const [mark, text] of [
      ['一、总体情况', '甲'],
      ['86', '9'],
      ['政府信息公开', '1'],
    ] as const)
      expect(countFresh(before, edit(before, mark, text))).toBeLessThanOrEqual(4);
  });

  it('does not go on at a cut within a long line that is a short one now', () => {
    const filler = '甲'.repeat(190);
    for (const tag of ['<!-- 备注 -->', '</table>', '']) {
      const before = parse(`${filler}${tag}一、总体情况本机关认真贯彻落实条例\n\n后文。\n`, VOCABULARY);
      edit(before, '', '', filler.length);
      edit(before, filler, '\n');
      edit(before, '', '乙\n', filler.length);
    }
  });

  it('of nothing gives the version before', () => {
    const before = parse(sampleReport('pipe'), VOCABULARY);
    expect(reparse(before, sampleReport('pipe'), VOCABULARY)).toBe(before);
  });

  it('keeps the other blocks when it stands beside a tag', () => {
    const before = parse(sampleReport('html'), VOCABULARY);
    expect(countFresh(before, edit(before, '</table>', '\n'))).toBeLessThanOrEqual(4);
    expect(countFresh(before, edit(before, '<table', ' border="1"'))).toBeLessThanOrEqual(4);
  });
});

describe('a block that was read before', () => {
  const blocksOf = (text: string) => parse(text, VOCABULARY).blocks.map(({ block }) => block);
  const first = '全年公开信息12条。';
  const second = '收到申请3件。';

  it('is the same object in a draft that is read later', () => {
    const blocks = blocksOf(sampleReport('pipe'));
    const longer = blocksOf(`${sampleReport('pipe')}\n后记。\n`);
    expect(longer).toHaveLength(blocks.length + 1);
    // The last one is longer by a blank line.
    expect(longer.slice(0, -2).every((block, i) => block === blocks[i])).toBe(true);
  });

  it('comes back when an edit is undone, and when it is moved', () => {
    const before = parse(`${first}\n\n${second}\n\n`, VOCABULARY);
    const changed = reparse(before, `${first}\n\n收到申请13件。\n\n`, VOCABULARY);
    const undone = reparse(changed, before.text, VOCABULARY);
    expect(undone.blocks[1]?.block).toBe(before.blocks[1]?.block);
    const moved = reparse(undone, `${second}\n\n${first}\n\n`, VOCABULARY);
    expect(moved.blocks.map(({ block }) => block)).toEqual([before.blocks[1]?.block, before.blocks[0]?.block]);
    expect(moved.blocks[0]?.block).toBe(before.blocks[1]?.block);
  });

  it('stands in a draft once', () => {
    knownBlocksOf(VOCABULARY).clear();
    const [one, two] = blocksOf(`${first}\n\n${first}\n\n`);
    expect(one).toEqual(two);
    expect(one).not.toBe(two);
    // Both are found again, each in its place.
    const again = blocksOf(`${first}\n\n${first}\n\n`);
    expect(again.map(block => block === one || block === two)).toEqual([true, true]);
    expect(again[0]).not.toBe(again[1]);
    const before = parse(`${first}\n\n`, VOCABULARY);
    const doubled = reparse(before, `${first}\n\n${first}\n\n`, VOCABULARY);
    expect(doubled.blocks[0]?.block).not.toBe(doubled.blocks[1]?.block);
  });

  it('is another where its text says something else there', () => {
    const [paragraph] = blocksOf(`${first}\n\n`);
    const [cell] = blocksOf(`<table>\n<tr><td>\n${first}\n\n</td></tr></table>`);
    expect(cell).not.toBe(paragraph);
    expect(cell?.kind).toBe('table');
  });

  it('is forgotten after many others', () => {
    const [block] = blocksOf(`${first}\n\n`);
    blocksOf(Array.from({ length: 10_000 }, (_, i) => `另有第${String(i)}项工作。\n\n`).join(''));
    expect(blocksOf(`${first}\n\n`)[0]).not.toBe(block);
  });
});

describe('tags far behind a block', () => {
  const filler = '甲乙丙丁。\n\n'.repeat(30);

  it.each([
    ['a comment', `<!-- 提示\n\n${filler}止\n\n${filler}`, '止', ' -->'],
    ['a fence', `\`\`\`\n\n${filler}止\n\n${filler}`, '止', '\n```'],
    ['a fence whose line holds more', `\`\`\`\n\n${filler}\`\`\`           x\n\n${filler}`, '```           ', ''],
    ['a table', `<table><tr><td>1</td></tr>\n\n${filler}止\n\n${filler}`, '止', '</table>'],
    [
      'a table with long attributes',
      `<table>\n\n${filler}<table style="color:red" >\n</table>\n${filler}`,
      ':red" ',
      '',
    ],
    [
      'the cells of an empty table',
      `<table>\n<tr class="row of a table">\n</tr>\n</table>\n\n${filler}`,
      'table">',
      '<td>1</td>',
    ],
  ])('decide what it is: %s', (_, text, mark, inserted) => {
    const before = parse(text, VOCABULARY);
    const after = edit(before, mark, inserted, inserted === '' ? 1 : 0);
    const again = reparse(after, text, VOCABULARY);
    expect(again.blocks).toEqual(before.blocks);
  });

  it('that are missing do not make every edit read from there', () => {
    const before = parse(`\`\`\`\n\n<!-- 提示\n\n${filler}止\n\n${filler}`, VOCABULARY);
    expect(countFresh(before, edit(before, '止', '了'))).toBe(1);
  });
});
