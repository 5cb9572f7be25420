import { describe, expect, it } from 'vitest';
import { decide, withdraw, type Ask, type Review } from '../../../client/src/decide.ts';
import { writeLetters, type FolderDocuments } from '../../../client/src/letters.ts';
import { bodiesShown, yearsOf } from '../../../client/src/review/filters.ts';
import { readFromReview } from '../../../client/src/review/messages.ts';
import { documentsNotRead, placesOf, unitWords } from '../../../client/src/reviewEntries.ts';
import { changedDecisionsFile } from '../../../server/src/analysis/files/decisionsFile.ts';
import { exportDraft } from '../../../server/src/documents/exportDraft.ts';
import { packDocx } from '../../../server/src/documents/write/docx.ts';
import { letterOn } from '../../../server/src/features/review/letter.ts';
import { messagesIn } from '../../../server/src/messages/text.ts';
import type { CheckedText } from '../../../server/src/protocol/documents.ts';
import type { ReviewChangeParams, ReviewChangeResult, ReviewFile } from '../../../server/src/protocol/review.ts';
import type { FolderReports, ReportCounts, WorkspaceFinding } from '../../../server/src/protocol/workspace.ts';
import { FakeDesk } from '../../support/fakeDesk.ts';
import { FakeDocument, FakeEditor } from '../../support/fakeEditor.ts';

const FILE = 'file:///年报/.annual-report-decisions.json';
const FINDING = {
  uri: 'file:///年报/林业局/2024.md',
  rule: 'totals/row-total',
  title: '总计不等于各分项之和',
  fingerprint: 'a',
  verdict: 'accepted',
} as const;

/** The server, as far as decisions ask it. */
const server = (method: string, params: object): unknown => {
  if (method.endsWith('reviewFile'))
    return { file: FILE, path: '林业局/2024.md', body: '青禾县林业局', year: 2024 } satisfies ReviewFile;
  const { text, change } = params as ReviewChangeParams;
  const result = changedDecisionsFile(text, change);
  return (
    typeof result === 'string' ? { kind: 'text', text: result } : { kind: 'refused', sentence: result.detail }
  ) satisfies ReviewChangeResult;
};
const ask: Ask = <R>(method: string, params: object) => Promise.resolve(server(method, params) as R | undefined);

function desk(): Review & { readonly editor: FakeEditor } {
  return { editor: new FakeEditor(), ask, today: () => '2025-01-20' };
}

const fileOf = ({ editor }: { readonly editor: FakeEditor }) =>
  editor.documents.find(({ uri }) => uri.toString() === FILE)?.text ?? '';

describe('deciding', () => {
  it('asks who once and why each time, and names the report for a finding inside it', async () => {
    const review = desk();
    review.editor.answers = ['周审', '已核实', '机构改革'];
    expect(await decide(review, FINDING)).toBe(true);
    expect(await decide(review, { ...FINDING, rule: 'workspace/carry-over', fingerprint: 'b' })).toBe(true);
    const { decisions } = JSON.parse(fileOf(review)) as { decisions: unknown[] };
    const common = { verdict: 'accepted', who: '周审', on: '2025-01-20' };
    expect(decisions).toEqual([
      { ...common, fingerprint: 'a', rule: FINDING.rule, why: '已核实', path: '林业局/2024.md' },
      { ...common, fingerprint: 'b', rule: 'workspace/carry-over', why: '机构改革' },
    ]);
    expect(review.editor.settingsChanged).toEqual([['reviewer', '周审', 'user']]);
    expect(review.editor.questions).toEqual([
      '审核人',
      expect.stringMatching(/^接受：/),
      expect.stringMatching(/^接受：/),
    ]);
    expect(await withdraw(review, FINDING)).toBe(true);
    expect((JSON.parse(fileOf(review)) as { decisions: unknown[] }).decisions).toHaveLength(1);
  });

  it('writes nothing without a reason, and nothing into a file that is not understood', async () => {
    const review = desk();
    review.editor.answers = ['周审', undefined];
    expect(await decide(review, FINDING)).toBe(false);
    expect(fileOf(review)).toBe('');
    const broken = new FakeDocument(FILE, '{ "decisions": 1 }', 'json');
    review.editor.documents.push(broken);
    review.editor.answers = ['已核实'];
    expect(await decide(review, FINDING)).toBe(false);
    expect([broken.text, review.editor.warned]).toEqual(['{ "decisions": 1 }', ['"decisions": […]']]);
  });

  it('takes no argument that is no finding', async () => {
    for (const argument of [undefined, null, {}, { ...FINDING, verdict: 'ok' }, { ...FINDING, uri: 5 }])
      expect(await decide(desk(), argument)).toBe(false);
  });
});

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const finding = (message: string, more: Partial<WorkspaceFinding> = {}): WorkspaceFinding => ({
  rule: 'totals/row-total',
  title: '总计不等于各分项之和',
  severity: 'error',
  message,
  where: '第三部分·表三·（七）总计·总计',
  range,
  fingerprint: message,
  related: [],
  ...more,
});
const REPORT = '# 青禾县林业局2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n正文。\n';

