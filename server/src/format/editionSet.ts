import { BoundedCache } from '../text/boundedCache.ts';
import { memoByObject } from '../text/memo.ts';
import type { FormatDescription } from './description.ts';
import edition2007 from './data/edition-2007.json';
import edition2019 from './data/edition-2019.json';
import edition2021 from './data/edition-2021.json';
import { editionOf } from './editionOf.ts';
import type { Edition, TableSpec } from './types.ts';

/** The editions that a draft may be checked against. */
export class EditionSet {
  /** All of them: those built in, oldest first, then the workspace's own. */
  readonly editions: readonly Edition[];
  /** The different tables of all editions; some are shared. */
  readonly tables: readonly TableSpec[];

  /** `builtIn`: oldest first; `local`: those of the workspace's own, which go before them for their years. */
  constructor(
    private readonly builtIn: readonly Edition[],
    private readonly local: readonly Edition[] = [],
  ) {
    this.editions = [...builtIn, ...local];
    this.tables = [...new Set(this.editions.flatMap(({ tables }) => tables))];
  }

  /** Edition for a report year; undefined before 2008, the first year with reports. */
  forYear(year: number): Edition | undefined {
    return [...this.local, ...this.builtIn].find(
      ({ years }) => years.from <= year && (years.to === null || year <= years.to),
    );
  }

  /** The built-in edition that came last. */
  get latest(): Edition | undefined {
    return this.builtIn.at(-1);
  }

  /** Edition by its id (`2021`); undefined for any other text. */
  byId(id: string): Edition | undefined {
    return this.editions.find(edition => edition.id === id);
  }
}

/** The edition that a draft is checked against, and all those that its tables may be of. */
export interface ChosenEdition {
  /** Null where it is not known. */
  readonly edition: Edition | null;
  readonly editions: EditionSet;
}

/** The files of the built-in editions, oldest first; a test reads them as it would a workspace's. */
export const BUILT_IN_FILES = [
  edition2007,
  edition2019,
  edition2021,
] as readonly unknown[] as readonly FormatDescription[];

/** The editions that are built in. */
export const BUILT_IN: EditionSet = new EditionSet(editionsOf(BUILT_IN_FILES, []));

/** The built-in editions with those of a workspace; the same set for the same files. */
export function editionSet(files: readonly FormatDescription[] | undefined): EditionSet {
  return files === undefined || files.length === 0 ? BUILT_IN : setOf(files);
}

const setOf = memoByObject((files: readonly FormatDescription[]) => setsByContent.get(JSON.stringify(files)));

/** Settings are copied for other threads, and read anew when any file changes: what they say may stay the same. */
const MOST_SETS = 8;
const setsByContent = new BoundedCache(MOST_SETS, (content: string) => {
  const files = JSON.parse(content) as readonly FormatDescription[];
  return new EditionSet(BUILT_IN.editions, editionsOf(files, BUILT_IN.editions));
});

/**
 * Editions in the order of their files; one may extend `known` ones and those before it. One that extends what there is
 * not, itself, or what comes later is left out: the reader of the files has said so.
 */
function editionsOf(files: readonly FormatDescription[], known: readonly Edition[]): readonly Edition[] {
  const made: Edition[] = [];
  for (const description of files.flatMap(({ editions }) => editions)) {
    const base = [...made, ...known].find(({ id }) => id === description.extends);
    if (description.extends !== undefined && !base) continue;
    // Of those built in each is a format of its own, whatever its file takes over from the one before.
    const root = known.length > 0 && base ? base.root : description.id;
    made.push(editionOf(description, base, root));
  }
  return made;
}
