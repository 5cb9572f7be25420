import { describe, expect, it } from 'vitest';
import type { DirectiveCommand } from '../../../server/src/syntax/block.ts';
import { brief, expectSound, ofKind, read } from './reading.ts';

function commandOf(text: string): DirectiveCommand {
  expectSound(text);
  const [directive] = ofKind(read(text), 'directive');
  expect(directive).toBeDefined();
  return directive!.block.command;
}

describe('comments for the checker', () => {
  it('silence a rule with a reason', () => {
    const text = '<!-- 年报检查 忽略 totals/row-total：原表如此 -->';
    const command = commandOf(text);
    expect(command).toMatchObject({ kind: 'silence', rule: 'totals/row-total', reason: '原表如此' });
    if (command.kind === 'silence')
      expect(text.slice(command.ruleSpan.start, command.ruleSpan.end)).toBe('totals/row-total');
  });

  it.each([
    ['<!--年报检查 忽略 dates/late-publication:节假日顺延-->', 'dates/late-publication', '节假日顺延'],
    ['<!-- 年报检查\u3000忽略\u3000totals/row-total\u3000：\u3000原表如此 -->', 'totals/row-total', '原表如此'],
    ['<!-- 年报检查 忽略 totals/row-total -->', 'totals/row-total', ''],
    ['<!-- 年报检查 忽略 编号不连续：原稿如此 -->', '编号不连续', '原稿如此'],
    ['<!-- 年报检查 忽略编号不连续 原稿如此 -->', '编号不连续', '原稿如此'],
    ['<!-- 年报检查 忽略 编号不连续 -->', '编号不连续', ''],
    ['<!-- 年报检查 忽略 totals/row-total： -->', 'totals/row-total', ''],
    ['<!--\n年报检查 忽略 totals/row-total：\n两行理由\n-->', 'totals/row-total', '两行理由'],
  ])('%j', (text, rule, reason) => {
    expect(commandOf(text)).toMatchObject({ kind: 'silence', rule, reason });
  });

  it('name year and edition', () => {
    expect(commandOf('<!-- 年报检查 年度 2024 -->')).toEqual({ kind: 'year', year: 2024 });
    expect(commandOf('<!-- 年报检查 年度：2024年 -->')).toEqual({ kind: 'year', year: 2024 });
    const text = '正文\n\u3000<!-- 年报检查 格式 2019 -->';
    const [directive] = ofKind(read(text), 'directive');
    expect(directive?.block.command).toMatchObject({ kind: 'edition', edition: '2019' });
    const command = directive!.block.command;
    if (command.kind === 'edition')
      expect(text.slice(directive!.at + command.editionSpan.start, directive!.at + command.editionSpan.end)).toBe(
        '2019',
      );
  });

  it('are unreadable with anything else behind the keyword', () => {
    expect(commandOf('<!-- 年报检查 略过 totals/row-total -->')).toEqual({
      kind: 'unreadable',
      text: '略过 totals/row-total',
    });
    expect(commandOf('<!-- 年报检查 年度 二〇二四 -->').kind).toBe('unreadable');
    expect(commandOf('<!-- 年报检查 -->').kind).toBe('unreadable');
    expect(commandOf('<!-- 年报检查 忽略：理由 -->').kind).toBe('unreadable');
    expect(commandOf(`<!-- 年报检查 忽略 ${'长'.repeat(41)}：理由 -->`).kind).toBe('unreadable');
  });

  it('without the keyword are for people', () => {
    expect(commandOf('<!-- 提示：请补充 -->')).toEqual({ kind: 'note' });
    expect(commandOf('<!---->')).toEqual({ kind: 'note' });
  });

  it('may stand before text on their line', () => {
    expect(brief('<!-- 提示 -->一、总体情况')).toEqual(['<note>', 'chinese 1 总体情况']);
  });

  it('that nobody closed are text', () => {
    expect(brief('<!-- 年报检查 年度 2024\n一、总体情况')).toEqual(['¶<!-- 年报检查 年度 2024', 'chinese 1 总体情况']);
  });
});

describe('fenced blocks', () => {
  it.each(['```', '~~~', '````'])('between %s are somebody’s example', fence => {
    expect(brief(`${fence}\n一、总体情况\n| 甲 | 1 |\n${fence}\n正文`)).toEqual(['<note>', '¶正文']);
  });

  const TABLE = '| 信息内容 | 本年制发件数 |\n| --- | --- |\n| 规章 | 3 |';
  const CELLS = 'pipe 信息内容|本年制发件数⏎规章|3';

  it.each(['', 'text', ' Markdown', 'csv'])('that hold nothing but tables only frame them (%j)', language => {
    const text = `\`\`\`${language}\n${TABLE}\n\n${TABLE}\n\`\`\`\n正文`;
    expect(brief(text)).toEqual(['<note>', CELLS, CELLS, '<note>', '¶正文']);
    expectSound(text);
  });

  it('that hold a whole report only frame it', () => {
    const sections = ['总体情况', '主动公开政府信息情况', '收到和处理政府信息公开申请情况', '其他需要报告的事项'];
    const text = `~~~\n# 题目\n\n${sections.map(title => `## ${title}\n\n正文\n\n${TABLE}`).join('\n\n')}\n~~~`;
    expect(brief(text)).toEqual([
      '<note>',
      '#题目',
      ...sections.flatMap(title => [`##${title}`, '¶正文', CELLS]),
      '<note>',
    ]);
    expectSound(text);
  });

  it.each([
    ['in another language', `\`\`\`js\n${TABLE}\n\`\`\``],
    ['with words beside the table', `\`\`\`\n例：\n${TABLE}\n\`\`\``],
    ['with a table that is none of a report', '```\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n```'],
  ])('are an example %s', (_, text) => {
    expect(brief(text)).toEqual(['<note>']);
  });

  it('that nobody closed are text', () => {
    expect(brief('```\n一、总体情况')).toEqual(['¶```', 'chinese 1 总体情况']);
  });
});
