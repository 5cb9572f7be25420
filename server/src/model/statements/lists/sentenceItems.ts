import { isSameMeasure } from '../measures.ts';
import type { Role } from '../../../format/meanings.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isOneSlipAway } from '../slips.ts';
import type { ChainWords } from './chainWords.ts';
import { cameIn, isResult, isSameMatter } from './listFigures.ts';
import { sumOfParts } from './listEnds.ts';
import { type FoundLists, type ListPart, MOST_PARTS } from './partList.ts';
import { isOfAnotherTime } from './wholes.ts';
import { isWay } from '../labelWords.ts';

/** Ways in sentences of their own are all there are only where they come so near the whole. */
const NEAR = 0.1;
/** The first and any item of 一是…二是…. */
const [FIRST_ITEM, ITEM] = [/一是/, /[一二三四五六七八]是/];

/**
 * 累计公开1600条。网站发布800条；微信发布400条。通过报刊公开400条。 公开460条，一是在网站公开270条。二是在公众号公开190条: what was
 * disclosed, and in the sentences behind it by which ways.
 */
export function readSentenceItems(whole: StatedFigure, words: ChainWords, found: FoundLists): void {
  const { figures } = words;
  const first = figures[whole.index + 1];
  if (!first) return;
  const hasItems = FIRST_ITEM.test(words.text.slice(whole.end, first.start));
  if (!mayBeDivided(whole, found, hasItems)) return;
  if (first.paragraph !== whole.paragraph || (first.sentence === whole.sentence && !hasItems)) return;
  const parts: ListPart[] = [];
  for (let i = first.index; i < figures.length && parts.length < MOST_PARTS; i++) {
    const figure = figures[i] as StatedFigure;
    if (figure.paragraph !== whole.paragraph) break;
    if (figure.depth > whole.depth || found.partOf.has(i) || figure.number.unit === '%') continue;
    if (isOfOther(figure)) break;
    if (figure.kind !== 'count' || figure.number.precision === 'rough' || isOfAnotherTime(figure)) return;
    const isItem = hasItems && figure.sentence !== parts.at(-1)?.figure.sentence && isNumbered(figure, words);
    const isGoingOn = hasItems && figure.sentence === parts.at(-1)?.figure.sentence;
    if (!isSameMeasure(figure.number.unit, whole.number.unit) || !(isItem || isGoingOn || isOfWay(figure))) break;
    parts.push({ figure, share: undefined });
  }
  const [head, ...others] = parts;
  if (whole.parts.length > 0 && parts.some(({ figure }) => isOfWay(figure))) return;
  if (!head || others.every(({ figure }) => figure.sentence === head.figure.sentence)) return;
  if (Math.abs(sumOfParts(parts) - whole.number.value) > whole.number.value * NEAR) return;
  found.add({ form: 'items', whole, parts, isClosed: false, isOpen: false, isEnded: true, isLoose: true });
}

/**
 * 累计公开21597条。县政府网公开7055条，部门和镇街公开14552条。: the sentence behind what was disclosed in all tells of nothing else,
 * and one slip makes up the difference.
 */
export function readSentenceOfParts(whole: StatedFigure, words: ChainWords, found: FoundLists): void {
  const { figures } = words;
  const first = figures[whole.index + 1];
  if (first?.sentence !== whole.sentence + 1 || first.paragraph !== whole.paragraph) return;
  if (!mayBeDivided(whole, found, false) || figures[whole.index - 1]?.sentence === whole.sentence) return;
  const parts: ListPart[] = [];
  for (let i = first.index; figures[i]?.sentence === first.sentence; i++) {
    const figure = figures[i] as StatedFigure;
    if (figure.depth > whole.depth) continue;
    if (figure.kind !== 'count' || figure.number.unit !== whole.number.unit || isOfOther(figure)) return;
    if (figure.number.precision === 'rough' || isOfAnotherTime(figure) || found.partOf.has(i)) return;
    if (['total', 'all', 'rest', 'mainly', 'among', 'another'].some(role => figure.roles.has(role as Role))) return;
    parts.push({ figure, share: undefined });
  }
  if (parts.length < 2 || words.isEtcBehind(parts.at(-1)?.figure ?? first)) return;
  const own = parts.map(({ figure }) => figure);
  const sum = sumOfParts(parts);
  const isNear = sum !== whole.number.value && Math.abs(sum - whole.number.value) <= whole.number.value * NEAR;
  if (!isNear || !isOneSlipAway(whole, own, sum)) return;
  found.add({ form: 'items', whole, parts, isClosed: false, isOpen: false, isEnded: true, isLoose: true });
}

