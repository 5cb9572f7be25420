import { describe, expect, test } from 'vitest';
import {
  isGenericName,
  isGenericShortName,
  kindOfTitle,
  OWN_NAMES,
} from '../../../../server/src/statutes/registry/genericNames.ts';
import { filesWithCode } from '../../../support/sourceCode.ts';

describe('generic names of documents', () => {
  test.each(['条例', '办法', '实施细则', '管理办法', '标准'])('%s has to be introduced', name => {
    expect([isGenericName(name), isGenericShortName(name)]).toEqual([true, true]);
  });

  test.each(['指南', '目录', '公告', '实施条例'])('%s is generic, but needs no introduction', name => {
    expect([isGenericName(name), isGenericShortName(name)]).toEqual([true, false]);
  });

  test.each(['政府信息公开条例', '任务分解表', '法', ''])('%s is no generic name', name => {
    expect([isGenericName(name), isGenericShortName(name)]).toEqual([false, false]);
  });

  test.each([
    ['某省绿化条例', '条例'],
    ['某法实施条例', '实施条例'],
    ['政府信息公开信息处理费管理办法', '办法'],
    ['行政复议法', '法'],
    ['年度工作总结', undefined],
  ])('《%s》 is of the kind %s', (title, kind) => {
    expect(kindOfTitle(title)).toBe(kind);
  });

  test('a statute calls itself by its kind', () => {
    expect(OWN_NAMES).toEqual(expect.arrayContaining(['本条例', '本法', '本办法', '本规定', '本通知', '本标准']));
  });

  test('no other file lists them', () => {
    const listed = /(['"|])(?:实施办法|办法|细则)\1?[^;]{0,40}?['"|](?:规定|细则|规则|意见|通知)['"|]/;
    expect(filesWithCode(listed)).toEqual(['server/src/statutes/registry/genericNames.ts']);
  });
});
