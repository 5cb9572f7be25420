import { window, workspace, type Disposable, type TextDocument } from 'vscode';
import { ALIVE_REQUEST } from '../../server/src/protocol/protocol.ts';
import { text } from './language.ts';
import { LANGUAGE_ID } from './languageId.ts';
import type { LanguageServer } from './languageServer.ts';

const TICK_MS = 5000;
/**
 * Ticks without an answer after which the user is asked; they are counted, so that a computer that slept raises no
 * alarm.
 */
const PATIENCE_TICKS = 3;

/**
 * Notices a server that runs and does not answer any more, as a check that never comes to an end makes it, and offers
 * to restart it. Asks when a report is opened or changed, one question at a time; nothing happens while nobody works.
 */
export class Watchdog implements Disposable {
  readonly #server: LanguageServer;
  readonly #subscriptions: readonly Disposable[];
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#subscriptions = [
      workspace.onDidOpenTextDocument(document => this.#ask(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.#ask(document)),
      server.onDidChangeState(state => {
        if (state !== 'running') this.#rest();
      }),
    ];
  }

  dispose(): void {
    this.#rest();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #ask({ languageId }: TextDocument): void {
    if (languageId !== LANGUAGE_ID || this.#timer !== undefined || this.#server.state !== 'running') return;
    let ticks = 0;
    const timer = setInterval(() => {
      if (++ticks === PATIENCE_TICKS) void this.#offerRestart();
    }, TICK_MS);
    this.#timer = timer;
    void this.#server.ask(ALIVE_REQUEST, {}).then(() => {
      if (this.#timer === timer) this.#rest();
    });
  }

  #rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  async #offerRestart(): Promise<void> {
    const restart = text('client.restart');
    const openLog = text('client.openLog');
    const choice = await window.showWarningMessage(
      text('client.serverSilent', { seconds: (PATIENCE_TICKS * TICK_MS) / 1000 }),
      restart,
      openLog,
    );
    if (choice === restart) await this.#server.restart();
    else if (choice === openLog) this.#server.log.show();
  }
}
