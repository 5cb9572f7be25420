import { describe, expect, it } from 'vitest';
import { DIRECTIVE_RULES } from '../../../server/src/analysis/directiveRules.ts';
import { RULE_GROUPS, RULE_TITLES, ruleNamed, ruleTitle } from '../../../server/src/messages/ruleTitles.ts';
import { ACROSS_RULES } from '../../../server/src/rules/acrossRules.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { readCommand, writeComment } from '../../../server/src/syntax/directiveGrammar.ts';
import { findingsOf } from '../../support/fixture.ts';

const IDS = [...RULES, ...ACROSS_RULES, ...DIRECTIVE_RULES].map(({ id }) => id);

describe('titles of rules', () => {
  it('are there for every rule and for no other, in both languages', () => {
    expect(Object.keys(RULE_TITLES).sort()).toEqual([...IDS].sort());
    for (const language of ['zh-CN', 'en'] as const)
      expect(new Set(IDS.map(id => ruleTitle(language, id))).size).toBe(IDS.length);
    expect([...new Set(IDS.map(id => id.split('/')[0]))].filter(group => !(group! in RULE_GROUPS))).toEqual([]);
  });

  it.each(IDS)('%s: short, Chinese alone and English alone', id => {
    expect(ruleTitle('zh-CN', id)).toMatch(/^\p{Script=Han}{3,12}$/u);
    expect(ruleTitle('en', id)).toMatch(/^[A-Z][A-Za-z ,-]{3,35}$/);
  });

  it('name the rule in comments as its id does', () => {
    for (const id of IDS) {
      const comment = writeComment({ kind: 'silence', rule: ruleTitle('zh-CN', id), reason: '理由' });
      const command = readCommand(comment.slice('<!-- '.length, -' -->'.length));
      expect(command).toMatchObject({ kind: 'silence', reason: '理由' });
      expect(command?.kind === 'silence' && ruleNamed(command.rule)).toBe(id);
      expect(ruleNamed(id)).toBe(id);
    }
  });
});

describe('a comment that names a title', () => {
  const draft = (name: string) =>
    `# 青川县林业局2024年政府信息公开工作年度报告\n\n<!-- 年报检查 忽略 ${name}：原稿如此 -->\n一是加强领导。三是完善制度。\n`;
  const numbering = async (name: string) =>
    (await findingsOf(draft(name))).filter(({ rule }) => rule === 'structure/numbering' || rule.endsWith('-silence'));

  it('silences the rule', async () => {
    expect(await numbering('编号不连续')).toEqual([]);
    expect(await numbering('structure/numbering')).toEqual([]);
  });

  it('is quoted as it was written where there is no such rule', async () => {
    expect(await numbering('编号不连')).toMatchObject([
      { rule: 'wording/unknown-silence', args: { rule: '编号不连' } },
      { rule: 'structure/numbering' },
    ]);
    expect(await numbering('占比不符')).toMatchObject([
      { rule: 'wording/unused-silence', args: { rule: '占比不符' } },
      { rule: 'structure/numbering' },
    ]);
  });
});
