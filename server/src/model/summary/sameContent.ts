import { memoByObject } from '../../text/memo.ts';
import type { Summary } from './summary.ts';

/**
 * Whether two reports say the same: in all their cells, figures of the text and sentences, wherever these stand and
 * however they are laid out. A draft and the page that was made of it are one report.
 */
export function haveSameContent(a: Summary, b: Summary): boolean {
  return a.hash === b.hash || contentOf(a) === contentOf(b);
}

const contentOf = memoByObject(({ edition, tables, statements, sections }: Summary): string =>
  JSON.stringify([
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
    sections.map(({ id, sentences }) => [
      id,
      sentences.map(({ words, figures, years }) => [words, figures, years.map(([year]) => year)]),
    ]),
  ]),
);
