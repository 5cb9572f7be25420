import { describe, expect, it } from 'vitest';
import { showRulePage } from '../../../client/src/rulePages.ts';
import { FakeDocument, FakeEditor } from '../../support/fakeEditor.ts';

describe('show the page of a rule', () => {
  function withPages(): FakeEditor {
    const editor = new FakeEditor();
    const folder = (name: string) => ({ name, isFolder: true });
    const file = (name: string) => ({ name, isFolder: false });
    editor.folders.set('docs/rules', [folder('totals'), file('README.md'), folder('prose')]);
    editor.folders.set('docs/rules/totals', [file('row-total.md'), file('notes.txt')]);
    editor.folders.set('docs/rules/prose', [file('share.md'), file('average.md')]);
    return editor;
  }

  it('at once where the rule is known', async () => {
    const editor = withPages();
    await showRulePage(editor, 'totals/row-total');
    expect(editor.pagesShown).toEqual(['docs/rules/totals/row-total.md']);
    expect(editor.picks).toEqual([]);
  });

  it.each([undefined, '../../secret', 7])('lets the user pick for %j, first what is found in the draft', async rule => {
    const editor = withPages();
    editor.active = new FakeDocument('file:///年报.md', '');
    editor.rulesFound = ['totals/row-total', 'undefined'];
    editor.answers = ['占比不符'];
    await showRulePage(editor, rule);
    expect(editor.picks[0]?.map(({ label, description, detail }) => [label, description, detail])).toEqual([
      ['一行的总计不平', 'totals/row-total', '勾稽关系 · 本草稿有此问题'],
      ['平均数不符', 'prose/average', '正文与表格'],
      ['占比不符', 'prose/share', '正文与表格'],
    ]);
    expect(editor.pagesShown).toEqual(['docs/rules/prose/share.md']);
  });

  it('says that there are none in a build without pages', async () => {
    const editor = new FakeEditor();
    await showRulePage(editor, undefined);
    expect(editor.informed).toEqual([['没有找到规则说明。']]);
    expect(editor.pagesShown).toEqual([]);
  });
});
