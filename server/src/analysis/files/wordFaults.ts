import type { TableDescription } from '../../format/description.ts';
import { isTaken } from '../../format/editionWords.ts';
import { fold } from '../../text/fold.ts';
import { placeOf, type JsonReader, type Node } from './jsonReader.ts';

/**
 * Words of rows and columns that no figure of a text is read by: those of one character, those that mean something else
 * in all reports, and those of two rows or two columns. `placeAt`: the place of a table.
 */
export function checkWords(
  tables: readonly TableDescription[],
  placeAt: (index: number) => Node,
  reader: JsonReader,
): void {
  const taken = new Map<string, string>();
  const check = (words: readonly string[], owner: string, node: Node) => {
    for (const [i, word] of words.entries()) {
      const folded = fold(word);
      const other = taken.get(folded) ?? owner;
      if (folded.length < SHORTEST) reader.warn(placeOf(node, i), 'formatFile.wordShort', { label: word });
      else if (isTaken(word)) reader.warn(placeOf(node, i), 'formatFile.wordTaken', { label: word });
      else if (other !== owner) reader.warn(placeOf(node, i), 'formatFile.wordTwice', { label: word });
      taken.set(folded, other);
    }
  };
  for (const [at, { id, parts = [] }] of tables.entries()) {
    for (const [i, { rows, columns = [] }] of parts.entries()) {
      for (const [list, entries] of Object.entries({ rows, columns })) {
        for (const [j, entry] of entries.entries()) {
          if (!('key' in entry) || entry.words === undefined) continue;
          check(entry.words, `${id} ${list} ${entry.key}`, placeOf(placeAt(at), 'parts', i, list, j, 'words'));
        }
      }
    }
  }
}

const SHORTEST = 2;
