import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

// `dist/server.js`: runs the server's own bundle beside it. With `--code-cache=<folder>` V8 takes the code that it
// compiled at an earlier start from there, which saves most of the start. The folder belongs to the client, never to a
// workspace.

const SERVER = join(__dirname, 'serverMain.js');
const OPTION = '--code-cache=';
const folder = process.argv.find(argument => argument.startsWith(OPTION))?.slice(OPTION.length);

/** By then Node has loaded what it needs to talk to the client. */
const STARTED_MS = 300;
/** By then the first draft has been read, so that what this needs is compiled as well. */
const SETTLED_MS = 2000;

/**
 * A heap may double before it is cleaned up. V8 of itself would let it grow fourfold, and a long draft is edited often.
 */
const SMALLER_HEAP = '--heap-growing-percent=100';

/** V8 compares its own version alone; the checksum covers everything else in the process. */
const RUNTIME = JSON.stringify([process.versions, process.platform, process.arch]);
const CHECKSUM_BYTES = 32;

const load = createRequire(__filename);
const keep = folder ? runCompiled(join(folder, 'server-code.cache')) : runAsItIs();

setTimeout(
  () => {
    keep?.();
    // Not before, since V8 takes no code that was compiled under other flags, Node's own included.
    setFlagsFromString(SMALLER_HEAP);
  },
  keep ? SETTLED_MS : STARTED_MS,
).unref();

function runAsItIs(): undefined {
  load(SERVER);
}

/** Runs the server with the code kept in a file. The result writes that file anew; undefined where it was valid. */
function runCompiled(file: string): (() => void) | undefined {
  const source = readFileSync(SERVER);
  const cachedData = keptCode(file, source);
  const wrapped = Buffer.concat([
    Buffer.from('(function (exports, require, module, __filename, __dirname) {'),
    source,
    Buffer.from('\n})'),
  ]);
  const script = new Script(wrapped.toString(), { filename: SERVER, ...(cachedData ? { cachedData } : {}) });
  const run = script.runInThisContext() as (...values: readonly unknown[]) => void;
  const module = { exports: {} };
  run.call(module.exports, module.exports, load, module, SERVER, __dirname);
  if (script.cachedDataRejected === false) return undefined;
  return () => {
    void keepCode(file, source, script.createCachedData());
  };
}

/** The code kept in a file; undefined where it is missing, damaged, or was made of another server or by another V8. */
function keptCode(file: string, source: Buffer): Buffer | undefined {
  try {
    const content = readFileSync(file);
    const code = content.subarray(CHECKSUM_BYTES);
    return content.subarray(0, CHECKSUM_BYTES).equals(checksum(source, code)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps code in a file, whole or not at all: another server may be reading or writing it. */
async function keepCode(file: string, source: Buffer, code: Buffer): Promise<void> {
  const unfinished = `${file}.${String(process.pid)}`;
  try {
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(unfinished, Buffer.concat([checksum(source, code), code]));
    await rename(unfinished, file);
  } catch {
    // The next start takes as long as this one did.
    await rm(unfinished, { force: true }).catch(() => undefined);
  }
}

/** Checksum over the runtime, the server and the code: V8 does not verify cached code, and crashes on damaged code. */
function checksum(source: Buffer, code: Buffer): Buffer {
  return createHash('sha256').update(RUNTIME).update(source).update(code).digest();
}
