import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { printable } from '../text/printable.ts';

/**
 * Writes all of a text to a stream of the process, which takes large output in pieces. Gives what went wrong: nothing,
 * that whoever reads has gone (`'closed'`), or the error. Never rejects.
 */
export function write(stream: NodeJS.WritableStream, text: string | Uint8Array): Promise<'closed' | Error | undefined> {
  // A stream also says of itself what goes wrong, after the one who writes was told.
  if (!stream.listeners('error').includes(ignore)) stream.on('error', ignore);
  return new Promise(done => {
    stream.write(text, error => {
      if (!error) done(undefined);
      else done('code' in error && error.code === 'EPIPE' ? 'closed' : error);
    });
  });
}

function ignore(): void {
  // Whoever writes is told.
}

/** Says on standard error why nothing was written. */
export async function refuse(sentence: string): Promise<2> {
  await write(process.stderr, `${printable(sentence)}\n`);
  return 2;
}

/** Where a result goes, piece by piece. */
export interface Output {
  /** Writes a piece; what goes wrong is kept, and nothing more is written then. */
  write(text: string | Uint8Array): Promise<void>;
  /** Nothing more comes. Gives what went wrong: nothing, that the reader has gone, or the error. */
  end(): Promise<'closed' | Error | undefined>;
  /** Whether nothing more is written, because something went wrong. */
  readonly isBroken: boolean;
}

/** Standard output. */
export function standardOutput(): Output {
  let fault: 'closed' | Error | undefined;
  return {
    async write(text) {
      if (fault === undefined && text.length > 0) fault = await write(process.stdout, text);
    },
    end: () => Promise.resolve(fault),
    get isBroken() {
      return fault !== undefined;
    },
  };
}

/** A file, which is there when all of it is written: aside first, then renamed. */
export function fileOutput(path: string): Output {
  const aside = `${path}.${String(process.pid)}.tmp`;
  let fault: Error | undefined;
  let file: number | undefined;
  const attempt = (act: () => void): void => {
    if (fault) return;
    try {
      act();
    } catch (error) {
      fault = error instanceof Error ? error : new Error(String(error));
      rmSync(aside, { force: true });
    }
  };
  attempt(() => {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
      throw Object.assign(new Error(path), { code: 'EISDIR' });
    file = openSync(aside, 'wx');
  });
  return {
    write(text) {
      attempt(() => {
        const bytes = typeof text === 'string' ? Buffer.from(text) : text;
        for (let at = 0; file !== undefined && at < bytes.length;) at += writeSync(file, bytes, at);
      });
      return Promise.resolve();
    },
    end() {
      if (file !== undefined) closeSync(file);
      attempt(() => {
        renameSync(aside, path);
      });
      return Promise.resolve(fault);
    },
    get isBroken() {
      return fault !== undefined;
    },
  };
}
