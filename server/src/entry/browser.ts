import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { noFilesHost } from '../hosts/noFilesHost.ts';
import { createServer } from '../lsp/server.ts';

// Entry point of the language server in a worker of a browser: the client writes and reads its messages.
declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);

// A fault outside every handler must not take the open drafts' diagnostics with it.
const tell = (fault: unknown): void => {
  try {
    connection.console.error(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
  } catch {
    // The connection itself may be the fault; there is nobody to tell then.
  }
};
self.addEventListener('error', event => {
  event.preventDefault();
  tell(event.error ?? event.message);
});
self.addEventListener('unhandledrejection', event => {
  event.preventDefault();
  tell(event.reason);
});

createServer(connection, noFilesHost);
connection.listen();