/** What was disclosed in all, by no way that is named; what items follow may be of one way. */
function mayBeDivided(whole: StatedFigure, found: FoundLists, hasItems: boolean): boolean {
  return (
    whole.kind === 'count' &&
    isSameMatter(whole.matter, 'disclosure') &&
    whole.matterSource === 'label' &&
    (hasItems ? whole.parts.every(isWay) : whole.parts.length === 0) &&
    !isOfAnotherTime(whole) &&
    !found.partOf.has(whole.index) &&
    !found.ofWhole.has(whole)
  );
}

/**
 * 收到申请14件，均已办结。网上申请9件，信函申请5件。: by which ways applications came, or from whom, in the sentence behind what came
 * in. Each application came by one way.
 */
export function readSentenceOfWays(first: StatedFigure, words: ChainWords, found: FoundLists): void {
  const { figures } = words;
  const dimension = WAYS.find(each => isOfValue(first, each));
  if (dimension === undefined || !mayBeWay(first, found) || figures[first.index - 1]?.sentence === first.sentence)
    return;
  const parts: ListPart[] = [];
  for (let i = first.index; figures[i]?.sentence === first.sentence; i++) {
    const figure = figures[i] as StatedFigure;
    if (figure.number.unit === '%' || figure.depth > first.depth) continue;
    const isOfDimension = mayBeWay(figure, found) && isOfValue(figure, dimension);
    if (!isOfDimension || !isSameMeasure(figure.number.unit, first.number.unit)) return;
    parts.push({ figure, share: undefined });
  }
  const values = parts.map(({ figure }) => figure.parts.find(part => part.startsWith(dimension)));
  if (parts.length < 2 || new Set(values).size < parts.length || words.isEtcBehind(parts.at(-1)?.figure ?? first))
    return;
  const whole = words.previous(
    first,
    each =>
      each.paragraph === first.paragraph &&
      first.sentence - each.sentence <= MOST_SENTENCES &&
      each.depth === first.depth &&
      each.kind === 'count' &&
      each.matter === 'applications' &&
      each.steps.some(step => step === 'received' || step === 'newReceived') &&
      each.parts.length === 0 &&
      !isOfAnotherTime(each) &&
      !found.partOf.has(each.index) &&
      isSameMeasure(each.number.unit, first.number.unit),
  );
  if (whole) found.add({ form: 'of', whole, parts, isClosed: false, isOpen: false, isEnded: true, isLoose: true });
}

/**
 * 收到申请23件，申请人均为公民。经办理，予以公开4件，无法提供18件，另处理重复申请1件，均已答复。: what became of applications, in a sentence
 * that says so of all of them.
 */
export function readSentenceOfEnds(first: StatedFigure, words: ChainWords, found: FoundLists): void {
  const { figures, text } = words;
  const before = figures[first.index - 1];
  if (!isResult(first) || found.partOf.has(first.index)) return;
  if (before?.sentence === first.sentence && !isBehindDivision(before, found)) return;
  const parts: ListPart[] = [];
  for (let i = first.index; figures[i]?.sentence === first.sentence; i++) {
    const figure = figures[i] as StatedFigure;
    if (figure.number.unit === '%' || figure.depth > first.depth) continue;
    if (figure.kind !== 'count' || figure.number.precision === 'rough' || found.partOf.has(i)) return;
    if (!isSameMeasure(figure.number.unit, first.number.unit) || !(isResult(figure) || isOfHandling(figure))) return;
    parts.push({ figure, share: undefined });
  }
  const last = parts.at(-1)?.figure ?? first;
  if (parts.filter(({ figure }) => isResult(figure)).length < 2 || words.isEtcBehind(last)) return;
  const isOfAll = ALL_DONE.test(text.slice(last.end, last.end + LONGEST_CLAUSE));
  if (!isOfAll && parts.length < FEWEST_ENDS) return;
  const whole = words.previous(
    first,
    each =>
      first.sentence - each.sentence <= MOST_SENTENCES &&
      each.paragraph === first.paragraph &&
      each.depth === first.depth &&
      !found.partOf.has(each.index) &&
      isOfApplications(each),
  );
  // 收到23件，答复20件: what came in is not what was answered.
  const isClear =
    whole !== undefined &&
    mayHaveEnds(whole, first) &&
    (isOfAll || (first.sentence - whole.sentence <= 1 && cameIn(whole))) &&
    !figures
      .slice(whole.index + 1, first.index)
      .some(
        each => each.depth === whole.depth && isOfApplications(each) && found.partOf.get(each.index)?.whole !== whole,
      );
  const form = isOfAll ? 'items' : 'among';
  if (isClear) found.add({ form, whole, parts, isClosed: false, isOpen: false, isEnded: true, isLoose: true });
}

