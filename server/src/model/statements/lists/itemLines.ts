import { chineseToNumber } from '../../../text/numerals.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isSameMeasure } from '../measures.ts';
import type { ChainWords } from './chainWords.ts';
import type { Opening } from './partList.ts';

// Items of a list that stand on lines of their own.

/** Items on lines of their own go on while the lines have the form of the first. */
export function goesOnOverLines(
  words: ChainWords,
  first: StatedFigure,
  last: StatedFigure,
  figure: StatedFigure,
  opening: Opening,
): boolean {
  if (opening.form !== 'colon' && opening.form !== 'all' && opening.form !== 'among') return false;
  if (figure.paragraph - last.paragraph !== 1 || !isSameMeasure(first.number.unit, figure.number.unit)) return false;
  const [own, next] = [itemForm(words, first), itemForm(words, figure)];
  if (own === undefined || next === undefined || own.isNumbered !== next.isNumbered) return false;
  const before = itemForm(words, last);
  // 1.甲；⏎2.乙。⏎3.丙；: the next number tells that the list goes on.
  if (words.isAlike([{ figure: last }], figure)) return true;
  return own.end === 'stop' || before?.end !== 'stop' || (next.number > 1 && next.number === before.number + 1);
}

/** The form of a line that holds one figure behind its label; undefined for any other. */
function itemForm(
  words: ChainWords,
  figure: StatedFigure,
): { readonly isNumbered: boolean; readonly number: number; readonly end: string } | undefined {
  const [before, behind] = [words.figures[figure.index - 1], words.figures[figure.index + 1]];
  if (
    (before?.paragraph === figure.paragraph && before.kind !== 'announced') ||
    (behind?.paragraph === figure.paragraph && behind.number.unit !== '%')
  )
    return undefined;
  let start = figure.token;
  while (start > 0 && !words.isParagraphEnd(start - 1)) start--;
  const lead = words.text.slice(words.tokens[start]?.start ?? 0, figure.start);
  const isNumbered = NUMBERED.test(lead);
  for (let at = start; at < figure.token; at++) {
    const token = words.tokens[at];
    if (
      token?.kind === 'sign' &&
      (token.sign === 'comma' || token.sign === 'semicolon' || token.sign === 'stop') &&
      !(isNumbered && at <= start + 1) &&
      at !== figure.token - 1
    )
      return undefined;
  }
  let end = '';
  for (let at = figure.token + 1; at < words.tokens.length && !words.isParagraphEnd(at); at++) {
    const token = words.tokens[at];
    if (token?.kind === 'sign') end = token.sign;
  }
  return { isNumbered, number: numberAt(lead), end };
}

/** The number with which a line begins; 0 for none. */
function numberAt(lead: string): number {
  const [, digits, words = ''] = /^[（(]?(?:(\d{1,2})|([一二三四五六七八九十]{1,3}))/.exec(lead) ?? [];
  return digits === undefined ? (chineseToNumber(words) ?? 0) : Number(digits);
}

/** 1. 1、 （1） （一） ① at the beginning of a line. */
const NUMBERED = /^(?:[（(]?[\d一二三四五六七八九十]{1,2}[）)]?[.、．]?|[①-⑳])/;
