import { describe, expect, it } from 'vitest';
import { LANGUAGE_ID } from '../../../client/src/languageId.ts';
import { Recogniser } from '../../../client/src/recognise.ts';
import { FakeDocument, FakeEditor, settled } from '../../support/fakeEditor.ts';

const TITLE = '# 临溪县林业局2024年政府信息公开工作年度报告\n\n一、总体情况\n';
const TREAT = '按年度报告处理';
const ALWAYS = '以后都按年度报告处理';
const LEAVE = '不处理';

function started(): { editor: FakeEditor; recogniser: Recogniser } {
  const editor = new FakeEditor();
  return { editor, recogniser: new Recogniser(editor, editor.memory) };
}

/** Opens a document, with the answer to the offer that it may bring. */
async function opened(editor: FakeEditor, document: FakeDocument, answer?: string): Promise<FakeDocument> {
  editor.answers = [answer];
  editor.open(document);
  await settled();
  return document;
}

async function closed(editor: FakeEditor, document: FakeDocument): Promise<void> {
  editor.close(document);
  await settled();
}

describe('a draft whose name does not tell', () => {
  it('is offered, and becomes a report where the user says so', async () => {
    const { editor } = started();
    const draft = await opened(editor, new FakeDocument('file:///草稿/第二稿.md', TITLE), TREAT);
    expect(editor.informed).toEqual([[expect.stringContaining('第二稿.md'), TREAT, ALWAYS, LEAVE]]);
    expect(draft.languageId).toBe(LANGUAGE_ID);
  });

  it('is one the next time, without a question', async () => {
    const { editor } = started();
    await closed(editor, await opened(editor, new FakeDocument('file:///草稿/第二稿.md', TITLE), TREAT));
    const again = await opened(editor, new FakeDocument('file:///草稿/第二稿.md', '改过的标题'));
    expect(again.languageId).toBe(LANGUAGE_ID);
    expect(editor.informed).toHaveLength(1);
  });

  it.each([LEAVE, undefined])('is asked about once, whatever the answer: %s', async answer => {
    const { editor } = started();
    const draft = await opened(editor, new FakeDocument('file:///草稿/第二稿.md', TITLE), answer);
    expect(draft.languageId).toBe('markdown');
    await closed(editor, draft);
    await opened(editor, new FakeDocument('file:///草稿/第二稿.md', TITLE), TREAT);
    expect(editor.informed).toHaveLength(1);
  });

  it('is not asked about again where the user wants all of them', async () => {
    const { editor } = started();
    await opened(editor, new FakeDocument('file:///草稿/甲.md', TITLE), ALWAYS);
    expect(editor.settingsChanged).toEqual([['documents.recognise', 'always', 'user']]);
    const other = await opened(editor, new FakeDocument('file:///草稿/乙.txt', TITLE, 'plaintext'));
    expect(other.languageId).toBe(LANGUAGE_ID);
    expect(editor.informed).toHaveLength(1);
  });

  it('is left alone where the user wants no questions', async () => {
    const { editor } = started();
    editor.settings.set('documents.recognise', 'never');
    const draft = await opened(editor, new FakeDocument('file:///草稿/第二稿.md', TITLE), TREAT);
    expect(editor.informed).toEqual([]);
    expect(draft.languageId).toBe('markdown');
  });
});

const NAME = '临溪县林业局2024年政府信息公开工作年度报告';
const LINKS = '<li><a href="1.html">首页</a></li>'.repeat(30);
const LIST_PAGE = `<html><head><title>年度报告</title></head><body>${LINKS}<a href="2.html">${NAME}</a></body></html>`;
const COLUMN_PAGE = `<html><body>${LINKS}<h2>政府信息公开工作年度报告</h2><script>var t = '<p>${NAME}</p>';</script></body></html>`;

describe('a web page', () => {
  it.each([
    ['its title', `<html><head><TITLE>${NAME}</TITLE></head><body></body></html>`],
    ['a heading behind many links', `<html><body>${LINKS}<h1>\n&nbsp;${NAME}</h1><p>正文</p></body></html>`],
    ['two lines', `<html><body>${LINKS}<p>临溪县林业局2024年</p><p>政府信息公开工作年度报告</p></body></html>`],
  ])('is offered once for %s', async (_, page) => {
    const { editor } = started();
    const draft = await opened(editor, new FakeDocument('file:///草稿/a.html', page, 'html'), TREAT);
    expect(draft.languageId).toBe(LANGUAGE_ID);
    await closed(editor, draft);
    await opened(editor, new FakeDocument('file:///草稿/a.html', page, 'html'));
    expect(editor.informed).toHaveLength(1);
  });

  it('is offered for its name', async () => {
    const { editor } = started();
    await opened(editor, new FakeDocument(`file:///草稿/${NAME}.html`, '<p>正文</p>', 'html'), LEAVE);
    expect(editor.informed).toHaveLength(1);
  });
});

