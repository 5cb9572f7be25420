// The package's main file loads its parts in a way that cannot be bundled.
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser/lib/esm/main.js';
import type { Message, MessageArgs, MessageId } from '../../messages/message.ts';
import { isGenericName } from '../../statutes/registry/genericNames.ts';
import { statutesNamed } from '../../statutes/registry/statuteNames.ts';
import { appliesFrom, namesOf } from '../../statutes/index.ts';
import type { Article, ItemTopic, Statute } from '../../statutes/types.ts';
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';

/** What is wrong with a file of the workspace that the checker reads beside the drafts. */
export type FileProblem = FileMessage & {
  /** Place in the file's text. */
  readonly span: Span;
  /** An error leaves something out of use; a warning does not. */
  readonly severity: 'error' | 'warning';
};

/** Id of a message about a file of statutes or a statute's official text. */
export type FileMessageId = Extract<MessageId, `statuteFile.${string}` | `statuteText.${string}`>;

type FileMessage = Message<FileMessageId>;

/** A file with statutes of a workspace's own. */
export interface StatuteFile {
  readonly uri: string;
  /** Null where it could not be read as text. */
  readonly text: string | null;
}

/** Statutes read from one file, with the place of each title. */
interface ReadFile {
  readonly uri: string;
  readonly statutes: { readonly statute: Statute; readonly titleSpan: Span }[];
  readonly problems: FileProblem[];
}

export interface LocalStatuteFiles {
  readonly statutes: readonly Statute[];
  /** By the file's address; a file without any has an empty list. */
  readonly problems: ReadonlyMap<string, readonly FileProblem[]>;
}

/** Bounds of what is read; what lies beyond them is named in a problem and left out. */
const LIMITS = {
  fileLength: 1_000_000,
  statutes: 500,
  clauses: 2000,
  title: 120,
  words: 4000,
  list: 200,
  article: 2000,
} as const;
/** A shorter name would be found in places that mean something else. */
const SHORTEST_ALIAS = 4;

/**
 * Reads the statutes that a workspace adds, as schemas/statutes.schema.json describes them. Never throws: what is not
 * understood is left out and named at its place. Versions of one title follow one another by the day from which they apply.
 */
export function readStatuteFiles(files: readonly StatuteFile[]): LocalStatuteFiles {
  const read = files.map(readStatuteFile);
  const kept: Statute[] = [];
  for (const { statutes, problems } of read) {
    for (const { statute, titleSpan } of statutes) {
      const problem =
        kept.length >= LIMITS.statutes
          ? ({ message: 'statuteFile.tooMany', args: { limit: LIMITS.statutes } } as const)
          : conflictOf(statute, kept);
      if (problem) problems.push({ span: titleSpan, severity: 'error', ...problem });
      else kept.push(statute);
    }
  }
  return { statutes: inSuccession(kept), problems: new Map(read.map(({ uri, problems }) => [uri, problems])) };
}

/** Why a statute cannot stand beside those known: a name is taken, or nothing tells the versions apart. */
function conflictOf(statute: Statute, kept: readonly Statute[]): FileMessage | undefined {
  for (const name of namesOf(statute)) {
    const folded = fold(name);
    const others = [
      ...(statutesNamed(name)?.candidates ?? []),
      ...kept.filter(other => namesOf(other).some(each => fold(each) === folded)),
    ];
    for (const other of others) {
      if (fold(other.title) !== fold(statute.title))
        return { message: 'statuteFile.nameTaken', args: { name, title: other.title } };
      const from = appliesFrom(statute);
      if (from === '' || appliesFrom(other) === '' || appliesFrom(other) === from)
        return { message: 'statuteFile.sameVersion', args: { title: statute.title } };
    }
  }
  return undefined;
}

