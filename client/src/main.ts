import { workspace, type ExtensionContext, type TextDocument } from 'vscode';
import { registerCommands } from './commands.ts';
import { watchEncodings } from './encoding.ts';
import { answerFileRequests, watchConfigurationFiles } from './files.ts';
import { LANGUAGE_ID } from './languageId.ts';
import { LanguageServer, type CreateClient } from './languageServer.ts';
import { Recogniser } from './recognise.ts';
import { StatuteDocuments } from './statutes.ts';
import { Status } from './status.ts';
import { vscodeEditor } from './vscodeEditor.ts';
import { Watchdog } from './watchdog.ts';

let server: LanguageServer | undefined;

/** Activation shared by all hosts; they differ in how they make the client. */
export function activateWith(context: ExtensionContext, createClient: CreateClient): void {
  const editor = vscodeEditor(context);
  const status = new Status(editor);
  const statutes = new StatuteDocuments();
  const current = new LanguageServer(context, createClient, client => {
    answerFileRequests(client);
    status.listen(client);
    statutes.listen(client);
  });
  server = current;
  statutes.follow(current);
  const recogniser = new Recogniser(editor, context.globalState);
  const startFor = (document: TextDocument) => {
    if (document.languageId === LANGUAGE_ID) void current.start();
  };
  context.subscriptions.push(
    current,
    status,
    status.follow(current),
    new Watchdog(current),
    statutes,
    recogniser,
    watchConfigurationFiles(current),
    ...watchEncodings(),
    ...registerCommands({ editor, server: current, recogniser }),
    workspace.onDidOpenTextDocument(startFor),
  );
  workspace.textDocuments.forEach(startFor);
}

/** Ends the language server with the window. */
export async function deactivate(): Promise<void> {
  await server?.stop();
  server = undefined;
}
