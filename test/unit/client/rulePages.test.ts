import { describe, expect, it } from 'vitest';
import { showRulePage } from '../../../client/src/rulePages.ts';
import { RULE_TITLES } from '../../../server/src/messages/ruleTitles.ts';
import { FakeDocument, FakeEditor } from '../../support/fakeEditor.ts';

describe('show the page of a rule', () => {
  it('at once where the rule is known', async () => {
    const editor = new FakeEditor();
    await showRulePage(editor, 'totals/row-total');
    expect(editor.pagesShown).toEqual(['docs/rules/totals/row-total.md']);
    expect(editor.picks).toEqual([]);
  });

  it.each([undefined, '../../secret', 7])('lets the user pick for %j, first what is found in the draft', async rule => {
    const editor = new FakeEditor();
    editor.active = new FakeDocument('file:///年报.md', '');
    editor.rulesFound = ['totals/row-total', 'undefined'];
    editor.answers = ['占比不符'];
    await showRulePage(editor, rule);
    const [first, ...others] =
      editor.picks[0]?.map(({ label, description, detail }) => [label, description, detail]) ?? [];
    expect(first).toEqual(['一行的总计不平', 'totals/row-total', '勾稽关系 · 本草稿有此问题']);
    expect(others).toHaveLength(Object.keys(RULE_TITLES).length - 1);
    expect(others).toContainEqual(['占比不符', 'prose/share', '正文与表格']);
    expect(editor.pagesShown).toEqual(['docs/rules/prose/share.md']);
  });
});
