import type { StatedFigure } from '../statedFigure.ts';
import { isSameMeasure } from '../measures.ts';
import type { Token } from '../tokens.ts';
import { type ChainWords, FARTHEST } from './chainWords.ts';
import { isGranted, isSameMatter } from './listFigures.ts';
import type { FoundLists } from './partList.ts';
import { commonEnd, isOfAnotherTime, isOfFlow } from './wholes.ts';
import { isWay } from '../labelWords.ts';

// Wholes that the words before a list call by their name.

/** A name of so many characters tells which figure is meant. */
const SHORTEST_NAME = 3;
/** A longer one is looked for nowhere. */
const LONGEST_NAME = 30;

/** The whole that the words before 中 name. */
export function wholeNamed(
  words: ChainWords,
  found: FoundLists,
  figure: StatedFigure,
  { from, clause, at }: Place,
): StatedFigure | undefined {
  const before = words.figures[figure.index - 1];
  if (before && words.isNounOnly(from, at) && clause === from) return before.kind === 'count' ? before : undefined;
  if (!before) return undefined;
  const first = words.tokens[clause] as Token;
  const name = words.text.slice(first.start, (words.tokens[at] as Token).start);
  const headed = wholeHeaded(words, figure, name);
  if (headed) return headed;
  const matter = words.matterBetween(clause, at);
  const steps = words.stepsBetween(clause, at);
  let longest: { figure: StatedFigure; length: number } | undefined;
  for (let i = before.index; i >= 0 && before.index - i <= FARTHEST; i--) {
    const each = words.figures[i] as StatedFigure;
    if (each.kind !== 'count' || isOfAnotherTime(each) || steps.some(step => !each.steps.includes(step))) continue;
    // 采纳48条，未采纳24条；采纳的意见中，…
    if (each.roles.has('not') && !words.hasRole(clause, at, 'not')) continue;
    // 不合格108批。不合格样品中，…: the name goes on with a noun.
    const label = words.labelText(each);
    const begins = label.length >= SHORTEST_NAME && name.startsWith(label) ? label.length : 0;
    const length = Math.max(commonEnd(name, label), commonEnd(name, words.nounText(each)), begins);
    if (length > (longest?.length ?? SHORTEST_NAME - 1)) longest = { figure: each, length };
  }
  if (longest) return longest.figure;
  // 办结70件，结转2件；办结件中，公开25件、…
  const ofStep = steps.includes('replied') ? words.previous(figure, isOfSteps(figure, steps, found)) : undefined;
  if (ofStep && isGranted(figure)) return ofStep;
  // 公开30条。…在公开的信息中，甲类10条，…
  const isOfInformation = matter === undefined || matter === 'disclosure';
  if (isOfInformation && !isInformation(words, clause, at)) return undefined;
  return words.previous(
    figure,
    each =>
      each.kind === 'count' &&
      (isOfInformation ? isSameMatter(each.matter, 'disclosure') : each.matter === matter) &&
      (each.matterSource !== 'topic' || steps.length > 0) &&
      // 其他信息13条,曝光台信息3条，在公开信息中，…: one of a row is not all.
      !(isOfInformation && words.hasSibling(each)) &&
      each.parts.every(part => isOfInformation && isWay(part)) &&
      !isOfAnotherTime(each) &&
      each.roles.has('not') === words.hasRole(clause, at, 'not') &&
      // 收到22件，其中已答复21件。在已答复的信件中，…
      (!found.partOf.has(each.index) || (steps.length > 0 && each.sentence === figure.sentence - 1)) &&
      steps.every(step => each.steps.includes(step)) &&
      !isOfFlow(each, steps),
  );
}

/**
 * 稿件341篇，其中原创174篇；原创稿件中，…; 抽查单位44家，存在问题的17家。存在问题的单位中，…: the count of which the label and then what
 * it is a count of make up the name.
 */
