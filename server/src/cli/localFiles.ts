import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFormatFiles } from '../analysis/files/formatFile.ts';
import { readStatuteFiles } from '../analysis/files/statuteFile.ts';
import type { FileMessageId, FileProblem, WorkspaceFile } from '../analysis/files/workspaceFile.ts';
import type { FormatDescription } from '../format/description.ts';
import { filesAt } from '../hosts/diskHost.ts';
import type { Message } from '../messages/message.ts';
import { CONFIGURATION_FILE_NAME, type FilesRefusal } from '../protocol/protocol.ts';
import type { LocalDocuments } from '../statutes/types.ts';
import { fileNameOf } from '../text/address.ts';
import { Source } from '../text/source.ts';

/** A problem of a file that settings name, or of a path that should lead to one. */
export type LocalFileProblem = Message<FileMessageId | `server.configuration.${FilesRefusal}`> & {
  readonly path: string;
  /** One-based; null where it concerns the file as a whole. */
  readonly line: number | null;
};

/** The statutes that a settings file names, with what is wrong with their files. */
export async function localStatutesOf(
  paths: readonly string[],
  config: string,
): Promise<{ documents: LocalDocuments; problems: readonly LocalFileProblem[] }> {
  const { files, refusals } = await filesNamed('statutes', paths, config);
  const { documents, problems } = readStatuteFiles(files);
  return { documents, problems: [...refusals, ...placedProblems(files, problems)] };
}

/** The formats that a settings file names, with what is wrong with their files. */
export async function localFormatsOf(
  paths: readonly string[],
  config: string,
): Promise<{ formats: readonly FormatDescription[]; problems: readonly LocalFileProblem[] }> {
  const { files, refusals } = await filesNamed('formats', paths, config);
  const { formats, problems } = readFormatFiles(files);
  return { formats, problems: [...refusals, ...placedProblems(files, problems)] };
}

/**
 * The files that a settings file names: `.json` files, or folders with such. Places that are neither below the settings
 * file's folder nor below the working directory are not read.
 */
async function filesNamed(
  setting: 'formats' | 'statutes',
  paths: readonly string[],
  config: string,
): Promise<{ files: readonly WorkspaceFile[]; refusals: readonly LocalFileProblem[] }> {
  const refused: LocalFileProblem[] = [];
  const files = new Map<string, WorkspaceFile>();
  for (const written of paths) {
    const path = resolve(dirname(config), written.replaceAll('\\', '/'));
    const { files: found, refusals = [] } = await filesAt(path, '.json', [dirname(config), process.cwd()]);
    for (const file of found) if (fileNameOf(file.uri) !== CONFIGURATION_FILE_NAME) files.set(file.uri, file);
    for (const refusal of refusals)
      refused.push({
        path: config,
        line: null,
        message: `server.configuration.${refusal}`,
        args: { path: setting, where: written },
      });
  }
  return { files: [...files.values()], refusals: refused };
}

/** Problems with the lines at which they stand in their files. */
export function placedProblems(
  files: readonly WorkspaceFile[],
  problems: ReadonlyMap<string, readonly FileProblem[]>,
): readonly LocalFileProblem[] {
  return files.flatMap(({ uri, text }) => {
    const source = new Source(text ?? '');
    return (problems.get(uri) ?? []).map(problem => ({
      ...problem,
      path: fileURLToPath(uri),
      line: source.positionAt(problem.span.start).line + 1,
    }));
  });
}
