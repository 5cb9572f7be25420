import { DOCUMENT_TEXT_SCHEME } from '../protocol/documents.ts';
import { OLD_SIDE_SCHEME } from '../protocol/protocol.ts';
import { decodeAddress, isSameStep, parseAddress, withPath } from '../text/address.ts';

/** A file or folder that a setting names. */
export interface Place {
  readonly uri: string;
  /** Folder of the workspace that the setting belongs to. */
  readonly root: string;
  /** Whether the place lies in that folder; others are read only where the user's own settings name them. */
  readonly isInside: boolean;
}

/**
 * The place that a path in a setting names: counted from the folder at `base`, inside or outside of the folder at
 * `root`. Undefined for what is no path, or where the folder's files have no paths.
 */
export function placeOf(path: string, base: string, root: string): Place | undefined {
  const written = path.trim().replaceAll('\\', '/');
  if (written === '' || written.includes('\0') || /^[a-z][a-z0-9+.-]+:/i.test(written)) return undefined;
  const folder = parseAddress(base);
  const rootPath = parseAddress(root)?.path;
  if (!folder?.path.startsWith('/') || rootPath?.startsWith('/') !== true) return undefined;
  const isAbsolute = /^(?:\/|[a-z]:\/)/i.test(written);
  // Some systems read dots and blanks together as the folder above.
  if (written.split('/').some(step => /^[. ]+$/.test(step) && step !== '.' && step !== '..')) return undefined;
  const steps = resolveSteps(isAbsolute ? [] : stepsOf(folder.path), written);
  const isInside = stepsOf(rootPath).every((step, i) => isSameStep(step, steps[i]));
  return { uri: withPath(folder, `/${steps.join('/')}`), root, isInside };
}

/** The workspace folder that holds an address, the innermost of several; else the folder that it stands in. */
export function rootOf(uri: string, folders: readonly string[]): string {
  const address = parseAddress(uri);
  const steps = stepsOf(address?.path ?? '');
  const holding = folders
    .flatMap(folder => {
      const parsed = parseAddress(folder);
      return parsed ? [{ folder, parsed, steps: stepsOf(parsed.path) }] : [];
    })
    .filter(
      each =>
        each.parsed.scheme === address?.scheme &&
        each.parsed.authority === address.authority &&
        each.steps.length < steps.length &&
        each.steps.every((step, i) => isSameStep(step, steps[i])),
    )
    .sort((a, b) => b.steps.length - a.steps.length);
  const [innermost] = holding;
  if (!innermost) return folderOf(uri);
  // The root of a file system is a slash alone; any other folder is named without one behind it.
  return innermost.steps.length > 0 ? innermost.folder.replace(/\/+$/, '') : withPath(innermost.parsed, '/');
}

/** Folder of a file. */
export function folderOf(uri: string): string {
  return (/^[^?#]*/.exec(uri)?.[0] ?? uri).replace(/\/[^/]*$/, '');
}

/** Path of an address, without escapes; the address itself where it has none. */
export function pathOf(uri: string): string {
  return parseAddress(uri)?.path ?? uri;
}

/** Whether `file`, as the configuration file at `configurationUri` writes it, is the draft at `uri`. */
export function namesDraft(file: string, configurationUri: string, uri: string): boolean {
  const folder = decodeAddress(configurationUri).split('/').slice(0, -1);
  const named = resolveSteps(folder, file.replaceAll('\\', '/'));
  const steps = decodeAddress(uri).split('/');
  return named.length === steps.length && named.every((step, i) => isSameStep(step, steps[i]));
}

/** The file that a draft is an older state of, as on the left side of a comparison; else the draft itself. */
export function workingAddress(uri: string): string {
  const scheme = `${OLD_SIDE_SCHEME}:`;
  if (!uri.toLowerCase().startsWith(`${scheme}/`)) return uri;
  return `file://${uri.slice(scheme.length).replace(/^\/\//, '')}`.replace(/[?#].*$/, '');
}

const HISTORICAL_SCHEMES: ReadonlySet<string> = new Set([
  OLD_SIDE_SCHEME,
  DOCUMENT_TEXT_SCHEME,
  'gitfs',
  'git-index',
  'gitlens',
  'gitlens-git',
  'svn',
  'hg',
  'scm',
  'vscode-scm',
  'review',
  'pr',
  'githubpr',
  'vscode-local-history',
  'merge-conflict.conflict-diff',
  'chat-editing-snapshot-text-model',
  'chat-editing-text-model',
]);

/** Whether an address is that of an older state, as on the left side of a comparison: explained, but not checked. */
export function isHistorical(uri: string): boolean {
  return HISTORICAL_SCHEMES.has(uri.slice(0, uri.indexOf(':')).toLowerCase());
}

/** The steps that `path` leads to from a folder. */
function resolveSteps(folder: readonly string[], path: string): string[] {
  const steps = [...folder];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps;
}

function stepsOf(path: string): string[] {
  return path.split('/').filter(step => step !== '');
}
