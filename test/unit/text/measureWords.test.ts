import { describe, expect, it } from 'vitest';
import { isSameUnit, readSentences } from '../../../server/src/model/prose/numbers.ts';
import { isUnitText, readCellValue } from '../../../server/src/syntax/cellValue.ts';
import { CELL_UNITS, PROSE_UNITS, RECORD_UNITS } from '../../../server/src/text/measureWords.ts';
import { sourceFiles } from '../../support/sourceFiles.ts';

describe('measure words', () => {
  it('are read behind every number of a text', () => {
    // 万 and 亿 go with the number.
    for (const unit of PROSE_UNITS)
      expect(readSentences(`共12${unit}。`)[0]?.figures[0]?.unit).toBe(unit.replace(/[万亿]/, ''));
  });

  it('are read in every cell, behind the number and alone', () => {
    for (const unit of CELL_UNITS) {
      expect(readCellValue(`12${unit}`)).toEqual({ kind: 'value', value: 12, decimals: 0, unit });
      expect(isUnitText(unit)).toBe(true);
    }
  });

  it('count the same things where they are records', () => {
    for (const a of RECORD_UNITS) for (const b of RECORD_UNITS) expect(isSameUnit(a, b)).toBe(true);
    expect(isSameUnit('件', '人')).toBe(false);
  });

  it('stand in one list', () => {
    const list = /(?:(?:条|件|份|次|起|篇|宗|场|期|项|个|家|人|户)(?:\||',\s*')){3}/;
    const second = sourceFiles('server/src', 'client/src').filter(
      ({ path, text }) => path !== 'server/src/text/measureWords.ts' && list.test(text),
    );
    expect(second.map(({ path }) => path)).toEqual([]);
  });
});
