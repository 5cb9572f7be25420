import { editionById } from '../../format/index.ts';
import type { Edition, EditionId } from '../../format/types.ts';
import type { Severity } from '../../rules/support/rule.ts';
import { LIMITS } from '../../text/limits.ts';
import type { Statute } from '../../statutes/types.ts';
import { isRecord } from '../../text/json.ts';

/** Settings of one draft: the editor's `annualReport.*` over the nearest `.annual-report.json` over the defaults. */
export interface Settings {
  /** Edition to use whatever the report year says; null: by the year. */
  readonly edition: EditionId | null;
  /** By rule id: another severity, or off. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Findings silenced outside the draft (a `.txt` is published with its comments). */
  readonly silenced: readonly SilencedFinding[];
  /** Files with statutes of the workspace's own, or folders that hold them, as written. */
  readonly statutes?: readonly string[];
  /** Folder with official texts of statutes, as written. */
  readonly statuteTexts?: string;
  /** The statutes read from there. */
  readonly localStatutes?: readonly Statute[];
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
  /** Path in the settings: `severities.totals/row-total`. */
  readonly path: string;
  readonly value: string;
}

/**
 * Reads settings from parsed JSON (an editor's section or the content of `.annual-report.json`). Never throws: what is
 * not understood is left out and named in `problems`.
 */
export function readSettings(
  raw: unknown,
  base: Settings = DEFAULT_SETTINGS,
): { settings: Settings; problems: SettingProblem[] } {
  const problems: SettingProblem[] = [];
  const complain = (path: string, value: unknown) =>
    problems.push({ path, value: JSON.stringify(value) ?? String(value) });
  if (!isRecord(raw)) {
    if (raw !== undefined && raw !== null) complain('', raw);
    return { settings: base, problems };
  }
  let edition = base.edition;
  if (raw['edition'] !== undefined && raw['edition'] !== null && raw['edition'] !== 'auto') {
    const wanted: Edition | undefined = editionById(String(raw['edition']));
    if (wanted) edition = wanted.id;
    else complain('edition', raw['edition']);
  }
  const severities: Record<string, Severity | 'off'> = { ...base.severities };
  if (isRecord(raw['severities'])) {
    for (const [rule, severity] of Object.entries(raw['severities'])) {
      if (typeof severity === 'string' && SEVERITIES.has(severity)) severities[rule] = severity as Severity | 'off';
      else complain(`severities.${rule}`, severity);
    }
  } else if (raw['severities'] !== undefined && raw['severities'] !== null) complain('severities', raw['severities']);
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
          rule: entry['rule'],
          fingerprint: entry['fingerprint'],
          reason: entry['reason'],
        });
      } else complain(`silenced[${String(i)}]`, entry);
    }
  } else if (raw['silenced'] !== undefined && raw['silenced'] !== null) complain('silenced', raw['silenced']);
  const settings: Settings = { ...base, edition, severities, silenced };
  return { settings: { ...settings, ...readStatutePaths(raw, complain) }, problems };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Where the workspace's own statutes and the official texts are; left out where nothing is set. */
function readStatutePaths(
  raw: Record<string, unknown>,
  complain: (path: string, value: unknown) => void,
): Pick<Settings, 'statutes' | 'statuteTexts'> {
  const found: Writable<Pick<Settings, 'statutes' | 'statuteTexts'>> = {};
  const { statutes, statuteTexts } = raw;
  if (Array.isArray(statutes)) {
    const paths: string[] = [];
    for (const [i, path] of statutes.entries()) {
      if (typeof path === 'string' && path.trim() !== '' && paths.length < LIMITS.statutePaths) paths.push(path);
      else complain(`statutes[${String(i)}]`, path);
    }
    if (paths.length > 0) found.statutes = paths;
  } else if (statutes !== undefined && statutes !== null) complain('statutes', statutes);
  if (typeof statuteTexts === 'string') {
    if (statuteTexts.trim() !== '') found.statuteTexts = statuteTexts;
  } else if (statuteTexts !== undefined && statuteTexts !== null) complain('statuteTexts', statuteTexts);
  return found;
}
