import { isGovernmentKey, isPlaced } from '../summary/bodyNames.ts';
import type { KnownReport } from './body.ts';

/** Folder of a path, with `/` behind it; empty for none. */
export function folderOf(path: string): string {
  return path.slice(0, path.replaceAll('\\', '/').lastIndexOf('/') + 1);
}

/**
 * Key of each report: its own, with the place of the nearest folder's only government before it where the name leaves
 * its place out.
 */
export function placedKeys(reports: readonly KnownReport[]): ReadonlyMap<KnownReport, string> {
  const keys = new Map<KnownReport, string>();
  const unplaced = reports.filter(({ bodyKey }) => !isPlaced(bodyKey));
  if (unplaced.length === 0) return keys;
  const governments = governmentsByFolder(reports);
  for (const report of unplaced) {
    for (let folder = folderOf(report.path); ; folder = folderOf(folder.slice(0, -1))) {
      const found = governments.get(folder);
      if (found?.size === 1) {
        keys.set(report, `${[...found][0] ?? ''}${report.bodyKey}`);
        break;
      }
      if (folder === '' || found) break;
    }
  }
  return keys;
}

/** Keys of the governments whose reports stand in each folder. */
export function governmentsByFolder(reports: readonly KnownReport[]): ReadonlyMap<string, ReadonlySet<string>> {
  const governments = new Map<string, Set<string>>();
  for (const { path, bodyKey } of reports) {
    if (!isGovernmentKey(bodyKey)) continue;
    const folder = folderOf(path);
    const known = governments.get(folder) ?? new Set();
    governments.set(folder, known.add(bodyKey));
  }
  return governments;
}
