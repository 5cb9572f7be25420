import { DEFAULT_SETTINGS, readSettings, unknownEdition } from '../analysis/files/settings.ts';
import type { SettingProblem, Settings } from '../analysis/files/settings.ts';
import { editionProblems, type readSettingsFile } from '../analysis/files/settingsFile.ts';
import type { CheckedFile } from '../analysis/files/workspaceFile.ts';
import type { AcrossHintMode } from '../features/across/acrossHints.ts';
import type { InlayHintMode } from '../features/tables/inlayHints.ts';
import type { LocalKnowledge } from '../workspace/localLibrary.ts';
import { briefJson, isRecord } from '../text/json.ts';
import type { AmbiguousWidth } from '../text/width.ts';
import { namesDraft } from '../hosts/uris.ts';
import { pathBeside } from '../text/address.ts';
import { fitsGlob } from '../text/glob.ts';
import type { WorkspaceMode } from '../workspace/workspaceReports.ts';
import type { ConfigurationFileResult } from '../protocol/protocol.ts';

/** Sources of settings. */
export interface ConfigurationSources {
  /** The editor's section `annualReport` for a draft; undefined where the editor has none. */
  editorSection(uri: string): Promise<unknown>;
  /** The nearest `.annual-report.json`; null where there is none. */
  configurationFile(uri: string): Promise<ConfigurationFileResult | null>;
  /**
   * The workspace's own formats and statutes; the paths count from the configuration file that names them, else from
   * the workspace's folder.
   */
  localKnowledge(paths: LocalPaths): Promise<LocalKnowledge>;
  /** What a configuration file says; of the same file always the same object. */
  parsed(file: ConfigurationFileResult): ParsedSettingsFile;
  /** Called for the configuration file when it was read. */
  checked(file: CheckedFile): void;
  /** Called for each setting of the editor that was not understood, and for what cannot be had. */
  complain(problem: ConfigurationProblem): void;
}

/** Where settings say that the workspace's own formats, statutes and the official texts are. */
export interface LocalPaths {
  readonly formats: readonly string[];
  /** Configuration file that names them: the editor's settings do not. */
  readonly formatsFrom: string | null;
  readonly statutes: readonly string[];
  /** Configuration file that names them; null for the editor's settings. */
  readonly statutesFrom: string | null;
  readonly texts: string | undefined;
  readonly textsFrom: string | null;
}

/** What a configuration file says, and what is wrong with it. */
export type ParsedSettingsFile = ReturnType<typeof readSettingsFile>;

export type ConfigurationProblem =
  | { readonly kind: 'setting'; readonly where: string; readonly path: string; readonly value: string }
  | {
      readonly kind: 'edition';
      readonly where: string;
      readonly path: string;
      readonly name: string;
      readonly names: string;
    }
  | { readonly kind: 'more'; readonly where: string; readonly count: number }
  | { readonly kind: 'file'; readonly where: string; readonly line: number; readonly error: string }
  | { readonly kind: 'unavailable' | 'statuteFolder'; readonly where: string; readonly error: string }
  | { readonly kind: 'missing' | 'outside' | 'tooMany'; readonly where: string; readonly path: string };

/**
 * Settings of the draft at `uri`: the editor's over those of the nearest `.annual-report.json` over the defaults.
 *
 * Never rejects: what cannot be had or understood is complained of and left out.
 */
export async function readConfiguration(uri: string, sources: ConfigurationSources): Promise<Settings> {
  const attempt = async <T>(where: string, read: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await read();
    } catch (error) {
      sources.complain({ kind: 'unavailable', where, error: String(error) });
      return undefined;
    }
  };
  const [file, section] = await Promise.all([
    attempt(uri, () => sources.configurationFile(uri)),
    attempt(uri, () => sources.editorSection(uri)),
  ]);
  const fromFile = file ? readFile(file, uri, sources) : DEFAULT_SETTINGS;
  const { settings, problems, unnamed } = readSettings(editorSettings(section), fromFile);
  complainOf(
    problems.map(problem => ({ ...problem, path: editorPath(problem.path) })),
    'annualReport',
    sources,
  );
  if (unnamed > 0) sources.complain({ kind: 'more', where: 'annualReport', count: unnamed });
  complainOf(readDisplay(section).problems, 'annualReport', sources);
  const needsFiles = settings.formats ?? settings.statutes ?? settings.statuteTexts;
  const knowledge =
    needsFiles === undefined
      ? undefined
      : await attempt(uri, () =>
          sources.localKnowledge({
            formats: settings.formats ?? [],
            formatsFrom: file?.uri ?? null,
            statutes: settings.statutes ?? [],
            statutesFrom: file && settings.statutes === fromFile.statutes ? file.uri : null,
            texts: settings.statuteTexts,
            // The same words in both places are the editor's.
            textsFrom: file && settings.statuteTexts === fromFile.statuteTexts && !hasTexts(section) ? file.uri : null,
          }),
        );
  const complete = knowledge
    ? {
        ...settings,
        localStatutes: knowledge.documents,
        ...(knowledge.formats.length > 0 ? { localFormats: knowledge.formats } : {}),
      }
    : settings;
  checkEdition(complete, fromFile, file, sources);
  return complete;
}

