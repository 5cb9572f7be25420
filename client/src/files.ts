import { Disposable, FileSystemError, FileType, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { REPORT_FILES_GLOB, REPORTS_GLOB } from '../../server/src/format/reportNames.ts';
import { LIMITS } from '../../server/src/text/limits.ts';
import {
  CONFIGURATION_FILE_CHANGED_NOTIFICATION,
  CONFIGURATION_FILE_NAME,
  CONFIGURATION_FILE_REQUEST,
  DRAFTS_REQUEST,
  FILES_REQUEST,
  LOOK_AT_FILES_NOTIFICATION,
  type ConfigurationFileParams,
  type ConfigurationFileResult,
  type DraftsResult,
  type FilesParams,
  type FilesResult,
} from '../../server/src/protocol/protocol.ts';
import {
  REPORT_FILES_REQUEST,
  REPORT_TEXT_REQUEST,
  type ReportFile,
  type ReportFiles,
  type ReportText,
  type ReportTextParams,
} from '../../server/src/protocol/workspace.ts';
import { decodeFile, type DecodedText } from '../../server/src/text/decode.ts';
import type { LanguageServer } from './languageServer.ts';
import { workingFile } from './workingFile.ts';

/** Folders that hold no reports of the user's. */
const NOT_OURS = '**/node_modules/**';
/** Files that are asked for at once. */
const AT_ONCE = 64;

/** Answers the server's requests for files: it reads none itself in the editor, so that virtual workspaces work. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(CONFIGURATION_FILE_REQUEST, (params: ConfigurationFileParams) =>
    nearestConfigurationFile(workingFile(Uri.parse(params.uri))),
  );
  client.onRequest(DRAFTS_REQUEST, () => drafts());
  client.onRequest(FILES_REQUEST, (params: FilesParams) => filesAt(params));
  client.onRequest(REPORT_FILES_REQUEST, () => reportFiles());
  client.onRequest(REPORT_TEXT_REQUEST, (params: ReportTextParams) => reportText(Uri.parse(params.uri)));
}

/** Tells the server when a configuration file appears, changes or goes. */
export function watchConfigurationFiles(server: LanguageServer): Disposable {
  const watcher = workspace.createFileSystemWatcher(`**/${CONFIGURATION_FILE_NAME}`);
  const changed = () => server.notify(CONFIGURATION_FILE_CHANGED_NOTIFICATION);
  watcher.onDidCreate(changed);
  watcher.onDidChange(changed);
  watcher.onDidDelete(changed);
  // In a folder that nobody watches, what is saved here is known all the same.
  const saved = workspace.onDidSaveTextDocument(({ uri }) => {
    if (uri.path.endsWith(`/${CONFIGURATION_FILE_NAME}`)) changed();
  });
  return Disposable.from(watcher, saved);
}

/** Has the server look for files that other programs changed when somebody comes back: not every drive is watched. */
export function lookWhenBack(server: LanguageServer): Disposable {
  return window.onDidChangeWindowState(({ focused }) => {
    if (focused) server.notify(LOOK_AT_FILES_NOTIFICATION);
  });
}

/**
 * The nearest configuration file upward from a draft, not beyond its workspace folder; a draft outside every folder
 * has at most the one beside it. Null when there is none or the draft has no place (untitled).
 */
async function nearestConfigurationFile(draft: Uri): Promise<ConfigurationFileResult | null> {
  if (draft.scheme === 'untitled') return null;
  const root = workspace.getWorkspaceFolder(draft)?.uri;
  let folder = Uri.joinPath(draft, '..');
  for (;;) {
    const uri = Uri.joinPath(folder, CONFIGURATION_FILE_NAME);
    if (await isPresent(uri)) return { uri: uri.toString(), ...(await decoded(uri)) };
    const parent = Uri.joinPath(folder, '..');
    if (root === undefined || folder.path === root.path || parent.path === folder.path) return null;
    folder = parent;
  }
}

/** Whether something other than a folder has this address, also what cannot be read. */
async function isPresent(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.Directory) === 0;
  } catch (error) {
    return error instanceof FileSystemError && error.code === 'NoPermissions';
  }
}

/** The drafts in the workspace folders. */
async function drafts(): Promise<DraftsResult> {
  return { drafts: await entriesOf(await workspace.findFiles(REPORTS_GLOB, NOT_OURS, LIMITS.closedDrafts)) };
}

/** The files in the workspace folders that may be reports. */
async function reportFiles(): Promise<ReportFiles> {
  const found = await workspace.findFiles(REPORT_FILES_GLOB, NOT_OURS, LIMITS.workspaceFiles + 1);
  const files = await entriesOf(found.slice(0, LIMITS.workspaceFiles));
  return found.length > LIMITS.workspaceFiles ? { files, isCut: true } : { files };
}

