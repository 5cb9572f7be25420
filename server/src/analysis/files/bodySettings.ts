import type { BodySetting, BodySettings, ReorganisedSetting } from '../../model/across/bodySettings.ts';
import { isRecord } from '../../text/json.ts';

type Complain = (value: unknown, ...steps: readonly (string | number)[]) => void;

/** Bodies and reorganisations that a settings file may name. */
const MOST_BODIES = 20_000;
const MOST_PATTERNS = 200;

/**
 * Reads `bodies`, `reorganised` and `workspace`. What is not understood is left out and named; where none is set, the
 * given settings stay the same object.
 */
export function readBodySettings(
  raw: Record<string, unknown>,
  base: BodySettings | undefined,
  complain: Complain,
): BodySettings | undefined {
  const bodies = readList(raw['bodies'], 'bodies', readBody, complain);
  const reorganised = readList(raw['reorganised'], 'reorganised', readReorganised, complain);
  const exclude = readExclude(raw['workspace'], complain);
  if (!bodies && !reorganised && !exclude) return base;
  return {
    bodies: bodies ?? base?.bodies ?? [],
    reorganised: reorganised ?? base?.reorganised ?? [],
    exclude: exclude ?? base?.exclude ?? [],
  };
}

/** `workspace.exclude`; the other members of `workspace` are for editors. */
function readExclude(value: unknown, complain: Complain): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isRecord(value)) {
    complain(value, 'workspace');
    return undefined;
  }
  const { exclude } = value;
  if (exclude === undefined) return undefined;
  const patterns = textsOf(exclude);
  if (!patterns || patterns.length > MOST_PATTERNS) complain(exclude, 'workspace', 'exclude');
  return patterns?.slice(0, MOST_PATTERNS);
}

function readList<T>(
  value: unknown,
  name: string,
  read: (entry: Record<string, unknown>) => T | undefined,
  complain: Complain,
): readonly T[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) {
    complain(value, name);
    return undefined;
  }
  const found: T[] = [];
  for (const [i, entry] of value.entries()) {
    const each = isRecord(entry) && found.length < MOST_BODIES ? read(entry) : undefined;
    if (each) found.push(each);
    else complain(entry, name, i);
  }
  return found;
}

function readBody(entry: Record<string, unknown>): BodySetting | undefined {
  const { id, parent, children, scope } = entry;
  const names = textsOf(entry['names']);
  if (typeof id !== 'string' || id.trim() === '' || !names || names.length === 0) return undefined;
  if (parent !== undefined && typeof parent !== 'string') return undefined;
  if (children !== undefined && children !== 'complete') return undefined;
  if (scope !== undefined && scope !== 'area' && scope !== 'body') return undefined;
  return {
    id,
    names,
    ...(parent === undefined ? {} : { parent }),
    ...(children === undefined ? {} : { children }),
    ...(scope === undefined ? {} : { scope }),
  };
}

function readReorganised(entry: Record<string, unknown>): ReorganisedSetting | undefined {
  const { year } = entry;
  const from = textsOf(entry['from'] ?? []);
  const to = textsOf(entry['to'] ?? []);
  if (typeof year !== 'number' || !Number.isInteger(year) || !from || !to || from.length + to.length === 0)
    return undefined;
  return { year, from, to };
}

function textsOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every(each => typeof each === 'string' && each.trim() !== '')
    ? (value as string[])
    : undefined;
}
