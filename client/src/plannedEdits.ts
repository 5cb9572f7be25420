import type { TextDocument } from 'vscode';
import type { PlannedEdits } from '../../server/src/protocol/protocol.ts';
import type { Editor } from './editor.ts';
import { nameOf } from './fileNames.ts';

/**
 * Writes what was planned for one version of a document, or says that the document has changed. The one way to write
 * after something was awaited: a person may have typed, another program may have written, the editor may be closed.
 * Whether it was done.
 */
export async function writePlanned(editor: Editor, document: TextDocument, planned: PlannedEdits): Promise<boolean> {
  if (await editor.applyEdits(document, planned)) return true;
  sayNotWritten(editor, document, planned.version);
  return false;
}

/** Says why what was planned for a version was not written: where that is still there, the editor takes nothing. */
export function sayNotWritten(editor: Editor, { uri, isClosed, version }: TextDocument, planned: number): void {
  const isReadOnly = !isClosed && version === planned;
  void editor.warn(editor.say(isReadOnly ? 'client.readOnly' : 'client.notWritten', { name: nameOf(uri) }));
}
