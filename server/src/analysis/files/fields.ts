import type { JsonReader, Node } from './jsonReader.ts';

// Files of the workspace's own are described by tables of fields. A table makes the reader, the schema that editors
// use, and the page that people read (scripts/generate).

/** A field of an object in such a file; `kind` says how its value is written and read. */
export interface Field<Kind extends string> {
  readonly kind: Kind;
  readonly isRequired?: true;
  /** Largest value of a count. */
  readonly most?: number;
  /** Field whose value a count does not exceed. */
  readonly within?: string;
  /** Words of which one is to be chosen. */
  readonly choices?: readonly string[];
  /** Fields of the object, or of each object of the list, that stands there. */
  readonly of?: Fields<Kind>;
  readonly chinese: string;
  readonly english: string;
}

export type Fields<Kind extends string> = Readonly<Record<string, Field<Kind>>>;

/** What the fields of an object are read as; `Values` has the value of each kind. */
export type FieldValues<F extends Fields<keyof Values & string>, Values> = {
  readonly [K in keyof F as F[K]['isRequired'] extends true ? K : never]: Values[F[K]['kind']];
} & { readonly [K in keyof F as F[K]['isRequired'] extends true ? never : K]?: Values[F[K]['kind']] };

/** What was read of an object, with the place of each field's value. */
export interface ReadFields<F extends Fields<keyof Values & string>, Values> {
  readonly values: FieldValues<F, Values>;
  readonly nodes: ReadonlyMap<string, Node>;
}

/** Reads one value; undefined where it is not of its kind, which has been reported then. */
export type ValueReader<Values> = (
  node: Node,
  field: Field<keyof Values & string>,
  most: number | undefined,
  reader: JsonReader,
) => Values[keyof Values] | undefined;

/**
 * A reader of objects by their fields, those that are required first. It gives undefined where one of these has no
 * proper value, or where `isUsable` rejects them; then nothing else of the object is judged.
 */
export function fieldReader<Values>(readValue: ValueReader<Values>) {
  return <F extends Fields<keyof Values & string>>(
    node: Node,
    fields: F,
    reader: JsonReader,
    isUsable: (required: FieldValues<F, Values>, nodes: ReadonlyMap<string, Node>) => boolean = () => true,
  ): ReadFields<F, Values> | undefined => {
    const entries: readonly (readonly [string, Field<keyof Values & string>])[] = Object.entries(fields);
    const required = entries.filter(([, { isRequired }]) => isRequired);
    const nodes = reader.object(
      node,
      entries.map(([name]) => name),
      required.map(([name]) => name),
    );
    if (!nodes) return undefined;
    const values: Record<string, unknown> = {};
    const read = ([name, field]: readonly [string, Field<keyof Values & string>]): boolean => {
      const value = nodes.get(name);
      const bound = field.within === undefined ? undefined : values[field.within];
      const found = value && readValue(value, field, typeof bound === 'number' ? bound : field.most, reader);
      if (found === undefined) return false;
      values[name] = found;
      return true;
    };
    // Every required field is judged, also behind one that is missing.
    const isComplete = required.map(read).every(Boolean);
    // The fields' kinds say what the values are.
    const found = values as unknown as FieldValues<F, Values>;
    if (!isComplete || !isUsable(found, nodes)) return undefined;
    entries.filter(entry => !required.includes(entry)).forEach(read);
    return { values: found, nodes };
  };
}
