// The one way to keep what was computed: with the object that it was computed from, and no longer than that object
// lives.

/** A constructor that makes nothing: so private fields of a class that extends it come into an object that there is. */
const Given = function (object: object) {
  return object;
} as unknown as new (object: object) => object;

/**
 * Keeps values in a private field of the object itself: nobody else sees it, copies and comparisons leave it out, and
 * it costs a fraction of what a `WeakMap` does, most of all while memory is cleaned up.
 */
class Kept extends Given {
  /** In turn whose value it is and the value; few for each object. */
  readonly #values: unknown[] = [];

  static valuesOf(object: object): unknown[] {
    if (!(#values in object)) new Kept(object);
    return (object as Kept).#values;
  }
}

/** What is computed once for each object; `owner` is an object of which there is one for each way to compute. */
function keptWith<K extends object, V>(object: K, owner: object, compute: (object: K) => V): V {
  const values = Kept.valuesOf(object);
  for (let at = 0; at < values.length; at += 2) if (values[at] === owner) return values[at + 1] as V;
  const value = compute(object);
  values.push(owner, value);
  return value;
}

/**
 * Computes once for each object. What `compute` gives must follow from the object alone; where it throws, nothing is
 * kept and the next call tries again. To be called where the program starts, as what it is called for is remembered
 * with each object; not for frozen objects.
 */
export function memoByObject<K extends object, V>(compute: (object: K) => V): (object: K) => V {
  return object => keptWith(object, compute, compute);
}

/** The same for an object and a key (a string, a number, null …), which are few for each object. */
export function memoByObjectAndKey<K extends object, P, V>(
  compute: (object: K, key: P) => V,
): (object: K, key: P) => V {
  const byObject = memoByObject((_: K) => new Map<P, { readonly value: V }>());
  return (object, key) => {
    const known = byObject(object);
    let entry = known.get(key);
    if (!entry) known.set(key, (entry = { value: compute(object, key) }));
    return entry.value;
  };
}

/**
 * The same for an object that is looked at in the light of another one, mostly of the same one: kept with the object
 * for the last of them, which it keeps in memory.
 */
export function memoByContext<C extends object, K extends object, V>(
  compute: (object: K, context: C) => V,
): (object: K, context: C) => V {
  const lastOf = memoByObject((_: K): { last?: { readonly context: C; readonly value: V } } => ({}));
  return (object, context) => {
    const known = lastOf(object);
    if (known.last?.context !== context) known.last = { context, value: compute(object, context) };
    return known.last.value;
  };
}

/** Computes when it is first asked for, and once: tables that few drafts need. */
export function once<T>(compute: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: compute() }).value;
}
