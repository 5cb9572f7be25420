import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readStatuteFiles } from '../analysis/files/statuteFile.ts';
import type { FileMessageId, WorkspaceFile } from '../analysis/files/workspaceFile.ts';
import { filesAt } from '../hosts/diskHost.ts';
import type { Message } from '../messages/message.ts';
import { CONFIGURATION_FILE_NAME, type FilesRefusal } from '../protocol/protocol.ts';
import type { LocalDocuments } from '../statutes/types.ts';
import { fileNameOf } from '../text/address.ts';
import { Source } from '../text/source.ts';

/** A problem of a statute file, or of a path that should lead to one. */
type StatuteProblem = Message<FileMessageId | `server.configuration.${FilesRefusal}`> & {
  readonly path: string;
  /** One-based; null where it concerns the file as a whole. */
  readonly line: number | null;
};

/**
 * The statutes that a settings file names: `.json` files, or folders with such. Places that are neither below the
 * settings file's folder nor below the working directory are not read.
 */
export async function localStatutesOf(
  paths: readonly string[],
  config: string,
): Promise<{ documents: LocalDocuments; problems: readonly StatuteProblem[] }> {
  const problems: StatuteProblem[] = [];
  const files = new Map<string, WorkspaceFile>();
  for (const written of paths) {
    const path = resolve(dirname(config), written.replaceAll('\\', '/'));
    const { files: found, refusals = [] } = await filesAt(path, '.json', [dirname(config), process.cwd()]);
    for (const file of found) if (fileNameOf(file.uri) !== CONFIGURATION_FILE_NAME) files.set(file.uri, file);
    for (const refusal of refusals)
      problems.push({
        path: config,
        line: null,
        message: `server.configuration.${refusal}`,
        args: { path: 'statutes', where: written },
      });
  }
  const read = readStatuteFiles([...files.values()]);
  for (const [uri, found] of read.problems) {
    const source = new Source(files.get(uri)?.text ?? '');
    for (const problem of found)
      problems.push({ ...problem, path: fileURLToPath(uri), line: source.positionAt(problem.span.start).line + 1 });
  }
  return { documents: read.documents, problems };
}