describe('an offer that nobody answered', () => {
  it.each([
    ['treat', LANGUAGE_ID, 'report'],
    ['leave', 'markdown', 'other'],
  ] as const)('goes away when the command did it: %s', async (what, language, decision) => {
    const { editor, recogniser } = started();
    editor.isPatient = true;
    const draft = await opened(editor, new FakeDocument('file:///草稿/第二稿.md', TITLE));
    expect(editor.informed).toHaveLength(1);
    if (what === 'treat') await recogniser.treatAsReport(draft.asDocument);
    else await recogniser.stopTreatingAsReport(draft.asDocument);
    await settled();
    expect(editor.dismissed).toHaveLength(1);
    expect(draft.languageId).toBe(language);
    expect([...editor.store.values()]).toEqual([[['file:///草稿/第二稿.md', decision]]]);
  });
});

describe('what is no draft', () => {
  it.each([
    ['a note without a title', 'file:///草稿/笔记.md', '# 会议记录\n', 'markdown'],
    ['output', 'output:log', TITLE, 'plaintext'],
    ['another language', 'file:///草稿/a.json', TITLE, 'json'],
    ['a page that lists reports', 'file:///草稿/a.html', LIST_PAGE, 'html'],
    ['a page whose column is called as reports are', 'file:///草稿/a.html', COLUMN_PAGE, 'html'],
    ['the old side of a diff', 'git:///草稿/第二稿.md', TITLE, 'markdown'],
  ])('%s is not offered', async (_, address, text, language) => {
    const { editor } = started();
    const document = await opened(editor, new FakeDocument(address, text, language), TREAT);
    expect(editor.informed).toEqual([]);
    expect(document.languageId).toBe(language);
  });
});

describe('a new report', () => {
  it('is not offered for what it is already', async () => {
    const { editor } = started();
    const draft = await opened(editor, new FakeDocument('untitled:/草稿/年报.md', '', LANGUAGE_ID));
    editor.edit(draft, TITLE);
    await settled();
    expect(editor.informed).toEqual([]);
  });
});

describe('a new document', () => {
  it('is offered when a title was typed into it, and not remembered by its name', async () => {
    const { editor } = started();
    const draft = await opened(editor, new FakeDocument('untitled:Untitled-1', ''));
    expect(editor.informed).toEqual([]);
    editor.answers = [TREAT];
    editor.edit(draft, TITLE);
    await settled();
    expect(draft.languageId).toBe(LANGUAGE_ID);
    expect([...editor.store.values()]).toEqual([]);
  });

  it('is not looked at for what is typed far below', async () => {
    const { editor } = started();
    const draft = await opened(editor, new FakeDocument('untitled:Untitled-1', ''));
    editor.edit(draft, TITLE, 40);
    await settled();
    expect(editor.informed).toEqual([]);
  });
});

describe('a file that the user decided about', () => {
  it('is given back to its own language and stays there', async () => {
    const { editor, recogniser } = started();
    const draft = await opened(editor, new FakeDocument('file:///草稿/a年报.txt', TITLE, LANGUAGE_ID));
    await recogniser.stopTreatingAsReport(draft.asDocument);
    expect(draft.languageId).toBe('plaintext');
    await closed(editor, draft);
    const again = await opened(editor, new FakeDocument('file:///草稿/a年报.txt', TITLE, LANGUAGE_ID));
    expect(again.languageId).toBe('plaintext');
  });

  it('has its old side of a diff follow', async () => {
    const { editor, recogniser } = started();
    const draft = await opened(editor, new FakeDocument('file:///草稿/a.md', '# 甲'));
    await recogniser.treatAsReport(draft.asDocument);
    await closed(editor, draft);
    const old = await opened(editor, new FakeDocument('git:///草稿/a.md?HEAD', '# 甲'));
    expect(old.languageId).toBe(LANGUAGE_ID);
  });

  it('is forgotten after a thousand others', async () => {
    const { editor, recogniser } = started();
    for (let i = 0; i <= 1000; i++)
      await recogniser.treatAsReport(new FakeDocument(`file:///${String(i)}.md`, '').asDocument);
    const [kept] = [...editor.store.values()] as [[string, string][]];
    expect(kept).toHaveLength(1000);
    expect(kept[0]?.[0]).toBe('file:///1.md');
  });
});

it('ends with what it listens to', () => {
  const { editor, recogniser } = started();
  expect(editor.listenerCount).toBe(3);
  recogniser.dispose();
  expect(editor.listenerCount).toBe(0);
});
