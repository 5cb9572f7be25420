import type { Section } from '../../model/report.ts';
import { inlineText } from '../../syntax/inline.ts';
import { isBlank } from '../../syntax/lineReader.ts';
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
 * - 标题前面只有空格、看不见的字符或网页的空格记号（`&nbsp;`、`&emsp;`）。
 *
 * English: The heading of a part stands at the end of the paragraph before it instead of on a line of its own. It
 * counts as a heading all the same. Texts scraped onto one line are fine, and so are blanks of any kind before it.
 */
export const gluedHeading = defineRule({
  id: 'structure/glued-heading',
  catalogue: ['S01'],
  basis: ['practice'],
  severity: 'information',
  kinds: 'every',
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

/** Marks of emphasis, headings and lists that may stand before a title. */
const MARKS = /[*_#~+-]/g;
/** Nothing but the marks of a heading, as before most titles. */
const ONLY_MARKS = /^[#*_ \t\u3000]*$/;
/** More than this is no indent. */
const LONGEST_BEFORE = 1000;

/** Whether words stand before a title on its line; a tag of a page ends what stands before it. */
function isGlued({ source }: ReportOutline, { titleSpan: { start } }: Section): boolean {
  const line = source.line(source.lineAt(start));
  const before = source.text.slice(Math.max(line.start, start - LONGEST_BEFORE), start);
  if (ONLY_MARKS.test(before)) return false;
  const { text } = inlineText(before.slice(before.lastIndexOf('>') + 1), 0);
  return !isBlank(text.replace(MARKS, ''));
}
