import { charClassTable, isSignAt } from '../text/charTable.ts';
import { chineseToNumber } from '../text/numerals.ts';
import { knownTitleLength } from './headings.ts';
import { indentOf, isBlank } from './lineReader.ts';
import { CHINESE_NUMERALS, LOOK_ALIKE_SIGNS, plainNumeral } from './numbering.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A line with more numbers than this is not a report and not searched further. */
const MOST_CANDIDATES = 2000;
/** Longest title, known or not, of a heading inside a line. */
const LONGEST_TITLE = 40;

/** A first-level number inside a line. */
interface Candidate {
  readonly start: number;
  readonly value: number;
  /** Where its title begins. */
  readonly titleAt: number;
  /** Length of the known title behind it; 0 where there is none. */
  readonly known: number;
}

const ENDS_OF_NUMBERS = '、．.﹑丶，,';
const NUMBER = new RegExp(
  `([一二三四五六七八九十]{1,3}|[${LOOK_ALIKE_SIGNS}])[\\s\\u3000]{0,2}([${ENDS_OF_NUMBERS}])`,
  'g',
);
/** What stands before a number that is said of something else, or is an item of a list of titles. */
const NO_BEGINNING = /(?:[、，,；;（(“]|包括|由|分为|即|和|及|第)$/;
/** What ends the text before a heading. */
const SENTENCE_END = /[。！？!?；;）)”》】：:]$/;

/**
 * Places inside a line at which a first-level heading starts: scraped reports stand whole on one line, and a heading
 * may be glued to the end of the paragraph before it. A list of titles inside a sentence (`包括一、总体情况；二、…`) has none.
 * At most `most` places are given.
 *
 * A heading has a known title; in a long line also one whose number is missing between known ones, where the text
 * before it ends a sentence and its title is set off (`四、行政复议和诉讼情况 我办…`). In a short line a sentence must end before
 * it.
 */
export function headingsInside(line: string, vocabulary: Vocabulary, isLong: boolean, most = Infinity): number[] {
  const candidates: Candidate[] = [];
  let count = 0;
  let known = 0;
  if (!mayHoldNumber(line)) return [];
  const indent = indentOf(line);
  NUMBER.lastIndex = 0;
  for (let match = NUMBER.exec(line); match && count < MOST_CANDIDATES && known < most; match = NUMBER.exec(line)) {
    const [whole, numeral = '', sign = ''] = match;
    const start = match.index;
    const before = line.slice(Math.max(0, start - 3), start);
    count++;
    if (start <= indent) continue;
    if (NO_BEGINNING.test(before.trimEnd()) || CHINESE_NUMERALS.includes(line.charAt(start - 1))) continue;
    const value = chineseToNumber(Array.from(numeral, plainNumeral).join(''));
    if (value === undefined || value === 0) continue;
    const end = start + whole.length;
    const titleAt = end + indentOf(line.slice(end, end + 7));
    const length = knownTitleLength(line.slice(titleAt, titleAt + 80), vocabulary);
    const after = line.charAt(titleAt + length);
    const isListed = length > 0 && after !== '' && '、；;，,和及”'.includes(after);
    if (isListed || (length === 0 && (!isLong || sign !== '、'))) continue;
    if (!isLong && !(SENTENCE_END.test(before.trimEnd()) && endsTitle(after))) continue;
    if (length > 0) known++;
    candidates.push({ start, value, titleAt, known: length });
  }
  const found = candidates.filter(candidate => candidate.known > 0);
  if (isListOnly(line, found)) return [];
  return (isLong ? withMissing(line, candidates, found) : found).map(({ start }) => start);
}

const NUMERAL = charClassTable(`一二三四五六七八九十${LOOK_ALIKE_SIGNS}`);

/** Whether a sign that ends a number stands behind one that may be the last of its signs. */
function mayHoldNumber(line: string): boolean {
  for (let at = 0; at < line.length; at++) {
    if (NUMERAL[line.charCodeAt(at)] !== 1) continue;
    let end = at + 1;
    while (end <= at + 2 && isBlank(line.charAt(end))) end++;
    if (isSignAt(line, end, ENDS_OF_NUMBERS)) return true;
  }
  return false;
}

/** Whether nothing stands behind the title, or what is set off from it. */
function endsTitle(after: string): boolean {
  return after === '' || isBlank(after) || '。：:（('.includes(after);
}

/** Whether the titles follow each other with nothing between: a list, not headings with their text. */
function isListOnly(line: string, found: readonly Candidate[]): boolean {
  return (
    found.length > 1 &&
    found.every(
      ({ titleAt, known }, i) => i === found.length - 1 || (found[i + 1]?.start ?? 0) - (titleAt + known) <= 2,
    ) &&
    isBlank(line.slice((found.at(-1)?.titleAt ?? 0) + (found.at(-1)?.known ?? 0)).replace(/[。；;]/g, ''))
  );
}

/** Headings with unknown titles put where a number is missing between known ones, or goes on behind the last. */
function withMissing(
  line: string,
  candidates: readonly Candidate[],
  known: readonly Candidate[],
): readonly Candidate[] {
  if (known.length < 2) return known;
  const found: Candidate[] = [];
  const searched = candidates.filter(candidate => candidate.known > 0 || isSetOff(line, candidate));
  let expected = 1;
  let next = 0;
  for (const candidate of searched) {
    while (next < known.length && (known[next]?.start ?? 0) <= candidate.start) next++;
    if (candidate.known > 0) {
      found.push(candidate);
      expected = candidate.value + 1;
      continue;
    }
    const following = known[next];
    if (candidate.value !== expected || (following && following.value <= expected)) continue;
    found.push(candidate);
    expected++;
  }
  return found;
}

/** Whether the text before a number ends a sentence, and a title of moderate length is set off behind it. */
function isSetOff(line: string, { start, titleAt }: Candidate): boolean {
  const before = line.charAt(start - 1);
  if (!isBlank(before) && !SENTENCE_END.test(before)) return false;
  const title = /^[^\s\u3000\u00a0，,。；;：:！？“”《》（(]{4,}(?=[\s\u3000\u00a0]|[（(][一1１][)）])/.exec(
    line.slice(titleAt, titleAt + LONGEST_TITLE + 4),
  );
  return title !== null && title[0].length <= LONGEST_TITLE;
}
