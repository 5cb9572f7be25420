import { commands, Uri, window, type Disposable, type TextDocument } from 'vscode';
import type { ExportForm } from '../../server/src/documents/job.ts';
import { annotateDocument } from './annotateDocument.ts';
import { openClipboardPage } from './clipboardPanel.ts';
import { exportDraft, type CheckedDocuments } from './exportDraft.ts';
import { importDocuments } from './importDocument.ts';
import { compareWithLastYear, newFromLastYear, type AskingDocuments } from './lastYear.ts';
import { openDocument } from './openDocument.ts';

/** Registers the commands that read documents as drafts, and write drafts as documents. */
export function registerDocumentCommands(
  documents: CheckedDocuments & AskingDocuments,
  extensionUri: Uri,
): Disposable[] {
  const exported = async (form: ExportForm, named: unknown, isCopied = false) => {
    await exportDraft(documents, form, await draftOf(named), isCopied);
  };
  return [
    // The explorer gives the file under the mouse, then all that are selected.
    commands.registerCommand('annualReport.importDocument', (uri?: unknown, all?: unknown) =>
      importDocuments(documents, addresses(all).length > 0 ? addresses(all) : addresses([uri])),
    ),
    commands.registerCommand('annualReport.importClipboard', () => {
      openClipboardPage(documents, extensionUri);
    }),
    commands.registerCommand('annualReport.exportDocx', (uri?: unknown) => exported('docx', uri)),
    commands.registerCommand('annualReport.exportHtml', (uri?: unknown) => exported('html', uri)),
    commands.registerCommand('annualReport.copyHtml', (uri?: unknown) => exported('html', uri, true)),
    commands.registerCommand('annualReport.print', (uri?: unknown) => exported('print', uri)),
    commands.registerCommand('annualReport.annotateDocument', (uri?: unknown) =>
      annotateDocument(documents, addresses([uri])[0]),
    ),
    commands.registerCommand('annualReport.newFromLastYear', (uri?: unknown) =>
      newFromLastYear(documents, addresses([uri])[0], new Date()),
    ),
    commands.registerCommand('annualReport.compareWithLastYear', async (uri?: unknown) =>
      compareWithLastYear(documents, await draftOf(uri)),
    ),
  ];
}

function addresses(values: unknown): readonly Uri[] {
  return Array.isArray(values) ? values.filter(value => value instanceof Uri) : [];
}

/** The draft that a menu names, else the one in front. */
async function draftOf(named: unknown): Promise<TextDocument | undefined> {
  return named instanceof Uri ? await openDocument(named) : window.activeTextEditor?.document;
}
