import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
  type Dirent,
  type Stats,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { beginsAsReport } from '../format/anyTitle.ts';
import { BUILT_IN_KINDS } from '../format/builtInKinds.ts';
import type { ReportKind } from '../format/kind.ts';
import {
  isDraftFileName,
  isOtherDocumentName,
  isReportDocumentName,
  isReportFileName,
  isUnreadReportName,
} from '../format/reportNames.ts';
import { LIMITS } from '../text/limits.ts';
import { CONFIGURATION_FILE_NAME } from '../protocol/protocol.ts';
import { decodeLoosely } from '../text/decode.ts';
import { decode, markOf } from './decodeInput.ts';
import type { Encoding } from './encoding.ts';
import type { InputProblem, Unreadable } from './unreadable.ts';

/** A file to check, named as it was given. */
export interface InputFile {
  readonly path: string;
  /** Whether an input names it, itself or by a pattern; of a folder, only what its files say counts. */
  readonly isNamed: boolean;
}

/**
 * Files that the inputs name: a file whatever its name, a glob's matches, of a folder the drafts that their name or a
 * title line of one of the `kinds` marks as reports. What is named, or marked as a report, and cannot be read is among
 * the problems; a folder that is named and has no reports is noted, and so are its documents that nothing marks.
 */
export async function listFiles(
  inputs: readonly string[],
  kinds: readonly ReportKind[] = BUILT_IN_KINDS,
): Promise<{ files: InputFile[]; problems: InputProblem[]; notes: InputProblem[] }> {
  const found = new Found(kinds);
  for (const input of inputs) {
    const info = infoOf(input);
    if (!(info instanceof Error)) found.addInput(input, info);
    else if (codeOf(info) === 'ENOENT' && isDynamicPattern(input) && !isLink(input)) await found.addMatches(input);
    else found.complain(input, unreadable(input, info));
  }
  return found;
}

/** Documents that are named as passed over; of more only the number. */
const MOST_NAMED = 10;

class Found {
  readonly files: InputFile[] = [];
  readonly problems: InputProblem[] = [];
  readonly notes: InputProblem[] = [];
  private readonly seen = new Set<string>();
  /** Documents below the folder that is being listed whose names do not say that they are reports. */
  private passedOver: string[] = [];

  constructor(private readonly kinds: readonly ReportKind[]) {}

  complain(path: string, problem: Unreadable): void {
    if (!this.seen.has(resolve(path))) this.problems.push({ path, ...problem });
    this.seen.add(resolve(path));
  }

  private add(path: string, isNamed: boolean): void {
    if (!this.seen.has(resolve(path))) this.files.push({ path, isNamed });
    this.seen.add(resolve(path));
  }

  /** A file or folder that is there. */
  addInput(path: string, info: Stats): void {
    if (!info.isDirectory()) {
      this.add(path, true);
      return;
    }
    const before = this.files.length + this.problems.length;
    this.passedOver = [];
    this.addFolder(path, new Set());
    this.notePassedOver(path);
    if (this.files.length + this.problems.length > before) return;
    // The name promised a draft.
    if (isDraftFileName(path)) this.complain(path, { reason: 'cli.isFolder', detail: '' });
    else this.notes.push({ path, reason: 'cli.nothingInFolder', detail: '' });
  }

  /** What lies among reports and was not looked into is said; their text is read only where they are named. */
  private notePassedOver(folder: string): void {
    const others = this.passedOver.filter(path => !this.seen.has(resolve(path)));
    if (others.length === 0) return;
    const named = others.slice(0, MOST_NAMED).map(path => relative(folder, path));
    const more = others.length > MOST_NAMED ? ` … (${String(others.length)})` : '';
    this.notes.push({ path: folder, reason: 'cli.passedOver', detail: named.join(', ') + more });
  }

  async addMatches(pattern: string): Promise<void> {
    const matches = await glob(pattern.replaceAll('\\', '/'), {
      dot: false,
      onlyFiles: false,
      expandDirectories: false,
    });
    if (matches.length === 0) this.complain(pattern, { reason: 'cli.noMatch', detail: '' });
    for (const match of matches.sort()) {
      const path = match.replace(/\/$/, '');
      const info = infoOf(path);
      if (info instanceof Error) this.complain(path, unreadable(path, info));
      else if (!info.isDirectory()) this.add(path, true);
      else if (isDraftFileName(path)) this.complain(path, { reason: 'cli.isFolder', detail: '' });
    }
  }

  /** The drafts below a folder; each real folder is entered once, wherever links lead. */
  private addFolder(folder: string, entered: Set<string>): void {
    let entries: Dirent[];
    try {
      const place = realpathSync(folder);
      if (entered.has(place)) return;
      entered.add(place);
      // In the order of their whole paths, as texts.
      entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
    } catch (error) {
      this.complain(folder, unreadable(folder, error));
      return;
    }
    for (const entry of entries) {
      const { name } = entry;
      if (name.startsWith('.') || name === 'node_modules') continue;
      const path = join(folder, name);
      // The folder says what most of its entries are; where a link leads must be asked.
      const info = entry.isFile() ? entry : infoOf(path);
      if (info instanceof Error) {
        if (isDraftFileName(name) || isReportDocumentName(name)) this.complain(path, unreadable(path, info));
      } else if (info.isDirectory()) {
        const before = this.files.length + this.problems.length;
        this.addFolder(path, entered);
        const isEmptyHanded = this.files.length + this.problems.length === before;
        if (isEmptyHanded && isReportFileName(name)) this.complain(path, { reason: 'cli.isFolder', detail: '' });
      } else if (isReportDocumentName(name)) this.add(path, false);
      else if (isUnreadReportName(name)) this.complain(path, { reason: 'cli.unreadForm', detail: '' });
      else if (isOtherDocumentName(name)) this.passedOver.push(path);
      else if (isDraftFileName(name) && (isReportFileName(name) || this.hasTitleLine(path))) this.add(path, false);
    }
  }

