import { isGenericName } from '../../statutes/registry/genericNames.ts';
import type { UnverifiedFact } from '../../statutes/types.ts';
import { fold } from '../../text/fold.ts';
import { fieldReader, type Field, type Fields } from './fields.ts';
import type { JsonReader, Node } from './jsonReader.ts';

// The form of the files with a workspace's own statutes: read here, written as schemas/statutes.schema.json and as the
// tables of docs/statutes.md by npm run generate.

/** Bounds of what is read of one file; what lies beyond them is reported and left out. */
export const STATUTE_LIMITS = {
  statutes: 500,
  policies: 500,
  clauses: 2000,
  /** UTF-16 units of a title or name, and of a longer text. */
  short: 120,
  text: 4000,
  list: 200,
  articles: 2000,
  /** A shorter alias would be found in places that mean something else. */
  shortestAlias: 4,
} as const;

/** Facts that may be marked as not verified, by the field that states them. */
export const VERIFIABLE = {
  number: 'documentNumber',
  promulgated: 'promulgated',
  effective: 'effective',
  repealed: 'repeal',
} as const satisfies Readonly<Record<string, UnverifiedFact>>;

/** The value that each kind of field is read as. */
interface KindValues {
  readonly short: string;
  readonly text: string;
  /** A document number. */
  readonly number: string;
  /** An ISO day, or a year alone. */
  readonly date: string;
  readonly address: string;
  readonly count: number;
  readonly aliases: readonly string[];
  readonly shorts: readonly string[];
  readonly texts: readonly string[];
  readonly facts: readonly UnverifiedFact[];
  /** The list itself; its members have fields of their own. */
  readonly clauses: Node;
}

type Kind = keyof KindValues;

export const STATUTE_FIELDS = {
  title: {
    kind: 'short',
    isRequired: true,
    chinese:
      '全称，不带书名号。同一名称有几个版本的，各写一个，写明 effective，后一版自动取代前一版；内置法规的新版本也这样补充。',
    english: 'Full title without 《》. Versions of one title each have their own entry and need effective.',
  },
  aliases: {
    kind: 'aliases',
    chinese: '在哪里出现都指这部法规的其他名称，不少于四个字。',
    english: 'Other names that mean this statute wherever they stand, of at least four characters.',
  },
  shortNames: {
    kind: 'shorts',
    chinese: '草稿写明“以下简称”后才指这部法规的简称。',
    english: 'Names that mean it only where a draft introduces them.',
  },
  version: {
    kind: 'short',
    chinese: '版本，如“2019年修订”；只有一个版本的不写。',
    english: 'Which version of the title this is.',
  },
  number: { kind: 'number', chinese: '文号，如“临政发〔2023〕5号”。', english: 'Document number.' },
  issuedBy: { kind: 'short', chinese: '制定机关。', english: 'Issuing body.' },
  adopted: {
    kind: 'date',
    chinese: '通过的日期：2023-06-01；只知道年份的写 2023。',
    english: 'Date of adoption: an ISO day, or the year alone.',
  },
  promulgated: { kind: 'date', chinese: '公布的日期。', english: 'Date of promulgation.' },
  effective: { kind: 'date', chinese: '施行的日期。', english: 'Date from which it applies.' },
  repealed: { kind: 'date', chinese: '废止的日期。', english: 'Date of repeal.' },
  unverified: {
    kind: 'facts',
    chinese:
      '没有核实的项目：number、promulgated、effective、repealed（是否仍然有效）；悬停和引用清单里标明，不据以报错。',
    english:
      'Fields that were not verified, repealed for whether it is still in force: marked in hovers and lists, and no ground for findings.',
  },
  articleCount: {
    kind: 'count',
    most: STATUTE_LIMITS.articles,
    chinese: '共有多少条；写了才会指出“没有这一条”。',
    english: 'Number of articles; without it no article is ruled out.',
  },
  publication: {
    kind: 'address',
    chinese: '官方公布的网址，只能是 https://。',
    english: 'Address of the official publication, https:// only.',
  },
  explanation: { kind: 'text', chinese: '这是什么，用自己的话。', english: 'What it is, in your own words.' },
  clauses: { kind: 'clauses', chinese: '各条，知道多少写多少。', english: 'The articles, as many as are known.' },
} as const satisfies Fields<Kind>;

export const POLICY_FIELDS = {
  number: { kind: 'number', isRequired: true, chinese: '文号，按它认出。', english: 'Number, by which it is known.' },
  title: {
    kind: 'short',
    isRequired: true,
    chinese: '题名，不带书名号；几个文件可以同名。',
    english: 'Title without 《》, which several documents may share.',
  },
  explanation: {
    kind: 'text',
    chinese: '这是什么、在哪里见到，用自己的话。',
    english: 'What it is and where it was seen, in your own words.',
  },
  unverified: {
    kind: 'facts',
    chinese: '没有见过原文的，写 ["number"]；悬停时标明。',
    english: '["number"] where the document itself was not seen: marked in hovers.',
  },
} as const satisfies Fields<Kind>;

