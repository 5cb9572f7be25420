import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { pastedFigures } from '../../../../server/src/features/tables/pastedFigures.ts';
import { toSpan } from '../../../../server/src/features/support/convert.ts';
import type { TableLayout } from '../../../../server/src/model/writing/write.ts';
import type { Clipboard } from '../../../../server/src/protocol/writing.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { sampleReport } from '../../../support/sample.ts';

/** The draft after cells were pasted at the mark `‸`, or in place of what stands between two; null for no offer. */
function pasted(marked: string, clipboard: Clipboard): string | null {
  const [before = '', between = '', behind] = marked.split('‸');
  const text = behind === undefined ? before + between : before + between + behind;
  const end = behind === undefined ? before.length : before.length + between.length;
  const snapshot = new Snapshot('file:///draft.md', 1, new Source(text), DEFAULT_SETTINGS);
  const found = pastedFigures(snapshot, { start: before.length, end }, clipboard);
  if (!found) return null;
  const span = toSpan(snapshot.source, found.range);
  return text.slice(0, span.start) + found.text + text.slice(span.end);
}

const compact = (text: string) => text.replace(/[ ]+/g, ' ');
const at = (layout: TableLayout, wanted: string, by: string) => {
  const style = layout === 'tabbed' ? 'plain' : 'markdown';
  const report = sampleReport(layout, undefined, undefined, style);
  expect(report).toContain(wanted);
  return { report, marked: report.replace(wanted, by) };
};

describe('one cell of a spreadsheet, pasted into a table', () => {
  it.each([
    ['pipe', '| 1.属于国家秘密 | 1 | 0 |', '| 1.属于国家秘密 | 1 | ‸0‸ |', '| 1.属于国家秘密 | 1 | 12 |'],
    ['pipe', '| 1.属于国家秘密 | 1 | 0 |', '| 1.属于国家秘密 | 1 |  ‸|', '| 1.属于国家秘密 | 1 |  12|'],
    ['tabbed', '1.属于国家秘密\t1\t0\t', '1.属于国家秘密\t1\t‸\t', '1.属于国家秘密\t1\t12\t'],
  ] as const)('is pasted without its line end: %s %s', (layout, wanted, by, then) => {
    const { report, marked } = at(layout, wanted, by);
    expect(pasted(marked, { text: '12\r\n', html: '<table><tr><td>12</td></tr></table>' })).toBe(
      report.replace(wanted, then),
    );
  });

  it.each([
    ['a line of a pipe table', '| 一 | 2 |\n'],
    ['a word without line end', '12'],
    ['two paragraphs', '甲。\n\n乙。\n'],
  ])('is not %s', (_, text) => {
    const { marked } = at('pipe', '| 1.属于国家秘密 | 1 |', '| 1.属于国家秘密 | 1‸ |');
    expect(pasted(marked, { text })).toBeNull();
  });

  it('is left alone in running text', () => {
    const { marked } = at('pipe', '完善申请登记', '完善‸申请登记');
    expect(pasted(marked, { text: '12\r\n' })).toBeNull();
    expect(pasted(marked, { text: '1\t2\r\n' })).toBeNull();
  });
});

describe('several cells of a spreadsheet, pasted into a table', () => {
  it.each([
    ['a row', '1\t2\t3\r\n', '| 1.属于国家秘密 | 1 | 2 | 3 | 0 | 0 | 0 | 1 |'],
    ['a row with its label', '1.属于国家秘密\t1\t2\t3\r\n', '| 1.属于国家秘密 | 1 | 2 | 3 | 0 | 0 | 0 | 1 |'],
    ['a row as it stands there', '1\t0\t0\r\n', '| 1.属于国家秘密 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |'],
  ])('go into the cells from the cursor on: %s', (_, text, then) => {
    const wanted = '| 1.属于国家秘密 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |';
    const { report, marked } = at('pipe', wanted, wanted.replace('密 | 1', '密 | ‸1'));
    expect(compact(pasted(marked, { text }) ?? '')).toBe(compact(report.replace(wanted, then)));
  });

  it('a column goes down', () => {
    const { report, marked } = at('pipe', '| 1.属于国家秘密 | 1 |', '| 1.属于国家秘密 | ‸1‸ |');
    expect(compact(pasted(marked, { text: '7\r\n8\r\n' }) ?? '')).toBe(
      compact(report)
        .replace('| 1.属于国家秘密 | 1 |', '| 1.属于国家秘密 | 7 |')
        .replace('| 2.其他法律行政法规禁止公开 | 2 |', '| 2.其他法律行政法规禁止公开 | 8 |'),
    );
  });

  it.each([
    ['too wide', '1\t2\t3\t4\t5\t6\t7\t8\r\n'],
    ['of another row', '2.重复申请\t1\t2\r\n'],
    ['words', '甲\t乙\r\n'],
  ])('are left to be pasted as they are where they are %s', (_, text) => {
    const { marked } = at('pipe', '| 1.属于国家秘密 | 1 |', '| 1.属于国家秘密 | ‸1‸ |');
    expect(pasted(marked, { text })).toBeNull();
  });
});
