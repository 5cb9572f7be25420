import type { EditionDescription, FormatDescription } from '../../format/description.ts';
import { editionOf } from '../../format/editionOf.ts';
import { BUILT_IN } from '../../format/editionSet.ts';
import { kindOf, type KindDescription, type ReportKind } from '../../format/kind.ts';
import type { Edition } from '../../format/types.ts';
import { LIMITS } from '../../text/limits.ts';
import { checkEdition } from './editionFaults.ts';
import type { Fields } from './fields.ts';
import { EDITION_FIELDS, FORMAT_FIELDS } from './formatFields.ts';
import { KIND_FIELDS } from './kindFields.ts';
import { FORMAT_LIMITS, readFormatFields, type Kind } from './formatValues.ts';
import { JsonReader, memberOf, type Node } from './jsonReader.ts';
import { soundKinds, type KindEntry } from './kindFaults.ts';
import type { FileProblem, WorkspaceFile } from './workspaceFile.ts';

/** The formats read from a workspace's files. */
export interface FormatFiles {
  /** The editions without a fault, each behind the one that it extends, and the kinds that they are of. */
  readonly formats: readonly FormatDescription[];
  /** By the file's address; a file without any has an empty list. */
  readonly problems: ReadonlyMap<string, readonly FileProblem[]>;
}

/** An edition with its place, and the reader of its file. */
interface Entry {
  readonly edition: EditionDescription;
  readonly node: Node;
  readonly reader: JsonReader;
}

/** What was read of a file, before its parts are compared with each other and with those of other files. */
interface ReadFile {
  readonly kinds: readonly KindEntry[];
  readonly editions: readonly Entry[];
}

/**
 * Reads format files, as schemas/formats.schema.json describes them. Never throws: what is wrong is reported at its
 * place, and an edition with an error is left out as a whole, the others are used. `known`: editions that they may
 * extend.
 */
export function readFormatFiles(
  files: readonly WorkspaceFile[],
  known: readonly Edition[] = BUILT_IN.editions,
): FormatFiles {
  const readers = new Map<string, JsonReader>();
  const read = files.map(({ uri, text }) => {
    const reader = new JsonReader();
    readers.set(uri, reader);
    return readFormatFile(text, reader);
  });
  const entries = read.flatMap(({ editions }) => editions);
  for (const { node, reader } of entries.splice(FORMAT_LIMITS.editions))
    reader.complain(node, 'statuteFile.tooMany', { limit: FORMAT_LIMITS.editions });
  const knownKinds = [...new Set(known.map(({ kind }) => kind))];
  const kinds = soundKinds(
    read.flatMap(file => file.kinds),
    knownKinds,
  );
  const kindsById = new Map([...knownKinds, ...kinds.map(kindOf)].map(kind => [kind.id, kind]));
  const editions = soundOnes(inOrder(withoutTakenIds(entries, known), known), known, kindsById);
  return {
    formats: editions.length === 0 ? [] : [{ ...(kinds.length > 0 ? { kinds } : {}), editions }],
    problems: new Map([...readers].map(([uri, { problems }]) => [uri, problems])),
  };
}

function readFormatFile(text: string | null, reader: JsonReader): ReadFile {
  if (text === null || text.length > LIMITS.statuteFileLength) {
    reader.report({ start: 0, end: 0 }, text === null ? 'statuteFile.unreadable' : 'statuteFile.tooLarge');
    return { kinds: [], editions: [] };
  }
  const root = reader.parse(text);
  const members = root && reader.object(root, Object.keys(FORMAT_FIELDS), ['editions']);
  const listed = <T>(name: string, fields: Fields<Kind>): (readonly [T, Node])[] => {
    const list = members?.get(name);
    return (list ? reader.array(list, FORMAT_LIMITS.editions) : []).flatMap(node => {
      const before = reader.errors;
      const values = readFormatFields(node, fields, reader)?.values;
      // The table of fields has read what the type says; a test compares them.
      return values && reader.errors === before ? [[values as unknown as T, node] as const] : [];
    });
  };
  return {
    kinds: listed<KindDescription>('kinds', KIND_FIELDS).map(([kind, node]) => ({ kind, node, reader })),
    editions: listed<EditionDescription>('editions', EDITION_FIELDS).map(([edition, node]) => ({
      edition,
      node,
      reader,
    })),
  };
}

