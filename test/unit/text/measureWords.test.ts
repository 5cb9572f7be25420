import { describe, expect, it } from 'vitest';
import { isSameMeasure } from '../../../server/src/model/statements/measures.ts';
import { readNumbers } from '../../../server/src/model/statements/writtenNumbers.ts';
import { isUnitText, readCellValue } from '../../../server/src/syntax/cellValue.ts';
import { CELL_UNITS, LONG_PROSE_UNITS, PROSE_UNITS, RECORD_UNITS } from '../../../server/src/text/measureWords.ts';
import { sourceFiles } from '../../support/sourceFiles.ts';

describe('measure words', () => {
  it('are read behind every number of a text', () => {
    for (const unit of [...PROSE_UNITS, ...LONG_PROSE_UNITS])
      expect(readNumbers(`共12${unit}。`).numbers[0]?.unit).toBe(unit);
  });

  it('are read in every cell, behind the number and alone', () => {
    for (const unit of CELL_UNITS) {
      expect(readCellValue(`12${unit}`)).toEqual({ kind: 'value', value: 12, decimals: 0, unit });
      expect(isUnitText(unit)).toBe(true);
    }
  });

  it('count the same things where they are records', () => {
    for (const a of RECORD_UNITS) for (const b of RECORD_UNITS) expect(isSameMeasure(a, b)).toBe(true);
    expect(isSameMeasure('件', '人')).toBe(false);
  });

  it('stand in one list', () => {
    const list = /(?:(?:条|件|份|次|起|篇|宗|场|期|项|个|家|人|户)(?:\||',\s*')){3}/;
    const second = sourceFiles('server/src', 'client/src').filter(
      ({ path, text }) => path !== 'server/src/text/measureWords.ts' && list.test(text),
    );
    expect(second.map(({ path }) => path)).toEqual([]);
  });
});
