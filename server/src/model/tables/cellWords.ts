import { safePattern, isPatternFault } from '../../text/safePattern.ts';
import { fold } from '../../text/fold.ts';
import { BoundedCache } from '../../text/boundedCache.ts';
import type { CellDemands, CellType } from '../../format/types.ts';
import { readCellValue } from '../../syntax/cellValue.ts';

/** What is wrong with the words in a cell. */
export type WordsFault = 'yesNo' | 'choice' | 'pattern' | 'address';

const TICKED = '☑☒✓✔√■●◼🗹';
const NOT_TICKED = '□☐○◻▢';
const MARK = new RegExp(`[${TICKED}${NOT_TICKED}]`, 'u');
const MARKS = new RegExp(`[${TICKED}${NOT_TICKED}]`, 'gu');
/** What stands where nothing is to be said. */
const NOTHING = new Set(['无', '不适用', '不涉及', '没有']);

/** Whether a cell says that there is nothing: blank, a dash, 0, 无. */
export function saysNothing(text: string): boolean {
  const quantity = readCellValue(text);
  if (quantity.kind === 'value') return quantity.value === 0;
  return quantity.kind !== 'unreadable' || NOTHING.has(fold(text));
}

/**
 * The words that are chosen in a cell: those with a tick where there are boxes (`☑是 □否`, `是√ 否□`), else those that
 * 、 or ； parts.
 */
export function chosenIn(text: string): readonly string[] {
  const written = text.trim();
  if (!MARK.test(written))
    return written
      .split(/[、,，;；\n]/)
      .map(word => word.trim())
      .filter(word => word !== '');
  const marks = [...written.matchAll(MARKS)];
  const isBefore = marks[0]?.index === 0;
  const endOf = (mark: RegExpExecArray | undefined): number => (mark ? mark.index + mark[0].length : 0);
  return marks.flatMap((mark, i) => {
    if (!TICKED.includes(mark[0])) return [];
    const from = isBefore ? endOf(mark) : endOf(marks[i - 1]);
    const to = isBefore ? (marks[i + 1]?.index ?? written.length) : mark.index;
    const word = written.slice(from, to).replace(/^[\s、,，;；]+|[\s、,，;；]+$/g, '');
    return word === '' ? [] : [word];
  });
}

/** Whether a cell states a word, or a number: 否, ☑否, 0. Of a cell of the kind `yesNo`, 无 is 否 and 有 is 是. */
export function states(text: string, type: CellType, word: string): boolean {
  switch (type) {
    case 'yesNo': {
      const answer = answerIn(text);
      return answer !== undefined && answer === answerIn(word);
    }
    case 'choice':
    case 'choices':
      // A choice may hold 、 itself.
      return [text, ...chosenIn(text)].some(each => fold(each) === fold(word));
    default:
      return fold(text) === fold(word);
  }
}

const ANSWERS: Readonly<Record<string, boolean>> = {
  是: true,
  有: true,
  '√': true,
  '✓': true,
  否: false,
  无: false,
  没有: false,
  '×': false,
};

/** What a cell of the kind `yesNo` says; undefined where it says nothing, both or something else. */
function answerIn(text: string): boolean | undefined {
  const [answer, ...others] = Object.hasOwn(ANSWERS, text.trim()) ? [text.trim()] : chosenIn(text);
  return answer === undefined || others.length > 0 || !Object.hasOwn(ANSWERS, answer) ? undefined : ANSWERS[answer];
}

/**
 * What is wrong with the words in a cell of a kind; undefined for nothing, also where the cell says that there is
 * nothing.
 */
export function faultOfWords(
  text: string,
  type: CellType,
  { choices = [], pattern }: CellDemands,
): WordsFault | undefined {
  if (saysNothing(text)) return undefined;
  const chosen = choices.some(word => fold(word) === fold(text)) ? [text] : chosenIn(text);
  const areOf = (words: readonly string[]): boolean =>
    chosen.every(each => words.some(word => fold(word) === fold(each)));
  switch (type) {
    case 'yesNo':
      return answerIn(text) === undefined ? 'yesNo' : undefined;
    case 'choice':
      return choices.length === 0 || (chosen.length === 1 && areOf(choices)) ? undefined : 'choice';
    case 'choices':
      return choices.length === 0 || areOf(choices) ? undefined : 'choice';
    case 'identifier': {
      if (pattern === undefined) return undefined;
      const made = PATTERNS.get(pattern);
      return isPatternFault(made) || made.matches(text) ? undefined : 'pattern';
    }
    case 'address':
      return ADDRESS.test(text.trim()) ? undefined : 'address';
    default:
      return undefined;
  }
}

const MOST_PATTERNS = 200;
const PATTERNS = new BoundedCache(MOST_PATTERNS, safePattern);

/** With or without https:// before it; words behind it are left to people. */
const ADDRESS = /^(?:https?:\/\/)?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,9}(?::\d{1,5})?(?:[/?#]\S{0,500})?$/iu;
