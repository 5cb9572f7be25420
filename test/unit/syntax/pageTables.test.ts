import { describe, expect, it, test } from 'vitest';
import { brief, cellsOf, expectSound, tableOf, textsOf } from './reading.ts';

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html><head><title>海东县林业局</title>${head}</head><body>${body}</body></html>`;
const ROWS = [
  ['信息内容', '本年制发件数'],
  ['规章', '0'],
  ['行政规范性文件', '12'],
];
const rowsOf = (body: string, head = '') => textsOf(tableOf(page(body, head)).block);
const made = (tag: string, [table, row, cell]: readonly [string, string, string]) =>
  `<${tag} ${table}>${ROWS.map(texts => `<${tag} ${row}>${texts.map(text => `<${tag} ${cell}>${text}</${tag}>`).join('')}</${tag}>`).join('\n')}</${tag}>`;

describe('what a page shows as a table is one', () => {
  test.each([
    [
      'styles',
      ['style="display: inline-table"', 'style="display:table-row"', 'style="border:0;display : TABLE-CELL"'],
      '',
    ],
    [
      'classes',
      ['class="t"', 'class="x r"', 'class="c"'],
      '<style><!-- /* { */ .t, .u { display: table } div.r{display:table-row}.c{border:1px;display:table-cell} --></style>',
    ],
    ['roles', ['role="table"', 'role="row"', 'role="cell"'], ''],
  ] as const)('by %s', (_, attributes, head) => {
    expect(rowsOf(made('div', attributes), head)).toEqual(ROWS);
    expectSound(page(made('span', attributes), head));
  });

  it('not what only lays out the page', () => {
    const text = page(
      '<div style="display:table"><div style="display:table-row"><div style="display:table-cell">一、总体情况</div>' +
        '<div style="display:table-cell">全年公开12条。</div></div>说明<div style="display:table-row">' +
        '<div style="display:table-cell">甲</div><div style="display:table-cell">乙</div></div></div>',
    );
    expect(brief(text)).toEqual(
      ['¶海东县林业局', 'chinese 1 总体情况', '¶全年公开12条。', '¶说明', '¶甲', '¶乙'].slice(1),
    );
  });
});

describe('the cells of a page', () => {
  const figure = (inner: string, head = '') =>
    rowsOf(`<table><tr><td>规章</td><td>${inner}</td></tr></table>`, head)[0]?.[1];

  test.each([
    ['<input type="text" value="12">', '12'],
    ['<input value=12 readonly>件', '12件'],
    ['<input type="hidden" value="99"><input type=number value="12">', '12'],
    ['<input type="button" value="保存">', ''],
    ['<textarea rows=1>12</textarea>', '12'],
    ['<select><option>99<option selected>12</option></select>', '12'],
    ['<table><tr><td>12</td></tr></table>', '12'],
  ])('hold what the fields of a form do: %s', (inner, text) => {
    expect(figure(inner)).toBe(text);
  });

  it('know where a typed figure stands', () => {
    const text = page('<table><tr><td>规章</td><td><input name="a12" value="12"></td></tr></table>');
    const cell = cellsOf(tableOf(text).block)[1]!;
    const at = tableOf(text).at + cell.span.start;
    expect(text.slice(at - 7, at + 2)).toBe('value="12');
  });

  test.each([
    ['.old{display:none}', '12'],
    ['span.old { color: red; visibility:hidden }', '12'],
    ['@media print{.old{display:none}}', '812'],
    ['.old{display:none}.open .old{display:inline}', '812'],
    ['.older{display:none}', '812'],
    ['.old{display:none', '812'],
  ])('leave out what the style sheet hides for sure: %s', (sheet, text) => {
    expect(figure('<span class="old">8</span>12', `<style>${sheet}</style>`)).toBe(text);
  });
});

describe('where a page and a table begin', () => {
  it('a page may begin with the comment of a browser', () => {
    const saved = `<!-- saved from url=(0014)about:internet -->\n${page('<p>一、总体情况</p><table><tr><td>规章</td></tr></table>')}`;
    expect(brief(saved).at(-1)).toBe('html 规章');
    expect(brief('<!-- 说明 -->\n<p>\n\n甲')).toContain('¶甲');
  });

  it('a table may stand in other tags on its line', () => {
    const table = '<table><tr><td>规章</td><td>12</td></tr></table>';
    for (const [before, behind] of [
      ['<html><body>', '</body></html>'],
      ['<div align="center">', '</div>'],
    ])
      expect(brief(`甲。\n\n${before!}${table}${behind!}\n\n乙。`)).toEqual(['¶甲。', 'html 规章|12', '¶乙。']);
  });
});
