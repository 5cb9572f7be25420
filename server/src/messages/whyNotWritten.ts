import type { Language, MessageId } from './message.ts';
import { messagesIn } from './text.ts';

const CAUSES: Readonly<Record<string, MessageId & `cli.write.${string}`>> = {
  ENOENT: 'cli.write.noFolder',
  ENOTDIR: 'cli.write.noFolder',
  EACCES: 'cli.write.refused',
  EPERM: 'cli.write.refused',
  EROFS: 'cli.write.refused',
  EBUSY: 'cli.write.refused',
  // As VS Code calls these.
  NoPermissions: 'cli.write.refused',
  EISDIR: 'cli.write.isFolder',
  FileIsADirectory: 'cli.write.isFolder',
  ENOSPC: 'cli.write.full',
  EDQUOT: 'cli.write.full',
  ENAMETOOLONG: 'cli.write.longName',
};

/** What may be a code of the system, in the words of an editor that hands it on. */
const HANDED_ON = /\bE[A-Z]{3,}\b/g;

/** What the system says of writing, in words of a language; what it has no word for as it is. */
export function whyNotWritten(language: Language, error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const codes = ['code' in error ? String(error.code) : '', ...(error.message.match(HANDED_ON) ?? [])];
  const cause = codes.map(code => CAUSES[code]).find(known => known !== undefined);
  return cause ? messagesIn(language)(cause) : error.message;
}
