import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { Language } from '../messages/message.ts';
import { whyNotWritten } from '../messages/whyNotWritten.ts';
import { say } from '../reporters/words.ts';

/** Why a file was not written; undefined where it was. */
export interface WriteFault {
  readonly reason: 'cli.exists' | 'cli.notWritten';
  readonly error?: unknown;
}

/** Writes a whole file or nothing: aside first, then renamed. Never throws. */
export function writeWhole(path: string, content: Uint8Array | string, mayReplace: boolean): WriteFault | undefined {
  if (!mayReplace && existsSync(path)) return { reason: 'cli.exists' };
  const aside = `${path}.${String(process.pid)}.tmp`;
  try {
    writeFileSync(aside, content, { flag: 'wx' });
    renameSync(aside, path);
    return undefined;
  } catch (error) {
    rmSync(aside, { force: true });
    return { reason: 'cli.notWritten', error };
  }
}

/** A sentence that says why a file was not written. */
export function writeFaultSentence(language: Language, path: string, { reason, error }: WriteFault): string {
  return say(language, reason, { path, detail: whyNotWritten(language, error) });
}

/** Endings of what people write; no result of this program is called so. */
const DRAFT_ENDINGS = new Set(['.md', '.markdown', '.docx', '.doc', '.wps', '.xls', '.et', '.pdf', '.html', '.htm']);

/**
 * The first place of results that holds something of somebody: one of the files that are read, under whatever name, or
 * a draft or document, as `--output *.md` names it by mistake. `places` may be left out one by one.
 */
export function endangered(
  places: readonly (string | undefined)[],
  read: readonly (string | undefined)[],
): string | undefined {
  return places.find(
    place =>
      place !== undefined &&
      ((DRAFT_ENDINGS.has(extname(place).toLowerCase()) && existsSync(place)) ||
        read.some(path => path !== undefined && isSameFile(place, path))),
  );
}

/** Whether two names are of one file, through links, folders and case. */
export function isSameFile(a: string, b: string): boolean {
  if (resolve(a) === resolve(b)) return true;
  const [one, other] = [a, b].map(path => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return one !== undefined && other !== undefined && one.ino !== 0n && one.ino === other.ino && one.dev === other.dev;
}
