import { namesOf } from '../index.ts';
import type { LocalDocuments, PolicyDocument, Statute } from '../types.ts';
import { fold } from '../../text/fold.ts';
import { memoByObject } from '../../text/memo.ts';
import { Trie } from '../../text/trie.ts';
import { numberedIn, statutesNamed, type KnownName } from './statuteNames.ts';

/** Longest name found in running text, white space inside it counted. */
const LONGEST_NAME = 240;
/** So many signs of white space in a row end a name. */
const MOST_SPACES = 4;

/**
 * Statutes and documents on policy that a workspace has of its own, with the names and numbers by which drafts cite
 * them.
 */
export class LocalStatutes {
  /** Signs with which a name in running text may begin, in every width and case. */
  readonly starts: string;
  private readonly names = new Map<string, KnownName>();
  private readonly numbers = new Map<string, Statute>();
  private readonly policyNumbers = new Map<string, PolicyDocument>();
  private readonly tree = new Trie<KnownName>();

  readonly statutes: readonly Statute[];
  readonly policies: readonly PolicyDocument[];

  constructor({ statutes, policies }: LocalDocuments) {
    this.statutes = statutes;
    this.policies = policies;
    for (const policy of policies) this.policyNumbers.set(fold(policy.number), policy);
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
      ...[...this.policyNumbers].map(([folded, policy]) => ({ folded, candidates: [], policy })),
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
    return numberedIn(text, this.numbers);
  }

  /** The document on policy whose number stands in a text, in any form of brackets; undefined where there is none. */
  policyNumberedIn(text: string): PolicyDocument | undefined {
    return numberedIn(text, this.policyNumbers);
  }
}

const namesRead = memoByObject((documents: LocalDocuments) => new LocalStatutes(documents));

/** The statutes and documents of a workspace, their names read once for each object; undefined for none. */
export function localStatutes(documents: LocalDocuments | undefined): LocalStatutes | undefined {
  return !documents || documents.statutes.length + documents.policies.length === 0 ? undefined : namesRead(documents);
}
