import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { RuleFailure } from '../analysis/findings.ts';
import type { Language } from '../messages/message.ts';
import { languageFor, message, uncheckedMessage } from '../messages/text.ts';
import type { InitializationOptions } from '../protocol/protocol.ts';
import { isRecord } from '../text/json.ts';
import { NO_SERVER_CLIENT_CAPABILITIES, readClientCapabilities } from './clientCapabilities.ts';
import type { ServerClientCapabilities } from './clientCapabilities.ts';
import type { ConfigurationProblem } from './configuration.ts';

/** What a client says of itself when it begins the session. */
export interface ClientProfile {
  readonly capabilities: ServerClientCapabilities;
  /** Language of all messages. */
  readonly language: Language;
  /** Address of the folder with the rules' pages; undefined: no links. */
  readonly rulePages: string | undefined;
  /** Ids of the client's own commands. */
  readonly commands: ReadonlySet<string>;
  /**
   * How it comes by the texts of statutes: by our own request, by that of the protocol, as files, or not at all.
   */
  readonly statutesBy: 'ownRequest' | 'contentRequest' | 'files' | undefined;
  /** Whether it answers our requests for files; any other might leave them unanswered, or take null for an answer. */
  readonly answersFileRequests: boolean;
  /** Whether it listens to notifications of our own; others show them as unknown. */
  readonly hearsStatus: boolean;
  /** Whether findings bear the titles of rules instead of their ids. */
  readonly titledCodes: boolean;
  /** Whether it moves between the cells of tables itself. */
  readonly hasCellKeys: boolean;
}

/** Messages that are not logged again; beyond that many all are forgotten. */
const MOST_REMEMBERED = 2000;

const UNKNOWN_CLIENT: ClientProfile = {
  capabilities: NO_SERVER_CLIENT_CAPABILITIES,
  language: 'zh-CN',
  rulePages: undefined,
  commands: new Set(),
  statutesBy: undefined,
  answersFileRequests: false,
  hearsStatus: false,
  titledCodes: false,
  hasCellKeys: false,
};

/** The client at the other end of the connection: its profile, its workspace folders, and messages for its log. */
export class Client {
  profile = UNKNOWN_CLIENT;
  /** Addresses of the workspace folders. */
  folders: readonly string[] = [];
  private phase: 'new' | 'ready' | 'shutDown' = 'new';
  /** Warnings and failed rules that were logged; each is logged once, as far as that many are remembered. */
  private readonly logged = new Set<string>();

  /** `hasStatuteFolder`: statutes may be written as files for a client that cannot ask for them. */
  constructor(
    readonly connection: Connection,
    private readonly hasStatuteFolder: boolean,
  ) {}

  /** Begins the session; parameters that are missing or malformed count as not offered. */
  begin(params: Partial<InitializeParams>): void {
    this.profile = readProfile(params, this.hasStatuteFolder);
    this.folders = readFolders(params);
    this.phase = 'ready';
  }

  end(): void {
    this.phase = 'shutDown';
  }

  get hasBegun(): boolean {
    return this.phase !== 'new';
  }

  get hasEnded(): boolean {
    return this.phase === 'shutDown';
  }

  /** Error that answers requests before and after the session; undefined during it. */
  refusal(): ResponseError<void> | undefined {
    switch (this.phase) {
      case 'new':
        return new ResponseError(ErrorCodes.ServerNotInitialized, 'not initialized');
      case 'shutDown':
        return new ResponseError(ErrorCodes.InvalidRequest, 'shut down');
      case 'ready':
        return undefined;
    }
  }

  logError(where: string, error: unknown): void {
    // The connection may be closed by now.
    if (this.hasEnded) return;
    const details = detailsOf(error);
    this.connection.console.error(message(this.profile.language, 'server.handlerFailed', { where, error: details }));
  }

  /** Logs each rule that failed, once. */
  logFailures(failures: readonly RuleFailure[]): void {
    for (const { rule, error } of failures) {
      if (!this.isNew(rule)) continue;
      this.connection.console.error(
        message(this.profile.language, 'server.ruleFailed', { rule, error: detailsOf(error) }),
      );
    }
  }

  /** Warns of settings that cannot be used, once in the same words. */
  warn(problem: ConfigurationProblem): void {
    const { kind, ...args } = problem;
    const text = uncheckedMessage(this.profile.language, `server.configuration.${kind}`, args);
    if (this.isNew(text)) this.connection.console.warn(text);
  }

  private isNew(text: string): boolean {
    if (this.logged.has(text)) return false;
    if (this.logged.size >= MOST_REMEMBERED) this.logged.clear();
    this.logged.add(text);
    return true;
  }

  /** Sends without waiting; a message that cannot be delivered is lost. */
  send(sending: Promise<void>): void {
    sending.catch(() => {});
  }
}

function readProfile(
  { capabilities, initializationOptions, locale }: Partial<InitializeParams>,
  hasStatuteFolder: boolean,
): ClientProfile {
  const options = readOptions(initializationOptions);
  const offered = readClientCapabilities(isRecord(capabilities) ? capabilities : {});
  return {
    capabilities: offered,
    language: languageFor(options.language ?? (typeof locale === 'string' ? locale : undefined)),
    rulePages: options.rulePages,
    commands: new Set(options.commands),
    statutesBy:
      options.statuteDocuments === true
        ? 'ownRequest'
        : offered.documentContent
          ? 'contentRequest'
          : hasStatuteFolder
            ? 'files'
            : undefined,
    answersFileRequests: options.fileRequests === true,
    hearsStatus: options.status === true,
    titledCodes: options.titledCodes === true,
    hasCellKeys: options.cellKeys === true,
  };
}

function readOptions(raw: unknown): InitializationOptions {
  if (!isRecord(raw)) return {};
  const { language, rulePages, commands, statuteDocuments, fileRequests, status, titledCodes, cellKeys } = raw;
  return {
    ...(typeof language === 'string' ? { language } : {}),
    ...(typeof rulePages === 'string' ? { rulePages } : {}),
    ...(statuteDocuments === true ? { statuteDocuments } : {}),
    ...(fileRequests === true ? { fileRequests } : {}),
    ...(status === true ? { status } : {}),
    ...(titledCodes === true ? { titledCodes } : {}),
    ...(cellKeys === true ? { cellKeys } : {}),
    ...(Array.isArray(commands) ? { commands: commands.filter(command => typeof command === 'string') } : {}),
  };
}

function readFolders({ workspaceFolders, rootUri }: Partial<InitializeParams>): readonly string[] {
  if (Array.isArray(workspaceFolders)) return addressesOf(workspaceFolders);
  return typeof rootUri === 'string' ? [rootUri] : [];
}

/** Addresses of the folders in a client's message; malformed entries are left out. */
export function addressesOf(folders: readonly unknown[]): string[] {
  return folders.flatMap(folder => (isRecord(folder) && typeof folder['uri'] === 'string' ? [folder['uri']] : []));
}

function detailsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
