// How the titles of a kind of report, and the headings of its sections, are described in format files: words with
// wildcards, read here and matched in time that grows with pattern times text. Nothing of a file becomes a regular
// expression. It imports names alone: the client bundles it.
import { YEAR } from './reportNames.ts';

/** A year with or without 年度, brackets: 2024年度, （2024年）. */
const A_YEAR_SIGN = '#';

/** One part of a pattern. */
type Element =
  /** `[甲|乙]`, `{甲|乙}`, or words as they are: one of them, `#` for a year; none where it is optional. */
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly isOptional: boolean }
  /** `*`: any characters of one clause, or none. */
  | { readonly kind: 'any' }
  /** `$`: the text ends here, but for a full stop or colon. */
  | { readonly kind: 'end' };

export type TitlePattern = readonly Element[];

/** Signs with a meaning in a pattern. */
const SIGNS = /([[\]{}|*#$])/;

/**
 * Reads a pattern; undefined where brackets do not pair, stand in each other or are empty, or where no words are left
 * that a title must have.
 */
export function readTitlePattern(text: string): TitlePattern | undefined {
  const elements: Element[] = [];
  let open: { readonly close: string; readonly words: string[]; isComplete: boolean } | undefined;
  for (const piece of text.split(SIGNS)) {
    if (piece === '') continue;
    if (open) {
      if (piece === open.close) {
        if (!open.isComplete) return undefined;
        elements.push({ kind: 'words', words: open.words, isOptional: piece === ']' });
        open = undefined;
      } else if (piece === '|') {
        if (!open.isComplete) return undefined;
        open.isComplete = false;
      } else if (open.isComplete || (piece !== A_YEAR_SIGN && SIGNS.test(piece))) return undefined;
      else {
        open.words.push(piece);
        open.isComplete = true;
      }
    } else if (piece === '[' || piece === '{')
      open = { close: piece === '[' ? ']' : '}', words: [], isComplete: false };
    else if (piece === '*') elements.push({ kind: 'any' });
    else if (piece === '$') elements.push({ kind: 'end' });
    else if (piece !== A_YEAR_SIGN && SIGNS.test(piece)) return undefined;
    else elements.push({ kind: 'words', words: [piece], isOptional: false });
  }
  const [first] = elements;
  const hasWords = elements.some(
    element => element.kind === 'words' && !element.isOptional && !element.words.includes(A_YEAR_SIGN),
  );
  return open || !first || !hasWords ? undefined : elements;
}

/** The patterns of a file; what is none, the reader of the files has reported. */
export function patternsOf(texts: readonly string[] = []): readonly TitlePattern[] {
  return texts.map(readTitlePattern).filter(pattern => pattern !== undefined);
}

/** Where a pattern was found in a text. */
export interface PatternPlace {
  readonly from: number;
  readonly to: number;
}

/**
 * Whether a text can hold what a pattern describes, as the first characters of its words tell: most texts are told from
 * titles by that alone, before their white space is taken out.
 */
export function mayFit(pattern: TitlePattern, text: string): boolean {
  return pattern.every(
    element =>
      element.kind !== 'words' ||
      element.isOptional ||
      element.words.some(word => !HAN.test(word.charAt(0)) || text.includes(word.charAt(0))),
  );
}

/** Other signs may be of another width in the text. */
const HAN = /[\u4e00-\u9fff]/;

/** The first place at which a pattern fits, in its longest form there; undefined where it fits nowhere. */
export function findPattern(pattern: TitlePattern, text: string): PatternPlace | undefined {
  const [first] = pattern;
  const firstWords = first?.kind === 'words' && !first.isOptional && !first.words.includes(A_YEAR_SIGN) && first.words;
  for (let from = 0; from < text.length; from++) {
    if (firstWords && !firstWords.some(word => text.startsWith(word, from))) continue;
    const to = endAt(pattern, text, from);
    if (to !== undefined) return { from, to };
  }
  return undefined;
}

/** Whether a pattern fits a text as a whole. */
export function fitsWhole(pattern: TitlePattern, text: string): boolean {
  return endsAt(pattern, text, 0).has(text.length);
}

function endAt(pattern: TitlePattern, text: string, from: number): number | undefined {
  const ends = endsAt(pattern, text, from);
  return ends.size === 0 ? undefined : Math.max(...ends);
}

/** What may stand behind the end of a heading. */
const REST = /^[\s。.：:；;*_#]*$/;
const CLAUSE_END = /[,，。;；!！?？<>|《》]/;
const A_YEAR = new RegExp(`[(（〔\\[]?${YEAR}年?度?[)）〕\\]]?(?:年?度)?`, 'y');

/** All places at which the pattern that begins at `from` may end: each element leads from some places to others. */
function endsAt(pattern: TitlePattern, text: string, from: number): ReadonlySet<number> {
  let places = new Set([from]);
  for (const element of pattern) {
    if (places.size === 0) break;
    const next = new Set<number>();
    if (element.kind === 'any') {
      for (let at = Math.min(...places); at <= text.length; at++) {
        if (places.has(at) || (next.has(at - 1) && !CLAUSE_END.test(text.charAt(at - 1)))) next.add(at);
      }
    } else if (element.kind === 'end') {
      for (const at of places) if (REST.test(text.slice(at))) next.add(at);
    } else {
      for (const at of places) {
        if (element.isOptional) next.add(at);
        for (const word of element.words) {
          const length = word === A_YEAR_SIGN ? yearAt(text, at) : text.startsWith(word, at) ? word.length : 0;
          if (length > 0) next.add(at + length);
        }
      }
    }
    places = next;
  }
  return places;
}

/** Length of the year that stands at a place; 0 for none. */
function yearAt(text: string, at: number): number {
  A_YEAR.lastIndex = at;
  return A_YEAR.exec(text)?.[0].length ?? 0;
}

/** A title that a pattern describes, its wildcards left empty: what two patterns are compared by. */
export function sampleOf(pattern: TitlePattern): string {
  return pattern
    .map(element => {
      if (element.kind !== 'words' || element.isOptional) return '';
      const [word = ''] = element.words;
      return word === A_YEAR_SIGN ? '2024年' : word;
    })
    .join('');
}

const YEAR_SOURCE = `[(（〔\\[]?${YEAR}年?度?[)）〕\\]]?`;

/** The pattern as the source of a regular expression without capturing groups, for the language's first line. */
export function patternSource(pattern: TitlePattern): string {
  return pattern
    .map(element => {
      if (element.kind === 'any') return '[^，。；《》]{0,20}';
      if (element.kind === 'end') return '';
      const words = element.words.map(word => (word === A_YEAR_SIGN ? YEAR_SOURCE : word)).join('|');
      return `(?:${words})${element.isOptional ? '?' : ''}`;
    })
    .join('');
}
