import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import { rehearse, rehearsedDrafts } from '../../../server/src/analysis/rehearsal.ts';
import { Cancelled, UNINTERRUPTED } from '../../../server/src/analysis/scheduler.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { Source } from '../../../server/src/text/source.ts';

test('a rehearsal has sentences in which nothing is wrong, and all three tables in two layouts', async () => {
  const [prose, ...tables] = rehearsedDrafts().map(text => new Snapshot('', 0, new Source(text), DEFAULT_SETTINGS));
  for (const { report } of tables) expect(report.tables.filter(({ spec }) => spec?.isRequired)).toHaveLength(3);
  const { findings } = await prose!.findings(UNINTERRUPTED);
  expect(findings.filter(({ rule }) => /^(?:prose|dates|wording|citations)\//.test(rule))).toEqual([]);
});

test('a rehearsal ends when it is told to, and checks all its drafts where it is not', async () => {
  let turns = 0;
  const scheduler = {
    yieldIfNeeded: () => {
      if (++turns > 5) throw new Cancelled();
      return undefined;
    },
  };
  await expect(rehearse(scheduler)).rejects.toBeInstanceOf(Cancelled);
  expect(turns).toBe(6);
  await expect(rehearse(UNINTERRUPTED)).resolves.toBeUndefined();
});
