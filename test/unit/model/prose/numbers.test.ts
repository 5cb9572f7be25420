import { expect, it } from 'vitest';
import { readSentences } from '../../../../server/src/model/prose/numbers.ts';

const figuresIn = (text: string) => readSentences(text).flatMap(({ figures }) => figures);

it.each<[string, readonly [value: number, unit: string, modality: string, subject: string][]]>([
  ['主动公开信息1,234条', [[1234, '条', 'exact', '主动公开信息']]],
  ['公开１２，３４５条', [[12345, '条', 'exact', '公开']]],
  ['阅读量12.5万人次', [[125000, '人次', 'rounded', '阅读量']]],
  [
    '受理申请20余件，办结约3件',
    [
      [20, '件', 'rough', '受理申请'],
      [3, '件', 'rough', '办结约'],
    ],
  ],
  [
    '收到申请5件、复议十二件',
    [
      [5, '件', 'exact', '收到申请'],
      [12, '件', 'exact', '复议'],
    ],
  ],
  ['第3条、〔2024〕8号、3.14.15件、3个工作日、《12条意见》', []],
  ['依据第三条，每两件，一件', []],
  ['1,2345条', [[2345, '条', 'exact', '']]],
])('%s', (text, expected) => {
  expect(figuresIn(text).map(({ value, unit, modality, subject }) => [value, unit, modality, subject])).toEqual(
    expected,
  );
});

it('of a chain of thousands without end no more than its end is a number', () => {
  const [figure, ...others] = figuresIn(`共${'111,'.repeat(10_000)}111件`);
  expect([others, (figure?.end ?? 0) - (figure?.start ?? 0)]).toEqual([[], 32]);
});
