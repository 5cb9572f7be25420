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

const TURNED: ReadonlySet<string> = new Set(['转', '转到', '留', '留到']);