/** Says where an edition is named that there is not, in the file or in the editor. */
function checkEdition(
  settings: Settings,
  fromFile: Settings,
  file: ConfigurationFileResult | null | undefined,
  sources: ConfigurationSources,
): void {
  const unknown = unknownEdition(settings);
  if (!unknown) return;
  if (file && typeof file.text === 'string' && settings.edition === fromFile.edition) {
    const { problems } = sources.parsed(file);
    const all = [...problems, ...editionProblems(file.text, settings)];
    sources.checked({ uri: file.uri, text: file.text, problems: all });
  } else sources.complain({ kind: 'edition', where: 'annualReport', path: 'format.edition', ...unknown });
}

function hasTexts(section: unknown): boolean {
  const texts = isRecord(section) ? section['statuteTexts'] : undefined;
  return typeof texts === 'string' && texts.trim() !== '';
}

/** Settings of one draft that concern how things are shown, not what is found. */
export interface DisplaySettings {
  readonly inlayHints: InlayHintMode;
  /** Which cells show what other reports lead to. */
  readonly acrossHints: AcrossHintMode;
  readonly ambiguousWidth: AmbiguousWidth;
  /** Whether whoever uses the editor has given a name as a reviewer. */
  readonly hasReviewer: boolean;
}

export const DEFAULT_DISPLAY: DisplaySettings = {
  inlayHints: 'broken',
  acrossHints: 'differences',
  ambiguousWidth: 'wide',
  hasReviewer: false,
};

const WORKSPACE_MODES: readonly unknown[] = ['off', 'open', 'all'] satisfies WorkspaceMode[];

/** How much of the workspace is checked, as the editor's section says. */
export function readWorkspaceMode(section: unknown): WorkspaceMode {
  const workspace = isRecord(section) ? section['workspace'] : undefined;
  const value = isRecord(workspace) ? workspace['diagnostics'] : undefined;
  return WORKSPACE_MODES.includes(value) ? (value as WorkspaceMode) : 'all';
}

const INLAY_HINT_MODES: ReadonlySet<unknown> = new Set<InlayHintMode>(['off', 'broken', 'always']);
const ACROSS_HINT_MODES: ReadonlySet<unknown> = new Set<AcrossHintMode>(['off', 'differences', 'always']);
const AMBIGUOUS_WIDTHS: ReadonlySet<unknown> = new Set<AmbiguousWidth>(['wide', 'narrow']);

/** Display settings in the editor's section. What is not understood is named in `problems` and left out. */
export function readDisplay(section: unknown): {
  readonly display: DisplaySettings;
  readonly problems: readonly NamedSetting[];
} {
  const problems: NamedSetting[] = [];
  const read = <T>(
    group: 'tables' | 'workspace',
    name: string,
    isKnown: (value: unknown) => value is T,
    preset: T,
  ): T => {
    const settings = isRecord(section) ? section[group] : undefined;
    const value = isRecord(settings) ? settings[name] : isRecord(section) ? section[`${group}.${name}`] : undefined;
    if (isKnown(value)) return value;
    if (value !== undefined && value !== null) problems.push({ path: `${group}.${name}`, value: briefJson(value) });
    return preset;
  };
  const display: DisplaySettings = {
    inlayHints: read('tables', 'inlayHints', isInlayHintMode, DEFAULT_DISPLAY.inlayHints),
    acrossHints: read('workspace', 'inlayHints', isAcrossHintMode, DEFAULT_DISPLAY.acrossHints),
    ambiguousWidth: read('tables', 'ambiguousWidth', isAmbiguousWidth, DEFAULT_DISPLAY.ambiguousWidth),
    hasReviewer: isRecord(section) && typeof section['reviewer'] === 'string' && section['reviewer'].trim() !== '',
  };
  return { display, problems };
}

function isInlayHintMode(value: unknown): value is InlayHintMode {
  return INLAY_HINT_MODES.has(value);
}

function isAcrossHintMode(value: unknown): value is AcrossHintMode {
  return ACROSS_HINT_MODES.has(value);
}

function isAmbiguousWidth(value: unknown): value is AmbiguousWidth {
  return AMBIGUOUS_WIDTHS.has(value);
}

function readFile(file: ConfigurationFileResult, uri: string, sources: ConfigurationSources): Settings {
  const { settings, problems } = sources.parsed(file);
  const { uri: where, text } = file;
  sources.checked({ uri: where, text, problems });
  const inside = settings.across && pathBeside(uri, where);
  const isExcluded = inside !== undefined && settings.across?.exclude.some(pattern => fitsGlob(inside, pattern));
  return {
    ...settings,
    silenced: settings.silenced.filter(entry => namesDraft(entry.file, where, uri)),
    ...(isExcluded ? { isExcluded } : {}),
  };
}

type NamedSetting = Pick<SettingProblem, 'path' | 'value'>;

function complainOf(problems: readonly NamedSetting[], where: string, sources: ConfigurationSources): void {
  for (const { path, value } of problems) sources.complain({ kind: 'setting', where, path, value });
}

/** The editor's section in the form of `.annual-report.json`: `format.edition` and `rules.severity`. */
function editorSettings(section: unknown): unknown {
  if (!isRecord(section)) return undefined;
  const format = section['format'];
  const rules = section['rules'];
  return {
    edition: isRecord(format) ? format['edition'] : section['format.edition'],
    severities: isRecord(rules) ? rules['severity'] : section['rules.severity'],
    statutes: section['statutes'],
    statuteTexts: section['statuteTexts'],
  };
}

function editorPath(path: string): string {
  return path.replace(/^edition/, 'format.edition').replace(/^severities/, 'rules.severity');
}
