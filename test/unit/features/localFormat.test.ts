import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFormatFiles } from '../../../server/src/analysis/files/formatFile.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { UNINTERRUPTED } from '../../../server/src/analysis/scheduler.ts';
import { exportDraft } from '../../../server/src/documents/exportDraft.ts';
import { completion } from '../../../server/src/features/completion.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { newReport } from '../../../server/src/features/newReport.ts';
import { symbols } from '../../../server/src/features/symbols.ts';
import { tablesOfForm } from '../../../server/src/features/tables/formTables.ts';
import { editionById } from '../../../server/src/format/index.ts';
import { Source } from '../../../server/src/text/source.ts';
import { expandMacros } from '../../support/macros.ts';

const FILE = 'examples/formats/临溪省.annual-report-formats.json';
const { formats } = readFormatFiles([{ uri: 'file:///f.json', text: readFileSync(FILE, 'utf8') }]);
const LOCAL: Settings = { ...DEFAULT_SETTINGS, localFormats: formats };
const SECTION = '政务公开专区运行情况';

const TABLE = [
  '| 专区级别 | 专区数量（个） | 本年接待（人次） |  |  |',
  '| --- | --- | --- | --- | --- |',
  '|  |  | 接待总人次 | 现场查询人次 | 协助申请人次 |',
  '| 市级政务公开专区 | 0 | 0 | 0 | 0 |',
  '| 县级政务公开专区 | 1 | 46 | 40 | 6 |',
  '| 乡镇（街道）政务公开专区 | 8 | 32 | 30 | 2 |',
  '| 各级专区合计 | 9 | 78 | 70 | 8 |',
];

function draft(...lines: readonly string[]): string {
  const all = ['{{head 清河县档案局 2024}}', '', '{{parts 一-六}}', '', ...lines];
  return `${all.map(line => expandMacros(line, editionById('2021'))).join('\n')}\n`;
}

const WHOLE = draft(`## 七、${SECTION}`, '', '接待群众查询政府信息。', '', ...TABLE);

function snapshotOf(text: string, settings = LOCAL, previous?: Snapshot): Snapshot {
  return new Snapshot('file:///draft.md', 1, new Source(text), settings, previous?.parsedOrInherited);
}

async function found(snapshot: Snapshot): Promise<readonly string[]> {
  const { findings, failures } = await snapshot.findings(UNINTERRUPTED);
  expect(failures).toEqual([]);
  return findings.map(({ rule, span }) => `${rule} ${snapshot.source.slice(span)}`);
}