export const CLAUSE_FIELDS = {
  article: {
    kind: 'count',
    isRequired: true,
    most: STATUTE_LIMITS.articles,
    chinese: '第几条。',
    english: 'Number of the article.',
  },
  title: { kind: 'short', chinese: '几个字的主题。', english: 'Topic in a few words.' },
  chapter: { kind: 'short', chinese: '所在的章。', english: 'Chapter that it stands in.' },
  paragraphs: {
    kind: 'count',
    most: STATUTE_LIMITS.list,
    chinese: '共几款；不写则不判断款、项是否存在。',
    english: 'Number of paragraphs; without it no paragraph or item is ruled out.',
  },
  items: { kind: 'texts', chinese: '（一）（二）…各项的主题，依次。', english: 'Topics of the items in order.' },
  itemsIn: {
    kind: 'count',
    most: STATUTE_LIMITS.list,
    within: 'paragraphs',
    chinese: '各项在第几款。',
    english: 'Paragraph that lists the items.',
  },
  explanation: {
    kind: 'text',
    isRequired: true,
    chinese: '条文的意思，用自己的话。',
    english: 'What the article says, in your own words.',
  },
  keywords: { kind: 'shorts', chinese: '关键词。', english: 'Keywords.' },
  keyFigures: {
    kind: 'shorts',
    chinese: '条文里的数字，如“15个工作日”。',
    english: 'Figures in it, such as 15 working days.',
  },
} as const satisfies Fields<Kind>;

/** Reads the fields of a statute, a clause or a document on policy: see {@link fieldReader}. */
export const readFields = fieldReader<KindValues>(readValue);

function readValue(
  node: Node,
  { kind }: Field<Kind>,
  most: number | undefined,
  reader: JsonReader,
): KindValues[Kind] | undefined {
  const list = <T extends string>(each: (member: Node) => T | undefined): readonly T[] =>
    reader.array(node, STATUTE_LIMITS.list).flatMap(member => each(member) ?? []);
  switch (kind) {
    case 'short':
      return reader.text(node, STATUTE_LIMITS.short);
    case 'text':
      return reader.text(node, STATUTE_LIMITS.text);
    case 'number':
      return readNumber(node, reader);
    case 'date':
      return readDate(node, reader);
    case 'address':
      return readAddress(node, reader);
    case 'count':
      return reader.count(node, most ?? Infinity);
    case 'aliases':
      return list(member => readAlias(member, reader));
    case 'shorts':
      return list(member => reader.text(member, STATUTE_LIMITS.short));
    case 'texts':
      return list(member => reader.text(member, STATUTE_LIMITS.text));
    case 'facts':
      return list(member => readFact(member, reader));
    case 'clauses':
      return node;
  }
}

function readAlias(node: Node, reader: JsonReader): string | undefined {
  const value = reader.text(node, STATUTE_LIMITS.short);
  if (value === undefined) return undefined;
  const bare = withoutTitleMarks(value);
  if (fold(bare).length >= STATUTE_LIMITS.shortestAlias && !isGenericName(fold(bare))) return bare;
  reader.complain(node, 'statuteFile.aliasTooShort', { name: bare });
  return undefined;
}

function readFact(node: Node, reader: JsonReader): UnverifiedFact | undefined {
  const value = reader.text(node, STATUTE_LIMITS.short);
  if (value === undefined) return undefined;
  const facts: Readonly<Record<string, UnverifiedFact>> = VERIFIABLE;
  if (Object.hasOwn(facts, value)) return facts[value];
  reader.complain(node, 'statuteFile.notVerifiable', { value, names: Object.keys(VERIFIABLE).join(', ') });
  return undefined;
}

/** A document number has digits and is long enough not to stand in other words. */
function readNumber(node: Node, reader: JsonReader): string | undefined {
  const value = reader.text(node, STATUTE_LIMITS.short);
  if (value === undefined) return undefined;
  if (/\d/.test(fold(value)) && fold(value).length > STATUTE_LIMITS.shortestAlias) return value;
  reader.complain(node, 'statuteFile.notNumber', { value });
  return undefined;
}

function readDate(node: Node, reader: JsonReader): string | undefined {
  const value = reader.text(node, STATUTE_LIMITS.short);
  if (value === undefined) return undefined;
  if (/^\d{4}$/.test(value) || isDay(value)) return value;
  reader.complain(node, 'statuteFile.notDate', { value });
  return undefined;
}

function readAddress(node: Node, reader: JsonReader): string | undefined {
  const value = reader.text(node, STATUTE_LIMITS.text);
  if (value === undefined) return undefined;
  if (/^https:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:[/?#][\x21-\x7e]*)?$/i.test(value)) return value;
  reader.complain(node, 'statuteFile.notAddress');
  return undefined;
}

/** A title without the 《》 around it. */
export function withoutTitleMarks(title: string): string {
  return title.replace(/^《(.*)》$/, '$1');
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
