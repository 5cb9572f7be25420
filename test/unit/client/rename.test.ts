import { describe, expect, it } from 'vitest';
import { renameAfterPreview } from '../../../client/src/rename.ts';
import type { RenamePreview } from '../../../server/src/protocol/protocol.ts';
import { FakeDocument, FakeEditor } from '../../support/fakeEditor.ts';

const TEXT = '新收20件，\n办结20件。\n';
const at = (line: number) => ({ start: { line, character: 2 }, end: { line, character: 4 } });
const PREVIEW: RenamePreview = {
  version: 1,
  edits: [
    { range: at(0), newText: '25' },
    { range: at(1), newText: '25' },
  ],
  title: '20 改为 25（2 处）',
  places: ['第 1 行：20 改为 25', '第 2 行：20 改为 25'],
  troubles: ['总计不符'],
};
const APPLY = '修改这 2 处';

async function renamed(answer: string | undefined, meanwhile?: (editor: FakeEditor, draft: FakeDocument) => void) {
  const editor = new FakeEditor();
  const draft = new FakeDocument('file:///草稿/年报.md', TEXT);
  editor.answers = [answer];
  editor.whilePicking = () => meanwhile?.(editor, draft);
  await renameAfterPreview(editor, draft.asDocument, PREVIEW);
  return { editor, draft };
}

describe('renaming a figure', () => {
  it('lists the places and what does not add up, and changes all places at once', async () => {
    const { editor, draft } = await renamed(APPLY);
    expect(editor.picks[0]?.map(({ label, isHeading, icon }) => [label, isHeading ?? false, icon])).toEqual([
      [APPLY, false, 'check'],
      ['将要修改', true, undefined],
      ['第 1 行：20 改为 25', false, 'edit'],
      ['第 2 行：20 改为 25', false, 'edit'],
      ['改后需要一并核对', true, undefined],
      ['总计不符', false, 'warning'],
    ]);
    expect(draft.text).toBe('新收25件，\n办结25件。\n');
    expect([draft.version, editor.warned]).toEqual([2, []]);
  });

  it.each([undefined, '第 1 行：20 改为 25'])('changes nothing where %j is picked', async answer => {
    const { editor, draft } = await renamed(answer);
    expect([draft.text, editor.warned]).toEqual([TEXT, []]);
  });

  it('changes nothing in a draft that was edited while the list was open, and says so', async () => {
    const edited = `\n\n${TEXT}`;
    const { editor, draft } = await renamed(APPLY, (each, document) => {
      each.edit(document, edited);
    });
    expect(draft.text).toBe(edited);
    expect(editor.warned).toEqual(['“年报.md”没有改动：它刚刚有别的改动，或已关闭。请核对后再做一次。']);
  });
});
