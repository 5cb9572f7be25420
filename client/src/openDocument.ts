import { workspace, type TextDocument, type Uri } from 'vscode';

/** The document at an address, opened where it is not; undefined where it is gone. */
export async function openDocument(uri: Uri): Promise<TextDocument | undefined> {
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}
