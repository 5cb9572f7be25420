import type { Uri } from 'vscode';
import { nameOf } from './fileNames.ts';
import type { Documents } from './readDocument.ts';

/** A file to write. */
export interface Writing {
  /** The document that it was made of, which is never written over. */
  readonly source: Uri;
  readonly target: Uri;
  readonly bytes: Uint8Array;
  /** Said once it is written. */
  readonly told: string;
  /** Whether it is opened at once. */
  readonly isOpened?: boolean;
}

/** Writes a file that the user chose, says so, and offers to open it; or says why it was not written. */
export async function writeDocument({ editor, desk }: Documents, writing: Writing): Promise<void> {
  const { say } = editor;
  const { source, target, bytes, told, isOpened = false } = writing;
  const isSame = target.toString() === source.toString();
  const fault = isSame ? { trouble: say('client.documents.sameFile') } : await desk.write(target, bytes);
  if (fault) {
    void editor.warn(say('client.documents.notWritten', { name: nameOf(target), detail: fault.trouble }));
    return;
  }
  const canOpen = desk.canOpenOutside(target);
  if (isOpened && canOpen) await desk.openOutside(target);
  const open = say('client.documents.open');
  void editor.inform(told, ...(canOpen && !isOpened ? [open] : [])).then(async answer => {
    if (answer === open) await desk.openOutside(target);
  });
}
