import { LIMITS } from '../../../../server/src/text/limits.ts';
import { growthExponent } from '../../../support/growth.ts';
import { describe, expect, it } from 'vitest';
import { readOfficialTexts } from '../../../../server/src/analysis/files/officialText.ts';
import { readStatuteFiles } from '../../../../server/src/analysis/files/statuteFile.ts';
import { uncheckedMessage } from '../../../../server/src/messages/text.ts';
import { localStatutes } from '../../../../server/src/statutes/registry/localStatutes.ts';
import { numberToChinese } from '../../../../server/src/text/numerals.ts';
import { GUIDE_FILE, GUIDE_URI, TEXT_FILE, TEXT_URI } from '../../../support/localStatutes.ts';

const local = localStatutes(readStatuteFiles([{ uri: GUIDE_URI, text: GUIDE_FILE }]).documents);
const read = (text: string, uri = 'file:///w/a.md') => readOfficialTexts([{ uri, text }], local);

function problemsIn(text: string): string[] {
  return (read(text).problems.get('file:///w/a.md') ?? []).map(
    ({ message: id, span }) => `${id} 「${text.slice(span.start, span.end)}」`,
  );
}

/** A text with articles from 1 to `count`. */
const articles = (count: number) =>
  Array.from({ length: count }, (_, i) => `第${numberToChinese(i + 1)}条　甲乙丙。`).join('\n\n');

describe('an official text', () => {
  it('is read by article, paragraph and item', () => {
    const { texts, problems } = read(TEXT_FILE, TEXT_URI);
    expect(problems.get(TEXT_URI)).toEqual([]);
    const [text] = texts.values();
    expect(text?.file).toBe('本省.md');
    expect([...texts.keys()]).toEqual([local?.statutes[1]?.id]);
    expect([...(text?.articles.keys() ?? [])]).toEqual([1, 3, 12]);
    expect(text?.articles.get(1)?.lines.map(line => line.text)).toEqual(['为了规范本省政府信息公开工作，制定本规定。']);
    expect(text?.articles.get(12)?.lines.map(({ paragraph, item }) => [paragraph, item])).toEqual([
      [1, undefined],
      [2, undefined],
      [2, 1],
      [2, 2],
    ]);
    const span = text?.articles.get(12)?.span;
    expect(span && TEXT_FILE.slice(span.start, span.end)).toBe('第十二条');
  });

  it.each([
    [
      '# 中华人民共和国政府信息公开条例\n\n（2007年4月5日中华人民共和国国务院令第492号公布）\n\n第一条 甲。',
      'ogi-2007',
    ],
    ['# 中华人民共和国政府信息公开条例（2019年修订）\n\n第一条 甲。', 'ogi-2019'],
    [`《政府信息公开条例》\n\n${articles(56)}`, 'ogi-2019'],
    [`# 政府信息公开条例\r\n\r\n${articles(38).replaceAll('\n', '\r\n')}`, 'ogi-2007'],
    ['\ufeff# 中华人民共和国数据测试\n', undefined],
    ['# 中华人民共和国个人信息保护法\n\n> **第1条**　甲。\n\n> 第2条：乙。', 'pipl-2021'],
  ])('tells its law and version: %s', (text, id) => {
    expect([...read(text).texts.keys()]).toEqual(id === undefined ? [] : [id]);
  });

  it('tells its law by the file’s name', () => {
    const uri = `file:///w/${encodeURIComponent('中华人民共和国政府信息公开条例（2019年修订）.md')}`;
    expect([...read('目录\n\n第一章 总则\n\n第一条 甲。', uri).texts.keys()]).toEqual(['ogi-2019']);
  });

  it('takes no sentence that cites an article for one', () => {
    const { texts, problems } = read('# 个人信息保护法\n\n第一条 甲。\n\n第二条规定的情形除外。\n\n第二条 乙。');
    expect(problems.get('file:///w/a.md')).toEqual([]);
    expect(texts.get('pipl-2021')?.articles.get(1)?.lines).toHaveLength(2);
  });
});

describe('a faulty text', () => {
  it.each([
    ['', 'statuteText.noArticle 「」'],
    ['# 中华人民共和国政府信息公开条例\n\n正文见附件。', 'statuteText.noArticle 「中华人民共和国政府信息公开条例」'],
    ['# 某县管理办法\n\n第一条 甲。', 'statuteText.unknownTitle 「某县管理办法」'],
    ['# 政府信息公开条例\n\n第一条 甲。', 'statuteText.unknownVersion 「政府信息公开条例」'],
    ['# 个人信息保护法\n\n第一条 甲。\n\n**第一条** 乙。', 'statuteText.articleTwice 「第一条」'],
  ])('%s', (text, expected) => {
    expect(problemsIn(text)).toEqual([expected]);
    const [id = ''] = expected.split(' ');
    for (const language of ['zh-CN', 'en'] as const) expect(uncheckedMessage(language, id, {})).not.toBe(id);
  });

  it('underlines the second of two equal articles', () => {
    const text = '# 个人信息保护法\n\n第一条 甲。\n\n第一条 乙。';
    expect(read(text).problems.get('file:///w/a.md')?.[0]?.span.start).toBe(text.lastIndexOf('第一条'));
  });

  it('yields to the first of the same version', () => {
    const { texts, problems } = readOfficialTexts(
      [
        { uri: 'file:///a.md', text: TEXT_FILE },
        { uri: 'file:///b.md', text: TEXT_FILE },
      ],
      local,
    );
    expect([...texts.values()].map(({ uri }) => uri)).toEqual(['file:///a.md']);
    expect(problems.get('file:///b.md')?.map(({ message: id, severity }) => [id, severity])).toEqual([
      ['statuteText.fileTwice', 'warning'],
    ]);
  });

  it.each([
    ['blanks within lines', (n: number) => `甲${' '.repeat(3990)}甲\n`.repeat(n / 4)],
    ['marks within lines', (n: number) => `甲${'*_#'.repeat(1300)}甲\n`.repeat(n / 4)],
    ['ordinary words', (n: number) => '第一条 公开是常态，不公开是例外。\n'.repeat(n * 50)],
    ['articles that stand twice', (n: number) => '第一条 甲\n'.repeat(n * 150)],
  ])('takes as long as it is long: %s', (_, make) => {
    expect(
      growthExponent(
        size => `个人信息保护法\n${make(size)}`,
        text => read(text),
        500,
      ),
    ).toBeLessThan(1.5);
  });

  it('names no more problems than are read', () => {
    const { problems } = read(`个人信息保护法\n${'第一条 甲\n'.repeat(10_000)}`);
    expect([...problems.values()].flat().length).toBeLessThanOrEqual(LIMITS.fileProblems + 1);
  });

  it('of any size and kind is read in time and without a throw', () => {
    for (const text of [
      '第'.repeat(1_900_000),
      '# \n'.repeat(600_000),
      '（一）\n'.repeat(400_000),
      `第一条 ${'甲'.repeat(1_900_000)}`,
      ' '.repeat(2_000_001),
    ]) {
      expect(() => read(`个人信息保护法\n${text}`)).not.toThrow();
    }
  });
});
