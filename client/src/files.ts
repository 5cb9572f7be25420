import { Uri, workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CONFIGURATION_FILE_CHANGED_NOTIFICATION, CONFIGURATION_FILE_REQUEST,
  type ConfigurationFileParams, type ConfigurationFileResult,
} from '../../server/src/lsp/protocol.ts';
import type { LanguageServer } from './languageServer.ts';

/** Name of the file with a folder's settings for the command line and the editor. */
export const CONFIGURATION_FILE = '.annual-report.json';

/** The file that a document is, or is an older version of: the old side of a diff has an address of its own with a query. */
export function workingFile(uri: Uri): Uri {
  return uri.scheme === 'git' ? uri.with({ scheme: 'file', query: '', fragment: '' }) : uri;
}

/** Answers the server's requests for files: it reads none itself in the editor, so that virtual workspaces work. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(CONFIGURATION_FILE_REQUEST, (params: ConfigurationFileParams) => nearestConfigurationFile(workingFile(Uri.parse(params.uri))));
}

/** Tells the server when a configuration file appears, changes or goes. */
export function watchConfigurationFiles(server: LanguageServer): Disposable {
  const watcher = workspace.createFileSystemWatcher(`**/${CONFIGURATION_FILE}`);
  const changed = () => server.notify(CONFIGURATION_FILE_CHANGED_NOTIFICATION);
  watcher.onDidCreate(changed);
  watcher.onDidChange(changed);
  watcher.onDidDelete(changed);
  return watcher;
}

/**
 * The nearest configuration file upward from a draft, not beyond its workspace folder; a draft outside every folder
 * has at most the one beside it. Null when there is none or the draft has no place (untitled).
 */
async function nearestConfigurationFile(draft: Uri): Promise<ConfigurationFileResult | null> {
  if (draft.scheme === 'untitled') return null;
  const root = workspace.getWorkspaceFolder(draft)?.uri;
  let folder = Uri.joinPath(draft, '..');
  for (;;) {
    const uri = Uri.joinPath(folder, CONFIGURATION_FILE);
    const content = await read(uri);
    if (content !== null) return { uri: uri.toString(), text: content };
    const parent = Uri.joinPath(folder, '..');
    if (root === undefined || folder.path === root.path || parent.path === folder.path) return null;
    folder = parent;
  }
}

async function read(uri: Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    // Missing or unreadable: the search goes on one folder up.
    return null;
  }
}
