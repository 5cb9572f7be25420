import { describe, expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from '../../../server/src/features/semanticTokens.ts';
import type { TableLayout } from '../../../server/src/model/writing/write.ts';
import { Source } from '../../../server/src/text/source.ts';
import { sampleReport } from '../../support/sample.ts';

/** Each token as its text, type and modifiers. */
function tokensOf(text: string, range?: Range) {
  const source = new Source(text);
  const lines = text.split(/\r?\n/);
  let last = { line: 0, character: -1, length: 0 };
  return semanticTokens(new Snapshot('file:///2024.md', 1, source, DEFAULT_SETTINGS), range).map(token => {
    const { line, character, length, type, modifiers } = token;
    expect(line > last.line || character >= last.character + last.length).toBe(true);
    last = token;
    const names = TOKEN_MODIFIERS.filter((__, bit) => (modifiers & (1 << bit)) !== 0);
    const written = (lines[line] ?? '').slice(character, character + length);
    expect(written).toHaveLength(length);
    return { text: written, kind: [TOKEN_TYPES[type], ...names].join('.'), line };
  });
}

const count = (text: string, kind: string) => tokensOf(text).filter(token => token.kind === kind).length;

describe('semantic tokens', () => {
  test.each<TableLayout>(['pipe', 'html', 'tabbed'])(
    'labels, figures and totals of the official tables (%s)',
    layout => {
      const text = sampleReport(layout);
      const tokens = tokensOf(text);
      expect(tokens).toContainEqual({
        text: '行政规范性文件',
        kind: 'annualReportLabel',
        line: expect.anything() as unknown,
      });
      expect(tokens).toContainEqual({ text: '58.6', kind: 'annualReportFigure', line: expect.anything() as unknown });
      // Totals of 25 rows, six more of （七）总计, three of table four.
      expect(count(text, 'annualReportTotal')).toBe(34);
      expect(count(text, 'annualReportFigure')).toBe(10 + 25 * 7 + 15 - 34);
      expect(tokens.every(({ text: written }) => written.trim() === written && !/[<>|]/.test(written))).toBe(true);
    },
  );

  test('the cell to blame is broken, other cells of its equations are not', () => {
    const text = sampleReport('pipe', { table: 't3.requests', row: 'granted', column: 'naturalPerson', text: '32' });
    expect(
      tokensOf(text)
        .filter(({ kind }) => kind.endsWith('.broken'))
        .map(({ text: written, kind }) => [written, kind]),
    ).toEqual([['32', 'annualReportFigure.broken']]);
    const total = sampleReport('pipe', { table: 't3.requests', row: 'newReceived', column: 'total', text: '121' });
    expect(
      tokensOf(total)
        .filter(({ kind }) => kind.endsWith('.broken'))
        .map(({ text: written, kind }) => [written, kind]),
    ).toEqual([['121', 'annualReportTotal.broken']]);
  });

  test('a range gives the tokens on its lines and no others', () => {
    const text = sampleReport('pipe');
    const all = tokensOf(text);
    const middle = all[Math.floor(all.length / 2)]?.line ?? 0;
    const range = { start: { line: middle, character: 0 }, end: { line: middle + 2, character: 0 } };
    expect(tokensOf(text, range)).toEqual(all.filter(({ line }) => line >= middle && line < middle + 2));
  });

  test('a label over several lines or with tags in it is told piece by piece', () => {
    const text = sampleReport('html').replace(
      '一、本年新收政府信息公开申请数量',
      '一、本年新收政府信息<br>\n公开申请数量',
    );
    expect(tokensOf(text).map(({ text: written }) => written)).toEqual(
      expect.arrayContaining(['一、本年新收政府信息', '公开申请数量']),
    );
  });

  test('blank cells, prose, other tables and half-typed ones', () => {
    expect(count(sampleReport('pipe', undefined, {}), 'annualReportFigure')).toBe(0);
    expect(tokensOf('## 一、总体情况\n\n| 渠道 | 条数 |\n|---|---|\n| 网站 | 3 |\n')).toEqual([]);
    expect(tokensOf('')).toEqual([]);
    expect(() =>
      tokensOf('| 一、本年新收政府信息公开申请数量 | 1\n| 二、上年结转政府信息公开申请数量 | \n<table><tr><td>'),
    ).not.toThrow();
  });

  test('line ends of Windows make no difference', () => {
    const text = sampleReport('html');
    expect(tokensOf(text.replaceAll('\n', '\r\n'))).toEqual(tokensOf(text));
  });

  test('names, clauses and numbers that the text cites; unknown names are left alone', () => {
    const text =
      '# 临溪县2024年政府信息公开工作年度报告\n\n根据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）第五十条、《某市办法》第三条和《条例》第十九条、第二十条，按溪政办〔2024〕3号编制。\n';
    expect(tokensOf(text).map(({ text: written, kind }) => `${kind} ${written}`)).toEqual(
      [
        '《中华人民共和国政府信息公开条例》',
        '国务院令第711号',
        '第五十条',
        '《条例》',
        '第十九条',
        '第二十条',
        '溪政办〔2024〕3号',
      ].map(each => `annualReportCitation ${each}`),
    );
    expect(tokensOf(text, { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } })).toEqual([]);
  });

  test('a citation of a web page is told between its tags', () => {
    const text =
      '<h1>临溪县2024年政府信息公开工作年度报告</h1>\n<p>根据《<b>政府信息公开</b>条例》第五十条编制。</p>\n';
    expect(tokensOf(text).map(({ text: written }) => written)).toEqual(['《', '政府信息公开', '条例》', '第五十条']);
  });
});
