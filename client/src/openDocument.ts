import { commands, window, workspace, type TextDocument, type TextEditor, type Uri } from 'vscode';
import { text } from './language.ts';
import { LANGUAGE_ID } from './languageId.ts';

/** The document at an address, opened where it is not; undefined where it is gone. */
export async function openDocument(uri: Uri): Promise<TextDocument | undefined> {
  // To open one that was closed would make another, empty one.
  if (uri.scheme === 'untitled') return workspace.textDocuments.find(each => each.uri.toString() === uri.toString());
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** The editor in front where it shows a draft; where it does not that is said. */
export async function editorInFront(): Promise<TextEditor | undefined> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === LANGUAGE_ID) return editor;
  await sayNoEditor();
  return undefined;
}

/** Says why there is nothing to show or write: nobody answered, or what the answer means. */
export async function sayNothing(answer: object | null | undefined, meaning: string): Promise<void> {
  if (answer === undefined) await window.showWarningMessage(text('client.noServer'));
  else await window.showInformationMessage(meaning);
}

/** Says that a draft has to be open for what is asked, and offers what opens one. */
export async function sayNoEditor(): Promise<void> {
  const [create, read] = [text('client.newReport.title'), text('client.noEditor.import')];
  const answer = await window.showInformationMessage(text('client.noEditor'), create, read);
  if (answer === create) await commands.executeCommand('annualReport.newReport');
  else if (answer === read) await commands.executeCommand('annualReport.importDocument');
}
