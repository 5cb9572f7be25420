import { memoByObject } from '../../text/memo.ts';
import type { Summary } from './summary.ts';

/**
 * Whether two reports say the same: in all their cells, figures of the text and sentences, wherever these stand and
 * however they are laid out. A draft and the page that was made of it are one report: a page has words of its site
 * before the first section and behind the last one.
 */
export function haveSameContent(a: Summary, b: Summary): boolean {
  if (a.hash === b.hash) return true;
  const [one, other] = [contentOf(a), contentOf(b)];
  return one.inner === other.inner && (isAmong(one.outer, other.outer) || isAmong(other.outer, one.outer));
}

interface Content {
  /** Everything but for the sentences in which a page may have words of its own. */
  readonly inner: string;
  readonly outer: ReadonlySet<string>;
}

const contentOf = memoByObject(({ edition, tables, statements, sections }: Summary): Content => {
  const isOuter = (i: number) => sections[i]?.id === null || i === sections.length - 1;
  const told = sections.map(({ id, sentences }) => ({
    id,
    sentences: sentences.map(({ words, figures, years }) => [words, figures, years.map(([year]) => year)]),
  }));
  return {
    inner: JSON.stringify([
      edition,
      Object.keys(tables)
        .sort()
        .map(id => [
          id,
          Object.entries(tables[id]?.cells ?? {})
            .map(([key, [state]]) => [key, state])
            .sort(),
        ]),
      statements.map(({ metric, period, low, high }) => [metric, period, low, high]),
      told.filter((_, i) => !isOuter(i)),
    ]),
    outer: new Set(told.flatMap(({ sentences }, i) => (isOuter(i) ? sentences.map(each => JSON.stringify(each)) : []))),
  };
});

/** Whether nearly all of a few sentences are among others; that of a page's first line may be run together. */
function isAmong(sentences: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...sentences].filter(each => !others.has(each)).length <= Math.min(1, sentences.size - 1);
}
