import {
  type Disposable,
  env,
  EventEmitter,
  type Event,
  Uri,
  window,
  WorkspaceEdit,
  type CancellationToken,
  type ExtensionContext,
  type LogOutputChannel,
  type Position,
  type TextDocument,
} from 'vscode';
import {
  CloseAction,
  ErrorAction,
  RevealOutputChannelOn,
  State,
  type BaseLanguageClient,
  type CloseHandlerResult,
  type LanguageClientOptions,
  type RenameParams,
} from 'vscode-languageclient';
import {
  RENAME_PREVIEW_REQUEST,
  SILENCE_COMMAND,
  STATUTE_SCHEME,
  type InitializationOptions,
  type RenamePreview,
} from '../../server/src/protocol/protocol.ts';
import { DECIDE_COMMAND } from '../../server/src/protocol/review.ts';
import type { Editor } from './editor.ts';
import { text } from './language.ts';
import { LANGUAGE_ID } from './languageId.ts';
import { renameAfterPreview } from './rename.ts';

/** How a host makes a language client: a server process on the desktop, a worker in a browser. */
export type CreateClient = (context: ExtensionContext, options: LanguageClientOptions) => BaseLanguageClient;

/** What the language server is doing, for the status item. */
export type ServerState = 'idle' | 'starting' | 'running' | 'failed';

/** Our commands that the server may name. */
const SERVER_COMMANDS: readonly string[] = [
  'annualReport.showEquations',
  'annualReport.openTableForm',
  'annualReport.tidyTable',
  SILENCE_COMMAND,
  DECIDE_COMMAND,
];

const CRASH_LIMIT = 5;
const CRASH_WINDOW_MS = 3 * 60 * 1000;
const OFFER_DELAY_MS = 1500;

/**
 * The language server as the rest of the client sees it. It starts with the first report that is opened, so that other
 * Markdown and text files cost nothing, restarts after a crash (not more than four times in three minutes), and
 * can be restarted by command.
 */
export class LanguageServer implements Disposable {
  readonly log: LogOutputChannel;
  readonly #stateChanged = new EventEmitter<ServerState>();
  /** Makes a client with its handlers; it is not started yet. */
  readonly #newClient: () => BaseLanguageClient;
  readonly #crashes: number[] = [];
  #client: BaseLanguageClient | undefined;
  #state: ServerState = 'idle';
  #isOffering = false;
  /** A server that is to be started anew is coming to its end; never rejects. */
  #ending: Promise<void> | undefined;

  /** `connect` is called once with the client, before it starts, to register handlers. */
  constructor(
    context: ExtensionContext,
    editor: Editor,
    createClient: CreateClient,
    connect: (client: BaseLanguageClient) => void,
  ) {
    this.#newClient = () => {
      const client = createClient(context, this.#options(context.extensionUri, editor));
      connect(client);
      return client;
    };
    this.log = window.createOutputChannel(text('client.name'), { log: true });
  }

  get onDidChangeState(): Event<ServerState> {
    return this.#stateChanged.event;
  }

  get state(): ServerState {
    return this.#state;
  }

  /**
   * Starts the server unless it runs; one that is being restarted is waited for, so that what is asked meanwhile is
   * answered by the new one. Never rejects: a failure is shown and becomes the state `failed`.
   */
  async start(): Promise<void> {
    await this.#ending;
    await this.#start();
  }

