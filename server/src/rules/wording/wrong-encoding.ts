import { defineRule, finding } from '../rule.ts';

/** 文件用错误的编码打开：出现替换字符 U+FFFD。请按 GB18030 重新打开，不要保存。 */
export const wrongEncoding = defineRule({
  id: 'wording/wrong-encoding',
  catalogue: [],
  basis: ['practice'],
  severity: 'warning',
  *run({ report }) {
    const at = report.source.text.indexOf('\ufffd');
    if (at >= 0) yield finding({ start: at, end: at + 1 }, { message: 'wording/wrong-encoding' });
  },
});
