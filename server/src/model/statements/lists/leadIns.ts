import { labelTextOf } from '../labelText.ts';
import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import type { ChainWords } from './chainWords.ts';
import { isResult } from './listFigures.ts';
import { countCalled } from './namedWholes.ts';
import { repliesBefore } from './nearestWholes.ts';
import type { FoundLists, Opening } from './partList.ts';
import { isOfAnotherTime, isOfFlow } from './wholes.ts';

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
  // 线上429件，线下反映两类：: the kinds are of what is named before them.
  if (whole && isOfOwn(words, whole, kinds)) return undefined;
  return whole?.kind === 'count' &&
    whole.sentence === figure.sentence &&
    isSameMeasure(whole.number.unit, figure.number.unit)
    ? { form: 'colon', whole, isClosed: true, isOpen: false, isLoose: false }
    : undefined;
}

/** Whether a noun of its own, and no word that divides what was counted, stands before a number of kinds. */
function isOfOwn({ tokens, text }: ChainWords, whole: StatedFigure, kinds: StatedFigure): boolean {
  let clause = kinds.token;
  while (clause > whole.nounTo && tokens[clause - 1]?.kind !== 'sign') clause--;
  if (clause === kinds.token || tokens[clause - 1]?.kind !== 'sign') return false;
  const label = text.slice(tokens[clause]?.start, kinds.start);
  return !DIVIDES.test(label) && tokens.slice(clause, kinds.token).some(each => each.kind === 'word');
}

const DIVIDES = /分|共|有|为|包括|涉及|按|主要|归/;

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
  // 答复咨询19件。不予公开12件
  const isOfOther = whole?.matterSource === 'label' && whole.matter !== 'applications';
  // 提前答复87件，其余9件当日答复。归入其他处理的7件…: of all of them, and not of the rest.
  return whole?.kind === 'count' && whole.steps.includes('replied') && !whole.roles.has('rest') && !isOfOther
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

/**
 * 收到5件，办理结果为予以公开3件，…; 公开88条，主要类别：概况3条，…; 收到9件。处理结果中，部分公开2件，…: a noun of division opens
 * the list, and what came in or was published before it is the whole.
 */
export function openingOfDivision(
  words: ChainWords,
  found: FoundLists,
  figure: StatedFigure,
  from: number,
): Opening | undefined {
  // 其中2件办理结果为予以公开，3件办理结果为无法提供: the noun is said of a part of a list.
  if (found.partOf.has(figure.index)) return undefined;
  let at = figure.token - 1;
  while (at >= from && !words.hasRole(at, at + 1, 'division')) at--;
  const isDivided = at >= from && isOpenedBehind(words, at, figure);
  if (!isDivided && !isConcern(words, figure)) return undefined;
  const isOfResults = isDivided && RESULTS.test(words.textOf(at));
  if (isOfResults && !isResult(figure)) return undefined;
  const replies = isOfResults ? repliesBefore(words, found, figure) : undefined;
  const received = words.previous(
    figure,
    each =>
      each.kind === 'count' &&
      figure.sentence - each.sentence <= 1 &&
      figure.paragraph === each.paragraph &&
      each.depth === figure.depth &&
      (isOfResults
        ? each.matter === 'applications' && each.steps.some(step => CAME_IN.has(step))
        : each.matterSource === 'label' && (each.matter === 'disclosure' || each.matter === 'information')) &&
      !isOfAnotherTime(each) &&
      !isOfFlow(each, []) &&
      !found.partOf.has(each.index) &&
      isSameMeasure(each.number.unit, figure.number.unit),
  );
  const whole = replies ?? received;
  // 公布文件17件。办理工单43件，按类别：咨询12件，…: what stands before it in its sentence is divided, and no other.
  const before = words.figures[figure.index - 1];
  if (before?.sentence === figure.sentence && before.kind === 'count' && whole?.sentence !== figure.sentence)
    return undefined;
  return whole && { form: 'of', whole, isClosed: false, isOpen: false, isLoose: whole.sentence !== figure.sentence };
}

/** 公开信息88条。涉及概况类3条、…: first in its sentence. */
function isConcern(
  { text, tokens, figures }: ChainWords,
  { index, labelFrom, start, sentence }: StatedFigure,
): boolean {
  return (
    text.startsWith('涉及', tokens[labelFrom]?.start ?? start) &&
    figures[index - 1]?.sentence === sentence - 1 &&
    figures[index + 1]?.sentence === sentence &&
    figures[index + 2]?.sentence === sentence
  );
}

const RESULTS = /结果|情况/;
const CONNECTING = /^(?:为|是|有|中|分别|如下|包括|包含|分为|主要)/;

/** 办理结果为…, 主要类别：…, 处理结果中，…, 处理结果予以公开2件: nothing but this between the noun and what it divides. */
function isOpenedBehind(words: ChainWords, division: number, figure: StatedFigure): boolean {
  let [isOpened, signs] = [false, 0];
  for (let at = division + 1; at < figure.token; at++) {
    const token = words.tokens[at];
    if (token?.kind === 'sign' && token.sign !== 'enumeration') {
      if (token.sign !== 'comma' && token.sign !== 'colon') return false;
      if (token.sign === 'colon') isOpened = true;
      if (++signs > 1 || !isOpened) return false;
    } else if (!isOpened && !CONNECTING.test(words.textOf(at))) return isResult(figure) && signs === 0;
    else if (signs === 0) isOpened = true;
  }
  return isOpened;
}

