// A client of one language server process over stdio, with a clock.
import { readdirSync, readFileSync } from 'node:fs';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { end, start } from '../../scripts/processes.mjs';
import { CAPABILITIES } from '../support/capabilities.mjs';

/** `LSPErrorCodes.ServerCancelled`: the answer would have been outdated. */
const SERVER_CANCELLED = -32802;

/** What our client in VS Code tells the server beyond that. */
const OPTIONS = {
  language: 'zh-cn',
  rulePages: 'file:///extension/docs/rules',
  commands: ['annualReport.showEquations'],
  statuteDocuments: true,
  fileRequests: true,
  status: true,
  titledCodes: true,
};

/** Answers to what the server asks its client; requests of its own that no client knows by default among them. */
const ANSWERS = {
  'workspace/configuration': ({ items }) => items.map(() => ({})),
  'client/registerCapability': () => null,
  'workspace/diagnostic/refresh': () => null,
  'workspace/inlayHint/refresh': () => null,
  'workspace/codeLens/refresh': () => null,
  'workspace/semanticTokens/refresh': () => null,
  'annualReport/configurationFile': () => null,
  'annualReport/files': () => ({ files: [] }),
  'annualReport/drafts': () => ({ drafts: [] }),
  'annualReport/reportFiles': () => ({ files: [] }),
  'annualReport/reportText': () => ({ text: null }),
  'window/workDoneProgress/create': () => null,
};

const ALONE = 'file:///bench/2024年政府信息公开工作年度报告.md';

export class Client {
  #child;
  #connection;
  #uri = ALONE;
  #version = 1;
  /** Milliseconds from the start of the process to its answer to `initialize`. */
  startMs = NaN;
  /** What the server said last of the reports of its workspace. */
  workspaceStatus = undefined;

  /**
   * Starts the server in the file `program` with its own `options` and shakes hands with it. In a `workspace`
   * (`{ folder, uri }`) its draft has that address, and the server reads the folder from the disk.
   */
  static async start(program, options = [], workspace = undefined) {
    const client = new Client();
    if (workspace) client.#uri = workspace.uri;
    const began = performance.now();
    client.#child = start(process.execPath, [program, '--stdio', ...options], {
      stdio: ['pipe', 'pipe', 'ignore'],
      isLeaf: true,
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(client.#child.stdout),
      new StreamMessageWriter(client.#child.stdin),
    );
    client.#connection = connection;
    for (const [method, answer] of Object.entries(ANSWERS)) connection.onRequest(method, answer);
    connection.onNotification('annualReport/workspaceStatus', status => {
      client.workspaceStatus = status;
    });
    connection.onUnhandledNotification(() => {});
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: workspace ? [{ uri: workspace.folder, name: 'reports' }] : null,
      locale: 'zh-cn',
      capabilities: CAPABILITIES,
      initializationOptions: workspace ? { ...OPTIONS, fileRequests: false } : OPTIONS,
    });
    client.startMs = performance.now() - began;
    await connection.sendNotification('initialized', {});
    return client;
  }

  /** Opens a draft: milliseconds to its diagnostics. */
  async open(text) {
    const began = performance.now();
    this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.#uri, languageId: 'annual-report', version: this.#version, text },
    });
    await this.#pull();
    return performance.now() - began;
  }

  /** What the diagnostics of the draft as it is amount to: the number of findings, and the bytes of JSON they are sent in. */
  async answer() {
    const report = await this.#pull();
    return { findings: report.items.length, bytes: Buffer.byteLength(JSON.stringify(report)) };
  }

  /** Makes an edit: milliseconds to the diagnostics after it. */
  async edit(change) {
    const began = performance.now();
    this.#change(change);
    await this.#pull();
    return performance.now() - began;
  }

  /** Asks for a feature, after an edit if there is one: milliseconds to the answer. */
  async ask(method, params, change) {
    const began = performance.now();
    if (change !== undefined) this.#change(change);
    await this.#connection.sendRequest(method, { textDocument: { uri: this.#uri }, ...params });
    return performance.now() - began;
  }

  /**
   * Makes all edits at once, with a pull after each. `versionOf(items)` tells from diagnostics how many of the edits they
   * know. Gives `ms` to the diagnostics that know all, and how many results `outdated` ones were sent.
   */
  async burst(changes, versionOf) {
    const began = performance.now();
    let outdated = 0;
    let ms;
    const note = report => {
      if (versionOf(report.items) === changes.length) ms ??= performance.now() - began;
      else outdated++;
    };
    await Promise.all(
      changes.map(async change => {
        this.#change(change);
        try {
          note(await this.#pullOnce());
        } catch (error) {
          if (error.code !== SERVER_CANCELLED) throw error;
        }
      }),
    );
    while (ms === undefined) note(await this.#pull());
    return { ms, outdated };
  }

  /** Processor time of the server process so far, in milliseconds; undefined where the system does not tell. */
  get processorMs() {
    try {
      const tasks = `/proc/${String(this.#child.pid)}/task`;
      const nanoseconds = readdirSync(tasks).map(task =>
        Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]),
      );
      return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6;
    } catch {
      return undefined;
    }
  }

  /** Memory that the server process holds now, in megabytes; undefined where the system does not tell. */
  get memoryMb() {
    return this.#memory('VmRSS');
  }

  /** Most memory that the server process ever held, in megabytes; undefined where the system does not tell. */
  get peakMb() {
    return this.#memory('VmHWM');
  }

  #memory(name) {
    try {
      const status = readFileSync(`/proc/${String(this.#child.pid)}/status`, 'utf8');
      const kilobytes = new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)?.[1];
      return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
    } catch {
      return undefined;
    }
  }

  async stop() {
    this.#connection.dispose();
    await end(this.#child);
  }

  #change(change) {
    this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.#uri, version: ++this.#version },
      contentChanges: [change],
    });
  }

  async #pull() {
    for (;;) {
      try {
        return await this.#pullOnce();
      } catch (error) {
        if (error.code !== SERVER_CANCELLED) throw error;
      }
    }
  }

  #pullOnce() {
    return this.#connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: this.#uri } });
  }
}
