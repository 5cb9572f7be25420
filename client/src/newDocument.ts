import { languages, Position, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { LANGUAGE_ID } from './languageId.ts';

/** Names that are tried: with （2）, （3） … where a file or an open document has the name already. */
const MOST_NAMES = 99;
/** Signs that a file's name may not have on some system. */
const FORBIDDEN = /[\\/:*?"<>|]/g;

/** A draft that has no file yet. */
export interface NewDraft {
  readonly name: string;
  readonly text: string;
  /** Where saving proposes to put it. */
  readonly folder: Uri | undefined;
  /** Offset at which the cursor stands. */
  readonly cursorAt: number;
}

/**
 * Opens a new report with this text in front; the cursor stands at the first prompt. `home`: the folder to save in
 * where no folder is open.
 */
export async function openNewReport(home: Uri | undefined, name: string, text: string): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri ?? home;
  await openDraft({ name, text, folder, cursorAt: Math.max(0, text.indexOf('<!-- ')) });
}

/** Opens a draft in front that will be saved under its name, or one with a number where there is such a file. */
export async function openDraft({ name, text, folder, cursorAt }: NewDraft): Promise<void> {
  const opened = await workspace.openTextDocument(await freeAddress(folder, name.replace(FORBIDDEN, '')));
  const document = await languages.setTextDocumentLanguage(opened, LANGUAGE_ID);
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(0, 0), text);
  await workspace.applyEdit(edit);
  const cursor = document.positionAt(cursorAt);
  await window.showTextDocument(document, { selection: new Range(cursor, cursor) });
}

/**
 * An address in a folder that no file and no open document has. As an untitled document with a path, it is saved under
 * this name.
 */
async function freeAddress(folder: Uri | undefined, name: string): Promise<Uri> {
  if (!folder) return Uri.from({ scheme: 'untitled', path: '' });
  const open = new Set(workspace.textDocuments.map(({ uri }) => uri.path));
  for (let count = 1; count <= MOST_NAMES; count++) {
    const file = Uri.joinPath(folder, `${name}${count === 1 ? '' : `（${String(count)}）`}.md`);
    if (!open.has(file.path) && !(await exists(file))) return file.with({ scheme: 'untitled' });
  }
  return Uri.from({ scheme: 'untitled', path: '' });
}

async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
