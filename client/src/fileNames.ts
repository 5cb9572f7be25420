import type { Uri } from 'vscode';

/** Name of a file, without its folder, as messages name it. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The same without its ending. */
export function stemOf(uri: Uri): string {
  return nameOf(uri).replace(/\.[^.]*$/, '');
}
