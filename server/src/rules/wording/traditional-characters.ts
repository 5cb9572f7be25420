import { simplified, simplifiedText } from '../../text/traditional.ts';
import { defineRule, finding, replace, type Edit } from '../support/rule.ts';

/**
 * 稿件里有繁体字。
 *
 * 公文用规范汉字。繁体字照简体字读，检查不受影响；全文只提示一次，指着第一个字。快速修复把全文的繁体字改成简体字。
 *
 * 不报：
 * - 简体文本也用的字，如“乾县”的“乾”、“著作”的“著”。
 *
 * English: The draft has traditional characters. They are read like the simplified ones; one hint stands at the
 * first, with a fix for all. Characters that simplified text uses as well are fine.
 */
export const traditionalCharacters = defineRule({
  id: 'wording/traditional-characters',
  catalogue: ['S15'],
  basis: ['practice'],
  severity: 'hint',
  scope: 'report',
  *run({ report }) {
    const { count, edits } = traditionalIn(report.source.text);
    const [first] = edits;
    if (!first) return;
    const { start, end } = first.span;
    yield finding(first.span, {
      message: 'wording/traditional-characters',
      args: { text: report.source.text.slice(start, end), count },
      fixes: [{ kind: 'safe', message: 'fix.simplified', args: { count }, edits }],
    });
  },
});

/** Traditional characters of a text, those that follow each other in one edit. */
function traditionalIn(text: string): { readonly count: number; readonly edits: readonly Edit[] } {
  const edits: Edit[] = [];
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (simplified(code) === code) continue;
    const start = at;
    while (at < text.length && simplified(text.charCodeAt(at)) !== text.charCodeAt(at)) at++;
    count += at - start;
    edits.push(replace({ start, end: at }, simplifiedText(text.slice(start, at))));
  }
  return { count, edits };
}
