import { memoByObject } from '../../text/memo.ts';
import { groupOf, isGovernmentKey } from '../summary/bodyNames.ts';
import type { Body } from './body.ts';
import { folderOf } from './placing.ts';

interface Governments {
  readonly byKey: ReadonlyMap<string, Body>;
  readonly byFolder: ReadonlyMap<string, ReadonlySet<Body>>;
  readonly byId: ReadonlyMap<string, Body>;
}

/**
 * Id of the body above another: as the settings say; else the government of the longest place that its name begins
 * with; else the only government whose report stands in the folder above, unless it is of another place of that rank.
 * Null for none.
 */
export function parentOf(body: Body, bodies: readonly Body[]): string | null {
  const governments = governmentsOf(bodies);
  const { setting } = body;
  if (setting?.parent !== undefined)
    return governments.byId.has(setting.parent) && setting.parent !== body.id ? setting.parent : null;
  const [key = ''] = body.keys;
  for (let length = key.length - 1; length >= 2; length--) {
    const found = governments.byKey.get(key.slice(0, length));
    if (found && found !== body) return found.id;
  }
  return parentByFolder(body, governments);
}

/**
 * Tells bodies whose name begins with that of another one that is no government: 公安局交通警察大队 of 公安局. Whether
 * that one's figures hold theirs is not known. Those whose body above the settings name are none.
 */
export function withinAnother(bodies: readonly Body[]): (body: Body) => boolean {
  const others = new Map(
    bodies.flatMap(body => body.keys.flatMap(key => (isGovernmentKey(key) ? [] : [[key, body] as const]))),
  );
  return body => {
    const [key = ''] = body.keys;
    if (body.setting?.parent !== undefined || isGovernmentKey(key)) return false;
    for (let length = key.length - 2; length >= 4; length--) {
      const other = others.get(key.slice(0, length));
      if (other && other !== body) return true;
    }
    return false;
  };
}

function parentByFolder(body: Body, { byFolder }: Governments): string | null {
  const [first] = body.reports;
  const [key = ''] = body.keys;
  if (!first || isGovernmentKey(key)) return null;
  const folder = folderOf(first.path);
  if (folder === '' || body.reports.some(({ path }) => folderOf(path) !== folder)) return null;
  const above = byFolder.get(folderOf(folder.slice(0, -1)));
  const [parent, ...others] = above ?? [];
  if (!parent || parent === body || others.length > 0) return null;
  // No county is below another one.
  const place = groupOf(key);
  const isBeside = place !== key && parent.keys.every(each => each.at(-1) === place.at(-1) && !each.endsWith(place));
  return isBeside ? null : parent.id;
}

const governmentsOf = memoByObject((bodies: readonly Body[]): Governments => {
  const byKey = new Map<string, Body>();
  const byFolder = new Map<string, Set<Body>>();
  for (const body of bodies) {
    for (const key of body.keys) {
      if (!isGovernmentKey(key)) continue;
      byKey.set(key, body);
      for (const { path } of body.reports) {
        const folder = folderOf(path);
        byFolder.set(folder, (byFolder.get(folder) ?? new Set()).add(body));
      }
    }
  }
  return { byKey, byFolder, byId: new Map(bodies.map(body => [body.id, body])) };
});
