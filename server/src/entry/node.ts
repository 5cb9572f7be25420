import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { diskHost } from '../hosts/diskHost.ts';
import { createServer } from '../lsp/server.ts';

// Entry point of the language server in a process of its own: `--stdio` for any editor, `--node-ipc` for VS Code.
const TRANSPORT = /^--(?:stdio|node-ipc|socket(?:=.*)?|pipe(?:=.*)?)$/;

if (process.argv.some(argument => TRANSPORT.test(argument))) {
  const connection = createConnection(ProposedFeatures.all);
  // A fault outside every handler must not take the open drafts' diagnostics with it.
  process.on('uncaughtException', error => {
    connection.console.error(error.stack ?? error.message);
  });
  process.on('unhandledRejection', reason => {
    connection.console.error(String(reason));
  });
  createServer(connection, diskHost);
  connection.listen();
} else {
  process.stderr.write('usage: server.js --stdio | --node-ipc | --pipe=<name>\n');
  process.exitCode = 2;
}
