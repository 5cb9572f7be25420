import { describe, expect, it } from 'vitest';
import { chainText, writtenIndex } from '../../../../server/src/model/statements/chainText.ts';

describe('the text that figures are read from', () => {
  it.each([
    ['收到 12 件，办结 11 件', '收到12件，办结11件'],
    ['办结率 95.3 %（ 上年 93 % ）', '办结率95.3%（上年93%）'],
    ['收到12件,办结11件;结转1件:如下(见表)', '收到12件，办结11件；结转1件：如下（见表）'],
    // Between words, and between digits, blanks may part something.
    ['办结 维持 3件 4 5件', '办结 维持3件4 5件'],
    ['访问1,200次, 8:30 起', '访问1,200次，8:30起'],
    ['a, b (c) 1, 2', 'a, b (c) 1, 2'],
    ['　　全年12件　', '　　全年12件　'],
  ])('%s', (written, read) => {
    const own = chainText(written);
    expect(own.text).toBe(read);
    for (const [i, sign] of [...own.text].entries()) {
      const there = written.charAt(writtenIndex(own, i));
      expect('，；：（）'.includes(sign) || sign === there).toBe(true);
    }
  });
});
