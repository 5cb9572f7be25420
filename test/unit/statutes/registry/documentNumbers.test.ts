import { describe, expect, test } from 'vitest';
import {
  documentNumbersIn,
  isNumber,
  issuerOf,
  statuteNumbered,
} from '../../../../server/src/statutes/registry/documentNumbers.ts';
import { statutes } from '../../../../server/src/statutes/index.ts';

const parts = (text: string) =>
  documentNumbersIn(text).map(number => [issuerOf(number), number.year, number.serial].join('|'));

describe('document numbers', () => {
  test.each([
    ['按照国办公开办函〔2021〕30号编制', '国办公开办函|2021|30'],
    ['（国办函〔2020〕109号）', '国办函|2020|109'],
    ['根据法释[2011]17号', '法释|2011|17'],
    ['闽政办【2018】43 号', '闽政办|2018|43'],
    ['晋政办发（2019）第59号', '晋政办发|2019|59'],
    ['岚综管办便函［２０２０］６０号', '岚综管办便函|2020|60'],
    ['国办发〔2019年〕14号', '国办发|2019|14'],
    ['国务院令第711号', '国务院令||711'],
    ['福建省人民政府令 第 134 号', '福建省人民政府令||134'],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual([expected]);
  });

  test.each(['幸福路（2019）3号楼', '（2019）闽0128行初12号', '〔2019〕30号', '国办发2018〕23号', '第30号', '12345号'])(
    'none: %s',
    text => {
      expect(parts(text)).toEqual([]);
    },
  );

  test('every number of a statute is found again', () => {
    for (const { id, documentNumber } of statutes) {
      if (documentNumber === undefined || !documentNumber.includes('号')) continue;
      const [number] = documentNumbersIn(`依据《某某》（${documentNumber}）编制`);
      expect(number && statuteNumbered(number)?.id, documentNumber).toBe(id);
      expect(number && isNumber(number, documentNumber)).toBe(true);
    }
    const [short] = documentNumbersIn('国令第711号');
    expect(short && statuteNumbered(short)?.id).toBe('ogi-2019');
    const [other] = documentNumbersIn('某省人民政府令第711号');
    expect(other && statuteNumbered(other)).toBeUndefined();
  });

  test('long runs end soon', () => {
    for (const unit of ['国', '国办发〔', '令', '〔2021〕', '国办发〔2021〕3', '第1'])
      expect(() => documentNumbersIn(`${unit.repeat(40000)}号`)).not.toThrow();
  });
});
