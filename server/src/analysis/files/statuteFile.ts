import { LIMITS } from '../../text/limits.ts';
import { appliesFrom, namesOf } from '../../statutes/index.ts';
import { policyNumberedIn, statuteNumberedIn, statutesNamed } from '../../statutes/registry/statuteNames.ts';
import type { Article, LocalDocuments, PolicyDocument, Statute } from '../../statutes/types.ts';
import { fileNameOf } from '../../text/address.ts';
import { fold } from '../../text/fold.ts';
import { hash32 } from '../../text/hash.ts';
import type { Span } from '../../text/span.ts';
import { JsonReader, spanOf, type Node } from './jsonReader.ts';
import {
  CLAUSE_FIELDS,
  POLICY_FIELDS,
  readFields,
  STATUTE_FIELDS,
  STATUTE_LIMITS,
  withoutTitleMarks,
} from './statuteFields.ts';
import type { FileMessage, FileProblem, WorkspaceFile } from './workspaceFile.ts';

/** Statutes and documents on policy read from one file, with the place of each title or number. */
interface ReadFile {
  readonly uri: string;
  readonly statutes: readonly { readonly statute: Statute; readonly titleSpan: Span }[];
  readonly policies: readonly { readonly policy: PolicyDocument; readonly numberSpan: Span }[];
  readonly problems: FileProblem[];
}

interface LocalStatuteFiles {
  readonly documents: LocalDocuments;
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
  const policies: PolicyDocument[] = [];
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
  const numbers = new Map<string, string>();
  for (const { documentNumber, title } of kept)
    if (documentNumber !== undefined) addNumber(numbers, documentNumber, title);
  for (const { policies: found, problems } of read) {
    for (const { policy, numberSpan } of found) {
      const problem =
        policies.length >= STATUTE_LIMITS.policies
          ? ({ message: 'statuteFile.tooMany', args: { limit: STATUTE_LIMITS.policies } } as const)
          : numberTaken(policy, numbers);
      if (problem) problems.push({ span: numberSpan, severity: 'error', ...problem });
      else {
        policies.push(policy);
        addNumber(numbers, policy.number, policy.title);
      }
    }
  }
  return {
    documents: { statutes: inSuccession(kept), policies },
    problems: new Map(read.map(({ uri, problems }) => [uri, problems])),
  };
}

/** Message for a document on policy whose number is another document's: its number alone tells it from others. */
function numberTaken({ number }: PolicyDocument, numbers: ReadonlyMap<string, string>): FileMessage | undefined {
  const title = (statuteNumberedIn(number) ?? policyNumberedIn(number))?.title ?? numbers.get(fold(number));
  return title === undefined ? undefined : { message: 'statuteFile.numberTaken', args: { number, title } };
}

/** Notes whose number it is, unless it is another's already. */
function addNumber(titles: Map<string, string>, number: string, title: string): void {
  const folded = fold(number);
  if (!titles.has(folded)) titles.set(folded, title);
}

/**
 * By folded name: the title of the statutes that have it, which are versions of one, and the days from which they
 * apply.
 */
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
    return { uri, statutes: [], policies: [], problems };
  }
  const root = reader.parse(text);
  const lists = root && reader.object(root, ['$schema', 'statutes', 'policies'], []);
  if (root && lists && !lists.has('statutes') && !lists.has('policies'))
    reader.complain({ ...root, length: 1 }, 'statuteFile.missing', { name: 'statutes' });
  const members = (name: 'statutes' | 'policies'): readonly Node[] => {
    const list = lists?.get(name);
    return list ? reader.array(list, STATUTE_LIMITS[name]) : [];
  };
  const file = fileNameOf(uri);
  const statutes = members('statutes').flatMap(
    (node, i) => readStatute(node, `local-${hash32(uri)}-${String(i + 1)}`, file, reader) ?? [],
  );
  const policies = members('policies').flatMap(node => readPolicy(node, file, reader) ?? []);
  return { uri, statutes, policies, problems };
}

function readPolicy(
  node: Node,
  file: string,
  reader: JsonReader,
): { readonly policy: PolicyDocument; readonly numberSpan: Span } | undefined {
  const read = readFields(node, POLICY_FIELDS, reader);
  const numberNode = read?.nodes.get('number');
  if (!read || !numberNode) return undefined;
  const { number, title, explanation, unverified = [] } = read.values;
  const policy: PolicyDocument = {
    number,
    title: withoutTitleMarks(title),
    verification: unverified.length > 0 ? 'unverified' : 'verified',
    checked: file,
    ...(explanation === undefined ? {} : { notes: [explanation] }),
  };
  return { policy, numberSpan: spanOf(numberNode) };
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
