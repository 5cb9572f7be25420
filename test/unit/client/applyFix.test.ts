import { describe, expect, it } from 'vitest';
import { applyFix, type Fix } from '../../../client/src/applyFix.ts';
import { FakeDocument, FakeEditor, settled } from '../../support/fakeEditor.ts';

const TEXT = '| 1 |  | 3 |\n| 4 |  | 6 |\n';
const NONE = '没有可以改的';
const MOVED = '“年报.md”没有改动：它刚刚有别的改动，或已关闭。请核对后再做一次。';
const READ_ONLY = '“年报.md”是只读的，没有改动。请取消只读，或另存一份再改。';

/** A fix of the blank cell in a line, as it is found now. */
function fillOf(editor: FakeEditor, draft: FakeDocument, line: number, elsewhere = false): Fix {
  const range = { start: { line, character: 6 }, end: { line, character: 7 } };
  const { version } = draft;
  return {
    title: `填第 ${String(line + 1)} 行`,
    write: () => editor.applyEdits(draft.asDocument, { version, edits: [{ range, newText: '0 ' }] }),
    ...(elsewhere ? { elsewhere: { range, message: '空格' } } : {}),
  };
}

function desk() {
  const editor = new FakeEditor();
  return { editor, draft: new FakeDocument('file:///草稿/年报.md', TEXT) };
}

describe('applying a fix', () => {
  it('writes the one that there is', async () => {
    const { editor, draft } = desk();
    await applyFix(editor, draft.asDocument, { find: () => Promise.resolve([fillOf(editor, draft, 0)]), none: NONE });
    expect(draft.text).toBe('| 1 | 0 | 3 |\n| 4 |  | 6 |\n');
    expect([editor.picks, editor.warned, editor.informed]).toEqual([[], [], []]);
  });

  it('is looked for anew in a draft that moved on while it was looked for', async () => {
    const { editor, draft } = desk();
    let asked = 0;
    const find = () => {
      const found = [fillOf(editor, draft, asked)];
      if (asked++ === 0) editor.edit(draft, `标题\n${TEXT}`);
      return Promise.resolve(found);
    };
    await applyFix(editor, draft.asDocument, { find, none: NONE });
    expect(draft.text).toBe('标题\n| 1 | 0 | 3 |\n| 4 |  | 6 |\n');
    expect([asked, editor.warned]).toEqual([2, []]);
  });

  it('says so of a draft that never stands still, and writes nothing', async () => {
    const { editor, draft } = desk();
    const find = () => {
      editor.edit(draft, `${draft.text}。`);
      return Promise.resolve([fillOf(editor, draft, 0)]);
    };
    await applyFix(editor, draft.asDocument, { find, none: NONE });
    expect(editor.warned).toEqual([MOVED]);
    expect(draft.text.startsWith(TEXT)).toBe(true);
  });

  it.each([
    ['nothing to do', [], [[NONE]], []],
    ['no answer', undefined, [], [new FakeEditor().say('client.noServer')]],
  ] as const)('says of %s that nothing was done', async (_, found, informed, warned) => {
    const { editor, draft } = desk();
    await applyFix(editor, draft.asDocument, { find: () => Promise.resolve(found), none: NONE });
    expect([editor.informed, editor.warned, draft.text]).toEqual([informed, warned, TEXT]);
  });

  it('lets one of several be picked and shows where it stands', async () => {
    const { editor, draft } = desk();
    editor.answers = ['填第 2 行'];
    const find = () => Promise.resolve([fillOf(editor, draft, 0, true), fillOf(editor, draft, 1, true)]);
    await applyFix(editor, draft.asDocument, { find, none: NONE });
    expect(editor.picks[0]?.map(({ label, description, detail }) => [label, description, detail])).toEqual([
      ['填第 1 行', '第 1 行', '空格'],
      ['填第 2 行', '第 2 行', '空格'],
    ]);
    expect(editor.shown).toHaveLength(1);
    expect(draft.text).toBe('| 1 |  | 3 |\n| 4 | 0 | 6 |\n');
  });

  it('writes nothing into a draft that was edited while the list was open, and says so', async () => {
    const { editor, draft } = desk();
    editor.answers = ['填第 2 行'];
    editor.whilePicking = () => {
      editor.edit(draft, `标题\n${TEXT}`);
    };
    const find = () => Promise.resolve([fillOf(editor, draft, 0, true), fillOf(editor, draft, 1, true)]);
    await applyFix(editor, draft.asDocument, { find, none: NONE });
    expect([draft.text, editor.warned, editor.shown]).toEqual([`标题\n${TEXT}`, [MOVED], []]);
  });

  it('runs what goes on elsewhere behind the edits, and not without them', async () => {
    const { editor, draft } = desk();
    const done: string[] = [];
    const run = () => {
      done.push(draft.text);
      return Promise.resolve();
    };
    const find = () => Promise.resolve([{ ...fillOf(editor, draft, 0), run }]);
    await applyFix(editor, draft.asDocument, { find, none: NONE });
    expect(done).toEqual(['| 1 | 0 | 3 |\n| 4 |  | 6 |\n']);
    editor.refusedEdits = 1;
    await applyFix(editor, draft.asDocument, {
      find: () => Promise.resolve([{ ...fillOf(editor, draft, 0), run }]),
      none: NONE,
    });
    await settled();
    expect([done.length, editor.warned]).toEqual([1, [READ_ONLY]]);
  });
});
