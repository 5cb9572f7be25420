import { describe, expect, test } from 'vitest';
import { titleMisquoted } from '../../../server/src/model/statuteTitles.ts';
import { namesOf, statutes } from '../../../server/src/statutes/index.ts';

const REGULATION = '中华人民共和国政府信息公开条例';

describe('titles misquoted', () => {
  test.each([
    ['中华人民共和国政府信息公开条列', REGULATION],
    ['中华人民共和国政务信息公开条例', REGULATION],
    ['中华人民共和国政府信息公开工作条例', REGULATION],
    ['中华人民共和国信息公开条例', REGULATION],
    ['中华人民共和国政府公开信息条例', REGULATION],
    ['中华人民共和国政府信息公开条', REGULATION],
    ['中华人民共和国政府政府信息公开条例', REGULATION],
    ['中华人名共和国政府信息公开条例', REGULATION],
    ['中华人民共国政府信息公开条例', REGULATION],
    ['中华人民共和国 政府信息公布条例', REGULATION],
    ['政府信息公开工作条例', '政府信息公开条例'],
    ['政府信息公开条列', '政府信息公开条例'],
    ['政务信息公开条例', '政府信息公开条例'],
    ['政府信息公开信息处理费管理方法', '政府信息公开信息处理费管理办法'],
    ['政府信息公开处理费管理办法', '政府信息公开信息处理费管理办法'],
    ['政府信息公开工作年度报告格试', '政府信息公开工作年度报告格式'],
    ['中华人民共和国行政复仪法', '中华人民共和国行政复议法'],
    ['中华人民共和国个人信息保户法', '中华人民共和国个人信息保护法'],
  ])('《%s》 is 《%s》', (name, title) => {
    expect(titleMisquoted(name)).toBe(title);
  });

  test.each([
    '福建省政府信息公开办法', '中山市政府信息公开规定', '某省政府信息公开条例', '政府信息公开办法', '政府信息公开规定', '政府信息公开指南', '政府信息公开目录',
    '政府信息公开工作制度', '政府信息公开工作办法', '政府信息公开保密审查办法', '政务公开条例', '条例', '信息公开条例', '中华人民共和国行政强制法',
    '中华人民共和国行政监察法', '中华人民共和国行政复议法实施条例', '中华人民共和国保守国家秘密法实施条例', '中华人民共和国档案法实施办法',
    '中华人民共和国政府采购法', '中华人民共和国政府信息公开条例实施细则', '中华人民共和国数据安全法', '中华人民共和国民法典', '行政强制法', '数据安全法',
    '政府信息公开申请办理规范', '2024年政务公开工作要点', '政府信息公开', '政府信息公开手册', '政府信息公开专栏', '政府信息公开工作年度报告', '政府信息公开年度报告', '中华人民共和国政府信息公开条例（修订草案）', '公共企事业单位信息公开规定', '机关事务管理条例', '重大行政决策程序暂行条例',
    '新修订的中华人民共和国政府信息公开条例', '中华人民共和国政府信息公开条例（2019年修订）', '关于印发〈政府信息公开条例〉的通知', '',
  ])('《%s》 is none', name => {
    expect(titleMisquoted(name)).toBeUndefined();
  });

  test('no name known here is misquoted', () => {
    for (const statute of statutes) for (const name of namesOf(statute)) expect(titleMisquoted(name)).toBeUndefined();
  });
});
