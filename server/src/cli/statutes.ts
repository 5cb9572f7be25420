import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { readStatuteFiles, type FileMessageId, type StatuteFile } from '../analysis/files/statuteFile.ts';
import type { Message } from '../messages/message.ts';
import type { Statute } from '../statutes/types.ts';
import { decodeText } from '../text/decode.ts';
import { Source } from '../text/source.ts';

/** Something wrong with a statute file, or with a path that should lead to one. */
export type StatuteProblem = Message<
  FileMessageId | 'server.configuration.missing' | 'server.configuration.outside'
> & {
  readonly path: string;
  /** One-based; null where it concerns the file as a whole. */
  readonly line: number | null;
};

const MOST_FILES = 300;
const LARGEST_FILE = 2_000_000;

/**
 * The statutes that a settings file names: `.json` files, or folders with such. Places that are neither below the settings
 * file's folder nor below the working directory are not read.
 */
export async function localStatutesOf(
  paths: readonly string[],
  config: string,
): Promise<{ statutes: readonly Statute[]; problems: readonly StatuteProblem[] }> {
  const problems: StatuteProblem[] = [];
  const files = new Map<string, StatuteFile>();
  for (const written of paths) {
    const path = resolve(dirname(config), written.replaceAll('\\', '/'));
    const found = await filesAt(path, config).catch(() => 'server.configuration.missing' as const);
    if (typeof found === 'string')
      problems.push({ path: config, line: null, message: found, args: { path: 'statutes', where: written } });
    else for (const file of found) files.set(file.uri, file);
  }
  const read = readStatuteFiles([...files.values()]);
  for (const [path, found] of read.problems) {
    const source = new Source(files.get(path)?.text ?? '');
    for (const { span, severity: _, ...problem } of found)
      problems.push({ path, line: source.positionAt(span.start).line + 1, ...problem });
  }
  return { statutes: read.statutes, problems };
}

async function filesAt(path: string, config: string): Promise<readonly StatuteFile[] | 'server.configuration.outside'> {
  const roots = await Promise.all([dirname(config), process.cwd()].map(root => realpath(root)));
  const info = await stat(path);
  const names = info.isDirectory()
    ? (await readdir(path))
        .filter(name => name.toLowerCase().endsWith('.json'))
        .sort()
        .slice(0, MOST_FILES)
        .map(name => join(path, name))
    : [path];
  const files: StatuteFile[] = [];
  for (const name of names) {
    const real = await realpath(name);
    if (!roots.some(root => isBelow(root, real))) return 'server.configuration.outside';
    const { size } = await stat(real);
    files.push({ uri: name, text: size > LARGEST_FILE ? null : decodeText(await readFile(real)) });
  }
  return files;
}

function isBelow(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
