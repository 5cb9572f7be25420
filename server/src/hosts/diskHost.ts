import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { LIMITS } from '../text/limits.ts';
import type { FilesParams, FilesResult } from '../protocol/protocol.ts';
import { decodeText } from '../text/decode.ts';
import { configurationFileCandidates, type Host } from './host.ts';

/** Host over the files of the disk; addresses of any other kind have none. */
export const diskHost: Host = {
  now: () => new Date(),
  configurationFile: async uri => {
    if (!uri.startsWith('file:')) return null;
    for (const candidate of configurationFileCandidates(uri)) {
      try {
        const text = decodeText(await readFile(fileURLToPath(candidate)));
        if (text !== null) return { uri: candidate, text };
      } catch {
        // Missing or unreadable here: one folder further up may have one.
      }
    }
    return null;
  },
  // Without the editor's list of files a walk through all folders would be needed.
  drafts: async () => [],
  files: async ({ uri, root, ending, outsideBy }) => {
    // Who set it is not known here, so nothing outside the workspace is read.
    if (outsideBy !== undefined) return { files: [], refusal: 'outside' };
    if (!uri.startsWith('file:') || !root.startsWith('file:')) return { files: [], refusal: 'missing' };
    try {
      return await filesAt(fileURLToPath(uri), ending, [fileURLToPath(root)]);
    } catch {
      return { files: [], refusal: 'missing' };
    }
  },
};

/**
 * The file at a path, or the files with an ending directly in the folder there, as far as they lie below one of the roots,
 * links followed. Never rejects.
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
    for (const name of names.slice(0, LIMITS.filesInPlace)) {
      const file = name === '' ? path : join(path, name);
      const target = await realpath(file);
      if (!real.some(root => isBelow(root, target))) continue;
      const info = await stat(target);
      if (!info.isFile()) continue;
      const text = info.size > LIMITS.fileBytes ? null : decodeText(await readFile(target));
      files.push({ uri: pathToFileURL(file).href, text });
    }
    if (files.length === 0 && names.length > 0) return { files, refusal: 'outside' };
    return { files, ...(names.length > LIMITS.filesInPlace ? { refusal: 'tooMany' as const } : {}) };
  } catch {
    return { files: [], refusal: 'missing' };
  }
}

/** Whether a path lies in a folder or is the folder; both without links. */
function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
