import {
  commands,
  env,
  FileType,
  ProgressLocation,
  Selection,
  UIKind,
  Uri,
  window,
  workspace,
  type Disposable,
} from 'vscode';
import { isLockFileName } from '../../server/src/format/reportNames.ts';
import { messageOf } from '../../server/src/messages/text.ts';
import { whyNotWritten } from '../../server/src/messages/whyNotWritten.ts';
import { DOCUMENT_TEXT_SCHEME } from '../../server/src/protocol/documents.ts';
import { LIMITS } from '../../server/src/text/limits.ts';
import type { DocumentDesk, FolderDesk, Trouble } from './documentDesk.ts';
import { nameOf } from './fileNames.ts';
import { displayLanguage, text } from './language.ts';
import { openDraft, workspaceFolder } from './newDocument.ts';

/** VS Code as import and export ask for it. `home`: the user's own folder, where the host has one. */
export function vscodeDocumentDesk(runJob: DocumentDesk['runJob'], home: Uri | undefined): FolderDesk & Disposable {
  const texts = new Map<string, string>();
  const provider = workspace.registerTextDocumentContentProvider(DOCUMENT_TEXT_SCHEME, {
    provideTextDocumentContent: uri => texts.get(uri.toString()),
  });
  const fallback = () => workspaceFolder() ?? home;
  return {
    pickSources: async ({ title, kinds, endings, isMany }) =>
      (await window.showOpenDialog({ title, canSelectMany: isMany, filters: { [kinds]: [...endings] } })) ?? [],
    pickTarget: async proposed => {
      const ending = proposed.path.slice(proposed.path.lastIndexOf('.') + 1);
      return window.showSaveDialog({
        title: text('client.documents.saveTo'),
        defaultUri: proposed,
        filters: { [ending.toUpperCase()]: [ending] },
      });
    },
    pickFolder: async title => {
      const defaultUri = fallback();
      const [folder] =
        (await window.showOpenDialog({
          title,
          canSelectFiles: false,
          canSelectFolders: true,
          ...(defaultUri ? { defaultUri } : {}),
        })) ?? [];
      return folder;
    },
    at: address => Uri.parse(address),
    inside: (folder, name) => Uri.joinPath(folder, name),
    beside: (uri, name) => Uri.joinPath(folderOf(uri, fallback()) ?? uri, name),
    exists: async uri => !('trouble' in (await statOf(uri))),
    read,
    write: async (uri, bytes) => {
      try {
        await workspace.fs.writeFile(uri, bytes);
        return undefined;
      } catch (error) {
        return { trouble: whyNotWritten(displayLanguage(), error) };
      }
    },
    withProgress: async (title, work) => {
      const controller = new AbortController();
      const options = { location: ProgressLocation.Notification, title, cancellable: true };
      const result = await window.withProgress(options, async (_progress, token) => {
        const listener = token.onCancellationRequested(() => {
          controller.abort();
        });
        try {
          return await work(controller.signal);
        } finally {
          listener.dispose();
        }
      });
      return controller.signal.aborted ? undefined : result;
    },
    runJob,
    openDraft: ({ name, text: words, beside }) =>
      openDraft({
        name,
        text: words,
        folder: beside ? folderOf(beside, workspaceFolder()) : workspaceFolder(),
        home,
        cursorAt: 0,
      }),
    showBeginning: async () => {
      const active = window.activeTextEditor;
      if (!active) return;
      const editor = await window.showTextDocument(active.document, active.viewColumn);
      const { range } = editor.document.lineAt(0);
      editor.selection = new Selection(range.start, range.end);
      editor.revealRange(range);
    },
    compare: async (before, after, title) => {
      const left = before instanceof Uri ? before : Uri.from({ scheme: DOCUMENT_TEXT_SCHEME, path: `/${before.name}` });
      if (!(before instanceof Uri)) texts.set(left.toString(), before.text);
      await commands.executeCommand('vscode.diff', left, after, title);
    },
    copy: async words => env.clipboard.writeText(words),
    canOpenOutside: ({ scheme }) => scheme === 'file' && env.uiKind === UIKind.Desktop && env.remoteName === undefined,
    openOutside: async uri => {
      await env.openExternal(uri);
    },
    dispose: () => {
      provider.dispose();
    },
  };
}

/** The folder in which a document lies, or will be saved. */
function folderOf(uri: Uri, fallback: Uri | undefined): Uri | undefined {
  if (!uri.path.includes('/')) return fallback;
  const folder = Uri.joinPath(uri, '..');
  return uri.scheme === 'untitled' ? folder.with({ scheme: fallback?.scheme ?? 'file' }) : folder;
}

async function statOf(uri: Uri): Promise<{ readonly size: number } | Trouble> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    // Pipes and devices, which might never end, are no files.
    if ((type & FileType.File) !== 0) return { size };
  } catch {
    // Said below.
  }
  return { trouble: text('client.documents.unreadable') };
}

async function read(uri: Uri): Promise<Uint8Array | Trouble> {
  if (isLockFileName(nameOf(uri))) return { trouble: text('client.documents.lockFile') };
  const stat = await statOf(uri);
  if ('trouble' in stat) return stat;
  if (stat.size > LIMITS.commandLineBytes) {
    const args = { limit: LIMITS.commandLineBytes / 1024 / 1024 };
    return { trouble: messageOf(displayLanguage(), { message: 'documents.refused.tooLarge', args }) };
  }
  try {
    return await workspace.fs.readFile(uri);
  } catch {
    return { trouble: text('client.documents.unreadable') };
  }
}
