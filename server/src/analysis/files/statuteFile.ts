import { LIMITS } from '../../text/limits.ts';
import { appliesFrom, namesOf } from '../../statutes/index.ts';
import { statutesNamed } from '../../statutes/registry/statuteNames.ts';
import type { Article, Statute } from '../../statutes/types.ts';
import { fileNameOf } from '../../text/address.ts';
import { fold } from '../../text/fold.ts';
import { hash32 } from '../../text/hash.ts';
import type { Span } from '../../text/span.ts';
import { JsonReader, spanOf, type Node } from './jsonReader.ts';
import { CLAUSE_FIELDS, readFields, STATUTE_FIELDS, STATUTE_LIMITS, withoutTitleMarks } from './statuteFields.ts';
import type { FileMessage, FileProblem, WorkspaceFile } from './workspaceFile.ts';

/** Statutes read from one file, with the place of each title. */
interface ReadFile {
  readonly uri: string;
  readonly statutes: readonly { readonly statute: Statute; readonly titleSpan: Span }[];
  readonly problems: FileProblem[];
}

interface LocalStatuteFiles {
  readonly statutes: readonly Statute[];
  /** By the file's address; a file without any has an empty list. */
  readonly problems: ReadonlyMap<string, readonly FileProblem[]>;
}

/**
 * Reads the statutes that a workspace adds, as schemas/statutes.schema.json describes them. Never throws: what is not
 * understood is left out and reported at its place. Of several versions of one title each but the last is superseded by
 * the next, in the order of the days from which they apply.
 */
export function readStatuteFiles(files: readonly WorkspaceFile[]): LocalStatuteFiles {
  const read = files.map(readStatuteFile);
  const kept: Statute[] = [];
  const taken: TakenNames = new Map();
  for (const { statutes, problems } of read) {
    for (const { statute, titleSpan } of statutes) {
      const problem =
        kept.length >= STATUTE_LIMITS.statutes
          ? ({ message: 'statuteFile.tooMany', args: { limit: STATUTE_LIMITS.statutes } } as const)
          : conflictOf(statute, taken);
      if (problem) problems.push({ span: titleSpan, severity: 'error', ...problem });
      else {
        kept.push(statute);
        take(statute, taken);
      }
    }
  }
  return { statutes: inSuccession(kept), problems: new Map(read.map(({ uri, problems }) => [uri, problems])) };
}

/** By folded name: the title of the statutes that have it, which are versions of one, and the days from which they apply. */
type TakenNames = Map<string, { readonly title: string; readonly from: Set<string> }>;

function take(statute: Statute, taken: TakenNames): void {
  for (const name of namesOf(statute)) {
    const folded = fold(name);
    const others = taken.get(folded);
    if (others) others.from.add(appliesFrom(statute));
    else taken.set(folded, { title: statute.title, from: new Set([appliesFrom(statute)]) });
  }
}

/** Message for a statute that cannot stand beside those known: a name is taken, or nothing tells the versions apart. */
function conflictOf(statute: Statute, taken: TakenNames): FileMessage | undefined {
  const own = fold(statute.title);
  const from = appliesFrom(statute);
  for (const name of namesOf(statute)) {
    const known = statutesNamed(name)?.candidates.map(other => ({
      title: other.title,
      from: new Set([appliesFrom(other)]),
    }));
    for (const other of [...(known ?? []), taken.get(fold(name))]) {
      if (!other) continue;
      if (fold(other.title) !== own) return { message: 'statuteFile.nameTaken', args: { name, title: other.title } };
      if (from === '' || other.from.has('') || other.from.has(from))
        return { message: 'statuteFile.sameVersion', args: { title: statute.title } };
    }
  }
  return undefined;
}

function inSuccession(statutes: readonly Statute[]): readonly Statute[] {
  const versions = new Map<string, Statute[]>();
  for (const statute of statutes) {
    const title = fold(statute.title);
    const group = versions.get(title);
    if (group) group.push(statute);
    else versions.set(title, [statute]);
  }
  const next = new Map<Statute, Statute>();
  for (const group of versions.values()) {
    // No two of them apply from the same day.
    group.sort((a, b) => (appliesFrom(a) < appliesFrom(b) ? -1 : 1));
    for (const [i, statute] of group.entries()) {
      const later = group[i + 1];
      if (later) next.set(statute, later);
    }
  }
  return statutes.map(statute => {
    const later = next.get(statute);
    return later ? { ...statute, superseded: { by: later.id, from: appliesFrom(later) } } : statute;
  });
}

function readStatuteFile({ uri, text }: WorkspaceFile): ReadFile {
  const reader = new JsonReader();
  const { problems } = reader;
  if (text === null || text.length > LIMITS.statuteFileLength) {
    reader.report({ start: 0, end: 0 }, text === null ? 'statuteFile.unreadable' : 'statuteFile.tooLarge');
    return { uri, statutes: [], problems };
  }
  const root = reader.parse(text);
  const list = root && reader.object(root, ['$schema', 'statutes'], ['statutes'])?.get('statutes');
  const members = list ? reader.array(list, STATUTE_LIMITS.statutes) : [];
  const statutes = members.flatMap(
    (node, i) => readStatute(node, `local-${hash32(uri)}-${String(i + 1)}`, fileNameOf(uri), reader) ?? [],
  );
  return { uri, statutes, problems };
}

function readStatute(
  node: Node,
  id: string,
  file: string,
  reader: JsonReader,
): { readonly statute: Statute; readonly titleSpan: Span } | undefined {
  const read = readFields(node, STATUTE_FIELDS, reader);
  const titleNode = read?.nodes.get('title');
  if (!read || !titleNode) return undefined;
  const { title, aliases = [], shortNames = [], number, explanation, clauses, ...others } = read.values;
  const { effective, repealed, articleCount } = others;
  const repealedNode = read.nodes.get('repealed');
  if (repealedNode && effective !== undefined && repealed !== undefined && repealed < effective)
    reader.complain(repealedNode, 'statuteFile.repealedEarlier');
  const statute: Statute = {
    ...others,
    id,
    title: withoutTitleMarks(title),
    aliases,
    shortNames,
    notes: explanation === undefined ? [] : [explanation],
    articles: clauses ? readClauses(clauses, articleCount, reader) : [],
    verification: 'verified',
    checked: file,
    ...(number === undefined ? {} : { documentNumber: number }),
  };
  return { statute, titleSpan: spanOf(titleNode) };
}

function readClauses(list: Node, articleCount: number | undefined, reader: JsonReader): readonly Article[] {
  const articles = new Map<number, Article>();
  for (const node of reader.array(list, STATUTE_LIMITS.clauses)) {
    const read = readFields(node, CLAUSE_FIELDS, reader, ({ article }, nodes) => {
      const at = nodes.get('article') ?? node;
      if (articles.has(article)) reader.complain(at, 'statuteFile.articleTwice', { article });
      else if (articleCount !== undefined && article > articleCount)
        reader.complain(at, 'statuteFile.articleBeyond', { article, count: articleCount });
      else return true;
      return false;
    });
    if (!read) continue;
    const { article: no, items = [], itemsIn, keywords = [], keyFigures = [], ...others } = read.values;
    const topics = items.map(topic => ({ topic }));
    const paragraph = itemsIn === undefined ? {} : { paragraph: itemsIn };
    articles.set(no, {
      ...others,
      no,
      items: topics.length === 0 ? [] : [{ ...paragraph, count: topics.length, topics }],
      keywords,
      keyFigures,
    });
  }
  return [...articles.values()].sort((a, b) => a.no - b.no);
}
