import { decodeLoosely, type FileEncoding } from '../../text/decode.ts';
import { misreadText } from '../../text/misread.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 文件编码不对，文字成了乱码。
 *
 * 按UTF-8读GB18030的文件，读不出的字变成“�”。请用GB18030重新打开；此前不要保存，否则丢失的字不能恢复。全文只报一次。
 *
 * 有的编辑器把汉字逐字节读作西文字符（Latin-1，Windows-1252），整篇成了“ÕþÎñ¹«¿ª”之类，什么也查不了，这里说明文件
 * 原来的编码；看不出的，请逐一试用UTF-8和GB18030。
 *
 * 不报：
 * - 生僻字。
 * - 外文的带符号字母；只要有一个汉字，就不当作逐字节读的。
 *
 * English: The draft was opened in the wrong encoding: characters are lost, or each byte became a Western letter.
 * Reopen it in the encoding that is named and do not save before.
 */
export const wrongEncoding = defineRule({
  id: 'wording/wrong-encoding',
  catalogue: [],
  basis: ['practice'],
  severity: 'warning',
  scope: 'report',
  *run({ report }) {
    const { text } = report.source;
    const at = text.indexOf('\ufffd');
    if (at >= 0) {
      yield finding({ start: at, end: at + 1 }, { message: 'wording/wrong-encoding' });
      return;
    }
    const misread = misreadText(text);
    if (!misread) return;
    // What no terminal and no editor shows is left out.
    const shown = text.slice(misread.span.start, misread.span.end).replace(/[\u0080-\u00a0\u00ad]/g, '');
    const encoding = ENCODINGS.find(each => decodeLoosely(each, misread.bytes).includes(SURE));
    if (encoding)
      yield finding(misread.span, {
        message: 'wording/wrong-encoding#misread',
        args: { text: shown, expected: encoding.toUpperCase() },
      });
    else
      yield finding(misread.span, {
        message: 'wording/wrong-encoding#unknown',
        args: { text: shown },
      });
  },
});

const ENCODINGS: readonly FileEncoding[] = ['utf-8', 'gb18030'];
/** What stands in each report, and in nothing that was decoded wrongly. */
const SURE = '公开';
