import { misreadingOf } from '../../text/wrongEncoding.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 文件编码不对，文字成了乱码。
 *
 * 按UTF-8读GB18030的文件，读不出的字变成“�”；按Latin-1读UTF-8或GB18030的文件、按GB18030读UTF-8或Big5的文件，
 * 全文成了别的字。能确定是什么编码的，写明编码。请换正确的编码重新打开；此前不要保存，否则丢失的字不能恢复。全文只报一次。
 *
 * 不报：
 * - 生僻字。
 *
 * English: The draft was opened in the wrong encoding and characters are lost or have become others. The encoding is
 * named where it is sure. Reopen the draft in it and do not save before.
 */
export const wrongEncoding = defineRule({
  id: 'wording/wrong-encoding',
  catalogue: [],
  basis: ['practice'],
  severity: 'warning',
  scope: 'report',
  *run({ report }) {
    const misreading = misreadingOf(report.source.text);
    if (misreading) {
      const { at, encoding, readAs } = misreading;
      const place = { start: at, end: at + 1 };
      yield encoding === undefined
        ? finding(place, { message: 'wording/wrong-encoding#garbled', args: { readAs } })
        : finding(place, { message: 'wording/wrong-encoding#misread', args: { encoding, readAs } });
      return;
    }
    const at = report.source.text.indexOf('\ufffd');
    if (at >= 0) yield finding({ start: at, end: at + 1 }, { message: 'wording/wrong-encoding' });
  },
});
