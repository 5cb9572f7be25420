import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { pastedTable } from '../../../../server/src/features/tables/pastedTable.ts';
import type { Clipboard } from '../../../../server/src/protocol/writing.ts';
import { editionById } from '../../../../server/src/format/index.ts';
import type { NoteStyle } from '../../../../server/src/model/writing/standardTable.ts';
import { writeTable } from '../../../../server/src/model/writing/write.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { compact } from '../../../support/compact.ts';
import { fromBrowser, fromExcel, fromWord, fromWps, tabsFromExcel } from '../../../support/clipboards.ts';
import { SAMPLE_2021 } from '../../../support/sample.ts';

const EDITION = editionById('2021');
const [DISCLOSURE, REQUESTS, REVIEW] = EDITION.tables;
if (!DISCLOSURE || !REQUESTS || !REVIEW) throw new Error('three tables');

const figures = (table: string) => (row: string, column: string) => String(SAMPLE_2021[table]?.[row]?.[column] ?? '');

const BEGUN = '# 海东县林业局2024年政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\n‸\n';

/** What would be pasted at the mark `‸`, or in place of what stands between two of them. */
function paste(clipboard: Clipboard, draft = BEGUN, note: NoteStyle = 'comment') {
  const [before = '', between = '', behind] = draft.split('‸');
  const text = behind === undefined ? before + between : before + between + behind;
  const start = before.length;
  const end = behind === undefined ? start : start + between.length;
  const snapshot = new Snapshot('file:///draft.md', 1, new Source(text), DEFAULT_SETTINGS);
  const found = pastedTable(snapshot, { start, end }, clipboard, note);
  return found && { ...found, text: compact(found.text) };
}

const PROGRAMS = { fromWord, fromWps, fromExcel, fromBrowser };

describe('a table copied as HTML', () => {
  for (const [name, copy] of Object.entries(PROGRAMS)) {
    it.each(EDITION.tables.map(table => [table.id, table] as const))(
      `${name}: %s becomes the standard table`,
      (id, table) => {
        const found = paste({ html: copy(table, figures(id)), text: 'nothing' });
        expect(found?.notPlaced).toEqual([]);
        expect(found?.text.trim()).toBe(writeTable(table, 'pipe', figures(id)));
        expect(found?.title).toBe(table.title);
      },
    );
  }
});

describe('a table copied as text', () => {
  it.each(EDITION.tables.map(table => [table.id, table] as const))(
    'tabs and cells in quotation marks: %s',
    (id, table) => {
      const found = paste({ text: tabsFromExcel(table, figures(id)) });
      expect(found?.notPlaced).toEqual([]);
      expect(found?.text.trim()).toBe(writeTable(table, 'pipe', figures(id)));
    },
  );
});

const T3 = 't3.requests';
const STANDARD = writeTable(REQUESTS, 'pipe', figures(T3));

describe('a table whose rows are all there', () => {
  const isWhole = (html: string) => paste({ html, text: '' })?.isWhole;
  const html = fromWord(REQUESTS, figures(T3));

  it('is an official one for sure', () => {
    expect(isWhole(html)).toBe(true);
    expect(paste({ text: tabsFromExcel(REQUESTS, figures(T3)) })?.isWhole).toBe(true);
  });

  it('is not where a row is missing, has another name or is too many, or words stand beside it', () => {
    const rows = html.split('</tr>');
    expect(isWhole([...rows.slice(0, -3), ...rows.slice(-2)].join('</tr>'))).toBe(false);
    expect(html).toContain('2.重复申请');
    expect(isWhole(html.replace('2.重复申请', '2.重复提出申请'))).toBe(false);
    expect(isWhole(html.replace('</table>', '<tr><td colspan="3">五、其他</td><td>7</td></tr></table>'))).toBe(false);
    expect(isWhole(`<p>本年情况如下。</p>${html}`)).toBe(false);
  });
});

