import { describe, expect, it } from 'vitest';
import { coreOf, fold, foldWithOrigin, similarity } from '../../../server/src/text/fold.ts';

describe('folding', () => {
  it.each([
    ['width', '（１）Ａ＝＃', '(1)a=#'],
    ['white space', ' 总\u3000体\t情\u00a0况\n', '总体情况'],
    ['zero-width signs', '\ufeff总\u200b体\u200d情\u2060况', '总体情况'],
    ['brackets', '〔1〕【2】[3]《4》〈5〉<6>［7］', '(1)(2)(3)(4)(5)(6)(7)'],
    ['quotation marks', "“三个工作日”「甲」'乙'", "'三个工作日''甲''乙'"],
    ['letter case', 'GB18030', 'gb18030'],
    ['punctuation', '一、二，三。四．五：六；七', '一,二,三.四.五:六;七'],
    ['dashes', '—–－', '---'],
    ['丶 for 、', '一丶总体', '一,总体'],
    ['astral characters stay', '𠮷林', '𠮷林'],
  ])('%s makes no difference', (_, text, expected) => {
    expect(fold(text)).toBe(expected);
    expect(fold(expected)).toBe(expected);
  });

  it('remembers where each character came from', () => {
    const text = ' （一） 总\u3000体\u200b';
    const { text: folded, origin } = foldWithOrigin(text);
    expect(folded).toBe('(一)总体');
    expect(origin).toEqual([1, 2, 3, 5, 7, 9]);
    expect(folded).toBe(fold(text));
  });
});

describe('the core of a label', () => {
  it.each([
    ['1.属于国家秘密（市本级）', '属于国家秘密'],
    ['1．属于国家秘密', '属于国家秘密'],
    ['（一）予以公开', '予以公开'],
    ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '部分公开'],
    ['其中：1.政府网站', '政府网站'],
    ['2.重复申请', '重复申请'],
    ['一、本年新收政府信息公开申请数量', '本年新收政府信息公开申请数量'],
    ['8.属于行政查询事项', '属于行政查询事项'],
    ['三、本年度办理结果（件（次））', '本年度办理结果'],
    ['总计', '总计'],
    ['（其他）', '(其他)'],
    ['', ''],
  ])('%s → %s', (label, core) => {
    expect(coreOf(label)).toBe(core);
  });
});

describe('likeness', () => {
  it('goes from 0 to 1', () => {
    expect(similarity('总体情况', '总体情况')).toBe(1);
    expect(similarity('总体情况', '收费减免')).toBe(0);
    expect(similarity('主动公开政府信息情况', '主动公开政府信息的情况')).toBeGreaterThan(0.8);
    expect(similarity('甲', '乙')).toBe(0);
    expect(similarity('', '总体')).toBe(0);
  });

  it('is the same from both sides and counts a repeated pair once for each', () => {
    expect(similarity('公开公开', '公开')).toBe(similarity('公开', '公开公开'));
    expect(similarity('公开公开', '公开')).toBeLessThan(1);
  });
});
