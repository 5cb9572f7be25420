import { describe, expect, it } from 'vitest';
import { draftEntry, headOf } from '../../../client/src/draftEntries.ts';
import { messagesIn } from '../../../server/src/messages/text.ts';
import type { StatusParams } from '../../../server/src/protocol/protocol.ts';

const say = messagesIn('zh-CN');
const STATUS: StatusParams = {
  uri: 'file:///a.md',
  version: 1,
  edition: '2021',
  editionName: '2021年格式',
  reportYear: 2024,
  errors: 1,
  warnings: 0,
  others: 1,
  hints: 1,
  isRecognised: true,
  publicBody: '临溪县林业局',
  progress: null,
  isAllChecked: true,
  failedRules: [],
};

describe('whose report a draft is', () => {
  it.each([
    ['its title says', '草稿', '\n# 临溪县林业局2024年政府信息公开工作年度报告\n\n正文', '临溪县林业局', 2024],
    ['its name says', '临溪县林业局2023年政府信息公开工作年度报告', '正文', '临溪县林业局', 2023],
    ['nothing says', '第二稿', '正文', undefined, undefined],
  ])('%s', (_, name, text, publicBody, year) => {
    expect(headOf(name, text)).toEqual({ publicBody, year });
  });
});

describe('the line of a draft', () => {
  it('names body, year and what is open of one that was checked', () => {
    expect(draftEntry(say, '年报', { publicBody: undefined, year: undefined }, STATUS)).toEqual({
      label: '临溪县林业局',
      description: '2024 年度 · 还有 1 个问题',
    });
  });

  it('of one that was not says so, under its name where its body is not known', () => {
    const head = { publicBody: undefined, year: undefined };
    expect(draftEntry(say, '第二稿', head, undefined)).toEqual({
      label: '第二稿',
      description: '年度不明 · 打开后检查',
    });
  });
});
