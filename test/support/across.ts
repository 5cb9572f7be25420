import { compare, type Compared } from '../../server/src/analysis/across/compare.ts';
import type { ReportedAcross } from '../../server/src/analysis/across/reported.ts';
import { summaryOf } from '../../server/src/analysis/across/summaryOf.ts';
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../server/src/analysis/snapshot.ts';
import { messageOf } from '../../server/src/messages/text.ts';
import type { Summary } from '../../server/src/model/summary/summary.ts';
import { Source } from '../../server/src/text/source.ts';

/** Summary of a draft at a path. */
export function summaryOfText(path: string, text: string, settings: Settings = DEFAULT_SETTINGS): Summary {
  return summaryOf(new Snapshot(path, 0, new Source(text), settings).report, path);
}

/** Settings of one settings file. */
export function settingsFrom(raw: unknown): Settings {
  return readSettings(raw).settings;
}

/** Compares drafts by their paths, with one settings file for all. Throws where a rule failed. */
export function compareTexts(
  drafts: Readonly<Record<string, string>>,
  settings: Settings = DEFAULT_SETTINGS,
): Compared {
  const summaries = Object.entries(drafts).map(([path, text]) => summaryOfText(path, text, settings));
  const compared = compare(summaries, { settingsOf: () => settings });
  const [failure] = compared.failures;
  if (failure) throw new Error(`rule ${failure.rule} failed`, { cause: failure.error });
  return compared;
}

/** A finding in one line, for failures of tests. */
export function tell({ rule, severity, report, place, worded, notes }: ReportedAcross): string {
  const words = [worded, ...notes].map(each => messageOf('zh-CN', each)).join('');
  return `${report.path}:${String(place[0])}:${String(place[1])} ${severity} ${rule} ${words}`;
}
