import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { UNINTERRUPTED } from '../../../../server/src/analysis/scheduler.ts';
import { formatting } from '../../../../server/src/features/tables/formatting.ts';
import { Source } from '../../../../server/src/text/source.ts';
import type { Span } from '../../../../server/src/text/span.ts';
import { displayWidth, type AmbiguousWidth } from '../../../../server/src/text/width.ts';
import { SAMPLE_2021, cellsOf2021, sampleReport } from '../../../support/sample.ts';

const snapshotOf = (text: string) => new Snapshot('file:///2024.md', 1, new Source(text), DEFAULT_SETTINGS);

function format(text: string, range?: Span, ambiguousWidth: AmbiguousWidth = 'wide'): string {
  const edits = formatting(snapshotOf(text), range, { ambiguousWidth });
  return TextDocument.applyEdits(TextDocument.create('file:///2024.md', '', 1, text), edits);
}

const lines = (...each: readonly string[]) => each.join('\n');

describe('formatting', () => {
  test('aligns columns, Chinese as two', () => {
    expect(format(lines('|项目|数量|', '|-|-|', '|自然人|3|', '|商业企业|  1286|'))).toBe(
      lines('| 项目     | 数量 |', '| -------- | ---- |', '| 自然人   | 3    |', '| 商业企业 | 1286 |'),
    );
  });

  test('takes ambiguous signs as the setting says', () => {
    const table = lines('| a | b |', '| --- | --- |', '| “一” | 1 |', '| 一二三 | 2 |');
    expect(format(table).split('\n')[2]).toBe('| “一” | 1   |');
    expect(format(table, undefined, 'narrow').split('\n')[2]).toBe('| “一”   | 1   |');
  });

  test('keeps colons and aligns as they say', () => {
    expect(
      format(lines('|左|右|中|无|', '|:--|-:|:-:|--|', '|1|2|3|4|', '|一二三四|一二三四|一二三四|一二三四|')),
    ).toBe(
      lines(
        '| 左       |       右 |    中    | 无       |',
        '| :------- | -------: | :------: | -------- |',
        '| 1        |        2 |    3     | 4        |',
        '| 一二三四 | 一二三四 | 一二三四 | 一二三四 |',
      ),
    );
  });

  test('keeps escaped pipes, blanks inside texts, full-width spaces, indentation and line ends', () => {
    expect(format('  | a\\|b | c  d|　|\r\n  |---|---|---|\r\n  | 1| 2 | 中 |\r\n')).toBe(
      '  | a\\|b | c  d | 　  |\r\n  | ---- | ---- | --- |\r\n  | 1    | 2    | 中  |\r\n',
    );
  });

  test('adds no outer pipes and nothing at the end of a line', () => {
    expect(format(lines('项目 | 数量', '--- | ---', '自然人 | 3', '其他 | 10 |'))).toBe(
      lines('项目   | 数量', '------ | ----', '自然人 | 3', '其他   | 10   |'),
    );
  });

  test('rows with too few or too many cells keep them', () => {
    expect(format(lines('|a|b|', '|-|-|', '|1|', '|1|2|3|'))).toBe(
      lines('| a   | b   |', '| --- | --- |', '| 1   |', '| 1   | 2   | 3   |'),
    );
  });

  test('a row of dashes is data but below the header', () => {
    expect(format(lines('|项目名称|b|', '|-|-|', '|-|-|', '|1|2|'))).toBe(
      lines('| 项目名称 | b   |', '| -------- | --- |', '| -        | -   |', '| 1        | 2   |'),
    );
  });

  test('leaves other layouts and prose alone', () => {
    for (const layout of ['html', 'tabbed'] as const) {
      const text = sampleReport(layout);
      expect(format(text)).toBe(text);
    }
    for (const text of [
      '',
      '|',
      'a | b',
      '正文|不是表格',
      '```\n|a|b|\n|-|-|\n|1|2|\n```\n',
      '<!--\n|a|b|\n|-|-|\n-->\n',
    ])
      expect(format(text)).toBe(text);
  });

  test('of a range changes only its lines, as wide as the whole table asks', () => {
    const text = lines('正文。', '', '|项目|数量|', '|-|-|', '|自然人|3|', '|商业企业|1286|', '');
    const at = text.indexOf('自然人');
    expect(format(text, { start: at, end: at + 1 })).toBe(text.replace('|自然人|3|', '| 自然人   | 3    |'));
    expect(format(text, { start: 0, end: 2 })).toBe(text);
  });

  test('touches nothing but blanks and the dashes below the header', () => {
    const snapshot = snapshotOf(sampleReport('pipe').replaceAll(' |', '  |'));
    const edits = formatting(snapshot, undefined, { ambiguousWidth: 'wide' });
    expect(edits.length).toBeGreaterThan(100);
    for (const { range, newText } of edits) {
      const old = snapshot.source.slice({
        start: snapshot.source.offsetAt(range.start),
        end: snapshot.source.offsetAt(range.end),
      });
      expect(`${old}${newText}`).toMatch(/^(?: *|[- ]*)$/);
      expect(range.start.line).toBe(range.end.line);
    }
  });

  test('of the standard tables gives lines of the same width', () => {
    const formatted = format(sampleReport('pipe'));
    const tables = formatted.split('\n\n').filter(block => block.startsWith('|'));
    expect(tables).toHaveLength(3);
    for (const table of tables) expect(new Set(table.split('\n').map(line => displayWidth(line))).size).toBe(1);
  });
});

