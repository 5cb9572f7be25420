import type { FormatDescription } from '../../format/description.ts';
import { editionSet } from '../../format/editionSet.ts';
import type { EditionId } from '../../format/types.ts';
import { currentRuleId } from '../../rules/aliases.ts';
import type { BodySettings } from '../../model/across/bodySettings.ts';
import type { Severity } from '../../rules/support/rule.ts';
import { LIMITS } from '../../text/limits.ts';
import type { LocalDocuments } from '../../statutes/types.ts';
import { briefJson, isRecord } from '../../text/json.ts';
import { readBodySettings } from './bodySettings.ts';
import { isFormatId } from './formatValues.ts';
import { shortened } from '../../text/shortened.ts';

/** Settings of one draft: the editor's `annualReport.*` over the nearest `.annual-report.json` over the defaults. */
export interface Settings {
  /** Edition to use whatever the report year says; null: by the year. */
  readonly edition: EditionId | null;
  /** By rule id: another severity, or off. Former ids are read as the present ones. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Findings silenced outside the draft (a `.txt` is published with its comments). */
  readonly silenced: readonly SilencedFinding[];
  /** Which reports belong together. */
  readonly across?: BodySettings;
  /** The settings keep the draft out of all comparing. */
  readonly isExcluded?: true;
  /** Format files of the workspace's own, or folders that hold them, as written; a settings file alone names them. */
  readonly formats?: readonly string[];
  /** Files with statutes of the workspace's own, or folders that hold them, as written. */
  readonly statutes?: readonly string[];
  /** Folder with official texts of statutes, as written. */
  readonly statuteTexts?: string;
  /** The formats read from there. */
  readonly localFormats?: readonly FormatDescription[];
  /** The statutes and documents on policy read from there. */
  readonly localStatutes?: LocalDocuments;
}

export interface SilencedFinding {
  readonly file: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly reason: string;
}

export const DEFAULT_SETTINGS: Settings = { edition: null, severities: {}, silenced: [] };

const SEVERITIES = new Set(['error', 'warning', 'information', 'hint', 'off']);

/** A setting that was not understood; the default stands in for it. */
export interface SettingProblem {
  /** The same as text: `severities.totals/row-total`, `silenced[2]`. */
  readonly path: string;
  /** Names and indexes that lead to it. */
  readonly steps: readonly (string | number)[];
  /** The beginning of what stands there. */
  readonly value: string;
}

/** UTF-16 units of a setting's path that are shown. */
const SHOWN_PATH = 120;

/**
 * Reads settings from parsed JSON (an editor's section or the content of `.annual-report.json`). Never throws: what is
 * not understood is left out and named in `problems`, the first {@link LIMITS.fileProblems}; `unnamed` counts the
 * others.
 */
export function readSettings(
  raw: unknown,
  base: Settings = DEFAULT_SETTINGS,
): { settings: Settings; problems: SettingProblem[]; unnamed: number } {
  const problems: SettingProblem[] = [];
  let unnamed = 0;
  const complain = (value: unknown, ...steps: readonly (string | number)[]): void => {
    if (problems.length < LIMITS.fileProblems) problems.push({ steps, path: pathOf(steps), value: briefJson(value) });
    else unnamed++;
  };
  if (!isRecord(raw)) {
    if (raw !== undefined && raw !== null) complain(raw);
    return { settings: base, problems, unnamed };
  }
  let edition = base.edition;
  if (raw['edition'] !== undefined && raw['edition'] !== null && raw['edition'] !== 'auto') {
    const id: unknown = raw['edition'];
    // Whether there is such an edition is known when the format files are: see unknownEdition.
    if ((typeof id === 'string' || typeof id === 'number') && isFormatId(String(id))) edition = String(id);
    else complain(id, 'edition');
  }
  const severities: Record<string, Severity | 'off'> = { ...base.severities };
  if (isRecord(raw['severities'])) {
    for (const [rule, severity] of Object.entries(raw['severities'])) {
      const id = currentRuleId(rule);
      // What is set for the rule itself goes before what was set for one that it stands for.
      if (id !== rule && Object.hasOwn(raw['severities'], id)) continue;
      if (typeof severity === 'string' && SEVERITIES.has(severity)) severities[id] = severity as Severity | 'off';
      else complain(severity, 'severities', rule);
    }
  } else if (raw['severities'] !== undefined && raw['severities'] !== null) complain(raw['severities'], 'severities');
  const silenced = [...base.silenced];
  if (Array.isArray(raw['silenced'])) {
    for (const [i, entry] of raw['silenced'].entries()) {
      if (
        isRecord(entry) &&
        typeof entry['file'] === 'string' &&
        typeof entry['rule'] === 'string' &&
        typeof entry['fingerprint'] === 'string' &&
        typeof entry['reason'] === 'string' &&
        entry['reason'].trim() !== ''
      ) {
        silenced.push({
          file: entry['file'],
          rule: currentRuleId(entry['rule']),
          fingerprint: entry['fingerprint'],
          reason: entry['reason'],
        });
      } else complain(entry, 'silenced', i);
    }
  } else if (raw['silenced'] !== undefined && raw['silenced'] !== null) complain(raw['silenced'], 'silenced');
  const across = readBodySettings(raw, base.across, complain);
  const settings: Settings = { ...base, edition, severities, silenced, ...(across ? { across } : {}) };
  return { settings: { ...settings, ...readLocalPaths(raw, complain) }, problems, unnamed };
}

/** An edition that settings name and that there is not, with the ids of those that there are. */
export interface UnknownEdition {
  readonly name: string;
  readonly names: string;
}

/** The edition that settings name, where neither what is built in nor their format files have it. */
export function unknownEdition({ edition, localFormats }: Settings): UnknownEdition | undefined {
  const known = editionSet(localFormats);
  if (edition === null || known.byId(edition)) return undefined;
  return { name: edition, names: known.editions.map(({ id }) => id).join(', ') };
}

function pathOf(steps: readonly (string | number)[]): string {
  let path = '';
  for (const step of steps) path += typeof step === 'number' ? `[${String(step)}]` : `${path === '' ? '' : '.'}${step}`;
  return shortened(path, SHOWN_PATH);
}

type LocalPath = 'formats' | 'statutes' | 'statuteTexts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Where the workspace's own formats, statutes and the official texts are; left out where nothing is set. */
function readLocalPaths(
  raw: Record<string, unknown>,
  complain: (value: unknown, ...steps: readonly (string | number)[]) => void,
): Pick<Settings, LocalPath> {
  const found: Writable<Pick<Settings, LocalPath>> = {};
  const { statuteTexts } = raw;
  for (const name of ['formats', 'statutes'] as const) {
    const list = raw[name];
    if (Array.isArray(list)) {
      const paths: string[] = [];
      for (const [i, path] of list.entries()) {
        if (typeof path === 'string' && path.trim() !== '' && paths.length < LIMITS.statutePaths) paths.push(path);
        else complain(path, name, i);
      }
      if (paths.length > 0) found[name] = paths;
    } else if (list !== undefined && list !== null) complain(list, name);
  }
  if (typeof statuteTexts === 'string') {
    if (statuteTexts.trim() !== '') found.statuteTexts = statuteTexts;
  } else if (statuteTexts !== undefined && statuteTexts !== null) complain(statuteTexts, 'statuteTexts');
  return found;
}
