import { describe, expect, it } from 'vitest';
import { changeEdition } from '../../../client/src/changeEdition.ts';
import type { EditionChoices } from '../../../server/src/protocol/newReport.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import { Source } from '../../../server/src/text/source.ts';
import { FakeDocument, FakeEditor } from '../../support/fakeEditor.ts';

const TEXT = '# 海东县林业局2024年政府信息公开工作年度报告\n';
const AUTO = '自动（按报告年度）';
const OLD = '2019年格式（2019、2020年度）';

const NAMES = [
  ['2021', '2021'],
  ['2019', '2019'],
  ['2007', '2007'],
  ['rule-of-law-2019', '法治政府建设年度报告（2019年度起）'],
  ['临溪-2021', '政府信息公开工作年度报告（2021年格式，临溪省补充）'],
] as const;

/** A server that knows formats, and says why a draft is not checked against any. */
function knowing(whyUnchecked?: string) {
  const answer: EditionChoices = {
    editions: NAMES.map(([id, name]) => ({ id, name })),
    ...(whyUnchecked === undefined ? {} : { whyUnchecked }),
  };
  return { ask: <R>() => Promise.resolve(answer as R), addressOf: () => 'file:///年报.md' };
}

const SERVER = knowing();

async function changed(answers: (string | undefined)[], text = TEXT, prepare?: (editor: FakeEditor) => void) {
  const editor = new FakeEditor();
  prepare?.(editor);
  const draft = new FakeDocument('file:///草稿/年报.md', text);
  editor.answers = answers;
  await changeEdition(editor, SERVER, draft.asDocument);
  return { editor, draft };
}

describe('change the edition', () => {
  it('of one draft: by a comment that the checker reads', async () => {
    const { draft } = await changed([OLD, '仅本草稿']);
    const { report } = new Snapshot('file:///年报.md', 1, new Source(draft.text), DEFAULT_SETTINGS);
    expect(report.edition?.id).toBe('2019');
    expect(draft.text.endsWith(TEXT)).toBe(true);
  });

  it('changes the comment that stands there, and takes it away', async () => {
    const { draft } = await changed([OLD, '仅本草稿']);
    const { draft: newer } = await changed(['2021年格式（2021年度起）', '仅本草稿'], draft.text);
    expect(newer.text.match(/年报检查/g)).toHaveLength(1);
    expect(newer.text).toContain('2021');
    const { draft: without } = await changed([AUTO, '仅本草稿'], newer.text);
    expect(without.text).toBe(TEXT);
  });

  it.each([
    ['本工作区', 'workspace'],
    ['所有草稿', 'user'],
  ])('of all drafts: %s', async (place, target) => {
    const { editor, draft } = await changed([OLD, place]);
    expect(editor.settingsChanged).toEqual([['format.edition', '2019', target]]);
    expect(draft.text).toBe(TEXT);
    const { editor: other } = await changed([AUTO, place]);
    expect(other.settingsChanged).toEqual([['format.edition', undefined, target]]);
  });

  it.each([
    [0, ['仅本草稿', '所有草稿']],
    [1, ['仅本草稿', '本工作区', '所有草稿']],
    [2, ['仅本草稿', '本文件夹', '本工作区', '所有草稿']],
  ])('offers the places that there are with %i folders', async (count, labels) => {
    const { editor } = await changed([OLD, undefined], TEXT, each => {
      each.folderTotal = count;
      each.settings.set('format.edition', '2019');
    });
    expect(editor.picks[0]?.map(({ description }) => description)).toEqual(['', '', '当前设置', '', '', '']);
    expect(editor.picks[1]?.map(({ label }) => label)).toEqual(labels);
    expect(editor.settingsChanged).toEqual([]);
  });

  it('says so where the draft could not be changed', async () => {
    const { editor, draft } = await changed([OLD, '仅本草稿'], TEXT, each => {
      each.refusedEdits = 1;
    });
    expect(draft.text).toBe(TEXT);
    expect(editor.warned).toEqual([expect.stringContaining('是只读的')]);
  });

  it('of a draft that changes while the user picks: in the text as it is then', async () => {
    const editor = new FakeEditor();
    const draft = new FakeDocument('file:///草稿/年报.md', TEXT);
    editor.answers = [OLD, '仅本草稿'];
    editor.whilePicking = () => {
      draft.text = `<!-- 年报检查 格式：2021 -->\n${TEXT}`;
    };
    await changeEdition(editor, SERVER, draft.asDocument);
    expect(draft.text.match(/年报检查/g)).toHaveLength(1);
    expect(draft.text).toContain('2019');
  });

  it('offers those of all kinds and of format files by name, in a comment or in the settings', async () => {
    const { draft } = await changed(['法治政府建设年度报告（2019年度起）', '仅本草稿']);
    const { report } = new Snapshot('file:///年报.md', 1, new Source(draft.text), DEFAULT_SETTINGS);
    expect(report.edition?.id).toBe('rule-of-law-2019');
    const local = '政府信息公开工作年度报告（2021年格式，临溪省补充）';
    const { editor } = await changed([local, '所有草稿']);
    expect(editor.settingsChanged).toEqual([['format.edition', '临溪-2021', 'user']]);
    const { draft: other } = await changed([local, '仅本草稿'], draft.text);
    expect(other.text).toBe(`<!-- 年报检查 格式 临溪-2021 -->\n${TEXT}`);
  });

  it('offers those that are built in where no server answers, and says why a draft is not checked', async () => {
    const editor = new FakeEditor();
    const draft = new FakeDocument('file:///草稿/年报.md', TEXT);
    await changeEdition(editor, { ...SERVER, ask: () => Promise.resolve(undefined) }, draft.asDocument);
    expect(editor.picks[0]).toHaveLength(4);
    await changeEdition(editor, knowing('标题里有“解读”'), draft.asDocument);
    expect(editor.placeHolders.at(-1)).toBe('标题里有“解读”');
  });

  it('changes nothing where nothing is picked', async () => {
    const { editor, draft } = await changed([undefined]);
    expect(editor.picks).toHaveLength(1);
    expect(draft.text).toBe(TEXT);
  });
});