describe('letters', () => {
  const decision = { verdict: 'to-fix', who: '周审', why: '请补充', on: '2025-01-20' } as const;
  const found = [
    finding('总计填 9，各项之和为 8。\n依据：格式。\n请核对。'),
    finding('建议。', { severity: 'information' }),
    finding('说法不一致。', { severity: 'hint', decision }),
    finding('已核实的。', { decision: { ...decision, verdict: 'accepted' } }),
  ];
  const about = { uri: 'file:///年报/林业局2024年报.md', body: '青禾县林业局', year: 2024 };

  it('name errors, warnings and what was marked, and not what was accepted', () => {
    const letter = letterOn(about, found, 'zh-CN');
    expect(letter?.count).toBe(2);
    expect(letter?.text).toContain(
      '1. 第三部分·表三·（七）总计·总计：总计填 9，各项之和为 8。\n\n依据：格式。\n\n请核对。',
    );
    expect(letter?.text).toContain('2. 第三部分·表三·（七）总计·总计：说法不一致。\n\n审核意见：请补充');
    expect(letter?.text).not.toMatch(/建议|已核实/);
    expect(letterOn(about, found.slice(1, 2), 'zh-CN')).toBeNull();
  });

  it('are written as text and Word, beside the Word file with comments where the report came as one', async () => {
    const [editor, files] = [new FakeEditor(), new FakeDesk()];
    const letter = letterOn(about, found, 'zh-CN')!;
    const checked: CheckedText = {
      remarks: [{ start: 2, end: 8, lines: ['批注'] }],
      errors: 1,
      isRecognised: true,
      edition: null,
    };
    const documents: FolderDocuments = {
      editor,
      desk: files,
      server: {
        ask: <R>(method: string) => Promise.resolve((method.endsWith('reviewLetters') ? [letter] : checked) as R),
      },
    };
    const word = await exportDraft(REPORT, { form: 'docx', fonts: 'gb2312', edition: null }, packDocx);
    files.put('file:///年报/林业局2024年报.docx', word.bytes);
    await writeLetters(documents, [about.uri]);
    await writeLetters(documents, [about.uri]);
    const title = '关于青禾县林业局2024年政府信息公开工作年度报告的修改意见';
    expect([...files.files.keys()].slice(1)).toEqual([
      `file:///意见/${title}.docx`,
      `file:///意见/${title}.txt`,
      'file:///意见/林业局2024年报-审核意见.docx',
      // Nothing is written over.
      `file:///意见/${title}（2）.docx`,
      `file:///意见/${title}（2）.txt`,
      'file:///意见/林业局2024年报-审核意见（2）.docx',
    ]);
    expect(files.text(`file:///意见/${title}.txt`)).toMatch(/^\ufeff?关于青禾县林业局[^]*\r\n1\. 第三部分/);
    // The Word file says the same, the title first.
    const bytes = files.files.get(`file:///意见/${title}.docx`)!;
    const read = await files.runJob({ kind: 'import', bytes });
    expect(read.kind === 'draft' && read.markdown).toMatch(
      /关于青禾县林业局[^]*总计填 9，各项之和为 8。[^]*请核对。[^]*审核意见：请补充/,
    );
    expect([editor.warned, editor.informed.at(-1)?.[0]]).toEqual([[], expect.stringContaining('1 份')]);
  });

  it('are not asked a folder for where nothing has to be mended', async () => {
    const [editor, files] = [new FakeEditor(), new FakeDesk()];
    await writeLetters({ editor, desk: files, server: { ask: <R>() => Promise.resolve([] as R) } }, [about.uri]);
    expect([files.files.size, editor.informed.length]).toEqual([0, 1]);
  });
});

