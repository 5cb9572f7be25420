import type { Report } from '../../model/report.ts';
import { defineRule, finding, replace } from '../rule.ts';

/** 标题与格式规定的名称不同。收录的变体、和/及/、互换都不算；标题只有编号没有文字的另报。 */
export const headingWording = defineRule({
  id: 'structure/heading-wording',
  catalogue: ['S04'],
  basis: ['edition:2019', 'edition:2021'],
  severity: 'hint',
  *run({ report }) {
    for (const section of report.sections) {
      const { heading, spec, match, titleSpan } = section;
      if (heading.block.title.text === '' && heading.block.numbering) {
        yield finding(titleSpan, { message: 'structure/heading-wording#empty', severity: 'warning', args: { number: section.title } });
        continue;
      }
      if (match !== 'similar' || !spec || !hasPrescribedTitles(report)) continue;
      const from = titleSpan.end - heading.block.title.text.length;
      const whole = { start: Math.max(from, titleSpan.start), end: titleSpan.end };
      const isVerbatim = report.source.slice(whole) === heading.block.title.text;
      yield finding(isVerbatim ? whole : titleSpan, {
        message: 'structure/heading-wording',
        args: { found: heading.block.title.text, title: spec.title },
        fixes: isVerbatim ? [{ kind: 'review', message: 'fix.useTitle', args: { title: spec.title }, edits: [replace(whole, spec.title)] }] : [],
      });
    }
  },
});

/** Titles are prescribed since 2019; where the year is not known, two titles as printed show that the format is used. */
function hasPrescribedTitles(report: Report): boolean {
  if (report.edition) return report.edition.isPrescribed;
  return report.sections.filter(({ match, id }) => match === 'exact' && id !== 'overview').length >= 2;
}
