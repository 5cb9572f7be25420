/**
 * Keeps the result for the text asked for last: for functions that one reader after the other calls with the same text,
 * where a lookup in a map would cost as much as the computation. That text stays in memory until the next one.
 */
export class LastResult<V> {
  private last: { readonly text: string; readonly value: V } | undefined;

  constructor(private readonly compute: (text: string) => V) {}

  get(text: string): V {
    if (this.last?.text !== text) this.last = { text, value: this.compute(text) };
    return this.last.value;
  }
}