  async #start(): Promise<void> {
    if (this.#client === undefined) {
      const client = this.#newClient();
      this.#client = client;
      client.onDidChangeState(event => {
        if (client === this.#client) this.#clientStateChanged(event.newState);
      });
    }
    try {
      await this.#client.start();
    } catch (error) {
      this.log.error(String(error));
      this.#setState('failed');
      // One that was killed while it started is started again by the client.
      setTimeout(() => {
        if (this.#state === 'failed') void this.#offerRestart(text('client.serverFailed'));
      }, OFFER_DELAY_MS);
    }
  }

  /**
   * Stops the server if it runs and starts it again; counts as a fresh start after crashes. The new server has a client
   * of its own: one whose start failed starts no more, and one that waited in vain for an answer would take the later
   * end of its process for that of the new one.
   */
  async restart(): Promise<void> {
    const ending = (this.#ending ?? Promise.resolve())
      .then(() => this.#end())
      .catch((error: unknown) => {
        this.log.warn(String(error));
      });
    this.#ending = ending;
    await ending;
    if (this.#ending === ending) this.#ending = undefined;
    await this.start();
  }

  /** Ends the server and its client. */
  async #end(): Promise<void> {
    this.#crashes.length = 0;
    const client = this.#client;
    // One that is just starting cannot be stopped yet.
    if (client?.state === State.Starting) await this.#start();
    try {
      if (client?.needsStop()) await client.stop();
    } catch (error) {
      this.log.warn(String(error));
    }
    if (client !== undefined && client === this.#client) {
      this.#client = undefined;
      this.#setState('idle');
      client.dispose().catch((error: unknown) => this.log.warn(String(error)));
    }
  }

  /** Sends a notification if the server runs; a server that starts later asks for what it needs itself. */
  notify(method: string): void {
    if (this.#client?.isRunning()) {
      this.#client.sendNotification(method).catch((error: unknown) => this.log.warn(String(error)));
    }
  }

  /** The server's answer to a request; starts it if need be. Undefined where it does not run or fails. */
  async ask<R>(method: string, params: object): Promise<R | undefined> {
    await this.start();
    if (this.#client?.isRunning() !== true) return undefined;
    try {
      return await this.#client.sendRequest<R>(method, params);
    } catch (error) {
      this.log.warn(String(error));
      return undefined;
    }
  }

  /** A document's address as the server knows it. */
  addressOf(document: TextDocument): string {
    return this.#client?.code2ProtocolConverter.asUri(document.uri) ?? document.uri.toString();
  }

  dispose(): void {
    this.#stateChanged.dispose();
    this.log.dispose();
  }

  /** Ends the server process; for deactivation. */
  async stop(): Promise<void> {
    if (this.#client?.needsStop()) await this.#client.stop();
  }

  #options(extensionUri: Uri, editor: Editor): LanguageClientOptions {
    const initializationOptions: InitializationOptions = {
      language: env.language,
      // A plain file address: the link in a finding opens the page in an editor, on the desktop as in a remote window,
      // where VS Code turns it into the remote's address. In a browser it would open as plain text in a tab of its own.
      // The command for rule pages shows them rendered everywhere.
      ...(/^https?$/.test(extensionUri.scheme)
        ? {}
        : { rulePages: Uri.joinPath(extensionUri, 'docs', 'rules').toString() }),
      commands: SERVER_COMMANDS,
      statuteDocuments: true,
      fileRequests: true,
      status: true,
      titledCodes: true,
      cellKeys: true,
    };
    return {
      // No scheme: reports are also untitled, remote and virtual documents.
      documentSelector: [{ language: LANGUAGE_ID }, { scheme: STATUTE_SCHEME }],
      initializationOptions,
      outputChannel: this.log,
      middleware: {
        provideRenameEdits: (document, position, newName, token) =>
          this.#rename(editor, document, position, newName, token),
      },
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: {
        // Messages that cannot be written to a server that died are no reason to give it up: its end is told as well,
        // and one that neither ends nor answers is the watchdog's.
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.#closed(),
      },
    };
  }

  /** Renames by ourselves; throws with the reason where the number cannot stand there. */
  async #rename(
    editor: Editor,
    document: TextDocument,
    position: Position,
    newName: string,
    token: CancellationToken,
  ): Promise<WorkspaceEdit | null> {
    const client = this.#client;
    if (!client) return null;
    const params: RenameParams = {
      textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
      position: client.code2ProtocolConverter.asPosition(position),
      newName,
    };
    const preview = await client.sendRequest<RenamePreview | null>(RENAME_PREVIEW_REQUEST, params, token);
    if (!preview) return null;
    await renameAfterPreview(editor, document, preview);
    return new WorkspaceEdit();
  }

  #closed(): CloseHandlerResult {
    const now = Date.now();
    this.#crashes.push(now);
    const recent = this.#crashes.filter(at => now - at <= CRASH_WINDOW_MS);
    this.#crashes.splice(0, this.#crashes.length, ...recent);
    if (recent.length < CRASH_LIMIT) return { action: CloseAction.Restart, handled: true };
    const message = text('client.serverGaveUp', { times: CRASH_LIMIT });
    void this.#offerRestart(message);
    return { action: CloseAction.DoNotRestart, message, handled: true };
  }

  /** Says what happened and offers to restart; one message at a time. */
  async #offerRestart(message: string): Promise<void> {
    if (this.#isOffering) return;
    this.#isOffering = true;
    const restart = text('client.restart');
    const openLog = text('client.openLog');
    const choice = await window.showErrorMessage(message, restart, openLog);
    this.#isOffering = false;
    if (choice === restart) await this.restart();
    else if (choice === openLog) this.log.show();
  }

  #clientStateChanged(state: State): void {
    switch (state) {
      case State.Starting:
        this.#setState('starting');
        break;
      case State.Running:
        this.#setState('running');
        break;
      case State.StartFailed:
        this.#setState('failed');
        break;
      case State.Stopped:
        this.#setState(this.#crashes.length >= CRASH_LIMIT ? 'failed' : 'idle');
        break;
    }
  }

  #setState(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#stateChanged.fire(state);
  }
}
