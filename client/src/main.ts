import { workspace, type ExtensionContext, type TextDocument, type Uri } from 'vscode';
import { REPORTS_GLOB } from '../../server/src/format/reportNames.ts';
import { CONFIGURATION_FILE_NAME } from '../../server/src/protocol/protocol.ts';
import { WORKSPACE_STATUS_NOTIFICATION, type WorkspaceStatus } from '../../server/src/protocol/workspace.ts';
import { registerCommands } from './commands.ts';
import { registerDocumentCommands } from './documentCommands.ts';
import type { DocumentDesk } from './documentDesk.ts';
import { DraftsView } from './draftsView.ts';
import { watchEncodings } from './encoding.ts';
import { answerFileRequests, lookWhenBack, watchConfigurationFiles } from './files.ts';
import { LANGUAGE_ID } from './languageId.ts';
import { LanguageServer, type CreateClient } from './languageServer.ts';
import { meantDraft, type MeantDraft } from './meantDraft.ts';
import { watchOpenedDocuments } from './openedDocuments.ts';
import { Previews } from './previewPanel.ts';
import { Recogniser } from './recognise.ts';
import { ReviewDesk } from './reviewDesk.ts';
import { StatuteContentProvider } from './statutes.ts';
import { Status } from './status.ts';
import { TableKeys } from './tableKeys.ts';
import { vscodeDocumentDesk } from './vscodeDocumentDesk.ts';
import { vscodeEditor } from './vscodeEditor.ts';
import { TableForms } from './tableFormPanel.ts';
import { Watchdog } from './watchdog.ts';

/** What an entry point exports: the editor calls both. */
export interface Extension {
  activate(context: ExtensionContext): void;
  /** Ends the language server with the window. */
  deactivate(): Promise<void>;
}

/** What hosts differ in. */
export interface ExtensionHost {
  readonly createClient: CreateClient;
  /** How the extension of a context does jobs with documents. */
  readonly runJob: (context: ExtensionContext) => DocumentDesk['runJob'];
  /** The user's own folder, where the host has one. */
  readonly home?: Uri;
}

/** The extension in any host. */
export function extension(host: ExtensionHost): Extension {
  const running = new Set<LanguageServer>();
  return {
    activate: context => {
      running.add(activateWith(context, host));
    },
    deactivate: async () => {
      await Promise.all([...running].map(server => server.stop()));
      running.clear();
    },
  };
}

function activateWith(context: ExtensionContext, { createClient, runJob, home }: ExtensionHost): LanguageServer {
  const editor = vscodeEditor(context, home);
  const status = new Status(editor);
  const drafts = new DraftsView();
  const statutes = new StatuteContentProvider();
  const current = new LanguageServer(context, editor, createClient, client => {
    answerFileRequests(client);
    status.listen(client, (address, params) => {
      drafts.note(address, params);
      previews.refresh(address);
    });
    statutes.listen(client);
    client.onNotification(WORKSPACE_STATUS_NOTIFICATION, (params: WorkspaceStatus) => {
      status.noteWorkspace(params);
      drafts.noteWorkspace(params);
      review.noteWorkspace(params);
    });
  });
  statutes.follow(current);
  const desk = vscodeDocumentDesk(runJob(context), home);
  const meant: MeantDraft = named => meantDraft(named, forms.draftInFront() ?? previews.draftInFront());
  const forms = new TableForms(editor, current, context.extensionUri, meant);
  const previews = new Previews(current, context.extensionUri, meant);
  const review = new ReviewDesk({ editor, desk, server: current }, current, context);
  const recogniser = new Recogniser(editor, context.globalState);
  const startFor = (document: TextDocument) => {
    if (document.languageId === LANGUAGE_ID) void current.start();
  };
  context.subscriptions.push(
    current,
    status,
    drafts,
    status.follow(current),
    new Watchdog(current),
    new TableKeys(current),
    statutes,
    recogniser,
    forms,
    previews,
    review,
    desk,
    watchConfigurationFiles(current),
    lookWhenBack(current),
    ...watchEncodings(),
    watchOpenedDocuments(),
    ...registerCommands({
      editor,
      server: current,
      recogniser,
      store: context.globalState,
      walkthrough: `${context.extension.id}#begin`,
      meant,
    }),
    ...registerDocumentCommands({ editor, desk, server: current }, context.extensionUri, meant),
    workspace.onDidOpenTextDocument(startFor),
  );
  workspace.textDocuments.forEach(startFor);
  // A folder of reports must not look as if nothing were wrong only because none of them is open.
  void holdsReports().then(found => (found ? current.start() : undefined));
  return current;
}

/** Whether the workspace folders hold reports that are to be checked unopened. */
async function holdsReports(): Promise<boolean> {
  if (workspace.getConfiguration('annualReport').get<string>('workspace.diagnostics') !== 'all') return false;
  for (const glob of [REPORTS_GLOB, `**/${CONFIGURATION_FILE_NAME}`])
    if ((await workspace.findFiles(glob, '**/node_modules/**', 1)).length > 0) return true;
  return false;
}
