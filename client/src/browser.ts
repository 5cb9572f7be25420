import { Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient/browser';
import { runJobIn, type DocumentPart } from '../../server/src/hosts/documentWorker.ts';
import { extension } from './main.ts';
import type { CreateClient } from './languageServer.ts';

/**
 * Addresses from which workers can be made, or can load scripts. In a remote window the files of the extension have
 * none that a worker knows: there a script is read once, and has an address of this host.
 */
class Scripts {
  readonly #read = new Map<string, Promise<string>>();

  constructor(private readonly extensionUri: Uri) {}

  at(...path: readonly string[]): Promise<string> {
    const uri = Uri.joinPath(this.extensionUri, 'dist', ...path);
    if (uri.scheme !== 'vscode-remote') return Promise.resolve(uri.toString(true));
    const known = this.#read.get(uri.path) ?? addressOfCopy(uri);
    this.#read.set(uri.path, known);
    return known;
  }
}

async function addressOfCopy(uri: Uri): Promise<string> {
  const script = new Uint8Array(await workspace.fs.readFile(uri));
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}

/**
 * A client whose server is a worker. Its errors go to the log alone: what the user has to know is said by us, in the
 * user's language. A worker does not end of itself as a process does, so it is ended with the client.
 */
class WorkerClient extends LanguageClient {
  #worker: Worker | undefined;

  constructor(scripts: Scripts, options: LanguageClientOptions) {
    const start = async () => {
      this.#end();
      const worker = new Worker(await scripts.at('browser', 'server.js'));
      this.#worker = worker;
      // The pair and not the worker: the host's class of workers is not the one that the library asks for.
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    super('annualReport', 'Annual Report', start, options);
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  override async stop(timeout?: number): Promise<void> {
    try {
      await super.stop(timeout);
    } finally {
      this.#end();
    }
  }

  override async dispose(timeout?: number): Promise<void> {
    try {
      await super.dispose(timeout);
    } finally {
      this.#end();
    }
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}

const createClient: CreateClient = ({ extensionUri }, options) => new WorkerClient(new Scripts(extensionUri), options);

// Entry point in the web extension host: the language server is a worker.
export const { activate, deactivate } = extension({
  createClient,
  runJob: ({ extensionUri }) => {
    const scripts = new Scripts(extensionUri);
    const places = {
      worker: () => scripts.at('browser', 'documentsWorker.js'),
      part: (name: DocumentPart) => scripts.at(`${name}.js`),
    };
    return (job, signal) => runJobIn(places, job, signal);
  },
});
