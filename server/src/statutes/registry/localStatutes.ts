import { namesOf } from '../index.ts';
import type { Statute } from '../types.ts';
import { fold } from '../../text/fold.ts';
import { memoByObject } from '../../text/memo.ts';
import { Trie } from '../../text/trie.ts';
import { statutesNamed } from './statuteNames.ts';
import type { KnownName } from './statuteNames.ts';

/** Longest name found in running text, white space inside it counted. */
const LONGEST_NAME = 240;
/** So many signs of white space in a row end a name. */
const MOST_SPACES = 4;

/** Statutes that a workspace has of its own, with the names and numbers by which drafts cite them. */
export class LocalStatutes {
  /** Signs with which a name in running text may begin, in every width and case. */
  readonly starts: string;
  private readonly names = new Map<string, KnownName>();
  private readonly numbers = new Map<string, Statute>();
  private readonly tree = new Trie<KnownName>();

  constructor(readonly statutes: readonly Statute[]) {
    for (const statute of statutes) {
      for (const name of namesOf(statute)) {
        const folded = fold(name);
        // A version of a law that is known here stands beside its other versions.
        const others = this.names.get(folded)?.candidates ?? statutesNamed(name)?.candidates ?? [];
        this.names.set(folded, { folded, candidates: [...others, statute] });
      }
      if (statute.documentNumber !== undefined) this.numbers.set(fold(statute.documentNumber), statute);
    }
    const plain = [
      ...this.names.values(),
      ...[...this.numbers].map(([folded, statute]) => ({ folded, candidates: [statute] })),
    ];
    for (const name of plain) this.tree.add(name.folded, name);
    this.starts = this.tree.starts;
  }

  /** The statutes of this title or alias; undefined where it is none of theirs. */
  named(name: string): KnownName | undefined {
    return this.names.get(fold(name));
  }

  /** The longest name or number that begins at `at` of a text, and where it ends; undefined where none does. */
  nameAt(text: string, at: number): { readonly value: KnownName; readonly end: number } | undefined {
    return this.tree.longestAt(text, at, LONGEST_NAME, MOST_SPACES);
  }

  /** The statute whose document number stands in a text, in any form of brackets; undefined where there is none. */
  numberedIn(text: string): Statute | undefined {
    const folded = fold(text);
    for (const [number, statute] of this.numbers) {
      if (folded.includes(number)) return statute;
    }
    return undefined;
  }
}

const namesRead = memoByObject((statutes: readonly Statute[]) => new LocalStatutes(statutes));

/** The statutes of a workspace, their names read once for each list; undefined for none. */
export function localStatutes(statutes: readonly Statute[] | undefined): LocalStatutes | undefined {
  return !statutes || statutes.length === 0 ? undefined : namesRead(statutes);
}
