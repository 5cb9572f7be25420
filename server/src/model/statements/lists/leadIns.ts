import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import type { ChainWords } from './chainWords.ts';
import { isResult } from './listFigures.ts';
import type { FoundLists, Opening } from './partList.ts';

// Openings without a word of their own.

const CAME_IN: ReadonlySet<string> = new Set(['received', 'newReceived', 'handled', 'replied']);

/** 71件申请可归为四类：甲20件，…: the colon stands behind a number of kinds, and the whole before that. */
export function openingOfKinds(
  words: ChainWords,
  figure: StatedFigure,
  kinds: StatedFigure | undefined,
  colon: number,
): Opening | undefined {
  if (kinds?.kind !== 'announced' || kinds.sentence !== figure.sentence || !words.isNounOnly(kinds.token + 1, colon))
    return undefined;
  const whole = words.figures[kinds.index - 1];
  return whole?.kind === 'count' &&
    whole.sentence === figure.sentence &&
    isSameMeasure(whole.number.unit, figure.number.unit)
    ? { form: 'colon', whole, isClosed: true, isOpen: false, isLoose: false }
    : undefined;
}

/** 已答复9件（结转下年2件）。⏎同意公开7件，占…⏎部分公开…: each class of the replies has a sentence or a paragraph. */
export function openingBehindReplies(
  { figures }: ChainWords,
  figure: StatedFigure,
  before: StatedFigure | undefined,
): Opening | undefined {
  if (!before || !isResult(figure) || figure.sentence === before.sentence || figure.paragraph - before.paragraph > 1)
    return undefined;
  // What is carried over is told beside the replies in brackets.
  const isBesides = before.depth > figure.depth && before.steps.includes('carriedOut');
  const whole = isBesides ? figures[before.index - 1] : before;
  return whole?.kind === 'count' && whole.steps.includes('replied')
    ? { form: 'of', whole, isClosed: false, isOpen: false, isLoose: false }
    : undefined;
}

/** 收到申请89件。…均已答复，同意公开34件，…: all that came in was answered, and the classes of the answers follow. */
export function openingOfReplies(
  words: ChainWords,
  found: FoundLists,
  figure: StatedFigure,
  from: number,
): Opening | undefined {
  if (!isResult(figure) || !isAllReplied(words, from, figure.labelFrom)) return undefined;
  const isNear = (each: StatedFigure) => each.sentence >= figure.sentence - 1 && each.paragraph === figure.paragraph;
  // What was carried over may be among the answers or not.
  if (words.previous(figure, each => isNear(each) && each.steps.some(step => step.startsWith('carr'))))
    return undefined;
  const whole = words.previous(
    figure,
    each =>
      isNear(each) &&
      each.kind === 'count' &&
      each.matter === 'applications' &&
      each.parts.length === 0 &&
      each.steps.some(step => CAME_IN.has(step)) &&
      (each.when === undefined || each.when === 'this') &&
      !found.partOf.has(each.index) &&
      isSameMeasure(each.number.unit, figure.number.unit),
  );
  return whole && { form: 'of', whole, isClosed: false, isOpen: false, isLoose: true };
}

/** 均已答复, 全部办结: without a figure of their own. */
function isAllReplied({ tokens, text }: ChainWords, from: number, to: number): boolean {
  let isAll = false;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token?.kind === 'sign' && (token.sign === 'stop' || token.sign === 'paragraph')) isAll = false;
    if (token?.kind !== 'word') continue;
    if (token.meaning.role === 'not') return false;
    const word = text.slice(token.start, token.end);
    if (word.startsWith('均') || word.startsWith('全部') || word === '都') isAll = true;
    if (isAll && token.meaning.step === 'replied') return true;
  }
  return false;
}

/** Whether a figure stands alone in its brackets, and these before a sign. */
export function isAloneBefore(words: ChainWords, figure: StatedFigure, next: StatedFigure, at: number): boolean {
  const { sentence, token, bracket, labelFrom, number } = figure;
  const sign = words.tokens[at - 1];
  return (
    sign?.kind === 'sign' &&
    sign.sign === 'close' &&
    at - token <= 3 &&
    labelFrom === bracket + 1 &&
    next.sentence === sentence &&
    isSameMeasure(number.unit, next.number.unit)
  );
}
