import type { FigureTime, ReadingFacts } from './statedFigure.ts';
import type { Token, WordToken } from './tokens.ts';

// The year to which, or from which, the words behind a figure say that it was carried.

interface CarriedWords {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly facts: ReadingFacts;
}

/** 2件跨入2025年办理: the year behind a figure to which it is carried, or from which. */
export function carriedTo(
  { tokens, facts: { year: own } }: CarriedWords,
  noun: readonly WordToken[],
  token: number,
  nounTo: number,
): FigureTime | undefined {
  if (own === undefined || !noun.some(({ meaning }) => meaning.step === 'carry')) return undefined;
  for (let at = token + 1; at < nounTo; at++) {
    const each = tokens[at];
    if (each?.kind === 'year' && each.year !== own) return each.year > own ? 'next' : 'last';
  }
  return undefined;
}

/** 1件转2025年继续办理: 转 alone, before the next year. */
export function isTurnedOver({ text, tokens, facts }: CarriedWords, token: number): boolean {
  const [verb, year] = [tokens[token + 1], tokens[token + 2]];
  if (verb === undefined || year?.kind !== 'year' || !TURNED.has(text.slice(verb.start, verb.end))) return false;
  return facts.year !== undefined && year.year > facts.year;
}

/** 另有2件尚在办理期限内，结转2025年办理: the clause behind counts nothing, and tells where what stands before it goes. */
export function isCarriedBehind({ tokens, facts: { year: own } }: CarriedWords, nounTo: number): boolean {
  const comma = tokens[nounTo];
  if (comma?.kind !== 'sign' || comma.sign !== 'comma') return false;
  let isCarry = false;
  for (let at = nounTo + 1; at < tokens.length; at++) {
    const each = tokens[at];
    if (each === undefined || each.kind === 'sign') return false;
    if (each.kind === 'number' || each.kind === 'unknown') return false;
    if (each.kind === 'year') return isCarry && own !== undefined && each.year > own;
    if (each.meaning.step === 'carriedOut') return at === nounTo + 1 || isCarry;
    if (each.meaning.step === 'carry') isCarry = true;
    else if (each.meaning.step !== undefined || each.meaning.matter !== undefined) return false;
  }
  return false;
}

const TURNED: ReadonlySet<string> = new Set(['转', '转到', '留', '留到']);
