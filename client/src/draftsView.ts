import type { Uri } from 'vscode';
import {
  EventEmitter,
  TabInputText,
  TabInputTextDiff,
  ThemeIcon,
  TreeItem,
  window,
  workspace,
  type Disposable,
  type TreeDataProvider,
  type TreeView,
} from 'vscode';
import { REPORTS_GLOB } from '../../server/src/format/reportNames.ts';
import type { StatusParams } from '../../server/src/protocol/protocol.ts';
import type { WorkspaceStatus } from '../../server/src/protocol/workspace.ts';
import { decodeText } from '../../server/src/text/decode.ts';
import { LIMITS } from '../../server/src/text/limits.ts';
import { draftEntry, headOf, type DraftHead } from './draftEntries.ts';
import { stemOf } from './fileNames.ts';
import { text } from './language.ts';
import { LANGUAGE_ID } from './languageId.ts';
import { workspaceWords } from './workspaceWords.ts';

const VIEW = 'annualReport.drafts';

/**
 * The drafts in the side bar: open ones, and the workspace's files that are named as reports, each with its body, its
 * year and how far it is. Without any VS Code shows the welcome text in their place.
 */
export class DraftsView implements TreeDataProvider<Uri>, Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  /** What was said last of each draft since the window was opened. */
  readonly #status = new Map<string, StatusParams>();
  readonly #heads = new Map<string, { readonly mtime: number; readonly head: DraftHead }>();
  readonly #subscriptions: Disposable[];
  readonly #view: TreeView<Uri>;
  #files: Promise<readonly Uri[]> | undefined;

  constructor() {
    const watcher = workspace.createFileSystemWatcher(REPORTS_GLOB);
    const filesChanged = () => {
      this.#files = undefined;
      this.#changed.fire();
    };
    const documentsChanged = () => {
      this.#changed.fire();
    };
    this.#view = window.createTreeView(VIEW, { treeDataProvider: this });
    this.#subscriptions = [
      watcher,
      watcher.onDidCreate(filesChanged),
      watcher.onDidDelete(uri => {
        this.#status.delete(uri.toString());
        filesChanged();
      }),
      watcher.onDidChange(uri => {
        // One that is not open was changed by somebody else: what was said of it holds no more.
        if (!openDrafts().some(open => open.toString() === uri.toString())) this.#status.delete(uri.toString());
        documentsChanged();
      }),
      workspace.onDidChangeWorkspaceFolders(filesChanged),
      workspace.onDidOpenTextDocument(documentsChanged),
      workspace.onDidCloseTextDocument(documentsChanged),
      window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        if (opened.length + closed.length > 0) documentsChanged();
      }),
      this.#changed,
      this.#view,
    ];
  }

  /** Notes what the server says of the draft at an address. */
  note(address: string, params: StatusParams): void {
    const before = this.#status.get(address);
    this.#status.set(address, params);
    if (!before || shown(before) !== shown(params)) this.#changed.fire();
  }

  /** Says above the list how far the reports of the workspace are checked. */
  noteWorkspace(status: WorkspaceStatus): void {
    // An empty message takes no room.
    this.#view.message = workspaceWords(text, status) ?? '';
    // Others may be there now: of a folder that goes nothing is told of the files in it.
    if (status.waiting > 0) return;
    this.#files = undefined;
    this.#changed.fire();
  }

  async getChildren(parent?: Uri): Promise<Uri[]> {
    if (parent) return [];
    this.#files ??= Promise.resolve(workspace.findFiles(REPORTS_GLOB, '**/node_modules/**', LIMITS.closedDrafts));
    const byAddress = new Map([...openDrafts(), ...(await this.#files)].map(uri => [uri.toString(), uri]));
    return [...byAddress.values()].sort((a, b) => a.path.localeCompare(b.path, 'zh'));
  }

  async getTreeItem(uri: Uri): Promise<TreeItem> {
    const name = stemOf(uri);
    const status = this.#status.get(uri.toString());
    const { label, description } = draftEntry(text, name, await this.#headOf(uri, name), status);
    const item = new TreeItem(label);
    item.id = uri.toString();
    // Folders that are open together may hold reports of the same units.
    const several = (workspace.workspaceFolders?.length ?? 0) > 1;
    const folder = several ? workspace.getWorkspaceFolder(uri)?.name : undefined;
    item.description = folder === undefined ? description : `${description} · ${folder}`;
    item.tooltip = workspace.asRelativePath(uri);
    item.iconPath = ThemeIcon.File;
    item.resourceUri = uri;
    item.command = { command: 'vscode.open', title: label, arguments: [uri] };
    return item;
  }

  dispose(): void {
    this.#subscriptions.forEach(subscription => void subscription.dispose());
  }

  /** Body and year of a draft: of the open document, else of the file, which is read again when it has changed. */
  async #headOf(uri: Uri, name: string): Promise<DraftHead> {
    const open = workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
    if (open) return headOf(name, open.getText());
    try {
      const { mtime, size } = await workspace.fs.stat(uri);
      const known = this.#heads.get(uri.toString());
      if (known?.mtime === mtime) return known.head;
      const content = size > LIMITS.fileBytes ? null : decodeText(await workspace.fs.readFile(uri));
      const head = headOf(name, content ?? '');
      this.#heads.set(uri.toString(), { mtime, head });
      return head;
    } catch {
      return headOf(name, '');
    }
  }
}

/**
 * Addresses of the drafts that are open, but for older versions in a comparison, and for those that have no tab any
 * more: VS Code keeps what an extension opened for minutes, be the file deleted meanwhile.
 */
function openDrafts(): Uri[] {
  const shown = new Set(
    window.tabGroups.all.flatMap(({ tabs }) =>
      tabs.flatMap(({ input }) => {
        if (input instanceof TabInputText) return [input.uri.toString()];
        return input instanceof TabInputTextDiff ? [input.modified.toString()] : [];
      }),
    ),
  );
  // Not every kind of tab says what it shows.
  for (const { document } of window.visibleTextEditors) shown.add(document.uri.toString());
  return workspace.textDocuments
    .filter(
      ({ languageId, uri, isClosed, isDirty }) =>
        languageId === LANGUAGE_ID &&
        !isClosed &&
        (isDirty || shown.has(uri.toString())) &&
        (uri.scheme === 'untitled' || workspace.fs.isWritableFileSystem(uri.scheme) !== undefined),
    )
    .map(({ uri }) => uri);
}

/** What the list shows of a status: others need not show it anew. */
function shown({ version: _, uri: __, ...rest }: StatusParams): string {
  return JSON.stringify(rest);
}
