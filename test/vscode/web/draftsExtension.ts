// An extension that holds the drafts of the workspace in memory, as that of a web host holds those of a repository.
import * as vscode from 'vscode';

/** The fixtures, by name, in Base64; the launcher puts them in. */
declare const FIXTURES: Readonly<Record<string, string>>;

/** What VS Code gives to extensions that come with it alone. */
interface SearchProviders {
  registerFileSearchProvider(
    scheme: string,
    provider: { provideFileSearchResults(query: unknown, options: { readonly folder: vscode.Uri }): vscode.Uri[] },
  ): vscode.Disposable;
}

const SCHEME = 'drafts';
const ROOT = '/年报 草稿';

class Drafts implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  readonly #files = new Map<string, { readonly bytes: Uint8Array; readonly mtime: number }>();
  readonly #folders = new Set(['/', ROOT]);

  constructor() {
    for (const [name, content] of Object.entries(FIXTURES))
      this.#files.set(`${ROOT}/${name}`, {
        bytes: Uint8Array.from(atob(content), sign => sign.charCodeAt(0)),
        mtime: Date.now(),
      });
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(uri.path);
    if (file) return { type: vscode.FileType.File, ctime: 0, mtime: file.mtime, size: file.bytes.length };
    if (this.#folders.has(trimmed(uri.path))) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const begin = `${trimmed(uri.path) === '/' ? '' : trimmed(uri.path)}/`;
    const names = (paths: Iterable<string>, type: vscode.FileType) =>
      [...paths].flatMap((path): [string, vscode.FileType][] => {
        const name = path.startsWith(begin) ? path.slice(begin.length) : '';
        return name === '' || name.includes('/') ? [] : [[name, type]];
      });
    return [...names(this.#folders, vscode.FileType.Directory), ...names(this.#files.keys(), vscode.FileType.File)];
  }

  createDirectory(uri: vscode.Uri): void {
    this.#folders.add(trimmed(uri.path));
    this.#tell(vscode.FileChangeType.Created, uri);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.#files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file.bytes;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    const type = this.#files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#files.set(uri.path, { bytes: Uint8Array.from(content), mtime: Date.now() });
    this.#tell(type, uri);
  }

  delete(uri: vscode.Uri): void {
    const path = trimmed(uri.path);
    if (!this.#files.has(path) && !this.#folders.has(path)) throw vscode.FileSystemError.FileNotFound(uri);
    for (const held of [this.#files, this.#folders])
      for (const each of held.keys()) if (each === path || each.startsWith(`${path}/`)) held.delete(each);
    this.#tell(vscode.FileChangeType.Deleted, uri);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    const isInside = (path: string) => path === from.path || path.startsWith(`${from.path}/`);
    const moved = (path: string) => to.path + path.slice(from.path.length);
    for (const path of [...this.#folders].filter(isInside)) this.#folders.add(moved(path)).delete(path);
    for (const [path, file] of [...this.#files].filter(([each]) => isInside(each)))
      this.#files.set(moved(path), file).delete(path);
    this.#tell(vscode.FileChangeType.Deleted, from);
    this.#tell(vscode.FileChangeType.Created, to);
  }

  provideFileSearchResults(_query: unknown, { folder }: { readonly folder: vscode.Uri }): vscode.Uri[] {
    return [...this.#files.keys()]
      .filter(path => path.startsWith(`${trimmed(folder.path)}/`))
      .map(path => folder.with({ path }));
  }

  #tell(type: vscode.FileChangeType, uri: vscode.Uri): void {
    this.#changed.fire([{ type, uri }]);
  }
}

const trimmed = (path: string) => (path.length > 1 ? path.replace(/\/$/, '') : path);

export function activate(context: vscode.ExtensionContext): void {
  const drafts = new Drafts();
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider(SCHEME, drafts, { isCaseSensitive: true }),
    (vscode.workspace as unknown as SearchProviders).registerFileSearchProvider(SCHEME, drafts),
  );
}
