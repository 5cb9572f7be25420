import { describe, expect, it } from 'vitest';
import { afterEdits, cellAt, targetOf, type CellTable, type Extent } from '../../../client/src/cellMoves.ts';

const LINES = ['上文', '| 行 |  | 12 |', '| 列 | 3 | |'];
const TEXT = LINES.join('\n');

/** A table of a label and two figures in each row, of pipe lines that stand in a text. */
function tableIn(text: string): CellTable {
  const start = text.indexOf('|');
  const cells = [...text.slice(start).matchAll(/(?<=\|)([^|\n]*)(?=\|)/g)].map(match => {
    const from = start + match.index;
    const words = match[1]?.trim() ?? '';
    const at = words === '' ? from + Math.min(1, match[1]?.length ?? 0) : from + (match[1]?.indexOf(words) ?? 0);
    return {
      room: { start: from, end: from + (match[1]?.length ?? 0) },
      text: { start: at, end: at + words.length },
    };
  });
  return {
    extent: { start, end: text.length },
    rowsAreLines: true,
    cells: cells.map((cell, i) => ({ ...cell, isFigure: i % 3 > 0, below: [4, 4, 5, 4, 2, null][i] ?? null })),
  };
}

const at = (offset: number): Extent => ({ start: offset, end: offset });
const TABLE = tableIn(TEXT);
const [label, blank, twelve, , three, last] = TABLE.cells.map(({ text }) => text) as [
  Extent,
  Extent,
  Extent,
  Extent,
  Extent,
  Extent,
];

describe('moving between cells', () => {
  it('goes to the next figure and to the previous one, over labels', () => {
    expect(targetOf(TABLE, cellAt(TABLE, label), 'next')).toEqual(blank);
    expect(targetOf(TABLE, cellAt(TABLE, blank), 'next')).toEqual(twelve);
    expect(targetOf(TABLE, cellAt(TABLE, twelve), 'next')).toEqual(three);
    expect(targetOf(TABLE, cellAt(TABLE, three), 'previous')).toEqual(twelve);
    expect(TEXT.slice(twelve.start, twelve.end)).toBe('12');
  });

  it('goes down, and at the end behind the table; before the first figure it stays', () => {
    expect(targetOf(TABLE, cellAt(TABLE, blank), 'below')).toEqual(three);
    expect(targetOf(TABLE, cellAt(TABLE, three), 'below')).toEqual(twelve);
    expect(targetOf(TABLE, cellAt(TABLE, last), 'below')).toBe('behind');
    expect(targetOf(TABLE, cellAt(TABLE, last), 'next')).toBe('behind');
    expect(targetOf(TABLE, cellAt(TABLE, blank), 'previous')).toBeUndefined();
  });

  it('knows no place outside of cells, and none across two of them', () => {
    for (const offset of [0, TABLE.extent.start, TEXT.indexOf('|\n') + 1, TEXT.length])
      expect(cellAt(TABLE, at(offset))).toBe(-1);
    expect(cellAt(TABLE, { start: label.start, end: twelve.end })).toBe(-1);
    expect(targetOf(TABLE, cellAt(TABLE, at(0)), 'next')).toBeUndefined();
  });
});

describe('cells after edits', () => {
  /** Replaces a piece of the text and follows it. */
  const edited = (offset: number, length: number, by: string): [CellTable | undefined, CellTable] => [
    afterEdits(TABLE, [{ offset, length, inserted: by.length }]),
    tableIn(TEXT.slice(0, offset) + by + TEXT.slice(offset + length)),
  ];

  it.each([
    ['a figure typed into a blank cell', blank.start, 0, '186'],
    ['a digit behind a figure', three.end, 0, '4'],
    ['a figure replaced', twelve.start, 2, '7'],
    ['a figure emptied', twelve.start, 2, ''],
    ['words before the table', 0, 2, '更长的上文'],
    ['words removed before the table', 0, 1, ''],
  ])('%s', (_, offset, length, by) => {
    const [followed, read] = edited(offset, length, by);
    expect(followed?.cells.map(({ room }) => room)).toEqual(read.cells.map(({ room }) => room));
    expect(followed?.extent).toEqual(read.extent);
    if (by !== '') expect(followed?.cells.map(({ text }) => text)).toEqual(read.cells.map(({ text }) => text));
  });

  it('several edits of one event count from the text before them', () => {
    const followed = afterEdits(TABLE, [
      { offset: blank.start, length: 0, inserted: 2 },
      { offset: three.start, length: 1, inserted: 3 },
    ]);
    expect(followed?.cells[4]?.text).toEqual({ start: three.start + 2, end: three.start + 5 });
  });

  it('is forgotten where an edit reaches beyond a cell, and stays for one behind the table', () => {
    expect(afterEdits(TABLE, [{ offset: label.start, length: 8, inserted: 0 }])).toBeUndefined();
    expect(afterEdits(TABLE, [{ offset: TEXT.length + 5, length: 3, inserted: 9 }])).toBe(TABLE);
  });
});
