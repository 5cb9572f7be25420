import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { configurationFileCandidates } from '../hosts/host.ts';
import type { Host } from '../hosts/host.ts';
import { LARGEST_FILE, MOST_FILES } from '../protocol/protocol.ts';
import type { FilesParams, FilesResult } from '../protocol/protocol.ts';
import { createServer } from '../lsp/server.ts';
import { decodeText } from '../text/decode.ts';

/** Files of the disk; addresses of any other kind have none. */
const diskHost: Host = {
  now: () => new Date(),
  configurationFile: async uri => {
    if (!uri.startsWith('file:')) return null;
    for (const candidate of configurationFileCandidates(uri)) {
      try {
        const text = decodeText(await readFile(fileURLToPath(candidate)));
        if (text !== null) return { uri: candidate, text };
      } catch {
        // Missing or unreadable here: one folder further up may have one.
      }
    }
    return null;
  },
  // Without the editor's list of files a walk through all folders would be needed.
  drafts: async () => [],
  files: async params => {
    try {
      return await filesOnDisk(params);
    } catch {
      return { files: [], refusal: 'missing' };
    }
  },
};

async function filesOnDisk({ uri, root, ending, outsideBy }: FilesParams): Promise<FilesResult> {
  // Who set it is not known here, so nothing outside the workspace is read.
  if (outsideBy !== undefined) return { files: [], refusal: 'outside' };
  if (!uri.startsWith('file:')) return { files: [], refusal: 'missing' };
  const path = fileURLToPath(uri);
  const isFolder = (await stat(path)).isDirectory();
  const names = isFolder ? (await readdir(path)).filter(name => name.toLowerCase().endsWith(ending)).sort() : [''];
  const workspace = await realpath(fileURLToPath(root));
  const files: { uri: string; text: string | null }[] = [];
  for (const name of names.slice(0, MOST_FILES)) {
    const file = name === '' ? path : join(path, name);
    if (!isBelow(workspace, await realpath(file))) continue;
    const info = await stat(file);
    if (!info.isFile()) continue;
    files.push({
      uri: name === '' ? uri : pathToFileURL(file).href,
      text: info.size > LARGEST_FILE ? null : decodeText(await readFile(file)),
    });
  }
  if (files.length === 0 && names.length > 0) return { files, refusal: 'outside' };
  return { files, ...(names.length > MOST_FILES ? { refusal: 'tooMany' as const } : {}) };
}

/** Whether a file lies below a folder, links followed in both. */
function isBelow(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

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
