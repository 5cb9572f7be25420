import { fold } from '../text/fold.ts';
import { memoByObject } from '../text/memo.ts';
import { Trie } from '../text/trie.ts';
import { BUILT_IN } from './editionSet.ts';
import { meaningOf, type Facets, type Meaning } from './meanings.ts';
import { wordsOfTable } from './officialWords.ts';
import { idOfRole } from './roles.ts';
import type { ColumnSpec, Edition, RowSpec, TableSpec } from './types.ts';
import { REPORT_WORDS, type Words } from './words.ts';

/** A row or a column that words of an edition's own name. */
export interface NamedCells {
  readonly table: TableSpec;
  readonly row?: RowSpec;
  readonly column?: ColumnSpec;
}

/** The words by which drafts of an edition say what a figure counts, and what those of its own mean. */
export interface EditionWords {
  readonly words: Words;
  /** By matter and step, as words of the edition's own have them. */
  readonly named: ReadonlyMap<string, NamedCells>;
}

const SHARED: EditionWords = { words: REPORT_WORDS, named: new Map() };

/** The words of reports with those of an edition's own tables; the shared ones where it has none. */
export function wordsOf(edition: Edition | null | undefined): EditionWords {
  return edition ? ownWords(edition) : SHARED;
}

const ownWords = memoByObject((edition: Edition): EditionWords => {
  const tables = edition.tables.filter(table => !BUILT_IN.tables.includes(table));
  const own = new Trie<Meaning>();
  const named = new Map<string, NamedCells>();
  const seen = new Set<string>();
  const add = (words: readonly string[], facets: Facets) => {
    for (const word of words) {
      const folded = fold(word);
      if (seen.has(folded) || isTaken(word)) continue;
      seen.add(folded);
      own.add(folded, meaningOf(facets));
    }
  };
  for (const table of tables) {
    if (idOfRole(table.role) !== undefined) {
      for (const { words, ...facets } of wordsOfTable(table)) add(words.split(' '), facets);
      continue;
    }
    for (const { rows, columns } of table.parts) {
      for (const row of rows) {
        if (row.words === undefined) continue;
        const matter = `${table.id} ${row.key}`;
        named.set(matter, { table, row });
        add([row.label, ...(row.variants ?? []), ...row.words].filter(isWord), { matter });
      }
      for (const column of columns) {
        if (column.words === undefined) continue;
        const step = `${table.id} ${column.key}`;
        named.set(step, { table, column });
        add([column.label, ...(column.variants ?? []), ...column.words].filter(isWord), { step });
      }
    }
  }
  return seen.size === 0 ? SHARED : { words: new LayeredWords(own, REPORT_WORDS), named };
});

function isWord(word: string): boolean {
  return fold(word).length > 1;
}

/** Whether a word means something in all reports: then it means that in drafts of any edition. */
export function isTaken(word: string): boolean {
  const found = REPORT_WORDS.longestAt(word, 0, word.length + 1);
  return found?.end === word.length && Object.values(found.value).some(facet => facet !== undefined);
}

/** Words of an edition's own before those of all reports: the longer of two counts. */
class LayeredWords implements Words {
  constructor(
    private readonly own: Words,
    private readonly shared: Words,
  ) {}

  longestAt(...asked: Parameters<Words['longestAt']>): ReturnType<Words['longestAt']> {
    const own = this.own.longestAt(...asked);
    const shared = this.shared.longestAt(...asked);
    return own && (!shared || own.end >= shared.end) ? own : shared;
  }
}