  /** Whether the beginning of a file has a report's title, its encoding not yet being judged. */
  private hasTitleLine(path: string): boolean {
    let bytes: Uint8Array | Unreadable;
    try {
      bytes = readBytes(path, 12_000, false);
    } catch (error) {
      this.complain(path, unreadable(path, error));
      return false;
    }
    if (!(bytes instanceof Uint8Array)) return false;
    return ([markOf(bytes) ?? 'utf-8', 'gb18030'] as const).some(encoding =>
      beginsAsReport(decodeLoosely(encoding, bytes), this.kinds),
    );
  }
}

/** What an entry of a folder is sorted by. */
function orderOf(entry: Dirent): string {
  return entry.isDirectory() ? `${entry.name}/` : entry.name;
}

/**
 * Text of a file; why not where it cannot be read, is empty, too large, or its bytes are not in the encoding. Never
 * throws.
 */
export function readText(
  path: string,
  encoding: Encoding,
  most: number = LIMITS.commandLineBytes,
): string | Unreadable {
  const bytes = readInput(path, most);
  return bytes instanceof Uint8Array ? textOf(bytes, encoding) : bytes;
}

/** Bytes of a whole file; why not where it cannot be read or is too large. Never throws. */
export function readInput(path: string, most: number = LIMITS.commandLineBytes): Uint8Array | Unreadable {
  try {
    return readBytes(path, most, true);
  } catch (error) {
    return unreadable(path, error);
  }
}

/** Text of bytes that are a whole input, which is not empty. */
export function textOf(bytes: Uint8Array, encoding: Encoding): string | Unreadable {
  const text = decode(bytes, encoding);
  return typeof text === 'string' && text.trim() === '' ? { reason: 'cli.empty', detail: '' } : text;
}

/**
 * The first `most` bytes of a file; where all of them are wanted, nothing of a larger one. Nothing of what is no file.
 * Throws what reading throws.
 */
function readBytes(path: string, most: number, isWhole: boolean): Uint8Array | Unreadable {
  const info = statSync(path);
  if (info.isDirectory()) return { reason: 'cli.isFolder', detail: '' };
  // Below /dev stands what a shell gives in place of a file; any other pipe or device might never end.
  if (!info.isFile() && !(info.isFIFO() && path.startsWith('/dev/'))) return { reason: 'cli.notFile', detail: '' };
  if (isWhole && info.size > most) return tooLarge(info.size, most);
  const file = openSync(path, 'r');
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    while (size < most + (isWhole ? 1 : 0)) {
      const buffer = Buffer.allocUnsafe(Math.min(most + 1, Math.max(4096, info.size - size + 1)));
      const count = readSync(file, buffer);
      if (count === 0) break;
      chunks.push(buffer.subarray(0, count));
      size += count;
    }
    if (isWhole && size > most) return tooLarge(size, most);
    return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
  } finally {
    closeSync(file);
  }
}

function tooLarge(size: number, most: number): Unreadable {
  return most === LIMITS.commandLineBytes
    ? { reason: 'cli.tooLarge', detail: String(Math.ceil(size / 1024 / 1024)) }
    : { reason: 'cli.settingsTooLarge', detail: (most / 1_000_000).toFixed(0) };
}

/** Bytes of a stream, as far as a draft may be long. */
export async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | Unreadable> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    // What follows is not waited for: it might never end.
    if (size > LIMITS.commandLineBytes) return tooLarge(size, LIMITS.commandLineBytes);
  }
  return Buffer.concat(chunks);
}

/** Why the system did not give a file. */
export function unreadable(path: string, error: unknown): Unreadable {
  const code = codeOf(error);
  if (code === 'ENOENT') return { reason: isLink(path) ? 'cli.brokenLink' : 'cli.notFound', detail: '' };
  if (code === 'EACCES' || code === 'EPERM') return { reason: 'cli.noPermission', detail: '' };
  if (code === 'ELOOP') return { reason: 'cli.circularLink', detail: '' };
  if (code === 'EISDIR') return { reason: 'cli.isFolder', detail: '' };
  return { reason: 'cli.cannotRead', detail: code ?? String(error) };
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** What the system says of a path, links followed, or its error. */
function infoOf(path: string): Stats | Error {
  try {
    return statSync(path);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** Bytes of a file; 0 where that is not known. */
export function sizeOf(path: string): number {
  const info = infoOf(path);
  return info instanceof Error ? 0 : info.size;
}

/** The nearest `.annual-report.json` upward from a folder; undefined when there is none. */
export function nearestConfig(start: string): string | undefined {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    const candidate = join(folder, CONFIGURATION_FILE_NAME);
    const info = infoOf(candidate);
    // What cannot be read is named, rather than another in its place.
    if (info instanceof Error ? isLink(candidate) : !info.isDirectory()) return candidate;
    if (folder === dirname(folder)) return undefined;
  }
}