describe('a section and a table of a format file', () => {
  it('are recognised, and nothing is found in a draft without mistakes', async () => {
    const snapshot = snapshotOf(WHOLE);
    const { report } = snapshot;
    expect(report.edition?.id).toBe('linxi-2021');
    expect(report.sections.map(({ id, match }) => `${String(id)} ${match}`).at(-1)).toBe('serviceAreas exact');
    expect(report.tables.at(-1)?.spec.id).toBe('lx.service_areas');
    expect(report.tables.at(-1)?.figures.get('all.visits')?.text).toBe('78');
    expect(report.otherTables).toEqual([]);
    expect(await found(snapshot)).toEqual([]);
  });

  it('are known no more when the file is gone, and known again when it is back', async () => {
    const before = snapshotOf(WHOLE);
    expect(await found(before)).toEqual([]);
    const without = snapshotOf(WHOLE, DEFAULT_SETTINGS, before);
    expect(without.report.edition?.id).toBe('2021');
    expect(without.report.otherTables).toHaveLength(1);
    const again = snapshotOf(WHOLE, { ...DEFAULT_SETTINGS, localFormats: structuredClone(formats) }, without);
    expect(again.report.edition).toBe(before.report.edition);
    expect(again.report.sections.at(-1)?.id).toBe('serviceAreas');
  });

  it('of a report from before its years nothing is said', async () => {
    const earlier = snapshotOf(WHOLE.replaceAll('2024', '2022').replaceAll('2025', '2023'));
    expect(earlier.report.edition?.id).toBe('2021');
    expect(await found(earlier)).toEqual([]);
  });

  it('a missing one is told, with a fix that writes heading and table', async () => {
    const { findings } = await snapshotOf(draft()).findings(UNINTERRUPTED);
    const [missing] = findings;
    expect(missing).toMatchObject({ rule: 'structure/missing-section', args: { title: SECTION, numeral: '七' } });
    const text = missing?.fixes[0]?.edits[0]?.text ?? '';
    expect(text).toContain(`七、${SECTION}`);
    expect(text).toContain('各级专区合计');
  });

  it('a format of its own, without basis, begins with what it is about', () => {
    const own = { id: 'own', name: '自定的格式', years: { from: 2023 }, sections: [{ id: 'a', title: '工作情况' }] };
    const { editions } = snapshotOf(draft(), { ...DEFAULT_SETTINGS, localFormats: [{ editions: [own] }] }).report;
    const text = newReport({ publicBody: '清河县档案局', reportYear: 2024 }, editions)?.text ?? '';
    expect(text).toContain('\n\n现公布清河县档案局2024年政府信息公开工作年度报告。');
    expect(text).toContain('## 一、工作情况\n\n<!-- 提示：写工作情况。依据：自定的格式。 -->');
  });

  it('what is written of a section that there is changes it in these fields alone', () => {
    const more = {
      id: 'more',
      extends: '2021',
      name: '另一省',
      years: { from: 2023 },
      sections: [{ id: 'overview', variants: ['全省总体情况'] }],
    };
    const settings = { ...DEFAULT_SETTINGS, localFormats: [{ editions: [more] }] };
    const titles = ['总体情况', '政务公开总体情况', '全省总体情况'].map(title => {
      const { sections } = snapshotOf(draft().replace('总体情况', title), settings).report;
      return `${String(sections[0]?.id)} ${String(sections[0]?.match)}`;
    });
    expect(titles).toEqual(['overview exact', 'overview variant', 'overview variant']);
  });

  it('nothing above a hint rests on what nobody has verified', async () => {
    const severities = async (text: string, section: object, table: object) => {
      const [{ editions } = { editions: [] }] = structuredClone(formats);
      const [edition] = editions;
      const own = {
        ...edition,
        sections: edition?.sections?.map(each => ({ ...each, ...section })),
        tables: edition?.tables?.map(each => ({ ...each, ...table })),
      };
      const localFormats = [{ editions: [own] }] as unknown as typeof formats;
      const { findings } = await snapshotOf(text, { ...DEFAULT_SETTINGS, localFormats }).findings(UNINTERRUPTED);
      return findings.map(({ rule, severity }) => `${severity} ${rule}`);
    };
    const lessRows = WHOLE.replace(/\| 市级政务公开专区.*\n/, '').replace('| 8 | 32 |', '| 8 | 33 |');
    const noTable = draft(`## 七、${SECTION}`, '', '接待群众查询政府信息。');
    const unverified = { isUnverified: true };
    expect(await severities(lessRows, {}, {})).toContain('warning tables/missing-row');
    for (const [text, section, table] of [
      [lessRows, {}, unverified],
      [WHOLE.replace('| 9 | 78 |', '| 9 | 79 |'), {}, unverified],
      [noTable, {}, unverified],
      [draft(), { verification: 'unverified' }, {}],
    ] as const) {
      const found = await severities(text, section, table);
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter(each => !each.startsWith('hint '))).toEqual([]);
    }
  });

  it('equations that do not hold are told once, with what would mend them', async () => {
    const wrong = WHOLE.replace('| 9 | 78 |', '| 9 | 79 |');
    expect(await found(snapshotOf(wrong))).toEqual(['totals/local-equation 79']);
    const rows = WHOLE.replace('| 8 | 32 | 30 | 2 |', '| 8 | 32 | 30 | 3 |').replace('| 70 | 8 |', '| 70 | 9 |');
    expect(await found(snapshotOf(rows))).toEqual(['totals/local-equation 32', 'totals/local-equation 78']);
  });

  it('are offered where they are missing', () => {
    const text = draft('政务', '');
    const items = completion(snapshotOf(text), text.lastIndexOf('政务') + 2, {
      language: 'zh-CN',
      clientCapabilities: { snippets: false },
      file: { languageId: 'markdown', uri: 'file:///draft.md' },
      now: new Date(2025, 0, 10),
    });
    const labels = items.map(({ label }) => label);
    expect(labels).toContain(`七、${SECTION}`);
    expect(labels).toContain(`表七 ${SECTION}（竖线表格）`);
  });

  it('are in the outline, in hovers, in the form and in what is exported', async () => {
    const snapshot = snapshotOf(WHOLE);
    expect(JSON.stringify(symbols(snapshot, 'zh-CN'))).toContain(SECTION);
    const heading = JSON.stringify(hover(snapshot, WHOLE.indexOf(SECTION) + 1, 'zh-CN'));
    expect(heading).toContain('写各级专区的数量和接待情况');
    expect(tablesOfForm(snapshot.report).map(({ id }) => id)).toContain('serviceAreas');
    const { bytes } = await exportDraft(WHOLE, { form: 'html', fonts: 'gb2312', edition: null, formats }, () =>
      Promise.reject(new Error('no Word')),
    );
    expect(new TextDecoder().decode(bytes)).toContain('各级专区合计');
  });

  it('has phrases of its own, in which slips are told, and sentences that are offered', async () => {
    const text = draft(`## 七、${SECTION}`, '', '各级专区都有专区管埋员，政务公开专区运行正常。', '', '', '', ...TABLE);
    const snapshot = snapshotOf(text);
    expect(await found(snapshot)).toEqual(['wording/phrase-slip 专区管埋员']);
    expect(await found(snapshotOf(text, DEFAULT_SETTINGS, snapshot))).not.toContain('wording/phrase-slip 专区管埋员');
    const at = text.indexOf('正常。') + 4;
    const labels = completion(snapshot, at, {
      language: 'zh-CN',
      clientCapabilities: { snippets: false },
      file: { languageId: 'markdown', uri: 'file:///draft.md' },
      now: new Date(2025, 0, 10),
    }).map(({ label }) => label);
    expect(labels).toContain('各级专区共#个，全年接待群众#人次，其中现场查询#人次、协助申请#人次。');
  });
});
