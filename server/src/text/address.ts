import { URI } from 'vscode-uri';

// The one reader of addresses. What names a file decides what is read, so that nothing else takes escapes out of an
// address.

/**
 * Longer addresses are not taken apart: no system has such paths, and malformed escapes cost more than their length.
 */
const LONGEST_ADDRESS = 16_000;

/** An address in its parts, without escapes; malformed escapes stay as they are. */
export interface Address {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/** The parts of an address; undefined for what is none. Never throws. */
export function parseAddress(uri: string): Address | undefined {
  if (uri.length > LONGEST_ADDRESS || !/^[a-z][a-z0-9+.-]*:/i.test(uri)) return undefined;
  try {
    return URI.parse(uri);
  } catch {
    return undefined;
  }
}

/** An address without escapes, to be compared with others or shown; what is no address stays as it is. Never throws. */
export function decodeAddress(uri: string): string {
  const parsed = parseAddress(uri);
  if (!parsed) return uri;
  const { scheme, authority, path, query, fragment } = parsed;
  return `${scheme}://${authority}${path}${query === '' ? '' : `?${query}`}${fragment === '' ? '' : `#${fragment}`}`;
}

/** The address of a path on the host of another address, written as VS Code writes it. */
export function withPath({ scheme, authority }: Address, path: string): string {
  return URI.from({ scheme, authority, path }).toString();
}

/** Whether two steps of paths are one: the letters of drives are written in either case. */
export function isSameStep(a: string, b: string | undefined): boolean {
  return a === b || (b !== undefined && /^[a-z]:$/i.test(a) && a.toLowerCase() === b.toLowerCase());
}

/** Path of a file as seen from the folder that another one stands in; undefined where it does not lie in that. */
export function pathBeside(uri: string, other: string): string | undefined {
  const folder = decodeAddress(other).split('/').slice(0, -1);
  const steps = decodeAddress(uri).split('/');
  if (steps.length <= folder.length || !folder.every((step, i) => isSameStep(step, steps[i]))) return undefined;
  return steps.slice(folder.length).join('/');
}

/** Name of the file at an address. */
export function fileNameOf(uri: string): string {
  const path = parseAddress(uri)?.path ?? uri;
  return path.slice(path.lastIndexOf('/') + 1);
}
