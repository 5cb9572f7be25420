import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { StatuteFolder } from './host.ts';

/**
 * The folder at `path`, made when the first statute is written. A leading `~/` is the home folder: not every editor
 * puts that in.
 */
export function statuteFolder(path: string): StatuteFolder {
  const folder = resolve(/^~[/\\]/.test(path) ? join(homedir(), path.slice(2)) : path);
  return {
    uri: pathToFileURL(folder).href.replace(/\/$/, ''),
    // The folder may be emptied at any time, so that what was written is no proof.
    write: async (uri, text) => {
      const file = fileURLToPath(uri);
      if ((await readFile(file, 'utf8').catch(() => undefined)) === text) return;
      await mkdir(folder, { recursive: true });
      await replace(file, text);
    },
  };
}

/** Writes a file whole or not at all: an editor or another server may be reading it. */
async function replace(file: string, text: string): Promise<void> {
  const unfinished = `${file}.${String(process.pid)}`;
  try {
    await writeFile(unfinished, text);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
