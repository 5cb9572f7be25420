import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { annotateDocument } from '../../../client/src/annotateDocument.ts';
import { exportDraft, type CheckedDocuments } from '../../../client/src/exportDraft.ts';
import { importCopied, importDocuments } from '../../../client/src/importDocument.ts';
import { compareWithLastYear, newFromLastYear } from '../../../client/src/lastYear.ts';
import { UNINTERRUPTED } from '../../../server/src/analysis/scheduler.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import { exportDraft as exported } from '../../../server/src/documents/exportDraft.ts';
import { packDocx } from '../../../server/src/documents/write/docx.ts';
import { checkedText } from '../../../server/src/features/checkedText.ts';
import type { CheckedTextParams } from '../../../server/src/protocol/documents.ts';
import { LIMITS } from '../../../server/src/text/limits.ts';
import { Source } from '../../../server/src/text/source.ts';
import { FakeDesk } from '../../support/fakeDesk.ts';
import { FakeDocument, FakeEditor, settled } from '../../support/fakeEditor.ts';
import { sampleReport } from '../../support/sample.ts';

const REPORT = sampleReport('html');
const NAME = '云溪县财政局2024年政府信息公开工作年度报告';
const IN_JANUARY = new Date(2026, 0, 10);

async function ask<R>(_method: string, params: object): Promise<R | undefined> {
  const { uri, text } = params as CheckedTextParams;
  const snapshot = new Snapshot(uri, 0, new Source(text), DEFAULT_SETTINGS);
  return checkedText(
    snapshot,
    (await snapshot.findings(UNINTERRUPTED)).findings,
    { comments: [], decisionOn: () => undefined },
    'zh-CN',
  ) as R;
}

function office(server: CheckedDocuments['server'] = { ask }) {
  const [editor, desk] = [new FakeEditor(), new FakeDesk()];
  return { editor, desk, server };
}

const wordOf = async (markdown: string) =>
  (await exported(markdown, { form: 'docx', fonts: 'gb2312', edition: null }, packDocx)).bytes;

function open(editor: FakeEditor, text: string, address = `file:///年报/${NAME}.md`) {
  const document = new FakeDocument(address, text, 'annual-report');
  editor.open(document);
  return document.asDocument;
}

describe('importing', () => {
  it('opens each document as a draft beside it, named for the report, and leaves the file alone', async () => {
    const { editor, desk, server } = office();
    const bytes = await wordOf(REPORT);
    const uris = [desk.put('file:///收件/报告（定稿）.doc', bytes), desk.put(`file:///收件/${NAME}.docx`, bytes)];
    await importDocuments({ editor, desk }, uris);
    const title = /^# (.*)$/m.exec(REPORT)?.[1];
    expect(desk.drafts.map(({ name }) => name)).toEqual([title, NAME]);
    expect(desk.drafts[0]?.beside?.toString()).toBe('file:///收件/报告（定稿）.doc');
    expect(desk.drafts[0]?.text).toContain('## 一、总体情况');
    expect([...desk.files.keys()]).toHaveLength(2);
    expect([editor.informed, editor.warned]).toEqual([[], []]);
    void server;
  });

  it('says what was left out, and shows the comment that has all of it', async () => {
    const { editor, desk } = office();
    const page = `<!DOCTYPE html><html><body><p>首页</p><p>打印本页</p><h1>${NAME}</h1><p>一、总体情况</p><p>正文。</p></body></html>`;
    editor.answers = ['查看说明'];
    await importDocuments({ editor, desk }, [desk.put('file:///a/网页.html', page)]);
    await settled();
    expect(desk.drafts[0]?.text).toMatch(/^<!-- 导入说明：/);
    expect(editor.informed[0]?.[0]).toMatch(/^“网页\.html”已读成草稿，请保存。.*首页/);
    expect(desk.beginningsShown).toBe(1);
  });

  it.each([
    ['a text', '# 年报\n', '文本文件'],
    ['a file of another kind', '{\\rtf1 a}', 'RTF'],
    ['an empty file', '', '空的'],
  ])('names the reason for %s, and opens nothing', async (_, content, reason) => {
    const { editor, desk } = office();
    await importDocuments({ editor, desk }, [desk.put('file:///a/报告.docx', content)]);
    expect(desk.drafts).toEqual([]);
    expect(editor.warned).toEqual([expect.stringMatching(new RegExp(`^“报告\\.docx”没有读出：.*${reason}`))]);
  });

  it('opens nothing where the user ends it, or chooses nothing', async () => {
    const { editor, desk } = office();
    await importDocuments({ editor, desk }, []);
    desk.isCancelled = true;
    await importDocuments({ editor, desk }, [desk.put('file:///a/a.docx', await wordOf(REPORT))]);
    expect([desk.drafts, editor.warned]).toEqual([[], []]);
  });
});

