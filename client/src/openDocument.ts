import { window, workspace, type TextDocument, type TextEditor, type Uri } from 'vscode';
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

/** The draft at an address; where there is none that says so. */
export async function openDraft(uri: Uri | undefined): Promise<TextDocument | undefined> {
  const document = uri && (await openDocument(uri));
  if (document?.languageId === LANGUAGE_ID) return document;
  await sayNoEditor();
  return undefined;
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

/** Says that a draft has to be open for what is asked. */
export async function sayNoEditor(): Promise<void> {
  await window.showInformationMessage(text('client.noEditor'));
}
