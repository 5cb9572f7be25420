import { describe, expect, it } from 'vitest';
import { LANGUAGE_ID } from '../../../client/src/languageId.ts';
import type { ServerState } from '../../../client/src/languageServer.ts';
import { Status } from '../../../client/src/status.ts';
import type { StatusParams } from '../../../server/src/protocol/protocol.ts';
import type { WorkspaceStatus } from '../../../server/src/protocol/workspace.ts';
import { FakeDocument, FakeEditor, fakeUri } from '../../support/fakeEditor.ts';

const URI = 'file:///草稿/年报.md';
const CLEAN: StatusParams = {
  uri: URI,
  version: 1,
  edition: '2021',
  editionName: '2021年格式',
  reportYear: 2024,
  errors: 0,
  warnings: 0,
  others: 0,
  hints: 0,
  isRecognised: true,
  publicBody: '临溪县林业局',
  progress: { sections: 6, sectionsWritten: 6, tables: 3, tablesFilled: 3 },
  isAllChecked: true,
  failedRules: [],
};

/** The status with a draft in front and a server that runs. */
function running(): {
  editor: FakeEditor;
  draft: FakeDocument;
  status: Status;
  tell: (params: Partial<StatusParams>) => void;
  become: (state: ServerState) => void;
} {
  const editor = new FakeEditor();
  const status = new Status(editor);
  let tell: (params: StatusParams) => void = () => {};
  let become: (state: ServerState) => void = () => {};
  status.listen({
    onNotification: (_: unknown, handler: (params: StatusParams) => void) => {
      tell = handler;
      return { dispose: () => {} };
    },
    protocol2CodeConverter: { asUri: fakeUri },
  } as unknown as Parameters<Status['listen']>[0]);
  status.follow({
    onDidChangeState: (handler: (state: ServerState) => void) => {
      become = handler;
      return { dispose: () => {} };
    },
  } as unknown as Parameters<Status['follow']>[0]);
  const draft = new FakeDocument(URI, '# 标题', LANGUAGE_ID);
  editor.open(draft);
  become('running');
  return {
    editor,
    draft,
    status,
    tell: params => {
      tell({ ...CLEAN, ...params });
    },
    become: state => {
      become(state);
    },
  };
}

const format = (editor: FakeEditor) => editor.statuses.get('annualReport.format');
const findings = (editor: FakeEditor) => editor.statuses.get('annualReport.findings');
const progress = (editor: FakeEditor) => editor.statuses.get('annualReport.progress')?.text;

describe('language status', () => {
  it('names edition and year of the draft in front', () => {
    const { editor, tell } = running();
    tell({});
    expect(format(editor)).toMatchObject({ text: '2021年格式', detail: '2024年度报告' });
    tell({ reportYear: null });
    expect(format(editor)?.detail).toBe('未找到报告年度');
  });

  it.each([
    [{}, '没有发现问题', 'information'],
    [{ others: 2 }, '错误 0，警告 0，其他 2', 'information'],
    [{ warnings: 1 }, '错误 0，警告 1，其他 0', 'information'],
    [{ errors: 3, warnings: 1 }, '错误 3，警告 1，其他 0', 'warning'],
  ] as const)('counts findings: %j', (params, text, severity) => {
    const { editor, tell } = running();
    tell(params);
    expect(findings(editor)).toMatchObject({ text, severity, isBusy: false });
    expect(findings(editor)?.command.command).toBe('workbench.actions.view.problems');
  });

  it('says that a result is older than the text', () => {
    const { editor, draft, tell } = running();
    draft.version = 2;
    tell({ version: 1 });
    expect(findings(editor)?.detail).toBe('修改前的结果');
    tell({ version: 2 });
    expect(findings(editor)?.detail).toBe('');
  });

  it('names rules that failed, and where to read more', () => {
    const { editor, tell } = running();
    tell({ failedRules: ['totals/row-total', 'prose/share'] });
    expect(findings(editor)).toMatchObject({
      detail: '这几项没有检查成，其余不受影响：一行的总计不平、占比不符',
      severity: 'error',
      command: { command: 'annualReport.showLog' },
    });
  });

  it('follows the server: starting, running, failed, and offers to restart it', () => {
    const { editor, tell, become } = running();
    tell({ errors: 1 });
    become('starting');
    expect(findings(editor)).toMatchObject({ text: '正在启动检查', isBusy: true });
    become('running');
    expect(findings(editor)?.text).toBe('未检查');
    become('failed');
    expect(findings(editor)).toMatchObject({ severity: 'error', command: { command: 'annualReport.restartServer' } });
  });

  it('is of the draft in front, and forgets closed ones', () => {
    const { editor, draft, tell } = running();
    tell({ errors: 1 });
    const other = new FakeDocument('file:///草稿/别的.md', '');
    editor.open(other);
    expect(findings(editor)?.text).toBe('未检查');
    editor.show(draft);
    expect(findings(editor)?.text).toBe('错误 1，警告 0，其他 0');
    editor.close(draft);
    editor.show(draft);
    expect(findings(editor)?.text).toBe('未检查');
  });

  it('goes with its entries', () => {
    const { editor, status } = running();
    status.dispose();
    expect(editor.statuses.size).toBe(0);
    expect(editor.listenerCount).toBe(0);
  });
});

