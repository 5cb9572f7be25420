import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { build, type BuildOptions } from 'esbuild';
import { afterAll, beforeAll, beforeEach } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
/** Far above what any run takes on a busy machine. */
const RUN_LIMIT_MS = 60_000;

/** Bundles the command line checker as `cli.js` and its host for tests as `host.js` into a folder. */
async function bundleCommandLine(outdir: string): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: { cli: 'server/src/cli/main.ts', host: 'test/support/commandLineHost.ts' },
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'utf8',
    logLevel: 'silent',
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  });
}

/** Bundles the threads that read and write documents beside the checker. */
export async function bundleDocuments(folder: string): Promise<void> {
  const { bundles } = createRequire(import.meta.url)('../../esbuild.js') as {
    bundles: readonly (BuildOptions & { readonly outfile: string })[];
  };
  for (const bundle of bundles) {
    const name = basename(bundle.outfile);
    if (!name.startsWith('documents')) continue;
    await build({ ...bundle, absWorkingDir: ROOT, outfile: join(folder, name), sourcemap: false });
  }
}

/** What the host is asked to run. */
export interface HostTask {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly input: string | Uint8Array;
  readonly env: Record<string, string | undefined>;
}

/** What it gave; a status of null where it did not end in time. */
export type HostAnswer = Run;

/** A process that runs the command line many times; whoever asks waits, as for a process of its own. */
class Host {
  private readonly signal = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  private readonly channel = new MessageChannel();
  private readonly bridge: Worker;

  constructor(program: string) {
    const { port2: port } = this.channel;
    this.bridge = new Worker(join(import.meta.dirname, 'commandLineBridge.mjs'), {
      workerData: { program, port, signal: this.signal },
      transferList: [port],
    });
    this.bridge.unref();
  }

  run(task: HostTask): HostAnswer {
    Atomics.store(this.signal, 0, 0);
    this.channel.port1.postMessage(task);
    Atomics.wait(this.signal, 0, 0, RUN_LIMIT_MS);
    const given = receiveMessageOnPort(this.channel.port1) as { readonly message: HostAnswer } | undefined;
    return given?.message ?? { status: null, out: '', error: '' };
  }

  async end(): Promise<void> {
    this.channel.port1.postMessage(undefined);
    this.channel.port1.close();
    await new Promise(done => this.bridge.once('exit', done));
  }
}

/** The bundled checker and the folder of the test at hand, made before and removed behind each. */
export class Workbench {
  cli = '';
  folder = '';
  private host: Host | undefined;

  constructor({ withDocuments = false } = {}) {
    let tool = '';
    beforeAll(async () => {
      tool = mkdtempSync(join(tmpdir(), 'cli-'));
      this.cli = join(tool, 'cli.js');
      await bundleCommandLine(tool);
      if (withDocuments) await bundleDocuments(tool);
      this.host = new Host(join(tool, 'host.js'));
    }, 60_000);
    afterAll(async () => {
      await this.host?.end();
      rmSync(tool, { recursive: true, force: true });
    });
    beforeEach(() => {
      const folder = mkdtempSync(join(tmpdir(), 'drafts-'));
      this.folder = folder;
      return () => {
        rmSync(folder, { recursive: true, force: true });
      };
    });
  }

  /** Place of a name in the test's folder. */
  at(name: string): string {
    return join(this.folder, name);
  }

  /** Writes a file of the test's folder. */
  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), content);
  }

  /** Runs the checker in the test's folder, the user's language left to its default. */
  run(args: readonly string[], { input = '', env = {} }: RunOptions = {}): Run {
    if (this.host === undefined) throw new Error('asked before the tests began');
    return this.host.run({ args, cwd: this.folder, input, env: { ...environment(), ...env } });
  }

  /** The same in a process of its own, as a user starts it. */
  runAlone(args: readonly string[], options: RunOptions = {}): Run {
    return runCommandLine(this.cli, this.folder, args, options);
  }
}

export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Record<string, string>;
}

/** Variables of this process without a language. */
function environment(): Record<string, string | undefined> {
  const variables = { ...process.env };
  delete variables['LC_ALL'];
  delete variables['LANG'];
  return variables;
}

/** Runs the checker in a folder as a process, the user's language left to its default. */
export function runCommandLine(cli: string, cwd: string, args: readonly string[], options: RunOptions = {}): Run {
  const result = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    input: options.input ?? '',
    env: { ...environment(), ...options.env },
    encoding: 'utf8',
    timeout: RUN_LIMIT_MS,
    maxBuffer: 1 << 28,
  });
  return { status: result.status, out: result.stdout, error: result.stderr };
}

function twoByteCodes(encoding = 'gb18030'): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding);
  const codes = new Map<string, readonly number[]>();
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second === 0x7f) continue;
      const sign = decoder.decode(Uint8Array.of(first, second));
      if (sign.length === 1 && sign !== '\ufffd' && !codes.has(sign)) codes.set(sign, [first, second]);
    }
  }
  return codes;
}

/** Four bytes of a sign beyond the basic plane. */
function fourBytes(code: number): number[] {
  const index = code - 0x10000 + 189_000;
  return [
    0x81 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}

/** GB18030, its two-byte part made from the decoder that the checker uses. */
export function gb18030(text: string): Uint8Array {
  const codes = twoByteCodes();
  return Uint8Array.from(
    [...text].flatMap(sign => {
      const code = sign.codePointAt(0) ?? 0;
      if (code < 0x80) return [code];
      return code > 0xffff ? fourBytes(code) : [...(codes.get(sign) ?? [0x3f])];
    }),
  );
}

/** A text in an encoding of two bytes, made from its decoder; a question mark for each sign that it does not have. */
export function inEncoding(encoding: 'big5' | 'shift_jis', text: string): Uint8Array {
  const codes = twoByteCodes(encoding);
  return Uint8Array.from(
    [...text].flatMap(sign => (sign < '\u0080' ? [sign.charCodeAt(0)] : [...(codes.get(sign) ?? [0x3f])])),
  );
}

/** UTF-16 with its mark. */
export function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}