function withoutTakenIds(entries: readonly Entry[], known: readonly Edition[]): readonly Entry[] {
  const taken = new Set(known.map(({ id }) => id));
  return entries.filter(({ edition: { id }, node, reader }) => {
    const isTaken = taken.has(id);
    if (isTaken) reader.complain(memberOf(node, 'id') ?? node, 'formatFile.idTwice', { name: id });
    taken.add(id);
    return !isTaken;
  });
}

/** The editions, each behind the one that it extends; those that extend nothing known, or each other, are left out. */
function inOrder(entries: readonly Entry[], others: readonly Edition[]): readonly Entry[] {
  const ordered: Entry[] = [];
  const known = new Set(others.map(({ id }) => id));
  let left = [...entries];
  for (;;) {
    const next = left.filter(({ edition }) => edition.extends === undefined || known.has(edition.extends));
    if (next.length === 0) break;
    ordered.push(...next);
    for (const { edition } of next) known.add(edition.id);
    left = left.filter(entry => !next.includes(entry));
  }
  const byId = new Map(left.map(({ edition }) => [edition.id, edition]));
  for (const { edition, node, reader } of left) {
    const at = memberOf(node, 'extends') ?? node;
    const name = edition.extends ?? '';
    if (byId.has(name) && leadsBack(edition.id, byId)) reader.complain(at, 'formatFile.circular', { name });
    else if (byId.has(name)) reader.complain(at, 'formatFile.extendsBroken', { name });
    else reader.complain(at, 'formatFile.unknownEdition', { name, names: [...known].join(', ') });
  }
  return ordered;
}

/** Whether an edition extends itself, by way of others or not. */
function leadsBack(id: string, editions: ReadonlyMap<string, EditionDescription>): boolean {
  const seen = new Set<string>();
  let at = editions.get(id)?.extends;
  while (at !== undefined && at !== id && !seen.has(at)) {
    seen.add(at);
    at = editions.get(at)?.extends;
  }
  return at === id;
}

/** The editions whose parts fit together; what does not is reported. One that extends a faulty edition is faulty. */
function soundOnes(
  entries: readonly Entry[],
  known: readonly Edition[],
  kinds: ReadonlyMap<string, ReportKind>,
): readonly EditionDescription[] {
  const made = new Map<string, Edition>(known.map(edition => [edition.id, edition]));
  const own: Edition[] = [];
  const sound: EditionDescription[] = [];
  for (const { edition, node, reader } of entries) {
    const before = reader.errors;
    const base = edition.extends === undefined ? undefined : made.get(edition.extends);
    const kind = base?.kind ?? kinds.get(edition.kind ?? '');
    const kindNode = memberOf(node, 'kind') ?? node;
    if (edition.extends !== undefined && !base)
      reader.complain(memberOf(node, 'extends') ?? node, 'formatFile.extendsBroken', { name: edition.extends });
    else if (!base && edition.kind === undefined)
      reader.complain(node, 'formatFile.kindNeeded', { names: [...kinds.keys()].join(', ') });
    else if (!kind)
      reader.complain(kindNode, 'formatFile.unknownKey', {
        name: edition.kind ?? '',
        names: [...kinds.keys()].join(', '),
      });
    else {
      if (edition.kind !== undefined && edition.kind !== kind.id)
        reader.complain(kindNode, 'formatFile.otherKind', { name: edition.extends ?? '', title: kind.name });
      checkEdition({ edition, kind, base, node, reader });
      checkYears(
        edition,
        own.filter(other => other.kind === kind),
        node,
        reader,
      );
      if (reader.errors > before) continue;
      const result = editionOf(edition, { kind, base, root: edition.id });
      made.set(edition.id, result);
      own.push(result);
      sound.push(edition);
    }
  }
  return sound;
}

/** A report year has one edition of a kind. */
function checkYears(
  { years: { from, to = Infinity } }: EditionDescription,
  others: readonly Edition[],
  node: Node,
  reader: JsonReader,
): void {
  const at = memberOf(node, 'years') ?? node;
  if (to < from) reader.complain(at, 'formatFile.yearsReversed');
  const other = others.find(({ years }) => years.from <= to && from <= (years.to ?? Infinity));
  if (other) reader.complain(at, 'formatFile.yearsTaken', { name: other.id });
}
