import { describe, expect, test } from 'vitest';
import type { CodeAction, TextEdit } from 'vscode-languageserver-types';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import type { ReportedFinding } from '../../../server/src/analysis/findings.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { UNINTERRUPTED } from '../../../server/src/analysis/scheduler.ts';
import { CODE_ACTION_KINDS, codeActions, FIX_ALL_KIND } from '../../../server/src/features/codeActions.ts';
import { diagnostics, isDiagnosticOf } from '../../../server/src/features/diagnostics.ts';
import { replace } from '../../../server/src/rules/support/rule.ts';
import type { Fix } from '../../../server/src/rules/support/rule.ts';
import { SILENCE_COMMAND, type ConfigurationFileResult } from '../../../server/src/protocol/protocol.ts';
import { LIMITS } from '../../../server/src/text/limits.ts';
import { Source } from '../../../server/src/text/source.ts';
import { TextDocument } from 'vscode-languageserver-textdocument';

const DRAFT =
  '# 临溪县2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n公开信息１２条。\n\n| 项目 | 数量 |\n|---|---|\n| 网站 | ３ |\n';

interface Case {
  readonly text?: string;
  readonly uri?: string;
  readonly snippetEdits?: boolean;
  readonly documentChanges?: boolean;
  readonly only?: readonly string[];
  readonly createFiles?: boolean;
  readonly configurationFile?: ConfigurationFileResult;
  readonly commands?: ReadonlySet<string>;
}

function find(words: string, fixes: readonly Fix[], rule = 'tables/full-width', text = DRAFT): ReportedFinding {
  const start = text.indexOf(words);
  return {
    rule,
    severity: 'hint',
    fingerprint: `${rule} ${words}`,
    message: 'citations/no-basis',
    args: {},
    related: [],
    fixes,
    span: { start, end: start + words.length },
  };
}

function fix(kind: Fix['kind'], words: string, by: string, text = DRAFT): Fix {
  const start = text.indexOf(words);
  return {
    kind,
    message: 'fix.useNumber',
    args: { number: by },
    edits: [replace({ start, end: start + words.length }, by)],
  };
}

/** Actions at the words `at`. */
function actionsAt(at: string, findings: readonly ReportedFinding[], options: Case = {}): CodeAction[] {
  const text = options.text ?? DRAFT;
  const uri = options.uri ?? 'file:///2024.md';
  const snapshot = new Snapshot(uri, 7, new Source(text), DEFAULT_SETTINGS);
  const start = text.indexOf(at);
  return codeActions(
    snapshot,
    findings,
    {
      span: { start, end: start },
      only: options.only,
      diagnostics: diagnostics(snapshot, findings, {
        language: 'zh-CN',
        clientCapabilities: { relatedInformation: false, codeDescription: false },
        rulePages: undefined,
      }),
    },
    {
      language: 'zh-CN',
      clientCapabilities: {
        documentChanges: options.documentChanges ?? true,
        snippetEdits: options.snippetEdits ?? false,
        createFiles: options.createFiles ?? false,
      },
      file: { uri, languageId: 'annual-report' },
      configurationFile: options.configurationFile ?? null,
      ...(options.commands ? { commands: options.commands } : {}),
    },
  );
}

/** The draft after an action. */
function apply(action: CodeAction | undefined, text = DRAFT): string {
  const [change] = action?.edit?.documentChanges ?? [];
  const edits = change && 'edits' in change ? change.edits : (Object.values(action?.edit?.changes ?? {})[0] ?? []);
  return TextDocument.applyEdits(TextDocument.create('file:///x', '', 0, text), edits as TextEdit[]);
}

const WIDE = find('１２', [fix('safe', '１２', '12')]);
const CELL = find('３', [fix('safe', '３', '3')]);
const SUM = find('３', [fix('review', '３', '4'), fix('review', '１２', '11')], 'totals/row-total');

const WORDING = { language: 'zh-CN' } as const;

