import { constants, type Stats } from 'node:fs';
import { lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDraftFileName } from '../format/reportNames.ts';
import { LIMITS } from '../text/limits.ts';
import type { FilesParams, FilesResult } from '../protocol/protocol.ts';
import type { ReportFile, ReportFiles } from '../protocol/workspace.ts';
import { decodeFile, type DecodedText } from '../text/decode.ts';
import { configurationFileCandidates, type Host } from './host.ts';

/** Host over the files of the disk; addresses of any other kind have none. */
export const diskHost: Host = {
  now: () => new Date(),
  configurationFile: async uri => {
    if (!uri.startsWith('file:')) return null;
    for (const candidate of configurationFileCandidates(uri)) {
      try {
        const path = fileURLToPath(candidate);
        if (await isPresent(path)) return { uri: candidate, ...(await contentAt(path)) };
      } catch {
        // No path of this system: neither has it a file.
      }
    }
    return null;
  },
  // Without the editor's list of files a walk through all folders would be needed.
  drafts: async () => [],
  reportFiles: folders => reportFilesBelow(folders.flatMap(folder => pathOfFile(folder) ?? [])),
  reportText: async ({ uri }) => {
    const path = pathOfFile(uri);
    if (path === undefined) return { text: null };
    const { text } = await contentAt(path);
    return text === null && (await isAbsent(path)) ? { text, isMissing: true } : { text };
  },
  files: async ({ uri, root, ending, outsideBy }) => {
    // Who set it is not known here, so nothing outside the workspace is read.
    if (outsideBy !== undefined) return { files: [], refusals: ['outside'] };
    if (!uri.startsWith('file:') || !root.startsWith('file:')) return { files: [], refusals: ['missing'] };
    try {
      return await filesAt(fileURLToPath(uri), ending, [fileURLToPath(root)]);
    } catch {
      return { files: [], refusals: ['missing'] };
    }
  },
};

function pathOfFile(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The files below some folders that may be reports; hidden folders, those of packages and links are not entered, since
 * links may lead anywhere. Never rejects.
 */
export async function reportFilesBelow(roots: readonly string[]): Promise<ReportFiles> {
  const files: ReportFile[] = [];
  const folders = [...roots];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && entry.name !== 'node_modules') folders.push(path);
      } else if (entry.isFile() && isDraftFileName(entry.name)) {
        if (files.length >= LIMITS.workspaceFiles) return { files, isCut: true };
        const info = await stat(path).catch(() => undefined);
        if (info) files.push({ uri: pathToFileURL(path).href, version: versionOf(info), bytes: info.size });
      }
    }
  }
  return { files };
}

function versionOf({ mtimeMs, size }: Stats): string {
  return `${String(mtimeMs)} ${String(size)}`;
}

/**
 * The file at a path, or the files with an ending directly in the folder there, as far as they lie below one of the
 * roots, links followed; a file that cannot be read has no text. Never rejects.
 */
export async function filesAt(
  path: string,
  ending: FilesParams['ending'],
  roots: readonly string[],
): Promise<FilesResult> {
  try {
    const isFolder = (await stat(path)).isDirectory();
    const names = isFolder ? (await readdir(path)).filter(name => name.toLowerCase().endsWith(ending)).sort() : [''];
    const real = await Promise.all(roots.map(root => realpath(root)));
    const files: { uri: string; text: string | null }[] = [];
    let isOutside = false;
    for (const name of names.slice(0, LIMITS.filesInPlace)) {
      const file = name === '' ? path : join(path, name);
      const target = await realpath(file).catch(() => null);
      if (target !== null && !real.some(root => isBelow(root, target))) isOutside = true;
      else if (target === null || !(await stat(target)).isDirectory())
        files.push({ uri: pathToFileURL(file).href, text: target === null ? null : (await contentAt(target)).text });
    }
    return {
      files,
      refusals: [
        ...(isOutside ? (['outside'] as const) : []),
        ...(names.length > LIMITS.filesInPlace ? (['tooMany'] as const) : []),
      ],
    };
  } catch {
    return { files: [], refusals: ['missing'] };
  }
}

/** Whether nothing has this path, which one that cannot be reached does not tell. */
function isAbsent(path: string): Promise<boolean> {
  return stat(path).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
  );
}

/** Whether something other than a folder has this path, also what cannot be read and a link that leads nowhere. */
async function isPresent(path: string): Promise<boolean> {
  try {
    return !(await stat(path)).isDirectory();
  } catch {
    return lstat(path).then(
      info => info.isSymbolicLink(),
      () => false,
    );
  }
}

/**
 * Content of a file, without text for what cannot be read, is no text, is larger than `LIMITS.fileBytes`, or is no file
 * at all: pipes and devices, which might never end, are not opened. Never rejects.
 */
async function contentAt(path: string): Promise<DecodedText> {
  try {
    if (!(await stat(path)).isFile()) return NO_TEXT;
    // What has become a pipe since then is not waited for.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const info = await file.stat();
      if (!info.isFile() || info.size > LIMITS.fileBytes) return NO_TEXT;
      // Some files of the system say that they are empty and are not.
      const bytes = Buffer.alloc(info.size > 0 ? info.size : LIMITS.fileBytes + 1);
      let size = 0;
      for (let count = 1; count > 0 && size < bytes.length; size += count)
        count = (await file.read(bytes, size)).bytesRead;
      return size > LIMITS.fileBytes ? NO_TEXT : decodeFile(bytes.subarray(0, size));
    } finally {
      await file.close();
    }
  } catch {
    return NO_TEXT;
  }
}

const NO_TEXT: DecodedText = { text: null };

/** Whether a path lies in a folder or is the folder; both without links. */
export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