describe('how it is put into the draft', () => {
  it('is written as the draft writes tables, with its line ends', () => {
    const html =
      '# 海东县林业局2024年政府信息公开工作年度报告\r\n\r\n<table><tr><td>甲</td><td>乙</td></tr></table>\r\n\r\n‸';
    expect(paste({ html: fromWord(REQUESTS, figures(T3)) }, html)?.text).toBe(
      writeTable(REQUESTS, 'html', figures(T3), { lineEnd: '\r\n' }),
    );
    const tabs = '海东县林业局2024年政府信息公开工作年度报告\n\n项目\t数量\n自然人\t5\n\n‸';
    expect(paste({ html: fromWord(REQUESTS, figures(T3)) }, tabs)?.text).toBe(
      writeTable(REQUESTS, 'tabbed', figures(T3)),
    );
  });

  it('stands on lines of its own', () => {
    const found = paste(
      { html: fromBrowser(REQUESTS, figures(T3)) },
      '# 海东县林业局2024年政府信息公开工作年度报告\n\n情况如下：‸详见上表。\n',
    );
    expect(found?.text).toBe(`\n\n${STANDARD}\n\n`);
  });

  it('replaces a whole table that is selected, and tears none', () => {
    const empty = writeTable(REQUESTS, 'pipe');
    const clipboard = { html: fromExcel(REQUESTS, figures(T3)) };
    expect(paste(clipboard, BEGUN.replace('‸', `‸${empty}‸`))?.text).toBe(STANDARD);
    const filled = writeTable(REQUESTS, 'pipe', (row, column) => (row === 'granted' && column === 'total' ? '5' : ''));
    expect(paste(clipboard, BEGUN.replace('‸', filled.replace('自然人', '自‸然人')))).toBeNull();
    expect(paste(clipboard, BEGUN.replace('‸', filled.replace('自然人', '‸自然人‸')))).toBeNull();
    expect(paste(clipboard, BEGUN.replace('‸', `‸上文。\n\n${filled.replace('自然人', '自‸然人')}`))).toBeNull();
    expect(paste(clipboard, BEGUN.replace('‸', `${empty}\n\n‸`))?.text).toBe(STANDARD);
  });

  it('takes the place of the same table around the cursor while that is blank', () => {
    const empty = writeTable(REQUESTS, 'pipe');
    const clipboard = { html: fromExcel(REQUESTS, figures(T3)) };
    for (const draft of [
      empty.replace('自然人', '自‸然人'),
      empty.replace('|  |  |  |', '| ‸ |  |  |'),
      `${empty.slice(0, -1)}‸|`,
    ]) {
      const found = paste(clipboard, BEGUN.replace('‸', draft));
      expect(found?.text).toBe(STANDARD);
      expect(found?.range).toEqual({
        start: { line: 4, character: 0 },
        end: { line: 4 + empty.split('\n').length - 1, character: empty.length - empty.lastIndexOf('\n') - 1 },
      });
    }
    expect(
      paste(
        { html: fromExcel(REVIEW, figures('t4.review_litigation')) },
        BEGUN.replace('‸', empty.replace('自然人', '自‸然人')),
      ),
    ).toBeNull();
  });

  it('is not offered in a saved web page', () => {
    expect(
      paste(
        { html: fromWord(REQUESTS, figures(T3)) },
        '<html><body><h1>海东县林业局2024年政府信息公开工作年度报告</h1>‸</body></html>',
      ),
    ).toBeNull();
  });
});