describe('importing what was copied', () => {
  it('takes the page with its tables', async () => {
    const { editor, desk } = office();
    const html = `<html><body><!--StartFragment--><p>${NAME}</p><p>一、总体情况</p><p>正文。</p><table><tr><td>甲</td><td>1</td></tr></table></body></html>`;
    expect(await importCopied({ editor, desk }, { html, text: '甲\t1' })).toBe(true);
    expect(desk.drafts[0]?.name).toBe(NAME);
    expect(desk.drafts[0]?.text).toContain('| 甲 | 1 |');
  });

  it('takes the text as it is where there is nothing else', async () => {
    const { editor, desk } = office();
    expect(await importCopied({ editor, desk }, { html: '', text: `${NAME}\r\n一、总体情况\r\n\r\n` })).toBe(true);
    expect(desk.drafts).toEqual([{ name: '导入的年报', text: `${NAME}\n一、总体情况\n`, beside: undefined }]);
  });

  it('says where there is nothing, or too much', async () => {
    const { editor, desk } = office();
    expect(await importCopied({ editor, desk }, { html: ' ', text: '' })).toBe(false);
    expect(await importCopied({ editor, desk }, { html: '', text: 'a'.repeat(LIMITS.clipboardLength + 1) })).toBe(
      false,
    );
    expect(desk.drafts).toEqual([]);
    expect(editor.warned).toEqual([expect.stringContaining('没有文字'), expect.stringContaining('太多')]);
  });
});

describe('exporting', () => {
  it('writes Word beside the draft, and offers to open it', async () => {
    const office_ = office();
    const { editor, desk } = office_;
    desk.canOpen = true;
    editor.answers = ['打开'];
    await exportDraft(office_, 'docx', open(editor, REPORT));
    await settled();
    const target = `file:///年报/${NAME}.docx`;
    expect(desk.proposed).toEqual([target]);
    expect(Object.keys(unzipSync(desk.files.get(target) ?? new Uint8Array()))).toContain('word/document.xml');
    expect(editor.informed).toEqual([[`已写出“${NAME}.docx”。`, '打开']]);
    expect(desk.opened).toEqual([target]);
  });

  it('names typefaces as the setting says', async () => {
    const office_ = office();
    office_.editor.settings.set('export.fonts', 'windows');
    await exportDraft(office_, 'docx', open(office_.editor, REPORT));
    const job = office_.desk.jobs.find(({ kind }) => kind === 'export');
    expect(job).toMatchObject({ options: { fonts: 'windows', form: 'docx', edition: null } });
  });

  it('asks first where the draft has errors', async () => {
    const office_ = office();
    const { editor, desk } = office_;
    const draft = open(editor, REPORT.replace(/<td>120<\/td>/, '<td>121</td>'));
    editor.answers = [undefined];
    await exportDraft(office_, 'docx', draft);
    expect(editor.informed[0]?.[0]).toMatch(/还有 \d+ 处错误，仍然导出？$/);
    expect([desk.proposed, desk.files.size]).toEqual([[], 0]);
    editor.answers = ['仍然导出'];
    await exportDraft(office_, 'docx', draft);
    expect(desk.files.size).toBe(1);
  });

  it('never writes over its draft', async () => {
    const office_ = office();
    const { editor, desk } = office_;
    const draft = open(editor, REPORT, 'file:///a/年报.html');
    desk.target = 'file:///a/年报.html';
    await exportDraft(office_, 'html', draft);
    expect(desk.proposed).toEqual(['file:///a/年报-网页.html']);
    expect(desk.files.size).toBe(0);
    expect(editor.warned).toEqual([expect.stringContaining('不能写回原文件')]);
  });

  it('copies HTML, and prints a page', async () => {
    const office_ = office();
    const { editor, desk } = office_;
    const draft = open(editor, `<!-- 内部 -->\n\n${REPORT}`);
    await exportDraft(office_, 'html', draft, true);
    expect(desk.copied[0]).toMatch(/^<h1 /);
    expect(editor.informed[0]?.[0]).toMatch(/源代码.*注释1条，不写进导出的文件/);
    desk.canOpen = true;
    await exportDraft(office_, 'print', draft);
    expect(desk.opened).toEqual([`file:///年报/${NAME}-打印.html`]);
    expect(desk.text(`file:///年报/${NAME}-打印.html`)).toContain('@page{size:A4');
  });

  it('needs a server, and says where it cannot write', async () => {
    const office_ = office();
    const silent = office({ ask: () => Promise.resolve(undefined) });
    await exportDraft(silent, 'docx', open(silent.editor, REPORT));
    expect(silent.editor.warned).toEqual([expect.stringContaining('语言服务没有回答')]);
    office_.desk.writeFault = { trouble: '磁盘已满' };
    await exportDraft(office_, 'docx', open(office_.editor, REPORT));
    expect(office_.editor.warned).toEqual([`“${NAME}.docx”没有写成：磁盘已满`]);
  });
});

