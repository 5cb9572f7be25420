import { commands, Uri, type Disposable } from 'vscode';
import type { ExportForm } from '../../server/src/documents/job.ts';
import { annotateDocument } from './annotateDocument.ts';
import { openClipboardPage } from './clipboardPanel.ts';
import { exportDraft, type CheckedDocuments } from './exportDraft.ts';
import { importDocuments } from './importDocument.ts';
import { compareWithLastYear, newFromLastYear, type AskingDocuments } from './lastYear.ts';
import type { MeantDraft } from './meantDraft.ts';

/** Registers the commands that read documents as drafts, and write drafts as documents. */
export function registerDocumentCommands(
  documents: CheckedDocuments & AskingDocuments,
  extensionUri: Uri,
  meant: MeantDraft,
): Disposable[] {
  const exported = async (form: ExportForm, named: unknown, isCopied = false) => {
    const draft = await meant(named);
    if (draft) await exportDraft(documents, form, draft, isCopied);
  };
  return [
    // The explorer gives the file under the mouse, then all that are selected.
    commands.registerCommand('annualReport.importDocument', (uri?: unknown, all?: unknown) =>
      importDocuments(documents, addresses(all).length > 0 ? addresses(all) : addresses([uri])),
    ),
    // The title of an editor that cannot show the document gives the document, then its own place in the window.
    commands.registerCommand('annualReport.readAsDraft', (uri?: unknown) =>
      importDocuments(documents, addresses([uri])),
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
    commands.registerCommand('annualReport.compareWithLastYear', async (uri?: unknown) => {
      const draft = await meant(uri);
      if (draft) await compareWithLastYear(documents, draft);
    }),
  ];
}

function addresses(values: unknown): readonly Uri[] {
  return Array.isArray(values) ? values.filter(value => value instanceof Uri) : [];
}