describe('what the table has no place for', () => {
  const page = (rows: readonly (readonly string[])[]) =>
    `<table>${rows.map(cells => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
  const extra = writeTable(REQUESTS, 'html', figures(T3)).replace(
    '</table>',
    '<tr><td colspan="3">五、其中网上申请</td><td>7</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>8</td></tr></table>',
  );

  it('is told below it, in a comment or in a line', () => {
    const found = paste({ html: extra });
    expect(found?.notPlaced).toHaveLength(1);
    expect(found?.notPlaced[0]).toMatch(/^五、其中网上申请：.*7.*1.*0.*8$/);
    expect(found?.text.startsWith(`${STANDARD}\n\n<!-- 未能放入标准表格：五、其中网上申请`)).toBe(true);
    expect(paste({ html: extra }, BEGUN, 'line')?.text).toMatch(/\n\n未能放入标准表格：五、其中网上申请：.*8$/);
  });

  it('holds for a table of another edition: what both have is kept', () => {
    const of2019 = editionById('2019').tables.find(({ id }) => id === 't2.disclosure')!;
    const found = paste({
      html: fromWord(of2019, (row, column) => (row === 'rules' ? '3' : column === 'decisions' ? '12' : '')),
    });
    expect(found?.text).toContain('| 行政许可 | 12 |');
    expect(found?.text).toContain('现行有效件数');
    expect(found?.notPlaced.join()).toMatch(/规章：.*3/);
  });

  it('keeps text around the table and other tables', () => {
    const html = `<p>（三）收到和处理情况。</p>${fromBrowser(REQUESTS, figures(T3))}<p>注：含结转。</p>${page([
      ['乡镇', '件数'],
      ['东乡', '4'],
    ])}`;
    expect(paste({ html })?.text).toBe(
      `（三）收到和处理情况。\n\n${STANDARD}\n\n注：含结转。\n\n| 乡镇 | 件数 |\n| --- | --- |\n| 东乡 | 4 |`,
    );
    const text = `以下为统计表。\n${tabsFromExcel(REQUESTS, figures(T3))}注：含结转。`;
    expect(paste({ text })?.text).toBe(`以下为统计表。\n\n${STANDARD}\n\n注：含结转。`);
  });
});

describe('what is none of its business', () => {
  it.each<[string, Clipboard]>([
    ['nothing', {}],
    ['a word', { text: '主动公开' }],
    ['prose', { text: '第一行。\n第二行。', html: '<p>第一行。</p><p>第二行。</p>' }],
    [
      'another table',
      {
        text: '乡镇\t件数\n东乡\t4\n',
        html: '<table><tr><td>乡镇</td><td>件数</td></tr><tr><td>东乡</td><td>4</td></tr></table>',
      },
    ],
    ['a standard table as the draft writes it', { text: STANDARD }],
    ['broken HTML', { html: '<table><tr><td' }],
  ])('%s', (_, clipboard) => {
    expect(paste(clipboard)).toBeNull();
  });

  it('takes the text where the HTML holds no official table', () => {
    expect(
      paste({ html: '<table><tr><td>甲</td></tr></table>', text: tabsFromExcel(REQUESTS, figures(T3)) })?.text,
    ).toBe(STANDARD);
  });

  it('leaves quotation marks that part no cells', () => {
    const text = tabsFromExcel(REQUESTS, figures(T3)).replace('商业企业', '"商业"企业');
    expect(paste({ text })?.text).toBe(STANDARD);
  });
});

describe('whatever is on the clipboard', () => {
  it('gives a table or nothing', () => {
    const html = fromWord(REQUESTS, figures(T3));
    const text = tabsFromExcel(REQUESTS, figures(T3));
    for (let at = 0; at < html.length; at += 1997) {
      expect(() => paste({ html: html.slice(at), text: text.slice(0, at) })).not.toThrow();
      expect(() => paste({ html: html.slice(0, at), text: text.slice(at / 20) })).not.toThrow();
    }
  });

  it.each([
    ['quotation marks that are never closed', { text: '"a\n'.repeat(50_000) }],
    ['tabs and quotation marks', { text: `${'\t"'.repeat(50_000)}\n` }],
    ['tables in tables', { html: '<table><tr><td>'.repeat(20_000) }],
  ])('%s are nothing', (_, clipboard) => {
    expect(paste(clipboard)).toBeNull();
  });
});

describe('several tables', () => {
  it('are all written anew, in their order', () => {
    const html = EDITION.tables.map(table => fromBrowser(table, figures(table.id))).join('<p>&nbsp;</p>');
    const found = paste({ html });
    expect(found?.text).toBe(EDITION.tables.map(table => writeTable(table, 'pipe', figures(table.id))).join('\n\n'));
    expect(found?.title).toBe(DISCLOSURE.title);
  });

  it('one for each part of section two become one', () => {
    const parts = fromBrowser(DISCLOSURE, figures(DISCLOSURE.id)).replace(
      /<\/tr>(<tr><td[^>]*><div[^>]*><span[^>]*>第二十条第（[五六八]）项)/g,
      '</tr></tbody></table><p></p><table><tbody>$1',
    );
    expect(parts.split('<table').length).toBe(5);
    expect(paste({ html: parts })?.text).toBe(writeTable(DISCLOSURE, 'pipe', figures(DISCLOSURE.id)));
  });
});
