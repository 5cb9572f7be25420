import { LSPClient, serverCompletion, serverDiagnostics, formatKeymap, hoverTooltips } from '@codemirror/lsp-client';
import type { Transport } from '@codemirror/lsp-client';
import { keymap } from '@codemirror/view';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Language } from '../../../server/src/messages/message.ts';
import {
  ALIVE_REQUEST,
  STATUS_NOTIFICATION,
  type InitializationOptions,
  type StatusParams,
} from '../../../server/src/protocol/protocol.ts';
import type { AskedServer } from '../documentDesk.ts';
import { plainElements } from './plainElements.ts';

/** What was found in one version of a draft. */
export interface Findings {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the server tells of itself. */
export interface ServerNews {
  findings(found: Findings): void;
  status(params: StatusParams): void;
  /** It had stopped, and was started again. */
  restarted(): void;
}

/** So long a request may take: the whole of a long draft is checked in less. */
const PATIENCE_MS = 20_000;
/** The server is asked now and then whether it answers at all; one that does not is started again. */
const ALIVE_EVERY_MS = 30_000;

/** The language server, a worker of the page, and the client that CodeMirror talks to it with. */
export class Connection implements AskedServer {
  readonly client: LSPClient;
  readonly #handlers = new Set<(message: string) => void>();
  #worker: Worker | undefined;

  constructor(
    language: Language,
    private readonly script: string,
    private readonly news: ServerNews,
  ) {
    const initializationOptions: InitializationOptions = { language, status: true, titledCodes: true };
    this.client = new LSPClient({
      initializationOptions,
      timeout: PATIENCE_MS,
      sanitizeHTML: plainElements,
      notificationHandlers: {
        // The editor marks them as well.
        'textDocument/publishDiagnostics': (_client, params: Findings) => {
          news.findings(params);
          return false;
        },
        [STATUS_NOTIFICATION]: (_client, params: StatusParams) => {
          news.status(params);
          return true;
        },
      },
      extensions: [
        {
          clientCapabilities: {
            textDocument: {
              codeAction: {
                codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } },
                isPreferredSupport: true,
              },
            },
          },
        },
        serverCompletion(),
        serverDiagnostics(),
        hoverTooltips(),
        keymap.of([...formatKeymap]),
      ],
    });
    this.#start();
    setInterval(() => void this.#checkAlive(), ALIVE_EVERY_MS);
  }

  async ask<R>(method: string, params: object): Promise<R | undefined> {
    try {
      return await this.client.request<object, R>(method, params);
    } catch (error) {
      console.warn(error);
      return undefined;
    }
  }

  #start(): void {
    const worker = new Worker(this.script);
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const message = JSON.stringify(data);
      for (const handler of this.#handlers) handler(message);
    });
    worker.addEventListener('error', () => {
      this.#restart(worker);
    });
    const transport: Transport = {
      send: message => {
        worker.postMessage(withoutPull(JSON.parse(message)));
      },
      subscribe: handler => {
        this.#handlers.add(handler);
      },
      unsubscribe: handler => {
        this.#handlers.delete(handler);
      },
    };
    this.client.connect(transport);
  }

  #restart(stopped: Worker): void {
    if (this.#worker !== stopped) return;
    stopped.terminate();
    this.client.disconnect();
    this.#start();
    this.news.restarted();
  }

  async #checkAlive(): Promise<void> {
    const worker = this.#worker;
    if (document.hidden || worker === undefined) return;
    try {
      await this.client.request(ALIVE_REQUEST, {});
    } catch {
      // What is hidden may have been asleep.
      if (!document.hidden) this.#restart(worker);
    }
  }
}

interface Initialize {
  readonly method?: string;
  readonly params?: { readonly capabilities?: { textDocument?: { diagnostic?: unknown } } };
}

/** The client offers to pull findings and never does; without the offer they are pushed at once. */
function withoutPull(message: unknown): unknown {
  const { method, params } = message as Initialize;
  if (method === 'initialize') delete params?.capabilities?.textDocument?.diagnostic;
  return message;
}
