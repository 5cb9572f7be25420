// One language server process and the client that asks it.
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { CAPABILITIES } from '../../test/support/capabilities.mjs';
import { end, start } from '../processes.mjs';

/** `LSPErrorCodes.ServerCancelled`: to be asked again. */
const SERVER_CANCELLED = -32802;
/** A server that has not answered by then is ended. */
const PATIENCE_MS = 120_000;
const RETRIES = 20;

/** Answers to what a server asks any client. What it asks only ours is refused, and it looks at the disk itself. */
const ANSWERS = {
  'workspace/configuration': ({ items }) => items.map(() => ({})),
  'client/registerCapability': () => null,
  'client/unregisterCapability': () => null,
  'workspace/diagnostic/refresh': () => null,
  'workspace/inlayHint/refresh': () => null,
  'workspace/codeLens/refresh': () => null,
  'workspace/semanticTokens/refresh': () => null,
};

export class Client {
  #child;
  #connection;
  #ended;
  /** Notifications of the server since they were last taken: `{ method, params }`. */
  #heard = [];
  /** What the server offers. */
  capabilities = {};

  /** Starts the server in the file `program` and shakes hands with it; `commands` are those that the editor knows. */
  static async start(program, language, commands) {
    const client = new Client();
    client.#child = start(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'], isLeaf: true });
    client.#ended = new Promise((_, reject) => {
      client.#child.once('error', reject);
      client.#child.once('close', () => {
        reject(new Error('服务器意外结束 / the server has ended'));
      });
    });
    client.#ended.catch(() => undefined);
    const connection = createProtocolConnection(
      new StreamMessageReader(client.#child.stdout),
      new StreamMessageWriter(client.#child.stdin),
    );
    client.#connection = connection;
    connection.onError(() => undefined);
    for (const [method, answer] of Object.entries(ANSWERS)) connection.onRequest(method, answer);
    connection.onUnhandledNotification(({ method, params }) => {
      client.#heard.push({ method, params });
    });
    connection.listen();
    const options = {
      language,
      commands,
      rulePages: 'https://example.org/rules',
      statuteDocuments: true,
      status: true,
    };
    const { capabilities } = await client.request('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      locale: language,
      capabilities: CAPABILITIES,
      initializationOptions: options,
    });
    client.capabilities = capabilities;
    client.notify('initialized', {});
    return client;
  }

  notify(method, params) {
    this.#connection.sendNotification(method, params).catch(() => undefined);
  }

  /** Sends a request and gives its result; rejects where the server ends or does not answer in time. */
  async request(method, params) {
    for (let retry = 0; ; retry++) {
      try {
        return await this.#once(method, params);
      } catch (error) {
        if (error.code !== SERVER_CANCELLED || retry === RETRIES) throw error;
      }
    }
  }

  /** Like {@link request}, with an error answer as a result. */
  async ask(method, params) {
    try {
      return await this.request(method, params);
    } catch (error) {
      if (typeof error.code !== 'number') throw error;
      return { error: `${error.code} ${error.message}` };
    }
  }

  /** What the server has sent of its own accord since this was last asked. */
  takeHeard() {
    return this.#heard.splice(0);
  }

  async stop() {
    this.#connection.dispose();
    await end(this.#child);
  }

  async #once(method, params) {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`${method}: ${PATIENCE_MS / 1000} s 内没有回答 / not answered in time`));
      }, PATIENCE_MS);
    });
    try {
      return await Promise.race([this.#connection.sendRequest(method, params), this.#ended, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
