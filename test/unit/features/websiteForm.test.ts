import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readFormatFiles } from '../../../server/src/analysis/files/formatFile.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../server/src/analysis/files/settings.ts';
import { UNINTERRUPTED } from '../../../server/src/analysis/scheduler.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { exportDraft } from '../../../server/src/documents/exportDraft.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { symbols } from '../../../server/src/features/symbols.ts';
import { tableActions } from '../../../server/src/features/tables/codeActions.ts';
import { formatting } from '../../../server/src/features/tables/formatting.ts';
import { tableForm } from '../../../server/src/features/tables/tableForm.ts';
import { writeTable } from '../../../server/src/model/writing/write.ts';
import type { TableFormAction } from '../../../server/src/protocol/tableForm.ts';
import type { Change } from '../../../server/src/text/change.ts';
import { Source } from '../../../server/src/text/source.ts';
import { applied, figuresOf, planOf } from '../../support/tableForms.ts';

const FOLDER = 'examples/formats/网站报表';
const file = readFileSync(`${FOLDER}/政府网站工作年度报表.annual-report-formats.json`, 'utf8');
const { formats } = readFormatFiles([{ uri: 'file:///f.json', text: file }]);
const SETTINGS: Settings = { ...DEFAULT_SETTINGS, localFormats: formats };
const [, DRAFT = ''] =
  /^\/\/! draft[^\n]*\n([^]*?)\/\/! none\n/.exec(readFileSync(`${FOLDER}/试稿/政府网站工作年度报表.md`, 'utf8')) ?? [];

const snapshotOf = (text: string) => new Snapshot('file:///表.md', 1, new Source(text), SETTINGS);
const specOf = () => snapshotOf(DRAFT).report.tables[0]!.spec;
const cellsOf = (text: string) =>
  new Map(figuresOf(tableForm(snapshotOf(text), 'zh-CN')).map(cell => [cell.id.split(' ')[1] ?? '', cell] as const));
const write = (row: string, text: string): TableFormAction => ({
  kind: 'write',
  cells: [{ id: `w.form ${row} value`, text }],
});
const after = (text: string, action: TableFormAction): string => {
  const snapshot = snapshotOf(text);
  return applied(snapshot, planOf(snapshot, action));
};
const changed = (text: string, changes: readonly Change[]): string =>
  [...changes]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((whole, { span, text: written }) => whole.slice(0, span.start) + written + whole.slice(span.end), text);
const FILE = { languageId: 'markdown', uri: 'file:///表.md' };
const found = async (text: string) =>
  (await snapshotOf(text).findings(UNINTERRUPTED)).findings.map(({ rule, severity }) => `${severity} ${rule}`);

