import { Disposable, workspace, type TextDocument, type Uri } from 'vscode';

/** What is shown of a draft, and goes with it to another address. */
interface Follower {
  readonly uri: Uri;
  move(uri: Uri): void;
}

/**
 * Keeps what is shown of drafts, by their addresses, with them: files and folders that are renamed or moved here, and
 * new drafts that are saved as files, of which the editor only says that a document was opened and another one closed.
 */
export function followDrafts<T extends Follower>(shown: Map<string, T>): Disposable {
  const follow = (newAddressOf: (uri: Uri) => Uri | undefined): void => {
    for (const [key, each] of [...shown]) {
      const uri = newAddressOf(each.uri);
      if (!uri || shown.has(uri.toString())) continue;
      shown.delete(key);
      shown.set(uri.toString(), each);
      each.move(uri);
    }
  };
  /** Texts of new drafts when a file was opened last: those that are closed have none any more. */
  const texts = new Map<string, string>();
  return Disposable.from(
    workspace.onDidRenameFiles(({ files }) => {
      follow(uri => {
        for (const { oldUri, newUri } of files) {
          const rest = restBelow(uri, oldUri);
          if (rest !== undefined) return newUri.with({ path: newUri.path + rest });
        }
        return undefined;
      });
    }),
    workspace.onDidOpenTextDocument(document => {
      if (document.isUntitled) return;
      texts.clear();
      for (const each of workspace.textDocuments) if (each.isUntitled) texts.set(each.uri.toString(), each.getText());
    }),
    workspace.onDidCloseTextDocument(({ uri, isUntitled }) => {
      const key = uri.toString();
      const saved = isUntitled ? savedAs(uri, texts.get(key) ?? '') : undefined;
      if (saved) follow(each => (each.toString() === key ? saved.uri : undefined));
    }),
  );
}

/** What follows the path of a file or folder in that of a file; undefined where this is not at or below it. */
function restBelow(uri: Uri, { scheme, authority, path }: Uri): string | undefined {
  const rest = uri.path.slice(path.length);
  const isBelow = uri.path.startsWith(path) && (rest === '' || rest.startsWith('/'));
  return isBelow && uri.scheme === scheme && uri.authority === authority ? rest : undefined;
}

/** The file with the text of a new draft, the one at its path first; undefined for one that was given up. */
function savedAs({ path }: Uri, text: string): TextDocument | undefined {
  if (text.trim() === '') return undefined;
  const files = workspace.textDocuments.filter(each => !each.isUntitled && !each.isClosed && each.getText() === text);
  return files.find(each => each.uri.path === path) ?? files[0];
}
