import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../server/src/analysis/files/settings.ts';
import { UNINTERRUPTED } from '../../../server/src/analysis/scheduler.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { checkList, isAllChecked } from '../../../server/src/features/checkList.ts';
import { editionForYear } from '../../../server/src/format/index.ts';
import { Source } from '../../../server/src/text/source.ts';
import { expandMacros } from '../../support/macros.ts';

const EDITION = editionForYear(2024);
const HEAD = expandMacros('{{head 临溪县林业局 2024}}', EDITION);
const WHOLE = `${HEAD}\n\n${expandMacros('{{parts 一-六}}', EDITION)}\n`;

async function listOf(text: string, settings: Settings = DEFAULT_SETTINGS) {
  const snapshot = new Snapshot('file:///draft.md', 1, new Source(text), settings);
  return checkList(snapshot, await snapshot.findings(UNINTERRUPTED), 'zh-CN');
}

const notChecked = async (text: string, settings?: Settings) =>
  (await listOf(text, settings)).entries.filter(({ kind }) => kind === 'notChecked').map(({ text: words }) => words);

describe('the list of what was checked', () => {
  it('of a whole report leaves nothing out, and says what no program can check', async () => {
    const list = await listOf(WHOLE);
    expect(list.open).toBe(0);
    expect(isAllChecked(list)).toBe(true);
    const texts = list.entries.map(({ text }) => text);
    expect(texts).toContain('《收到和处理政府信息公开申请情况》的勾稽关系：39 个平，0 个不平。');
    expect(texts.at(-1)).toContain('上年');
  });

  it.each([
    ['no year', WHOLE.replaceAll('2024', ''), '看不出报告年度'],
    ['no report', '# 会议记录\n\n下周三开会。\n', '看不出是年度报告'],
    ['a blank table', WHOLE.replace(/(\|[^|\n]*规章[^\n]*?)\|[ \d|]+\n[^]*?(?=\n\n)/, '$1|  |  |  |'), '尚未填写'],
    ['a part that is missing', `${HEAD}\n\n${expandMacros('{{parts 一-三}}', EDITION)}\n`, '没有写齐：部分 3/6'],
    [
      'a table that is missing',
      `${HEAD}\n\n${expandMacros('{{parts 一-三}}', EDITION)}\n`,
      '没有《政府信息公开行政复议',
    ],
    ['a word in a cell', WHOLE.replace(/(予以公开[^\d\n]*)\d+/, '$1若干'), '读不成数字'],
  ])('names what was left out: %s', async (_, text, words) => {
    expect(await notChecked(text)).toEqual(expect.arrayContaining([expect.stringContaining(words)]));
  });

  it('names rules that are turned off', async () => {
    const settings: Settings = { ...DEFAULT_SETTINGS, severities: { 'wording/odd-signs': 'off' } };
    expect(await notChecked(WHOLE, settings)).toEqual(['按设置关闭了 1 条规则，没有检查。']);
  });

  it('counts silences with their reason as decided, not as left out', async () => {
    const list = await listOf(`<!-- 年报检查 忽略 totals/row-total：含代办件 -->\n${WHOLE}`);
    expect(isAllChecked(list)).toBe(true);
    expect(list.entries.map(({ text }) => text)).toContain('草稿里有 1 处写明理由的“忽略”。');
  });
});
