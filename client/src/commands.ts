import {
  commands,
  CompletionItemKind,
  Position,
  SnippetString,
  Uri,
  window,
  workspace,
  type CompletionList,
  type Disposable,
  type TextDocument,
} from 'vscode';
import { changeEdition } from './changeEdition.ts';
import { listCitations } from './citations.ts';
import type { Editor } from './editor.ts';
import { reopenInRightEncoding } from './encoding.ts';
import { showEquations } from './equations.ts';
import { text } from './language.ts';
import { LANGUAGE_ID } from './languageId.ts';
import type { LanguageServer } from './languageServer.ts';
import { registerPasting } from './paste.ts';
import type { Recogniser } from './recognise.ts';
import { showRulePage } from './rulePages.ts';
import { insertSentence } from './sentences.ts';
import { tidyTable } from './tidyTable.ts';

/** What the commands work on. */
interface Parts {
  readonly editor: Editor;
  readonly server: LanguageServer;
  readonly recogniser: Recogniser;
}

/** Registers the commands that package.json contributes. */
export function registerCommands({ editor, server, recogniser }: Parts): Disposable[] {
  return [
    commands.registerCommand('annualReport.restartServer', () => server.restart()),
    commands.registerCommand('annualReport.showLog', () => server.log.show()),
    commands.registerCommand('annualReport.treatAsReport', () =>
      withDocument(document => recogniser.treatAsReport(document)),
    ),
    commands.registerCommand('annualReport.stopTreatingAsReport', () =>
      withDocument(document => recogniser.stopTreatingAsReport(document)),
    ),
    commands.registerCommand('annualReport.reopenAsGb18030', () => withDocument(reopenInRightEncoding)),
    commands.registerCommand('annualReport.openPreview', (uri?: unknown) => openPreview(uri)),
    commands.registerCommand('annualReport.newReport', () => newReport(server)),
    commands.registerCommand('annualReport.changeEdition', () =>
      withDocument(document => changeEdition(editor, document)),
    ),
    commands.registerCommand('annualReport.showRulePage', (rule?: unknown) => showRulePage(editor, rule)),
    commands.registerCommand('annualReport.listCitations', () => listCitations(server)),
    commands.registerCommand('annualReport.insertSentence', () => insertSentence(server)),
    commands.registerCommand('annualReport.tidyTable', (place?: unknown) => tidyTable(server, place)),
    ...registerPasting(server),
    commands.registerCommand('annualReport.showEquations', (place?: unknown) => showEquations(server, place)),
  ];
}

async function withDocument(action: (document: TextDocument) => Promise<void>): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document) await action(document);
  else await window.showInformationMessage(text('client.noEditor'));
}

/** VS Code's own Markdown preview; it takes an address, whatever the document's language. */
async function openPreview(uri: unknown): Promise<void> {
  const target = uri instanceof Uri ? uri : window.activeTextEditor?.document.uri;
  if (target) await commands.executeCommand('markdown.showPreviewToSide', target);
}

/** Opens a new document with the skeleton of a whole report, tab stops in every blank. */
async function newReport(server: LanguageServer): Promise<void> {
  const document = await workspace.openTextDocument({ language: LANGUAGE_ID, content: '' });
  const editor = await window.showTextDocument(document);
  await server.start();
  const completions = await commands.executeCommand<CompletionList | undefined>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    new Position(0, 0),
    undefined,
    RESOLVED_ITEMS,
  );
  // In an empty document the whole report is what the server offers as a file.
  const skeleton = completions?.items.find(
    item => item.kind === CompletionItemKind.File && item.insertText instanceof SnippetString,
  );
  if (skeleton?.insertText instanceof SnippetString)
    await editor.insertSnippet(skeleton.insertText, new Position(0, 0));
  else await window.showWarningMessage(text('client.noSkeleton'));
}

const RESOLVED_ITEMS = 50;