describe('how far a draft is', () => {
  const HALF = { sections: 6, sectionsWritten: 2, tables: 3, tablesFilled: 0 };

  it.each([
    ['parts are missing, whatever else is found', { progress: HALF, others: 4 }, '已写 2/6 部分 · 表格 0/3'],
    ['a table is blank', { progress: { ...HALF, sectionsWritten: 6, tablesFilled: 2 } }, '已写 6/6 部分 · 表格 2/3'],
    ['something is open', { errors: 1, others: 2, hints: 1 }, '还有 2 个问题'],
    ['only matters of taste are left', { others: 2, hints: 2 }, '可以报送'],
    ['nothing is open', {}, '可以报送'],
    ['nothing is open, and not all was checked', { isAllChecked: false }, '有未核对的内容'],
    ['the year is unknown', { reportYear: null, isAllChecked: false }, '未检查：看不出年度'],
    ['it is no report', { isRecognised: false, reportYear: null, isAllChecked: false }, '未检查：看不出是年度报告'],
  ] as const)('%s', (_, params, text) => {
    const { editor, tell } = running();
    tell(params);
    expect(progress(editor)).toBe(text);
  });

  it('is in sight only where a checked draft is in front', () => {
    const { editor, draft, tell } = running();
    expect(progress(editor)).toBeUndefined();
    tell({});
    expect(progress(editor)).toBe('可以报送');
    editor.show(new FakeDocument('file:///草稿/笔记.md', '# 笔记'));
    expect(progress(editor)).toBeUndefined();
    editor.show(draft);
    expect(progress(editor)).toBe('可以报送');
  });

  it.each([
    [{ isAllChecked: false }, '有未核对的内容'],
    [{ reportYear: null, others: 2 }, '未检查：看不出年度', '错误 0，警告 0，其他 2'],
    [{ isRecognised: false }, '未检查：看不出是年度报告'],
    [{ isRecognised: false, whyUnchecked: '标题里有“解读”' }, '未检查：看不出是年度报告', '标题里有“解读”'],
  ])('silence of the rules is not called clean: %j', (params, text, detail = '') => {
    const { editor, tell } = running();
    tell(params);
    expect(findings(editor)).toMatchObject({ text, detail });
  });

  it.each([
    [{}, '2024年度报告'],
    [{ due: '2025年4月1日之前' }, '2024年度报告，公布期限 2025年4月1日之前'],
    [{ edition: null, editionName: null, whyUnchecked: '没有2012年度的格式' }, '没有2012年度的格式'],
    [{ reportYear: null }, '未找到报告年度'],
  ])('the format says for when it is, or why there is none: %j', (params, detail) => {
    const { editor, tell } = running();
    tell(params);
    expect(format(editor)?.detail).toBe(detail);
  });
});

describe('the reports of the workspace', () => {
  const ALL: WorkspaceStatus = {
    ...{ revision: 1, waiting: 0, files: 40, reports: 39, unchecked: 0, errors: 2, warnings: 1 },
    ...{ unread: [], isCut: false, isStopped: false, checksAll: false, decisions: '' },
  };
  const CHECK_ALL = 'annualReport.checkAll';

  it.each([
    ['all are checked', {}, '39 份年报，2 处错误、1 处警告', 'workbench.actions.view.problems'],
    ['some are not', { unchecked: 29 }, '39 份年报，2 处错误、1 处警告 · 29 份未检查', CHECK_ALL],
    ['some are still read', { waiting: 7 }, '39 份年报，2 处错误、1 处警告 · 正在读取，还有 7 个文件', CHECK_ALL],
    [
      'reading was stopped',
      { isStopped: true, unchecked: 30 },
      '39 份年报，2 处错误、1 处警告 · 30 份未检查 · 已停止读取，其余没有核对',
      CHECK_ALL,
    ],
    [
      'some cannot be read',
      { unread: ['file:///a.md'], isCut: true },
      '39 份年报，2 处错误、1 处警告 · 1 个文件读不出 · 文件太多，没有全部读取',
      'workbench.actions.view.problems',
    ],
  ] as const)('%s', (_, params, text, command) => {
    const { editor, status } = running();
    status.noteWorkspace({ ...ALL, ...params });
    expect(editor.statuses.get('annualReport.workspace')).toMatchObject({ text, command: { command } });
  });

  it('are not spoken of where there is but one, or no server', () => {
    const { editor, status, become } = running();
    status.noteWorkspace({ ...ALL, reports: 1 });
    expect(editor.statuses.get('annualReport.workspace')).toBeUndefined();
    status.noteWorkspace(ALL);
    expect(editor.statuses.get('annualReport.workspace')).toBeDefined();
    become('failed');
    expect(editor.statuses.get('annualReport.workspace')).toBeUndefined();
  });
});
