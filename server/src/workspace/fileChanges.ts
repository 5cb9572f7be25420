import { isDraftFileName } from '../format/reportNames.ts';

/** A file, or a folder, that was made or written, or is gone. */
export interface FileChange {
  readonly uri: string;
  readonly isGone: boolean;
}

/**
 * The last thing that happened to each file or folder, those that are gone before those that were made or written: what
 * is written anew is told of as gone and made, and a folder that is swapped as gone, with new files in it.
 */
export function lastChanges(changes: readonly FileChange[]): readonly FileChange[] {
  const last = [...new Map(changes.map(change => [change.uri, change])).values()];
  return [...last.filter(({ isGone }) => isGone), ...last.filter(({ isGone }) => !isGone)];
}

/** Whether a new file may be a report, or is a folder as far as its name tells. */
export function mayHoldReports(name: string): boolean {
  return isDraftFileName(name) || !/\.[a-z][a-z0-9]{0,9}$/i.test(name);
}

/** Whether a path, or a folder that it lies in, is among some. */
export function isAtOrBelow(path: string, places: ReadonlySet<string>): boolean {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
    if (places.has(path.slice(0, end))) return true;
  return false;
}
