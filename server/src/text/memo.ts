// The one way to keep what was computed: with the object that it was computed from, and no longer than that object
// lives.

/**
 * Computes once for each object. What `compute` gives must follow from the object alone; where it throws, nothing is
 * kept and the next call tries again. For two objects nest it: `memoByObject(a => memoByObject(b => …))`.
 */
export function memoByObject<K extends object, V>(compute: (object: K) => V): (object: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return object => {
    let entry = known.get(object);
    if (!entry) known.set(object, (entry = { value: compute(object) }));
    return entry.value;
  };
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

/** Computes when it is first asked for, and once: tables that few drafts need. */
export function once<T>(compute: () => T): () => T {
  const made: { readonly value: T }[] = [];
  return () => {
    const [known] = made;
    if (known) return known.value;
    const value = compute();
    made.push({ value });
    return value;
  };
}