function wholeHeaded(words: ChainWords, figure: StatedFigure, written: string): StatedFigure | undefined {
  const name = written.replace(LEAD, '').trim();
  if (name.length < SHORTEST_NAME || name.length > LONGEST_NAME) return undefined;
  let best: { figure: StatedFigure; length: number } | undefined;
  for (let i = figure.index - 1; i >= 0 && figure.index - i <= FARTHEST; i--) {
    const each = words.figures[i] as StatedFigure;
    if (figure.sentence - each.sentence > 1) break;
    if (each.kind !== 'count' || isOfAnotherTime(each) || !isSameMeasure(each.number.unit, figure.number.unit))
      continue;
    if (each.roles.has('not') && !DENIED.test(name)) continue;
    const label = words.labelText(each).replace(/有$/, '');
    for (let length = name.length - 2; length >= Math.max(2, (best?.length ?? 0) + 1); length--)
      if (label.endsWith(name.slice(0, length)) && isCountedBefore(words, each, name.slice(length).replace(/^的/, '')))
        best = { figure: each, length };
  }
  return best?.figure;
}

const DENIED = /[未不无没非]/;
const LEAD = /^(?:在|从|对|上述|其中)+/;

/** Whether a count before it in the passage is of what a noun names. */
function isCountedBefore(words: ChainWords, figure: StatedFigure, noun: string): boolean {
  if (noun.length < 2) return false;
  const before = words.previous(figure, each => {
    const isNamed = words.labelText(each).endsWith(noun) || words.nounText(each).startsWith(noun);
    return each.kind === 'count' && figure.sentence - each.sentence <= 1 && isNamed;
  });
  return before !== undefined;
}

/** Whether a count is of what the words say was done with it. */
function isOfSteps({ number }: StatedFigure, steps: readonly string[], found: FoundLists) {
  return (each: StatedFigure): boolean =>
    each.kind === 'count' &&
    steps.every(step => each.steps.includes(step)) &&
    each.parts.length === 0 &&
    !isOfAnotherTime(each) &&
    !found.partOf.has(each.index) &&
    isSameMeasure(each.number.unit, number.unit);
}

/** 召开发布会54场、通气会14场。其中，发布会包括甲8场…: the count that ends with the whole name before 包括. */
export function wholeCalled(
  words: ChainWords,
  figure: StatedFigure,
  clause: number,
  at: number,
): StatedFigure | undefined {
  const start = words.tokens[clause]?.start ?? 0;
  // 涉企信息又可分为甲12条、乙26条
  const name = words.text
    .slice(start, words.tokens[at]?.start ?? start)
    .trim()
    .replace(/[又再还]?(?:可以|可|细)?$/, '');
  if (name.length < SHORTEST_NAME || name.length > LONGEST_NAME) return undefined;
  return countCalled(words, figure, name);
}

/** The nearest count, in this sentence or the one before, of which the label ends with a name. */
export function countCalled(words: ChainWords, figure: StatedFigure, name: string): StatedFigure | undefined {
  const isNear = (each: StatedFigure) =>
    each.kind === 'count' &&
    figure.sentence - each.sentence <= 1 &&
    isSameMeasure(each.number.unit, figure.number.unit);
  // 涉企信息38条，非涉企信息89条。涉企信息包括…: the one that is called so, and no longer name.
  return (
    words.previous(figure, each => isNear(each) && words.labelText(each) === name) ??
    words.previous(figure, each => isNear(each) && words.labelText(each).endsWith(name))
  );
}

/** 公开的信息, 主动公开信息: whatever was disclosed. */
function isInformation({ tokens, text }: ChainWords, from: number, to: number): boolean {
  return (
    text.slice(tokens[from]?.start ?? 0, tokens[to]?.start ?? 0).includes('公开') &&
    tokens.slice(from, to).some(token => token.kind === 'word' && isSameMatter(token.meaning.matter, 'disclosure'))
  );
}

/** Tokens before a list: behind the figure before, where its clause begins, and the word that opens it. */
interface Place {
  readonly from: number;
  readonly clause: number;
  readonly at: number;
}
