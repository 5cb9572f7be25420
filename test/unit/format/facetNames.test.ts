import { expect, test } from 'vitest';
import { ALL_WORDS } from '../../../server/src/format/words.ts';
import {
  MATTER_NAMES,
  PART_NAMES,
  ROLE_NAMES,
  STATISTIC_NAMES,
  STEP_NAMES,
  WHEN_NAMES,
  WHOSE_NAMES,
  type FacetName,
} from '../../../server/src/format/facetNames.ts';

/** Values that no word has; they are read out of years and names. */
const READ_OTHERWISE = ['year', 'unclear', 'other'];

test.each<[facet: 'matter' | 'step' | 'part' | 'whose' | 'when' | 'stat' | 'role', Record<string, FacetName>]>([
  ['matter', MATTER_NAMES],
  ['step', STEP_NAMES],
  ['part', PART_NAMES],
  ['whose', WHOSE_NAMES],
  ['when', WHEN_NAMES],
  ['stat', STATISTIC_NAMES],
  ['role', ROLE_NAMES],
])('every value of %s in the vocabulary has a name in both languages, and no name is left over', (facet, names) => {
  const values = new Set(ALL_WORDS.flatMap(entry => entry[facet] ?? []));
  expect(
    Object.keys(names)
      .filter(name => !READ_OTHERWISE.includes(name))
      .sort(),
  ).toEqual([...values].sort());
  for (const { chinese, english } of Object.values(names)) {
    expect(chinese).toMatch(/\p{Script=Han}/u);
    expect(english).toMatch(/[A-Za-z]/);
  }
});
