import { ConfigurationRequest } from 'vscode-languageserver';
import type { Settings } from '../analysis/files/settings.ts';
import { asking, TooLate } from '../hosts/asking.ts';
import type { CheckedFile } from '../analysis/files/workspaceFile.ts';
import { messageOf } from '../messages/text.ts';
import type { ConfigurationFileResult } from '../protocol/protocol.ts';
import type { LocalKnowledge } from '../workspace/localLibrary.ts';
import { isRecord } from '../text/json.ts';
import { Source } from '../text/source.ts';
import type { Client } from './client.ts';
import { ClosedSettings } from './closedSettings.ts';
import { DEFAULT_DISPLAY, readConfiguration, readDisplay, readWorkspaceMode } from './configuration.ts';
import type { DisplaySettings, LocalPaths } from './configuration.ts';
import type { WorkspaceMode } from '../workspace/workspaceReports.ts';
import { FileProblems } from './fileProblems.ts';

/** Section of the editor's settings that belongs to the extension. */
export const SECTION = 'annualReport';

interface ClientSettingsHooks {
  /** The nearest `.annual-report.json` of a draft; null where there is none. */
  readonly configurationFile: (uri: string) => Promise<ConfigurationFileResult | null>;
  /** Reads the formats and statutes of the workspace's own for a draft. */
  readonly localKnowledge: (uri: string, paths: LocalPaths) => Promise<LocalKnowledge>;
  /** Called when the client gives the settings after all, later than it was waited for. */
  readonly onLate: () => void;
}

/** Settings of the open drafts: the editor's section and the nearest configuration file, as they were last read. */
export class ClientSettings {
  /** What the client answered, by the drafts that it was asked for. */
  private readonly answers = {
    sections: new Map<string, Promise<unknown>>(),
    files: new Map<string, Promise<ConfigurationFileResult | null>>(),
  };
  /** Settings of files that are not open. */
  readonly closed: ClosedSettings;
  /** Section that the client sent along with its notification; used where it cannot be asked. */
  private pushed: unknown;
  /** Configuration files with what is wrong with them, by the drafts that they hold for. */
  private readonly checked = new Map<string, CheckedFile>();
  private readonly problems: FileProblems;
  private readonly section: (uri: string) => Promise<unknown>;

  constructor(
    private readonly client: Client,
    private readonly hooks: ClientSettingsHooks,
  ) {
    this.problems = new FileProblems(client);
    const canAsk = () => client.profile.capabilities.configuration;
    this.section = asking({
      ask: async uri => {
        const items = [{ ...(uri === '' ? {} : { scopeUri: uri }), section: SECTION }];
        const [section]: unknown[] = await client.connection.sendRequest(ConfigurationRequest.type, { items });
        return section;
      },
      // Checking goes on with the defaults.
      instead: async (_, error) => {
        if (canAsk()) throw error ?? new TooLate('the client does not answer workspace/configuration');
        return this.pushed;
      },
      canAsk,
      isOffered: true,
      onLate: hooks.onLate,
    });
    this.closed = new ClosedSettings(client, { ...hooks, section: this.section });
  }

  /** Reads the settings of a draft anew. Never rejects; problems are logged, those of its file also shown there. */
  async read(uri: string): Promise<Settings> {
    let file: CheckedFile | undefined;
    const settings = await readConfiguration(uri, {
      editorSection: draft => kept(this.answers.sections, draft, this.section(draft)),
      configurationFile: draft => kept(this.answers.files, draft, this.hooks.configurationFile(draft)),
      localKnowledge: paths => this.hooks.localKnowledge(uri, paths),
      parsed: found => this.closed.parsed(found),
      checked: found => {
        file = found;
      },
      complain: problem => {
        this.client.warn(problem);
      },
    });
    if (!this.answers.files.has(uri)) return settings;
    if (file) this.checked.set(uri, file);
    else this.checked.delete(uri);
    if (file) this.log(file);
    this.problems.show(this.checked.values());
    return settings;
  }

  /** How much of the workspace is checked. Never rejects. */
  async workspaceMode(): Promise<WorkspaceMode> {
    return readWorkspaceMode(await this.section(this.client.folders[0] ?? '').catch(() => undefined));
  }

  private log({ uri, text, problems }: CheckedFile): void {
    const source = new Source(text ?? '');
    for (const { span, ...problem } of problems) {
      const line = source.lineAt(span.start) + 1;
      this.client.warn({ kind: 'file', where: uri, line, error: messageOf(this.client.profile.language, problem) });
    }
  }

  /** Display settings of an open draft. */
  async display(uri: string): Promise<DisplaySettings> {
    try {
      return readDisplay(await this.answers.sections.get(uri)).display;
    } catch {
      // Logged when the settings were read.
      return DEFAULT_DISPLAY;
    }
  }

  /** The configuration file that was read with the settings of an open draft. */
  async configurationFile(uri: string): Promise<ConfigurationFileResult | null> {
    try {
      return (await this.answers.files.get(uri)) ?? null;
    } catch {
      // Logged when the settings were read.
      return null;
    }
  }

  /** Keeps the settings that a client sends along with its notification of a change. */
  push(settings: unknown): void {
    this.pushed = isRecord(settings) ? (settings[SECTION] ?? undefined) : undefined;
  }

  forget(uri: string): void {
    this.answers.sections.delete(uri);
    this.answers.files.delete(uri);
    this.checked.delete(uri);
    this.problems.show(this.checked.values());
  }
}

function kept<T>(map: Map<string, T>, key: string, value: T): T {
  map.set(key, value);
  return value;
}
