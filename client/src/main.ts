import { workspace, type ExtensionContext, type TextDocument } from 'vscode';
import { answerFileRequests, watchConfigurationFiles } from './files.ts';
import { LANGUAGE_ID, LanguageServer, type CreateClient } from './languageServer.ts';

let server: LanguageServer | undefined;

/** Activation shared by all hosts; they differ in how they make the client. */
export function activateWith(context: ExtensionContext, createClient: CreateClient): void {
  const current = new LanguageServer(context, createClient, client => {
    answerFileRequests(client);
  });
  server = current;
  context.subscriptions.push(current, watchConfigurationFiles(current));
  const startFor = (document: TextDocument) => {
    if (document.languageId === LANGUAGE_ID) void current.start();
  };
  context.subscriptions.push(workspace.onDidOpenTextDocument(startFor));
  workspace.textDocuments.forEach(startFor);
}

/** Ends the language server with the window. */
export async function deactivate(): Promise<void> {
  await server?.stop();
  server = undefined;
}
