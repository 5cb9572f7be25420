import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFormatFiles } from '../analysis/files/formatFile.ts';
import type { WorkspaceFile } from '../analysis/files/workspaceFile.ts';
import { filesAt } from '../hosts/diskHost.ts';
import type { Language } from '../messages/message.ts';
import { CONFIGURATION_FILE_NAME } from '../protocol/protocol.ts';
import { fileNameOf } from '../text/address.ts';
import { Source } from '../text/source.ts';
import { refuse } from './output.ts';
import type { FormatArgs } from './formatArgs.ts';
import { newFormatFile } from './newFormatFile.ts';
import { write } from './output.ts';
import { writeFaultSentence, writeWhole } from './outputFile.ts';
import { printable } from '../text/printable.ts';
import { testFormats } from './testFormats.ts';
import { say, sayOf } from '../reporters/words.ts';

/** Ending by which editors know a format file. */
const ENDING = '.annual-report-formats.json';

/** Runs `formats`; gives the exit status: 0, 1 for faults, 2 for what cannot be read or written. */
export async function formatsCommand(args: FormatArgs, language: Language): Promise<0 | 1 | 2> {
  switch (args.action) {
    case 'check':
      return checkFormats(args.paths, language);
    case 'test':
      return testFormats(args.folder, language);
    case 'new':
      return writeFormat(args.name, args.force, language);
  }
}

async function checkFormats(paths: readonly string[], language: Language): Promise<0 | 1 | 2> {
  const files = new Map<string, WorkspaceFile>();
  for (const written of paths) {
    const path = resolve(written);
    const { files: found } = await filesAt(path, '.json', [dirname(path)]);
    const meant = found.filter(({ uri }) => fileNameOf(uri) !== CONFIGURATION_FILE_NAME);
    if (meant.length === 0) return refuse(say(language, 'cli.noFormats', { path: written }));
    for (const file of meant) files.set(file.uri, file);
  }
  const { formats, problems } = readFormatFiles([...files.values()]);
  const lines: string[] = [];
  for (const [uri, found] of problems) {
    const path = relative(process.cwd(), fileURLToPath(uri));
    const source = new Source(files.get(uri)?.text ?? '');
    for (const { span, severity, ...worded } of found) {
      const { line, character } = source.positionAt(span.start);
      const place = `${path}:${String(line + 1)}:${String(character + 1)}`;
      lines.push(`${printable(place)}  ${say(language, `severity.${severity}`)}  ${sayOf(language, worded)}`);
    }
  }
  const used = formats.flatMap(({ editions }) => editions.map(({ id, name }) => `${name}（${id}）`));
  const all = [...problems.values()].flat();
  lines.push(
    say(language, 'cli.formatsChecked', {
      files: files.size,
      errors: all.filter(({ severity }) => severity === 'error').length,
      warnings: all.filter(({ severity }) => severity === 'warning').length,
    }),
    say(language, used.length > 0 ? 'cli.formatsUsed' : 'cli.formatsUnused', { names: used.join('、') }),
  );
  await write(process.stdout, `${lines.join('\n')}\n`);
  return all.length > 0 ? 1 : 0;
}

async function writeFormat(name: string, force: boolean, language: Language): Promise<0 | 2> {
  const path = `${name}${ENDING}`;
  const fault = writeWhole(path, newFormatFile(fileNameOf(name.replaceAll('\\', '/'))), force);
  if (fault) return refuse(writeFaultSentence(language, path, fault));
  await write(process.stdout, `${say(language, 'cli.formatWritten', { path, file: CONFIGURATION_FILE_NAME })}\n`);
  return 0;
}
