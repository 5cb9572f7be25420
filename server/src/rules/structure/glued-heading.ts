import type { Section } from '../../model/report.ts';
import type { ReportOutline } from '../support/contexts.ts';
import { defineRule, finding, replace } from '../support/rule.ts';

/**
 * 部分的标题接在上一段末尾，没有另起一行。
 *
 * “……请与办公室联系。一、总体情况”：标题照样认得，但读者和汇总的程序容易看漏。快速修复另起一行。
 *
 * 不报：
 * - 整篇在一行里的抓取文本：那是网页转换的结果。
 * - 句子里列举的标题，如“包括一、总体情况；二、……”。
 *
 * English: The heading of a part stands at the end of the paragraph before it instead of on a line of its own. It
 * counts as a heading all the same. Texts scraped onto one line are fine.
 */
export const gluedHeading = defineRule({
  id: 'structure/glued-heading',
  catalogue: ['S01'],
  basis: ['practice'],
  severity: 'hint',
  scope: 'report',
  *run({ report, style }) {
    const glued = report.sections.filter(section => isGlued(report, section));
    // Most of them: the draft has no lines.
    if (glued.length * 2 > report.sections.length) return;
    for (const { title, titleSpan } of glued) {
      const lineEnd = style?.lineEnd ?? '\n';
      yield finding(titleSpan, {
        message: 'structure/glued-heading',
        args: { title },
        fixes: style
          ? [
              {
                kind: 'safe',
                message: 'fix.newLine',
                args: {},
                edits: [replace({ start: titleSpan.start, end: titleSpan.start }, lineEnd + lineEnd)],
              },
            ]
          : [],
      });
    }
  },
});

/** Marks of bold and of headings, and blanks, that may stand before a title. */
const BEFORE = ' \t\u3000\u00a0*_#';
const LONGEST_BEFORE = 40;

/** Whether words stand before a title on its line; a tag of a page ends what stands before it. */
function isGlued({ source: { text } }: ReportOutline, { titleSpan: { start } }: Section): boolean {
  let at = start;
  while (at > 0 && start - at < LONGEST_BEFORE && BEFORE.includes(text.charAt(at - 1))) at--;
  const sign = text.charAt(at - 1);
  return at > 0 && !'\r\n>\ufeff'.includes(sign);
}
