import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

// What `dist/server.js` is: it runs the server's own bundle beside it. With `--code-cache=<folder>` V8 finds there what it
// compiled at an earlier start, which spares most of the start. The folder is the client's own, never a workspace's.

const SERVER = join(__dirname, 'serverMain.js');
const OPTION = '--code-cache=';
const folder = process.argv.find(argument => argument.startsWith(OPTION))?.slice(OPTION.length);

/** By then Node has loaded what it needs to talk to the client. */
const STARTED_MS = 300;
/** By then the first draft has been read, so that what this needs is compiled as well. */
const SETTLED_MS = 2000;

/** A heap may double before it is cleaned up. V8 of itself would let it grow fourfold, and a long draft is edited often. */
const SMALLER_HEAP = '--heap-growing-percent=100';

/** V8 looks at its version alone, so that of everything else in the process stands in the seal. */
const RUNTIME = JSON.stringify([process.versions, process.platform, process.arch]);
const SEAL_BYTES = 32;

const load = createRequire(__filename);
let keep: (() => void) | undefined;
if (folder) keep = runCompiled(join(folder, 'server-code.cache'));
else load(SERVER);

setTimeout(
  () => {
    keep?.();
    // Not before, since V8 takes no code that was compiled under other flags, Node's own included.
    setFlagsFromString(SMALLER_HEAP);
  },
  keep ? SETTLED_MS : STARTED_MS,
).unref();

/** Runs the server with the code kept in a file. Gives what keeps the code there, unless that was of use. */
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
    const code = content.subarray(SEAL_BYTES);
    return content.subarray(0, SEAL_BYTES).equals(checksum(source, code)) ? code : undefined;
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

/** Says of which server, by which V8 and whole: V8 believes whatever code it is given, and falls over damaged code. */
function checksum(source: Buffer, code: Buffer): Buffer {
  return createHash('sha256').update(RUNTIME).update(source).update(code).digest();
}
