import { describe, expect, it } from 'vitest';
import { compare, findingsOf, readFixture } from '../../support/fixture.ts';

const MISTAKE = `//! draft 有误：两个总计
//! standard
{{head 绿洲县卫健局 2024}}

{{parts 一-二}}

## 三、收到和处理政府信息公开申请情况

{{table3 newReceived: 6 3 0 0 0 0 | 8}}
//! error totals/row-total 「8」 computed=9

{{parts 四-六}}
`;

describe('standard drafts', () => {
  it('are made of one with a mistake: without it, up to it, and with other line ends', async () => {
    const drafts = readFixture(MISTAKE);
    expect(drafts.map(({ name }) => name.slice(0, 2))).toEqual(['有误', '无误', '未完', '全角']);
    const [broken, clean, cut, wide] = drafts;
    expect(clean).toMatchObject({ isSilent: true, expectations: [] });
    expect(clean?.text).toContain('绿洲县卫健局2024年');
    expect(cut?.quietRule).toBe('totals/row-total');
    expect(broken?.text.startsWith(cut?.text.trimEnd() ?? '?')).toBe(true);
    expect(wide?.text).toBe(`\ufeff${broken?.text.replaceAll('\n', '\r\n') ?? ''}`);
    for (const draft of drafts)
      expect(compare(await findingsOf(draft.text), draft), draft.name).toEqual({ unexpected: [], missing: [] });
  });

  it('fail where a rule speaks too early', () => {
    const [, , cut] = readFixture(MISTAKE);
    const early = { rule: 'totals/row-total' } as Parameters<typeof compare>[0][number];
    const other = { rule: 'structure/missing-section' } as Parameters<typeof compare>[0][number];
    expect(cut && compare([early, other], cut).unexpected).toEqual([early]);
  });

  it('can be asked for one by one', () => {
    const only = MISTAKE.replace('//! standard', '//! standard 全角');
    expect(readFixture(only).map(({ name }) => name.slice(0, 2))).toEqual(['有误', '全角']);
  });

  it.each([
    ['without a head', MISTAKE.replace('{{head 绿洲县卫健局 2024}}', '# 绿洲县卫健局2024年政府信息公开工作年度报告')],
    ['without a mistake', MISTAKE.replace(/\/\/! error.*\n/, '')],
    ['of a kind that there is not', MISTAKE.replace('//! standard', '//! standard 半角')],
  ])('cannot be made %s', (_, text) => {
    expect(() => readFixture(text)).toThrow();
  });
});
