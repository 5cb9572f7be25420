import type { ReportScope, Summary } from '../summary/summary.ts';
import { bodyKey } from '../summary/bodyNames.ts';
import type { BodySetting, BodySettings } from './bodySettings.ts';
import { joinAliases, joinByFolder } from './joining.ts';
import { parentOf } from './parents.ts';
import { placedKeys } from './placing.ts';

/** A summary of a report whose body and year are known. */
export type KnownReport = Summary & { readonly body: string; readonly bodyKey: string; readonly year: number };

/** How the reports of a body were put together: by their titles, by spelling alone, by the settings, by their folder. */
export type JoinedBy = 'title' | 'alias' | 'config' | 'folder';

/** A public body with its reports, one a year, in the order of the years. */
export interface Body {
  readonly id: string;
  /** Keys of its names, the newest first. */
  readonly keys: readonly string[];
  /** As written, the newest first. */
  readonly names: readonly string[];
  readonly reports: readonly KnownReport[];
  /** Further reports of years that have one. */
  readonly duplicates: readonly KnownReport[];
  /** Years with reports that differ: neither is compared. */
  readonly doubtful: ReadonlySet<number>;
  readonly parent: string | null;
  readonly scope: ReportScope | null;
  readonly why: JoinedBy;
  readonly setting: BodySetting | undefined;
  readonly settings: BodySettings;
}

export interface FoundBodies {
  readonly bodies: readonly Body[];
  /** Reports without a known body or year. */
  readonly unidentified: readonly Summary[];
}

/** Reports that are one body's so far, while bodies are put together. */
export interface BodyGroup {
  readonly id: string;
  readonly keys: Set<string>;
  readonly reports: KnownReport[];
  readonly setting: BodySetting | undefined;
  readonly settings: BodySettings;
  why: JoinedBy;
}

/**
 * Which reports are of which body: by the settings' names, by the same key, by keys that differ in outer places alone,
 * and, as a mere suggestion, by a folder that holds the years of one place. Never by similarity.
 */
export function findBodies(summaries: readonly Summary[], settingsOf: (report: Summary) => BodySettings): FoundBodies {
  const unidentified: Summary[] = [];
  const known: KnownReport[] = [];
  for (const summary of summaries) (isKnown(summary) ? known : unidentified).push(summary as KnownReport);
  const keys = placedKeys(known);
  const groups = new Map<string, BodyGroup>();
  for (const report of known) {
    const settings = settingsOf(report);
    const key = keys.get(report) ?? report.bodyKey;
    const setting = settingFor(key, settings);
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
  const joined = joinByFolder(joinAliases([...groups.values()]));
  const found = joined.map(bodyOf).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { bodies: found.map(body => ({ ...body, parent: parentOf(body, found) })), unidentified };
}

function isKnown({ bodyKey: key, year }: Summary): boolean {
  return key !== null && key !== '' && year !== null;
}

const namesOf = new WeakMap<BodySettings, ReadonlyMap<string, BodySetting>>();

function settingFor(key: string, settings: BodySettings): BodySetting | undefined {
  let names = namesOf.get(settings);
  if (!names) {
    names = new Map(settings.bodies.flatMap(body => body.names.map(name => [bodyKey(name), body] as const)));
    namesOf.set(settings, names);
  }
  return names.get(key);
}

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
      if (report.hash !== first.hash) doubtful.add(report.year);
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
