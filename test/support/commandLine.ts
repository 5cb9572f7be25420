import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { afterAll, beforeAll, beforeEach } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Bundles the command line checker into a file. */
export async function bundleCommandLine(outfile: string): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['server/src/cli/main.ts'],
    outfile,
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

/** The bundled checker and the folder of the test at hand, made before and removed behind each. */
export class Workbench {
  cli = '';
  folder = '';

  constructor({ withDocuments = false } = {}) {
    let tool = '';
    beforeAll(async () => {
      tool = mkdtempSync(join(tmpdir(), 'cli-'));
      this.cli = join(tool, 'cli.js');
      await bundleCommandLine(this.cli);
      if (withDocuments) await bundleDocuments(tool);
    }, 60_000);
    afterAll(() => {
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

  /** Runs the checker in the test's folder. */
  run(args: readonly string[], options: Parameters<typeof runCommandLine>[3] = {}): Run {
    return runCommandLine(this.cli, this.folder, args, options);
  }
}

export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs the checker in a folder, the user's language left to its default. */
export function runCommandLine(
  cli: string,
  cwd: string,
  args: readonly string[],
  options: { input?: string | Uint8Array; env?: Record<string, string> } = {},
): Run {
  const environment = { ...process.env };
  delete environment['LC_ALL'];
  delete environment['LANG'];
  const result = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    input: options.input ?? '',
    env: { ...environment, ...options.env },
    encoding: 'utf8',
    timeout: 20_000,
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
