import { describe, expect, it } from 'vitest';
import { DIRECTIVE_RULES } from '../../../server/src/analysis/directiveRules.ts';
import type { MessageValues } from '../../../server/src/messages/arguments.ts';
import { en } from '../../../server/src/messages/en.ts';
import type { UncheckedCatalogue } from '../../../server/src/messages/message.ts';
import { messageInLines, messageOf } from '../../../server/src/messages/text.ts';
import { zhCN } from '../../../server/src/messages/zh-CN.ts';
import { ACROSS_RULES } from '../../../server/src/rules/acrossRules.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { findingsOf, readFixture } from '../../support/fixture.ts';

/** Every argument that a message may ask for. */
const ANY: MessageValues = new Proxy({}, { get: (_, name) => (typeof name === 'string' ? '7' : undefined) });
const IDS = Object.keys(zhCN).filter(id => id.includes('/'));
const RULE_IDS: ReadonlySet<string> = new Set([...RULES, ...ACROSS_RULES, ...DIRECTIVE_RULES].map(({ id }) => id));

function linesOf(catalogue: object, id: string): string[] {
  const said = (catalogue as UncheckedCatalogue)[id]?.(ANY) ?? '';
  return said.split('\n');
}

describe('every finding', () => {
  it('belongs to a rule', () => {
    expect(IDS.filter(id => !RULE_IDS.has(id.replace(/#.*/, '')))).toEqual([]);
    expect(IDS.length).toBeGreaterThan(100);
  });

  it.each(IDS)('%s says what, on which basis, and what to do, on lines of their own', id => {
    const chinese = linesOf(zhCN, id);
    expect(chinese.length).toBeGreaterThanOrEqual(2);
    expect(chinese.length).toBeLessThanOrEqual(3);
    for (const line of chinese) expect(line).toMatch(/^\S.*[。）]$/);
    expect(chinese[0]).not.toMatch(/(?<!申)请/);
    expect(chinese.at(-1)).toMatch(/(?<!申)请|建议/);
    const english = linesOf(en, id);
    expect(english.length).toBeGreaterThanOrEqual(2);
    expect(english.length).toBeLessThanOrEqual(3);
    for (const line of english) expect(line).toMatch(/^\S.*[.)]$/);
    expect(english.at(-1)).toMatch(DOES);
  });
});

/** What a person is asked to do begins with a verb. */
const DOES =
  /^(?:Add|Check|Choose|Complete|Convert|Correct|Delete|Enter|Fill|Follow|Give|Insert|Keep|Make|Move|Name|Paste|Put|Rename|Reopen|Replace|Restore|Say|Use|Write)\b/;

describe('a broken sum', () => {
  it.each([
    ['-42', '“公民”总计填 5，各列合计多 42，为 47（3 + 44）。'],
    ['2', '“公民”总计填 5，各列合计少 2，为 47（3 + 44）。'],
  ])('says by how much the sum is above or below its total (%s)', (difference, first) => {
    const args = { row: '公民', stated: 5, computed: 47, parts: '3 + 44', difference };
    const [what] = messageInLines('zh-CN', { message: 'totals/row-total', args }).split('\n');
    expect(what).toBe(first);
    expect(messageOf('zh-CN', { message: 'totals/row-total', args })).toBe(
      `${first}依据年度报告格式表三。请核对各列或总计。`,
    );
  });
});

describe('a difference between text and table', () => {
  const draft = (sentence: string, table: string) =>
    readFixture(
      `{{head 青川县林业局 2024}}\n\n## 一、总体情况\n\n${sentence}\n\n## 二、主动公开政府信息情况\n\n${table}\n\n{{parts 三-六}}`,
    )[0]?.text ?? '';

  it.each([
    ['收取行政事业性收费1.2万元。', '{{table2 administrativeFee: 0}}', '正文写 1.2万元，表格为 0，正文多 1.2万元。'],
    [
      '行政事业性收费共1.2万元。',
      '{{table2 administrativeFee: 0.8}}',
      '正文写 1.2万元，表格为 0.8万元，正文多 0.4万元。',
    ],
    [
      '行政事业性收费共12000元。',
      '{{table2 administrativeFee: 0.8}}',
      '正文写 12000元，表格为 8000元，正文多 4000元。',
    ],
    ['作出行政许可15件。', '{{table2 administrativeLicense: 17}}', '正文写 15件，表格为 17，正文少 2件。'],
  ])('is told in the unit of the text: %s', async (sentence, table, first) => {
    const found = (await findingsOf(draft(sentence, table))).filter(({ rule }) => rule === 'prose/against-table');
    expect(found.map(each => messageInLines('zh-CN', each).split('\n')[0])).toEqual([first]);
  });

  it('is corrected in the unit of the text, and in the table in its own', async () => {
    const found = await findingsOf(draft('行政事业性收费共12000元。', '{{table2 administrativeFee: 0.8}}'));
    const fixes = found.filter(({ rule }) => rule === 'prose/against-table').flatMap(each => each.fixes);
    expect(fixes.map(({ edits }) => edits.map(({ text }) => text))).toEqual([['8000元'], ['1.2']]);
  });
});
