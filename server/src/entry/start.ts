import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';
import { compileSmallIntoOthers, keepHeapSmall, optimiseLater } from '../hosts/engine.ts';

// `dist/server.js`: runs the server's own bundle beside it. V8 takes the code that it compiled at an earlier start from
// a folder, which saves half of the start and of the first check. The folder is the one that `--code-cache=<folder>`
// names, where nothing is kept if it names none; otherwise one of the user's own cache. It is never a workspace's.

const SERVER = join(__dirname, 'serverMain.js');
const OPTION = '--code-cache=';
const named = process.argv.find(argument => argument.startsWith(OPTION))?.slice(OPTION.length);
const folder = named ?? userCacheFolder();

/** By then Node has loaded what it needs to talk to the client, and a draft, or a rehearsal, has been begun. */
const STARTED_MS = 300;
/** By then the first draft has been read, so that what this needs is compiled as well. */
const SETTLED_MS = 2000;

/** V8 compares its own version alone; the checksum covers everything else in the process. */
const RUNTIME = JSON.stringify([process.versions, process.platform, process.arch]);
const CHECKSUM_BYTES = 32;

const load = createRequire(__filename);
// Before the code is loaded: V8 takes none that was compiled under other flags.
optimiseLater();
compileSmallIntoOthers();
keepHeapSmall();
const keep = folder ? runCompiled(join(folder, 'server-code.cache')) : runAsItIs();

if (keep) {
  setTimeout(keep, SETTLED_MS).unref();
  process.on('exit', () => {
    // A server that ends sooner may have compiled too little.
    if (process.uptime() * 1000 >= STARTED_MS) keep();
  });
}

/**
 * Where programs keep what they can make again for this user: the folder of the XDG Base Directory Specification, of
 * macOS or of Windows; undefined where there is none.
 */
function userCacheFolder(): string | undefined {
  const cache = userCache();
  return cache !== undefined && isAbsolute(cache) ? join(cache, 'annual-report', 'server') : undefined;
}

function userCache(): string | undefined {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  try {
    if (process.platform === 'win32') return LOCALAPPDATA;
    if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
    return XDG_CACHE_HOME !== undefined && isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : join(homedir(), '.cache');
  } catch {
    // A user without a home.
    return undefined;
  }
}

function runAsItIs(): undefined {
  load(SERVER);
}

/** Runs the server with the code kept in a file. The result writes it anew, once; undefined where it was valid. */
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
  let isKept = false;
  return () => {
    if (!isKept) keepCode(file, source, script.createCachedData());
    isKept = true;
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

/**
 * Keeps code in a file, whole or not at all: another server may be reading or writing it. Where it cannot be written,
 * the next start takes as long as this one did.
 */
function keepCode(file: string, source: Buffer, code: Buffer): void {
  const unfinished = `${file}.${String(process.pid)}`;
  try {
    mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, Buffer.concat([checksum(source, code), code]), { mode: 0o600 });
    renameSync(unfinished, file);
  } catch {
    remove(unfinished);
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // There is no such folder.
  }
}

/** Checksum over the runtime, the server and the code: V8 does not verify cached code, and crashes on damaged code. */
function checksum(source: Buffer, code: Buffer): Buffer {
  return createHash('sha256').update(RUNTIME).update(source).update(code).digest();
}