/** Text of one of them. */
async function reportText(uri: Uri): Promise<ReportText> {
  if (!workspace.getWorkspaceFolder(uri)) return { text: null };
  const { text } = await decoded(uri);
  return text === null && (await isAbsent(uri)) ? { text, isMissing: true } : { text };
}

/** Whether nothing has this address, which one that cannot be reached does not tell. */
async function isAbsent(uri: Uri): Promise<boolean> {
  return Promise.resolve(workspace.fs.stat(uri)).then(
    () => false,
    (error: unknown) => error instanceof FileSystemError && error.code === 'FileNotFound',
  );
}

/** Files that are there, with what changes when they do; asked for in parts, since there may be many. */
async function entriesOf(found: readonly Uri[]): Promise<readonly ReportFile[]> {
  const entries: ReportFile[] = [];
  for (let at = 0; at < found.length; at += AT_ONCE) {
    const part = found.slice(at, at + AT_ONCE).map(async uri => {
      try {
        const { mtime, size } = await workspace.fs.stat(uri);
        return [{ uri: uri.toString(), version: `${String(mtime)} ${String(size)}`, bytes: size }];
      } catch {
        return [];
      }
    });
    entries.push(...(await Promise.all(part)).flat());
  }
  return entries;
}

/** The files at an address; of a folder those directly in it, links left out. */
async function filesAt({ draft, uri, ending, outsideBy }: FilesParams): Promise<FilesResult> {
  const place = Uri.parse(uri);
  if (!isAllowed(place, workingFile(Uri.parse(draft)), outsideBy)) return { files: [], refusals: ['outside'] };
  try {
    if (outsideBy === undefined && (await leadsThroughLink(place, Uri.joinPath(workingFile(Uri.parse(draft)), '..'))))
      return { files: [], refusals: ['outside'] };
    const { type } = await workspace.fs.stat(place);
    const found =
      (type & FileType.Directory) === 0 ? { files: [place], hasLinks: false } : await filesIn(place, ending);
    const files = await Promise.all(
      found.files
        .slice(0, LIMITS.filesInPlace)
        .map(async file => ({ uri: file.toString(), text: (await decoded(file)).text })),
    );
    return {
      files,
      refusals: [
        ...(found.hasLinks ? (['outside'] as const) : []),
        ...(found.files.length > LIMITS.filesInPlace ? (['tooMany'] as const) : []),
      ],
    };
  } catch {
    return { files: [], refusals: ['missing'] };
  }
}

/**
 * A place outside of every workspace folder and of the draft's own is read only where the user's own settings name it.
 */
function isAllowed(place: Uri, draft: Uri, outsideBy: FilesParams['outsideBy']): boolean {
  if (workspace.getWorkspaceFolder(place)) return true;
  if (outsideBy === undefined) return workspace.getWorkspaceFolder(draft) === undefined;
  const values = workspace.getConfiguration('annualReport', draft).inspect(outsideBy);
  return (
    values?.globalValue !== undefined &&
    values.workspaceValue === undefined &&
    values.workspaceFolderValue === undefined
  );
}

/**
 * Whether a place in a workspace folder, or else in the draft's own, is reached through a link, which may lead
 * anywhere.
 */
async function leadsThroughLink(place: Uri, folder: Uri): Promise<boolean> {
  const root = workspace.getWorkspaceFolder(place)?.uri ?? folder;
  for (let each = place; each.path !== root.path; each = Uri.joinPath(each, '..')) {
    if (((await workspace.fs.stat(each)).type & FileType.SymbolicLink) !== 0) return true;
    if (each.path.length <= root.path.length) break;
  }
  return false;
}

/** What a folder holds with an ending, folders left out; links, which may lead anywhere, are not followed. */
async function filesIn(
  folder: Uri,
  ending: string,
): Promise<{ readonly files: readonly Uri[]; readonly hasLinks: boolean }> {
  const entries = (await workspace.fs.readDirectory(folder)).filter(
    ([name, type]) => (type & FileType.Directory) === 0 && name.toLowerCase().endsWith(ending),
  );
  const isLink = ([, type]: [string, FileType]): boolean => (type & FileType.SymbolicLink) !== 0;
  return {
    files: entries.filter(entry => !isLink(entry)).map(([name]) => Uri.joinPath(folder, name)),
    hasLinks: entries.some(isLink),
  };
}

/**
 * Content of a file, without text for what cannot be read, is neither UTF-8 nor GB18030, is too large, or is no file:
 * pipes and devices, which might never end, are not opened.
 */
async function decoded(file: Uri): Promise<DecodedText> {
  try {
    const { type, size } = await workspace.fs.stat(file);
    if ((type & FileType.File) === 0 || size > LIMITS.fileBytes) return { text: null };
    return decodeFile(await workspace.fs.readFile(file));
  } catch {
    return { text: null };
  }
}
