/** A file or folder that a setting names. */
export interface Place {
  readonly uri: string;
  /** Folder of the workspace that the setting belongs to. */
  readonly root: string;
  /** Whether it lies in there; what does not is read only where the user's own settings name it. */
  readonly isInside: boolean;
}

const SCHEME_AND_PATH = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)(\/[^?#]*)/i;

/**
 * Where a path, as a setting writes it, leads: from the folder at `base`, inside or outside of the folder at `root`.
 * Undefined for what is no path, or where the folder's files have no paths.
 */
export function placeOf(path: string, base: string, root: string): Place | undefined {
  const written = path.trim().replaceAll('\\', '/');
  if (written === '' || written.includes('\0') || /^[a-z][a-z0-9+.-]+:/i.test(written)) return undefined;
  const [, scheme, folder] = SCHEME_AND_PATH.exec(base) ?? [];
  const rootPath = SCHEME_AND_PATH.exec(root)?.[2];
  if (scheme === undefined || folder === undefined || rootPath === undefined) return undefined;
  const isAbsolute = /^(?:\/|[a-z]:\/)/i.test(written);
  // Some systems read dots and blanks together as the folder above.
  if (written.split('/').some(step => /^[. ]+$/.test(step) && step !== '.' && step !== '..')) return undefined;
  const steps = isAbsolute ? [] : stepsOf(decoded(folder));
  for (const step of written.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  const rootSteps = stepsOf(decoded(rootPath));
  const isInside = rootSteps.every((step, i) => sameStep(step, steps[i]));
  return { uri: `${scheme}/${steps.map(encodeURIComponent).join('/')}`, root, isInside };
}

/** The workspace folder that holds an address, the innermost of several; else the folder that it stands in. */
export function rootOf(uri: string, folders: readonly string[]): string {
  const address = decoded(uri);
  const holding = folders
    .map(folder => folder.replace(/\/+$/, ''))
    .filter(folder => address.startsWith(`${decoded(folder)}/`))
    .sort((a, b) => b.length - a.length);
  return holding[0] ?? folderOf(uri);
}

/** Folder of a file. */
export function folderOf(uri: string): string {
  return (/^[^?#]*/.exec(uri)?.[0] ?? uri).replace(/\/[^/]*$/, '');
}

/** The file that a draft is an older state of, as on the left side of a comparison; else the draft itself. */
export function workingAddress(uri: string): string {
  return /^git:\//i.test(uri) ? uri.replace(/^git:(?:\/\/)?/i, 'file://').replace(/[?#].*$/, '') : uri;
}

function stepsOf(path: string): string[] {
  return path.split('/').filter(step => step !== '');
}

/** Letters of drives are written in either case. */
function sameStep(a: string, b: string | undefined): boolean {
  return a === b || (b !== undefined && /^[a-z]:$/i.test(a) && a.toLowerCase() === b.toLowerCase());
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
