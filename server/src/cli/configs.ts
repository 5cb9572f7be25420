import { dirname, join, resolve } from 'node:path';
import { DEFAULT_SETTINGS, type Settings, type SilencedFinding } from '../analysis/files/settings.ts';
import { editionProblems, readSettingsFile } from '../analysis/files/settingsFile.ts';
import type { FileProblem } from '../analysis/files/workspaceFile.ts';
import { BUILT_IN_KINDS } from '../format/builtInKinds.ts';
import { editionSet } from '../format/editionSet.ts';
import type { ReportKind } from '../format/kind.ts';
import { messageOf } from '../messages/text.ts';
import type { Language } from '../messages/message.ts';
import { CONFIGURATION_FILE_NAME } from '../protocol/protocol.ts';
import { LIMITS } from '../text/limits.ts';
import { Source } from '../text/source.ts';
import { nearestConfig, readText } from './files.ts';
import type { InputProblem } from './unreadable.ts';
import { localFormatsOf, localStatutesOf, type LocalFileProblem } from './localFiles.ts';

/** What a settings file says; plain data, so that other threads can have it. */
export interface Config {
  /** Without what it silences: that is for single files, by their full paths. */
  readonly settings: Settings;
  readonly silenced: ReadonlyMap<string, readonly SilencedFinding[]>;
  /** What is wrong with the file, or with the statutes that it names. */
  readonly problems: readonly InputProblem[];
  /** What is to be known of the file without being wrong: a name that there is not, another encoding. */
  readonly warnings: readonly InputProblem[];
}

/** The settings that a file's config gives it. */
export function settingsFor(path: string, { settings, silenced }: Config): Settings {
  const own = silenced.get(resolve(path));
  return own ? { ...settings, silenced: own } : settings;
}

const NONE: Config = { settings: DEFAULT_SETTINGS, silenced: new Map(), problems: [], warnings: [] };

/** Settings files, each read once. */
export class Configs {
  private readonly nearest = new Map<string, string | undefined>();
  private readonly read = new Map<string, Config>();

  /** `given`: the file to use instead of the nearest one. */
  constructor(
    private readonly given: string | undefined,
    private readonly language: Language,
  ) {}

  async for(path: string): Promise<Config> {
    const place = this.placeFor(path);
    if (place === undefined) return NONE;
    let config = this.read.get(place);
    if (!config) this.read.set(place, (config = await readConfig(place, this.language)));
    return config;
  }

  /** The kinds of report that drafts below some folders may be of. */
  async kindsIn(folders: readonly string[]): Promise<readonly ReportKind[]> {
    const kinds = new Set(BUILT_IN_KINDS);
    for (const folder of folders) {
      const { settings } = await this.for(join(folder, CONFIGURATION_FILE_NAME));
      for (const kind of editionSet(settings.localFormats).kinds) kinds.add(kind);
    }
    return [...kinds];
  }

  /** The settings files that were read. */
  get places(): readonly string[] {
    return [...this.read.keys()];
  }

  /** The settings file that holds for a file; undefined for none. */
  placeFor(path: string): string | undefined {
    return this.given ?? this.nearestTo(path);
  }

  private nearestTo(path: string): string | undefined {
    const folder = dirname(resolve(path));
    if (!this.nearest.has(folder)) this.nearest.set(folder, nearestConfig(folder));
    return this.nearest.get(folder);
  }
}

async function readConfig(place: string, language: Language): Promise<Config> {
  const content = readText(place, 'auto', LIMITS.fileBytes);
  if (typeof content !== 'string' && content.reason !== 'cli.empty')
    return { ...NONE, problems: [{ path: place, ...content }] };
  // An empty settings file is no JSON.
  const text = typeof content === 'string' ? content : '';
  const strict = text === '' ? text : readText(place, 'utf8', LIMITS.fileBytes);
  const isLegacy = typeof strict !== 'string' && strict.reason === 'cli.notUtf8';
  const { settings, problems: found } = readSettingsFile({ text, ...(isLegacy ? { isLegacy } : {}) });
  const source = new Source(text);
  const named = (of: readonly FileProblem[], wanted: FileProblem['severity']): InputProblem[] =>
    of
      .filter(({ severity }) => severity === wanted)
      .map(({ span, ...problem }) => ({
        path: `${place}:${String(source.lineAt(span.start) + 1)}`,
        reason: 'cli.badConfig',
        detail: messageOf(language, problem),
      }));
  const problems = named(found, 'error');
  const warnings = named(found, 'warning');
  const silenced = new Map<string, SilencedFinding[]>();
  for (const entry of settings.silenced) {
    const file = resolve(dirname(place), entry.file);
    silenced.set(file, [...(silenced.get(file) ?? []), entry]);
  }
  const addProblems = (faults: readonly LocalFileProblem[], reason: 'cli.badFormat' | 'cli.badStatute'): void => {
    for (const { path, line, ...fault } of faults)
      problems.push({
        path: line === null ? path : `${path}:${String(line)}`,
        reason,
        detail: messageOf(language, fault),
      });
  };
  let known: Settings = { ...settings, silenced: [] };
  if (settings.formats) {
    const { formats, problems: faults } = await localFormatsOf(settings.formats, place);
    addProblems(faults, 'cli.badFormat');
    if (formats.length > 0) known = { ...known, localFormats: formats };
  }
  problems.push(...named(editionProblems(text, known), 'error'));
  if (settings.statutes) {
    const { documents, problems: faults } = await localStatutesOf(settings.statutes, place);
    addProblems(faults, 'cli.badStatute');
    known = { ...known, localStatutes: documents };
  }
  return { settings: known, silenced, problems, warnings };
}
