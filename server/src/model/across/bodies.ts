import { FIRST_KIND } from '../../format/kind.ts';
import type { Summary } from '../summary/summary.ts';
import { bodyKey, withoutSecondName } from '../summary/bodyNames.ts';
import { haveSameContent } from '../summary/sameContent.ts';
import { memoByObject } from '../../text/memo.ts';
import type { Body, BodyGroup, FoundBodies, KnownReport } from './body.ts';
import type { BodySetting, BodySettings } from './bodySettings.ts';
import { joinAliases, joinByFolder, joinSecondNames } from './joining.ts';
import { parentOf } from './parents.ts';
import { placedKeys } from './placing.ts';

/**
 * Which reports are of which body: by the settings' names, by the same key, by keys that differ in outer places or a
 * second name alone, and, as a mere suggestion, by a folder that holds the years of one place. Never by similarity.
 */
export function findBodies(summaries: readonly Summary[], settingsOf: (report: Summary) => BodySettings): FoundBodies {
  const unidentified: Summary[] = [];
  const known: KnownReport[] = [];
  const otherKinds = summaries.filter(({ kind }) => kind !== FIRST_KIND);
  for (const summary of summaries)
    if (summary.kind === FIRST_KIND) (isKnown(summary) ? known : unidentified).push(summary as KnownReport);
  const keys = placedKeys(known);
  const groups = new Map<string, BodyGroup>();
  for (const report of known) {
    const settings = settingsOf(report);
    const key = keys.get(report) ?? report.bodyKey;
    const names = settingsByName(settings);
    const setting = names.get(key) ?? names.get(withoutSecondName(key) ?? key);
    const id = setting?.id ?? key;
    let group = groups.get(id);
    if (!group)
      groups.set(
        id,
        (group = { id, keys: new Set(), reports: [], setting, settings, why: setting ? 'config' : 'title' }),
      );
    group.keys.add(key);
    group.reports.push(report);
  }
  const joined = joinByFolder(joinSecondNames(joinAliases([...groups.values()])));
  const found = joined.map(bodyOf).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { bodies: found.map(body => ({ ...body, parent: parentOf(body, found) })), unidentified, otherKinds };
}

function isKnown({ bodyKey: key, year }: Summary): boolean {
  return key !== null && key !== '' && year !== null;
}

const settingsByName = memoByObject(
  ({ bodies }: BodySettings): ReadonlyMap<string, BodySetting> =>
    new Map(bodies.flatMap(body => body.names.map(name => [bodyKey(name), body] as const))),
);

function bodyOf({ id, reports, setting, settings, why, keys }: BodyGroup): Body {
  const sorted = [...reports].sort((a, b) => a.year - b.year || (a.path < b.path ? -1 : 1));
  const kept: KnownReport[] = [];
  const duplicates: KnownReport[] = [];
  const doubtful = new Set<number>();
  for (const report of sorted) {
    const first = kept.at(-1);
    if (first?.year !== report.year) kept.push(report);
    else {
      duplicates.push(report);
      if (!haveSameContent(report, first)) doubtful.add(report.year);
    }
  }
  const newest = [...kept].reverse();
  const scopes = new Set(newest.flatMap(({ scope }) => scope ?? []));
  return {
    id,
    keys: [...new Set([...newest.map(report => report.bodyKey), ...keys])],
    names: [...new Set(newest.map(({ body }) => body))],
    reports: kept,
    duplicates,
    doubtful,
    parent: null,
    scope: setting?.scope ?? (scopes.size === 1 ? ([...scopes][0] ?? null) : null),
    why,
    setting,
    settings,
  };
}