/** Of several versions of one title each but the last is superseded by the next. */
function inSuccession(statutes: readonly Statute[]): readonly Statute[] {
  return statutes.map(statute => {
    const later = statutes
      .filter(other => fold(other.title) === fold(statute.title) && appliesFrom(other) > appliesFrom(statute))
      .sort((a, b) => (appliesFrom(a) < appliesFrom(b) ? -1 : 1))[0];
    return later ? { ...statute, superseded: { by: later.id, from: appliesFrom(later) } } : statute;
  });
}

function readStatuteFile({ uri, text: raw }: StatuteFile): ReadFile {
  const problems: FileProblem[] = [];
  const read: ReadFile = { uri, statutes: [], problems };
  const start = { start: 0, end: 0 };
  if (raw === null || raw.length > LIMITS.fileLength) {
    problems.push({
      span: start,
      severity: 'error',
      message: raw === null ? 'statuteFile.unreadable' : 'statuteFile.tooLarge',
      args: {},
    });
    return read;
  }
  // A byte order mark keeps its place, so that places stay those of the file.
  const text = raw.replace(/^\ufeff/, ' ');
  const tooDeep = tooDeepAt(text);
  if (tooDeep !== undefined) {
    problems.push({
      span: { start: tooDeep, end: tooDeep + 1 },
      severity: 'error',
      message: 'statuteFile.tooDeep',
      args: {},
    });
    return read;
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
  const first = errors[0];
  if (first || !root) {
    const span = first ? { start: first.offset, end: first.offset + Math.max(1, first.length) } : start;
    problems.push({
      span: within(text, span),
      severity: 'error',
      message: 'statuteFile.syntax',
      args: { error: first ? printParseErrorCode(first.error) : 'ValueExpected' },
    });
    return read;
  }
  const reader = new Reader(problems);
  const file = reader.object(root, ['$schema', 'statutes'], ['statutes']);
  const list = file?.get('statutes');
  if (!list) return read;
  for (const [i, node] of reader.array(list).entries()) {
    const statute = readStatute(node, `local-${hash(uri)}-${String(i + 1)}`, nameOf(uri), reader);
    if (statute) read.statutes.push(statute);
  }
  return read;
}

const DEEPEST = 20;

/** Where brackets lie deeper in each other than any statute needs, which the parser could not bear; undefined where none do. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"') isInText = !isInText;
    else if (isInText) at += sign === '\\' ? 1 : 0;
    else if (sign === '[' || sign === '{') {
      if (++depth > DEEPEST) return at;
    } else if (sign === ']' || sign === '}') depth--;
  }
  return undefined;
}

const STATUTE = [
  'title',
  'aliases',
  'shortNames',
  'version',
  'number',
  'issuedBy',
  'adopted',
  'promulgated',
  'effective',
  'repealed',
  'articleCount',
  'publication',
  'explanation',
  'clauses',
] as const;
const CLAUSE = [
  'article',
  'title',
  'chapter',
  'paragraphs',
  'items',
  'itemsIn',
  'explanation',
  'keywords',
  'keyFigures',
] as const;

function readStatute(
  node: Node,
  id: string,
  file: string,
  reader: Reader,
): { statute: Statute; titleSpan: Span } | undefined {
  const members = reader.object(node, STATUTE, ['title']);
  const titleNode = members?.get('title');
  const title = titleNode && reader.text(titleNode, LIMITS.title);
  if (!members || !titleNode || title === undefined) return undefined;
  const bare = title.replace(/^《(.*)》$/, '$1');
  const get = <T>(name: (typeof STATUTE)[number], read: (value: Node) => T | undefined): T | undefined => {
    const value = members.get(name);
    return value && read(value);
  };
  const articleCount = get('articleCount', value => reader.count(value, LIMITS.article));
  const explanation = get('explanation', value => reader.text(value, LIMITS.words));
  const statute: Statute = {
    id,
    title: bare,
    aliases: get('aliases', value => reader.texts(value, alias => reader.alias(alias))) ?? [],
    shortNames: get('shortNames', value => reader.texts(value, name => reader.text(name, LIMITS.title))) ?? [],
    notes: explanation === undefined ? [] : [explanation],
    articles: get('clauses', value => readClauses(value, articleCount, reader)) ?? [],
    verification: 'verified',
    checked: file,
    ...optional(
      'version',
      get('version', value => reader.text(value, LIMITS.title)),
    ),
    ...optional(
      'documentNumber',
      get('number', value => reader.number(value)),
    ),
    ...optional(
      'issuedBy',
      get('issuedBy', value => reader.text(value, LIMITS.title)),
    ),
    ...optional(
      'adopted',
      get('adopted', value => reader.date(value)),
    ),
    ...optional(
      'promulgated',
      get('promulgated', value => reader.date(value)),
    ),
    ...optional(
      'effective',
      get('effective', value => reader.date(value)),
    ),
    ...optional(
      'repealed',
      get('repealed', value => reader.date(value)),
    ),
    ...optional(
      'publication',
      get('publication', value => reader.address(value)),
    ),
    ...optional('articleCount', articleCount),
  };
  const { effective, repealed } = statute;
  const repealedNode = members.get('repealed');
  if (repealedNode && effective !== undefined && repealed !== undefined && repealed < effective)
    reader.complain(repealedNode, 'statuteFile.repealedEarlier', {});
  return { statute, titleSpan: spanOf(titleNode) };
}

function readClauses(list: Node, articleCount: number | undefined, reader: Reader): readonly Article[] {
  const articles = new Map<number, Article>();
  for (const node of reader.array(list, LIMITS.clauses)) {
    const members = reader.object(node, CLAUSE, ['article', 'explanation']);
    const noNode = members?.get('article');
    const no = noNode && reader.count(noNode, LIMITS.article);
    const explanationNode = members?.get('explanation');
    const explanation = explanationNode && reader.text(explanationNode, LIMITS.words);
    if (!members || !noNode || no === undefined || explanation === undefined) continue;
    if (articles.has(no)) {
      reader.complain(noNode, 'statuteFile.articleTwice', { article: no });
      continue;
    }
    if (articleCount !== undefined && no > articleCount) {
      reader.complain(noNode, 'statuteFile.articleBeyond', { article: no, count: articleCount });
      continue;
    }
    const get = <T>(name: (typeof CLAUSE)[number], read: (value: Node) => T | undefined): T | undefined => {
      const value = members.get(name);
      return value && read(value);
    };
    const paragraphs = get('paragraphs', value => reader.count(value, LIMITS.list));
    const itemsIn = get('itemsIn', value => reader.count(value, paragraphs ?? LIMITS.list));
    const topics: readonly ItemTopic[] = (
      get('items', value => reader.texts(value, item => reader.text(item, LIMITS.words))) ?? []
    ).map(topic => ({ topic }));
    articles.set(no, {
      no,
      explanation,
      items: topics.length === 0 ? [] : [{ ...optional('paragraph', itemsIn), count: topics.length, topics }],
      keywords: get('keywords', value => reader.texts(value, word => reader.text(word, LIMITS.title))) ?? [],
      keyFigures: get('keyFigures', value => reader.texts(value, figure => reader.text(figure, LIMITS.title))) ?? [],
      ...optional(
        'title',
        get('title', value => reader.text(value, LIMITS.title)),
      ),
      ...optional(
        'chapter',
        get('chapter', value => reader.text(value, LIMITS.title)),
      ),
      ...optional('paragraphs', paragraphs),
    });
  }
  return [...articles.values()].sort((a, b) => a.no - b.no);
}

/** Reads values of a file's tree; what has another shape is complained of at its place. */
class Reader {
  constructor(private readonly problems: FileProblem[]) {}

  complain<Id extends FileMessageId>(
    node: Node,
    message: Id,
    args: MessageArgs<Id>,
    severity: FileProblem['severity'] = 'error',
  ): void {
    // The compiler has compared the arguments with the id above; it cannot see that for a type parameter.
    this.problems.push({ span: spanOf(node), severity, message, args } as unknown as FileProblem);
  }

  /** Members by name; undefined for what is no object. One that is not known, or stands twice, is complained of. */
  object(node: Node, names: readonly string[], required: readonly string[]): ReadonlyMap<string, Node> | undefined {
    if (node.type !== 'object') {
      this.complain(node, 'statuteFile.notObject', {});
      return undefined;
    }
    const members = new Map<string, Node>();
    for (const { children } of node.children ?? []) {
      const [key, value] = children ?? [];
      if (!key || !value) continue;
      const name = String(key.value);
      if (!names.includes(name))
        this.complain(
          key,
          'statuteFile.unknownName',
          { name: name.slice(0, LIMITS.title), names: names.join(', ') },
          'warning',
        );
      else if (members.has(name)) this.complain(key, 'statuteFile.nameTwice', { name });
      else members.set(name, value);
    }
    for (const name of required) {
      if (!members.has(name)) this.complain({ ...node, length: 1 }, 'statuteFile.missing', { name });
    }
    return members;
  }

  array(node: Node, limit: number = LIMITS.statutes): readonly Node[] {
    if (node.type !== 'array') {
      this.complain(node, 'statuteFile.notList', {});
      return [];
    }
    const members = node.children ?? [];
    const beyond = members[limit];
    if (beyond) this.complain(beyond, 'statuteFile.tooMany', { limit });
    return members.slice(0, limit);
  }

  /** Texts of a list, those left out that `read` gives nothing for. */
  texts(node: Node, read: (value: Node) => string | undefined): readonly string[] {
    return this.array(node, LIMITS.list).flatMap(value => read(value) ?? []);
  }

  text(node: Node, longest: number): string | undefined {
    const value: unknown = node.value;
    if (node.type !== 'string' || typeof value !== 'string') this.complain(node, 'statuteFile.notText', {});
    else if (value.trim() === '') this.complain(node, 'statuteFile.empty', {});
    else if (value.length > longest)
      this.complain(node, 'statuteFile.tooLong', { count: value.length, limit: longest });
    else return value.trim();
    return undefined;
  }

  alias(node: Node): string | undefined {
    const value = this.text(node, LIMITS.title);
    const bare = value?.replace(/^《(.*)》$/, '$1');
    if (bare === undefined) return undefined;
    if (fold(bare).length >= SHORTEST_ALIAS && !isGenericName(fold(bare))) return bare;
    this.complain(node, 'statuteFile.aliasTooShort', { name: bare });
    return undefined;
  }

  /** A document number has digits and is long enough not to stand in other words. */
  number(node: Node): string | undefined {
    const value = this.text(node, LIMITS.title);
    if (value === undefined) return undefined;
    if (/\d/.test(fold(value)) && fold(value).length > SHORTEST_ALIAS) return value;
    this.complain(node, 'statuteFile.notNumber', { value });
    return undefined;
  }

  /** An ISO day or a year alone. */
  date(node: Node): string | undefined {
    const value = this.text(node, LIMITS.title);
    if (value === undefined) return undefined;
    if (/^\d{4}$/.test(value) || isDay(value)) return value;
    this.complain(node, 'statuteFile.notDate', { value });
    return undefined;
  }

  address(node: Node): string | undefined {
    const value = this.text(node, LIMITS.words);
    if (value === undefined) return undefined;
    if (/^https:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:[/?#][\x21-\x7e]*)?$/i.test(value)) return value;
    this.complain(node, 'statuteFile.notAddress', {});
    return undefined;
  }

  count(node: Node, largest: number): number | undefined {
    const value: unknown = node.value;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= largest) return value;
    this.complain(node, 'statuteFile.notCount', { limit: largest });
    return undefined;
  }
}

function optional<K extends string, T>(name: K, value: T | undefined): { readonly [P in K]?: T } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]?: T });
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

function within(text: string, { start, end }: Span): Span {
  return { start: Math.min(start, text.length), end: Math.min(end, text.length) };
}

/** Name of the file at an address. */
export function nameOf(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** FNV-1a over UTF-16 units as eight hexadecimal digits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
