import { readTitlePattern } from '../../format/titlePattern.ts';
import { fieldReader, type Field, type Fields } from './fields.ts';
import { isPatternFault, safePattern } from '../../text/safePattern.ts';
import type { JsonReader, Node } from './jsonReader.ts';

// How the values of a format file are read; which there are is said by formatFields.ts.

/** Bounds of what is read of one file; what lies beyond them is reported and left out. */
export const FORMAT_LIMITS = {
  /** Editions of all files of a workspace together. */
  editions: 100,
  /** UTF-16 units of a name, a label, an id, and of a longer text. */
  short: 200,
  id: 60,
  text: 2000,
  /** Members of a list of names, labels or ids, and of a list of parts. */
  list: 300,
  rows: 500,
  firstYear: 2008,
  lastYear: 2200,
} as const;

/** The value that each kind of field is read as. */
interface KindValues {
  readonly id: string;
  readonly short: string;
  readonly text: string;
  readonly choice: string;
  /** What a row or column is for. */
  readonly role: string;
  readonly flag: boolean;
  readonly count: number;
  readonly number: number;
  /** How an identifier is written. */
  readonly cellPattern: string;
  readonly year: number;
  readonly ids: readonly string[];
  readonly labels: readonly string[];
  /** Titles with wildcards: see titlePattern.ts. */
  readonly patterns: readonly string[];
  readonly choices: readonly string[];
  readonly counts: readonly number[];
  readonly object: object;
  readonly objects: readonly object[];
  /** Rows, and lines without figures: an object with `heading` has that alone. */
  readonly lines: readonly object[];
}

/** Kinds of value in a format file. */
export type Kind = keyof KindValues;

export const HEADING_FIELDS = {
  heading: {
    kind: 'short',
    isRequired: true,
    chinese: '只占一行、没有数的小标题。',
    english: 'Text of a line without figures.',
  },
} as const satisfies Fields<Kind>;

/** Reads an object of a format file by its fields: see {@link fieldReader}. */
export const readFormatFields = fieldReader<KindValues>(readValue);

function readValue(
  node: Node,
  field: Field<Kind>,
  most: number | undefined,
  reader: JsonReader,
): KindValues[Kind] | undefined {
  switch (field.kind) {
    case 'id':
      return readId(node, reader);
    case 'short':
      return reader.text(node, FORMAT_LIMITS.short);
    case 'text':
      return reader.text(node, FORMAT_LIMITS.text);
    case 'choice':
    case 'role':
      return readChoice(node, field.choices ?? [], reader);
    case 'flag':
      if (typeof node.value === 'boolean') return node.value;
      reader.complain(node, 'formatFile.notFlag');
      return undefined;
    case 'count':
      return reader.count(node, most ?? Infinity);
    case 'number':
      if (typeof node.value === 'number' && Number.isFinite(node.value)) return node.value;
      reader.complain(node, 'formatFile.notNumber');
      return undefined;
    case 'cellPattern':
      return readCellPattern(node, reader);
    case 'year':
      return readYear(node, reader);
    case 'ids':
      return members(node, reader, FORMAT_LIMITS.list, member => readId(member, reader));
    case 'labels':
      return members(node, reader, FORMAT_LIMITS.list, member => reader.text(member, FORMAT_LIMITS.short));
    case 'patterns':
      return members(node, reader, FORMAT_LIMITS.list, member => readPattern(member, reader));
    case 'choices':
      return members(node, reader, FORMAT_LIMITS.list, member => readChoice(member, field.choices ?? [], reader));
    case 'counts':
      return members(node, reader, FORMAT_LIMITS.list, member => reader.count(member, most ?? Infinity));
    case 'object':
      return readFormatFields(node, field.of ?? {}, reader)?.values;
    case 'objects':
      return members(
        node,
        reader,
        FORMAT_LIMITS.list,
        member => readFormatFields(member, field.of ?? {}, reader)?.values,
      );
    case 'lines':
      return members(node, reader, FORMAT_LIMITS.rows, member => {
        const fields = isHeading(member) ? HEADING_FIELDS : (field.of ?? {});
        return readFormatFields(member, fields, reader)?.values;
      });
  }
}

/** The members that could be read; undefined where the list has others, so that nothing is built on half of it. */
function members<T>(
  node: Node,
  reader: JsonReader,
  limit: number,
  read: (member: Node) => T | undefined,
): readonly T[] | undefined {
  if (node.type !== 'array') {
    reader.complain(node, 'statuteFile.notList');
    return undefined;
  }
  const nodes = reader.array(node, limit);
  const found = nodes.flatMap(member => read(member) ?? []);
  return found.length === (node.children?.length ?? 0) ? found : undefined;
}

function isHeading({ type, children = [] }: Node): boolean {
  return type === 'object' && children.some(({ children: member }) => member?.[0]?.value === 'heading');
}

/** Whether a text may be an id in a format file. */
export function isFormatId(text: string): boolean {
  // Names that every object has would be found where nothing was written.
  return text.length <= FORMAT_LIMITS.id && /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(text) && !(text in {});
}

/** An id: letters, digits, `.`, `-` and `_`, beginning with a letter or a digit. */
function readId(node: Node, reader: JsonReader): string | undefined {
  const value = reader.text(node, FORMAT_LIMITS.id);
  if (value === undefined) return undefined;
  if (isFormatId(value)) return value;
  reader.complain(node, 'formatFile.notId', { value });
  return undefined;
}

function readPattern(node: Node, reader: JsonReader): string | undefined {
  const text = reader.text(node, FORMAT_LIMITS.short);
  if (text === undefined || readTitlePattern(text)) return text;
  reader.complain(node, 'formatFile.notPattern');
  return undefined;
}

function readChoice(node: Node, choices: readonly string[], reader: JsonReader): string | undefined {
  const value: unknown = node.value;
  if (typeof value === 'string' && choices.includes(value)) return value;
  reader.complain(node, 'formatFile.notChoice', { names: choices.join(', ') });
  return undefined;
}

const WORDING = {
  group: 'formatFile.badPattern#group',
  count: 'formatFile.badPattern#count',
  class: 'formatFile.badPattern#class',
  escape: 'formatFile.badPattern#escape',
  nothing: 'formatFile.badPattern#nothing',
  tooLong: 'formatFile.badPattern#tooLong',
} as const;

/** A pattern that can be matched in time that grows with the text alone. */
function readCellPattern(node: Node, reader: JsonReader): string | undefined {
  const value = reader.text(node, FORMAT_LIMITS.short);
  if (value === undefined) return undefined;
  const made = safePattern(value);
  if (!isPatternFault(made)) return value;
  const sign = [...value][made.at] ?? '';
  reader.complain(node, WORDING[made.why], { ordinal: made.at + 1, sign });
  return undefined;
}

function readYear(node: Node, reader: JsonReader): number | undefined {
  const { firstYear, lastYear } = FORMAT_LIMITS;
  const value: unknown = node.value;
  if (typeof value === 'number' && Number.isInteger(value) && firstYear <= value && value <= lastYear) return value;
  reader.complain(node, 'formatFile.notYear', { earlier: String(firstYear), later: String(lastYear) });
  return undefined;
}
