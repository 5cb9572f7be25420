import type { PolicyDocument, Statute } from '../../statutes/types.ts';
import { skipSpaces } from '../../statutes/registry/clauseText.ts';
import type { LocalStatutes } from '../../statutes/registry/localStatutes.ts';
import { policyNumberedIn, statuteNumberedIn } from '../../statutes/registry/statuteNames.ts';
import { isSignAt } from '../../text/charTable.ts';
import { fold } from '../../text/fold.ts';
import { nameIntroducedIn } from './shortNames.ts';

const OPENING_ROUND = '（(﹙〔［[【';
const CLOSING_ROUND = '）)﹚〕］]】';
const LONGEST_PARENTHESIS = 120;
const MOST_PARENTHESES = 3;

/** Contents of the parentheses behind a statute's name. */
export interface NameSuffix {
  /** End of the last of them; of the name where there are none. */
  readonly end: number;
  readonly year?: number;
  /** Statute whose number stands there. */
  readonly numbered?: Statute;
  readonly policy?: PolicyDocument;
  /** Short name introduced there. */
  readonly introduces?: string;
}

/** Parentheses behind a name: （2007）, （国务院令第711号，以下简称《条例》）, up to three of them. */
export function readNameSuffix(text: string, from: number, local: LocalStatutes | undefined): NameSuffix {
  let end = from;
  let year: number | undefined;
  let numbered: Statute | undefined;
  let policy: PolicyDocument | undefined;
  let introduces: string | undefined;
  for (let i = 0; i < MOST_PARENTHESES; i++) {
    const at = skipSpaces(text, end);
    const close = closingBracket(text, at, OPENING_ROUND, CLOSING_ROUND, LONGEST_PARENTHESIS);
    if (close === undefined) break;
    const inside = text.slice(at + 1, close - 1);
    const folded = fold(inside);
    const stated = /^((?:19|20)\d\d)(?:年.{0,8})?$/.exec(folded)?.[1];
    const number = statuteNumberedIn(inside) ?? local?.numberedIn(inside);
    const introduced = nameIntroducedIn(inside);
    // （一） and the like begin an item, they do not belong to the name.
    if (stated === undefined && number === undefined && introduced === undefined && folded.length < 6) break;
    year ??= stated === undefined ? undefined : Number(stated);
    numbered ??= number;
    policy ??= policyNumberedIn(inside) ?? local?.policyNumberedIn(inside);
    introduces ??= introduced;
    end = close;
  }
  return {
    end,
    ...(year === undefined ? {} : { year }),
    ...(numbered === undefined ? {} : { numbered }),
    ...(introduces === undefined ? {} : { introduces }),
    ...(policy === undefined ? {} : { policy }),
  };
}

/** End of the bracket that opens at `at`, nested ones counted; undefined where none opens or it does not close soon. */
export function closingBracket(
  text: string,
  at: number,
  opening: string,
  closing: string,
  longest: number,
): number | undefined {
  if (!isSignAt(text, at, opening)) return undefined;
  let depth = 0;
  const limit = Math.min(text.length, at + longest);
  for (let next = at; next < limit; next++) {
    if (isSignAt(text, next, opening)) {
      // More than three levels is no title but a run of stray signs.
      if (++depth > 3) return undefined;
    } else if (isSignAt(text, next, closing) && --depth === 0) return next + 1;
  }
  return undefined;
}
