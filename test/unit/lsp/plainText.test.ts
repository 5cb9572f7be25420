import { expect, test } from 'vitest';
import { plainText } from '../../../server/src/lsp/plainText.ts';

test.each([
  ['**总计** = 3 + 1', '总计 = 3 + 1'],
  ['2 \\* 3 \\_ 4', '2 * 3 _ 4'],
  ['[国务院令第711号](https://www.gov.cn/zhengce/)', '国务院令第711号（https://www.gov.cn/zhengce/）'],
  ['- 一\n- 二', '- 一\n- 二'],
  ['a\\[1\\] &lt;b&gt;', 'a[1] <b>'],
  ['第二十条第（一）项', '第二十条第（一）项'],
])('%s', (markdown, expected) => {
  expect(plainText(markdown)).toBe(expected);
});
