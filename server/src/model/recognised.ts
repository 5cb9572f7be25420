import type { Report } from './report.ts';
import { chainsOf } from './statements/chains.ts';
import { isSameMeasure } from './statements/measures.ts';

/** Counts of what was published, whose matter stands beside them. */
const PUBLISHED = ['disclosure', 'information'];

/**
 * Whether anything of an annual report is to be seen in a draft: its title, one of the official sections or tables, or,
 * in an extract without any, how much information was published. Silence about any other text would look like approval.
 */
export function isRecognised(report: Report): boolean {
  const { title, sections, tables } = report;
  if (title !== null || tables.length > 0 || sections.some(({ id }) => id !== null)) return true;
  return chainsOf(report).some(({ reading: { figures } }) =>
    figures.some(
      ({ kind, matter, matterSource, number: { unit } }) =>
        kind === 'count' &&
        matterSource === 'label' &&
        PUBLISHED.includes(matter ?? '') &&
        (unit === '个' || isSameMeasure(unit, '条')),
    ),
  );
}
