import type { Settings } from '../analysis/files/settings.ts';
import { readSettingsFile } from '../analysis/files/settingsFile.ts';
import { folderOf, rootOf } from '../hosts/uris.ts';
import type { ConfigurationFileResult } from '../protocol/protocol.ts';
import type { LocalKnowledge } from '../workspace/localLibrary.ts';
import type { Client } from './client.ts';
import { readConfiguration, type ParsedSettingsFile, type LocalPaths } from './configuration.ts';

interface ClosedSettingsHooks {
  /** The editor's section at an address. */
  readonly section: (uri: string) => Promise<unknown>;
  readonly configurationFile: (uri: string) => Promise<ConfigurationFileResult | null>;
  readonly localKnowledge: (uri: string, paths: LocalPaths) => Promise<LocalKnowledge>;
}

/** Settings of files that are not open: what is the same for a folder is asked for once. */
export class ClosedSettings {
  /** By workspace folder. */
  private readonly sections = new Map<string, Promise<unknown>>();
  /** By folder. */
  private readonly files = new Map<string, Promise<ConfigurationFileResult | null>>();
  private readonly known = new Map<
    string,
    { readonly file: ConfigurationFileResult; readonly result: ParsedSettingsFile }
  >();

  constructor(
    private readonly client: Client,
    private readonly hooks: ClosedSettingsHooks,
  ) {}

  /** Settings of a file as they were read first since {@link forget}. Never rejects. */
  read(uri: string): Promise<Settings> {
    return readConfiguration(uri, {
      editorSection: () => known(this.sections, rootOf(uri, this.client.folders), root => this.hooks.section(root)),
      configurationFile: () => this.fileFor(uri),
      localKnowledge: paths => this.hooks.localKnowledge(uri, paths),
      parsed: file => this.parsed(file),
      checked: () => {},
      complain: problem => {
        this.client.warn(problem);
      },
    });
  }

  /** The settings file that holds for a file. */
  fileFor(uri: string): Promise<ConfigurationFileResult | null> {
    return known(this.files, folderOf(uri), () => this.hooks.configurationFile(uri));
  }

  /**
   * What a settings file says, for open drafts too: as long as it stays the same one object, since that tells which
   * reports have one settings file.
   */
  parsed(file: ConfigurationFileResult): ParsedSettingsFile {
    const before = this.known.get(file.uri);
    if (before && before.file.text === file.text && before.file.isLegacy === file.isLegacy) return before.result;
    const result = readSettingsFile(file);
    this.known.set(file.uri, { file, result });
    return result;
  }

  /** Reads everything anew when it is asked for next. */
  forget(): void {
    this.sections.clear();
    this.files.clear();
  }
}

/** What is known for a key, or is asked for now. */
function known<T>(map: Map<string, Promise<T>>, key: string, ask: (key: string) => Promise<T>): Promise<T> {
  let answer = map.get(key);
  if (!answer) map.set(key, (answer = ask(key)));
  return answer;
}