/** 公开信息77条，收到申请1份。其中公开信息方面，甲1条，…: the count that is called as what stands before 方面. */
export function openingOfAspect(
  words: ChainWords,
  figure: StatedFigure,
  clause: number,
  at: number,
): Opening | undefined {
  const [first, last] = [words.tokens[clause], words.tokens[at - 1]];
  if (!first || !last) return undefined;
  const name = ASPECT.exec(words.text.slice(first.start, last.end))?.[1];
  if (name === undefined) return undefined;
  const whole = countCalled(words, figure, name);
  return whole && { form: 'colon', whole, isClosed: false, isOpen: false, isLoose: true };
}

const ASPECT = /^(?:其中|在)?([\u4e00-\u9fff]{3,12})方面$/;

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

/** 公开445条，（年报2条，指南1条）: a bracket at `at`, with nothing but nouns between it and the count before. */
export function openingOfBracket(
  words: ChainWords,
  figure: StatedFigure,
  before: StatedFigure | undefined,
  { from, at }: { readonly from: number; readonly at: number },
): Opening | undefined {
  const sign = words.tokens[at - 1];
  const to = sign?.kind === 'sign' && sign.sign === 'comma' ? at - 1 : at;
  if (before?.kind !== 'count' || before.depth !== figure.depth - 1) return undefined;
  if (!words.isNounOnly(from, to) && !areNamed(words, figure, from, to)) return undefined;
  return { form: 'bracket', whole: before, isClosed: true, isOpen: false, isLoose: false };
}

/** 27件代表建议、委员提案（建议14件、提案13件）: each of the names between a count and a bracket is that of a part in it. */
function areNamed({ text, tokens, figures }: ChainWords, first: StatedFigure, from: number, to: number): boolean {
  const names = text.slice(tokens[from]?.start, tokens[to]?.start).split(/[、和及与]/);
  return (
    names.length > 1 &&
    names.every((name, i) => {
      const part = figures[first.index + i];
      const label = part && labelTextOf(part, { text, tokens });
      return part?.bracket === first.bracket && label !== undefined && label.length > 1 && name.trim().endsWith(label);
    })
  );
}

/** 按性质：, 按办理部门归类：, 共分三档： between a count and a colon: how it is divided. */
export function dividesBefore(words: ChainWords, clause: number, at: number): boolean {
  const [first, last] = [words.tokens[clause], words.tokens[at - 1]];
  if (!first || !last || last.end - first.start > LONGEST_VIEW) return false;
  const view = words.text.slice(first.start, last.end);
  // 按栏目计：, 按渠道分：: the same piece of information may go by several.
  return !SEVERAL.test(view) && (words.isView(clause, at) || VIEW.test(view) || MAKE_UP.test(view));
}

const LONGEST_VIEW = 16;
/** 主体构成：, 备案去向： */
const MAKE_UP = /^[\u4e00-\u9fff]{2,6}(?:构成|组成|分布|去向)[为是]?$/;
const SEVERAL = /栏目|渠道|平台|途径|载体/;
const VIEW =
  /^(?:按照?(?!要求|规定|期|时|程序|计划|照)[\u4e00-\u9fff]{2,8}|共?可?(?:细?分|划分|归|归纳|分成|分列)[为成]?(?:[\d一二两三四五六七八九十]{1,2})[\u4e00-\u9fff]{1,3})$/;

/** 由6个账号组成，微信1个、…: 组成 at `at`, in the sentence that begins with the count. */
export function isComposedOfCount(
  words: ChainWords,
  figure: StatedFigure,
  before: StatedFigure | undefined,
  at: number,
): boolean {
  const next = words.tokens[at + 1];
  return (
    before?.kind === 'count' &&
    before.stats.has('from') &&
    before.sentence === figure.sentence &&
    words.figures[before.index - 1]?.sentence !== figure.sentence &&
    isSameMeasure(before.number.unit, figure.number.unit) &&
    next?.kind === 'sign' &&
    (next.sign === 'comma' || next.sign === 'colon') &&
    ['组成', '构成'].includes(words.textOf(at))
  );
}

/** 公开总数300条。⏎——网站100条；⏎——公众号200条。: lines that begin with a dash, behind a line that ends with their whole. */
export function openingOfLines(
  { tokens, figures, text }: ChainWords,
  figure: StatedFigure,
  before: StatedFigure | undefined,
  { from, at }: { readonly from: number; readonly at: number },
): Opening | undefined {
  const begins = tokens.slice(from, at).every(each => each.kind === 'sign');
  if (!begins || before?.kind !== 'count' || figure.paragraph - before.paragraph !== 1) return undefined;
  const next = figures[figure.index + 1];
  const isOfLines =
    figures[before.index - 1]?.paragraph !== before.paragraph &&
    next?.paragraph === figure.paragraph + 1 &&
    isSameMeasure(before.number.unit, figure.number.unit) &&
    isSameMeasure(next.number.unit, figure.number.unit) &&
    /[—-]/.test(text.slice(figure.end, next.start));
  return isOfLines ? { form: 'colon', whole: before, isClosed: true, isOpen: false, isLoose: true } : undefined;
}
