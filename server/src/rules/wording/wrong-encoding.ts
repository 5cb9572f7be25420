import { defineRule, finding } from '../support/rule.ts';

/**
 * 文件编码不对，文字成了乱码。
 *
 * 按UTF-8读GB18030的文件，读不出的字变成“�”。请用GB18030重新打开；此前不要保存，否则丢失的字不能恢复。全文只报一次。
 *
 * 不报：
 * - 生僻字。
 *
 * English: The draft was opened in the wrong encoding and characters are lost. Reopen it as GB18030 and do not save
 * before.
 */
export const wrongEncoding = defineRule({
  id: 'wording/wrong-encoding',
  catalogue: [],
  basis: ['practice'],
  severity: 'warning',
  scope: 'report',
  *run({ report }) {
    const at = report.source.text.indexOf('\ufffd');
    if (at >= 0) yield finding({ start: at, end: at + 1 }, { message: 'wording/wrong-encoding' });
  },
});