const counts = (more: Partial<ReportCounts> = {}): ReportCounts => ({
  errors: 0,
  warnings: 0,
  others: 0,
  accepted: 0,
  toFix: 0,
  ...more,
});
const report = (year: number, of: ReportCounts | null) => ({
  uri: `file:///w/${String(year)}.md`,
  year,
  edition: '2021',
  isOpen: false,
  counts: of,
});
const body = (name: string, reports: FolderReports['bodies'][number]['reports'], parent: string | null = null) => ({
  id: name,
  name,
  place: '青禾县',
  parent,
  why: 'title' as const,
  reports,
});
const FOLDER: FolderReports = {
  name: '年报',
  uri: 'file:///w',
  newestYear: 2024,
  missing: [{ name: '青禾县教育局', parent: '青禾县人民政府' }],
  bodies: [
    body('青禾县水利局', [report(2023, counts())], '青禾县人民政府'),
    body('青禾县林业局', [report(2023, null), report(2024, counts({ errors: 2, accepted: 1 }))], '青禾县人民政府'),
    body('青禾县人民政府', [report(2024, counts({ toFix: 1 }))]),
  ],
  unidentified: [],
  otherKinds: [],
};

describe('the view', () => {
  it('has units by place, those without a report of the newest year at the end', () => {
    const say = messagesIn('zh-CN');
    const [place, ...others] = placesOf([FOLDER], say);
    expect([place?.label, others]).toEqual(['青禾县', []]);
    expect(place?.units.map(unit => [unit.name, unit.isWaitedFor, unitWords(unit, say)])).toEqual([
      ['青禾县林业局', false, '2 错误 · 接受 1'],
      ['青禾县人民政府', false, '要改 1'],
      ['青禾县教育局', true, '没有 2024 年度报告'],
      ['青禾县水利局', true, '没有 2024 年度报告'],
    ]);
  });
});

describe('documents', () => {
  it('named as reports are listed unless there is a draft of them, or they were written here', () => {
    const name = '青禾县林业局2024年政府信息公开工作年度报告';
    const paths = [
      `/w/${name}.docx`,
      `/w/乙/${name}.pdf`,
      `/w/${name}-审核意见.docx`,
      `/w/关于青禾县林业局2024年政府信息公开工作年度报告的修改意见.docx`,
      '/w/通知.docx',
    ];
    expect(documentsNotRead(paths, [])).toEqual(paths.slice(0, 2));
    expect(documentsNotRead(paths, [`/w/${name}.md`])).toEqual(paths.slice(1, 2));
  });
});

describe('the page', () => {
  it.each([
    ['all', '', 3],
    ['errors', '', 1],
    ['toFix', '', 1],
    ['clean', '', 1],
    ['unchecked', '', 0],
    ['all', '水利', 1],
  ] as const)('shows units %s, named %s', (found, name, count) => {
    expect(yearsOf(FOLDER)).toEqual([2024, 2023]);
    expect(bodiesShown(FOLDER, { year: 2024, name, found })).toHaveLength(count);
  });

  it('is believed nothing but what it can say', () => {
    expect(readFromReview({ kind: 'open', place: { uri: 'file:///a', range } })).toBeDefined();
    for (const message of [
      null,
      'open',
      { kind: 'run' },
      { kind: 'open', place: { uri: 5, range } },
      { kind: 'export', as: 'exe', params: {} },
      { kind: 'letters', uris: [1] },
      { kind: 'copy' },
    ])
      expect(readFromReview(message)).toBeUndefined();
  });
});