/** 收到13件，其中网络11件，信函2件；予以公开5件，…: what came in is divided in full, and behind it in another way. */
function isBehindDivision({ index }: StatedFigure, found: FoundLists): boolean {
  const list = found.partOf.get(index);
  return (
    list !== undefined &&
    list.parts.at(-1)?.figure.index === index &&
    cameIn(list.whole) &&
    sumOfParts(list.parts) === list.whole.number.value &&
    !list.parts.some(({ figure }) => isResult(figure))
  );
}

/** 均已答复, 所有申请均在期限内办结: of everything that stands before it in the sentence. */
const ALL_DONE =
  /^[^，。；]{0,4}[，,](?:所有|以上|上述)?[^，。；其余另]{0,6}(?:均|全部|都)(?!正|尚|未|不)[^。；]{0,16}(?:答复|办结|回复)/;
const LONGEST_CLAUSE = 40;

function isOfApplications({ kind, matter, steps }: StatedFigure): boolean {
  return (
    kind === 'count' &&
    matter === 'applications' &&
    steps.some(step => step === 'received' || step === 'newReceived' || step === 'replied' || step === 'handled')
  );
}

/** 另处理重复申请1件 */
function isOfHandling({ steps, parts }: StatedFigure): boolean {
  return parts.includes('manner=withdrawn') || steps.every(step => step === 'handled' || step === 'rejectedRepeat');
}

function mayHaveEnds(whole: StatedFigure, first: StatedFigure): boolean {
  return whole.parts.length === 0 && !isOfAnotherTime(whole) && isSameMeasure(whole.number.unit, first.number.unit);
}

const WAYS = ['channel=', 'applicant='] as const;
/** So many classes of the replies behind what came in are told of all of it, whether words say so or not. */
const FEWEST_ENDS = 3;
/** What came in may be told so many sentences before. */
const MOST_SENTENCES = 2;

function isOfValue({ parts }: StatedFigure, dimension: string): boolean {
  return parts.some(part => part.startsWith(dimension));
}

/** Applications of which nothing more is told, and in no list yet. */
function mayBeWay(figure: StatedFigure, found: FoundLists): boolean {
  return (
    figure.kind === 'count' &&
    figure.matter === 'applications' &&
    figure.number.precision !== 'rough' &&
    figure.steps.every(step => step === 'received' || step === 'newReceived') &&
    !figure.roles.has('all') &&
    !figure.roles.has('mainly') &&
    !isOfAnotherTime(figure) &&
    !found.partOf.has(figure.index) &&
    !found.ofWhole.has(figure)
  );
}

function isOfOther({ matter, matterSource }: StatedFigure): boolean {
  return matterSource === 'label' && !isSameMatter(matter, 'disclosure');
}

function isNumbered({ index, start }: StatedFigure, { text, figures }: ChainWords): boolean {
  return ITEM.test(text.slice(figures[index - 1]?.end ?? start, start));
}

function isOfWay({ parts }: StatedFigure): boolean {
  return parts.some(isWay);
}

/**
 * 办理建议、提案总数是68件。主办51件，会办17件。: a total alone in its sentence, and what it is made of in the next, with nothing
 * else.
 */
export function readSentenceOfTotal(whole: StatedFigure, words: ChainWords, found: FoundLists): void {
  const { figures } = words;
  const first = figures[whole.index + 1];
  if (whole.kind !== 'count' || first?.sentence !== whole.sentence + 1 || first.paragraph !== whole.paragraph) return;
  if (whole.number.precision === 'rough' || isOfAnotherTime(whole) || found.ofWhole.has(whole)) return;
  if (found.partOf.has(whole.index) || !ALL.test(words.labelText(whole))) return;
  const before = figures[whole.index - 1];
  if (before?.sentence === whole.sentence) return;
  const parts: ListPart[] = [];
  for (let i = first.index; figures[i]?.sentence === first.sentence; i++) {
    const figure = figures[i] as StatedFigure;
    const isPart =
      figure.kind === 'count' &&
      figure.depth === whole.depth &&
      figure.number.unit === whole.number.unit &&
      figure.number.precision !== 'rough' &&
      !figure.roles.has('total') &&
      !isOfAnotherTime(figure) &&
      !found.partOf.has(i) &&
      !found.ofWhole.has(figure);
    if (!isPart || parts.length > MOST_PARTS) return;
    parts.push({ figure, share: undefined });
  }
  const last = parts.at(-1)?.figure;
  if (parts.length < 2 || !last || words.isEtcBehind(last)) return;
  const sum = sumOfParts(parts);
  if (Math.abs(sum - whole.number.value) > whole.number.value * NEAR) return;
  found.add({ form: 'items', whole, parts, isClosed: false, isOpen: false, isEnded: true, isLoose: true });
}

/** Words of a label that say that all is counted. */
const ALL = /总数|总量|总计|合计|共计|总共|一共|达到?$/;
