import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isBelow } from '../hosts/diskHost.ts';
import type { SarifArtifact } from '../reporters/sarif.ts';

/** Below the working directory a path from there, anything else as a whole address. */
export function artifactOf(path: string, cwd: string): SarifArtifact {
  const whole = resolve(cwd, path);
  if (!isBelow(cwd, whole)) return { uri: pathToFileURL(whole).href };
  return { uri: relative(cwd, whole).split(sep).map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

/** Address of a folder, with a slash at its end. */
export function folderUri(cwd: string): string {
  const { href } = pathToFileURL(cwd);
  return href.endsWith('/') ? href : `${href}/`;
}
