import { FIRST_KIND } from '../format/kind.ts';
import { exclusionIn, type Exclusion } from './kind.ts';
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
  const { kind, title, sections, tables } = report;
  // Nothing is read as another kind unless something tells so.
  if (kind.id !== FIRST_KIND) return true;
  if (title !== null || tables.length > 0) return true;
  if (exclusionOf(report)) return false;
  if (sections.some(({ id }) => id !== null)) return true;
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

/** By what a draft that is not recognised is told to be something else about reports; undefined where nothing tells. */
export function exclusionOf({ blocks, editions }: Report): Exclusion | undefined {
  return exclusionIn(blocks, editions);
}
