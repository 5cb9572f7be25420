import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { Encoding } from './args.ts';

/** A file to check, named as it was given. */
export interface InputFile {
  readonly path: string;
}

/** An input that cannot be read, with the message id of the reason. */
export interface InputProblem {
  readonly path: string;
  readonly reason: 'cli.notFound' | 'cli.noMatch' | 'cli.cannotRead' | 'cli.notUtf8' | 'cli.notText' | 'cli.badConfig' | 'cli.badStatute';
  readonly detail: string;
}

const DRAFT_ENDINGS = /\.(?:md|txt|html?)$/i;
const DRAFT_NAMES = /(?:政府信息|政务|信息)公开.*(?:报告|年报)|年报\.|\.annual-report\.(?:md|txt)$/;
const TITLE_LINE = /(?:政府信息|政务|信息)公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)/;

/**
 * Files that the inputs name: a file whatever its name, a glob's matches, of a folder the drafts that their name or a
 * title line marks as reports.
 */
export async function listFiles(inputs: readonly string[]): Promise<{ files: InputFile[]; problems: InputProblem[] }> {
  const files: InputFile[] = [];
  const problems: InputProblem[] = [];
  const seen = new Set<string>();
  const add = (path: string) => {
    if (seen.has(resolve(path))) return;
    seen.add(resolve(path));
    files.push({ path });
  };
  for (const input of inputs) {
    const info = await stat(input).catch(() => undefined);
    if (info?.isDirectory()) {
      for (const path of await draftsIn(input)) add(path);
    } else if (info) add(input);
    else if (isDynamicPattern(input)) {
      const matches = await glob(input.replaceAll('\\', '/'), { dot: false, onlyFiles: true, expandDirectories: false });
      if (matches.length === 0) problems.push({ path: input, reason: 'cli.noMatch', detail: '' });
      for (const path of matches.sort()) add(path);
    } else problems.push({ path: input, reason: 'cli.notFound', detail: '' });
  }
  return { files, problems };
}

async function draftsIn(folder: string): Promise<string[]> {
  const names = await glob('**/*', { cwd: folder, onlyFiles: true, ignore: ['**/node_modules/**'] });
  const drafts: string[] = [];
  for (const name of names.sort()) {
    if (!DRAFT_ENDINGS.test(name)) continue;
    const path = join(folder, name);
    if (DRAFT_NAMES.test(basename(name)) || await hasTitleLine(path)) drafts.push(path);
  }
  return drafts;
}

async function hasTitleLine(path: string): Promise<boolean> {
  const text = await readText(path, 'auto').catch(() => undefined);
  if (typeof text !== 'string') return false;
  return text.slice(0, 3000).split(/\r?\n/, 30).some(line => {
    const words = line.replace(/<[^>]{0,200}>/g, '').trim();
    return words.length <= 80 && TITLE_LINE.test(words);
  });
}

/** Text of a file; a problem where its bytes are not in the encoding, or no text at all. Throws what reading throws. */
export async function readText(path: string, encoding: Encoding): Promise<string | Pick<InputProblem, 'reason' | 'detail'>> {
  return decode(await readFile(path), encoding);
}

/** Decodes strictly: UTF-8 (BOM allowed), UTF-16 with BOM, else GB18030. What decodes as none is reported, not guessed. */
export function decode(bytes: Uint8Array, encoding: Encoding): string | Pick<InputProblem, 'reason' | 'detail'> {
  if (encoding === 'auto') {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  }
  if (encoding !== 'gb18030') {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return text.includes('\0') ? { reason: 'cli.notText', detail: '' } : text;
    } catch {
      if (encoding === 'utf8') return { reason: 'cli.notUtf8', detail: '' };
    }
  }
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return text.includes('\0') ? { reason: 'cli.notText', detail: '' } : text;
  } catch {
    return { reason: 'cli.notText', detail: '' };
  }
}

/** The nearest `.annual-report.json` upward from a file; undefined when there is none. */
export async function nearestConfig(path: string): Promise<string | undefined> {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const candidate = join(folder, '.annual-report.json');
    if (await stat(candidate).then(info => info.isFile(), () => false)) return candidate;
    if (folder === dirname(folder)) return undefined;
  }
}
