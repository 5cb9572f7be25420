import { expect, it } from 'vitest';
import { fold } from '../../../server/src/text/fold.ts';
import { ignorableLength, withoutIgnorable } from '../../../server/src/text/ignorable.ts';
import { simplifiedText } from '../../../server/src/text/traditional.ts';
import { isRadical, unify } from '../../../server/src/text/unify.ts';

it('the ignorable signs are those of Unicode', () => {
  for (let point = 0; point <= 0xe1000; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    // Controls of musical and shorthand notation stand in no report.
    if (point > 0xffff && point < 0xe0000) continue;
    const sign = String.fromCodePoint(point);
    const isIgnorable = /^\p{Default_Ignorable_Code_Point}$/u.test(sign);
    if (isIgnorable !== ignorableLength(sign, 0) > 0) expect.fail(`U+${point.toString(16)}`);
    if (isIgnorable) expect(fold(`甲${sign}`).replace(/[\udc00-\udfff]/g, '')).toBe('甲');
  }
});

it('a text without them keeps all else', () => {
  expect(withoutIgnorable('4\u200b9\u{e0100}件\u00ad')).toBe('49件');
  expect(withoutIgnorable('没有')).toBe('没有');
});

it('radicals and compatibility ideographs are the characters that they stand for', () => {
  expect(unify('⾏政许可⼀件，⻔⻚⻓⻅⺠，\uf9e0')).toBe('行政许可一件，门页长见民，易');
  for (let code = 0x2f00; code <= 0x2fd5; code++) {
    expect(isRadical(code)).toBe(true);
    if (code === 0x2fad) continue;
    // Traditional characters are read as simplified ones besides: ⼾ as 戶, 戶 as 户.
    expect(unify(String.fromCharCode(code))).toBe(simplifiedText(String.fromCharCode(code).normalize('NFKC')));
  }
  expect(unify('⾭⼾')).toBe('青户');
  expect(fold('⾏政许可')).toBe('行政许可');
});
