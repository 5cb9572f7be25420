import { groupOf, withoutOuterPlace, withoutSecondName } from '../summary/bodyNames.ts';
import type { BodyGroup } from './body.ts';
import { folderOf } from './placing.ts';

/** Joins bodies whose keys differ by outer places alone, where no third body makes that ambiguous. */
export function joinAliases(groups: readonly BodyGroup[]): readonly BodyGroup[] {
  const byKey = new Map<string, BodyGroup>();
  for (const group of groups) for (const key of group.keys) byKey.set(key, group);
  /** Longer names of each short one. */
  const longer = new Map<string, Set<BodyGroup>>();
  for (const [key, group] of byKey) {
    for (let rest = withoutOuterPlace(key); rest !== undefined; rest = withoutOuterPlace(rest))
      longer.set(rest, (longer.get(rest) ?? new Set()).add(group));
  }
  const gone = new Set<BodyGroup>();
  for (const [short, others] of longer) {
    const group = byKey.get(short);
    if (!group || gone.has(group)) continue;
    const [other, ...third] = [...others].filter(each => each !== group && !gone.has(each));
    if (!other || third.length > 0 || (group.setting && other.setting && group.setting !== other.setting)) continue;
    const into = group.setting ? group : other;
    const from = into === group ? other : group;
    merge(into, from, 'alias');
    gone.add(from);
    for (const key of from.keys) byKey.set(key, into);
  }
  return groups.filter(group => !gone.has(group));
}

/** Joins a body whose name has a second one behind it with that of the bare name, where no year has reports of both. */
export function joinSecondNames(groups: readonly BodyGroup[]): readonly BodyGroup[] {
  const byKey = new Map<string, BodyGroup>();
  for (const group of groups) for (const key of group.keys) byKey.set(key, group);
  const gone = new Set<BodyGroup>();
  for (const [key, from] of byKey) {
    const into = byKey.get(withoutSecondName(key) ?? key);
    if (!into || into === from || from.setting || gone.has(from) || gone.has(into)) continue;
    const years = new Set(into.reports.map(({ year }) => year));
    if (from.reports.some(({ year }) => years.has(year))) continue;
    merge(into, from, 'alias');
    gone.add(from);
  }
  return groups.filter(group => !gone.has(group));
}

/** A file that is called by a year and nothing else. */
const YEAR_FILE = /^(?:19|20)\d\d(?:\s*年度?)?\.[a-z]+$/i;

/** Joins the bodies of a folder of years, where no year has two reports and all are of one place: a suggestion. */
export function joinByFolder(groups: readonly BodyGroup[]): readonly BodyGroup[] {
  const byFolder = new Map<string, Set<BodyGroup>>();
  for (const group of groups) {
    if (group.setting) continue;
    const folders = new Set(group.reports.map(({ path }) => folderOf(path)));
    const [folder] = folders;
    const isOfYears = group.reports.every(({ path }) => YEAR_FILE.test(path.slice(folderOf(path).length)));
    if (folders.size !== 1 || folder === undefined || !isOfYears) continue;
    byFolder.set(folder, (byFolder.get(folder) ?? new Set()).add(group));
  }
  const gone = new Set<BodyGroup>();
  for (const found of byFolder.values()) {
    const [first, ...others] = found;
    if (!first || others.length === 0) continue;
    const all = [first, ...others].flatMap(({ reports }) => reports);
    const years = new Set(all.map(({ year }) => year));
    const places = new Set(all.map(({ bodyKey }) => groupOf(bodyKey)));
    if (years.size !== all.length || places.size !== 1) continue;
    for (const other of others) {
      merge(first, other, 'folder');
      gone.add(other);
    }
  }
  return groups.filter(group => !gone.has(group));
}

function merge(into: BodyGroup, from: BodyGroup, why: 'alias' | 'folder'): void {
  into.reports.push(...from.reports);
  for (const key of from.keys) into.keys.add(key);
  if (!into.setting) into.why = why;
}
