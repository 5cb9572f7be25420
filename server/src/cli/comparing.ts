import { dirname, join, relative, resolve, sep } from 'node:path';
import { existsSync } from 'node:fs';
import { compare, type Compared } from '../analysis/across/compare.ts';
import type { KeptComparisons } from '../analysis/across/compareOptions.ts';
import { DEFAULT_SETTINGS, type Settings } from '../analysis/files/settings.ts';
import { LazySummaries } from '../model/summary/lazySummary.ts';
import type { Summary } from '../model/summary/summary.ts';
import { fitsGlob } from '../text/glob.ts';
import type { Cache } from './cache.ts';
import type { ReportOptions } from './checkArgs.ts';
import { ComparisonCache } from './comparisonCache.ts';
import { settingsFor, type Config, type Configs } from './configs.ts';
import type { SummaryOfDraft } from './examine.ts';
import type { InputProblem } from './unreadable.ts';
import { KnownFindings, readBaseline, readDecisions } from './known.ts';

/** Compares summaries with the settings that hold for the places of their reports. */
export async function compareWith(
  summaries: readonly Summary[],
  configs: Configs,
  isNamed: (report: Summary) => boolean,
  kept?: KeptComparisons,
): Promise<Compared> {
  const settings = new Map<Summary, Settings>();
  for (const summary of summaries) {
    const config = await configs.for(summary.path);
    if (!isExcluded(summary.path, config, configs)) settings.set(summary, settingsFor(summary.path, config));
  }
  return compare([...settings.keys()], {
    settingsOf: report => settings.get(report) ?? DEFAULT_SETTINGS,
    isNamed,
    ...(kept ? { kept } : {}),
  });
}

/** Whether the settings leave a report out of all comparing. */
function isExcluded(path: string, { settings }: Config, configs: Configs): boolean {
  const patterns = settings.across?.exclude ?? [];
  const place = configs.placeFor(path);
  if (patterns.length === 0 || place === undefined) return false;
  const inside = relative(dirname(place), resolve(path)).split(sep).join('/');
  return patterns.some(pattern => fitsGlob(inside, pattern));
}

/** Summaries of the reports of a run, and which of them may bear findings. */
export class WorkspaceReports {
  /** Paths of the reports that may bear findings. */
  readonly named = new Set<string>();
  private readonly lazy = new LazySummaries();
  private readonly found: Summary[] = [];
  private readonly lines = new Map<Summary, SummaryOfDraft>();

  /** The summary of a draft. */
  add(draft: SummaryOfDraft, isNamed: boolean): Summary | undefined {
    const summary = this.lazy.add(draft.line, draft.head);
    if (!summary) return undefined;
    this.found.push(summary);
    this.lines.set(summary, draft);
    if (isNamed) this.named.add(summary.path);
    return summary;
  }

  /** Compares them; what comparing gave in earlier runs is looked up in the cache. */
  compare(configs: Configs, cache: Cache | undefined): Promise<Compared> {
    const kept = cache && new ComparisonCache(cache, summary => this.lines.get(summary));
    return compareWith(this.found, configs, ({ path }) => this.named.has(path), kept);
  }
}

/** Name of the file with decisions beside a settings file. */
const DECISIONS = '.annual-report-decisions.json';

/** What is known of findings: the baseline and the decisions that are named, else those beside the settings files. */
export function knownFindings(
  { baseline, decisions }: Pick<ReportOptions, 'baseline' | 'decisions'>,
  configPlaces: Iterable<string>,
): { readonly known: KnownFindings; readonly problems: readonly InputProblem[] } {
  const problems: InputProblem[] = [];
  const listed = <T>(read: readonly T[] | InputProblem): readonly T[] => {
    if (Array.isArray(read)) return read as readonly T[];
    problems.push(read as InputProblem);
    return [];
  };
  const files =
    decisions === undefined
      ? [...new Set([...configPlaces].map(place => join(dirname(place), DECISIONS)))].filter(existsSync)
      : [decisions];
  const known = new KnownFindings(
    baseline === undefined ? undefined : listed(readBaseline(baseline)),
    files.flatMap(file => listed(readDecisions(file))),
  );
  return { known, problems };
}
