import { commands, window, type Disposable, type TextDocument } from 'vscode';
import { SILENCE_COMMAND, type SilenceEdit } from '../../server/src/protocol/protocol.ts';
import { CHECK_ALL_REQUEST, type CheckedAll } from '../../server/src/protocol/workspace.ts';
import { changeEdition } from './changeEdition.ts';
import { listCitations } from './citations.ts';
import { showCheckList } from './checkList.ts';
import type { Editor, Store } from './editor.ts';
import { reopenInRightEncoding } from './encoding.ts';
import { showEquations } from './equations.ts';
import { registerFixes } from './fixes.ts';
import { text } from './language.ts';
import type { LanguageServer } from './languageServer.ts';
import type { MeantDraft } from './meantDraft.ts';
import { newReport, newReportOfKind } from './newReport.ts';
import { sayNoEditor } from './openDocument.ts';
import { registerPasting } from './paste.ts';
import type { Recogniser } from './recognise.ts';
import { showRulePage } from './rulePages.ts';
import { insertSentence } from './sentences.ts';
import { silenceInSettings } from './silence.ts';
import { tidyTable } from './tidyTable.ts';

/** What the commands work on. */
interface Parts {
  readonly editor: Editor;
  readonly server: LanguageServer;
  readonly recogniser: Recogniser;
  readonly store: Store;
  /** Id of the walkthrough, with that of the extension. */
  readonly walkthrough: string;
  readonly meant: MeantDraft;
}

/** Registers the commands that package.json contributes. */
export function registerCommands({ editor, server, recogniser, store, walkthrough, meant }: Parts): Disposable[] {
  const withDraft = async (action: (draft: TextDocument) => Promise<void>) => {
    const draft = await meant();
    if (draft) await action(draft);
  };
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
    commands.registerCommand('annualReport.newReport', () => newReport(editor, store, server, new Date())),
    commands.registerCommand('annualReport.newReportOfKind', () => newReportOfKind(editor, store, server, new Date())),
    commands.registerCommand('annualReport.openWalkthrough', () =>
      commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false),
    ),
    commands.registerCommand('annualReport.checkAll', () => checkAll(server)),
    commands.registerCommand('annualReport.showCheckList', () => withDraft(draft => showCheckList(server, draft))),
    commands.registerCommand('annualReport.changeEdition', () =>
      withDraft(draft => changeEdition(editor, server, draft)),
    ),
    commands.registerCommand('annualReport.showRulePage', (rule?: unknown) => showRulePage(editor, rule)),
    commands.registerCommand('annualReport.listCitations', () => listCitations(server)),
    commands.registerCommand('annualReport.insertSentence', () => insertSentence(editor, server)),
    commands.registerCommand('annualReport.tidyTable', (place?: unknown) => tidyTable(editor, server, place)),
    commands.registerCommand(SILENCE_COMMAND, (silence?: unknown) =>
      silenceInSettings(editor, (method, params) => server.ask<SilenceEdit>(method, params), silence),
    ),
    ...registerFixes(editor, server),
    ...registerPasting(editor, server),
    commands.registerCommand('annualReport.showEquations', (place?: unknown) => showEquations(server, place)),
  ];
}

/** Progress and results are told of where they are shown; where there is nothing to show, that is said. */
async function checkAll(server: LanguageServer): Promise<void> {
  const checked = await server.ask<CheckedAll | null>(CHECK_ALL_REQUEST, {});
  if (!checked) void window.showWarningMessage(text('client.noServer'));
  else if (checked.reports === 0) void window.showInformationMessage(text('client.workspace.none'));
}

async function withDocument(action: (document: TextDocument) => Promise<void>): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document) await action(document);
  else await sayNoEditor();
}
