import { detachString } from './detach.ts';

/**
 * Keeps what was computed for texts, at most `capacity` of them: when it is full it is emptied, so that a program that
 * runs for days does not keep every text it ever saw. Keys are copies, so that they do not keep drafts in memory.
 */
export class BoundedCache<V> {
  private readonly values = new Map<string, { readonly value: V }>();

  constructor(
    private readonly capacity: number,
    private readonly compute: (text: string) => V,
  ) {}

  get(text: string): V {
    let entry = this.values.get(text);
    if (!entry) {
      entry = { value: this.compute(text) };
      if (this.values.size >= this.capacity) this.values.clear();
      this.values.set(detachString(text), entry);
    }
    return entry.value;
  }
}
