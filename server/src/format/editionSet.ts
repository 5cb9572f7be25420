import { BoundedCache } from '../text/boundedCache.ts';
import { memoByObject } from '../text/memo.ts';
import type { FormatDescription } from './description.ts';
import edition2007 from './data/edition-2007.json';
import edition2019 from './data/edition-2019.json';
import edition2021 from './data/edition-2021.json';
import ruleOfLaw from './data/rule-of-law.json';
import { editionOf } from './editionOf.ts';
import { BUILT_IN_KINDS, BUILT_IN_KINDS_FILE } from './builtInKinds.ts';
import { FIRST_KIND, kindOf, type ReportKind } from './kind.ts';
import type { Edition, TableSpec } from './types.ts';

/** The editions that drafts may be checked against, of one kind of report or of several. */
export class EditionSet {
  /** The kinds, those built in first. */
  readonly kinds: readonly ReportKind[];
  /** All of them: those built in, oldest first, then the workspace's own. */
  readonly editions: readonly Edition[];
  /** The different tables of all editions; some are shared. */
  readonly tables: readonly TableSpec[];
  /** The set that this is the part of one kind of; itself where it is whole. */
  readonly whole: EditionSet;
  private readonly byKind = new Map<ReportKind, EditionSet>();

  /** `builtIn`: oldest first; `local`: those of the workspace's own, which go before them for their years. */
  constructor(
    private readonly builtIn: readonly Edition[],
    private readonly local: readonly Edition[] = [],
    whole?: EditionSet,
  ) {
    this.whole = whole ?? this;
    this.editions = [...builtIn, ...local];
    this.kinds = [...new Set(this.editions.map(({ kind }) => kind))];
    this.tables = [...new Set(this.editions.flatMap(({ tables }) => tables))];
  }

  /** The editions of one kind; the same set each time. */
  ofKind(kind: ReportKind): EditionSet {
    const known = this.byKind.get(kind);
    if (known) return known;
    const isOfKind = (edition: Edition) => edition.kind === kind;
    const isWhole = this.editions.every(isOfKind);
    const set = isWhole ? this : new EditionSet(this.builtIn.filter(isOfKind), this.local.filter(isOfKind), this.whole);
    this.byKind.set(kind, set);
    return set;
  }

  /** The kind with an id; undefined for any other text. */
  kindById(id: string): ReportKind | undefined {
    return this.kinds.find(kind => kind.id === id);
  }

  /** Edition of the first kind for a report year; undefined before 2008, the first year with reports. */
  forYear(year: number): Edition | undefined {
    return [...this.local, ...this.builtIn].find(
      ({ kind, years }) => kind === this.kinds[0] && years.from <= year && (years.to === null || year <= years.to),
    );
  }

  /** The editions of the first kind that hold last before a year, and first behind it, for which there is none. */
  beside(year: number): EditionsBeside {
    const own = this.editions.filter(({ kind }) => kind === this.kinds[0]);
    const earlier = own.filter(({ years: { to } }) => to !== null && to < year);
    const later = own.filter(({ years: { from } }) => from > year);
    return {
      earlier: earlier.reduce<Edition | undefined>(
        (best, each) => (best && lastYear(best) >= lastYear(each) ? best : each),
        undefined,
      ),
      later: later.reduce<Edition | undefined>(
        (best, each) => (best && best.years.from <= each.years.from ? best : each),
        undefined,
      ),
    };
  }

  /** The edition of the first kind that came last; of those built in where there are any. */
  get latest(): Edition | undefined {
    const editions = this.builtIn.length > 0 ? this.builtIn : this.local;
    return editions.findLast(({ kind }) => kind === this.kinds[0]);
  }

  /** Edition by its id (`2021`); undefined for any other text. */
  byId(id: string): Edition | undefined {
    return this.editions.find(edition => edition.id === id);
  }
}

/** Where a year has no edition: those on both sides of it. */
export interface EditionsBeside {
  readonly earlier: Edition | undefined;
  readonly later: Edition | undefined;
}

function lastYear({ years }: Edition): number {
  return years.to ?? Infinity;
}

/** The edition that a draft is checked against, and all those that its tables may be of. */
export interface ChosenEdition {
  /** Null where it is not known. */
  readonly edition: Edition | null;
  readonly editions: EditionSet;
}

/** The files of the built-in editions, those of a kind oldest first; a test reads them as it would a workspace's. */
export const BUILT_IN_FILES = [
  BUILT_IN_KINDS_FILE,
  edition2007,
  edition2019,
  edition2021,
  ruleOfLaw,
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
 * not, itself, or what comes later, or names no kind, is left out: the reader of the files has said so.
 */
function editionsOf(files: readonly FormatDescription[], known: readonly Edition[]): readonly Edition[] {
  const made: Edition[] = [];
  const own = known.length === 0 ? [] : files.flatMap(file => (file.kinds ?? []).map(kindOf));
  const all = [...BUILT_IN_KINDS, ...own];
  for (const description of files.flatMap(({ editions }) => editions)) {
    const base = [...made, ...known].find(({ id }) => id === description.extends);
    const kind = base?.kind ?? all.find(({ id }) => id === (description.kind ?? FIRST_KIND));
    if ((description.extends !== undefined && !base) || !kind) continue;
    // Of those built in each is a format of its own, whatever its file takes over from the one before.
    const root = known.length > 0 && base ? base.root : description.id;
    made.push(editionOf(description, { kind, base, root }));
  }
  return made;
}
