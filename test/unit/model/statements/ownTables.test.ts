import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { readFormatFiles } from '../../../../server/src/analysis/files/formatFile.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../../server/src/analysis/files/settings.ts';
import { UNINTERRUPTED } from '../../../../server/src/analysis/scheduler.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { hover } from '../../../../server/src/features/hover.ts';
import { figureCompletion } from '../../../../server/src/features/figures/completion.ts';
import { editionById } from '../../../../server/src/format/index.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { renamedEdition } from '../../../support/renamedFormat.ts';
import { expandMacros } from '../../../support/macros.ts';

const FILE = 'examples/formats/临溪省.annual-report-formats.json';
const { formats } = readFormatFiles([{ uri: 'file:///f.json', text: readFileSync(FILE, 'utf8') }]);
const LOCAL: Settings = { ...DEFAULT_SETTINGS, localFormats: formats };

/** A draft with the section of the province and a sentence above its table. */
function draft(sentence: string): string {
  const lines = [
    '{{head 清河县档案局 2024}}',
    '',
    '{{parts 一-六}}',
    '',
    '## 七、政务公开专区运行情况',
    '',
    sentence,
    '',
    '| 专区级别 | 专区数量（个） | 本年接待（人次） |  |  |',
    '| --- | --- | --- | --- | --- |',
    '|  |  | 接待总人次 | 现场查询人次 | 协助申请人次 |',
    '| 市级政务公开专区 | 0 | 0 | 0 | 0 |',
    '| 县级政务公开专区 | 1 | 46 | 40 | 6 |',
    '| 乡镇（街道）政务公开专区 | 8 | 32 | 30 | 2 |',
    '| 各级专区合计 | 9 | 78 | 70 | 8 |',
  ];
  return `${lines.map(line => expandMacros(line, editionById('2021'))).join('\n')}\n`;
}

function snapshotOf(text: string, settings = LOCAL, previous?: Snapshot): Snapshot {
  return new Snapshot('file:///draft.md', 1, new Source(text), settings, previous?.parsedOrInherited);
}

async function found(snapshot: Snapshot): Promise<readonly string[]> {
  const { findings, failures } = await snapshot.findings(UNINTERRUPTED);
  expect(failures).toEqual([]);
  return findings.map(
    ({ rule, severity, span, args }) =>
      `${severity} ${rule} ${snapshot.source.slice(span)} ${String((args as { table?: number }).table ?? '')}`,
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

const wrong = (stated: string, table: string) => [`warning prose/against-table ${stated} ${table}`];

describe('figures of a text and the table of a format file', () => {
  test.each([
    ['县级专区1个，乡镇专区8个。'],
    ['各级专区接待群众78人次，其中现场查询70人次、协助申请8人次。'],
    ['县级专区1个，接待46人次，现场查询40人次。'],
    ['上年各级专区接待群众99人次。'],
    ['各级专区接待群众约90人次。'],
    ['各级专区投入5万元，接待专家3人。'],
    ['县级专区1个。另建成便民驿站5个。'],
    ['县级专区接待电话咨询12件。'],
  ])('agree: %s', async sentence => {
    expect(await found(snapshotOf(draft(sentence)))).toEqual([]);
  });

  test.each([
    ['县级专区2个，乡镇专区8个。', '2个', '1'],
    ['各级专区接待群众77人次。', '77人次', '78'],
    ['县级专区1个，接待47人次。', '47人次', '46'],
    ['县级专区1个，接待46人次，现场查询41人次。', '41人次', '40'],
    ['各级政务公开专区九个，共接待群众87人次。', '87人次', '78'],
  ])('differ: %s', async (sentence, stated, table) => {
    expect(await found(snapshotOf(draft(sentence)))).toEqual(wrong(stated, table));
  });

  it('are not compared any more when the format is taken away, and again when it is back', async () => {
    const text = draft('县级专区2个。');
    const local = snapshotOf(text);
    expect(await found(local)).toEqual(wrong('2个', '1'));
    const without = snapshotOf(text, DEFAULT_SETTINGS, local);
    expect((await found(without)).filter(line => line.includes('prose/'))).toEqual([]);
    expect(await found(snapshotOf(text, LOCAL, without))).toEqual(wrong('2个', '1'));
  });

  it('are read by words of rows and columns that have a role as well', async () => {
    const edition = renamedEdition('2021');
    const file = JSON.stringify({ editions: [edition] }, (_, each: unknown) =>
      each === ''
        ? undefined
        : isObject(each) && each['role'] === 'newReceived'
          ? { ...each, words: ['全年接件'] }
          : each,
    );
    const read = readFormatFiles([{ uri: 'file:///own.json', text: file }]);
    const settings = { ...DEFAULT_SETTINGS, localFormats: read.formats };
    const lines = ['{{head 清河县档案局 2024}}', '', '## 一、总体情况', '', '全年接件5件。', '', '{{parts 二-六}}', ''];
    const text = lines.map(line => expandMacros(line, editionById('2021'))).join('\n');
    expect(await found(snapshotOf(text, settings))).toEqual(['error prose/against-table 5件 0']);
    expect(await found(snapshotOf(text, DEFAULT_SETTINGS))).toEqual([]);
  });

  it('are explained by hovers, and proposed behind their words', () => {
    const text = draft('县级专区2个，共接待群众');
    const snapshot = snapshotOf(text);
    const { contents } = hover(snapshot, text.indexOf('2个'), 'zh-CN')!;
    expect(contents).toContain('县级政务公开专区 · 专区数量（个）');
    const offers = figureCompletion(snapshot, text.indexOf('共接待群众') + 5, 'zh-CN');
    expect(offers.map(({ label }) => label)).toEqual(['46人次']);
  });
});
