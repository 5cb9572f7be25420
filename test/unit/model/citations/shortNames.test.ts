import { describe, expect, test } from 'vitest';
import {
  introducesNameAt,
  introductionsIn,
  mayIntroduceShortName,
  nameIntroducedIn,
  writeShortName,
} from '../../../../server/src/model/citations/shortNames.ts';
import { contextOfYear } from '../../../../server/src/model/citations/citation.ts';
import { introducedIn } from '../../../../server/src/model/citations/citationScanner.ts';
import { filesWithCode } from '../../../support/sourceCode.ts';

describe('short names', () => {
  test.each([
    ['以下简称《条例》', '条例'],
    ['国务院令第711号，以下简称《条例》', '条例'],
    ['以下简称为：“条例”', '条例'],
    ['下称《办法》', '办法'],
    ['以下称《办法》', '办法'],
    ['以下统称《规定》', '规定'],
    ['统称《规定》', '规定'],
    ['简称 新条例', '新条例'],
  ])('（%s） introduces %s, for the scanner, for running text and for what stands behind the words', (words, name) => {
    const text = `根据《某省绿化条例》（${words}）编制。`;
    expect(mayIntroduceShortName(text)).toBe(true);
    expect(nameIntroducedIn(words)).toBe(name);
    expect(introductionsIn(text).map(each => each.name)).toEqual([name]);
    expect([...introducedIn(text, contextOfYear(2024)).keys()]).toEqual([name]);
    const [{ span } = { span: { start: 0, end: 0 } }] = introductionsIn(text);
    expect(text.slice(span.start, span.end)).toContain(name);
    expect(introducesNameAt(text, span.start)).toBe(true);
  });

  test.each([
    ['原简称《规定》，以下简称《条例》', '条例'],
    ['简称《规定》，以下称《条例》', '条例'],
    ['以下简称《条例》，简称《规定》', '条例'],
    ['以下简称《条例》，原简称《规定》', '条例'],
    ['以下简称《条例》，自2019年5月15日起施行', '条例'],
    ['以下简称《条例》、《公开条例》', '条例'],
    ['以下简称“条例”，2019年修订', '条例'],
    ['以下简称‘条例’', '条例'],
    ['以下简称“《条例》”', '条例'],
    ['以下简称『条例』', '条例'],
    ['以下简称《条例', '条例'],
    ['以下简称条例》', '条例'],
    ['以下简称条例', '条例'],
  ])('（%s） introduces %s, the first name that counts from here on', (words, name) => {
    const text = `根据《某省绿化规定》（${words}）编制。`;
    expect(nameIntroducedIn(words)).toBe(name);
    expect([...introducedIn(text, contextOfYear(2024)).keys()]).toEqual([name]);
    for (const { span, name: found } of introductionsIn(text))
      expect(text.slice(span.start, span.end)).toContain(found);
  });

  test.each(['原简称《规定》', '以下简称《》', '以下简称', '以下简称《条例》》'])('（%s）', words => {
    expect(nameIntroducedIn(words)).toBe(words.includes('条例') ? '条例' : undefined);
  });

  test.each(['根据《条例》编制', '自称“示范单位”', '（见附件）'])('%s introduces none', text => {
    expect(introductionsIn(text)).toEqual([]);
    expect(nameIntroducedIn(text)).toBeUndefined();
  });

  test('what is written is what is read', () => {
    expect(introductionsIn(`《某省绿化条例》（${writeShortName('办法')}）`).map(({ name }) => name)).toEqual(['办法']);
  });

  test('time grows with the text', () => {
    for (const unit of ['简称', '以下简称《', '简称：：', '（简称甲', '下称    ']) {
      expect(introductionsIn(unit.repeat(50_000)).length).toBeLessThan(100_000);
      expect(() => nameIntroducedIn(unit.repeat(50_000))).not.toThrow();
    }
  });

  test('no other file knows the words; the form of statute files explains one of them to people', () => {
    expect(filesWithCode(/简称|下称|统称/).filter(path => !path.endsWith('/statuteFields.ts'))).toEqual([
      'server/src/model/citations/shortNames.ts',
    ]);
  });
});
