import type { Uri } from 'vscode';
import { EventEmitter, workspace, type Disposable, type TextDocumentContentProvider } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  STATUTES_CHANGED_NOTIFICATION,
  STATUTE_DOCUMENT_REQUEST,
  STATUTE_SCHEME,
  type StatuteDocumentParams,
  type StatuteDocumentResult,
} from '../../server/src/protocol/protocol.ts';
import { text } from './language.ts';
import type { LanguageServer } from './languageServer.ts';

/** Shows statutes as documents that cannot be edited; the server writes them. */
export class StatuteContentProvider implements TextDocumentContentProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #registration: Disposable;
  #server: LanguageServer | undefined;

  constructor() {
    this.#registration = workspace.registerTextDocumentContentProvider(STATUTE_SCHEME, this);
  }

  /** Takes the texts from this server from now on. */
  follow(server: LanguageServer): void {
    this.#server = server;
  }

  /** Fetches what is shown again when the server says that it changed. */
  listen(client: BaseLanguageClient): void {
    client.onNotification(STATUTES_CHANGED_NOTIFICATION, () => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === STATUTE_SCHEME) this.#changed.fire(uri);
    });
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const params: StatuteDocumentParams = { uri: uri.toString() };
    const found = await this.#server?.ask<StatuteDocumentResult | null>(STATUTE_DOCUMENT_REQUEST, params);
    return found?.text ?? text('client.statute.none');
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}
