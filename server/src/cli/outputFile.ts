import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Why a file was not written; undefined where it was. */
export interface WriteFault {
  readonly reason: 'cli.exists' | 'cli.notWritten';
  readonly detail: string;
}

/** Writes a whole file or nothing: aside first, then renamed. Never throws. */
export function writeWhole(path: string, content: Uint8Array | string, mayReplace: boolean): WriteFault | undefined {
  if (!mayReplace && existsSync(path)) return { reason: 'cli.exists', detail: '' };
  const aside = `${path}.${String(process.pid)}.tmp`;
  try {
    writeFileSync(aside, content, { flag: 'wx' });
    renameSync(aside, path);
    return undefined;
  } catch (error) {
    rmSync(aside, { force: true });
    return { reason: 'cli.notWritten', detail: error instanceof Error ? error.message : String(error) };
  }
}
