import { fold, foldSign, NOTHING } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import type { Abbreviation } from './citation.ts';
import { matchesOf } from '../../text/matches.ts';

// How a draft introduces a short name of its own: 《…条例》（以下简称《条例》）. The only place that knows these words.

/** Words in front of a short name; 以下简称, 以下统称 and 以下称 end with one of them or hold it. */
const WORDS = ['简称', '统称', '下称'];
const ANY_WORD = WORDS.join('|');
/** Characters between the word and the name: 以下简称为：《条例》. */
const GAP = '[为：:\\s]{0,3}';
/** Behind the gap, in front of the brackets: 以下简称新《条例》. */
const VERSION = '新?';
/** Longest short name, in characters. */
const LONGEST_SHORT_NAME = 30;

/** In front of the words: the short name of an older document, 原简称《规定》, is none of the draft's. */
const FORMER = '(?<![原曾])';
const OPENING = '《〈＜<«“‘「『"';
const CLOSING = '》〉＞>»”’」』"';
/** Words and a name in brackets or quotation marks; a paragraph may begin in the middle of 简称. */
const BRACKETED = new RegExp(
  `(?:${FORMER}(?:${ANY_WORD})|^称)${GAP}${VERSION}[${OPENING}]{1,2}([^${OPENING}${CLOSING}\\n]{1,${String(LONGEST_SHORT_NAME)}})[${CLOSING}]`,
  'g',
);
const BARE_NAME = `[^${OPENING}${CLOSING}（）()，。；：:\\s]{2,16}`;
/** Words and a bare name that the parenthesis ends with, （以下简称条例）, or one that lacks half of its brackets. */
const BARE = new RegExp(
  `${FORMER}(?:${ANY_WORD})${GAP}(?:[${OPENING}](${BARE_NAME})|(${BARE_NAME})[${CLOSING}]?)(?=[）)])`,
  'g',
);
const AT_END = new RegExp(`(?:${ANY_WORD})${GAP}${VERSION}$`);
/** Longest text that {@link AT_END} looks at: a word and the gap. */
const LONGEST_LEAD = 8;

/** A short name at the place where it is introduced. */
export interface Introduction {
  /** The name without brackets. */
  readonly name: string;
  /** The name with its brackets, in the text that was given. */
  readonly span: Span;
  /** Start of the words that introduce it. */
  readonly wordStart: number;
  readonly isBracketed: boolean;
}

/** Whether a text may introduce a short name: without this it introduces none. */
export function mayIntroduceShortName(text: string): boolean {
  return WORDS.some(word => text.includes(word));
}

/** Whether the text that ends at `end` introduces what stands behind it. */
export function introducesNameAt(text: string, end: number): boolean {
  return AT_END.test(text.slice(Math.max(0, end - LONGEST_LEAD), end));
}

/** Short names introduced anywhere in running text; those in brackets first, each kind in order. */
export function introductionsIn(text: string): readonly Introduction[] {
  if (!mayIntroduceShortName(text) && !text.startsWith('称')) return [];
  const found: Introduction[] = [];
  for (const { 0: whole, 1: name = '', index } of matchesOf(text, BRACKETED)) {
    const end = index + whole.length;
    found.push({ name, span: { start: end - name.length - 2, end }, wordStart: index, isBracketed: true });
  }
  for (const { 0: whole, 1: opened, 2: name = opened ?? '', index } of matchesOf(text, BARE)) {
    const start = index + whole.lastIndexOf(name);
    found.push({ name, span: { start, end: start + name.length }, wordStart: index, isBracketed: false });
  }
  return found;
}

/**
 * Short name that parentheses behind a title introduce (国务院令第711号，以下简称《条例》): of several the one that is to be
 * used 以下, else the first; undefined where they introduce none.
 */
export function nameIntroducedIn(parentheses: string): string | undefined {
  if (!mayIntroduceShortName(parentheses)) return undefined;
  const found = introductionsIn(`${parentheses}）`).toSorted((a, b) => a.wordStart - b.wordStart);
  const isHereafter = ({ wordStart }: Introduction): boolean =>
    /以下?$/.test(parentheses.slice(Math.max(0, wordStart - 2), wordStart));
  const name = (found.find(isHereafter) ?? found[0])?.name.trim();
  return name === '' ? undefined : name;
}

/** The words that introduce a short name, to be written into parentheses. */
export function writeShortName(name: string): string {
  return `以下${WORDS[0] ?? ''}《${name}》`;
}

/** End of the introduced short name that begins at `at`, the longest where several do; names are folded. */
export function endOfShortName(
  text: string,
  at: number,
  introduced: readonly ReadonlyMap<string, Abbreviation>[],
): number | undefined {
  let longest: number | undefined;
  const first = foldSign(text.charCodeAt(at));
  for (const names of introduced) {
    if (names.size === 0) continue;
    for (const folded of names.keys()) {
      const end = folded.charCodeAt(0) === first || first === NOTHING ? endOfName(text, at, folded) : undefined;
      if (end !== undefined && (longest === undefined || end > longest)) longest = end;
    }
  }
  return longest;
}

/**
 * End of the folded name that begins at `at`, white space inside it left out; undefined where something else stands
 * there.
 */
function endOfName(text: string, at: number, folded: string): number | undefined {
  let matched = 0;
  for (let next = at; next < text.length && next - at < 2 * LONGEST_SHORT_NAME; next++) {
    const sign = foldSign(text.charCodeAt(next));
    if (sign === NOTHING) continue;
    if (folded.charCodeAt(matched) !== sign) return undefined;
    if (++matched === folded.length) return next + 1;
  }
  return undefined;
}

/** Meaning of an introduced name, looked up in the maps in their order; undefined where it was not introduced. */
export function abbreviationNamed(
  name: string,
  introduced: readonly ReadonlyMap<string, Abbreviation>[],
): Abbreviation | undefined {
  if (name.length > LONGEST_SHORT_NAME) return undefined;
  const folded = fold(name);
  for (const names of introduced) {
    const found = names.get(folded);
    if (found) return found;
  }
  return undefined;
}
