import { homedir } from 'node:os';
import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind, type NodeModule } from 'vscode-languageclient/node';
import { runJob } from '../../server/src/hosts/documentThread.ts';
import { extension } from './main.ts';
import type { CreateClient } from './languageServer.ts';

/** A client whose errors go to the log alone: what the user has to know is said by us, in the user's language. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

const createClient: CreateClient = (context: ExtensionContext, options) => {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const bare: NodeModule = { module, transport: TransportKind.ipc };
  const { globalStorageUri: storage } = context;
  const run: NodeModule = storage.scheme === 'file' ? { ...bare, args: [`--code-cache=${storage.fsPath}`] } : bare;
  const debug: NodeModule = { ...bare, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  // The id is also the prefix of the trace setting.
  return new QuietClient('annualReport', 'Annual Report', { run, debug }, options);
};

// Entry point in the desktop and remote extension host: the language server is a process of its own.
export const { activate, deactivate } = extension({ createClient, runJob: () => runJob, home: Uri.file(homedir()) });