describe('huge drafts', () => {
  test.each([
    ['a table of many short rows', '|a|b|\n|-|-|\n' + '|1|2|\n'.repeat(60_000)],
    ['rows of many cells', ('|1'.repeat(399) + '|\n').repeat(300)],
    ['one cell as long as the draft', `|a|b|\n|-|-|\n|${'长'.repeat(1_000_000)}|1|\n${'|1|2|\n'.repeat(10_000)}`],
    ['nothing but pipes', '|'.repeat(1_000_000)],
    ['pipes that are escaped', `|${'\\|'.repeat(1_000_000)}|\n|-|\n`],
    ['many tables', '|a|b|\n|-|-|\n|一二三|2|\n\n'.repeat(5_000)],
  ])(
    '%s: nothing hangs',
    (_, text) => {
      const snapshot = snapshotOf(text);
      const edits = formatting(snapshot, undefined, { ambiguousWidth: 'wide' });
      expect(edits.reduce((sum, { newText }) => sum + newText.length, 0)).toBeLessThan(4 * text.length + 200_000);
    },
    60_000,
  );
});

/** Cell texts that stand between pipes. */
const cell = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '-',
    '—',
    '/',
    '0',
    '12',
    '１２',
    '3,000',
    '总计',
    '“三安全一稳定”',
    'a\\|b',
    '\\',
    '&nbsp;',
    '**5**',
    '　',
    ':-:',
    '---',
    '<br>',
    '`a`',
  ),
  fc.string({ maxLength: 6 }).map(text => text.replace(/[|\r\n\\]/g, '')),
);
const spaced = fc
  .tuple(fc.constantFrom('', ' ', '  ', '\t'), cell, fc.constantFrom('', ' ', '   '))
  .map(parts => parts.join(''));
const row = fc
  .tuple(fc.constantFrom('', '|'), fc.array(spaced, { minLength: 1, maxLength: 5 }), fc.constantFrom('', '|', '| '))
  .map(([open, cells, close]) => open + cells.join('|') + close);
const draft = fc
  .tuple(
    row,
    fc.constantFrom('|---|---|', '--- | ---', '|:-|-:|', '| 1 |'),
    fc.array(row, { maxLength: 6 }),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([header, delimiter, rows, lineEnd]) => ['正文。', '', header, delimiter, ...rows, '', '正文。'].join(lineEnd));

const cellsOf = (text: string) =>
  snapshotOf(text).blocks.map(({ block }) =>
    block.kind === 'table' ? block.rows.map(each => each.cells.map(({ text: words }) => words)) : block.kind,
  );

describe('of any pipe table', () => {
  test('twice equals once, and no cell text changes', () => {
    fc.assert(
      fc.property(draft, text => {
        const once = format(text);
        expect(format(once)).toBe(once);
        expect(cellsOf(once)).toEqual(cellsOf(text));
        expect(once.replace(/[ \t-]/g, '')).toBe(text.replace(/[ \t-]/g, ''));
      }),
      { numRuns: 300 },
    );
  });

  test('in ranges, one after the other, equals all at once', () => {
    fc.assert(
      fc.property(draft, fc.nat(), (text, number) => {
        const cut = number % (text.length + 1);
        const head = format(text, { start: 0, end: cut });
        expect(format(head)).toBe(format(text));
      }),
      { numRuns: 200 },
    );
  });

  test('of a report changes no finding', async () => {
    const findings = async (text: string) =>
      (await snapshotOf(text).findings(UNINTERRUPTED)).findings.map(({ rule, message, args, fingerprint }) => ({
        rule,
        message,
        args,
        fingerprint,
      }));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cellsOf2021()),
        fc.constantFrom('', '7', '１２', '/', '许多'),
        async (place, words) => {
          const text = sampleReport('pipe', { ...place, text: words }, SAMPLE_2021);
          expect(await findings(format(text))).toEqual(await findings(text));
        },
      ),
      { numRuns: 30 },
    );
  });
});