describe('a form of labels and values', () => {
  it('is shown as printed, words as words with what may be chosen', () => {
    const form = tableForm(snapshotOf(DRAFT), 'zh-CN');
    expect(form.tables.map(({ id, state, note, isReplaceable }) => ({ id, state, note, isReplaceable }))).toEqual([
      { id: 'w.form', state: 'present', note: '', isReplaceable: false },
    ]);
    const cells = cellsOf(DRAFT);
    expect(cells.get('siteName')).toMatchObject({ state: 'words', text: '清河县人民政府网站', name: '网站名称' });
    expect(cells.get('hasMobileMedia')).toMatchObject({ state: 'words', choices: ['是', '否'] });
    expect(cells.get('siteType')?.choices).toEqual(['政府门户网站', '部门网站', '专项网站']);
    expect(cells.get('averageDays')).toMatchObject({ state: 'value', text: '2.8' });
    expect(form.tables[0]?.rows.flat().find(cell => cell.kind === 'label')).toMatchObject({ columnSpan: 3 });
  });

  it('words are written as typed, figures as figures', async () => {
    expect(after(DRAFT, write('sponsor', '清河县\n信息中心'))).toContain('| 主办单位 |  |  | 清河县 信息中心 |');
    expect(after(DRAFT, write('police', '００１２'))).toContain('| 公安机关备案号 | ００１２ |');
    expect(after(DRAFT, write('hasDrill', '否'))).toContain('是否开展应急演练 |  | 否 |');
    expect(after(DRAFT, write('averageDays', '３.５'))).toContain('平均办理时间（单位：天） | 3.5 |');
    expect(after(DRAFT, write('visits', '1,000'))).toContain('| 1000 |');
    expect(after(DRAFT, write('otherMedia', ''))).toMatch(/其他 \| {2}\| +\|/);
    expect(await found(after(DRAFT, write('hasMobileMedia', '否')))).toEqual(['hint tables/should-be-blank']);
    const refused = planOf(snapshotOf(DRAFT), write('visits', '很多'));
    expect(refused).toMatchObject({ kind: 'edits', edits: [], refusals: [{ id: 'w.form visits value' }] });
  });

  test.each(['a | b', '<td>', '**甲**'])('%s as words leaves all other cells as they are', typed => {
    const snapshot = snapshotOf(DRAFT);
    const plan = planOf(snapshot, write('sponsor', typed));
    const text = applied(snapshot, plan);
    const others = (of: string) =>
      [...cellsOf(of)].filter(([row]) => row !== 'sponsor').map(([row, cell]) => [row, cell.text]);
    expect(others(text)).toEqual(others(DRAFT));
  });

  it('is in the outline and in hovers, with where each row comes from', () => {
    const snapshot = snapshotOf(DRAFT);
    expect(JSON.stringify(symbols(snapshot, 'zh-CN'))).toContain('政府网站工作年度报表');
    const at = (words: string) => JSON.stringify(hover(snapshot, DRAFT.indexOf(words) + 1, 'zh-CN'));
    expect(at('独立用户访问总量')).toMatch(/来源：.*未核实/);
    expect(at('418600')).toContain('网站总访问量');
    expect(at('清河县人民政府网站 |')).toContain('网站名称');
  });

  it('formatting and what is offered for the table leave words alone', () => {
    const text = DRAFT.replace('12345602000001', '１２３ 号').replace('| 其他 |  | — |', '| 其他 |  |  |');
    const snapshot = snapshotOf(text);
    const words = (of: string) =>
      [...cellsOf(of)].filter(([, { state }]) => state === 'words').map(([, cell]) => cell.text);
    const aligned = formatting(snapshot, undefined, { ambiguousWidth: 'wide' });
    expect(aligned.length).toBeGreaterThan(0);
    expect(words(TextDocument.applyEdits(TextDocument.create('', '', 1, text), aligned))).toEqual(words(text));
    const at = text.indexOf('１２３');
    const actions = tableActions(snapshot, { start: at, end: at }, 'zh-CN', FILE);
    expect(actions.length).toBeGreaterThan(1);
    for (const { changes, title } of actions) expect(words(changed(text, changes)), title).toEqual(words(text));
  });

  test.each(['pipe', 'html', 'tabbed'] as const)('the form written as %s is read with every cell', layout => {
    const spec = specOf();
    const stated = cellsOf(DRAFT);
    const text = writeTable(spec, layout, row => stated.get(row)?.text ?? '');
    const read = cellsOf(`${DRAFT.split('\n')[0] ?? ''}\n\n${text}\n`);
    expect([...read].map(([row, cell]) => [row, cell.text])).toEqual(
      [...stated].map(([row, cell]) => [row, cell.text]),
    );
  });

  it('is exported with all that it says', async () => {
    const { bytes } = await exportDraft(DRAFT, { form: 'html', fonts: 'gb2312', edition: null, formats }, () =>
      Promise.reject(new Error('no Word')),
    );
    const html = new TextDecoder().decode(bytes);
    for (const cell of cellsOf(DRAFT).values()) expect(html).toContain(cell.text);
  });
});
