import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { diskHost } from '../hosts/diskHost.ts';
import { statuteFolder } from '../hosts/statuteFolder.ts';
import { createServer } from '../lsp/server.ts';

// Entry point of the language server in a process of its own: `--stdio` for any editor, `--node-ipc` for VS Code.
// `--statutes-dir=<folder>`: clauses open as files there, in editors that ask for no text themselves.
const STATUTES = '--statutes-dir=';
const TRANSPORT = /^--(?:stdio|node-ipc|socket(?:=.*)?|pipe(?:=.*)?)$/;

if (process.argv.some(argument => TRANSPORT.test(argument))) {
  const connection = createConnection(ProposedFeatures.all);
  // A fault outside every handler must not take the open drafts' diagnostics with it.
  const tell = (fault: string): void => {
    try {
      connection.console.error(fault);
    } catch {
      // The connection itself may be the fault; there is nobody to tell then.
    }
  };
  process.on('uncaughtException', error => {
    tell(error.stack ?? error.message);
  });
  process.on('unhandledRejection', reason => {
    tell(String(reason));
  });
  // A client that no longer listens is not served any more, whatever it still asks.
  if (process.argv.includes('--stdio'))
    process.stdout.on('error', () => {
      process.exit(1);
    });
  const folder = process.argv.find(argument => argument.startsWith(STATUTES))?.slice(STATUTES.length);
  createServer(connection, folder ? { ...diskHost, statuteFolder: statuteFolder(folder) } : diskHost);
  connection.listen();
} else {
  process.stderr.write(
    'usage: server.js --stdio | --node-ipc | --pipe=<name>  [--statutes-dir=<folder>] [--code-cache=<folder>]\n',
  );
  process.exitCode = 2;
}
