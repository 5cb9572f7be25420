import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { codeLenses, TIDY_TABLE_COMMAND } from '../../../../server/src/features/tables/codeLens.ts';
import { tidyTableAt } from '../../../../server/src/features/tables/tidyTable.ts';
import { editionById } from '../../../../server/src/format/index.ts';
import { writeTable } from '../../../../server/src/model/writing/write.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { LAYOUTS } from '../../../support/layouts.ts';
import { SAMPLE_2021 } from '../../../support/sample.ts';

const TABLES = editionById('2021').tables;
const figure = (id: string) => (row: string, column: string) => String(SAMPLE_2021[id]?.[row]?.[column] ?? '');
const TITLE = '# 海东县林业局2024年政府信息公开工作年度报告\n\n';
const HEADINGS: Readonly<Record<string, string>> = {
  't2.disclosure': '## 二、主动公开政府信息情况\n\n',
  't3.requests': '## 三、收到和处理政府信息公开申请情况\n\n',
  't4.review_litigation': '## 四、政府信息公开行政复议、行政诉讼情况\n\n',
};

const MARKDOWN = 'file:///2024.md';
const PLAIN = 'file:///2024.txt';

/** The draft after its only table was tidied; undefined where that is not offered. */
function tidied(text: string, uri = MARKDOWN): string | undefined {
  const snapshot = new Snapshot(uri, 1, new Source(text), DEFAULT_SETTINGS);
  const file = { uri, languageId: 'annual-report' };
  const lenses = codeLenses(snapshot, 'zh-CN', { commands: new Set([TIDY_TABLE_COMMAND]), file });
  const [table] = snapshot.report.tables;
  const found = table && tidyTableAt(snapshot, table.span.start, file);
  expect(lenses.map(({ command }) => command?.title)).toEqual(found ? ['整理成标准表格'] : []);
  return found ? TextDocument.applyEdits(TextDocument.create(uri, '', 1, text), [...found.edits]) : undefined;
}

describe('a table pasted as text', () => {
  const asText = ['tabs as from a spreadsheet', 'one cell per line', 'aligned by spaces'];

  test.each(asText.flatMap(layout => TABLES.map(table => [layout, table.id, table] as const)))(
    '%s: %s becomes the standard table',
    (layout, id, table) => {
      const heading = HEADINGS[id] ?? '';
      const before = `${TITLE}${heading}`;
      const result = tidied(`${before}${LAYOUTS[layout]!(table, figure(id))}\n\n完。\n`);
      expect(result).toBe(`${before}${writeTable(table, 'pipe', figure(id), { alignment: 'withFigures' })}\n\n完。\n`);
    },
  );

  test('keeps the draft’s line ends', () => {
    const [, table] = TABLES;
    const text = `${TITLE}${HEADINGS['t3.requests']!}${writeTable(table!, 'tabbed', figure('t3.requests'))}\n`;
    const result = tidied(text.replaceAll('\n', '\r\n'));
    expect(result?.replaceAll('\r\n', '').includes('\n')).toBe(false);
  });

  test('is left where tabs are how the draft writes tables', () => {
    const text = `${TITLE.slice(2)}${writeTable(TABLES[1]!, 'tabbed', figure('t3.requests'))}\n`;
    expect(tidied(text, PLAIN)).toBeUndefined();
  });

  test('is left where a figure or a row would have no place', () => {
    const text = writeTable(TABLES[0]!, 'tabbed', figure('t2.disclosure')).replace(
      '行政许可\t',
      '其他对外管理服务事项\t5\n行政许可\t',
    );
    expect(tidied(`${TITLE}${HEADINGS['t2.disclosure']!}${text}\n`)).toBeUndefined();
  });

  test.each(['pipe', 'html', 'grid'])('tables in %s are tables already', layout => {
    expect(tidied(`${TITLE}${LAYOUTS[layout]!(TABLES[1]!, figure('t3.requests'))}\n`)).toBeUndefined();
  });
});
