import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import type { ChainWords } from './chainWords.ts';
import { isSameMatter } from './listFigures.ts';
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

const WAYS = ['channel=', 'applicant='] as const;
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
