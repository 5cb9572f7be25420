import { misreadingOf } from '../../text/wrongEncoding.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 文件编码不对，文字成了乱码。
 *
 * 按UTF-8读GB18030的文件，读不出的字变成“�”；按GB18030读UTF-8或Big5的文件，全文成了别的字，能确定的
 * 写明编码。请换正确的编码重新打开；此前不要保存，否则丢失的字不能恢复。全文只报一次。
 *
 * 有的编辑器把汉字逐字节读作西文字符（Latin-1，Windows-1252），整篇成了“ÕþÎñ¹«¿ª”之类，什么也查不了，这里说明文件
 * 原来的编码；看不出的，请逐一试用UTF-8和GB18030。
 *
 * 不报：
 * - 生僻字。
 * - 外文的带符号字母；只要有一个汉字，就不当作逐字节读的。
 *
 * English: The draft was opened in the wrong encoding: characters are lost, or have become others. Reopen it in the
 * encoding that is named and do not save before.
 */
export const wrongEncoding = defineRule({
  id: 'wording/wrong-encoding',
  catalogue: [],
  basis: ['practice'],
  severity: 'warning',
  kinds: 'every',
  scope: 'report',
  *run({ report }) {
    const { text } = report.source;
    const misreading = misreadingOf(text);
    if (misreading) {
      const { span, encoding, readAs } = misreading;
      // What no terminal and no editor shows is left out.
      const shown = text.slice(span.start, span.end).replace(/[\u0080-\u00a0\u00ad]/g, '');
      if (encoding === undefined)
        yield finding(span, { message: 'wording/wrong-encoding#unknown', args: { text: shown } });
      else
        yield finding(span, {
          message: readAs === 'Latin-1' ? 'wording/wrong-encoding#misread' : 'wording/wrong-encoding#gb18030',
          args: { text: shown, expected: encoding },
        });
      return;
    }
    const at = text.indexOf('\ufffd');
    if (at >= 0) yield finding({ start: at, end: at + 1 }, { message: 'wording/wrong-encoding' });
  },
});
