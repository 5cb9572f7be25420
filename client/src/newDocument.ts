import { languages, Position, Range, Uri, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { text as say } from './language.ts';
import { LANGUAGE_ID } from './languageId.ts';

/** Names that are tried: with （2）, （3） … where a file or an open document has the name already. */
const MOST_NAMES = 99;
/** Signs that a file's name may not have on some system. */
const FORBIDDEN = /[\\/:*?"<>|]/g;

/** A draft that has no file yet. */
export interface NewDraft {
  readonly name: string;
  readonly text: string;
  /** Where it will be saved; the user is asked where there is none. */
  readonly folder: Uri | undefined;
  /** What is proposed to the user who is asked: the own folder, where the host has one. */
  readonly home: Uri | undefined;
  /** Offset at which the cursor stands. */
  readonly cursorAt: number;
}

/** The folder in which new drafts are saved: of several that of the document in front; undefined where none is open. */
export function workspaceFolder(): Uri | undefined {
  const active = window.activeTextEditor?.document.uri;
  return ((active && workspace.getWorkspaceFolder(active)) ?? workspace.workspaceFolders?.[0])?.uri;
}

/** Opens a new report with this text in front; the cursor stands at the first prompt. */
export async function openNewReport(home: Uri | undefined, name: string, text: string): Promise<void> {
  await openDraft({ name, text, folder: workspaceFolder(), home, cursorAt: Math.max(0, text.indexOf('<!-- ')) });
}

/** Opens a draft in front that will be saved under its name, or one with a number where there is such a file. */
export async function openDraft({ name, text, folder, home, cursorAt }: NewDraft): Promise<void> {
  const fileName = name.replace(FORBIDDEN, '');
  const file = folder ? await freeFile(folder, fileName) : await askedFile(home, fileName);
  const document = file
    ? await openUnsaved(file, text)
    : await workspace.openTextDocument({ language: LANGUAGE_ID, content: text });
  const cursor = document.positionAt(cursorAt);
  await window.showTextDocument(document, { selection: new Range(cursor, cursor) });
}

/** Opens a text as an untitled document with a path: it is saved there without a question. */
async function openUnsaved(file: Uri, text: string): Promise<TextDocument> {
  const opened = await workspace.openTextDocument(file.with({ scheme: 'untitled' }));
  const document = await languages.setTextDocumentLanguage(opened, LANGUAGE_ID);
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(0, 0), text);
  await workspace.applyEdit(edit);
  return document;
}

/** A file in a folder that is free; undefined where there are too many of the name. */
async function freeFile(folder: Uri, name: string): Promise<Uri | undefined> {
  for (let count = 1; count <= MOST_NAMES; count++) {
    const file = Uri.joinPath(folder, `${name}${count === 1 ? '' : `（${String(count)}）`}.md`);
    if (await isFree(file)) return file;
  }
  return undefined;
}

/**
 * The file that the user chooses for a draft while no folder is open: VS Code saves an untitled document with a path
 * without a question. Undefined where the user gives that up, or chooses a file that is there: then saving asks.
 */
async function askedFile(home: Uri | undefined, name: string): Promise<Uri | undefined> {
  const proposed = home && (await freeFile(home, name));
  const file = await window.showSaveDialog({
    title: say('client.newDraft.saveTo'),
    saveLabel: say('client.newDraft.choose'),
    filters: { Markdown: ['md'] },
    ...(proposed ? { defaultUri: proposed } : {}),
  });
  return file && (await isFree(file)) ? file : undefined;
}

/** Whether neither a file nor an open document has the address. */
async function isFree(file: Uri): Promise<boolean> {
  if (workspace.textDocuments.some(({ uri }) => uri.path === file.path)) return false;
  try {
    await workspace.fs.stat(file);
    return false;
  } catch {
    return true;
  }
}
