import { describe, expect, it } from 'vitest';
import { silenceInSettings } from '../../../client/src/silence.ts';
import { silenceEdit } from '../../../server/src/features/support/configurationSilence.ts';
import type { SilenceEdit, SilenceEditParams } from '../../../server/src/protocol/protocol.ts';
import { FakeDocument, FakeEditor } from '../../support/fakeEditor.ts';

const SETTINGS = 'file:///草稿/.annual-report.json';
const entry = (fingerprint: string) => ({ file: '年报.txt', rule: 'prose/share', fingerprint, reason: '已逐项核对' });

const ask = (_: string, params: SilenceEditParams): Promise<SilenceEdit | undefined> =>
  Promise.resolve(silenceEdit(params, 'zh-CN'));
const silenced = (file: FakeDocument | undefined): unknown =>
  (JSON.parse(file?.text ?? '') as { readonly silenced: unknown }).silenced;

function open(text: string, isDirty = false): { editor: FakeEditor; file: FakeDocument } {
  const editor = new FakeEditor();
  const file = new FakeDocument(SETTINGS, text, 'json');
  file.isDirty = isDirty;
  editor.documents.push(file);
  return { editor, file };
}

describe('silencing in the settings file', () => {
  it('twice: both entries stand there, saved', async () => {
    const { editor, file } = open('{\n  "edition": "2021"\n}\n');
    for (const id of ['a', 'b']) await silenceInSettings(editor, ask, { uri: SETTINGS, entry: entry(id) });
    expect(JSON.parse(file.text)).toEqual({ edition: '2021', silenced: [entry('a'), entry('b')] });
    expect([file.isDirty, editor.shown, editor.warned]).toEqual([false, [], []]);
    expect(editor.informed.map(([words]) => words)).toEqual([
      expect.stringContaining('不再提示'),
      expect.stringContaining('不再提示'),
    ]);
  });

  it('asks for the reason where none is given, and writes nothing without one', async () => {
    const { editor, file } = open('{}\n');
    const silence = { uri: SETTINGS, entry: { ...entry('a'), reason: '请写明理由' } };
    await silenceInSettings(editor, ask, silence);
    expect([file.text, editor.questions]).toEqual(['{}\n', ['忽略此项：prose/share']]);
    editor.answers = ['已逐项核对'];
    editor.whilePicking = () => {
      editor.edit(file, '{ "edition": "2019" }\n');
    };
    await silenceInSettings(editor, ask, silence);
    expect(JSON.parse(file.text)).toEqual({ edition: '2019', silenced: [entry('a')] });
  });

  it('makes the file where there is none, and goes to the reason when asked to', async () => {
    const editor = new FakeEditor();
    editor.answers = ['打开'];
    await silenceInSettings(editor, ask, { uri: SETTINGS, entry: entry('a') });
    expect(silenced(editor.documents[0])).toEqual([entry('a')]);
    expect(editor.shown).toEqual([[SETTINGS, '已逐项核对']]);
  });

  it('keeps what the user has not saved, leaves the saving to the user and shows the file', async () => {
    const { editor, file } = open('{\n  "edition": "2019",\n  "silenced": []\n}\n', true);
    for (const id of ['a', 'b']) await silenceInSettings(editor, ask, { uri: SETTINGS, entry: entry(id) });
    expect(JSON.parse(file.text)).toEqual({ edition: '2019', silenced: [entry('a'), entry('b')] });
    expect(file.isDirty).toBe(true);
    expect(editor.shown).toEqual([
      [SETTINGS, '已逐项核对'],
      [SETTINGS, '已逐项核对'],
    ]);
    expect(editor.informed[0]?.[0]).toContain('保存后忽略才起作用');
  });

  it('is planned anew where somebody types meanwhile', async () => {
    const { editor, file } = open('{}\n');
    let asked = 0;
    await silenceInSettings(
      editor,
      (method, params) => {
        if (++asked === 1) editor.edit(file, '{ "edition": "2019" }\n');
        return ask(method, params);
      },
      { uri: SETTINGS, entry: entry('a') },
    );
    expect(JSON.parse(file.text)).toEqual({ edition: '2019', silenced: [entry('a')] });
    expect(asked).toBe(2);
  });

  it('writes nothing into a file that has to be mended first, shows the place and says why', async () => {
    const text = '{\n  "silenced": [],\n}\n';
    const { editor, file } = open(text);
    await silenceInSettings(editor, ask, { uri: SETTINGS, entry: entry('a') });
    expect([file.text, editor.shown]).toEqual([text, [[SETTINGS, '}']]]);
    expect(editor.warned).toEqual([expect.stringMatching(/第 3 行.*逗号.*再忽略一次/)]);
  });

  it('says so where the file can be neither opened nor saved', async () => {
    const { editor, file } = open('{}');
    editor.isLocked = true;
    await silenceInSettings(editor, ask, { uri: SETTINGS, entry: entry('a') });
    expect([file.text, editor.warned]).toEqual(['{}', [expect.stringContaining('打不开')]]);
  });

  it.each([undefined, {}, { uri: 'file:///草稿/年报.md', entry: entry('a') }, { uri: SETTINGS, entry: { file: 1 } }])(
    'writes no file but a settings file: %j',
    async silence => {
      const editor = new FakeEditor();
      await silenceInSettings(editor, ask, silence);
      expect([editor.documents, editor.warned]).toEqual([[], []]);
    },
  );
});