describe('a diagnostic that a client sends back', () => {
  const source = new Source(DRAFT);
  const [own] = diagnostics({ uri: 'file:///2024.md', source }, [WIDE], {
    language: 'zh-CN',
    clientCapabilities: { relatedInformation: true, codeDescription: true },
    rulePages: undefined,
  });

  test('carries nothing but what it shows, and is known by that', () => {
    expect(own && Object.keys(own).sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
    expect(own && isDiagnosticOf(own, WIDE, source, WORDING)).toBe(true);
    expect(own && isDiagnosticOf(own, CELL, source, WORDING)).toBe(false);
  });

  test('is not that of another rule, place, wording or program', () => {
    const line = { start: { line: 3, character: 4 }, end: { line: 3, character: 6 } };
    for (const change of [{ code: 'prose/figures' }, { range: line }, { message: '旧的' }, { source: 'other' }])
      expect(own && isDiagnosticOf({ ...own, ...change }, WIDE, source, WORDING)).toBe(false);
  });

  test('of an older version names no action, and the edits are those of the current one', () => {
    const longer = `前言\n${DRAFT}`;
    const moved = find('１２', [fix('safe', '１２', '12', longer)], 'tables/full-width', longer);
    const snapshot = new Snapshot('file:///2024.md', 8, new Source(longer), DEFAULT_SETTINGS);
    const [action] = codeActions(
      snapshot,
      [moved],
      { span: moved.span, only: ['quickfix'], diagnostics: own ? [own] : [] },
      {
        language: 'zh-CN',
        clientCapabilities: { documentChanges: true, snippetEdits: false, createFiles: false },
        file: { uri: 'file:///2024.md', languageId: 'annual-report' },
        configurationFile: null,
      },
    );
    expect(action?.diagnostics).toEqual([]);
    expect(apply(action, longer)).toBe(longer.replace('１２', '12'));
  });
});

describe('a client that asked for titles', () => {
  const source = new Source(DRAFT);
  const titled = { language: 'zh-CN', titledCodes: true } as const;
  const options = {
    ...titled,
    clientCapabilities: { relatedInformation: false, codeDescription: true },
    rulePages: 'file:///rules',
  };
  const wide: ReportedFinding = { ...WIDE, rule: 'tables/full-width-digits' };
  const [shown] = diagnostics({ uri: 'file:///2024.md', source }, [wide], options);

  test('sees the title, with the id in the link and beside it', () => {
    expect(shown).toMatchObject({
      source: '年报',
      code: '表格用全角数字',
      codeDescription: { href: 'file:///rules/tables/full-width-digits.md' },
      data: { rule: 'tables/full-width-digits' },
    });
    const [english] = diagnostics({ uri: 'file:///2024.md', source }, [wide], { ...options, language: 'en' });
    expect(english).toMatchObject({ source: 'Annual Report', code: 'Full-width digits' });
    expect(shown && isDiagnosticOf(shown, wide, source, titled)).toBe(true);
    expect(shown && isDiagnosticOf(shown, wide, source, WORDING)).toBe(false);
  });

  test('gets comments that name the title, and ids in English', () => {
    const written = (language: 'zh-CN' | 'en') =>
      codeActions(
        new Snapshot('file:///2024.md', 7, source, DEFAULT_SETTINGS),
        [wide],
        { span: wide.span, only: ['quickfix'], diagnostics: shown ? [shown] : [] },
        {
          language,
          titledCodes: true,
          clientCapabilities: { documentChanges: true, snippetEdits: false, createFiles: false },
          file: { uri: 'file:///2024.md', languageId: 'annual-report' },
          configurationFile: null,
        },
      ).find(({ title }) => /忽略|Ignore/.test(title));
    expect(written('zh-CN')).toMatchObject({ title: '忽略此项（写明理由）：表格用全角数字', diagnostics: [shown] });
    expect(apply(written('zh-CN'))).toContain('<!-- 年报检查 忽略 表格用全角数字：请写明理由 -->');
    expect(apply(written('en'))).toContain('<!-- 年报检查 忽略 tables/full-width-digits：give the reason -->');
  });
});

describe('quick fixes', () => {
  test('those of the findings at the place, with the diagnostics that they solve', () => {
    const [first, ...rest] = actionsAt('１２', [WIDE, CELL], { only: ['quickfix'] });
    expect(first).toMatchObject({ title: '改为12', kind: 'quickfix.annualReport.useNumber', isPreferred: true });
    expect(first?.diagnostics?.map(({ code, range }) => [code, range.start.line])).toEqual([['tables/full-width', 4]]);
    expect(rest.every(action => action.title.startsWith('忽略此项（写明理由）'))).toBe(true);
    expect(apply(first)).toBe(DRAFT.replace('１２', '12'));
  });

  test('edits name the version of the draft, and are plain for a client that does not know versions', () => {
    expect(actionsAt('１２', [WIDE])[0]?.edit).toEqual({
      documentChanges: [
        {
          textDocument: { uri: 'file:///2024.md', version: 7 },
          edits: [{ range: expect.anything() as unknown, newText: '12' }],
        },
      ],
    });
    expect(actionsAt('１２', [WIDE], { documentChanges: false })[0]?.edit).toEqual({
      changes: { 'file:///2024.md': [{ range: expect.anything() as unknown, newText: '12' }] },
    });
  });

  test('the same fix of two findings is offered once and solves both', () => {
    const other = { ...WIDE, rule: 'prose/figures', fingerprint: 'other' };
    const fixes = actionsAt('１２', [WIDE, other]).filter(action => action.title === '改为12');
    expect(fixes).toHaveLength(1);
    expect(fixes[0]?.diagnostics?.map(({ code }) => code)).toEqual(['tables/full-width', 'prose/figures']);
  });

  test('text of several lines takes the line end of the draft', () => {
    const text = DRAFT.replaceAll('\n', '\r\n');
    const finding = find('１２', [fix('safe', '１２', 'a\nb', text)], 'tables/full-width', text);
    expect(apply(actionsAt('１２', [finding], { text })[0], text)).toBe(text.replace('１２', 'a\r\nb'));
  });

  test('a place without findings has none', () => {
    expect(actionsAt('总体', [WIDE, CELL], { only: ['quickfix'] })).toEqual([]);
  });
});

describe('fix all', () => {
  test('applies every safe fix and never one that is for review', () => {
    const [all, ...rest] = actionsAt('# ', [WIDE, CELL, SUM], { only: [FIX_ALL_KIND] });
    expect(rest).toEqual([]);
    expect(all?.kind).toBe('source.fixAll.annualReport');
    expect(apply(all)).toBe(DRAFT.replace('１２', '12').replace('３', '3'));
    expect(actionsAt('# ', [SUM], { only: [FIX_ALL_KIND] })).toEqual([]);
  });

  test('edits that touch each other are not made in one step', () => {
    const whole = find('信息１２条', [fix('safe', '信息１２条', '信息十二条')], 'wording/other');
    expect(apply(actionsAt('# ', [whole, WIDE], { only: [FIX_ALL_KIND] })[0])).toBe(
      DRAFT.replace('信息１２条', '信息十二条'),
    );
  });

  test('is offered to a client that asks for a wider kind, not to one that asks for another', () => {
    expect(actionsAt('# ', [WIDE], { only: ['source'] }).map(({ kind }) => kind)).toEqual([FIX_ALL_KIND]);
    expect(actionsAt('# ', [WIDE], { only: ['source.fixAll'] })).toHaveLength(1);
    expect(actionsAt('# ', [WIDE], { only: ['source.organizeImports'] })).toEqual([]);
    expect(CODE_ACTION_KINDS).toContain(FIX_ALL_KIND);
  });
});

describe('silence', () => {
  const silence = (at: string, finding: ReportedFinding, options: Case = {}) =>
    actionsAt(at, [finding], options).find(action => action.title.startsWith('忽略此项（写明理由）'));

  test('puts a comment on a line of its own before the block', () => {
    expect(apply(silence('１２', WIDE))).toBe(
      DRAFT.replace('公开信息', '<!-- 年报检查 忽略 tables/full-width：请写明理由 -->\n公开信息'),
    );
    expect(apply(silence('３', SUM))).toBe(
      DRAFT.replace('| 项目', '<!-- 年报检查 忽略 totals/row-total：请写明理由 -->\n| 项目'),
    );
  });

  test('leaves the reason to be typed where the client can', () => {
    const edit = silence('１２', WIDE, { snippetEdits: true })?.edit?.documentChanges?.[0];
    expect(edit && 'edits' in edit && edit.edits[0]).toMatchObject({
      snippet: { kind: 'snippet', value: '<!-- 年报检查 忽略 tables/full-width：${1:请写明理由} -->\n' },
    });
  });

  test('is offered for the first of very many findings alone, as the draft is read again for each', () => {
    const many = Array.from({ length: 80 }, (_, n) => find('１２', [], `tables/rule-${String(n)}`));
    const offered = actionsAt('１２', many).filter(({ title }) => title.startsWith('忽略此项'));
    expect(offered).toHaveLength(LIMITS.silencesOffered);
  });

  test('is not offered in plain text, whose comments would be published, and not for findings about silences', () => {
    expect(silence('１２', WIDE, { uri: 'file:///2024.txt' })).toBeUndefined();
    expect(silence('１２', find('１２', [], 'wording/unused-silence'))).toBeUndefined();
    expect(silence('１２', WIDE, { uri: 'untitled:Untitled-1' })).toBeDefined();
  });

  test('within a line, where no comment is read, goes into the settings file', () => {
    const text = `# 临溪县2024年政府信息公开工作年度报告 一、总体情况 ${'本局认真贯彻条例，推进公开。'.repeat(15)}二、主动公开政府信息情况 公开信息１２条。${'推进公开。'.repeat(30)}\n`;
    const finding = find('１２', [], 'tables/full-width', text);
    const titles = (options: Case) => actionsAt('１２', [finding], { text, ...options }).map(({ title }) => title);
    expect(titles({})).toEqual([]);
    expect(titles({ createFiles: true })).toEqual([expect.stringMatching(/^在 \.annual-report\.json/)]);
    expect(silence('# 临溪县', find('# 临溪县', [], 'tables/full-width', text), { text })).toBeDefined();
  });

  test('within a line of a saved page is read there', () => {
    const text = '<html><body><h1>临溪县2024年政府信息公开工作年度报告</h1><p>公开信息１２条。</p></body></html>';
    expect(silence('１２', find('１２', [], 'tables/full-width', text), { text })).toBeDefined();
  });

  describe('of a draft in plain text', () => {
    const uri = 'file:///%E5%B9%B4%E6%8A%A5/2024.txt';
    const outside = (options: Case) => silenceOutside(actionsAt('１２', [WIDE], { uri, ...options }));
    const silenceOutside = (actions: readonly CodeAction[]) =>
      actions.find(action => action.title.startsWith('在 .annual-report.json'));
    const entry = { file: '2024.txt', rule: 'tables/full-width', fingerprint: WIDE.fingerprint, reason: '请写明理由' };

    test('makes a configuration file beside it', () => {
      expect(outside({ createFiles: true })?.edit?.documentChanges).toEqual([
        { kind: 'create', uri: 'file:///%E5%B9%B4%E6%8A%A5/.annual-report.json', options: { ignoreIfExists: true } },
        expect.objectContaining({
          edits: [expect.objectContaining({ newText: `${JSON.stringify({ silenced: [entry] }, null, 2)}\n` })],
        }),
      ]);
      expect(outside({ createFiles: false })).toBeUndefined();
    });

    test('adds to the nearest configuration file and keeps what it holds', () => {
      const configurationFile = {
        uri: 'file:///.annual-report.json',
        text: '{\n  "edition": "2021",\n  "silenced": []\n}\n',
      };
      const [change] = outside({ configurationFile })?.edit?.documentChanges ?? [];
      if (!change || !('edits' in change)) throw new Error('no edit');
      expect(change.textDocument).toEqual({ uri: configurationFile.uri, version: null });
      const document = TextDocument.create(configurationFile.uri, '', 0, configurationFile.text);
      expect(TextDocument.applyEdits(document, change.edits as TextEdit[])).toBe(
        `${JSON.stringify({ edition: '2021', silenced: [{ ...entry, file: '年报/2024.txt' }] }, null, 2)}\n`,
      );
    });

    test('names the entry alone to a client that writes it itself, whatever stands in the file', () => {
      const commands = new Set([SILENCE_COMMAND]);
      const configurationFile = { uri: 'file:///.annual-report.json', text: '{ broken' };
      const action = outside({ configurationFile, commands, documentChanges: false });
      expect(action?.edit).toBeUndefined();
      expect(action?.command).toMatchObject({
        command: SILENCE_COMMAND,
        arguments: [{ uri: configurationFile.uri, entry: { ...entry, file: '年报/2024.txt' } }],
      });
      expect(outside({ commands })?.command?.arguments).toEqual([
        { uri: 'file:///%E5%B9%B4%E6%8A%A5/.annual-report.json', entry },
      ]);
    });

    test('knows a folder whose drive is written in another case', () => {
      const configurationFile = { uri: 'file:///c%3A/a/.annual-report.json', text: '{"silenced": []}' };
      const commands = new Set([SILENCE_COMMAND]);
      expect(outside({ uri: 'file:///C:/a/2024.txt', configurationFile, commands })?.command?.arguments).toMatchObject([
        { entry: { file: '2024.txt' } },
      ]);
    });

    test('is not offered where the file cannot be understood or the draft has no folder', () => {
      expect(
        outside({ configurationFile: { uri: 'file:///.annual-report.json', text: '{ "edition": ' } }),
      ).toBeUndefined();
      expect(
        outside({ configurationFile: { uri: 'file:///.annual-report.json', text: '{ "silenced": 1 }' } }),
      ).toBeUndefined();
      // What was just written into it may not be saved yet.
      expect(outside({ configurationFile: { uri: 'file:///.annual-report.json', text: '' } })).toBeUndefined();
      expect(
        outside({ configurationFile: { uri: 'file:///.annual-report.json', text: '{}', isLegacy: true } }),
      ).toBeUndefined();
      expect(
        silenceOutside(actionsAt('１２', [WIDE], { uri: 'untitled:2024.txt', createFiles: true })),
      ).toBeUndefined();
    });
  });

  test('of a finding of the engine makes it go', async () => {
    const text =
      '# 临溪县2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n正文。\n\n## 三、主动公开政府信息情况\n\n正文。\n';
    const all = async (draft: string) =>
      (await new Snapshot('file:///2024.md', 1, new Source(draft), DEFAULT_SETTINGS).findings(UNINTERRUPTED)).findings;
    const findings = await all(text);
    for (const finding of findings) {
      const snapshot = new Snapshot('file:///2024.md', 1, new Source(text), DEFAULT_SETTINGS);
      const action = codeActions(
        snapshot,
        [finding],
        { span: finding.span, only: ['quickfix'], diagnostics: [] },
        {
          language: 'zh-CN',
          clientCapabilities: { documentChanges: true, snippetEdits: false, createFiles: false },
          configurationFile: null,
          file: { uri: 'file:///2024.md', languageId: 'annual-report' },
        },
      ).find(each => each.title.startsWith('忽略此项'));
      const left = await all(apply(action, text).replace('请写明理由', '已逐项核对'));
      expect(
        left.filter(each => each.fingerprint === finding.fingerprint),
        finding.rule,
      ).toEqual([]);
      expect(
        left.filter(each => each.rule.startsWith('wording/un')),
        finding.rule,
      ).toEqual([]);
    }
  });
});
