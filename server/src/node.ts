import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { configurationFileCandidates } from './lsp/host.ts';
import type { Host } from './lsp/host.ts';
import { createServer } from './lsp/server.ts';

/** Files of the disk; addresses of any other kind have none. */
const diskHost: Host = {
  now: () => new Date(),
  configurationFile: async uri => {
    if (!uri.startsWith('file:')) return null;
    for (const candidate of configurationFileCandidates(uri)) {
      try {
        return { uri: candidate, text: await readFile(fileURLToPath(candidate), 'utf8') };
      } catch {
        // Missing or unreadable here: one folder further up may have one.
      }
    }
    return null;
  },
};

// Entry point of the language server in a process of its own: `--stdio` for any editor, `--node-ipc` for VS Code.
const TRANSPORT = /^--(?:stdio|node-ipc|socket(?:=.*)?|pipe(?:=.*)?)$/;

if (process.argv.some(argument => TRANSPORT.test(argument))) {
  const connection = createConnection(ProposedFeatures.all);
  // A fault outside every handler must not take the open drafts' diagnostics with it.
  process.on('uncaughtException', error => { connection.console.error(error.stack ?? error.message); });
  process.on('unhandledRejection', reason => { connection.console.error(String(reason)); });
  createServer(connection, diskHost);
  connection.listen();
} else {
  process.stderr.write('usage: server.js --stdio | --node-ipc | --pipe=<name>\n');
  process.exitCode = 2;
}