describe('a Word file with comments', () => {
  it('has one for each finding, and never takes the place of the original', async () => {
    const office_ = office();
    const { editor, desk } = office_;
    const uri = desk.put('file:///a/报告.docx', await wordOf(REPORT.replace(/<td>120<\/td>/, '<td>121</td>')));
    await annotateDocument(office_, uri);
    const target = 'file:///a/报告-审核意见.docx';
    expect(desk.proposed).toEqual([target]);
    const comments = strFromU8(
      unzipSync(desk.files.get(target) ?? new Uint8Array())['word/comments.xml'] ?? new Uint8Array(),
    );
    const count = comments.match(/<w:comment /g)?.length ?? 0;
    expect(count).toBeGreaterThan(0);
    expect(editor.informed[0]?.[0]).toBe(`已写出“报告-审核意见.docx”，批注 ${String(count)} 条；原文件没有改动。`);
    desk.target = 'file:///a/报告.docx';
    const before = desk.files.get('file:///a/报告.docx');
    await annotateDocument(office_, uri);
    expect(desk.files.get('file:///a/报告.docx')).toBe(before);
    expect(editor.warned).toEqual([expect.stringContaining('不能写回原文件')]);
  });

  it('is not written of what is no report, or has nothing to say', async () => {
    const office_ = office();
    const { editor, desk } = office_;
    await annotateDocument(office_, desk.put('file:///a/通知.docx', await wordOf('# 通知\n\n下周三开会。\n')));
    expect(editor.warned).toEqual([expect.stringContaining('看不出是政府信息公开年度报告')]);
    expect([desk.proposed, desk.files.size]).toEqual([[], 1]);
  });
});

describe("a report from last year's", () => {
  it('is the next one, with what was carried over', async () => {
    const { editor, desk } = office();
    await newFromLastYear({ editor, desk }, desk.put(`file:///a/${NAME}.docx`, await wordOf(REPORT)), IN_JANUARY);
    const [draft] = desk.drafts;
    expect(draft?.name).toMatch(/2025年政府信息公开工作年度报告$/);
    expect(draft?.text).toContain(`<!-- 上年报告：${NAME}.docx -->`);
    expect([editor.picks, editor.lines]).toEqual([[], []]);
  });

  it.each(['md', 'html'])('reads a .%s as well', async ending => {
    const { editor, desk } = office();
    const page = (await exported(REPORT, { form: 'print', fonts: 'gb2312', edition: null }, packDocx)).bytes;
    await newFromLastYear(
      { editor, desk },
      desk.put(`file:///a/上年.${ending}`, ending === 'md' ? REPORT : page),
      IN_JANUARY,
    );
    expect(desk.drafts[0]?.text).toContain('2025年政府信息公开工作年度报告');
  });

  it('asks for the year and the body that the last one does not tell, each once', async () => {
    const { editor, desk } = office();
    const last = desk.put('file:///a/稿.md', '# 政府信息公开工作年度报告\n\n## 一、总体情况\n\n正文。\n');
    editor.answers = ['2025 年度', '临溪县林业局'];
    await newFromLastYear({ editor, desk }, last, IN_JANUARY);
    expect(desk.drafts[0]?.name).toBe('临溪县林业局2025年政府信息公开工作年度报告');
    editor.answers = [undefined];
    await newFromLastYear({ editor, desk }, last, IN_JANUARY);
    expect(desk.drafts).toHaveLength(1);
  });
});

describe("comparing with last year's report", () => {
  it('takes the one that the draft names, read as a draft', async () => {
    const { editor, desk } = office();
    desk.put('file:///年报/上年.docx', await wordOf(REPORT));
    const draft = open(editor, '<!-- 上年报告：上年.docx -->\n\n# 新\n');
    await compareWithLastYear({ editor, desk }, draft);
    expect(desk.compared[0]?.[0]).toMatch(/^上年\.md\n# /);
    expect(desk.compared[0]?.slice(1)).toEqual([draft.uri.toString(), `上年.docx ↔ ${NAME}.md`]);
  });

  it('asks for it otherwise, and takes a draft as it is', async () => {
    const { editor, desk } = office();
    desk.sources = ['file:///a/上年.md'];
    await compareWithLastYear({ editor, desk }, open(editor, '<!-- 上年报告：没有了.docx -->\n\n# 新\n'));
    expect(desk.compared[0]?.[0]).toBe('file:///a/上年.md');
  });
});
